"""Leaves out claims of releases that are too likely wrong."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from communique.extract.trust.features import features_of
from communique.extract.trust.weights import KINDS, weights_for
from communique.extract.trust.words import Words, split, words_for
from communique.extract.view import View
from communique.model import Act, Claims

SHORT = {"acts": 2000, "positions": 2000, "contacts": 0, "forecasts": 0}
"""Characters of a text of which no claim of a kind is left out: 83 to 86 % are right there."""


def without_doubtful(view: View, claims: Claims) -> Claims:
    """Return the claims without those of a release that are too likely wrong.

    Claims of other texts are all kept: in stories and interviews the features were found to tell
    much less, and in short releases most acts and positions are right. The contact that a readout
    is about is kept too, for it tells nothing without. Acts, contacts and positions
    that are left are numbered anew.
    """
    language = view.lexicon.language
    words = words_for(language)
    if words is None or not is_release(view, words):
        return claims
    kept: dict[str, Any] = {}
    for kind in KINDS:
        weights = weights_for(kind, language)
        told = getattr(claims, kind)
        if weights is None or not told:
            continue
        sure = [
            claim
            for claim in told
            if not is_weighed(kind, view, words, claim)
            or weights.likelihood(features_of(kind, view, words, claim)) >= weights.enough
        ]
        if len(sure) < len(told):
            kept[kind] = _numbered(sure)
    return replace(claims, **kept) if kept else claims


def is_weighed(kind: str, view: View, words: Words, claim: Any) -> bool:
    """Tell whether a claim of a release may be left out at all."""
    title = split(view.reading.report.title or "")
    is_subject = getattr(claim, "main", False) and not words.readouts.isdisjoint(title)
    return len(view.text) >= SHORT[kind] and not is_subject


def likelihood(view: View, kind: str, claim: Any) -> float | None:
    """Return how likely a claim is right by the verdicts, ``None`` where there are none.

    ``kind`` is the claim's list in ``Claims``. The number is of the releases that the verdicts
    are of; in other texts it says less.
    """
    language = view.lexicon.language
    words, weights = words_for(language), weights_for(kind, language)
    if words is None or weights is None:
        return None
    return weights.likelihood(features_of(kind, view, words, claim))


def is_release(view: View, words: Words) -> bool:
    """Tell a government's release, by its title or as a transcript, from a story or interview."""
    title = split(view.reading.report.title or "")
    if not words.interviews.isdisjoint(title):
        return False
    named = not words.releases.isdisjoint(title)
    return named or view.turns.is_press_conference or view.turns.is_remarks


def _numbered(claims: list[Any]) -> tuple[Any, ...]:
    """Return claims numbered anew, and what acts answer with them."""
    ids = {claim.id: f"{claim.id[0]}{number}" for number, claim in enumerate(claims, start=1)}
    return tuple(_with_answers(replace(claim, id=ids[claim.id]), ids) for claim in claims)


def _with_answers(claim: Any, ids: dict[str, str]) -> Any:
    if not isinstance(claim, Act) or not claim.answers:
        return claim
    answers = (replace(one, act=ids[one.act]) for one in claim.answers if one.act in ids)
    return replace(claim, answers=tuple(answers))
