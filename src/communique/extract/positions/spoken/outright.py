"""Stands told outright in direct speech, where the cues of reports find none.

Speech has its own ways: "we want them home", "we stand behind the plan", "our view is that …". What
is told there is somebody's own, so less is asked of the words than where a report tells it. What is
only called good or due there ("it needs to stop") names no issue and is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from communique.extract.clauses import is_asked, span_of, words_of
from communique.extract.positions.caution.guards import on_terms
from communique.extract.positions.cues import Cues
from communique.extract.positions.issue_names.issues import Scheme
from communique.extract.positions.issue_names.printed import printed
from communique.extract.positions.making import side_on
from communique.extract.positions.spoken.matters import matter_of
from communique.extract.positions.spoken.speech import Said, Speech
from communique.extract.positions.spoken.wishes import done, owned, wished
from communique.extract.view import View
from communique.model import Position

_LEAST = 3  # words of a stand

_WAYS: tuple[Callable[[Speech, int], Said | None], ...] = (wished, done, owned)


def told_outright(
    view: View, cues: Cues, scheme: Scheme, number: int, found: Sequence[Position]
) -> Iterator[Position]:
    """Yield the stands of sentence ``number`` beside those that were ``found`` in it."""
    items = view.items(number)
    speech = Speech(view, items)
    hint = speech.known.hint
    if all(item.word not in hint for item in items) or not speech.is_heard():
        return
    taken = [span for position in found for span in position.evidence]
    at = 0
    while at < len(items):
        hinted = items[at].word in hint
        said = _said_at(speech, at) if hinted else None
        if said is None or is_asked(view, items, said.cue):
            at += 1
            continue
        whole = span_of(view, items, said.first, said.end)
        cue = items[said.cue].start
        if whole is None or any(span.start <= cue < span.end for span in taken):
            at += 1
            continue
        if any(whole.start < span.start < whole.end for span in taken):
            at += 1
            continue  # told by another cue: "we believe that | they must leave"
        position = _position(speech, cues, scheme, said)
        if position is None:
            at += 1
            continue
        yield position
        at = max(at + 1, said.end)


def _said_at(speech: Speech, at: int) -> Said | None:
    return next((said for way in _WAYS if (said := way(speech, at)) is not None), None)


def _is_on_terms(speech: Speech, said: Said) -> bool:
    """Tell whether a stand falls with its terms: "we will not sign it unless …"."""
    behind = min(said.end + 1, len(speech.items))
    return any(speech.word(at) == "unless" for at in range(said.cue, behind))


def _position(speech: Speech, cues: Cues, scheme: Scheme, said: Said) -> Position | None:
    view, items = speech.view, speech.items
    mouth = speech.mouth(said.cue)
    matter = matter_of(speech, cues, scheme, said)
    matter = printed(view, scheme, items, said.about, said.holder.actor, matter)
    whole = span_of(view, items, said.first, said.end)
    if mouth is None or matter is None or whole is None:
        return None
    if said.end - said.first < _LEAST or scheme.is_bare(matter.label):
        return None
    polarity = side_on(matter, said.polarity)
    if on_terms(cues, items, said.cue, said.end) or _is_on_terms(speech, said):
        polarity = "conditional"
    return Position(
        id="p",
        why=said.why,
        actor=said.holder.actor,
        actor_raw=said.holder.raw,
        issue=matter.label,
        stance=words_of(view, items, min(said.cue, said.about[0]), said.end),
        polarity=polarity,
        reported_by=mouth.actor if said.holder.actor != mouth.actor else None,
        statement=mouth.statement.id,
        evidence=(whole,),
    )
