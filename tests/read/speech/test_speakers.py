"""From the words for a source to an actor of the cast."""

from __future__ import annotations

import pytest

from communique.model import Actor, Report, Span, body_id, publication_id
from communique.read.layers import Cast, Mention
from communique.read.rules import RuleReader
from communique.read.speech.lexicon import everywhere, pattern
from communique.read.speech.speakers import actor_named

from .scene import cast_of, said


def speaker(text: str, **names: str) -> str | None:
    return said(text, names={actor: (name,) for actor, name in names.items()})[0].speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nordia’s press service said that it was late.", "service"),
        ("Velmars’ press service said that it was late.", "service"),
        ("The harbour master of Nordia said that it was late.", None),
        ("A spokesman for the press service said that it was late.", None),
    ],
)
def test_the_head_of_the_phrase_speaks(text: str, who: str | None) -> None:
    assert speaker(text, nordia="Nordia", velmars="Velmars", service="press service") == who


@pytest.mark.parametrize(
    ("text", "source", "phrase", "who"),
    [
        ("Orr’s view is that it was late.", "Orr’s", "Orr", "a1"),
        ("It was late in Orr’s words.", "Orr", "Orr", "a1"),
        ("Orr’s office said it was late.", "Orr’s office", "Orr", None),
        ("Former head of ferries Orr said it.", "Former head of ferries Orr", "whole", "a1"),
        ("A friend of Orr said it.", "A friend of Orr", "Orr", None),
        ("The author of a book, Orr, said it.", "The author of a book, Orr,", "Orr", "a1"),
        ("A man from a town, Orr or so, said it.", "A man from a town, Orr or so", "Orr", None),
        ("The Orr, a paper, said it.", "The Orr, a paper", "Orr", "a1"),
        ("The Orr envoy, a captain, said it.", "The Orr envoy, a captain", "Orr", None),
        ("Orr supporters in town said it.", "Orr supporters in town", "Orr", None),
        ("Orr himself said it.", "Orr himself", "Orr", "a1"),
        ("Orr and others said it.", "Orr and others", "Orr", "a1"),
    ],
)
def test_whom_the_words_of_a_source_name(
    text: str, source: str, phrase: str, who: str | None
) -> None:
    start, name = text.index(source), text.index("Orr")
    span = Span(name, name + 3)
    whole = Span(start, span.end) if phrase == "whole" else span
    paper = text.startswith("The Orr")
    actor = Actor(id="a1", name="Orr", kind="organisation" if paper else "person")
    cast = Cast([actor], [Mention(span=span, phrase=whole, form="name", actor="a1")])
    assert actor_named(cast, text, [Span(start, start + len(source))]) == who


def test_a_spokesman_and_not_whose_he_is_speaks() -> None:
    text = "Orr campaign spokesman Jan Lind said that it was late."
    assert said(text, names={"a1": ("Orr",), "a2": ("Jan Lind",)})[0].speaker == "a2"


def test_a_relative_after_two_named_together_is_the_group() -> None:
    text = "It is known to both sailors and cooks, who agree that it was late."
    span = Span(text.index("both"), text.index(" and"))
    group = Actor(id="a1", name="both sailors", kind="group")
    cast = Cast([group], [Mention(span=span, phrase=span, form="epithet", actor="a1")])
    at = text.index("who")
    assert actor_named(cast, text, [Span(at, at + 3)]) == "a1"


def test_a_relative_on_the_line_behind_a_group_is_read() -> None:
    text = "It is known to both sailors,\nwho agree that it was late."
    span = Span(text.index("both"), text.index(","))
    group = Actor(id="a1", name="both sailors", kind="group")
    cast = Cast([group], [Mention(span=span, phrase=span, form="epithet", actor="a1")])
    at = text.index("who")
    assert actor_named(cast, text, [Span(at, at + 3)]) is None


def test_a_relative_behind_other_words_stays_open() -> None:
    text = "Orr met the cook and then somebody of the crew, who said that it was late."
    at = text.index("who")
    assert actor_named(cast_of(text, {"a1": ("Orr",)}), text, [Span(at, at + 3)]) is None


def test_words_that_count_in_every_language_are_listed_once() -> None:
    assert {"i", "wir", "я"} <= everywhere("first_person")
    assert pattern("post").search("in a Tweet")
    assert not pattern("post").search("at the outpost")
    assert pattern("reporters").search("Two Journalists")


def test_a_name_in_a_clause_about_the_speakers_is_not_the_speaker() -> None:
    text = "The sailors’ families, who met Orr on Monday, said the ships were late."
    (told,) = said(text, names={"a1": ("Orr",)})
    assert told.speaker is None


def test_two_who_are_quoted_in_one_story_do_not_answer_each_other() -> None:
    text = (
        "“The ships are late,” Orr said on Monday.\n\nThe harbour has been closed since the storm, "
        "and the port authority of the town does not know when it may be opened again.\n\n"
        "“Our sons are out there,” Lind said."
    )
    told = said(text, names={"a1": ("Orr",), "a2": ("Lind",)})
    assert [one.addressee for one in told if one.form == "direct"] == [None, None]


def test_answers_are_of_whom_the_headline_says_to_be_interviewed() -> None:
    text = (
        "Interview with Orr\nQuay Radio, 3 May 2031\n\nQ: Who called first, you or Lind?\n\n"
        "A: I called him myself.\n\nQ: What did he say?\n\nA: Nothing new."
    )
    told = said(text, names={"a1": ("Orr",), "a2": ("Lind",)})
    turns = [one for one in told if one.parent is None]
    assert [one.speaker for one in turns] == [None, "a1", None, "a1"]
    assert [one.addressee for one in turns] == ["a1", None, "a1", None]


def test_one_question_and_its_answer_are_an_interview() -> None:
    text = "Interview with Orr\n\nQ: Who called first?\n\nA: I called Lind myself."
    told = said(text, names={"a1": ("Orr",), "a2": ("Lind",)})
    assert [one.speaker for one in told if one.parent is None] == [None, "a1"]


@pytest.mark.parametrize(
    "text",
    [
        "Berths\n\nA: the northern quay.\n\nB: the ferry port.",
        "Interview with Orr\n\nQ: Quayside tolls.\n\nA: The northern quay.",
    ],
)
def test_letters_without_a_question_are_no_interview(text: str) -> None:
    assert not said(text, names={"a1": ("Orr",)})


def test_who_conducted_an_interview_gives_no_answers() -> None:
    text = (
        "Interview by Lind\n\nOrr sat down with The Quay Review on Friday.\n\n"
        "Q: Did she call?\n\nA: She did.\n\nQ: When?\n\nA: On Monday."
    )
    told = said(text, names={"a1": ("Orr",), "a2": ("Lind",)})
    assert [one.speaker for one in told if one.parent is None] == [None, "a1", None, "a1"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "“When will it sail?” a reporter asked.\n\n“In May,” Premier Lena Marsh said.\n\n"
            "“Who pays?”\n\n“Nordia does,” Marsh said.\n\n“Is that enough?”\n\n“It is.”\n",
            ["a reporter", "Lena Marsh"] * 3,
        ),
        (
            "ru",
            "— Паром пойдёт, — сказал Карл Линд.\n\n— Когда? — спросила Анна Марш.\n\n— В мае.\n\n"
            "— И кто платит?\n\n— Нордия, — ответил Линд.\n",
            ["Карл Линд", "Анна Марш", "Карл Линд", "Анна Марш", "Карл Линд"],
        ),
        (
            "es",
            "—El ferry zarpará —dijo Carlos Lindo.\n\n—¿Cuándo? —preguntó Ana Marsa.\n\n"
            "—En mayo.\n",
            ["Carlos Lindo", "Ana Marsa", "Carlos Lindo"],
        ),
        (
            "ru",
            "Интервью премьера Лены Марш\n\n— Когда пойдёт паром?\n\n— В мае. Команда готова.\n\n"
            "— Кто платит?\n\n— Нордия.\n",
            [None, "Лена Марш", None, "Лена Марш"],
        ),
        (
            "en",
            "LENA MARSH, PREMIER: Good evening.\n\nKARL LIND, HOST: When does it sail?\n\n"
            "MARSH: In May.\n\nLIND: Who pays?\n\nMARSH: Nordia.\n",
            ["LENA MARSH", "KARL LIND", "LENA MARSH", "KARL LIND", "LENA MARSH"],
        ),
        (
            "en",
            "[**Rep. Karl Lind**](https://l.example)**:** “We will sail.”\n\n"
            "[**Gov. Mia Orr**](https://o.example)**:** “We are proud.”\n",
            ["Karl Lind", "Mia Orr"],
        ),
        (
            "en",
            "Q    Your word on the indictment of President Vale?\n\nTHE PRESIDENT:  No.\n\n"
            "Q    Are you worried?\n\nTHE PRESIDENT:  I will not speak of Vale.\n",
            [None, None, None, None],
        ),
    ],
    ids=[
        "asked again",
        "dashes",
        "dashes beside words",
        "interview",
        "last names",
        "links",
        "office",
    ],
)
def test_who_asks_and_who_answers(language: str, text: str, expected: list[str | None]) -> None:
    body = body_id(text)
    report = Report(id=body, publication=publication_id(body), text=text, language=language)
    (reading,) = RuleReader().read([report])
    names = {actor.id: actor.name for actor in reading.actors}
    direct = [s for s in reading.statements if s.form == "direct"]
    assert [names.get(s.speaker or "") for s in direct] == expected


@pytest.mark.parametrize(
    "source",
    ["Peruvian Foreign Ministry spokesman Bob Orr", "Chinese Foreign Ministry spokeswoman Li Orr"],
)
def test_a_spokesman_and_not_the_ministry_before_the_name_speaks(source: str) -> None:
    text = f"{source} said on Monday that the harbour was open.\n"
    body = body_id(text)
    report = Report(id=body, publication=publication_id(body), text=text, language="en")
    (reading,) = RuleReader().read([report])
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[one.speaker or ""] for one in reading.statements] == [
        " ".join(source.split()[-2:])
    ]


@pytest.mark.parametrize(("tells", "who"), [("came home", "a2"), ("spoke to Orr", None)])
def test_who_answers_is_whom_the_paragraph_before_begins_with(tells: str, who: str | None) -> None:
    text = (
        f"President Orr's man for Nordia\nBy Amato\n\nLind, a friend of Orr, {tells} on Friday.\n\n"
        "Q: How did it begin?\n\nA: It was late.\n\nQ: And then?\n\nA: Nothing new."
    )
    told = said(text, names={"a1": ("Orr",), "a2": ("Lind",), "a3": ("Amato",)})
    answers = [one.speaker for one in told if one.parent is None][1::2]
    assert answers == ([who] * 2 if who else ["a1"] * 2)


@pytest.mark.parametrize("paper", ["Harbour Post", "Kura Zeit"])
def test_a_paper_asks_the_only_one_who_answers(paper: str) -> None:
    text = (
        "An interview with Premier Bo Lind, who met President Ana Ruiz\n\n"
        f"{paper}: Did she call you?\n\nBo Lind: She did.\n\n"
        f"{paper}: When was that?\n\nBo Lind: On Monday. It was short.\n"
    )
    (reading,) = RuleReader().read(
        [Report(id="r", publication="p", text=text, published="2031-05-14", language="en")]
    )
    names = {actor.id: actor.name for actor in reading.actors}
    told = [names.get(s.addressee or "") for s in reading.statements if s.form == "direct"]
    assert told[0] == told[2] == "Bo Lind"
    assert told[1] == told[3] != "Ana Ruiz"


def test_an_interview_by_an_office_holder_is_one_that_he_gave() -> None:
    text = (
        "Interview by Foreign Minister Otto Lind of Norway\n\nOslo, 11 April 2032\n\n"
        "Q: Did she call?\n\nA: She did.\n\nQ: When?\n\nA: On Monday."
    )
    report = Report(id=body_id(text), publication="p", text=text, language="en")
    reading = next(iter(RuleReader().read([report])))
    names = {actor.id: actor.name for actor in reading.actors}
    speakers = [names.get(one.speaker or "") for one in reading.statements if one.parent is None]
    assert speakers == [None, "Otto Lind", None, "Otto Lind"]


OPENING = "By Lena Stark\n\nMinister Karl Orr of Norway talks to Lena Stark about the ferry.\n\n"
COUNCIL = "The Council met on Monday.\n\nMS. ROTH (Japan): {}\n\nMR. ODEN (Norway): {}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{OPENING}Why did you stop it?\n\nWe had to.\n\nIt leaked.\n\nAnd now?\n\nI will pay.",
            [None, "Karl Orr", None, "Karl Orr"],
            id="questions are paragraphs",
        ),
        pytest.param(
            f"{OPENING}Why did you stop it?\n\nThe ferry leaked.\n\nAnd now?\n\nNobody pays.",
            [],
            id="nobody speaks of himself",
        ),
        pytest.param(
            "The ferry lies idle.\n\nWhy did you stop it?\n\nWe had to.\n\nAnd now?\n\nI pay.",
            [],
            id="nobody was interviewed",
        ),
        pytest.param(
            "Q. Ms. Roth, did you pay?\n\nA. I did.\n\nQ. Did Minister Orr?\n\nA. Never.",
            [None, "Roth", None, "Roth"],
            id="letters with stops, and the name in a question",
        ),
        pytest.param(
            COUNCIL.format("We thank Peru.", "We do too."), ["ROTH", "ODEN"], id="delegates"
        ),
    ],
)
def test_turns_without_labels_and_of_delegates(text: str, expected: list[str | None]) -> None:
    (reading,) = RuleReader().read([Report(id="r", publication="p", text=text, language="en")])
    names = {actor.id: actor.name for actor in reading.actors}
    direct = [s for s in reading.statements if s.form == "direct"]
    assert [names.get(s.speaker or "") for s in direct] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Salt Council met. It said no ship may sail.", "Salt Council"),
        ("The Salt Council met. Ann Lee left. It said no ship may sail.", None),
        ("Officials searched the wreck. Many boats had sunk, they said.", "Officials"),
        ("Ann Lee left. “Nobody sails,” the pontiff said.", "the pontiff"),
    ],
)
def test_it_they_and_the_pontiff_speak(text: str, who: str | None) -> None:
    (reading,) = RuleReader().read([Report(id="r", publication="p", text=text, language="en")])
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(one.speaker or "") for one in reading.statements] == [who]
