"""Temporal expressions of English: which words, which value, against which anchor."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Report, Section, Span, When, body_id, verify
from communique.read.dates import find_dates
from communique.read.rules import RuleReader
from communique.read.text import segment

#: A Wednesday.
PUBLISHED = "2031-05-14"


def dates(text: str, published: str | None = PUBLISHED, **options: object) -> tuple[When, ...]:
    return find_dates(text, segment(text, "en"), published, language="en", **options)  # type: ignore[arg-type]


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(when.raw, when.value) for when in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 24 October 2030.", [("24 October 2030", "2030-10-24")]),
        ("They met on Oct. 24, 2030, in Brevin.", [("Oct. 24, 2030", "2030-10-24")]),
        ("Brevin, the 3rd of May 2029", [("the 3rd of May 2029", "2029-05-03")]),
        ("It began in February 2015.", [("February 2015", "2015-02")]),
        ("The text is dated 2030-11-02.", [("2030-11-02", "2030-11-02")]),
        ("At 2030-11-02T08:29Z it ended.", [("2030-11-02T08:29Z", "2030-11-02T08:29Z")]),
        ("On 31.12.2029 it ran out.", [("31.12.2029", "2029-12-31")]),
        ("Since 1998 the river is shared.", [("1998", "1998")]),
        ("It was so in the 1990s.", [("the 1990s", "199")]),
        ("In the 20th century it was not.", [("the 20th century", "19")]),
        ("In the third quarter of 2030 it fell.", [("the third quarter of 2030", "2030-Q3")]),
        ("In the first half of 2030 it fell.", [("the first half of 2030", "2030-H1")]),
        ("In spring 2030 the ice broke.", [("spring 2030", "2030-SP")]),
        ("Rule 12/2030 holds.", []),
        ("From 2014-2016 he ruled.", [("2014-2016", "2014/2016")]),
        ("It was on May 3 and 5, 2030.", [("May 3", "2030-05-03"), ("5, 2030", "2030-05-05")]),
        ("He was away on 3 and 5 May 2030.", [("3", "2030-05-03"), ("5 May 2030", "2030-05-05")]),
        ("It ran from 3 to 5 May 2030.", [("3 to 5 May 2030", "2030-05-03/2030-05-05")]),
        ("It ran May 3-5, 2030.", [("May 3-5, 2030", "2030-05-03/2030-05-05")]),
        ("Between 3 and 5 May 2030 it ran.", [("3 and 5 May 2030", "2030-05-03/2030-05-05")]),
        (
            "The talks were moved from 3 to 5 May 2030.",
            [("3", "2030-05-03"), ("5 May 2030", "2030-05-05")],
        ),
        (
            "It ran from 30 May to 2 June 2030.",
            [("30 May to 2 June 2030", "2030-05-30/2030-06-02")],
        ),
        (
            "It ran from December 28 to January 3, 2030.",
            [("December 28 to January 3, 2030", "2029-12-28/2030-01-03")],
        ),
        (
            "It ran from Monday, 28 December 2029 to Thursday, 3 January 2030.",
            [
                (
                    "Monday, 28 December 2029 to Thursday, 3 January 2030",
                    "2029-12-28/2030-01-03",
                )
            ],
        ),
        (
            "It was put off from 30 May to 2 June 2030.",
            [("30 May", "2030-05-30"), ("2 June 2030", "2030-06-02")],
        ),
        (
            "He came on May 30, 2030 and June 2, 2030.",
            [("May 30, 2030", "2030-05-30"), ("June 2, 2030", "2030-06-02")],
        ),
    ],
)
def test_stated_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected
    assert {when.basis for when in dates(text)} <= {"stated"}


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("He left yesterday.", "yesterday", "2031-05-13"),
        ("He will leave tomorrow morning.", "tomorrow morning", "2031-05-15TMO"),
        ("He said on Monday that it was over.", "Monday", "2031-05-12"),
        ("He said on Wednesday that it was over.", "Wednesday", "2031-05-14"),
        ("The talks will begin on Monday.", "Monday", "2031-05-19"),
        ("Last Friday he left.", "Last Friday", "2031-05-09"),
        ("He spoke earlier today.", "earlier today", "2031-05-14"),
        ("It fell last week.", "last week", "2031-W19"),
        ("It will fall next month.", "next month", "2031-06"),
        ("It fell this year.", "this year", "2031"),
        ("He came this morning.", "this morning", "2031-05-14TMO"),
        ("He left two years ago.", "two years ago", "2029"),
        ("They met two weeks ago today.", "two weeks ago today", "2031-04-30"),
        ("He left ten days ago.", "ten days ago", "2031-05-04"),
        ("They met on 24 October.", "24 October", "2030-10-24"),
        ("They will meet on 2 June.", "2 June", "2031-06-02"),
        ("He could come as early as Monday.", "as early as Monday", "2031-05-19"),
        ("The text expires in August.", "August", "2031-08"),
        ("He was charged on May 30.", "May 30", "2031-05-30"),
        ("He was charged on August 6.", "August 6", "2030-08-06"),
        ("They disclosed it in May.", "May", "2031-05"),
        ("They met last December.", "last December", "2030-12"),
        ("He arrived at 10:35 a.m. on Tuesday.", "10:35 a.m. on Tuesday", "2031-05-13T10:35"),
    ],
)
def test_publication_is_the_anchor(text: str, raw: str, value: str) -> None:
    (when,) = dates(text)
    assert (when.raw, when.value, when.basis, when.anchor) == (
        raw,
        value,
        "from-publication",
        PUBLISHED,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy will fly on to the United States on Friday.", "2031-05-16"),
        ("The envoys agreed to meet on Friday.", "2031-05-16"),
        ("She invited the premier to visit Brevin on Friday.", "2031-05-16"),
        ("The ministers will then be briefed on Friday.", "2031-05-16"),
        ("The text is expected to be signed on Friday.", "2031-05-16"),
        ("Opponents planned a march through Brevin on Friday.", "2031-05-16"),
        ("The council has scheduled a hearing Friday on the ferry.", "2031-05-16"),
        ("The premier meets his neighbour on Friday.", "2031-05-16"),
        ("Talks with the armed groups will resume on Friday.", "2031-05-16"),
        ("He has until Friday to answer.", "2031-05-16"),
        ("She will chair the proposed session on Friday.", "2031-05-16"),
        ("Until Friday, nobody had heard of the plan.", "2031-05-09"),
        ("The envoys agreed on Friday to meet again.", "2031-05-09"),
        ("The two did not meet on Friday.", "2031-05-09"),
        ("The envoy who will visit Brevin spoke on Friday.", "2031-05-09"),
        ("The United States protested on Friday.", "2031-05-09"),
        ("The premier, who is to meet her again, called on Friday.", "2031-05-09"),
    ],
)
def test_the_verb_tells_on_which_side_a_weekday_lies(text: str, value: str) -> None:
    (when,) = dates(text)
    assert (when.raw, when.value) == ("Friday", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the year ended May 20 trade fell.", [("the year", "P1Y"), ("May 20", "2030-05-20")]),
        ("It has been so since May 20.", [("May 20", "2030-05-20")]),
        ("She will be named envoy for a term in December.", [("December", "2031-12")]),
        ("He was shot on 21 December 2025. He had fled in February.", None),
        ("It will do so in the coming years.", [("the coming years", "PXY")]),
        ("Ties with them will one day be better.", [("one day", "FUTURE_REF")]),
        ("The talks took one day.", [("one day", "P1D")]),
        ("Trade grew in the 2029 quarter.", [("2029", "2029")]),
        ("Two ferries a week sail there.", [("a week", "P1W")]),
        ("The crossing lasts a week.", [("a week", "P1W")]),
        ("They will sign at a later date.", [("a later date", "FUTURE_REF")]),
        ("This time he stayed away.", []),
    ],
)
def test_no_day_or_year_is_invented(
    text: str, expected: list[tuple[str, str | None]] | None
) -> None:
    if expected is None:  # a month before the one last told of begins another story
        expected = [("21 December 2025", "2025-12-21"), ("February", "2031-02")]
    assert values(text) == expected


def test_a_rate_is_a_set_and_a_length_is_none() -> None:
    assert [when.type for when in dates("Two ferries a week sail there.")] == ["set"]
    assert [when.type for when in dates("The crossing lasts a week.")] == ["duration"]


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("They met on 3 May 2029. The next day he left.", "The next day", "2029-05-04"),
        ("They met on 3 May 2029. Three days later he left.", "Three days later", "2029-05-06"),
        ("They met on 3 May 2029. That year it rained.", "That year", "2029"),
        ("They met on 3 May 2029. The same day he left.", "The same day", "2029-05-03"),
        ("They met on 3 May 2029. Shortly afterwards he left.", "Shortly afterwards", "2029-05-03"),
        ("They met in May 2029. That same day he left.", "That same day", "2029-05-XX"),
        ("On 3 May 2025 they met. On 9 August he left.", "9 August", "2025-08-09"),
        ("They met on 3 May 2029. A year earlier he had left.", "A year earlier", "2028"),
    ],
)
def test_the_last_date_stated_is_the_anchor(text: str, raw: str, value: str) -> None:
    when = dates(text)[-1]
    assert (when.raw, when.value, when.basis) == (raw, value, "from-context")


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("The call lasted about half an hour.", "about half an hour", "PT30M"),
        ("It took an hour and a half.", "an hour and a half", "PT1H30M"),
        ("They spoke for one hour and ten minutes.", "one hour and ten minutes", "PT1H10M"),
        ("He waited two decades.", "two decades", "P20Y"),
        ("A ten-day truce holds.", "ten-day", "P10D"),
        ("He waited several months.", "several months", "PXM"),
        ("It took eight or nine hours.", "eight or nine hours", "PT8H/PT9H"),
        ("It took 2.5 hours.", "2.5 hours", "PT2H30M"),
        ("He waited for years.", "years", "PXY"),
        ("Over the past two weeks it rained.", "the past two weeks", "P2W"),
        ("It took twenty-one days.", "twenty-one days", "P21D"),
    ],
)
def test_durations(text: str, raw: str, value: str) -> None:
    (when,) = dates(text)
    assert (when.raw, when.value, when.type, when.interval) == (raw, value, "duration", None)


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("They meet every week.", "every week", "P1W"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("They meet daily.", "daily", "P1D"),
        ("They meet twice a year.", "twice a year", "P1Y"),
        ("They meet every two years.", "every two years", "P2Y"),
    ],
)
def test_sets(text: str, raw: str, value: str) -> None:
    (when,) = dates(text)
    assert (when.raw, when.value, when.type) == (raw, value, "set")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He met her on 24 October.", "XXXX-10-24"),
        ("He met her yesterday.", "PAST_REF"),
        ("He met her on Monday.", "XXXX-WXX-1"),
        ("He has recently met her.", "PAST_REF"),
        ("He will meet her soon.", "FUTURE_REF"),
        ("He is meeting her now.", "PRESENT_REF"),
        ("The current talks go on.", "PRESENT_REF"),
        ("The talks came just a few hours later.", "PTXH"),
    ],
)
def test_what_is_not_known_stays_open(text: str, value: str) -> None:
    (when,) = dates(text, published=None)
    assert when.value == value
    assert when.interval is None
    assert when.anchor is None


@pytest.mark.parametrize(
    "text",
    [
        "You may go.",
        "The army will march on Brevin.",
        "A second call followed.",
        "The 44-year-old minister left.",
        "He is 52 years old.",
        "It cost $2000.",
        "About 1995 soldiers left.",
        "Sat with Mon on the wall.",
        "As soon as he left it rained.",
        "Three quarters of it is dry.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "published", "order", "value"),
    [
        ("Dated 09/11/2030.", None, None, "[2030-09-11,2030-11-09]"),
        ("Dated 09/11/2030.", "2030-11-09", None, "2030-11-09"),
        ("Dated 09/11/2030.", None, "month-first", "2030-09-11"),
        ("Dated 09/11/2030. Seen 25/11/2030.", None, None, "2030-11-09"),
        ("Dated 09/11/2030. Seen 11/25/2030.", None, None, "2030-09-11"),
    ],
)
def test_figures_keep_both_readings_unless_something_tells(
    text: str, published: str | None, order: str | None, value: str
) -> None:
    assert dates(text, published, date_order=order)[0].value == value


def test_the_reader_gives_the_dates_of_header_lines_too() -> None:
    text = "03/05/2031 | Press release\nThe envoy left on 02/05/2031."
    header = Span(0, text.index("\n"))
    report = Report(
        id=body_id(text),
        publication="p",
        text=text,
        language="en",
        published="2031-05-03",
        published_basis="day-first: the publisher's habit",
        furniture=(header,),
    )
    (reading,) = RuleReader().read([report])
    assert [when.value for when in reading.dates] == ["2031-05-03", "2031-05-02"]


def test_a_date_in_the_heading_is_the_anchor_of_its_section() -> None:
    text = "3 May 2029\nHe left in the evening; she had come yesterday.\n"
    section = Section(0, len(text), "3 May 2029")
    when = dates(text, sections=(section,))[-1]
    assert (when.value, when.basis, when.anchor) == ("2029-05-02", "from-heading", "2029-05-03")


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("In May 2029 it rained.", ("2029-05-01", "2029-05-31")),
        ("Last week it rained.", ("2031-05-05", "2031-05-11")),
        ("In the 1990s it rained.", ("1990-01-01", "1999-12-31")),
        ("In the second quarter of 2029 it rained.", ("2029-04-01", "2029-06-30")),
        ("On 3 May 2029 it rained.", ("2029-05-03", "2029-05-03")),
        ("In 2029 it rained.", ("2029-01-01", "2029-12-31")),
        ("In the winter of 2029 it rained.", ("2029-12-01", "2030-02-28")),
    ],
)
def test_intervals(text: str, interval: tuple[str, str]) -> None:
    assert dates(text)[0].interval == interval


PRINTED = """
    on in the last next May March Monday 3 31 29 2031 1999 two a half year day days week ago
    later 00 morning at 25:61 12:30 p.m. 99/99/99 February 30 of and to - . , yesterday
    every
"""
WORDS = st.sampled_from(PRINTED.split())


@given(
    st.lists(WORDS, max_size=60), st.sampled_from([None, "2031-05-14", "2028-02-29", "0001-01-01"])
)
def test_any_words_are_read(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = dates(text, published)
    verify([span for when in found for span in when.evidence], len(text))
    assert all(when.raw == when.evidence[0].of(text) for when in found)
    assert all(when.value for when in found)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    verify([span for when in dates(text) for span in when.evidence], len(text))


@pytest.mark.parametrize(
    "piece", ["9", "1 ", "May ", "two ", "the ", "a-", "twenty ", "3/4/", "late "]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    started = time.process_time()
    dates(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "value", "interval"),
    [
        ("They will meet from 3 to 5 June.", "2031-06-03/2031-06-05", ("2031-06-03", "2031-06-05")),
        (
            "They met from 28 April to 2 May.",
            "2031-04-28/2031-05-02",
            ("2031-04-28", "2031-05-02"),
        ),
    ],
)
def test_a_range_is_one_interval(text: str, value: str, interval: tuple[str, str]) -> None:
    (when,) = dates(text)
    assert (when.value, when.interval) == (value, interval)


def test_a_range_without_a_known_year_stays_open() -> None:
    (when,) = find_dates("They met from 28 to 30 April.", [Span(0, 29)], None)
    assert (when.value, when.interval) == ("XXXX-04-28/XXXX-04-30", None)


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("The 2030 games drew few guests.", "2030", "2030"),
        ("He fled on the night of Friday, Oct. 25, 2030.", None, "2030-10-25"),
        ("They fly on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
        ("They met on 3 May 2030. In the morning it rained.", "the morning", "2030-05-03TMO"),
        ("By mid afternoon it was over.", "mid afternoon", "2031-05-14TAF"),
        ("They left before the June 14th talks.", "June 14th", "2031-06-14"),
        ("The year-earlier loss was small.", "year-earlier", "2030"),
        ("Sales in the third quarter rose; the year-ago figure was low.", "year-ago", "2029-Q3"),
        ("In the year-ago third quarter it lost.", "the year-ago third quarter", "2030-Q3"),
        ("It rose from last year's quarter.", "last year's quarter", "2030-Q1"),
        ("It came in the fiscal year ended May 31.", "the fiscal year", "P1Y"),
        ("After months of talks they signed.", "months", "PXM"),
        ("In the years that followed he wrote.", "years", "PXY"),
        ("The decades-long feud is over.", "decades-long", "PXDE"),
    ],
)
def test_wider_words_for_when(text: str, raw: str | None, value: str) -> None:
    assert any(when.value == value and raw in (None, when.raw) for when in dates(text))


def test_days_of_something_are_no_length() -> None:
    assert values("The days of anger and the Days of Song will not end overnight.") == []


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        (
            "Via Teleconference\n\n(May 13, 2031)\n\n3:05 P.M. EDT\n\n",
            "Call on grain",
            "2031-05-13",
        ),
        ("**Hall of Mirrors**\n*(May 12, 2031)*\n", None, "2031-05-12"),
        ("", "Briefing by Mira Oduvan, May 13, 2031", "2031-05-13"),
        ("", "Remarks in Azul (May 13, 2031)", "2031-05-13"),
        ("", "Remarks on the storm of May 13, 2031", "2031-05-14"),
        ("The storm of May 13, 2031 is over.\n", None, "2031-05-14"),
        ("(May 1, 2031)\n", None, "2031-05-14"),  # too long before
        ("(May 16, 2031)\n", None, "2031-05-14"),  # not yet
    ],
)
def test_today_is_the_day_that_the_head_or_title_of_a_transcript_names(
    head: str, title: str | None, day: str
) -> None:
    text = f"{head}Oduvan met Helk today."
    last = Span(len(head), len(text))
    found = find_dates(text, [last], "2031-05-14", language="en", title=title)
    assert [(when.value, when.basis) for when in found] == [
        (day, "from-publication" if day == "2031-05-14" else "from-heading")
    ]
