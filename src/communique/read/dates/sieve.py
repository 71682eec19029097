"""Tells dates from words and figures that only look like them."""

from __future__ import annotations

import re

from communique.read.dates.scene import Found

_SYMBOL_BEFORE = re.compile(r"[$€£¥#№]\s?$|\d[,.]?\s$")
_PUNCTUATION_BEFORE = re.compile(r"[(,;:–—-]\s?$")
_SHARE_AFTER = re.compile(r"\s?[%°]")
_WORD_AFTER = re.compile(r"\s+[^\W\d_]")
_YEAR_BEFORE_UNIT = re.compile(r"(?:19|20)\d\d\s")
#: What a capital may follow in any case: the beginning of a sentence, a line, a quotation.
_OPENING = re.compile(r"(?:^|[.!?:;\n`“‘\"'«(\[*_•–—-])\s*$")
_LOOK = 4
_QUOTED = re.compile(r"[“‘\"'«„][^“‘\"'«„]+?[,.]?[”’\"'»]")
_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z]\w*")
_WORDS = re.compile(r"(?<!\w)[^\W\d_]\w*")
_NAME_AFTER = re.compile(r"\s[A-Z]")


def is_date(found: Found, text: str) -> bool:
    """Tell whether the match is a temporal expression in its place."""
    check = _CHECKS.get(found.gives)
    return check is None or check(found, text)


def is_name(found: Found, text: str) -> bool:
    """Tell whether words of time are written as a name: "a USA Today poll", "on ABC's This Week".

    They are where they have capitals that neither their place nor the language asks for.
    """
    language = found.language
    if found.gives not in _PLAIN or not language.capitals or language.capital_nouns:
        return False
    printed = found.span.of(text)
    if printed.istitle() and _QUOTED.match(text[found.span.start - 1 : found.span.end + 2]):
        return True  # the programme "This Week"
    if not printed.istitle() or _OPENING.search(text[: found.span.start][-_LOOK:]):
        return False
    around = (
        text[found.sentence.start : found.span.start] + text[found.span.end : found.sentence.end]
    )
    return len(_SMALL.findall(around)) * 2 > len(_WORDS.findall(around))


def _before(found: Found, text: str) -> str:
    return text[max(found.sentence.start, found.span.start - 24) : found.span.start]


def _after(found: Found, text: str) -> str:
    return text[found.span.end : min(found.sentence.end, found.span.end + 24)]


def _is_capital(found: Found, table: str) -> bool:
    raw = found.raw(table)
    return not found.language.capitals or raw is None or raw[:1].isupper()


def _year(found: Found, text: str) -> bool:
    """A bare year: not a sum, a count or a number of something."""
    before, after, language = _before(found, text), _after(found, text), found.language
    number = found.number("year") or 0
    if _SYMBOL_BEFORE.search(before) or language.sees("numbered", before):
        return False
    if not 1500 <= number <= 2100 or _SHARE_AFTER.match(after):
        return False
    if language.sees("counted", after):
        return language.sees("in_year", before)
    if found.span.start == found.sentence.start or number > 1900:
        return True
    return bool(_PUNCTUATION_BEFORE.search(before)) or language.sees("before_year", before)


def _month(found: Found, text: str) -> bool:
    """A bare month: "May" and "March" are also verbs and names, "Mar." and "Sun" are short."""
    raw = found.raw("month") or ""
    if not _is_capital(found, "month"):
        return False
    doubtful = raw.lower() in found.language.doubtful
    if not doubtful:
        return True
    if _NAME_AFTER.match(_after(found, text)):
        return False
    return found.raw("which") is not None or found.language.sees(
        "before_month", _before(found, text)
    )


def _calendar(found: Found, text: str) -> bool:
    return _is_capital(found, "month")


def _weekday(found: Found, text: str) -> bool:
    raw = found.raw("weekday") or ""
    return _is_capital(found, "weekday") and raw.lower() not in found.language.doubtful


def _duration(found: Found, text: str) -> bool:
    """A length: not "a second call", "three quarters of it", "60 Minutes", "the 2030 quarter"."""
    name, after = found.word("unit"), _after(found, text)
    unit = found.raw("unit") or ""
    if _YEAR_BEFORE_UNIT.match(found.span.of(text)) and not unit.endswith("s"):
        return False
    if name == "second" and _is_single(found):
        return not _WORD_AFTER.match(after)
    if name == "quarter":
        is_share = found.language.sees("of", after) and not _is_vague(found)
        return not _is_single(found) and not is_share
    return not unit[:1].isupper() or unit.isupper() or found.language.capital_nouns


def _is_single(found: Found) -> bool:
    raw = found.raw("num") or ""
    return 1 in {found.language.meaning(table, raw) for table in ("article", "number")}


def _is_vague(found: Found) -> bool:
    """Tell whether the number is none: "several quarters of losses" is no share of losses."""
    return found.language.meaning("number", found.raw("num") or "") == -1


def _relative(found: Found, text: str) -> bool:
    """ "The day before" by itself, not "the day before the talks"."""
    if "before" in found.groups or "after" in found.groups:
        return not _WORD_AFTER.match(_after(found, text))
    return True


def _reference(found: Found, text: str) -> bool:
    """ "Soon", not "as soon as", "shortly after", "at the time of", "soon left"."""
    before, after = _before(found, text), _after(found, text)
    words = (found.raw("reference") or "").lower()
    is_first = not _WORDS.search(text[found.sentence.start : found.span.start])
    if words == "the past" and (is_first or found.language.sees("beside_past", after)):
        return False  # "The past practice", "the past three meetings"
    if is_first and after.startswith(",") and found.language.sees("opening_word", words):
        return False  # "Now, that is another story"
    if found.language.sees("after_reference", after) or found.language.sees(
        "before_reference", before
    ):
        return False
    return found.word("reference") != "FUTURE_REF" or not _is_told_of(found, before, after)


def _is_told_of(found: Found, before: str, after: str) -> bool:
    """ "He soon left", "he was soon released": no future."""
    past = found.language.context("past")
    directly = past is not None and past.match(after.lstrip()) is not None
    return directly or found.language.sees("soon_past", before)


def _offset(found: Found, text: str) -> bool:
    """Not "Morgen", a noun of German, where "morgen" is tomorrow."""
    raw = found.raw("offset") or ""
    if not found.language.capital_nouns or not raw[:1].isupper():
        return True
    return _OPENING.search(text[: found.span.start][-_LOOK:]) is not None


#: What is written small: no months, no days of the week, no holidays.
_PLAIN = frozenset({"clock", "coming", "current", "daypart", "offset", "past", "relative", "unit"})
_CHECKS = {
    "year": _year,
    "month": _month,
    "calendar": _calendar,
    "days": _calendar,
    "stretch": _calendar,
    "dayclock": _calendar,
    "weekday": _weekday,
    "duration": _duration,
    "relative": _relative,
    "reference": _reference,
    "offset": _offset,
}
