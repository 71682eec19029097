"""Datelines without a year, in reports that tell the year elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.acquire import AcquireOptions, acquire
from communique.model import Report

BODY = (
    "The envoys of Karst and Norland met at the harbour and spoke for two hours about the ferry. "
    "They will meet again when the ice has gone, the harbour master said on Monday."
)
LINE = "OBERHAVEN, May 3 (XNA) — "


def read(folder: Path, text: str, url: str | None = None) -> Report:
    (folder / "story.txt").write_text(text, encoding="utf-8")
    (report,) = acquire([str(folder / "story.txt")], AcquireOptions(url=url))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    ("text", "url", "where"),
    [
        (f"{LINE}{BODY}\n\n© 2031 Quay Radio\n", None, "copyright line"),
        (f"{LINE}{BODY}\n\nCopyright 2019-2031 Quay Radio\n", None, "copyright line"),
        (f"{LINE}{BODY}\n", "https://quay.example/2031/05/03/envoys-meet", "address"),
        (f"{LINE}{BODY}\n", "https://quay.example/news/2031-05-04-envoys", "address"),
        (f"{LINE}{BODY} The ferry has not run since 3 May 2031.\n", None, "text"),
    ],
)
def test_the_year_is_taken_from_where_it_is_told(
    tmp_path: Path, text: str, url: str | None, where: str
) -> None:
    report = read(tmp_path, text, url)
    assert report.published == "2031-05-03"
    assert report.published_basis == f"dateline: its year is told by the {where}"
    assert [span.of(text) for span in report.published_evidence] == ["May 3"]


def test_a_story_of_the_last_days_of_a_year_goes_out_in_the_next(tmp_path: Path) -> None:
    text = f"OBERHAVEN, December 31 (XNA) — {BODY}\n"
    report = read(tmp_path, text, "https://quay.example/2032/01/02/envoys")
    assert report.published == "2031-12-31"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"{LINE}{BODY}\n", None),
        # The lines contradict each other.
        (f"{LINE}{BODY}\n\n© 2030 Quay Radio\n\n© 2031 Harbour Board\n", None),
        # The report names a day that is years later.
        (f"{LINE}{BODY} The lease ends on 4 June 2035.\n\n© 2031 Quay Radio\n", None),
        # Another month's folder; a number that is no date.
        (f"{LINE}{BODY}\n", "https://quay.example/2031/11/03/envoys-meet"),
        (f"{LINE}{BODY}\n", "https://quay.example/story/20310503123"),
        (f"OBERHAVEN, February 29 (XNA) — {BODY}\n\n© 2031 Quay Radio\n", None),
    ],
)
def test_what_tells_no_year_dates_nothing(tmp_path: Path, text: str, url: str | None) -> None:
    report = read(tmp_path, text, url)
    assert (report.published, report.published_evidence) == (None, ())


def test_a_date_with_its_year_outranks_the_dateline(tmp_path: Path) -> None:
    report = read(tmp_path, f"Envoys meet\n\n5 May 2031\n\n{LINE}{BODY}\n\n© 2030 Quay Radio\n")
    assert (report.published, report.published_basis) == ("2031-05-05", "stated")
