"""Finding acts never raises, stays linear, and gives spans that verify."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extract import extract
from communique.extract.acts import ActExtractor
from communique.extract.acts.frames import frames_for
from communique.extract.acts.plover import code_of_contact
from communique.extract.lexicon import lexicon_for
from communique.extract.view import View
from communique.model import (
    Claims,
    Contact,
    ContactKind,
    ContactStatus,
    Span,
    account_of,
    to_json,
    verify_account,
)
from extract.build import reading

WORDS = st.sampled_from(
    ["[p1 Ruiz]", "[s1 Ruritania]", "[~p1 she]", "I", "you", "we", "and", ",", "'s", "of", "the",
     "to", "that", "for", "by", "was", "will", "not", "if", "in exchange for", "thanked", "asked",
     "offered", "sanctions", "imposed", "lifted", "released", "prisoners", "offer", "refused",
     "expressed", "gratitude", "who", "said", ".", "?", "\u201c", "\u201d", "—", "{2031|in May}",
     "<<p1|we demand peace>>", "will open", "going to", "must", "should", "be", "never", "please",
     "let", "us", "grateful", "thank", "could", "need", "important", "set", "free", "give", "in",
     "stands", "unacceptable", "open", "released", "invited", "agreed", "ready",
     "É", "是", "\u200b"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.booleans())
def test_any_words_can_be_read(words: list[str], said: bool) -> None:
    text = " ".join(words)
    read = reading(f"<<p2|{text}.>>" if said else text)
    claims = extract(read)
    account = account_of(read, claims)
    verify_account(account)
    assert to_json(account) == to_json(account_of(read, extract(read)))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "fr", "zh", "xx"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    plain = text.translate({ord(mark): None for mark in "[]{}<>|~"})
    read = reading(plain + " Ruiz thanked us.", language=language)
    verify_account(account_of(read, extract(read)))


@pytest.mark.parametrize(
    "unit",
    [
        "[p1 Ruiz], ",
        "asked [p1 Ruiz] to and ",
        "the offer of the request of ",
        "[p1 Ruiz] thanked [p2 Lind] for rice, beans, ",
        "expressed expressed ",
        "we will not have to be forced to ",
        "it is important for [p1 Ruiz] that ",
        "set [p1 Ruiz] off the of ",
        "[p1 Ruiz] said that never or ",
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    def seconds(times: int) -> float:
        view = View(reading(unit * times))
        for sentence in range(len(view.reading.sentences)):
            view.items(sentence)
        begun = time.process_time()
        ActExtractor().extract(view, Claims())
        return time.process_time() - begun

    short, long = max(seconds(300), 0.02), seconds(2400)
    assert long < 24 * short


def test_every_frame_is_of_a_type_that_the_contract_has_and_every_type_has_a_frame() -> None:
    frames = frames_for(lexicon_for("en"))
    found = {f.type for ts in frames.verbs.values() for t in ts for f in t.frames}
    assert found | {f.type for f in frames.nouns.values()} == {
        "request", "propose", "offer", "promise", "agree", "concede", "reject", "refuse",
        "demand", "order", "warn", "threaten", "accuse", "criticise", "support", "welcome",
        "thank", "congratulate", "invite", "decide", "announce", "deny", "sanction",
        "lift-sanction", "release", "aid",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("call", "held", ("CONSULT", "phone")),
        ("visit", "held", ("CONSULT", "visit")),
        ("meeting", "held", ("CONSULT", None)),
        ("meeting", "declined", ("REJECT", "meet")),
        ("summit", "proposed", ("REQUEST", "meet")),
        ("talks", "planned", ("AGREE", None)),
    ],
)
def test_a_contact_has_its_plover_code(
    kind: ContactKind, status: ContactStatus, code: tuple[str, str | None]
) -> None:
    plover = code_of_contact(Contact(id="c1", kind=kind, status=status, evidence=(Span(0, 1),)))
    assert (plover.event, plover.mode) == code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("[p1 Ruiz] refused to release the crew.", ("REJECT", "yield")),
        ("[p1 Ruiz] asked [p2 Lind] to resume talks.", ("REQUEST", "meet")),
        ("[p1 Ruiz] threatened to invade the island.", ("THREATEN", "violence")),
        ("[s1 Ruritania] imposed sanctions on [s2 Borduria].", ("COERCE", "restrict")),
        ("[s1 Ruritania] lifted sanctions on [s2 Borduria].", ("RETREAT", "ease")),
    ],
)
def test_the_words_of_an_act_tell_the_mode(words: str, code: tuple[str, str | None]) -> None:
    (act,) = extract(reading(words)).acts
    assert act.plover is not None
    assert (act.plover.event, act.plover.mode) == code
