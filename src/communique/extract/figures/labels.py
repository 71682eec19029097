"""Numbers that count nothing: years, sections, clock times, telephone numbers, list marks."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.extract.figures.numbers import Number
from communique.extract.figures.tables import Tables

_NOISE = re.compile(
    r"<td[^<>]{0,80}>\s*(?:<\w{1,8}>\s*)?[^<>\s]{1,30}\s*(?:</\w{1,8}>\s*)?</td>|<[/!a-zA-Z][^<>]{0,400}>|&\w{1,12};|&#\d{1,6};"
    r"|\b[Ff]light\s+[A-Z]{2,3}\s?\d{1,4}\b|\b1-8\d\d\b|\b[A-Z]{1,4}\.(?:\s?[A-Z][A-Za-z]{0,4}\.){0,2}\s?\d{1,5}\b(?!\s*(?:%|percent))"
    r"|\b\d{1,4}\s+(?:[A-Z][a-z]{0,6}\.\s?){1,3}\s?\d[\d,]{0,8}\b"
    r"|%[0-9A-F]{2}(?:%[0-9A-F]{2})*|\b(?:width|height|size|border)=\S{1,12}"
    r"|\b\d{1,5}(?:\.\d{1,4}){2,5}\b|\b\d{3}\s?\([a-z]\)|https?://\S+|\]\([^)\s]*\)|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
    r"|\+\d[\d ().-]{6,20}\d|\(\d{3}\)\s*\d{3}-\d{4}|\b\d{3}-(?:\d{3}-)?\d{4}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,4}/\d{1,2}(?:/\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b"
)
_ORDINAL = re.compile(
    r"\s?<sup>|\s+and\s+\w{2,9}(?:first|second|third|[a-z]th)\b|-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\w{2,9}th)\b"
)
#: Before a number: "one in (five)", "the ages of (18)".
_RATIO = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+in(?:\s+every)?"
    r"|(?:one|two|three|four|nine|\d{1,2})\s+out\s+of(?:\s+every)?"
    r"|ages?\s+of(?:\s+\d+\s+(?:and|to))?|ages?\s+between)\s+$",
    re.IGNORECASE,
)
#: After a number: "(two) out of three", "(nine) in ten".
_RATIO_AFTER = re.compile(
    r"\s+(?:out\s+of\s+(?:every\s+|the\s+)?(?:\d{1,3}|[a-z]{3,6})|in\s+(?:every\s+)?(?:three|four"
    r"|five|six|seven|eight|nine|ten|twelve|twenty))\b(?!\s+(?:days|weeks|months|years|percent))",
    re.IGNORECASE,
)
_ONE_IN = re.compile(
    r"\d\s+in\s+(?:every\s+)?\d{1,2}\b(?![\d,.:]\d|\s*%|\s+(?:days|weeks|months|years|hours|percent)\b)"
)
#: After a number: "12- to 17-year-olds", the first of two ages or sizes.
_SPAN = re.compile(r"-\s+(?:to|and|or)\s+\w")
#: After a number: "65 or older", an age; "eight hundr- ", a word that breaks off.
_OLDER = re.compile(
    r"\s+(?:or|and)\s+(?:(?:plus|older|younger)\b|(?:over|above|up|under)\b(?!\s+\w))"
)
_BROKEN = re.compile(r"\s+[a-z]{2,6}-(?=\s(?!(?:and|or|to)\b))")
_STREET = re.compile(
    r"\s+(?:[A-Z][\w.]{0,20}\s+){1,4}(?:Street|Avenue|Road|Drive|Boulevard|Lane|Way|Highway|Plaza)\b"
)
_LIST_MARK = re.compile(r"(?:^|\n)[ \t>*\\-]*\(?\d{1,3}\\?[.)](?=\s)")
#: Before a number: "Orders 13661, 13662 and", whose label holds for all.
_LISTED = re.compile(r"([^\W\d_][\w.]*)\s+\d[\w.]*(?:,\s+\d[\w.]*)*(?:,?\s+\w{1,8}|,)\s+$")
_LIST = 60  # letters of such a list
#: After a number: "Loan Program", and nothing that is counted.
_TITLE = re.compile(r" ((?:[A-Z][\w-]*\s){1,3}[A-Z][\w-]*)(?=[,.;:)]|\s[a-z]{2,5}\s|$)")
_OLDEST = 100  # years
_GAP = frozenset(' \t\n\u00a0("“')
_WORD_AFTER = re.compile(r"[ \t\u00a0\n]*([\w'’.]+)")


def noise_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches between two offsets that are addresses, times or list marks."""
    found = [m.span() for m in _NOISE.finditer(text, start, end)]
    begin = max(0, start - 1)
    return sorted(found + [m.span() for m in _LIST_MARK.finditer(text, begin, end)])


def is_noise(noise: list[tuple[int, int]], first: int, end: int) -> bool:
    """Tell whether ``[first, end)`` meets one of the stretches, which are in order."""
    at = bisect_left(noise, (end, 0))
    return any(stop > first for _, stop in noise[max(0, at - 3) : at])


def is_label(tables: Tables, text: str, number: Number) -> bool:
    """Tell whether a number names or dates something, and does not count it."""
    return (
        _is_attached(text, number)
        or _is_labelled(tables, text, number)
        or _is_year(tables, text, number)
        or _is_name(text, number)
        or _is_title(tables, text, number)
        or _is_plain_one(number)
        or _is_known_group(tables, text, number)
        or word_after(text, number.end).lower() in ("times", "time")
        or _is_address(tables, text, number)
        or _is_bare_magnitude(tables, text, number)
        or _is_age(tables, text, number)
        or _RATIO_AFTER.match(text, number.end) is not None
        or _ONE_IN.match(text, number.first) is not None
        or _SPAN.match(text, number.end) is not None
        or _OLDER.match(text, number.end) is not None
        or _BROKEN.match(text, number.end) is not None
        or _is_day(tables, text, number)
        or _is_branch(tables, text, number)
        or _RATIO.search(text, max(0, number.first - 30), number.first) is not None
    )


def word_before(text: str, at: int) -> str:
    """Return the word before an offset in lower case, or an empty string."""
    end = at
    while end > 0 and text[end - 1] in _GAP:
        end -= 1
    start = end
    while start > max(0, end - 40) and (text[start - 1].isalnum() or text[start - 1] in "_.'’"):
        start -= 1
    return text[start:end].lower().replace("’", "'")


def word_after(text: str, at: int) -> str:
    """Return the word after an offset as printed, or an empty string."""
    found = _WORD_AFTER.match(text, at)
    return found[1].rstrip(".") if found else ""


def _is_attached(text: str, number: Number) -> bool:
    """Tell "F-16", "21st", "COVID-19", "[3]", "#4" from counts."""
    before = text[number.first - 1 : number.first]
    after = text[number.end : number.end + 1]
    if _ORDINAL.match(text, number.end):
        return True
    if before and (before.isalnum() or before in "_#№§&=/@’‘'"):
        return True
    if before in ("-", "–", "+") and text[max(0, number.first - 2) : number.first - 1].isalnum():
        return True
    if (
        after.isalpha()
        or after in ("_", "/", "@")
        or text[number.end : number.end + 2] in ("(k", "(a", "(b", "(c", "(d")
        or (before in "[(" and after in "])" and before)
    ):
        return True
    return (
        after == "-"
        and number.unit is None
        and text[number.end + 1 : number.end + 2].isalpha()
        and not number.scaled
    )


def _is_labelled(tables: Tables, text: str, number: Number) -> bool:
    if number.bounded or (number.unit is not None and number.family != "duration"):
        return False
    labels = tables.words.get("label", frozenset())
    word = word_before(text, number.start)
    if word in labels or word.rstrip(".") in labels:
        return True
    joined = word in tables.words.get("range", ()) or text[number.first - 2 : number.first] == ", "
    if number.spelt or not joined:
        return False
    listed = _LISTED.search(text, max(0, number.first - _LIST), number.first)
    return listed is not None and listed[1].lower() in labels  # "Orders 13685 and 13849"


def _is_year(tables: Tables, text: str, number: Number) -> bool:
    """Tell a year from a count of two thousand: by what stands around a bare four-digit number."""
    if number.spelt or number.scaled or number.unit or number.low != number.high:
        return False
    printed = text[number.first : number.end]
    if not (len(printed) == 4 and printed.isdigit() and 1500 <= int(printed) <= 2100):
        return False
    after = word_after(text, number.end)
    counted = after.islower() and (after.endswith("s") or after in tables.words.get("plural", ()))
    if number.bounded:
        return not counted
    before = word_before(text, number.first)
    return before in tables.words.get("year_context", ()) or not counted or int(printed) % 100 != 0


def _is_title(tables: Tables, text: str, number: Number) -> bool:
    """Tell "its 504 Loan Program", one thing with a number, from a count of things."""
    if number.spelt or number.scaled or number.unit or number.bounded or number.low == 1:
        return False
    found = _TITLE.match(text, number.end)
    if found is None:
        return False
    head = found[1].split()[-1]
    return not head.endswith("s") and head.lower() not in tables.words.get("plural", ())


def _is_name(text: str, number: Number) -> bool:
    """Tell "Three Seas Initiative", "Seven Hills" from counts."""
    if not number.spelt or not text[number.first : number.first + 1].isupper() or number.scaled:
        return False
    return word_after(text, number.end)[:1].isupper() or (
        word_before(text, number.first) != ""
        and (
            text[number.first - 1 : number.first] == " "
            and text[max(0, number.first - 2)] not in '.!?:"”“'
        )
    )


def _is_plain_one(number: Number) -> bool:
    """Tell the "one" of "one of them", "no one", "one day" from one per cent."""
    if number.low != 1 or not number.spelt or number.scaled:
        return False
    return number.unit is None or number.family == "duration"


def _is_known_group(tables: Tables, text: str, number: Number) -> bool:
    """Tell "the two leaders" from a count."""
    if number.unit is not None or number.scaled or (number.high or 99) > 10 or number.bounded:
        return False
    if number.low == 0 and number.spelt:
        return True
    before, after = word_before(text, number.first), word_after(text, number.end).lower()
    last = before in tables.words.get("definite", ())  # "the last four or five —"
    if (not after and (number.exact or last)) or after in tables.words.get("not_counted", ()):
        return True
    if (number.high or 0) <= 3 and before in tables.words.get("definite", ()):
        return True
    return (
        number.spelt
        and after in tables.words.get("known_group", ())
        and ((number.high or 0) <= 3 or before in tables.words.get("definite", ()))
    )


def _is_bare_magnitude(tables: Tables, text: str, number: Number) -> bool:
    """Tell "parts per trillion" from "a trillion": no number says how many."""
    words = text[number.first : number.end].lower().split()
    if number.unit == "share" and word_before(text, number.first) == "at":
        return True  # "we end at quarter of five"
    if number.unit == "share" and _is_part(tables, text, number):
        return True  # "in the second half of April"
    alone = len(words) == 1 or (len(words) == 2 and number.unit is not None)
    return alone and words[0] in tables.magnitudes and words[0] not in tables.vague


def _is_part(tables: Tables, text: str, number: Number) -> bool:
    """Tell "the second half of the year", a time, from "half of the prisoners"."""
    return word_before(text, number.first) in tables.words.get("part", ())


def _is_age(tables: Tables, text: str, number: Number) -> bool:
    """Tell "children under 12" from a bound of something counted."""
    open_ended = number.bounded and (number.low is None or number.high is None)
    if not open_ended or number.unit is not None or number.scaled:
        return False
    before = word_before(text, number.start)
    bare = not word_after(text, number.end)[:1].islower()
    return before in tables.words.get("aged", ()) or (
        bare and before in tables.words.get("aged_if_bare", ()) and (number.high or 0) < _OLDEST
    )


def _is_day(tables: Tables, text: str, number: Number) -> bool:
    """Tell the day of "(June 24, 2020)", which no date was read of, from a count."""
    if number.spelt or number.scaled or number.unit or (number.high or 99) > 31:
        return False
    return word_before(text, number.first).rstrip(".") in tables.words.get("month", ())


def _is_branch(tables: Tables, text: str, number: Number) -> bool:
    """Tell "out of Local 44", a branch that bears a number, from "local 44"."""
    if number.spelt or number.unit:
        return False
    before = text[max(0, number.first - 20) : number.first].rsplit(maxsplit=1)
    word = before[-1] if before else ""
    return word[:1].isupper() and word.lower() in tables.words.get("branch", ())


def _is_address(tables: Tables, text: str, number: Number) -> bool:
    if number.scaled or number.unit:
        return False
    if not number.spelt and _STREET.match(text, number.end):
        return True
    after = word_after(text, number.end)
    return after.lower() in tables.words.get("address", ()) or after in ("U.S.C", "Stat", "CFR")
