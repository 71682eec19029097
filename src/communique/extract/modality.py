"""Whether an event is said to have happened, and who says so.

All extractors ask here, so that "may meet", "refused to meet" and "denied that they met"
are read the same way for contacts, acts, positions and forecasts. The method is a walk
over the words around the event, after the cue-and-scope view of modality and negation of
Morante & Sporleder (2012): the verb group to the left, the verb or noun that governs it, the
conjunction that opens the clause, and for nouns the verb group to the right.

Limits: scope ends at the sentence. Irony and rhetorical negation are not seen.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Literal

from communique.extract.conditions import condition_around, dated
from communique.extract.existence import of_existence
from communique.extract.followers import GROUP, is_done, told_after
from communique.extract.governors import (
    STATUSES,
    STRONG,
    first_of,
    governed,
    of_gerund,
    of_list,
    phrasal,
    prepared,
    tempered,
)
from communique.extract.governors import Items as Items
from communique.extract.governors import Status as Status
from communique.extract.governors import control_of as control_of
from communique.extract.governors import control_of_noun as control_of_noun
from communique.extract.lexicon import Lexicon
from communique.extract.view import Item, View
from communique.model import Span

VerbForm = Literal["past", "base", "third", "ing"]

_REACH = 12  # items between a clause's opening and its verb
_WITHIN = frozenset({"in", "at", "during", "on", "after"})


@dataclass(frozen=True, slots=True)
class Modality:
    """How an event is told.

    ``status`` is its standing, ``negated`` says that it did not (or is not to) happen,
    ``condition`` covers the words of an if-clause, ``cue`` is the word that decided
    (``None``: nothing spoke against a plain past event). ``statement`` is the innermost
    statement that it lies in, ``reported_by`` that statement's speaker; both are ``None``
    in the report's own voice. Whatever stands in a question is ``hypothetical``; ``unasked``
    is its status for those who can tell that the question takes it for granted.
    """

    status: Status = "held"
    negated: bool = False
    condition: Span | None = None
    cue: str | None = None
    statement: str | None = None
    reported_by: str | None = None
    unasked: Status = "held"


def of_verb(view: View, items: Items, index: int, form: VerbForm) -> Modality:
    """Return the modality of the verb at ``items[index]``."""
    start = group_start(view.lexicon, items, index)
    status, negated, cue = _of_group(view.lexicon, items, start, index, form)
    would = form == "ing" and cue == "would"  # "noted that he would be meeting"
    if (would or form in ("past", "base", "third")) and not negated:
        status, negated, cue = _of_clause(view.lexicon, items, start, status, cue)
    if form == "ing" and status == "held" and not negated and cue is None and start < index:
        found = _of_clause(view.lexicon, items, start, status, cue)
        if found[2] and view.lexicon.has(found[2], "conditional"):
            status, negated, cue = found  # "if Ruiz is travelling"
    return _placed(view, items, index, Modality(status, negated, None, cue))


def of_noun(view: View, items: Items, index: int, after: int, start: int | None = None) -> Modality:
    """Return the modality of the event noun at ``items[index]``.

    ``after`` is the index past the noun and its complements ("with X"), where a verb
    group of which the event is the subject would begin. ``start`` is where its noun phrase
    begins, as :func:`noun_start` has it.
    """
    lexicon = view.lexicon
    start = noun_start(lexicon, items, index) if start is None else start
    governor = _of_governor(view, items, start)
    behind = told_after(lexicon, items, after)
    found = (
        (governor if governor and governor[0] == "declined" else None)
        or (
            behind if behind and behind[0] == "declined" else None
        )  # "the planned call was scrapped"
        or _of_modifiers(lexicon, items, start, index)
        or behind
        or _of_existence(lexicon, items, start)
        or governor
        or _of_preposition(lexicon, items, start)
    )
    status, negated, cue = found or ("held", False, None)
    if items[start].word == "no":
        negated, cue = True, "no"
    return _placed(view, items, index, Modality(status, negated, None, cue))


def group_start(lexicon: Lexicon, items: Items, index: int) -> int:
    """Return where the verb group that ends at ``items[index]`` begins.

    Auxiliaries, adverbs, negations and governing verbs belong to it ("plans to soon meet").
    """
    start = index
    while start > 0 and (
        _in_group(lexicon, items[start - 1]) or _helped(lexicon, items, start - 1)
    ):
        start -= 1
    while start < index and lexicon.has(items[start].word, "adverb") and start + 1 < index:
        if _in_group(lexicon, items[start + 1]) and lexicon.has(items[start].word, "be", "have"):
            break
        start += 1
    return start


def noun_start(
    lexicon: Lexicon, items: Items, index: int, barred: Container[str] = frozenset()
) -> int:
    """Return where the noun phrase begins whose head is ``items[index]``.

    It ends at function words, marks, mentions, and at the words ``barred``.
    """
    start = index
    while start > 0 and index - start < 6:
        item = items[start - 1]
        if item.word in ("'s", "'", "’s"):
            return start
        if (
            item.word == "and"
            and 2 <= start < index
            and (
                _is_described(lexicon, items, start - 2)
                or lexicon.has(
                    items[start - 2].word, "np_inside"
                )  # "bilateral and trilateral talks"
            )
        ):
            start -= 2
            continue
        if (
            item.ref
            or item.word in barred
            or not item.word[:1].isalnum()
            or _ends_phrase(lexicon, item.word)
        ):
            break
        if lexicon.has(item.word, "reporting") and not _is_described(lexicon, items, start - 1):
            break  # "has recently said | arms talks"
        if item.word in ("that", "this") and items[index].word.endswith("s"):
            break  # "after that | talks were held"
        start -= 1
        if lexicon.has(item.word, "determiner"):
            break
    return start


def _is_described(lexicon: Lexicon, items: Items, at: int) -> bool:
    """Tell whether an adjective at ``at`` follows a determiner: "a warm and open meeting"."""
    near = [items[i].word for i in range(max(0, at - 2), at)]
    return items[at].word.isalpha() and any(lexicon.has(word, "determiner") for word in near)


def _ends_phrase(lexicon: Lexicon, word: str) -> bool:
    return lexicon.has(
        word,
        "preposition",
        "conjunction",
        "relative",
        "subordinator",
        "be",
        "have",
        "do",
        "modal",
        "future",
        "to",
    ) and not lexicon.has(word, "determiner")


def _in_group(lexicon: Lexicon, item: Item) -> bool:
    if item.ref is not None:
        return False
    if not item.word.strip("*_"):
        return True  # "will **host** a summit": marks of bold print
    if lexicon.has(item.word, *GROUP) or is_manner(lexicon, item.word):
        return True
    return control_of(lexicon, item.word) is not None


def _helped(lexicon: Lexicon, items: Items, at: int) -> bool:
    """Tell whether an adverb stands behind its auxiliary: "has long", "had so far"."""
    return (
        at > 0
        and lexicon.has(items[at].word, "aux_adverb")
        and lexicon.has(items[at - 1].word, "have", "be")
    )


def is_manner(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word looks like an adverb of manner: "deeply", but not "assembly"."""
    return len(word) > 4 and word.endswith("ly") and not lexicon.has(word, "not_manner")


def _of_group(
    lexicon: Lexicon, items: Items, start: int, index: int, form: VerbForm
) -> tuple[Status, bool, str | None]:
    """Read the verb group ``items[start:index]`` before the verb."""
    words = [item.word for item in items[start:index]]
    denied = next((w for w in words if lexicon.has(w, "not")), None)
    if "to" in words[-3:] and form != "ing":
        at = start + len(words) - 1 - words[::-1].index("to")
        status, negated, cue = governed(lexicon, items, at)
        return status, negated or denied is not None, cue
    if form == "ing":
        return of_gerund(lexicon, items, index)
    if form == "base" and not words:
        words = _shared_auxiliaries(lexicon, items, start)
    if future := first_of(lexicon, words, "future"):
        return ("declined" if denied else "planned"), False, denied or future
    if modal := first_of(lexicon, words, "modal"):
        return "hypothetical", denied is not None, denied or modal
    if denied:
        return "held", True, denied
    return "held", False, None


def _shared_auxiliaries(lexicon: Lexicon, items: Items, start: int) -> list[str]:
    """Return the auxiliaries of the verb before: "may write or (may) call"."""
    if start == 0 or items[start - 1].word not in ("and", "or"):
        return []
    words: list[str] = []
    for item in reversed(items[max(0, start - _REACH) : start - 1]):
        if (item.word in STRONG and item.word not in "“”") or lexicon.has(item.word, "relative"):
            break
        if item.ref is None and lexicon.has(item.word, "future", "modal", "not"):
            words.append(item.word)
    return words[::-1]


def _of_clause(
    lexicon: Lexicon, items: Items, start: int, status: Status, cue: str | None
) -> tuple[Status, bool, str | None]:
    """Read the clause's opening, left of the subject: "if", "denied that", "hopes that"."""
    for at in range(start - 1, max(-1, start - _REACH), -1):
        item = items[at]
        if item.word in STRONG or (item.word == "," and at < start - 1 and not dated(items, at)):
            break
        if item.ref is not None:
            continue
        if item.word == "when" and at < start - 1:
            break  # "(whether it matters) when Ruiz visits"
        if lexicon.has(item.word, "conditional"):
            return "hypothetical", False, item.word
        if status == "held" and at == start - 2 and _is_urging(lexicon, item):
            return "proposed", False, item.word  # "suggested we call Lind"
        if lexicon.has(item.word, "reporting") and cue and lexicon.has(cue, "modal"):
            return ("planned" if cue == "would" else status), False, cue
        if item.word == "that":
            return _of_content_clause(lexicon, items, at, status, cue)
    return status, False, cue


def _is_urging(lexicon: Lexicon, item: Item) -> bool:
    """Tell "suggested (we call)" from other verbs before a clause without "that"."""
    return item.word in lexicon.table("modality").get("urging", {}).get("words", ())


def _of_content_clause(
    lexicon: Lexicon, items: Items, that: int, status: Status, cue: str | None
) -> tuple[Status, bool, str | None]:
    """Read the verb before "that"."""
    hearsay = lexicon.table("modality").get("hearsay", {}).get("words", ())
    for item in reversed(items[max(0, that - 4) : that]):
        found = control_of(lexicon, item.word)
        if items[that - 1].word in hearsay and found and found[0] == "declined":
            return "held", True, item.word  # "rejected reports that they had met"
        if lexicon.has(item.word, "reporting"):
            return ("planned" if cue == "would" else status), False, cue
        if item.word == "to":
            break  # "(I want) to stress that they will meet"
        if item.word in ("reason", "reasons"):
            return status, False, cue  # "one reason that they met"
        if item.word in ("ruling", "ruled", "rule"):
            return "hypothetical", False, item.word  # "not ruling out that they meet"
        if found:
            governed, negated = found
            if negated or status != "held" or governed in ("hypothetical", "proposed"):
                return governed, negated, item.word
    return status, False, cue


def _of_modifiers(
    lexicon: Lexicon, items: Items, start: int, index: int
) -> tuple[Status, bool, str | None] | None:
    modifiers = lexicon.table("modality").get("modifiers", {})
    for item in items[start:index]:
        for status in STATUSES:
            if item.word in modifiers.get(status, ()):
                return status, False, item.word
    return None


def _of_governor(view: View, items: Items, start: int) -> tuple[Status, bool, str | None] | None:
    """Read the verb or noun just before the noun phrase: "proposed a meeting"."""
    lexicon = view.lexicon
    for back in (1, 2):
        at = start - back
        if at < 0 or items[at].word in STRONG:
            return None
        asked = items[at].word.startswith("question") and items[at + 1].word in ("on", "about")
        if asked:
            return None  # "a question on her trip"
        if status := phrasal(lexicon, items, at):
            return status, False, items[at - 1].word
        if (
            back == 2
            and items[start - 1].word in _WITHIN
            and lexicon.has(items[at].word, "told_in")
        ):
            return None  # "was discussed in the conversation"
        if back == 2 and items[at].date >= 0:
            at = _before_day(items, at)  # "the announcement today of her visit"
        if items[at].ref is None and (found := control_of_noun(lexicon, items[at].word)):
            return tempered(lexicon, items, at, *found)
        if items[at].word == "for" and (cue := prepared(lexicon, items, at)):
            return "planned", False, cue
        if items[at].word == "including" and back == 1:
            return of_list(lexicon, items, at)
        if not lexicon.has(items[at].word, "of", "to", "preposition", "determiner"):
            return None
    return None


def _before_day(items: Items, at: int) -> int:
    """Return the index of the word before a temporal expression that ends at ``at``."""
    while at > 0 and items[at].date >= 0:
        at -= 1
    return at


def _of_existence(
    lexicon: Lexicon, items: Items, start: int
) -> tuple[Status, bool, str | None] | None:
    """Read the verb group before the phrase: "there will be a meeting"."""
    at = start - 1
    if at < 0 or not lexicon.has(items[at].word, "be"):
        return None
    return of_existence(lexicon, items, group_start(lexicon, items, at), at)


def _of_preposition(
    lexicon: Lexicon, items: Items, start: int
) -> tuple[Status, bool, str | None] | None:
    prepositions = lexicon.table("modality").get("prepositions", {})
    for item in reversed(items[max(0, start - 2) : start]):
        for status in ("planned", "held"):
            if item.word in prepositions.get(status, ()):
                return status, False, item.word
    return None


def _placed(view: View, items: Items, index: int, modality: Modality) -> Modality:
    """Add the statement, the condition and what a question does to the status."""
    statement = view.statement_at(items[index].start)
    condition = condition_around(view.lexicon, items, index)
    status = modality.status
    if status in ("planned", "proposed") and is_done(view.lexicon, items, index):
        status, modality = "held", replace(modality, cue="did")
    if condition and status in ("planned", "proposed"):
        status = "hypothetical"
    unasked = status
    if items[-1].word == "?" and status in ("held", "planned", "proposed"):
        status = "hypothetical"
    return replace(
        modality,
        status=status,
        unasked=unasked,
        condition=condition,
        statement=statement.id if statement else None,
        reported_by=statement.speaker if statement else None,
    )
