"""Questions as they are typed: in small letters, by keywords, in another language, "last week"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from communique.ask.question.times import Time, relative, seen_from, times
from communique.ask.question.understanding import understand
from communique.model.asking import Reply
from communique.service import Service
from communique.settings import load

ONE = """\
ORSK, May 17, 2031 (River Agency) - The President of Tarvenia, Ottmar Relk, spoke by telephone \
with Prime Minister of Soldava Ilena Dravo on May 14, 2031. The call lasted 50 minutes. Relk \
promised to open the gates. Dravo declined an invitation to visit Tarvenia.

Correspondent: Was the price of barley mentioned?

Relk: No. We did not come to that.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("typed")
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    with Service(load({}, record=folder / "record.sqlite", reader="rules")) as service:
        assert service.add([folder / "one.txt"]).added == 1
        yield service


def told(reply: Reply) -> str:
    return " ".join(finding.value for finding in reply.findings)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("how long did the call between relk and dravo last", "PT50M"),
        ("HOW LONG DID THE CALL BETWEEN RELK AND DRAVO LAST?", "PT50M"),
        ("relk dravo call duration", "PT50M"),
        ("what did relk promise", "open the gates"),
        ("when did relk speak with dravo by phone", "2031-05-14"),
        ("How long did the Relk–Dravo call of 14 May last", "PT50M"),
        ("how long did the call of may 14 last", "PT50M"),
    ],
)
def test_capitals_and_marks_are_not_needed(service: Service, question: str, value: str) -> None:
    reply = service.ask(question)
    assert value in told(reply)
    assert reply.question == question


@pytest.mark.parametrize(
    "question",
    [
        "Wer hat Relk angerufen?",
        "Qui a téléphoné à Dravo?",
        "Кто кому позвонил в мае?",
        "¿Cuándo hablaron Relk y Dravo?",
        "誰が電話しましたか",
    ],
)
def test_another_language_is_declined_as_such(service: Service, question: str) -> None:
    reply = service.ask(question)
    assert reply.declined
    assert "English" in reply.why


@pytest.mark.parametrize(
    "question",
    [
        "Was sagte Relk?",
        "Worüber sprachen Relk und Dravo?",
        "De quoi ont-ils discuté ?",
        "¿Rechazó Relk la oferta?",
        "Di che cosa hanno discusso?",
        "O que disse o ministro?",
        "Czy Relk otworzy śluzy?",
        "Отверг ли Релк предложение?",
        "Що сказав Релк?",
        "Што сказаў міністр?",
        "من التقى الرئيس؟",
        "Kdy se setkal Relk s Dravem?",
    ],
)
def test_questions_of_many_languages_are_told_from_english_ones(question: str) -> None:
    assert understand(question).is_foreign


@pytest.mark.parametrize("question", ["Was Relk in Los Angeles?", "Was Dravo at MIT in May?"])
def test_names_that_look_foreign_are_no_other_language(question: str) -> None:
    assert not understand(question).is_foreign


@pytest.mark.parametrize("question", ["Релк Драво", "call", "Relk", "was", "Comment by Relk"])
def test_names_and_single_words_are_no_other_language(question: str) -> None:
    assert not understand(question).is_foreign


def test_yes_or_no_comes_with_the_question_that_it_answers(service: Service) -> None:
    reply = service.ask("Was the price of barley mentioned?")
    assert "barley mentioned? Relk: No. We did not" in told(reply)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Dravo visit Tarvenia?", "only as planned, proposed or declined"),
        ("Where did Relk and Dravo talk by telephone?", "but not where it was"),
        ("Where did Relk meet Dravo?", "no report at hand tells of a meeting of Relk and Dravo"),
        ("Did Relk mention herring?", "speaks of “herring”"),
        ("What did Wendell Quist say?", "names Wendell Quist"),
    ],
)
def test_what_is_declined_says_what_was_not_found(
    service: Service, question: str, words: str
) -> None:
    reply = service.ask(question)
    assert reply.declined, reply.findings
    assert words in reply.why


def test_last_week_is_seen_from_the_newest_report(service: Service) -> None:
    understood = service.ask("What did Relk promise this week?").understood
    assert (understood.relative, understood.since, understood.until) == (
        "this week",
        "2031-05-12",
        "2031-05-18",
    )
    assert service.ask("Who called Dravo last week?").declined


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("yesterday", Time(2031, 2, 28)),
        ("tomorrow", Time(2031, 3, 2)),
        ("last month", Time(2031, 2)),
        ("next year", Time(2032)),
        ("last week", Time(span=("2031-02-17", "2031-02-23"))),
    ],
)
def test_a_time_as_seen_from_a_day(words: str, time: Time) -> None:
    assert relative(f"What happened {words}?") == words
    assert seen_from(words, date(2031, 3, 1)) == time


def test_a_month_in_small_letters_needs_a_day_or_a_year() -> None:
    assert times("what may happen next")[0] is None
    assert times("who met on 5 march")[0] == Time(None, 3, 5)
    assert times("who met in march 2031")[0] == Time(2031, 3)


def test_a_span_meets_the_days_that_touch_it() -> None:
    week = Time(span=("2031-05-12", "2031-05-18"))
    assert week.meets(("2031-05-18", "2031-05-20"))
    assert not week.meets(("2031-05-19", "2031-05-20"))
