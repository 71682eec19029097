"""Sources without a name: "the army of Lutha said", "a relief agency warned".

The reader knows nobody by these words. What they foresee is told with them, so that the words say
themselves who foresees it.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import Subject, listed
from communique.extract.forecasts.cues import Cues, cues_for
from communique.extract.genres import is_staged, tells_news
from communique.extract.lexicon import word_set
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice
from communique.model import Span, Statement

_PERSONS = frozenset({"they", "he", "she", "who"})
_PRONOUNS = _PERSONS | {"it", "which", "we", "i"}
_TELLING = frozenset({"according", "estimated", "estimates", "adding", "agree", "agrees"})
_LONG = 90  # characters of a source
_NEAR = 60  # characters from "port officials said" to what they say
_LONGEST = 140  # characters of a source with an aside
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


def with_source(view: View, told: Span, by: str | None) -> Span | None:
    """Return the span of what is foreseen together with the words that say whose it is.

    So it is for a source without a name, and for people of whom ``by`` names but the last word
    ("port officials"). ``None`` where such words do not stand in the same sentence.
    """
    statement = view.statement_at(told.start)
    sentence = view.sentence_at(told.start)
    if statement is None or sentence is None or not _is_told(view, statement, by):
        return None
    said = (*statement.source, *statement.cue)
    span = view.reading.sentences[sentence]
    first, last = min(s.start for s in said), max(s.end for s in said)
    apart = max(told.start - last, first - told.end)
    if first < span.start or last > span.end or (by is not None and apart > _NEAR):
        return None
    return Span(min(first, told.start), max(last, told.end))


def is_nobodys(view: View, told: Span) -> bool:
    """Tell whether a story has it of somebody whom it does not name in the sentence.

    It quotes it and does not say there who said it, or "they" doubt it.
    """
    statement = view.statement_at(told.start)
    if statement is None or statement.speaker is not None or not tells_news(view):
        return False
    if statement.form == "direct":
        return with_source(view, told, None) is None
    source = statement.source
    return bool(source) and view.words(source[0].start, source[-1].end).lower() in _PERSONS


def _is_told(view: View, statement: Statement, by: str | None) -> bool:
    """Tell whether a statement has a source whose words say more than who ``by`` is."""
    if not tells_news(view):
        return by is None and _is_source(view, statement)
    if statement.speaker != by or not statement.source or not statement.cue:
        return False
    source = view.words(statement.source[0].start, statement.source[-1].end).lower()
    if len(source) > _LONGEST or source in _PRONOUNS:
        return False
    if by is not None:
        name = view.actors[by].name.lower()
        return (
            source != name and view.actors[by].kind == "group" and source.endswith(name.split()[-1])
        )
    cue = view.words(statement.cue[0].start, statement.cue[-1].end).lower().split()
    return not _TELLING.isdisjoint(cue) or any(word in listed(view, "telling") for word in cue)


def _sourced(view: View, offset: int) -> Statement | None:
    statement = view.statement_at(offset)
    return statement if statement is not None and _is_source(view, statement) else None


def _is_source(view: View, statement: Statement) -> bool:
    """Tell whether a statement has people or a body without a name as its source."""
    if statement.speaker is not None or not statement.source:
        return False
    if is_staged(view) or not statement.cue or statement.parent is not None:
        return False
    source = statement.source
    words = view.text[source[0].start : source[-1].end]
    return len(words) < _LONG and _is_somebody(view, words)


def _is_somebody(view: View, words: str) -> bool:
    """Tell whether the words are of people or a body: "a relief agency", not "the text"."""
    told = word_set(words)
    bodies = cues_for(view.lexicon).lists["institutions"] | cues_for(view.lexicon).lists["bodies"]
    if not told.isdisjoint(bodies | listed(view, "crowds") | listed(view, "unions")):
        return True
    heads = words.lower().split(" of ")[0].split(" in ")[0].split()
    return bool(heads) and heads[-1].endswith(_PEOPLE)
