"""Whether the one who does an act is told whole: no name cut, no first or last of several."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft

_ROW = 24  # items of a row of names
_PIECE = 9  # items of one of them
_TITLE = 5  # items of the rest of a law's name
_FUNCTION = (
    "preposition", "conjunction", "subordinator", "adverb", "determiner", "reporting", "title",
    "pronoun", "relative", "conditional", "be", "have", "do", "modal", "future",
)  # fmt: skip
_COUNTED = ("determiner", "preposition", "article")
_LAWS = frozenset(["act", "memorandum", "order", "proclamation"])
_PRONOUNS = frozenset(["i", "we", "he", "she", "they", "it", "you"])


def is_cut_doer(clause: Clause, draft: Draft) -> bool:
    """Tell whether words of the doer, or others who did it as well, are left out."""
    actor = draft.actor
    if actor is None or actor.first >= actor.last:
        return False
    if actor.last > draft.verb:  # "proposed by"
        return _names_office(clause, actor.last) or _goes_on(clause, actor.last)
    if draft.why.startswith("noun:"):
        return False
    whom = draft.verb + 1
    himself = clause.word(whom) in ("him", "them") and clause.person_at(whom)
    if himself and set(himself) & set(actor.actors):
        return True  # "Lind has shown that those who criticise him"
    if actor.last < draft.group and (
        _goes_on(clause, actor.last) or _tells_whose(clause, draft, actor.last)
    ):
        return True
    return (
        _is_law(clause, actor.first, actor.last)
        or _is_tail(clause, actor.first)
        or _is_part_of_crowd(clause, actor.first, actor.last)
        or _is_second(clause, actor.first, not actor.actors)
        or _is_first(clause, actor.last, draft.group)
    )


def _is_law(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the doer is a bill or an act of parliament, or only named in its title."""
    if any(clause.word(at).split()[-1:] == ["h.r."] for at in range(first, last)):
        return True
    titled = range(first, min(last + _TITLE, len(clause.items)))
    for at in titled:
        if at >= last and not (clause.items[at].upper or clause.word(at) == "of"):
            return False
        if clause.items[at].upper and clause.word(at).split()[-1] in _LAWS:
            return True
    return False


def _is_tail(clause: Clause, first: int) -> bool:
    """Tell whether a name goes before: "the Lake Energy Agency | Governing Board"."""
    if first == 0 or clause.word(first) in _PRONOUNS or not clause.items[first].upper:
        return False
    before = clause.items[first - 1]
    if clause.view.text[before.end : clause.items[first].start].strip():
        return False
    name = before.upper and before.word[:1].isalpha() and not clause.dated(first - 1)
    if not name or (clause.items[first].ref is None and clause.dated(first)):
        return False
    opens = clause.has(first - 1, *_FUNCTION) or clause.is_adverb(first - 1)
    opens = opens or clause.listed(first - 1, "leads") or first == 1
    return not opens and not clause.has(first - 2, "preposition")


def _is_part_of_crowd(clause: Clause, first: int, last: int) -> bool:
    """Tell whether only the last word for a crowd is left: "Lind | aides", "non-white | voters".

    So it is with the last of two ("many guilds and | firms"), and with "told | that crews were".
    """
    item = clause.items[first]
    named = clause.view.text[item.start : clause.items[last - 1].end]
    crowd = named.endswith("s") and named.islower()
    if first == 0 or not crowd or clause.word(first) in _PRONOUNS:
        return False
    if clause.word(first) == "that":
        return last > first + 1
    before = clause.items[first - 1]
    if clause.has(first, "determiner", "possessive") or clause.dated(first - 1):
        return False
    if before.word == "and":
        pair = clause.word(first - 2)
        return (
            pair.endswith("s") and clause.is_plain(first - 2) and clause.has(first - 3, *_COUNTED)
        )
    led = before.ref is not None and before.ref.form == "mention"
    adjacent = not clause.view.text[before.end : item.start].strip()
    return adjacent and (led or ("-" in before.word and before.word[:1].isalpha()))


def _goes_on(clause: Clause, after: int) -> bool:
    """Tell whether a name goes on behind the one read: "by the former Lind | House aide"."""
    if after >= len(clause.items) or clause.dated(after):
        return False
    item, last = clause.items[after], clause.items[after - 1]
    apart = clause.view.text[last.end : item.start].strip()
    return last.upper and item.upper and item.word[:1].isalpha() and not apart


def _tells_whose(clause: Clause, draft: Draft, after: int) -> bool:
    """Tell whether a body only says whose somebody is: "a Harbour Party | activist, accused"."""
    actors = draft.actor.actors if draft.actor is not None else ()
    kinds = {clause.view.actors[one].kind for one in actors}
    called = clause.listed(after, "people") or clause.listed(after, "officers")
    return bool(kinds) and "person" not in kinds and (called or clause.has(after, "title"))


def _names_office(clause: Clause, after: int) -> bool:
    """Tell whether a body only tells whose an office is: "by the River Board (RB) chair Lind"."""
    if clause.word(after) != "(" or clause.word(after + 2) != ")":
        return False
    at = after + 3
    return at < len(clause.items) and clause.items[at].upper and clause.word(at).isalpha()


def _is_second(clause: Clause, first: int, unknown: bool) -> bool:
    """Tell whether other doers stand before: "the mayor and | Lutha", "RB, FC, | LB put out"."""
    before = first - 1
    if clause.word(before) == "as" and clause.word(before - 1) == "well":
        return True  # "Ruiz as well as | Lind"
    if clause.word(before) == "(":
        return _names_last(clause, before)
    if clause.word(before) == "and" and unknown and clause.items[first].upper:
        return clause.items[before - 1].ref is not None  # "the President and | Vice President"
    if clause.word(before) not in ("and", ",") or clause.word(first) in _PRONOUNS:
        return False
    owned = clause.has(first, "determiner", "possessive") or clause.is_possessive(first)
    if clause.word(before) == "and" and unknown and not owned:
        return not clause.is_past(before - 1)  # "the state and | local leaders asked"
    begins = next(iter(clause.word(first).split()), "")
    if clause.word(before) == "," and (clause.has(first, "determiner") or begins == "the"):
        return False
    begin = before
    while begin > 0 and before - begin < _ROW and not _parts(clause, begin - 1):
        begin -= 1
    if begin >= before or not (begin == 0 or _parts(clause, begin - 1)):
        return False
    commas = sum(clause.word(at) == "," for at in range(begin, before + 1))
    return (clause.word(before) == "and" or commas > 1) and _is_row(clause, begin, before)


def _names_last(clause: Clause, bracket: int) -> bool:
    """Tell whether a short name is the last of several: "Mines (MM) and the Lake Agency (LA)"."""
    at = bracket - 1
    while (
        at > 0
        and bracket - at < _PIECE
        and (clause.items[at].upper or clause.word(at) in ("of", "for", "the"))
    ):
        at -= 1
    return clause.word(at) == "and" and clause.word(at - 1) in (")", ",")


def _parts(clause: Clause, at: int) -> bool:
    """Tell whether a stop at ``at`` parts two clauses, and is no bracket of a short name."""
    short = clause.word(at) == ")" and clause.word(at - 2) == "("
    short = short or (clause.word(at) == "(" and clause.word(at + 2) == ")")
    mark = not clause.word(at)[:1].isalnum() and clause.word(at) not in ",&"
    return mark and not short and not clause.owns(at)


def _is_row(clause: Clause, begin: int, end: int) -> bool:
    """Tell whether nothing but names and nouns stands between: no verb, no "in May,"."""
    if clause.has(begin, "preposition", "subordinator", "adverb", "conjunction", "conditional"):
        return False
    inner = ("of", "for", "in") if clause.word(end) == "and" else ("of",)
    if clause.word(begin).endswith("ing") or clause.word(begin) in ("to", "it", "there", "not"):
        return False
    if any(clause.is_finite(at) or clause.has(at, "to", "relative") for at in range(begin, end)):
        return False
    if any(clause.has(at, "preposition") and clause.word(at) not in inner for at in
           range(begin, end)):  # fmt: skip
        return False
    named = clause.items[begin].upper or clause.has(begin, "determiner", "possessive")
    verbal = any(clause.word(at).endswith(("ed", "ing")) for at in range(begin, end))
    return named and not verbal


def _is_first(clause: Clause, last: int, verb: int) -> bool:
    """Tell whether other doers stand behind: "Lind, Treasury Chair Ana Ruiz, and Bo Sand met"."""
    unnamed = clause.word(last) == "and" and clause.is_finite(last + 2)
    if unnamed and clause.items[last + 1].upper and clause.items[last + 1].ref is None:
        return clause.word(last + 1).isalpha()  # "Ministers Lind and | Sand met"
    if clause.word(last) != "," or verb - last < 2:
        return False
    if not clause.items[last + 1].upper:
        return False
    row = range(last, min(verb, last + _ROW))
    close = next((at for at in row if clause.is_finite(at) and at > last + 1), verb)
    people = [
        at
        for at in range(last, close)
        if clause.items[at].ref is not None
        and clause.items[at].upper
        and clause.view.actors[clause.items[at].ref.actor].kind == "person"  # type: ignore[union-attr]
    ]
    joined = any(clause.word(at) == "and" for at in range(last, close))
    return len(people) > 1 and joined
