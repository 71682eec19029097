"""Interviews: who "A" is where turns begin with "Q" and "A", and whom a question is put to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from communique.model import Span
from communique.read.layers import Cast, Mention
from communique.read.speech.join import Draft, words_of
from communique.read.speech.lexicon import everywhere, pattern
from communique.read.speech.turns import TURNS

#: Who is interviewed is said before the first turn, within so many characters …
_OPENING = 3000
#: … and so many behind the words that say that there was an interview.
_AHEAD = 120
#: … and who asked within so many.
_BYLINE = 12
#: Questions from which on turns that ask nothing are told by whose turn it is.
_ASKED = 2
_NUMBER = re.compile(r"[\d.:\s*_]+$")


def is_question(text: str, draft: Draft) -> bool:
    """Tell whether the draft is a turn that only a mark for questions names: "Q", "Frage"."""
    return draft.why == TURNS[True] or (
        draft.why == TURNS[None] and _label(text, draft) in everywhere("question_labels")
    )


def is_answer(text: str, draft: Draft) -> bool:
    """Tell whether the draft is a turn that only a mark for answers names: "A", "Antwort"."""
    return draft.why == TURNS[False] or (
        draft.why == TURNS[None] and _label(text, draft) in everywhere("answer_labels")
    )


def dashed_turns(text: str, made: Sequence[Draft]) -> dict[int, bool]:
    """Return the turns of a talk that nothing but dashes parts, by number: is it an answer?

    "— Who pays? ¶ — Nordia does." A turn that ends with a question mark asks; the one behind
    it answers. Turns with tags are told apart by those.
    """
    turns = [k for k, draft in enumerate(made) if _is_dashed(text, draft)]
    asked = {k for k in turns if text[made[k].content[-1].end - 1] in "?？؟"}
    if not asked or any(made[k].source for k in turns):
        return {}
    parity = {turns.index(k) % 2 for k in asked}
    if len(parity) == 1 and 2 * len(asked) >= len(turns) // 2 and len(asked) >= _ASKED:
        return {k: n % 2 not in parity for n, k in enumerate(turns)}  # they take turns
    return {k: k not in asked and k - 1 in asked for k in turns}


def _is_dashed(text: str, draft: Draft) -> bool:
    start = draft.content[0].start
    before = text[max(0, start - 3) : start].strip(" \u00a0*")
    return draft.form == "direct" and draft.level == -1 and before[-1:] in ("—", "–", "―", "-")


def interviewee(cast: Cast, text: str, made: Sequence[Draft]) -> str | None:
    """Return whom the report's opening says to be interviewed, if answers are marked at all.

    Where it does not say so, it is the person that the opening names most.
    """
    dashed = dashed_turns(text, made)
    if not any(dashed.values()) and not any(is_answer(text, draft) for draft in made):
        return None
    turns = [(*d.source, *d.content)[0].start for d in made if d.why in TURNS.values()]
    end = min((*turns, *(made[k].content[0].start for k in dashed), _OPENING))
    persons = _persons(cast, end)
    asking = set(_asking(cast, text, persons, end))
    persons = [mention for mention in persons if mention.actor not in asking]
    for said in pattern("interviewed").finditer(text, 0, end):
        near = [m for m in persons if 0 <= m.phrase.start - said.end() <= _AHEAD]
        named_first = next((m for m in near if m.form == "name"), near[0] if near else None)
        if named_first is not None:
            return named_first.actor
    if (introduced := _introduced(text, persons, end)) is not None:
        return introduced
    if (most := _most_named(persons, cast)) is not None:
        return most
    return _called_upon(text, made, _persons(cast, len(text)))


def _persons(cast: Cast, end: int) -> list[Mention]:
    return [
        mention
        for mention in cast.within(0, end)
        if mention.form != "pronoun" and cast.actors[mention.actor].kind == "person"
    ]


def _asking(cast: Cast, text: str, persons: Sequence[Mention], end: int) -> Iterator[str]:
    """Yield who is said to have asked: "Interview by Ann Lee", or "By Ann Lee" on a line alone.

    An "interview by Foreign Minister Lee" is one that an office-holder gave.
    """
    for said in pattern("interviewed_by").finditer(text, 0, end):
        near = (m for m in persons if 0 <= m.phrase.start - said.end() <= _BYLINE)
        first = next(near, None)
        if first is not None and not cast.actors[first.actor].offices:
            yield first.actor
    for mention in persons:
        start = text.rfind("\n", 0, mention.phrase.start) + 1
        alone = text[mention.span.end : mention.span.end + 1] in ("", "\n", ",")
        if alone and text[start : mention.phrase.start].strip(" *_").lower() in everywhere("by"):
            yield mention.actor


def _introduced(text: str, persons: Sequence[Mention], end: int) -> str | None:
    """Return whom the paragraph before the first turn begins with: "Ann Lee, an old friend, …".

    Not who asked: "Ann Lee spoke to …".
    """
    start = text.rfind("\n", 0, len(text[:end].rstrip())) + 1
    first = next((m for m in persons if m.phrase.start >= start and m.form == "name"), None)
    if first is None or text[start : first.span.start].strip():
        return None
    asked = pattern("interviewing").search(text, first.span.end, end)
    whom = [m for m in persons if asked and 0 <= m.phrase.start - asked.end() <= _AHEAD]
    return None if whom else first.actor


def _most_named(persons: Sequence[Mention], cast: Cast) -> str | None:
    """Return who is named most; of several, the one who is said to hold an office."""
    counts = Counter(mention.actor for mention in persons)
    most = [who for who, count in counts.items() if count == max(counts.values())]
    holders = [who for who in most if cast.actors[who].offices]
    return most[0] if len(most) == 1 else holders[0] if len(holders) == 1 else None


def _called_upon(text: str, made: Sequence[Draft], persons: Sequence[Mention]) -> str | None:
    """Return whom most questions call by name: "Ms. Lee, why did you leave?"."""
    called = Counter(
        mention.actor
        for draft in made
        if is_question(text, draft)
        for mention in persons
        if mention.phrase.start == draft.content[0].start
        and text[mention.span.end : mention.span.end + 1] == ","
    )
    return called.most_common(1)[0][0] if called else None


def answering(text: str, made: Sequence[Draft], known: Sequence[str | None]) -> dict[int, str]:
    """Return whom each marked question is put to, by its number: who speaks next."""
    found: dict[int, str] = {}
    coming: str | None = None
    for number in range(len(made) - 1, -1, -1):
        draft = made[number]
        if is_question(text, draft):
            if coming is not None:
                found[number] = coming
        elif draft.why in TURNS.values():
            coming = known[number]
    return found


def put_to_one(
    cast: Cast, made: Sequence[Draft], known: Sequence[str | None]
) -> tuple[str, str | None] | None:
    """Return the only person who answers, and the paper that asks if it is an actor.

    "Harbour Post: Did she call? ¶ Ann Lee: She did." Nothing is told where turns of more people
    are known, or of nobody else.
    """
    turns = {known[number] for number, draft in enumerate(made) if draft.why == "turn"}
    people = [one for one in turns if one is not None and cast.actors[one].kind == "person"]
    asking = turns.difference(people)
    if len(people) != 1 or len(asking) != 1:
        return None
    return people[0], asking.pop()


def _label(text: str, draft: Draft) -> str:
    source: Sequence[Span] = draft.source
    return _NUMBER.sub("", words_of(text, source)).casefold() if source else ""
