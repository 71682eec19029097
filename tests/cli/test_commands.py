from __future__ import annotations

import contextlib
import json
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.conftest import Call
from tests.cli.fakes import FakeService

from communique.cli.add import Meter, noticing_interruption
from communique.cli.app import app
from communique.model import from_json
from communique.model.rows import Fault, Filter, Progress

FAULT = Fault(subject="bad.pdf", code="C206", message="encrypted")


def test_read_prints_the_contract_and_names_what_it_cannot_use(
    call: Call, service: type[FakeService]
) -> None:
    done = call("read", "a.txt", "empty.txt", "b.txt")
    assert done.exit_code == 3
    first, _ = map(from_json, done.stdout.splitlines())
    assert first.report.title == "Readout of a call"
    assert done.stderr == "communique: empty.txt: there is no text in it [C202]\n"
    array = call("read", "a.txt", "--format", "json")
    assert len(json.loads(array.stdout)) == 2
    assert service.asked[-1][1][0] == ("a.txt",)


def test_read_passes_on_what_is_said_about_the_inputs(
    call: Call, service: type[FakeService]
) -> None:
    call(
        "read", "a.jsonl", "--field", "text=body", "--publisher", "Wire", "--input-format", "jsonl"
    )
    about = service.asked[-1][1][1]
    assert about.fields == {"text": "body"}
    assert (about.publisher, about.format, about.title) == ("Wire", "jsonl", None)


def test_add_says_what_became_of_the_inputs(call: Call, service: type[FakeService]) -> None:
    done = call("--record", "t.sqlite", "add", "reports/")
    assert (done.exit_code, done.stdout) == (0, "t.sqlite: 1 added, 2 already there\n")
    assert done.stderr == ""
    service.faults = (FAULT,)
    done = call("add", "reports/", "--format", "json")
    assert done.exit_code == 3
    assert done.stderr == "communique: bad.pdf: encrypted [C206]\n"
    assert json.loads(done.stdout)["failed"] == 1


def test_dates_that_can_be_read_two_ways_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Harbour talks\n03/04/2031\n\nMinister Ana Torv met Rolf Brand.\n")
    record = str(tmp_path / "r.sqlite")
    words = ["add", str(path), "--reader", "rules", "--record", record]
    told = CliRunner().invoke(app, words, prog_name="communique").stderr
    assert told == (
        f"communique: {path}: published 4 March 2031 or 3 April 2031, which nothing tells;"
        " add it with --date-order day-first or month-first\n"
    )
    done = CliRunner().invoke(app, [*words, "--date-order", "day-first"], prog_name="communique")
    assert (done.stderr, done.stdout) == ("", f"{record}: 1 read again\n")


def test_the_record_is_named_before_the_command_or_behind_it(call: Call) -> None:
    told = "t.sqlite: 1 added, 2 already there\n"
    assert call("add", "reports/", "--record", "t.sqlite").stdout == told
    assert call("--record", "u.sqlite", "add", "--record", "t.sqlite", "reports/").stdout == told
    assert call("add", "reports/", "--debug", "--record=t.sqlite").stdout == told
    assert call("add", "--record").exit_code == 2
    assert "--record FILE" in call("timeline", "--help").stdout


def test_help_lists_what_may_be_chosen(call: Call) -> None:
    page = " ".join(call("contacts", "--help").stdout.split())
    assert "--kind KIND Only of this kind: call, meeting, " in page
    assert "--status STATUS Only of this status: held, planned, " in page
    wrong = call("contacts", "--kind", "cal")
    assert (wrong.exit_code, "'call'" in wrong.stderr) == (2, True)


def test_progress_is_drawn_on_a_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    step = Progress(done=3, subject="x" * 200, outcome="added")
    Meter(shown=False).step(step)
    assert capsys.readouterr().err == ""
    meter = Meter(shown=True)
    meter.step(step)
    meter.clear()
    drawn = capsys.readouterr().err
    assert drawn.startswith("\r\x1b[K3 done  added: xxx")
    assert drawn.endswith("\r\x1b[K")
    assert "\n" not in drawn
    assert len(drawn) < 100


def test_search_marks_what_matched(call: Call, service: type[FakeService]) -> None:
    done = call("search", "open", "--in", "statement", "--actor", "Venn")
    assert "They will [[open]] crossings." in done.stdout
    assert "Asha Venn" in done.stdout
    assert service.asked[-1] == ("search", ("open", Filter(kind="statement", actor="Venn")))
    assert json.loads(call("search", "open", "--format", "json").stdout)[0]["id"] == "s-1"
    assert call("search", "nothing").stderr == "nothing matches\n"


def test_show_prints_evidence_and_actors_by_name(call: Call) -> None:
    done = call("show", "s-1")
    assert "a [[call]] took place" in done.stdout
    assert "Asha Venn (a-00000000venn)" in done.stdout
    assert "made by" not in done.stdout
    why = call("show", "s-1", "--why").stdout
    assert "the reader gives no reason" in why
    assert "communique 0.1.0, no model" in why


def test_show_puts_a_contacts_accounts_side_by_side(call: Call) -> None:
    shown = call("show", "c-1").stdout
    assert "2 accounts of this contact" in shown
    assert "date: the accounts differ" in shown
    assert "says nothing" in shown
    assert "place:" not in shown
    whole = json.loads(call("show", "c-1", "--format", "json").stdout)
    assert whole["accounts"]["slots"][1]["verdict"] == "differ"


def test_show_has_reports_and_actors_too(call: Call) -> None:
    report = call("show", "r-1").stdout
    assert "Press Service of Kestria" in report
    assert "f-00000000001a  figure  40 lorries" in report
    actor = call("show", "a-1").stdout
    assert "[[Asha Venn]] spoke" in actor
    assert call("show", "x-1").exit_code == 4


def test_verify_ends_with_1_and_a_list_if_anything_does_not_hold(
    call: Call, service: type[FakeService]
) -> None:
    assert call("verify").stdout == "2 reports, 1,234 spans checked: all hold\n"
    service.faults = (FAULT,)
    done = call("verify", "--report", "r-2")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == "r-2  C206  bad.pdf: encrypted"
    assert service.asked[-1] == ("verify", "r-2")
    lines = call("verify", "--format", "jsonl").stdout.splitlines()
    assert [len(json.loads(line)["faults"]) for line in lines] == [0, 1]


def test_clusters_have_the_contracts_form(call: Call) -> None:
    whole = json.loads(call("clusters", "--format", "json").stdout)
    assert whole["clusters"][0] == {
        "id": "c-1",
        "kind": "contact",
        "members": [{"report": "b1", "id": "c1"}, {"report": "b2", "id": "c1"}],
    }
    assert call("clusters", "--kind", "actor").stdout == "a-1  actor  b1:c1, b2:c1\n"


def test_dossier_prints_where_it_is(call: Call, service: type[FakeService], tmp_path: Path) -> None:
    path = tmp_path / "d.html"
    done = call("dossier", str(path), "--actor", "Venn", "--title", "T")
    assert done.stdout == f"{path}\n"
    assert service.asked[-1] == ("dossier", (Filter(actor="Venn"), "T"))


def test_the_record_is_named_by_option_or_variable(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_RECORD", "by-variable.sqlite")
    assert call("add", "x").stdout.startswith("by-variable.sqlite:")
    assert call("--record", "by-option.sqlite", "add", "x").stdout.startswith("by-option.sqlite:")


def test_an_interruption_that_gets_lost_ends_the_addition_behind_the_next_report() -> None:
    meter = Meter(shown=False)
    step = Progress(done=1, subject="a.txt", outcome="added")
    with noticing_interruption(meter):
        with contextlib.suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            meter.step(step)
    assert meter.kept == 1
