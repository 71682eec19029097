"""Several values are at odds only where they are told of one and the same thing."""

from __future__ import annotations

from pathlib import Path

from tests.ask.one_report import record_of

_TEXT = """Two ministers in Basel
3 May 2031

Foreign Minister Anna Berg of Norway and Foreign Minister Rui Sarmento of Portugal met in Basel on
28 April. Berg met Sarmento again in Bern on 30 April.

At least 17 fishermen were killed in the collision, according to Norway's coast guard. Portugal puts
the toll at nine.
"""


def test_two_people_of_one_meeting_and_two_meetings_are_not_at_odds(tmp_path: Path) -> None:
    service = record_of(_TEXT, tmp_path)
    assert service.ask("Who met in Basel?").agreement == "one"
    days = service.ask("When did Berg and Sarmento meet?")
    assert len(days.findings) == 2
    assert days.agreement == "one"


def test_a_toll_has_its_own_number_and_is_at_odds_with_another(tmp_path: Path) -> None:
    reply = record_of(_TEXT, tmp_path).ask("How many fishermen were killed in the collision?")
    assert [found.value for found in reply.findings] == ["At least 17 fishermen", "nine"]
    assert reply.agreement == "differ"


def test_a_state_is_found_by_its_usual_name(tmp_path: Path) -> None:
    text = """Council
3 May 2031

The representative of the Swiss Confederation objected to the draft.
"""
    service = record_of(text, tmp_path)
    assert not service.ask("What did Switzerland say about the draft?").declined


def test_a_call_takes_no_days(tmp_path: Path) -> None:
    text = """Calls
3 May 2031

Premier Anna Berg of Norway and President Rui Sarmento of Portugal spoke by phone on Monday. "We
talked about this for a year," Berg said. The fishermen were held for two days.
"""
    service = record_of(text, tmp_path)
    assert service.ask("How long did the call between Berg and Sarmento last?").declined


def test_who_hosted_is_told_with_a_word_for_it(tmp_path: Path) -> None:
    text = """Talks
3 May 2031

The envoys of Norway and Portugal met on Monday and left without speaking to reporters.
Iceland, which is hosting the talks, urged patience. The ferry was late.
"""
    service = record_of(text, tmp_path)
    reply = service.ask("Who hosted the talks?")
    assert "Iceland" in reply.findings[0].sources[0].passage.text


def test_what_no_report_tells_of_is_declined(tmp_path: Path) -> None:
    service = record_of(_TEXT, tmp_path)
    assert service.ask("Who shot down the plane?").declined


def test_a_question_of_an_interview_is_quoted_with_its_answer(tmp_path: Path) -> None:
    text = """Interview: Anna Berg
3 May 2031

The foreign minister of Norway, Anna Berg, spoke to the Basel Courier about Portugal.

Who proposed the fishing moratorium?

“Why does it matter? The Portuguese side came up with it in March,” Anna Berg said.
"""
    reply = record_of(text, tmp_path).ask("Who proposed the fishing moratorium?")
    shown = [source.passage.text for found in reply.findings for source in found.sources]
    assert shown
    assert not any(each.rstrip().endswith("?") for each in shown)
