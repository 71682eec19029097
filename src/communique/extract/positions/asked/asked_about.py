"""What "it" means in an answer: the thing that was asked about ("And the truce?")."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.labels import issue_of
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_SHORT = 9  # words of "And what about the treaty?"


def answers(view: View, items: Items) -> bool:
    """Tell whether a sentence opens what somebody answers to somebody else's question."""
    return _question_before(view, items) is not None


def asked_about(
    view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand
) -> Heading | None:
    """Return the heading of what was asked about, where a stand is on "it" in an answer.

    Only what the scheme knows or more than a word tells counts, and only in the first two
    sentences of an answer.
    """
    words = [item.word for item in items[stand.about[0] : stand.about[1]]]
    words = [word for word in words if not view.lexicon.has(word, "preposition", "to")]
    if len(words) != 1 or words[0] not in cues.lists["asked_about.pointing"]:
        return None
    asked = _question_before(view, items)
    if asked is None:
        return None
    last = len(asked) - 1
    for first in _beginnings(view, cues, asked):
        known = Stand(
            stand.actor, None, stand.polarity, first, first, first, first, last, (first, last),
            stand.why,
        )  # fmt: skip
        heading = issue_of(view, cues, scheme, asked, known)
        if heading is not None and (heading.label in scheme.labels or " " in heading.label):
            return heading
    return None


def _beginnings(view: View, cues: Cues, asked: Items) -> list[int]:
    """Return where what is asked about may begin: behind "about", or "and the treaty?"."""
    found = [at + 1 for at in range(len(asked) - 2) if _leads(view, cues, asked, at)]
    first = 0
    while first < len(asked) - 1 and (
        asked[first].word in cues.lists["asked_about.aside"] or not asked[first].word[:1].isalnum()
    ):
        first += 1
    verbs = any(view.lexicon.has(item.word, "be", "do", "modal", "have") for item in asked)
    if len(asked) <= _SHORT and not verbs:
        found.append(first)
    elif view.lexicon.has(asked[first].word, "be") and asked[first + 1].word != "it":
        found.append(first + 1)  # "are | the tariffs fair?"
    return found


def _leads(view: View, cues: Cues, asked: Items, at: int) -> bool:
    """Tell whether what is asked about follows: "what do you think of |", "do you need |"."""
    lists = cues.lists
    wished = asked[at].word in lists["asked_about.wishing"]
    if wished and at and asked[at - 1].word in ("you", "to"):
        return not view.lexicon.has(asked[at + 1].word, "preposition", "to")
    if asked[at].word not in lists["asked_about.leading"] or not at:
        return False
    if asked[at - 1].word not in lists["asked_about.asking"]:
        return False
    return asked[at].word != "to" or not _is_deed(view, asked, at)


def _is_deed(view: View, asked: Items, to: int) -> bool:
    """Tell whether a verb follows: "is it right to | close the border"."""
    after = asked[to + 1]
    return after.ref is None and not view.lexicon.has(after.word, "determiner", "possessive")


def _question_before(view: View, items: Items) -> Items | None:
    """Return the question that the sentence, or the one before it, answers."""
    number = view.sentence_at(items[-1].start)
    statement = view.statement_at(items[-1].start)
    if not number or statement is None or statement.speaker is None:
        return None
    for before in (number - 1, number - 2):
        asked = view.items(before) if before >= 0 else ()
        if len(asked) < 2:
            return None
        told = view.statement_at(asked[-2].start)
        if told is not None and told.id == statement.id:
            continue  # the answer's own first sentence
        other = told is None or told.speaker != statement.speaker
        return asked if other and asked[-1].word in ("?", ".") and _asks(view, asked) else None
    return None


def _asks(view: View, asked: Items) -> bool:
    """Tell whether a sentence is put to somebody: a question, or a line of a reporter's."""
    return asked[-1].word == "?" or view.turns.is_in_question(asked[0].start)
