"""Offices with what belongs to them: of which state, of whom, and where no name is told."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.model import Span
from communique.read.who.found import Gender, Title
from communique.read.who.tongues.fields import (
    AND,
    body_ahead,
    closes,
    field_ahead,
    field_name,
    house_ahead,
    more_fields,
    ranked_ahead,
)
from communique.read.who.tongues.grammar import Tongue, is_any
from communique.read.who.tongues.marks import Mark

#: What an epithet that says no more than its class is compared as; see ``offices.matching``.
GENERAL = {
    "head-of-state": "head of state",
    "head-of-government": "head of government",
    "foreign-minister": "chief diplomat",
    "leader": "leader",
    "diplomat": "diplomat",
    "official": "official",
}


class OfficePhrase(msgspec.Struct, kw_only=True):
    """An office and its surroundings, as indices of marks.

    ``named`` is the name that it is the title of, ``apposed`` one that it is set behind.
    ``after`` is the first mark past it; ``bodies`` are name marks that belong to it.
    """

    span: Span
    title: Title
    after: int
    case: str | None = None
    determiner: str = ""
    named: int | None = None
    apposed: int | None = None
    predicate: bool = False
    gender: Gender | None = None
    bodies: tuple[int, ...] = ()


class _Right(msgspec.Struct):
    """What stands behind an office."""

    after: int
    office: str
    states: list[str] = []
    body: str | None = None
    bodies: list[int] = []
    field: int = 0


def office_phrase(marks: Sequence[Mark], at: int, floor: int, tongue: Tongue) -> OfficePhrase:
    """Return the phrase whose head is the office mark ``at``; nothing before ``floor`` is of it."""
    head = marks[at]
    left, states, determiner = _left(marks, at, floor, tongue)
    right = _right(marks, at, tongue)
    named = _named(marks, right.after, tongue)
    if named is None and (past := body_ahead(marks, right.after, tongue)):
        _take_body(marks, past, right)
        named = _named(marks, right.after, tongue)
    first, last = marks[left], marks[right.after - 1]
    meaning = head.meaning
    general = bool(meaning and meaning.general) and named is None
    office = right.office
    name = meaning.name if meaning else head.low
    if right.field and not general:
        name = f"{name} {field_name(marks[at + 1 : right.field])}"
    title = Title(
        office=office,
        name=GENERAL.get(office, name) if general else _printed(name, marks, at),
        states=tuple(dict.fromkeys((*states, *right.states))),
        body=right.body,
        evidence=Span(first.start, last.end),
        gender=meaning.gender if meaning else None,
        plural=head.case == "plural" or _is_plural(marks, left, head, tongue),
        general=general or (named is None and not right.field and is_any(meaning, tongue)),
    )
    before = marks[left - 1] if left else None
    apposed = None
    if named is None and before and before.low == "," and left > 1:
        apposed = left - 2 if marks[left - 2].kind == "name" else None
    start = (
        marks[left - 1].start
        if determiner and before and before.kind == "determiner"
        else first.start
    )
    return OfficePhrase(
        span=Span(start, last.end),
        title=title,
        after=right.after,
        case=_case(marks, left, head, tongue),
        determiner=determiner,
        named=named,
        apposed=apposed,
        gender=_gender(marks, left, tongue) if determiner else None,
        bodies=tuple(right.bodies),
    )


def holder_of(marks: Sequence[Mark], phrase: OfficePhrase, tongue: Tongue) -> int:
    """Return who holds an office that is not right before a name; -1 for nobody.

    It is set behind the name, or shared with another: "Vicepresidenta y | ministra, Ana Ruiz".
    """
    if phrase.apposed is not None:
        return phrase.apposed
    at = phrase.after + 1
    if (ranked := ranked_ahead(marks, phrase.after)) and not tongue.inflected:
        named = office_phrase(marks, ranked, ranked, tongue).named
        return named if named is not None and closes(marks, named + 1, tongue) else -1
    joined = at < len(marks) and marks[phrase.after].low in AND and marks[at].kind == "office"
    if not joined or phrase.title.plural:
        return -1
    named = office_phrase(marks, at, at, tongue).named
    return -1 if named is None else named


def _is_plural(marks: Sequence[Mark], left: int, head: Mark, tongue: Tongue) -> bool:
    """Tell "les deux présidents" from "le président", in languages without cases."""
    ending = tongue.raw.get("plural_ending")
    if ending and head.meaning is not None:
        low, lemma = head.low.split()[0], head.meaning.name.casefold().split()[0]
        if low != lemma and low.endswith(ending) and not lemma.endswith(ending):
            return True
    several = str(tongue.raw.get("several", "")).split()
    return bool(left) and marks[left - 1].low in several


def _gender(marks: Sequence[Mark], left: int, tongue: Tongue) -> Gender | None:
    """Return the gender that an article tells: "la ministre"."""
    genders: dict[str, Gender] = tongue.raw.get("article_genders", {})
    return genders.get(marks[left - 1].low)


def _case(marks: Sequence[Mark], left: int, head: Mark, tongue: Tongue) -> str | None:
    """Return the case of an office: its own, or that of the preposition before the phrase.

    A man's title may stand in one form before a woman's name: "z premier Ewą Zarembą".
    """
    if head.case not in (None, "nom") or not left:
        return head.case
    return tongue.prepositions.get(marks[left - 1].low, head.case)


def _printed(name: str, marks: Sequence[Mark], at: int) -> str:
    """Return the lemma of an office; a capital stays where one is printed."""
    return name[:1].upper() + name[1:] if marks[at].capital else name


def _left(marks: Sequence[Mark], at: int, floor: int, tongue: Tongue) -> tuple[int, list[str], str]:
    """Return where the phrase begins, the states before the office, and its determiner."""
    left, states = at, list[str]()
    if tongue.state_first:
        left = _states_first(marks, at, floor, states)
    while left - 1 >= floor and marks[left - 1].kind == "adjective":
        if left - 2 >= floor and marks[left - 2].kind in ("side", "body"):
            break  # "strony litewskiej | prezydent …"
        left -= 1
        states.append(marks[left].key)
    before = marks[left - 1] if left - 1 >= floor else None
    if before and tongue.nouns and before.kind == "state" and before.low.endswith("s"):
        left -= 1  # "Polens | Ministerpräsidentin"
        states.append(before.key)
    determiner = ""
    if left - 1 >= floor and marks[left - 1].kind == "determiner":
        determiner = "a" if marks[left - 1].low in tongue.indefinite else "the"
    elif left - 1 >= floor and marks[left - 1].low in tongue.raw.get("contracted_articles", ()):
        determiner = "the"  # "zum | Präsidenten", "du | président"
    return left, states, determiner


def _states_first(marks: Sequence[Mark], at: int, floor: int, states: list[str]) -> int:
    """Return where the states before an office begin: "Polonya'nın Ankara | Büyükelçisi"."""
    left = at
    while left - 1 >= floor and left > at - 5:
        before = marks[left - 1]
        n = left - 1
        if before.kind == "seat" and n > floor and marks[n - 1].kind in ("state", "word"):
            n -= 1
        if n > floor and marks[n].kind == "word" and marks[n].low[:1] in _SUFFIX:
            n -= 1
        joins = marks[n].low in AND and n > floor and marks[n - 1].kind == "state" and states
        n -= 1 if joins else 0
        if n < floor or marks[n].kind not in ("state", "adjective"):
            break
        states.insert(0, marks[n].key)
        left = n
    return left


#: What parts the suffix of a name from it.
_SUFFIX = ("'", "’")


def _right(marks: Sequence[Mark], at: int, tongue: Tongue) -> _Right:
    """Read what an office is of: a state, a field, a body."""
    meaning = marks[at].meaning
    right = _Right(after=at + 1, office=meaning.key if meaning else "")
    while right.after < len(marks):
        n = right.after
        mark = marks[n]
        if (length := field_ahead(marks, at, n, tongue)) and right.after == at + 1:
            right.after = n + length  # "министр | связи и транспорта | Норвелии"
        elif _field_of_state(marks, n, tongue):
            right.states.append(mark.key)  # "szef | polskiej dyplomacji"
            right.office, right.after = marks[n + 1].key or right.office, n + 2
        elif tongue.inflected and _house_of_state(marks, n) and not right.body:
            right.states.append(mark.key)
            right.body, right.after = marks[n + 1].low, n + 2
        elif mark.kind == "adjective" and not tongue.inflected:
            right.states.append(mark.key)
            right.after = n + 1
        elif mark.kind == "tail":
            right.after = n + 1  # "président haïtien | par intérim"
        elif mark.kind == "field":
            right.office, right.after, right.field = _office_of(mark, right), n + 1, n + 1
        elif length := more_fields(marks, n, tongue):
            right.office = _office_of(marks[n + length - 1], right)
            right.after = right.field = n + length
        elif mark.kind == "state" and _takes_states(tongue) and not right.states:
            right.states.append(mark.key)
            right.after = n + 1
        elif mark.kind in _BODIES and _takes_states(tongue) and not right.body:
            right.body = mark.meaning.name if mark.meaning else mark.low
            right.after = n + 1
        elif (past := house_ahead(marks, n, tongue)) and right.after == at + 1:
            right.body = right.body or marks[n].low
            right.bodies.append(n)
            right.after = past
        elif _serves(marks, at, n):
            right.states += [mark.key] if mark.kind == "adjective" else []
            _of_officer(marks, n + (mark.kind == "adjective"), right, tongue)
        elif right.office == "ambassador" and _is_posted(marks, n, tongue):
            right.after = n + 2  # "the ambassador of A | in B"
        elif mark.low == tongue.raw.get("posted") and _named(marks, n + 2, tongue) is not None:
            right.after = n + 2  # "سفير فرنسا | لدى المملكة | X"
        elif mark.low in AND and _another_state(marks, n, right):
            right.states.append(marks[n + 1].key)
            right.after = n + 2
        elif mark.kind == "link" or (mark.kind == "determiner" and mark.low in _GENITIVES):
            after = _linked(marks, n, right, tongue)
            if not after:
                break
            right.after = after
        else:
            break
    return right


def _office_of(field: Mark, right: _Right) -> str:
    """Return the office that a field makes: a secretary of state for trade is a minister."""
    if right.office == "foreign-minister" and not field.key:
        return "minister"
    return field.key or right.office


def _takes_states(tongue: Tongue) -> bool:
    """Tell whether a state stands right behind its office, in a case or construct state."""
    return tongue.inflected or tongue.nouns or bool(tongue.raw.get("construct"))


_BODIES = ("organisation", "body", "side")


def _field_of_state(marks: Sequence[Mark], n: int, tongue: Tongue) -> bool:
    """Tell whether an adjective and a field follow: "head of | Polish diplomacy"."""
    return (
        tongue.inflected
        and marks[n].kind == "adjective"
        and n + 1 < len(marks)
        and marks[n + 1].kind == "field"
    )


def _house_of_state(marks: Sequence[Mark], n: int) -> bool:
    """Tell whether an adjective and a house follow: "речник | угорського уряду"."""
    after = marks[n + 1] if n + 1 < len(marks) else None
    return marks[n].kind == "adjective" and after is not None and after.kind in ("side", "body")


def _serves(marks: Sequence[Mark], at: int, n: int) -> bool:
    """Tell whether the officer at ``n`` stands in the genitive behind that at ``at``."""
    n += marks[n].kind == "adjective"
    other = marks[n] if n < len(marks) else None
    return other is not None and other.kind == "office" and other.case == "gen" != marks[at].case


def _of_officer(marks: Sequence[Mark], n: int, right: _Right, tongue: Tongue) -> None:
    """Read whose officer somebody is: "пресс-секретарь | президента Норвелии"."""
    other = _right(marks, n, tongue)
    meaning = marks[n].meaning
    right.states += other.states
    right.body = right.body or (meaning.name if meaning else None)
    right.after = other.after


def _is_posted(marks: Sequence[Mark], n: int, tongue: Tongue) -> bool:
    following = marks[n + 1].kind if n + 1 < len(marks) else ""
    return marks[n].low in tongue.places and following in ("state", "seat")


def _another_state(marks: Sequence[Mark], n: int, right: _Right) -> bool:
    """Tell whether "and" and a second state follow: "the ministers of A | and B"."""
    return bool(right.states) and n + 1 < len(marks) and marks[n + 1].kind == "state"


_GENITIVES = frozenset(("der", "des"))  # "Präsident der Republik …"


def _linked(marks: Sequence[Mark], link: int, right: _Right, tongue: Tongue) -> int:
    """Read what a link ties to an office; return the mark past it, 0 for nothing of the kind."""
    n = link + 1
    while n < len(marks) and marks[n].kind in ("determiner", "link") and n < link + 3:
        n += 1
    if n >= len(marks):
        return 0
    mark = marks[n]
    if mark.kind == "state":
        if right.states:
            return 0
        right.states.append(mark.key)
        return n + 1
    if mark.kind == "field":
        right.office = _office_of(mark, right)
        right.field = n + 1
        return n + 1
    if mark.kind in _BODIES and mark.meaning:
        right.body = right.body or mark.meaning.name
        return n + 1
    contracted = marks[link].low in tongue.raw.get("contracted_articles", ())
    if mark.kind == "office" and (contracted or n > link + (tongue.nouns is False)):
        _of_officer(marks, n, right, tongue)
        return right.after
    if mark.kind == "name" and set(mark.low.split()) & tongue.bodies:
        right.body = right.body or mark.low
        right.bodies.append(n)
        return n + 1
    return 0


def _take_body(marks: Sequence[Mark], past: int, right: _Right) -> None:
    """Take the words up to ``past`` as what an office is of: "leader | of the opposition"."""
    of = [mark for mark in marks[right.after : past] if mark.kind not in ("link", "determiner")]
    right.states += [mark.key for mark in of if mark.kind in ("adjective", "state")]
    plain = [mark.low for mark in of if mark.kind in ("word", "name", "field", "body", "side")]
    right.body = right.body or " ".join(plain) or None
    right.bodies += [n for n in range(right.after, past) if marks[n].kind == "name"]
    right.after = past


def _named(marks: Sequence[Mark], after: int, tongue: Tongue) -> int | None:
    """Return the name that an office is the title of: right behind it, or behind "Mr"."""
    n = after
    if n + 1 < len(marks) and marks[n].low == "," and marks[n + 1].kind in ("courtesy", "name"):
        n += 1
        if marks[n].kind == "name" and not closes(marks, n + 1, tongue):
            return None  # "met the President, Ada Lind told reporters"
    while n < len(marks) and marks[n].kind in ("courtesy", "counterpart"):
        n += 1
    return n if n < len(marks) and marks[n].kind == "name" else None
