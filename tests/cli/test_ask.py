"""``communique ask`` and ``search --like`` over a small record."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from communique.cli.app import app

READOUT = """Office of the Prime Minister of Kestria

Prime Minister Asha Venn of Kestria spoke by telephone with President Toma Rill of Lowmark on \
4 March 2031. The call was initiated by the Lowmark side and lasted 20 minutes. "We will open \
two crossings," President Rill said. About 40 lorries are waiting at the border.
"""

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("ask")
    (folder / "readout.txt").write_text(READOUT, encoding="utf-8")
    record = str(folder / "talks.sqlite")

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, ["--record", record, *words])

    assert run("add", "--reader", "rules", str(folder / "readout.txt")).exit_code == 0
    return run


def test_an_answer_is_printed_with_its_words(run: Run) -> None:
    done = run("ask", "Who initiated the call between Venn and Rill?")
    assert done.exit_code == 0
    assert "Lowmark" in done.stdout
    assert "initiated by the Lowmark side" in done.stdout
    assert "one report says so" in done.stdout


def test_words_need_no_quotation_marks(run: Run) -> None:
    assert "20 minutes" in run("ask", "How", "long", "did", "the", "call", "last?").stdout


def test_what_no_report_says_is_declined(run: Run) -> None:
    done = run("ask", "Where did Asha Venn study?")
    assert done.exit_code == 0
    assert done.stdout.startswith("The reports do not say.")


def test_explain_tells_how_it_was_understood(run: Run) -> None:
    done = run("ask", "--explain", "What did Toma Rill say about crossings in 2031?")
    assert "asks for: what-said" in done.stdout
    assert "Toma Rill (a-" in done.stdout
    assert "time: 2031-01-01, 2031-12-31" in done.stdout


def test_json_is_the_whole_reply(run: Run) -> None:
    reply = json.loads(run("ask", "How many lorries are waiting?", "--format", "json").stdout)
    assert reply["understood"]["kind"] == "how-many"
    (finding,) = reply["findings"]
    (source,) = finding["sources"]
    start, end = source["passage"]["marks"][0]
    assert "40 lorries" in source["passage"]["text"][start:end]
    assert source["id"].startswith("f-")


def test_passages_like_a_text(run: Run) -> None:
    done = run("search", "--like", "lorries that wait for days at frontiers", "-n", "1")
    assert "40 lorries" in done.stdout
    rows = json.loads(run("search", "--like", "crossings", "--format", "json").stdout)
    assert rows[0]["report"]["id"].startswith("r-")


@pytest.mark.parametrize("more", [("--in", "report"), ("--since", "2031"), ("--format", "csv")])
def test_like_takes_no_filters(run: Run, more: tuple[str, str]) -> None:
    done = run("search", "--like", "crossings", *more)
    assert done.exit_code == 2
    assert "--like" in done.stderr
