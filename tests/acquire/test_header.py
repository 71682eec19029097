"""Headers of pasted stories: title, bylines, datelines, houses, and what stands between them."""

from __future__ import annotations

import pytest

from communique.acquire.imprint import Imprint, read_imprint
from communique.acquire.imprint.dateline import dateline_at
from communique.acquire.imprint.header import read_header
from communique.acquire.imprint.lines import lines_of

TITLE = "Ostland and Karst agree to reopen the ferry line"
BODY = (
    "The roads ministers of Ostland and Karst met for two hours on Monday and agreed to reopen "
    "the ferry line across the Lunn Strait, officials said.\n\n"
    "The talks were held behind closed doors. Both sides called them useful.\n"
)


def imprint(header: str) -> Imprint:
    return read_imprint(header + BODY, language="en")


WIRE = "Halden Wire"
STORIES = {
    f"{TITLE}\nBy Lena Borg, {WIRE}\nBELLA, May 3, 2031 (HW) - ": WIRE,
    f"{TITLE}\n\nBy Lena Borg | {WIRE}\nMay 3, 2031 at 9:14 a.m. EDT\n\n": WIRE,
    f"{TITLE}\nLena Borg, {WIRE}\nSat, May 3, 2031\n": WIRE,
    f"{TITLE}\n\nLena Borg\nMay 3, 2031\n\n": None,
    f"{TITLE}\n\nLena Borg in Bella and Jon Ahl in Hask\nSat 3 May 2031 09.14 GMT\n\n": None,
    f"{TITLE}\nThe Lunn Herald Staff Writer\nPublished: May 3, 2031\n\n": "The Lunn Herald",
    f"{TITLE}\n2031-05-03 09:14:00\nEditor: Borg\n\n": None,
    f"{TITLE}\nUpdated: 3 May 2031\nLena Borg\nDiplomatic correspondent\n\n": None,
    f"{WIRE} | World\n{TITLE}\nMay 3, 2031\nUpdated 2 hours ago\n\n": WIRE,
    f"{TITLE}\n\nMay 3, 2031 / 9:14 AM / Lunn News\n\n": "Lunn News",
    f"{TITLE} - {WIRE}\n03.05.2031\n3 min read\n\n": WIRE,
    f"{TITLE}\nIssued on: 03.05.2031 - 09:14Modified: 03.05.2031 - 10:02\n\n": None,
    f"# {TITLE}\n\n*Office of the President of Ostland — 3 May 2031*\n\n": (
        "Office of the President of Ostland"
    ),
    f"No. 114-2031\nMay 3, 2031\nFOR IMMEDIATE RELEASE\n{TITLE}\n\n": None,
    f"Press release\n3 May 2031\nBella\n{TITLE}\n\n": None,
    f"World news\n\n{TITLE}\n\nFirst boat could sail soon\n\nBy Lena Borg\nMay 3, 2031\n\n": None,
    f"MINISTRY OF ROADS\nREPUBLIC OF KARST\n\n{TITLE}\n\nBella, 3 May 2031\n\n": (
        "MINISTRY OF ROADS, REPUBLIC OF KARST"
    ),
}


def test_a_title_right_above_the_dateline() -> None:
    found = imprint("FOR IMMEDIATE RELEASE\nOstland: Reopen the ferry\nBella, 3 May 2031 - ")

    assert found.particulars.title == "Ostland: Reopen the ferry"
    assert found.date is not None


@pytest.mark.parametrize("header", STORIES)
def test_who_put_a_story_out(header: str) -> None:
    found = imprint(header)

    assert found.particulars.title == TITLE
    assert found.particulars.publisher == STORIES[header]
    assert found.particulars.source == ("HW" if "(HW)" in header else None)
    assert found.date is not None
    assert "2031-05-03" in found.date.readings


def test_what_sums_a_story_up_stays_its_own_words() -> None:
    text = f"{TITLE}\n\nFirst boat could sail soon\n\nBy Lena Borg\nMay 3, 2031\n\n{BODY}"

    own = [span.of(text) for span in read_imprint(text).furniture]

    assert own == ["By Lena Borg", "May 3, 2031"]


def test_a_day_and_time_without_the_year_is_kept_for_whoever_knows_it() -> None:
    found = imprint(f"{TITLE}\n\n3 May, 09:14\n\n")

    assert found.date is None
    assert found.day is not None
    assert (found.day.month, found.day.day) == (5, 3)


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("HALDEN, May 3. /HATA/. ", "HALDEN", "HATA"),
        ("HALDEN, 3 May 2031, HALDEN WIRE — ", "HALDEN", "HALDEN WIRE"),
        ("HALDEN, May 3, 2031, 09:14 — HalTA. ", "HALDEN", "HalTA"),
        ("3 May, Halden /HalTA Corr./. ", "Halden", "HalTA"),
        ("3 мая, Хальден /Корр. ХАЛТА/. ", "Хальден", "ХАЛТА"),
        ("ХАЛЬДЕН, 3 мая — ХТА Новости. ", "ХАЛЬДЕН", "ХТА Новости"),
        ("Halden. May 3. HALFAX - ", "Halden", "HALFAX"),
        ("(HANSA) - HALDEN, 3 MAY - ", "HALDEN", "HANSA"),
        ("Halden/Hask (hpa/hw) - ", "Halden/Hask", "hpa/hw"),
        ("HALDEN, 3 May (HW)\n\n", "HALDEN", "HW"),
    ],
)
def test_datelines_of_many_houses(opening: str, place: str, agency: str) -> None:
    found = dateline_at(opening + BODY, 0)

    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.span.of(opening).strip() == opening.strip()


@pytest.mark.parametrize(
    "opening",
    [
        "The minister arrived. May is his month. HALFAX - a company - did not say why. ",
        "May 3 was a holiday. The council (all of it) rested. ",
        "The talks (which were closed). Nobody spoke. ",
        "Halden (the old town). The minister arrived. ",
        "Karst. The minister - a sailor - arrived. ",
    ],
)
def test_sentences_are_no_datelines(opening: str) -> None:
    assert dateline_at(opening + BODY, 0) is None


@pytest.mark.parametrize(
    "text",
    [
        f"Lena Borg met Jon Ahl\n\n{BODY}",
        f"{TITLE}\n\nThe minister resigned.\nHarbour Gazette\n\n{BODY}",
        f"Bella\n\n{BODY}",
    ],
)
def test_the_reports_own_words_are_left_alone(text: str) -> None:
    header = read_header(text, list(lines_of(text)), None, "en")

    assert not header.parts
