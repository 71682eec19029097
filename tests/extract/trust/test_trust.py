"""Claims of releases that are too likely wrong are left out, and nothing else is."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from communique.extract import extract
from communique.extract.lexicon import lexicon_for
from communique.extract.trust import without_doubtful
from communique.extract.trust.features import features_of
from communique.extract.trust.weights import KINDS, Weights, weights_for
from communique.extract.trust.words import split, words_for
from communique.extract.view import View
from communique.model import Reading
from extract.build import reading

CLEAR = (
    "[p1 Ana Ruiz] thanked [p2 Bo Lind] for the release of forty prisoners. "
    "[p1 Ana Ruiz] offered to lift the sanctions on grain exports."
)
VAGUE = "[~p1 She] promised to sell the old boats."
FILLER = " The harbour has nine piers and a long wall of grey stone." * 50


ON_BOATS = Weights(0.5, 0.5, 1.0, {"word~boats": -5.0})
"""Weights by which nothing is doubtful but what is on boats."""


@pytest.fixture
def on_boats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "communique.extract.trust.doubtful.weights_for", lambda kind, language: ON_BOATS
    )


def titled(marked: str, title: str | None) -> Reading:
    read = reading(marked)
    return replace(read, report=replace(read.report, title=title))


def acts(marked: str, title: str | None, *, doubtful: bool = False) -> list[str]:
    return [act.what for act in extract(titled(marked, title), doubtful=doubtful).acts]


@pytest.mark.usefixtures("on_boats")
@pytest.mark.parametrize(
    ("publisher", "is_weighed"),
    [
        ("The White House", True),
        ("Ministry of Foreign Affairs of Lutha", True),
        ("The Oberhaven Courier", False),
        (None, False),
    ],
)
def test_a_release_is_known_by_who_put_it_out(publisher: str | None, is_weighed: bool) -> None:
    read = titled(CLEAR + " " + VAGUE + FILLER, "Harbours for all")
    read = replace(read, report=replace(read.report, publisher=publisher))
    assert (len(extract(read).acts) < len(extract(read, doubtful=True).acts)) is is_weighed


@pytest.mark.usefixtures("on_boats")
@pytest.mark.parametrize(
    ("url", "is_weighed"),
    [
        ("https://www.lutha.gov/news/harbours", True),
        ("https://MFA.lutha.example:8443/harbours?lang=en", True),
        ("https://oberhaven-courier.example/gov/harbours", False),
        ("https://un@courier.example/harbours", False),
        ("file:///home/lind/harbours.html", False),
        (None, False),
    ],
)
def test_a_release_is_known_by_the_site_it_is_from(url: str | None, is_weighed: bool) -> None:
    read = titled(CLEAR + " " + VAGUE + FILLER, "Harbours for all")
    read = replace(read, report=replace(read.report, url=url))
    assert (len(extract(read).acts) < len(extract(read, doubtful=True).acts)) is is_weighed


@pytest.mark.usefixtures("on_boats")
def test_a_release_loses_what_is_likely_wrong_and_keeps_the_rest() -> None:
    text = CLEAR + " " + VAGUE + FILLER
    every = acts(text, "Remarks by President Ruiz", doubtful=True)
    kept = acts(text, "Remarks by President Ruiz")
    assert set(kept) < set(every)
    assert "the release of forty prisoners" in kept
    assert not any("boats" in what for what in kept)


@pytest.mark.usefixtures("on_boats")
def test_what_is_left_out_is_kept_apart_with_its_words_and_likelihood() -> None:
    read = titled(CLEAR + " " + VAGUE + FILLER, "Remarks by President Ruiz")
    claims, every = extract(read), extract(read, doubtful=True)
    (boats,) = claims.left_out
    assert (boats.kind, boats.label, boats.likelihood) == ("act", "promise", 0.02)
    assert "boats" in boats.what
    assert "boats" in boats.evidence[0].of(read.report.text)
    assert len(claims.acts) == len(every.acts) - 1
    assert every.left_out == ()


@pytest.mark.usefixtures("on_boats")
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (CLEAR + " " + VAGUE + FILLER, None),
        (CLEAR + " " + VAGUE + FILLER, "Ruiz talks grain and prisoners"),
        (CLEAR + " " + VAGUE + FILLER, "Statement in an interview with Ana Ruiz"),
        (CLEAR + " " + VAGUE + FILLER, "Ruiz rejects remarks on her grain order"),
    ],
)
def test_stories_and_interviews_keep_all(text: str, title: str | None) -> None:
    assert acts(text, title) == acts(text, title, doubtful=True)


def test_what_is_left_is_numbered_anew_and_answers_go_with_it() -> None:
    text = VAGUE + " " + CLEAR + " [p2 Bo Lind] accepted the offer." + FILLER
    read = titled(text, "Remarks by President Ruiz")
    told = extract(read).acts
    assert [act.id for act in told] == [f"d{n}" for n in range(1, len(told) + 1)]
    known = {act.id for act in told}
    assert all(answer.act in known for act in told for answer in act.answers)


def test_the_contact_that_a_readout_is_about_is_kept() -> None:
    text = "[p1 Ruiz] met with [g1 you know, some of them] — that way." + FILLER
    read = titled(text, "Readout of a meeting")
    every, kept = extract(read, doubtful=True), extract(read)
    assert [one.main for one in kept.contacts] == [one.main for one in every.contacts if one.main]


def test_a_language_without_verdicts_keeps_all_its_claims() -> None:
    read = titled(CLEAR + FILLER, "Remarks by President Ruiz")
    view = View(read, dataclasses.replace(lexicon_for("en"), language="qx"))
    claims = extract(reading(CLEAR), doubtful=True)
    assert without_doubtful(view, claims) is claims


@pytest.mark.parametrize(
    ("filler", "publisher", "url", "is_told"),
    [
        (FILLER, "The White House", None, False),
        (FILLER, None, "https://www.whitehouse.gov/remarks", False),
        (FILLER, None, None, False),
        (FILLER, None, "remarks.txt", False),
        ("", "The White House", None, True),
        (FILLER, "Ministry of Foreign Affairs of Lutha", None, True),
        (FILLER, None, "https://mfa.lutha.example/remarks", True),
    ],
)
def test_less_is_asked_in_short_releases_and_where_none_were_judged(
    filler: str,
    publisher: str | None,
    url: str | None,
    is_told: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lenient = Weights(0.99, 0.1, 0.0, {})
    monkeypatch.setattr(
        "communique.extract.trust.doubtful.weights_for", lambda kind, language: lenient
    )
    read = titled(CLEAR + filler, "Remarks by President Ruiz")
    read = replace(read, report=replace(read.report, publisher=publisher, url=url))
    assert bool(extract(read).acts) is is_told


@pytest.mark.parametrize("kind", KINDS)
def test_weights_are_shipped_and_bounded(kind: str) -> None:
    weights = weights_for(kind, "en")
    assert weights is not None
    assert 0.5 <= weights.in_short <= weights.enough < 1
    assert weights.enough > 0.5
    assert len(weights.features) > 100
    assert all(abs(weight) < 5 for weight in weights.features.values())


def test_a_likelihood_grows_with_the_weights() -> None:
    weights = Weights(0.5, 0.5, 0.0, {"good": 2.0, "bad": -2.0})
    assert (
        weights.likelihood(["bad"]) < weights.likelihood([]) == 0.5 < weights.likelihood(["good"])
    )


WORDS = st.sampled_from(
    ["[p1 Ruiz]", "[~p1 she]", "[s1 Ruritania]", "met", "called", "thanked", "promised", "for",
     "that", "—", "“", "”", "?", "supports", "sanctions", "\n\n", "Q", "MR. LIND:", "…", "is"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_claim_has_features(pieces: list[str]) -> None:
    read = titled(" ".join(pieces), "Remarks")
    view, words = View(read), words_for("en")
    assert words is not None
    claims = extract(read, doubtful=True)
    for kind in KINDS:
        for claim in getattr(claims, kind):
            assert features_of(kind, view, words, claim)


def test_no_name_is_a_feature() -> None:
    marked = "[p1 Ana Ruiz] thanked [p2 Bo Lind] for the Lind plan. [p1 Ruiz] supports Ruritania."
    read = titled(marked, "Remarks")
    view, words = View(read), words_for("en")
    assert words is not None
    claims = extract(read, doubtful=True)
    told = [(kind, claim) for kind in KINDS for claim in getattr(claims, kind)]
    seen = {name for kind, claim in told for name in features_of(kind, view, words, claim)}
    assert told
    assert not [name for name in seen if "ruiz" in name or "lind" in name or "ruritan" in name]


def test_words_numbers_and_marks_are_told_apart() -> None:
    words = words_for("en")
    assert words is not None
    assert [words.shape(word) for word in split("Don’t lift 40 embargoes, quickly!")] == [
        "*", "*", "#", "-s", ",", "-ly", "!",
    ]  # fmt: skip
