"""Pages and messages as people save them: what is about the site or another message is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.acquire.making import pdf

from communique.acquire import acquire
from communique.model import Report

SEVERAL = """<html><head><title>Quay Wire</title></head><body><nav>World | Sport</nav>
<h1>World in brief</h1><p>24 March 2031</p>
<article><h2>Ministers meet</h2><p>Minister Ana Torv met Minister Rolf Brand in Lusk. {long}</p>
</article><article><h2>Storm</h2><p>A storm closed three harbours. {long}</p></article>
<div>Most read: ten beaches</div></body></html>"""

ANSWER = """From: Press <press@quay.example>
Subject: Visit
Date: Wed, 09 Apr 2031 17:45:00 +0200

Dear colleagues,

Minister Ana Torv will visit Lusk on 12 April. She will meet Minister Rolf Brand there, and
speak with the harbour masters of both coasts.

On Tue, 8 Apr 2031 at 10:12, Lena Borg wrote:
> Can you confirm that Minister Torv met the envoy last night?
> Best, Lena
--
Jon Holt, press office
"""

PASSED_ON = """From: Lena <lena@quay.example>
Subject: Fw: Visit

See below:
> Minister Ana Torv will visit Lusk on 12 April. She will meet Minister Rolf Brand there, and
> speak with the harbour masters of both coasts.
"""


def read(path: Path, text: str) -> Report:
    path.write_text(text, encoding="utf-8")
    (report,) = acquire([str(path)])
    assert isinstance(report, Report)
    return report


def aside(report: Report) -> str:
    return "\n".join(span.of(report.text) for span in report.furniture)


def test_the_heading_and_date_above_several_articles_belong_to_them(tmp_path: Path) -> None:
    long = "They spoke of the strait and of the fish in it. " * 6
    report = read(tmp_path / "a.html", SEVERAL.format(long=long))
    assert report.text.startswith("World in brief\n\n24 March 2031\n\nMinisters meet")
    assert report.published == "2031-03-24"
    assert "beaches" not in report.text


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_a_message_answers_is_not_its_own(tmp_path: Path, ends: str) -> None:
    report = read(tmp_path / "a.eml", ANSWER.replace("\n", ends))
    told = aside(report)
    assert "Lena Borg wrote" in told
    assert "confirm that" in told
    assert "Jon Holt" in told
    assert "will visit" not in told


def test_a_message_that_passes_another_on_says_what_that_says(tmp_path: Path) -> None:
    assert "will visit" not in aside(read(tmp_path / "a.eml", PASSED_ON))


def test_what_a_browser_prints_around_a_page_is_no_text(tmp_path: Path) -> None:
    address = "https://quay.example/news/12"
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf(
            [
                [
                    (40, 820, 8, "3/24/31, 2:03 PM Ministers meet"),
                    (40, 760, 20, "Ministers meet in Lusk"),
                    (40, 700, 11, "Minister Ana Torv met Minister Rolf Brand in Lusk."),
                    (40, 20, 8, f"{address} 1/1"),
                ]
            ],
            title="news.html",
        )
    )
    (report,) = acquire([str(path)])
    assert isinstance(report, Report)
    assert report.text.split("\n\n")[0] == "Ministers meet in Lusk"
    assert "2:03" not in report.text
    assert address not in report.text
    assert (report.url, report.title) == (address, "Ministers meet in Lusk")
