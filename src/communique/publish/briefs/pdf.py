"""A brief as a PDF, set by Typst: footnotes at the foot of the page, tagged for screen readers.

The file keeps to PDF/A-2a (to be kept) and PDF/UA-1 (to be read aloud), which forbid letters
that no font shows: a brief whose letters cannot be printed fails, and never has empty boxes
in the place of words. Latin, Greek, Cyrillic and Hebrew letters are built in; for others the
fonts of the machine are used. Words are handed over as data, so none is ever taken for markup.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import msgspec

from communique import __version__
from communique.errors import Conflict, InternalError, UsageError
from communique.model.brief import Brief
from communique.publish.briefs.html import CLOSING
from communique.publish.briefs.legible import day_of, note_view, readable

if TYPE_CHECKING:
    from types import ModuleType

#: The fonts that are asked first: the built-in one, then those of the scripts it lacks.
FONTS = ("Libertinus Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", "Noto Sans Symbols2")
#: Signs without a font that are printed as their numbers before a brief is given up.
_SPELLED = 24
#: Values that are no words.
_KEPT = frozenset({"svg", "url", "type", "tone"})
#: What may not be empty where it is read aloud.
_NEVER_EMPTY = frozenset({"title", "heading", "caption", "alt"})
_NAMED = re.compile(r'the text `"(?P<text>.*?)"`', re.DOTALL)


def render(brief: Brief) -> bytes:
    """Return the brief as a PDF. The same brief, fonts and version of Typst give the same bytes.

    Signs that no font has (private ones, pictograms) are printed as their numbers, such as
    ``⟨U+E000⟩``; letters of a script that no font has end it.

    Raises:
        UsageError: the extra ``briefs`` is not installed.
        Conflict: no font has the letters.
        InternalError: Typst cannot set it for another reason.
    """
    typst = _typst()
    data = _data(brief)
    spelled: set[str] = set()
    while True:
        try:
            return _set(typst, data, spelled)
        except typst.TypstError as error:
            letters = _without_font(error.message)
            if not letters or letters <= spelled or len(spelled) > _SPELLED:
                raise InternalError(f"the PDF could not be set: {error.message}") from error
            _refuse_words(letters)
            spelled |= letters


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise UsageError(
            "PDF needs the extra 'briefs'",
            remedy="pip install 'communique[briefs]', or take the brief as Word or HTML",
        ) from error
    return typst


@lru_cache(maxsize=1)
def _fonts() -> Any:
    """Return the fonts of the machine and the built-in ones; looking for them takes a while."""
    return _typst().Fonts()


def _set(typst: ModuleType, data: dict[str, Any], spelled: set[str]) -> bytes:
    """Set the brief, with the letters ``spelled`` printed as their numbers."""
    held = msgspec.json.encode(_mapped(data, spelled)).decode()
    compiler = typst.Compiler(_template(), font_paths=_fonts(), sys_inputs={"brief": held})
    # PDF/A asks for a date, which a brief that cites nothing does not have.
    standards = ["a-2a", "ua-1"] if data["day"] else ["ua-1"]
    made: bytes = compiler.compile(format="pdf", pdf_standards=standards, timestamp=0)
    return made


@lru_cache(maxsize=1)
def _template() -> bytes:
    return (files("communique.publish") / "templates" / "brief.typ").read_bytes()


def _data(brief: Brief) -> dict[str, Any]:
    """Return what the template reads."""
    brief = readable(brief)
    parts = msgspec.to_builtins(brief.parts)
    for part in parts:
        for block in part["blocks"]:
            if block["type"] == "table":
                block["widths"] = block["widths"] or [1] * len(block["columns"])
    day = day_of(brief)
    return {
        "title": brief.title,
        "lede": brief.lede,
        "facts": brief.facts,
        "left_out": brief.left_out,
        "parts": parts,
        "notes": [
            {"words": note.words, "source": note.source, "place": note.place, "url": note.url}
            for note in map(note_view, brief.notes)
        ],
        "closing": CLOSING,
        "maker": f"communique {__version__}",
        "day": [day.year, day.month, day.day] if day else None,
        "fonts": FONTS,
    }


def _mapped(value: Any, spelled: set[str]) -> Any:
    """Return nested values with every text fit to be set; pictures and addresses stay."""
    if isinstance(value, str):
        return _fit(value, spelled)
    if isinstance(value, dict):
        return {
            key: each if key in _KEPT else _named(key, _mapped(each, spelled))
            for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [_mapped(each, spelled) for each in value]
    return value


def _named(key: str, value: Any) -> Any:
    """Return a value, or a mark of omission where it may not be empty."""
    return "…" if value == "" and key in _NEVER_EMPTY else value


def _fit(text: str, spelled: set[str]) -> str:
    """Return a text whose letters can be set."""
    odd = {letter for letter in set(text) if letter in spelled or _is_unknown(letter)}
    return "".join(_number(letter) if letter in odd else letter for letter in text)


def _is_unknown(letter: str) -> bool:
    """Tell whether Unicode gives a letter no meaning: private ones and those not yet given."""
    return unicodedata.category(letter) in ("Co", "Cn")


def _number(letter: str) -> str:
    return f"⟨U+{ord(letter):04X}⟩"


def _without_font(message: str) -> set[str]:
    """Return the letters that an error says no font has; none if it is about something else."""
    named = _NAMED.search(message)
    if not named or "could not be displayed" not in message:
        return set()
    plain = re.sub(
        r"\\u\{([0-9a-fA-F]+)\}", lambda found: chr(int(found[1], 16)), named["text"]
    ).replace("\\", "")
    return set(plain)


def _refuse_words(letters: set[str]) -> None:
    """Give up where letters of a word cannot be printed.

    Raises:
        Conflict: one of the ``letters`` belongs to a script's words.
    """
    for letter in sorted(letters):
        if unicodedata.category(letter)[0] in "LM":
            script = unicodedata.name(letter, "unknown").split()[0].capitalize()
            raise Conflict(
                f"no font of this machine has {letter!r} (script: {script})",
                remedy="install a font of that script (such as Noto), or take Word or HTML",
            )
