"""Acts of one report that answer each other: asked and granted, offered and accepted, …

A link is *stated* where the report's own words tie the two acts ("in exchange", "at the
request of"), and *inferred* where their types answer each other, their parties do not
contradict, and they speak of the same thing, or where one deed comes upon the other in one
sentence. Only the nearest earlier act is linked.

Limits: acts of two reports are not linked here, and an inferred link says only that the one
act fits the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from communique.extract.view import View
from communique.model import Act, Answer, AnswerKind, Span

_WORD = re.compile(r"\w+")
_BACK = 40  # acts looked back at
_CUE = 24  # characters before an act within which its cue may begin: "at the request of"
_DEEDS = ("release", "lift-sanction", "aid")
_REPLIES = ("agree", "reject", "refuse")
_FEW = 3  # words of an answer that does not say what it answers
_STEM = 6  # letters that serve as the stem of a word
_SHORT = 4  # letters of words that tell no matter
_SENTENCES = 3  # sentences between an act and another that names it
_NEAR = 400  # characters between two acts that the report's own words tie
_KINDS: tuple[AnswerKind, ...] = (
    "grants", "refuses", "accepts", "rejects", "fulfils", "denies", "exchanges",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """An act with what is compared: the stems of its matter, and of all its words; no names."""

    act: Act
    stems: frozenset[str]
    sentence: int | None
    whole: frozenset[str] = frozenset()


def answered(view: View, acts: Sequence[Act]) -> tuple[Act, ...]:
    """Return the acts with ``answers`` filled."""
    table = view.lexicon.table("acts").get("answers", {})
    names = _names(view)
    told = [
        _Told(
            act,
            _stems(act.what) - names,
            view.sentence_at(act.evidence[0].start),
            _stems(" ".join(span.of(view.text) for span in act.evidence)) - names,
        )
        for act in acts
    ]
    cues = _cues(table.get("stated", ()))
    out: list[Act] = []
    for at, one in enumerate(told):
        before = told[max(0, at - _BACK) : at]
        after = told[at + 1 : at + 4]
        found = _answer(view, table, cues, one, [*reversed(before)], after)
        out.append(replace(one.act, answers=(found,)) if found else one.act)
    return tuple(act for act in out if act.answers or not _is_idle(table, act))


def _is_idle(table: dict[str, Any], act: Act) -> bool:
    """Tell whether an act says nothing alone: "agreed." counts only as somebody's answer."""
    words = act.what.lower().split()
    verbs, short = table.get("idle", ()), len(words) <= _FEW
    return act.type in _REPLIES and short and bool(words) and words[0].strip(".,") in verbs


def _answer(
    view: View,
    table: dict[str, Any],
    cues: re.Pattern[str],
    one: _Told,
    before: list[_Told],
    after: list[_Told],
) -> Answer | None:
    for other in [*before, *after]:
        kind = _kind(table, one.act, other.act)
        pointed = other in before and _points_to(view, table, one, other)
        if kind is None or _contradicts(one.act, other.act, pointed):
            continue
        if other.act.type == one.act.type and _is_promised(other, before):
            continue  # the promise itself is what the deed fulfils
        deeds = one.act.type in _DEEDS and other.act.type in _DEEDS
        if kind == "exchanges" and deeds and _follows(view, table, one, other):
            return Answer(act=other.act.id, kind=kind, basis="inferred", evidence=one.act.evidence)
        if other in after and (other.sentence != one.sentence or other.act.type in _DEEDS):
            continue  # only what is asked may be told after its answer: "agreed at the request of"
        cue = _named(one, other) or _stated(view, cues, one, other)
        if cue is not None:
            return Answer(act=other.act.id, kind=kind, basis="stated", evidence=(cue,))
        if other in before and (pointed or _fits(table, one, other, kind)):
            return Answer(act=other.act.id, kind=kind, basis="inferred", evidence=one.act.evidence)
    return None


def _is_promised(deed: _Told, others: list[_Told]) -> bool:
    """Tell whether a planned deed is what another act promises: "promised to release"."""
    span = deed.act.evidence[-1]
    return any(
        other is not deed and any(whole.covers(span) for whole in other.act.evidence)
        for other in others
    )


def _kind(table: dict[str, Any], act: Act, other: Act) -> AnswerKind | None:
    """Return what ``act`` does to ``other`` by their types, if anything."""
    if act.status == "refused" and act.type not in ("deny", "reject", "refuse"):
        return None
    foretold = other.status in ("planned", "conditional") and act.status == "done"
    if act.type == other.type and act.type in (*_DEEDS, "sanction"):
        return "fulfils" if foretold else None
    for kind in _KINDS:
        if other.type in table.get(kind, {}).get(act.type, ()):
            return kind
    return None


def _contradicts(act: Act, other: Act, pointed: bool) -> bool:
    """Tell whether the parties cannot be those of an answer, which may be ``pointed`` to."""
    if act.evidence == other.evidence:
        return True
    deed = act.type in _DEEDS
    if deed and other.actor is not None and other.actor == act.actor:
        return other.type not in ("promise", "agree", "offer", "threaten", act.type)
    if other.type in ("promise", "threaten") and act.type in ("sanction", "release"):
        return act.actor != other.actor
    if deed and act.actor is None:  # "sanctions were eased" may be anybody's answer
        return False
    if act.actor is None or act.actor == other.actor:
        return not pointed or act.actor is not None  # "the request was rejected"
    apart = act.actor != other.towards and act.towards != other.actor
    return bool(other.towards) and apart and not pointed


def _points_to(view: View, table: dict[str, Any], one: _Told, other: _Told) -> bool:
    """Tell whether an act speaks of an earlier one: "accepted the invitation".

    It names the kind of act with "the", or just what was asked of nobody in particular: "demanded
    a recount … ruled out a recount". The one that is meant stands at most a few sentences before.
    """
    if one.sentence is None or other.sentence is None:
        return False
    if one.sentence - other.sentence > _SENTENCES or not _may_answer(view, one.act, other.act):
        return False
    names = table.get("names", {}).get(other.act.type, ())
    words = _WORD.findall(" ".join(span.of(view.text) for span in one.act.evidence).lower())
    named = any(b in names and view.lexicon.has(a, "definite") for a, b in pairwise(words))
    asked = {*_own(view, one.act.actor), None} - {other.act.actor}
    named = named or (_is_bare(table, one.act) and other.act.towards in asked)
    open_ = other.act.type in ("request", "demand") and other.act.towards is None
    return named or (open_ and bool(one.stems) and one.stems <= other.stems)


def _own(view: View, actor: str | None) -> frozenset[str]:
    """Return an actor and those whose offices it holds: what Lutha is offered, Ruiz accepts."""
    found = view.actors.get(actor or "")
    offices = found.offices if found is not None else ()
    return frozenset({found.id, *(o.of for o in offices if o.of)}) if found else frozenset()


def _is_bare(table: dict[str, Any], act: Act) -> bool:
    """Tell whether an answer does not say what it answers: "accepted at once"."""
    return act.what.lower().startswith(tuple(table.get("bare", ()))) and act.type in _REPLIES


def _may_answer(view: View, act: Act, other: Act) -> bool:
    """Tell whether an act was addressed to whoever answers, to several, or to nobody named."""
    asked = view.actors.get(other.towards or "")
    if asked is None or asked.kind == "group" or act.actor is None:
        return True
    return asked.id in _own(view, act.actor)


def _fits(table: dict[str, Any], one: _Told, other: _Told, kind: AnswerKind) -> bool:
    """Tell whether an inferred link holds: parties that meet, and a matter they share."""
    if kind == "exchanges" or one.act.status == "planned" or one.act.actor is None:
        return False
    names = set(table.get("names", {}).get(other.act.type, ()))
    named = not names.isdisjoint(_WORD.findall(one.act.what.lower()))
    meets = one.act.actor == other.act.towards or (
        one.act.towards is not None and one.act.towards == other.act.actor
    )
    if kind == "fulfils":
        same = one.act.type == other.act.type or _does(one, other)
        return same and bool(one.whole & other.whole) and one.act.actor == other.act.actor
    return meets and (named or bool(one.stems & other.stems))


def _does(deed: _Told, promise: _Told) -> bool:
    """Tell whether a deed is what was promised: "promised to free them" … "freed them"."""
    verb = next(iter(_WORD.findall(promise.act.what.lower())), "")
    kept = next((w for w in _WORD.findall(promise.act.what.lower()) if len(w) > _SHORT), verb)
    return kept[:_STEM] in deed.whole


def _named(one: _Told, other: _Told) -> Span | None:
    """Return the words of an act that is named in its answer: "accepted *Lind's offer*"."""
    span = other.act.evidence[-1]
    noun = (other.act.why or "").startswith("noun:")
    whole = one.act.evidence[-1]
    inside = whole.start <= span.start < whole.end and one.act.evidence != other.act.evidence
    return span if noun and inside else None


def _follows(view: View, table: dict[str, Any], one: _Told, other: _Told) -> bool:
    """Tell whether one deed comes upon the other in one sentence: "eased … after … released"."""
    first, last = one.act.evidence[-1], other.act.evidence[0]
    if one.sentence is None or one.sentence != other.sentence:
        return False
    if last.start <= first.start:  # "After Lutha freed the crew, …"
        opens = view.text[view.reading.sentences[one.sentence].start : last.start]
        return opens.strip().lower() in table.get("following", ())
    between = view.text[first.start : last.end].lower().split()
    return not set(table.get("following", ())).isdisjoint(between)


def _stated(view: View, cues: re.Pattern[str], one: _Told, other: _Told) -> Span | None:
    """Return the words that tie two acts, in their sentences or between them."""
    first, last = sorted((one.act.evidence[0], other.act.evidence[0]))
    if last.start - first.end > _NEAR or one.sentence is None or other.sentence is None:
        return None
    if abs(one.sentence - other.sentence) > 1:
        return None
    sentence = view.reading.sentences[max(one.sentence, other.sentence)]
    found = cues.search(view.text, max(first.start - _CUE, sentence.start), sentence.end)
    return Span(found.start(), found.end()) if found else None


def _cues(phrases: Sequence[str]) -> re.Pattern[str]:
    if not phrases:
        return re.compile(r"(?!)")
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def _stems(words: str) -> frozenset[str]:
    """Return the first letters of the longer words, which serve as their stems."""
    return frozenset(word[:_STEM] for word in _WORD.findall(words.lower()) if len(word) > _SHORT)


def _names(view: View) -> frozenset[str]:
    """Return the stems of the names of all actors, which many acts share without a matter."""
    return frozenset(
        stem
        for actor in view.reading.actors
        if actor.kind != "group"
        for stem in _stems(actor.name)
    )
