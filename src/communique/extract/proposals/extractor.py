"""The proposals of a reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.clauses import joined_with, subject_of, verb_start
from communique.extract.modality import Items
from communique.extract.proposals.chains import chains_in
from communique.extract.proposals.phrasings import DONE_BY_SUBJECT
from communique.extract.proposals.steps import Chain, told_by
from communique.extract.proposals.weight import is_known
from communique.extract.proposals.words import Words, words_for
from communique.extract.view import View
from communique.model import Claims, Position, Proposal, Span, Statement, Step, merged

_NEAR = 8  # sentences after a plan in which somebody backs or opposes it
_OBJECT = 24  # letters between a verb and the plan that it takes
_MADE = 5  # items between a plan and "by": "the roadmap drawn up by Lutha"
_REPLY = 3  # sentences after a plan in which "the reverse" is its reverse
_JUST = 2  # sentences after a plan in which "it" is the plan
_SHORT = 24  # words of a step
_NAME = 20  # words of a plan's name that its steps give


class ProposalExtractor:
    """Finds the proposals of a reading. Who backs one is read off the positions near it."""

    gives: ClassVar[str] = "proposals"
    needs: ClassVar[frozenset[str]] = frozenset({"positions"})

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``proposals`` filled, in the order of the text."""
        words = words_for(view.lexicon)
        owned = ((chain, _proposer(view, words, chain)) for chain in chains_in(view, words))
        found = tuple(
            _proposal(view, words, chain, by, f"l{number}", claims.positions)
            for number, (chain, by) in enumerate(
                (one for one in owned if is_known(view, words, *one)),
                start=1,
            )
        )
        return replaced(claims, proposals=found)


def _proposal(
    view: View,
    words: Words,
    chain: Chain,
    by: str | None,
    id_: str,
    positions: tuple[Position, ...],
) -> Proposal:
    backed, opposed = _sides(view, words, chain, by, positions)
    return Proposal(
        id=id_,
        why=f"steps:{chain.why}",
        by=by,
        title=_title(view, words, chain),
        steps=tuple(
            Step(order=order, what=_what(view, span), evidence=(span,))
            for order, span in chain.steps
        ),
        backed_by=backed,
        opposed_by=opposed,
        evidence=merged(span for _, span in chain.steps),
    )


def _what(view: View, span: Span) -> str:
    return " ".join(view.text[span.start : span.end].split()[:_SHORT])


def _proposer(view: View, words: Words, chain: Chain) -> str | None:
    """Return who proposes: the subject of a verb of proposing near by, else the speaker."""
    first = min(span.start for _, span in chain.steps)
    statement = view.statement_at(first)
    lead = view.reading.sentences[chain.lead].start
    if chain.why == "under which" and words.decline.search(view.text, lead, first) is not None:
        return _owner(view, words, chain)  # "Lutha rejected the plan, under which it would …"
    for number in (chain.lead, chain.lead - 1):
        if number < 0:
            continue
        sentence = view.reading.sentences[number]
        edge = min(sentence.end, first)
        for start in _verbs(view, words, sentence.start, edge):
            if not _same_voice(view.statement_at(start), statement):
                continue
            items = view.items(number)
            at = bisect_left(items, start, key=lambda item: item.start)
            if at >= len(items):
                continue
            subject = subject_of(view, items, verb_start(view, items, at))
            if subject is not None and subject.actor is not None:
                return subject.actor
    if (owner := _owner(view, words, chain)) is not None:
        return owner
    if statement is not None and statement.speaker is not None:
        return statement.speaker
    if (chain.why in ("staged", "after which") or chain.why in DONE_BY_SUBJECT) and (
        actor := _first_named(view, chain)
    ) is not None:
        return actor
    if statement is not None:
        return None
    return told_by(view, chain.lead, first) or _told_before(view, chain.lead, first)


def _verbs(view: View, words: Words, start: int, edge: int) -> list[int]:
    """Return where verbs of proposing stand before the steps, the nearest first."""
    found = {
        match.start()
        for pattern in (words.propose, words.tender, words.demand, words.holding)
        for match in pattern.finditer(view.text, start, edge)
    }
    return sorted(found, reverse=True)


def _same_voice(one: Statement | None, other: Statement | None) -> bool:
    """Tell whether two statements can be of one speaker; nobody's may be the report's own."""
    if one is other or one is None or other is None:
        speaker = one.speaker if one is not None else other.speaker if other is not None else None
        return one is other or speaker is None
    return one.speaker == other.speaker


def _owner(view: View, words: Words, chain: Chain) -> str | None:
    """Return whose plan it is by "Lutha's plan" in the sentence of its steps or before it."""
    first = chain.steps[0][1].start
    for number in (chain.lead, chain.lead - 1):
        items = view.items(number) if number >= 0 else ()
        for at in range(len(items) - 2):
            if items[at].start >= first:
                break
            owner = items[at + 2].ref if at + 2 < len(items) else None
            titled = words.title.fullmatch(items[at].word) is not None
            if owner is not None and titled and items[at + 1].word in words.whose:
                return owner.actor  # "the plan of Ruiz"
            if titled and (maker := _maker(view, items, at)) is not None:
                return maker
            named = items[at].ref is not None and view.lexicon.has(items[at + 1].word, "genitive")
            after = items[at + 2 : at + 5]
            plan = any(words.title.fullmatch(item.word) for item in after if item.ref is None)
            ref = items[at].ref
            if named and plan and ref is not None:
                return ref.actor
    return None


def _maker(view: View, items: Items, at: int) -> str | None:
    """Return whose plan ``items[at]`` is: "the Luthan plan", "the plan drawn up by Lutha"."""
    if at and items[at - 1].upper and (state := view.state_of_adjective(items[at - 1].word)):
        return state
    which = 3 if [item.word for item in items[at + 1 : at + 3]] == [",", "which"] else 0
    for by in range(at + 2 + which, min(len(items) - 1, at + _MADE + which)):
        if items[by].word == "by":
            return _actor_at(items, by + 1)
        if not items[by - 1].word.isalpha() or items[by].ref is not None:
            return None
    return None


def _actor_at(items: Items, at: int) -> str | None:
    ref = next((item.ref for item in items[at : at + 2] if item.ref is not None), None)
    return ref.actor if ref is not None else None


def _first_named(view: View, chain: Chain) -> str | None:
    """Return who is named before the steps: "Ruiz explained the order: A, after which B"."""
    first = chain.steps[0][1].start
    refs = (item.ref for item in view.items(chain.lead) if item.start < first)
    return next((ref.actor for ref in refs if ref is not None), None)


def _told_before(view: View, lead: int, first: int) -> str | None:
    """Return whose words a paraphrase goes on to give: the last speaker of the paragraph."""
    for number in range(lead - 1, max(-1, lead - 4), -1):
        sentence = view.reading.sentences[number]
        if "\n\n" in view.text[sentence.end : first]:
            return None
        statement = view.statement_at(max(sentence.start, sentence.end - 3))
        if statement is not None:
            return statement.speaker
    return None


def _title(view: View, words: Words, chain: Chain) -> str:
    """Return the phrase that names the plan, or the first step's words."""
    sentences = view.reading.sentences
    start = sentences[max(0, chain.lead - 1)].start
    match = words.title.search(view.text, start, sentences[chain.last].end)
    if match is not None:
        begin = view.text[max(start, match.start() - 40) : match.start()]
        determiners = list(words.idioms["title_determiner"].finditer(begin))
        inner = begin[determiners[-1].end() :].split() if determiners else []
        after = view.text[match.end() : match.end() + 60]
        tail = _tail(after.split()) if words.idioms["title_tail"].match(after) else []
        if len(inner) <= 4 and not any(w[-1] in ".,;:!?" for w in inner):
            return " ".join([*inner, match[0], *tail])
    return _named_by_steps([_what(view, span) for _, span in chain.steps])


def _named_by_steps(steps: list[str]) -> str:
    """Return a name of whole steps, as many as are short: "the guns fall silent, then talks"."""
    name = steps[0]
    for step in steps[1:]:
        longer = f"{name}, then {step}"
        if len(longer.split()) > _NAME:
            break
        name = longer
    return name


def _tail(words: list[str]) -> list[str]:
    """Return the words up to the first mark, at most seven."""
    for at, word in enumerate(words[:7]):
        if word[-1] in '.,;:!?”"':
            return [*words[:at], word.rstrip('.,;:!?”"')]
    return words[:7] if len(words) < 7 else []


def _sides(
    view: View, words: Words, chain: Chain, by: str | None, positions: tuple[Position, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who backs and who opposes a plan, from what is said of it right after it."""
    sentences = view.reading.sentences
    start = sentences[max(0, chain.lead - 1)].start
    last = min(len(sentences) - 1, chain.last + _NEAR)
    end = sentences[last].end
    backed: list[str] = []
    opposed: list[str] = []
    for position in positions:
        span = position.evidence[-1]
        if not start <= span.start < end or position.actor in (None, by, *backed, *opposed):
            continue
        assert position.actor is not None
        if words.parts.search(view.text, span.start, span.end):
            if position.polarity == "for":
                backed.append(position.actor)
            elif position.polarity == "against":
                opposed.append(position.actor)
    for number in range(chain.lead, last + 1):
        just = 0 < number - chain.last <= _JUST
        for pattern, side in ((words.accept, backed), (words.decline, opposed)):
            actors = _by_verb(view, words, pattern, number, by, just=just)
            if not actors and side is opposed:
                actors = _by_verb(view, words, words.idioms["turned_down"], number, by, just=just)
            side += [one for one in actors if one not in (by, *backed, *opposed)]
        actor = _of_another_order(view, words, sentences[number]) or (
            _of_reverse(view, words, number) if number - chain.last < _REPLY else None
        )
        if actor is not None and actor != by and actor not in opposed:
            opposed.append(actor)
            backed = [one for one in backed if one != actor]
    return tuple(backed), tuple(opposed)


def _by_verb(
    view: View,
    words: Words,
    pattern: re.Pattern[str],
    number: int,
    by: str | None,
    *,
    just: bool,
) -> list[str]:
    """Return who accept or turn down a plan in a sentence: "Lutha and Norland accepted the plan".

    ``just`` says that it has just been told, so that "rejected it" is of the plan.
    """
    sentence = view.reading.sentences[number]
    match = pattern.search(view.text, sentence.start, sentence.end)
    if match is None:
        return []
    pointed = just and words.idioms["pointed"].match(view.text, match.end(), sentence.end)
    told = pattern is words.idioms["turned_down"] and words.says("turned_it_down", match[0])
    told = told and (
        just or words.parts.search(view.text, sentence.start, match.start()) is not None
    )
    part = words.parts.search(view.text, match.start(), match.end() + _OBJECT)
    if not (pointed or told or part):
        return []
    items = view.items(number)
    if part is not None and _is_of_another(view, items, match.end(), part.start(), by):
        return []
    at = bisect_left(items, match.start(), key=lambda item: item.start)
    if at >= len(items):
        return []
    subject = subject_of(view, items, verb_start(view, items, at))
    denied = any(
        view.lexicon.has(i.word, "not", "modal", "future") for i in items[max(0, at - 3) : at]
    )
    if subject is None or subject.actor is None or denied:
        return []
    return [*joined_with(view, items, subject)[0][::-1], subject.actor]


def _is_of_another(view: View, items: Items, start: int, end: int, by: str | None) -> bool:
    """Tell whether the words before "plan" say that it is another's: "welcomed the Luthan idea"."""
    maker = view.actors.get(by or "")
    if maker is None:
        return False
    own = {by, view.state_in(maker.name), *(office.of for office in maker.offices)}
    named = [item for item in items if start <= item.start < end]
    owners = {item.ref.actor for item in named if item.ref is not None}
    owners |= {s for i in named if i.upper and (s := view.state_of_adjective(i.word)) is not None}
    return bool(owners) and owners.isdisjoint(own)


def _of_reverse(view: View, words: Words, number: int) -> str | None:
    """Return who "wants it the other way round"."""
    sentence = view.reading.sentences[number]
    match = words.reversed.search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    wanted = words.wanting.search(view.text, sentence.start, match.start())
    before = view.items(number)
    edge = wanted.start() if wanted is not None else match.start()
    refs = [item.ref for item in before if item.start < edge and item.ref is not None]
    return refs[-1].actor if refs else None


def _of_another_order(view: View, words: Words, sentence: Span) -> str | None:
    """Return who would take the steps in another order, or together."""
    found = (
        pattern.search(view.text, sentence.start, sentence.end)
        for pattern in (words.other, words.skip)
    )
    match = next((one for one in found if one is not None), None)
    if match is None or not words.parts.search(view.text, sentence.start, sentence.end):
        return None
    number = view.sentence_at(match.start())
    if number is None:
        return None
    if (speaker := told_by(view, number, match.start())) is not None:
        return speaker
    before = [item.ref for item in view.items(number) if item.start < match.start() and item.ref]
    return before[0].actor if before and before[0] is not None else None
