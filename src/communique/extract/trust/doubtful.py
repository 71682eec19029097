"""Leaves out claims of releases that are too likely wrong."""

from __future__ import annotations

from typing import Any, Literal

from msgspec.structs import replace

from communique.extract.trust.features import features_of
from communique.extract.trust.weights import KINDS, Weights, weights_for
from communique.extract.trust.words import Words, split, words_for
from communique.extract.view import View
from communique.model import Act, Claims, LeftOut

SHORT = 2000
"""Characters of a text in which less is asked of a claim: most are right there."""
GENRE = 2
"""Words at the beginning of a title that may tell what kind of release it is."""

_Kind = Literal["act", "contact", "position", "forecast"]
#: A list's kind of claim, and the slot by which claims of it are told apart.
_LABELS: dict[str, tuple[_Kind, str]] = {
    "acts": ("act", "type"),
    "contacts": ("contact", "kind"),
    "positions": ("position", "polarity"),
    "forecasts": ("forecast", "outcome"),
}


def without_doubtful(view: View, claims: Claims) -> Claims:
    """Return the claims without those of a release that are too likely wrong.

    Claims of other texts are all kept: in stories and interviews the features were found to tell
    much less. The contact that a readout is about is kept too, for it tells nothing without.
    What is left is numbered anew; ``left_out`` of the claims says what is not, in the order of
    the text.
    """
    language = view.lexicon.language
    words = words_for(language)
    if words is None or not is_release(view, words):
        return claims
    kept: dict[str, Any] = {}
    left_out: list[LeftOut] = []
    for kind in KINDS:
        weights = weights_for(kind, language)
        told = getattr(claims, kind)
        if weights is None or not told:
            continue
        sure = []
        for claim in told:
            likelihood = (
                weights.likelihood(features_of(kind, view, words, claim))
                if is_weighed(view, words, claim)
                else 1.0
            )
            if likelihood >= asked(view, words, weights):
                sure.append(claim)
            else:
                left_out.append(_left_out(kind, claim, likelihood))
        if len(sure) < len(told):
            kept[kind] = _numbered(sure)
    if not kept:
        return claims
    left_out.sort(key=lambda each: (each.evidence[0].start, each.kind))
    return replace(claims, **kept, left_out=tuple(left_out))


def _left_out(kind: str, claim: Any, likelihood: float) -> LeftOut:
    """Return what is kept of a claim that is not told."""
    name, slot = _LABELS[kind]
    people = getattr(claim, "participants", ())
    holder = people[0].actor if people else None
    return LeftOut(
        kind=name,
        label=getattr(claim, slot),
        who=getattr(claim, "actor", None) or getattr(claim, "by", None) or holder,
        what=getattr(claim, "what", "") or getattr(claim, "issue", ""),
        likelihood=round(likelihood, 2),
        evidence=claim.evidence,
    )


def asked(view: View, words: Words, weights: Weights) -> float:
    """Return how likely a claim of a text must be right to be told.

    It is less in short texts, and in those of publishers of whom nothing was judged: there too
    much that is right is held to be unlikely.
    """
    report = view.reading.report
    judged = words.is_judged(report.publisher or "", report.url or "")
    return weights.enough if judged and len(view.text) >= SHORT else weights.in_short


def is_weighed(view: View, words: Words, claim: Any) -> bool:
    """Tell whether a claim of a release may be left out at all."""
    title = split(view.reading.report.title or "")
    return not (getattr(claim, "main", False) and not words.readouts.isdisjoint(title))


def is_release(view: View, words: Words) -> bool:
    """Tell a government's release from a story or interview.

    It is one by who put it out, by the site it is from or by how its title begins; a transcript
    alone may be an interview.
    """
    report = view.reading.report
    title = split(report.title or "")
    if not words.interviews.isdisjoint(title):
        return False
    named = not words.releases.isdisjoint(title[:GENRE])
    told = words.is_official(report.publisher or "") or words.is_official_site(report.url or "")
    return named or told


def _numbered(claims: list[Any]) -> tuple[Any, ...]:
    """Return claims numbered anew, and what acts answer with them."""
    ids = {claim.id: f"{claim.id[0]}{number}" for number, claim in enumerate(claims, start=1)}
    return tuple(_with_answers(replace(claim, id=ids[claim.id]), ids) for claim in claims)


def _with_answers(claim: Any, ids: dict[str, str]) -> Any:
    if not isinstance(claim, Act) or not claim.answers:
        return claim
    answers = (replace(one, act=ids[one.act]) for one in claim.answers if one.act in ids)
    return replace(claim, answers=tuple(answers))
