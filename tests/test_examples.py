"""The shipped storyline is whole, its made files are current, and the demonstration runs."""

from __future__ import annotations

from pathlib import Path

from examples import demo
from examples.make_documents import STORYLINE, make

from communique.acquire import acquire
from communique.model import Report

FORMATS = {".txt", ".html", ".md", ".docx", ".pdf"}


def test_the_word_and_the_pdf_file_are_made_from_their_sources(tmp_path: Path) -> None:
    make(tmp_path)
    made = sorted(tmp_path.iterdir())
    assert [path.suffix for path in made] == [".docx", ".pdf"]
    for path in made:
        assert path.read_bytes() == (STORYLINE / path.name).read_bytes()


def test_every_sample_is_a_report() -> None:
    paths = sorted(STORYLINE.iterdir())
    assert {path.suffix for path in paths} == FORMATS
    reports = list(acquire([str(path) for path in paths]))
    assert len(reports) == len(paths)
    assert all(isinstance(report, Report) and len(report.text) > 500 for report in reports)


def test_the_interview_is_long() -> None:
    (report,) = acquire([str(STORYLINE / "06-interview-relk.docx")])
    assert isinstance(report, Report)
    assert len(report.text.split()) >= 1200


def test_the_demonstration_shows_timeline_accounts_and_dossier(tmp_path: Path) -> None:
    lines = list(demo.show(tmp_path / "demo"))
    text = "\n".join(lines)
    assert f"{len(list(STORYLINE.iterdir()))} reports added, 0 failed" in lines
    assert any(line.startswith("2031-05-14") and "call" in line for line in lines)
    assert any(line.startswith("2027-03-18") for line in lines)
    assert "Ottmar Relk" in (tmp_path / "demo" / "dossier.html").read_text("utf-8")
    assert sum(line.startswith(tuple("12345")) and "communique" in line for line in lines) == 5
    assert "One contact, as the reports tell of it" in text
    assert "differ" in text


def test_the_demonstration_can_be_run_again(tmp_path: Path) -> None:
    first = list(demo.show(tmp_path / "demo"))
    assert list(demo.show(tmp_path / "demo")) == first
