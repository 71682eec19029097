"""Words that mark a line as header or footer (``labels.toml``)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import tomli

_LABELLED = re.compile(
    r"(?P<label>[^:：|\n]{1,32}?)\s{0,3}[:：]\s{0,8}(?P<value>\S.{0,300})?$", re.DOTALL
)
_GAP = re.compile(r"\s+")
#: The number of a release, after its kind.
_NUMBERED = re.compile(r"[ ,]{0,2}(?:no|nr|num|n°|nº|№|#)\.?\s{0,2}\d[\d/.–-]{0,15}$")
#: No label is longer.
_LONGEST = 36
_STROKES = " \t\r\n*_#-–—•·|/()[]<>.{}"


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """A ``label: value`` line; ``at`` is where the value begins in it."""

    slot: str
    value: str
    at: int


def labelled(line: str) -> Labelled | None:
    """Return the slot and value of a line such as ``Source: Office of the President``."""
    match = _LABELLED.match(line)
    if match is None:
        return None
    slot = labels().get(folded(match["label"]))
    if slot is None:
        return None
    value = match["value"] or ""
    return Labelled(slot=slot, value=value.strip(" *_"), at=match.start("value") if value else -1)


def prefixed(line: str, slots: tuple[str, ...]) -> Labelled | None:
    """Return slot and value of a line that opens with a label and no colon (``date 3 May …``).

    The longest label counts: ``published on``, not ``published``.
    """
    found = None
    for gap in _GAP.finditer(line, 0, _LONGEST):
        slot = labels().get(line[: gap.start()].casefold())
        if slot in slots and gap.end() < len(line):
            found = Labelled(slot=slot, value=line[gap.end() :], at=gap.end())
    return found


def is_genre(words: str) -> bool:
    """Tell whether the words name a kind of text ("Press release No. 12") and nothing else."""
    return _NUMBERED.sub("", folded(words)) in _genres()


def is_credit(words: str) -> bool:
    """Tell whether the words only say that agencies or the staff wrote the text."""
    return folded(words) in _credits()


def is_tally(words: str) -> bool:
    """Tell whether the words count readers or time ("48.2K views", "3 hours ago")."""
    return _tally().fullmatch(words.strip()) is not None


def is_rubric(words: str) -> bool:
    """Tell whether the words name a part of a paper or site ("World news") and nothing else."""
    return folded(words) in _rubrics()


def is_reference(words: str) -> bool:
    """Tell whether the words are the number of a release and nothing else ("No. 114-2031")."""
    return _NUMBERED.fullmatch(folded(words)) is not None


def is_correction(words: str) -> bool:
    """Tell whether the line, in brackets, says what an agency changed ("(Corrects the day …)")."""
    return _corrections().fullmatch(words.strip()) is not None


def job_at_end(words: str) -> int | None:
    """Return where what an author does begins, if the words end with it ("… Staff Writer")."""
    match = _jobs().search(words)
    return match.start() if match else None


def is_office(words: str) -> bool:
    """Tell whether the words hold one that only the name of an office holds."""
    return _offices().search(words) is not None


def is_house(words: str) -> bool:
    """Tell whether the words hold one that names of papers, agencies and stations hold."""
    return not _houses().isdisjoint(words.casefold().split())


def is_ending(words: str) -> bool:
    """Tell whether a line only says that the report ends here."""
    return words.strip().casefold().strip(".") in _endings() or not folded(words)


def distributor_marked(words: str) -> str | None:
    """Return the distributor whose mark the line is, if it is one."""
    return _distributors().get(folded(words))


def folded(words: str) -> str:
    """Return the words in lower case, without strokes, stars and brackets around them."""
    return " ".join(words.strip(_STROKES).casefold().split())


def agency_name(words: str) -> str:
    """Return the name of an agency in a dateline without what stands for its correspondent."""
    parts = words.split()
    return " ".join(part for part in parts if part.casefold() not in _correspondents()) or words


@cache
def labels() -> dict[str, str]:
    """Return slot by label."""
    return {label: slot for slot, names in _table()["labels"].items() for label in names}


@cache
def particles() -> frozenset[str]:
    """Return the words in lower case that names of places may have ("Oberhaven am See")."""
    return frozenset(_table()["places"]["particles"])


@cache
def day_words() -> re.Pattern[str]:
    """Match what stands between a place and its day ("le", "den")."""
    words = "|".join(re.escape(word) for word in _table()["places"]["days"])
    return re.compile(rf"(?:{words})\s{{1,3}}", re.IGNORECASE)


@cache
def place_openings() -> re.Pattern[str]:
    """Match what stands before a place that a day follows ("Fait à")."""
    words = "|".join(re.escape(word) for word in _table()["places"]["openings"])
    return re.compile(rf"(?:{words})\s{{1,3}}", re.IGNORECASE)


@cache
def _genres() -> frozenset[str]:
    return frozenset(_table()["genres"]["names"])


@cache
def _credits() -> frozenset[str]:
    return frozenset(_table()["credits"]["names"])


@cache
def _houses() -> frozenset[str]:
    return frozenset(_table()["houses"]["words"])


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(_table()["rubrics"]["names"])


@cache
def _corrections() -> re.Pattern[str]:
    words = "|".join(_table()["corrections"]["words"])
    return re.compile(rf"\((?:{words})\b[^\n]{{3,300}}\)", re.IGNORECASE)


@cache
def _correspondents() -> frozenset[str]:
    return frozenset(_table()["jobs"]["short"])


@cache
def _jobs() -> re.Pattern[str]:
    jobs, fields = _table()["jobs"]["names"], _table()["jobs"]["fields"]
    before = "|".join(re.escape(word) for word in fields)
    named = "|".join(re.escape(word) for word in jobs)
    return re.compile(rf"(?<!\w)(?:(?:{before})\s)*(?:{named})s?$", re.IGNORECASE)


@cache
def _tally() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _table()["tallies"]["words"])
    number = r"\d[\d.,\u00a0 ]{0,9}\s?[KMkmкКмМ]?\.?"
    ago = "|".join(re.escape(word) for word in _table()["tallies"]["ago"])
    since = rf"(?:[^\W\d_]+:?\s)?\d{{1,2}}\s[^\W\d_]{{1,8}}\s(?:{ago})"
    readers = rf"{number}\s?(?:{words})|(?:{words})\s?{number}"
    return re.compile(rf"{since}|(?:👁\s?)?(?:{readers})|👁\s?{number}", re.IGNORECASE)


@cache
def _endings() -> frozenset[str]:
    return frozenset(_table()["endings"]["marks"])


@cache
def _offices() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _table()["offices"]["words"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _distributors() -> dict[str, str]:
    return {mark: row["name"] for row in _table()["distributors"] for mark in row["marks"]}


@cache
def _table() -> dict[str, Any]:
    source = files(__package__).joinpath("labels.toml").read_text(encoding="utf-8")
    return tomli.loads(source)
