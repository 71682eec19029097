"""The rule reader, end to end on short reports."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Claims, Reading, Report, Span, account_of, body_id, verify_account
from communique.read.rules import RuleReader

TEXT = """President Ann Orr met Nordia's envoy Karl Lind on 3 May 2031.
“We have a lot to discuss,” the president said. “I told him: ‘We wait.’”
Lind noted that the talks were useful. “And they were long,” he added."""


def report(text: str, language: str | None = "en") -> Report:
    return Report(id=body_id(text), publication="p1", text=text, language=language)


def read(text: str, language: str | None = "en") -> Reading:
    (reading,) = RuleReader().read([report(text, language)])
    return reading


def test_a_short_report() -> None:
    reading = read(TEXT)
    names = {actor.id: actor.name for actor in reading.actors}
    spoken = [(names.get(s.speaker or ""), s.form) for s in reading.statements]
    assert spoken == [
        ("Ann Orr", "direct"),
        ("Ann Orr", "direct"),
        ("Karl Lind", "indirect"),
        ("Karl Lind", "direct"),
    ]
    assert reading.statements[1].parent == reading.statements[0].id
    assert reading.dates[0].value == "2031-05-03"
    assert reading.origin.program == "communique"


def test_furniture_says_nothing() -> None:
    text = "“Courier” said: “Read us.”\nOrr said: “We met.”"
    head = report(text)
    (reading,) = RuleReader().read(
        [Report(id=head.id, publication="p1", text=text, furniture=(Span(0, 26),), language="en")]
    )
    assert [s.content[0].of(text) for s in reading.statements] == ["We met."]


def test_the_language_is_found_where_the_report_does_not_say() -> None:
    reading = read("«Мы встретились», — сказал посол Орлов.", None)
    assert reading.statements[0].cue


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_and_every_span_verifies(text: str) -> None:
    reading = read(text, None)
    verify_account(account_of(reading, Claims()))
