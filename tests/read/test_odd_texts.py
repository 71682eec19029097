"""Texts that are written oddly are still read sanely, by rules and with the shipped model."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from communique.model import (
    Claims,
    Reading,
    Report,
    account_of,
    body_id,
    publication_id,
    verify_account,
)
from communique.read.engines import engine
from communique.read.reader import Reader

FERRY = "Premier Lena Marsh said that the ferry would sail."


@pytest.fixture(scope="module", params=["rules", "learnt"])
def reader(request: pytest.FixtureRequest) -> Reader:
    return engine(request.param)


def read(reader: Reader, text: str, language: str | None = None) -> Reading:
    body = body_id(text)
    report = Report(id=body, publication=publication_id(body), text=text, language=language)
    (reading,) = reader.read([report])
    verify_account(account_of(reading, Claims()))
    return reading


def spoken(reading: Reading, form: str = "direct") -> list[tuple[str | None, str]]:
    """Who says what, in the report's own voice: names, and the first words of the content."""
    text = reading.report.text
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        (names.get(s.speaker or ""), s.content[0].of(text))
        for s in reading.statements
        if s.form == form and s.parent is None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "QUESTION: Will it sail?\n\nMS. MARSH: It will. I told Mr. Lind so.\n\n"
        "QUESTION: When?\n\nMS. MARSH: In May. “Soon” is what my crew says.\n",
        "Q    Will it sail?\n\nMS. MARSH:  It will. I told Mr. Lind so.\n\n"
        "Q    When?\n\nMS. MARSH:  In May. “Soon” is what my crew says.\n",
        "**Q** Will it sail?\n\n**MS. MARSH:** It will. I told Mr. Lind so.\n\n"
        "**Q** When?\n\n**MS. MARSH:** In May. “Soon” is what my crew says.\n",
        "Q: Will it sail?\r\nMS. MARSH: It will. I told Mr. Lind so.\r\n"
        "Q: When?\r\nMS. MARSH: In May. “Soon” is what my crew says.\r\n",
    ],
)
def test_turns_of_a_transcript_go_to_their_speakers(reader: Reader, text: str) -> None:
    reading = read(reader, text, "en")
    said = spoken(reading)
    assert [content for _, content in said] == [
        "Will it sail?",
        "It will. I told Mr. Lind so.",
        "When?",
        "In May. “Soon” is what my crew says.",
    ]
    assert said[0][0] is said[2][0] is None
    assert "MARSH" in (said[1][0] or "").upper()
    assert said[1][0] == said[3][0]


def test_an_interview_by_names(reader: Reader) -> None:
    text = (
        "Interviewer: Will it sail?\nLena Marsh: It will. We sail at dawn.\n"
        "Interviewer: Who pays?\nLena Marsh: Nordia does.\n"
    )
    assert spoken(read(reader, text, "en")) == [
        (None, "Will it sail?"),
        ("Lena Marsh", "It will. We sail at dawn."),
        (None, "Who pays?"),
        ("Lena Marsh", "Nordia does."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Piers:\n- [North Cape](https://a.example/n): open\n"
        "- [South Cape](https://a.example/s): no\n"
        "- [North Cape](https://a.example/m): open\n- [South Cape](https://a.example/t): no\n",
        "Date | Visitor | Host\n3 May 2031 | Lena Marsh | Karl Lind\n4 May 2031 | Ann Orr | Lena "
        "Marsh\n",
        "Time: 9:00\nPlace: Brevin\nHost: Lena Marsh\nGuest: Karl Lind\nTopic: ferries\n",
        "Above: The ferry at dawn.\nBelow: The pier.\nLeft: Lena Marsh.\nRight: Karl Lind.\n",
    ],
)
def test_lists_tables_and_captions_are_no_speech(reader: Reader, text: str) -> None:
    assert spoken(read(reader, text, "en")) == []


def test_a_list_in_which_somebody_speaks(reader: Reader) -> None:
    text = (
        "Results:\n- a ferry line by May\n- “We sail at dawn,” Minister Lena Marsh said.\n- maps\n"
    )
    assert spoken(read(reader, text, "en")) == [("Lena Marsh", "We sail at dawn,")]


@pytest.mark.parametrize(
    "text",
    [
        "Premier Lena Marsh 🙂 said 🚢 that the ferry would sail 🌊.\n"
        "“We 💙 the sea,” Marsh said 👍🏽.",
        "Premier Lena Marsh s\u200baid that the ferry would sail.\n\ufeff“We 💙 the sea,”\u200b "
        "Marsh said.\n",
        "\u202aPremier Lena Marsh\u202c said that the ferry would sail. \u200f“We 💙 the sea,” "
        "Marsh said.\u200e\n",
        "Premier Lena Marsh sa\u00adid that the fer\u00adry would sail.\n"
        "“We 💙 the sea,” Marsh said.\n",
        "Premier Lena Marsh said that the ferry would sail.\r\n\r\n“We 💙 the sea,” Marsh said.\r",
        "Premier Lena Marsh said that the ferry would sail.“We 💙 the sea,”Marsh said.\n",
    ],
    ids=["emoji", "zero width", "directions", "soft hyphens", "line ends", "no blanks"],
)
def test_marks_that_nobody_reads_are_in_nobodys_way(reader: Reader, text: str) -> None:
    reading = read(reader, text, "en")
    ((name, reported),) = spoken(reading, "indirect")
    assert name == "Lena Marsh"
    assert reported.startswith("that the fer")
    assert spoken(reading) == [("Lena Marsh", "We 💙 the sea,")]


def test_accents_that_are_set_apart_from_their_letters(reader: Reader) -> None:
    text = (
        "Premier Le\u0301na Mars\u030c said that the ferry would sail. “We sail,” Mars\u030c said."
    )
    reading = read(reader, text, "en")
    assert [words for _, words in spoken(reading)] == ["We sail,"]
    assert len({name for name, _ in spoken(reading) + spoken(reading, "indirect")} - {None}) == 1


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("«Паром готов», — заявила министр Елена Марш в понедельник.\n", "ru", "Паром готов"),
        ("وقال الوزير: «العبارة جاهزة للإبحار».\n", "ar", "العبارة جاهزة للإبحار"),
        ("林德部长说：“渡轮准备好了。”\n", "zh", "渡轮准备好了"),
        ("«Το πλοίο είναι έτοιμο», δήλωσε η υπουργός Λένα Μαρς.\n", None, "Το πλοίο είναι έτοιμο"),
        ("მინისტრმა თქვა: „გემი მზად არის“. გემი გავა დილით.\n", None, "გემი მზად არის"),
        ("मंत्री ने कहा: “नाव तैयार है।” वह गए।\n", None, "नाव तैयार है"),
    ],
)
def test_marks_are_read_in_any_script(
    reader: Reader, text: str, language: str | None, words: str
) -> None:
    ((_, found),) = spoken(read(reader, text, language))
    assert words in found


@pytest.mark.parametrize(
    "text",
    [
        "``We sail,'' said Lena Marsh. ''We sail,'' said Lena Marsh.",
        "„We sail“, said Lena Marsh. „We sail”, said Lena Marsh.",
        "«We sail», said Lena Marsh. » We sail «, said Lena Marsh.",
        "「We sail」, said Lena Marsh. ‹We sail›, said Lena Marsh.",
        '"We sail," said Lena Marsh. “We sail," said Lena Marsh.',
    ],
)
def test_marks_of_all_shapes(reader: Reader, text: str) -> None:
    said = spoken(read(reader, text, "en"))
    assert said[0] == ("Lena Marsh", said[0][1])
    assert "We sail" in said[0][1]


def test_a_mark_that_is_never_closed_does_not_swallow_the_report(reader: Reader) -> None:
    text = f"Envoy Karl Lind said: “We sail at dawn.\n\nThe pier was quiet. {FERRY}\n"
    assert spoken(read(reader, text, "en")) == [("Karl Lind", "We sail at dawn.")]


def test_capitals_alone(reader: Reader) -> None:
    text = "PREMIER LENA MARSH SPOKE.\n\n“WE WILL NOT WAIT FOR THE THAW,” LENA MARSH SAID.\n"
    said = spoken(read(reader, text, "en"))
    assert said == [("LENA MARSH", "WE WILL NOT WAIT FOR THE THAW,")]


def test_no_capitals_and_no_stops(reader: Reader) -> None:
    text = "the premier said on friday that the ferry would sail and the crew agreed with her\n"
    reading = read(reader, text, "en")
    assert len(reading.sentences) == 1
    assert any("that the ferry would sail" in words for _, words in spoken(reading, "indirect"))


def test_headlines_and_dateline(reader: Reader) -> None:
    text = f"MARSH: FERRY WILL SAIL\n\nBREVIN, Nordia — {FERRY}\n"
    assert spoken(read(reader, text, "en"), "indirect")[-1] == (
        "Lena Marsh",
        "that the ferry would sail",
    )


def _long() -> Sequence[str]:
    return [
        f"{FERRY[:-1]}" + ", and that the crew would wait" * 600 + ".",
        "The ferry, which the crew, whom the mayor, who " * 400 + "left.",
        f"{FERRY} " * 300,
        "| a | b |\n" * 1_000,
        "- \n" * 2_000,
        "“" * 2_000 + "We sail." + "”" * 2_000,
        "Q\n" * 2_000,
        "MARSH: We sail.\nLIND: We wait.\n" * 400,
    ]


@pytest.mark.parametrize("text", _long(), ids=range(8))
def test_long_ones_come_to_an_end(text: str) -> None:
    read(engine("rules"), text, "en")
