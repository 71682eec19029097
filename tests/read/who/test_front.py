from typing import Any

import pytest

from communique.model import Span, Statement
from communique.read.layers import Cast
from communique.read.text import segment, tokenize
from communique.read.who import build_cast, resolve_pronouns


def cast_of(text: str, title: str) -> Cast:
    sentences = segment(text, "en")
    cast = build_cast(text, sentences, tokenize(text, sentences), language="en", title=title)
    return resolve_pronouns(cast, text, sentences, ())


def people(cast: Cast) -> dict[str, int]:
    """How often the report refers to each person."""
    return {a.name: len(a.mentions) + len(a.pronouns) for a in cast.actors.values()}


def test_the_headline_tells_who_the_president_is() -> None:
    cast = cast_of("The President spoke. He left.", "Readout of President Ann Moss’s Call to Riga")
    actor = next(iter(cast.actors.values()))
    assert (actor.name, [o.title for o in actor.offices]) == ("Ann Moss", ["President"])
    assert len(actor.mentions) == 1


def test_a_name_of_the_headline_alone_is_no_actor() -> None:
    assert people(cast_of("The talks went well.", "Remarks by President Ann Moss")) == {}


@pytest.mark.parametrize(
    "title",
    [
        "Statement by President Ann Moss on the Harbour",
        "Statement from Press Secretary Ann Moss",
        "Remarks by Vice President Ann Moss at a Dinner",
    ],
)
def test_i_is_whose_words_the_report_is(title: str) -> None:
    assert people(cast_of("I am glad. My team is here.", title)) == {"Ann Moss": 2}


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by President Ann Moss and President Jan Roe",
        "Statement on the Death of Ann Moss",
        "Readout of President Ann Moss’s Call",
    ],
)
def test_nobody_else_is_made_to_say_i(title: str) -> None:
    assert people(cast_of("I am glad.", title)) == {}


def test_who_is_named_behind_mine_or_me_is_not_the_author(read: Any) -> None:
    text = (
        "I, Jonas Moss, came with a friend of mine, David Roth, and — excuse me, Lena Orr. "
        "I am glad."
    )
    met = read(text)
    assert met.pronouns("David Roth") == met.pronouns("Lena Orr") == []
    assert met.pronouns("Jonas Moss") == ["I", "mine", "me", "I"]


def test_whoever_names_himself_or_signs_is_the_author(read: Any) -> None:
    text = "NOW I, JONAS R. MOSS, declare it. I am glad.\n\nJan Roe came."
    assert read(text).pronouns("JONAS R. MOSS") == ["I", "I"]
    assert read("We met. I am glad of it.\n\nJan Roe").pronouns("Jan Roe") == ["I"]
    placed = "I am glad of it.\n\nJAN ROE\n\nTHE SEA HOUSE,\n    May 4, 2031."
    assert read(placed).pronouns("JAN ROE") == ["I"]
    assert read("I am glad that he met Jan Roe").pronouns("Jan Roe") == []


def test_a_speaker_does_not_speak_of_himself_by_his_office(read: Any) -> None:
    text = "President Ann Moss met Jan Roe. “The President was kind,” Moss said."
    start = text.index("The President was kind")
    content = (Span(start, start + 22),)
    statement = Statement(id="s1", form="direct", content=content, speaker="a1")
    assert read(text).mentions("Ann Moss") == ["Ann Moss", "The President", "Moss"]
    assert read(text, statements=(statement,)).mentions("Ann Moss") == ["Ann Moss", "Moss"]


def test_one_name_may_be_two_people(read: Any) -> None:
    met = read("First Lady Jill Moss came. President Moss spoke. Moss stayed. Mrs. Moss sang.")
    assert met.mentions("Jill Moss") == ["Jill Moss", "Moss"]
    assert met.mentions("Moss") == ["Moss", "Moss"]


def test_somebody_without_a_name_takes_a_pronoun_from_others(read: Any) -> None:
    met = read("Ann Roe left. I met a woman who was ill before she died. She was poor.")
    assert met.pronouns("Ann Roe") == []
    assert read("Ann Roe left. It rained before she slept.").pronouns("Ann Roe") == ["she"]


def test_the_president_named_again_and_again_is_not_the_one_named_last(read: Any) -> None:
    text = "The Vice President left. The Vice President spoke. Vice President Ruta Lo met her."
    met = read(text)
    assert len(met.mentions("Ruta Lo")) == 1
    assert len(met.mentions("The Vice President")) == 2


def test_a_family_name_that_is_a_given_name_tells_no_gender(read: Any) -> None:
    met = read("President Sandra Peter of Peru came. President Peter left.")
    assert met.mentions("Sandra Peter") == ["Sandra Peter", "Peter"]
