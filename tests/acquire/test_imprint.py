"""What reports print about themselves: headers, titles, datelines, footers, headings."""

from __future__ import annotations

import pytest

from communique.acquire.imprint import Imprint, read_imprint
from communique.acquire.imprint.dateline import dateline_at

BODY = (
    "The envoys of Karst and Ferrow met in Oberhaven on Monday, and both sides called the "
    "talks useful. They are to meet again in the autumn."
)


def furniture(text: str) -> list[str]:
    return [span.of(text) for span in read_imprint(text).furniture]


def dated(imprint: Imprint) -> str | None:
    return imprint.date.settled if imprint.date else None


def test_a_date_before_the_first_word() -> None:
    text = f" date 2031-08-14 {BODY}"

    found = read_imprint(text)

    assert dated(found) == "2031-08-14"
    assert [span.of(text) for span in found.furniture] == ["date 2031-08-14"]
    assert found.particulars.title is None


@pytest.mark.parametrize(
    "opening", ["Published: 3 May 2031 ", "Дата: 3 мая 2031 ", "Datum: 3. Mai 2031 "]
)
def test_a_labelled_date_before_the_first_word(opening: str) -> None:
    assert dated(read_imprint(opening + BODY * 3)) == "2031-05-03"
    assert furniture(opening + BODY * 3) == [opening.strip()]


def test_bars_part_a_header_line() -> None:
    line = "13/05/2031 | Press release | Distributed by Newsrelay on 13/05/2031 08:29"
    text = f"{line}\n{BODY}"

    found = read_imprint(text)

    assert found.particulars.distributor == "Newsrelay"
    assert dated(found) == "2031-05-13"
    assert found.date is not None
    assert found.date.span.of(text) == "13/05/2031"
    assert furniture(text) == [line]


def test_an_office_between_bars_is_the_publisher() -> None:
    text = f"Ministry of Foreign Affairs of Karst | Statement | 3 May 2031\n\n{BODY}"

    assert read_imprint(text).particulars.publisher == "Ministry of Foreign Affairs of Karst"


def test_source_date_and_distributors_mark() -> None:
    text = f"Source: Chancellery of Karst\n\n3 May 2031\n\n{BODY}\n\nMIL OSI"

    found = read_imprint(text)

    assert found.particulars.source == "Chancellery of Karst"
    assert found.particulars.distributor == "MIL OSI"
    assert dated(found) == "2031-05-03"
    assert furniture(text) == ["Source: Chancellery of Karst", "3 May 2031", "MIL OSI"]
    assert text[found.body_end :] == "MIL OSI"


@pytest.mark.parametrize(
    ("line", "slot", "value"),
    [
        ("Quelle: Bundeskanzlei Ostmark", "source", "Bundeskanzlei Ostmark"),
        ("Источник: МИД Карста", "source", "МИД Карста"),
        ("来源：外交部", "source", "外交部"),
        ("Issued by: Ministry of Ferrow", "publisher", "Ministry of Ferrow"),
        ("Distributed by Newsrelay on May 3, 2031 at 10:30 GMT", "distributor", "Newsrelay"),
        ("Distributed by Newsrelay", "distributor", "Newsrelay"),
        ("Title: Envoys meet", "title", "Envoys meet"),
        ("Link: https://karst.example/1", "url", "https://karst.example/1"),
    ],
)
def test_labels_in_many_languages(line: str, slot: str, value: str) -> None:
    for text in (f"{line}\n\n{BODY}", f"{BODY}\n\n{line}\n"):
        assert getattr(read_imprint(text).particulars, slot) == value
        assert furniture(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE",
        "By Tess Varga",
        "By Tess Varga and Odo van Lunt",
        "Пресс-релиз",
        "###",
        "-30-",
        "© 2031 Quay Radio",
        "Friday, 9 May 2031 10:30",
        "Oberhaven, 9 May 2031",
        "(9 May 2031)",
        "(Corrects the day of the meeting to Friday, not Thursday, in paragraph 3)",
        "9 May 2031 г.",
    ],
)
def test_lines_that_say_nothing_of_the_matter(line: str) -> None:
    assert furniture(f"{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the envoys had agreed on everything but the price of the crossing.",
        "The source: a clerk who had read the letter twice and who asked not to be named.",
        "President: I will say this once and then we shall go on to the next question.",
        "Statement of the obvious.",
        "On 3 May 2031 the envoys met.",
        "By noon, all was over. Nobody wept.",
        "Date palms were exchanged as gifts.",
        "Source: close to nothing. " + "It was all hearsay, and the minister knew it well. " * 3,
    ],
)
def test_sentences_that_begin_like_a_header_stay(line: str) -> None:
    assert furniture(f"{line}\n\n{BODY}") == []


def test_a_title_is_a_line_without_a_full_stop() -> None:
    for title in (
        "Envoys meet in Oberhaven",
        "“We shall keep it,” says envoy",
        "Will it hold?",
        "# Envoys meet",
    ):
        found = read_imprint(f"{title}\n\n3 May 2031\n\n{BODY}")
        assert found.particulars.title == title.lstrip("# ")
        assert dated(found) == "2031-05-03"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"The envoys met in Oberhaven.\n\n{BODY}",
        f"he envoys met\n\n{BODY}",
        "Envoys meet in Oberhaven",
        f"The envoys agreed on three points:\n\n{BODY}",
        "Roses are red and\nviolets are blue and\nso on and on.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert read_imprint(text).particulars.title is None


@pytest.mark.parametrize(
    ("opening", "place", "agency", "date"),
    [
        ("OBERHAVEN, May 3 (XNA) — ", "OBERHAVEN", "XNA", None),
        ("OBERHAVEN, Karst, 3 May 2031 (XNA) - ", "OBERHAVEN, Karst", "XNA", "2031-05-03"),
        ("Oberhaven, 3. Mai (dpx) – ", "Oberhaven", "dpx", None),
        ("OBERHAVEN (XNA) -- ", "OBERHAVEN", "XNA", None),
        ("OBERHAVEN (XNA) May 3, 2031 - ", "OBERHAVEN", "XNA", "2031-05-03"),
        ("OBERHAVEN — ", "OBERHAVEN", None, None),
        ("ОБЕРХАФЕН, 3 мая /КТА/. — ", "ОБЕРХАФЕН", "КТА", None),
    ],
)
def test_datelines(opening: str, place: str, agency: str | None, date: str | None) -> None:
    found = dateline_at(opening + BODY, 0)

    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.date.settled if found.date else None) == date
    assert found.span.of(opening + BODY) == opening.rstrip()


def test_a_dateline_is_not_the_reports_words_and_credits_its_agency() -> None:
    text = f"Envoys meet\n\nOBERHAVEN, May 3 (XNA) — {BODY}"

    assert furniture(text) == ["OBERHAVEN, May 3 (XNA) —"]
    assert read_imprint(text).particulars.source == "XNA"


@pytest.mark.parametrize(
    "line",
    [
        "Oberhaven — a harbour of some size — lay in fog.",
        "Minister Brant: we will wait.",
        "It was late - too late.",
        "The talks (held in May) — were long.",
        "Oberhaven (Karst) officials met - and left.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline_at(line, 0) is None


def test_headings_and_what_stands_under_them() -> None:
    text = (
        f"Envoys meet\n\n{BODY}\n\nFees remain open\n\n{BODY}\n\n"
        f"## What comes next\n{BODY}\n\nQUESTION\n\n{BODY}\n\nQUESTION\n\n{BODY}\n"
    )

    found = read_imprint(text)

    assert [span.of(text) for span in found.headings] == ["Fees remain open", "## What comes next"]


def test_a_line_broken_by_hand_is_no_heading_and_no_footer() -> None:
    text = f"{BODY}\n\nThe text was signed\nby all of them in the hall on the\n3 May 2031.\n"

    found = read_imprint(text)

    assert (found.headings, found.furniture) == ((), ())


def test_headings_without_blank_lines() -> None:
    text = f"{BODY}\nFees remain open\n{BODY}\nNobody paid.\n{BODY}"

    assert [span.of(text) for span in read_imprint(text).headings] == ["Fees remain open"]


def test_a_report_that_is_all_header() -> None:
    found = read_imprint("Source: Chancellery of Karst\n3 May 2031\n")

    assert found.particulars.source == "Chancellery of Karst"
    assert found.headings == ()


def test_a_long_line_and_many_lines_take_no_long_time() -> None:
    for text in (
        "x, " * 50_000,
        "word\n" * 30_000,
        "Source:" * 50_000,
        "1.1.1 " * 30_000,
        " \n" * 50_000,
    ):
        read_imprint(text)


@pytest.mark.parametrize(
    ("header", "publisher", "title", "day"),
    [
        (
            "Ministry of Foreign Affairs of Karst\nPress release No. 214\n3 May 2031\n\n"
            "On the meeting of the envoys",
            "Ministry of Foreign Affairs of Karst",
            "On the meeting of the envoys",
            "2031-05-03",
        ),
        (
            "Envoys agree to meet again\nThe Oberhaven Courier, 3 May 2031",
            "The Oberhaven Courier",
            "Envoys agree to meet again",
            "2031-05-03",
        ),
        (
            "Envoys agree to meet again\nMinistry of Roads of Karst, press release, 3 May 2031",
            "Ministry of Roads of Karst",
            "Envoys agree to meet again",
            "2031-05-03",
        ),
        (
            "Envoys agree to meet again\nPress release of the Ministry of Roads, 3 May 2031",
            "Ministry of Roads",
            "Envoys agree to meet again",
            "2031-05-03",
        ),
        (
            "Envoys agree to meet again\nQuay Radio\n3 May 2031\nAgencies",
            "Quay Radio",
            "Envoys agree to meet again",
            "2031-05-03",
        ),
        (
            "Министерство иностранных дел Карста\n3 мая 2031\n\nО встрече посланников",
            "Министерство иностранных дел Карста",
            "О встрече посланников",
            "2031-05-03",
        ),
        (
            "Oberhavener Tageblatt\n3. Mai 2031\n\nGesandte wollen sich wieder treffen",
            "Oberhavener Tageblatt",
            "Gesandte wollen sich wieder treffen",
            "2031-05-03",
        ),
    ],
)
def test_a_house_without_a_label(header: str, publisher: str, title: str, day: str) -> None:
    found = read_imprint(f"{header}\n\n{BODY}")

    assert (found.particulars.publisher, found.particulars.title) == (publisher, title)
    assert dated(found) == day


def test_a_letterhead_without_a_title() -> None:
    text = f"Ministry of Roads of the State of Karst\nPress release\nLunn, 3 May 2031\n\n{BODY}"
    found = read_imprint(text)

    assert found.particulars.publisher == "Ministry of Roads of the State of Karst"
    assert found.particulars.title is None
    assert dated(found) == "2031-05-03"


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Briefing by the spokesperson, Lunn, 3 May 2031", "2031-05-03"),
        ("Transcript of an interview of Ada Lunn with Radio Karst (3 May 2031)", "2031-05-03"),
        ("Radio Karst, 3 May 2031. Interview with Ada Lunn, Ambassador of Karst", "2031-05-03"),
        ("Remarks by the minister at the harbour, May 3, 2031", "2031-05-03"),
        ("Ferries after 3 May 2031, and before", None),
    ],
)
def test_a_date_that_ends_the_title(title: str, day: str | None) -> None:
    found = read_imprint(f"{title}\n\n{BODY}")

    assert found.particulars.title == title
    assert (found.date and dated(found)) == day


@pytest.mark.parametrize(
    "title",
    [
        "Foreign Ministry Summons Ambassador",
        "The Courier Was Late",
        "Oberhaven, a city of two harbours",
    ],
)
def test_a_title_that_looks_like_a_house(title: str) -> None:
    found = read_imprint(f"{title}\n\n{BODY}")

    assert (found.particulars.publisher, found.particulars.title) == (None, title)


def test_a_headline_over_its_date_is_no_letterhead() -> None:
    found = read_imprint(f"Foreign Ministry Summons Ambassador\n3 May 2031\n\n{BODY}")

    assert found.particulars.title == "Foreign Ministry Summons Ambassador"


def test_a_post_with_its_readers_counted() -> None:
    text = f"{BODY}\n21:40 · 15.03.2031 · 48.2K views"

    found = read_imprint(text)

    assert dated(found) == "2031-03-15"
    assert text[: found.body_end].strip() == BODY


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Oberhaven, le 3 mai 2031", "fr", "2031-05-03"),
        ("Fait à Oberhaven, le 3 mai 2031", "fr", "2031-05-03"),
        ("Oberhaven, den 3. Mai 2031", "de", "2031-05-03"),
        ("Oberhaven, lì 3 maggio 2031", "it", "2031-05-03"),
        ("Oberhaven, a 3 de mayo de 2031", "es", "2031-05-03"),
        ("г. Оберхафен, 3 мая 2031 г.", "ru", "2031-05-03"),
        ("For immediate release: 3 May 2031", "en", "2031-05-03"),
    ],
)
def test_a_day_behind_its_place_in_the_manner_of_letters_dates_a_text(
    line: str, language: str, day: str
) -> None:
    found = read_imprint(f"Gouvernement de Karst\n{line}\n\nKarst. Lunn.\n", language=language)

    assert found.date
    assert found.date.readings == (day,)
