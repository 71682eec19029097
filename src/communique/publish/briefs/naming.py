"""Names of files that are taken away: informative, the same each time, safe on any system."""

from __future__ import annotations

import unicodedata

from communique.model.brief import Subject
from communique.model.rows import Filter

#: Letters of a name; file systems take 255 bytes, and a letter has at most four.
_LONGEST = 60


def file_stem(subject: Subject, title: str) -> str:
    """Return a file's name without its ending: ``contact-call-asha-venn-c-3f2a8b90d1e2``.

    Letters keep their script; nothing in it means anything to a shell or a file system.
    """
    named = slug(title).removeprefix(subject.of).strip("-")
    return "-".join(part for part in (subject.of, named, slug(subject.id)) if part)


def list_stem(name: str, wanted: Filter) -> str:
    """Return the name of a list's file: its own, and by what the list is narrowed down."""
    values = (getattr(wanted, field) for field in wanted.__struct_fields__)
    narrowed = (slug(value) for value in values if isinstance(value, str))
    return "-".join(part for part in (name, *narrowed) if part)[:_LONGEST]


def slug(words: str) -> str:
    """Return the letters and digits of ``words`` in lower case, hyphens between them."""
    composed = unicodedata.normalize("NFC", words.lower())
    kept = (letter if _is_kept(letter) else " " for letter in composed)
    joined = ""
    for part in "".join(kept).split():
        if joined and len(joined) + len(part) >= _LONGEST:
            break
        joined = f"{joined}-{part}" if joined else part[:_LONGEST]
    return joined


def _is_kept(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) in ("Mn", "Mc")
