"""Names of files that are taken away: informative, the same each time, safe on any system."""

from __future__ import annotations

import unicodedata

from communique.model.brief import Subject

#: Letters of a name; file systems take 255 bytes, and a letter has at most four.
_LONGEST = 60


def file_stem(subject: Subject, title: str) -> str:
    """Return a file's name without its ending: ``contact-call-asha-venn-c-3f2a8b90d1e2``.

    Letters keep their script; nothing in it means anything to a shell or a file system.
    """
    parts: list[str] = [subject.of]
    if slug(title) != subject.of:
        parts.append(slug(title))
    if subject.id and not slug(title).endswith(subject.id):
        parts.append(slug(subject.id))
    return "-".join(part for part in parts if part)


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
