"""Sources without a name: "the army of Lutha said", "a relief agency warned".

The reader knows nobody by these words. What they foresee is told with them, so that the words say
themselves who foresees it.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import Subject, listed
from communique.extract.forecasts.cues import Cues, cues_for
from communique.extract.genres import is_staged
from communique.extract.lexicon import word_set
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice
from communique.model import Span, Statement

_PRONOUNS = frozenset({"it", "they", "he", "she"})
_LONG = 90  # characters of a source
_PEOPLE = ("ers", "ors", "ists", "ians", "ats")


def source_at(view: View, items: Items, index: int) -> Voice | None:
    """Return a source without a name as the voice of ``items[index]``."""
    statement = _sourced(view, items[index].start)
    if statement is None or not statement.cue:
        return None
    told = view.words(statement.cue[0].start, statement.cue[-1].end).lower()
    begin, end = statement.source[0].start, statement.source[-1].end
    named = [ref.actor for ref in view.refs[view.first_ref(begin) :] if ref.end <= end][:1]
    if named and view.actors[named[0]].kind == "organisation":
        return Voice(named[0], told.split()[-1])  # "a study by the Lake Institute predicts"
    return Voice(None, told.split()[-1], crowd=True)


def foreteller_behind(view: View, cues: Cues, items: Items, index: int) -> Voice | None:
    """Read "…, the Harbour Bank forecast in May" behind the clause."""
    if view.statement_at(items[index].start) is not None:
        return None
    for at in range(index + 1, len(items) - 2):
        if items[at].word != "," or (items[at + 1].ref is None and not items[at + 2].ref):
            continue
        who = at + 1 + (items[at + 1].ref is None)
        cue = cues.at(items, who + 1) if who + 1 < len(items) else None
        ref = items[who].ref
        if ref is not None and cue is not None and cue.kind == "foresee":
            return Voice(ref.actor, items[who + 1].word)
    return None


def holder_at(view: View, cues: Cues, items: Items, index: int) -> Voice | None:
    """Return who "voiced fears that …": the noun that opens what is told is no verb."""
    statement = view.statement_at(items[index].start)
    if statement is None or statement.form == "direct" or statement.speaker is None:
        return None
    opens = view.text[statement.content[0].start : items[index].start].lower().split()[:2]
    held = opens[1:] == ["that"] and opens[0] in cues.lists["warning"]
    return Voice(statement.speaker, opens[0]) if held else None


def of_who_went_on(view: View, items: Items, subject: Subject) -> Subject:
    """Return a subject "it" or "they" as whoever was told to speak in the sentence before.

    "… the Harbour Board estimates. It expects trade to recover."
    """
    alone = subject.last - subject.first == 1 and subject.actor is None
    number = view.sentence_at(items[0].start)
    if not (alone and number) or items[subject.first].word not in _PRONOUNS:
        return subject
    before = view.reading.sentences[number - 1]
    if subject.first > 1 or "\n\n" in view.text[before.end : items[0].start]:
        return subject
    told = {
        statement.speaker
        for statement in view.reading.statements
        if statement.cue and before.start <= statement.cue[0].start < before.end
    }
    speaker = told.pop() if len(told) == 1 else None
    person = speaker is not None and view.actors[speaker].kind == "person"
    fits = speaker is not None and person == (items[subject.first].word in ("he", "she"))
    return replace(subject, actor=speaker) if fits else subject


def with_source(view: View, told: Span) -> Span | None:
    """Return the span of what is foreseen together with the words that say whose it is.

    ``None`` where these do not stand in the same sentence, or the words have a source with a name.
    """
    statement = _sourced(view, told.start)
    sentence = view.sentence_at(told.start)
    if statement is None or sentence is None:
        return None
    said = (*statement.source, *statement.cue)
    span = view.reading.sentences[sentence]
    first, last = min(s.start for s in said), max(s.end for s in said)
    if first < span.start or last > span.end:
        return None
    return Span(min(first, told.start), max(last, told.end))


def _sourced(view: View, offset: int) -> Statement | None:
    statement = view.statement_at(offset)
    if statement is None or statement.speaker is not None or not statement.source:
        return None
    if is_staged(view) or not statement.cue or statement.parent is not None:
        return None
    source = statement.source
    words = view.text[source[0].start : source[-1].end]
    return statement if len(words) < _LONG and _is_somebody(view, words) else None


def _is_somebody(view: View, words: str) -> bool:
    """Tell whether the words are of people or a body: "a relief agency", not "the text"."""
    told = word_set(words)
    bodies = cues_for(view.lexicon).lists["institutions"] | cues_for(view.lexicon).lists["bodies"]
    if not told.isdisjoint(bodies | listed(view, "crowds") | listed(view, "unions")):
        return True
    heads = words.lower().split(" of ")[0].split(" in ")[0].split()
    return bool(heads) and heads[-1].endswith(_PEOPLE)
