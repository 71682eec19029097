from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Span, spans_lists, verify
from communique.read.text import segment, tokenize
from communique.read.who import build_cast, resolve_pronouns
from communique.read.who.found import FoundName

PIECES = """
the The President of and , . ( ) [ ] “ ” ' ’s Poland Polish Ann Lee U.S. two leaders Minister
foreign he his our side Kellmark Veldan ministry both they wife press service republic
Mr. al-Din de General Secretary to UN - who
"""

CALL = (
    "The Prime Minister of Norway, Ingrid Halvorsen, spoke by phone with Estonian President "
    "Toomas Kivi on Tuesday. The Norwegian leader thanked Kivi. “We agreed,” Halvorsen said."
)


def test_titles_and_appositions_give_offices(read: Any) -> None:
    call = read(CALL)
    assert call.offices("Ingrid Halvorsen") == [("Prime Minister", "Norway")]
    assert call.offices("Toomas Kivi") == [("President", "Estonia")]


def test_an_epithet_goes_to_the_holder_of_the_office(read: Any) -> None:
    assert read(CALL).mentions("Ingrid Halvorsen") == [
        "The Prime Minister of Norway",
        "Ingrid Halvorsen",
        "The Norwegian leader",
        "Halvorsen",
    ]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Chilean Deputy Foreign Minister Marta Rojo arrived.",
            "Marta Rojo",
            ("Deputy Foreign Minister", "Chile"),
        ),
        ("President Pavel Oud of Latvia left.", "Pavel Oud", ("President", "Latvia")),
        (
            "Ilan Dor (Israel’s Permanent Representative to the UN) spoke.",
            "Ilan Dor",
            ("Permanent Representative", "Israel"),
        ),
        ("Ana Sol, the spokeswoman of Peru, spoke.", "Ana Sol", ("spokeswoman", "Peru")),
        ("Ana Sol is the president of Peru.", "Ana Sol", ("president", "Peru")),
        (
            "NATO Secretary General Lars Dahl spoke.",
            "Lars Dahl",
            ("Secretary General", "NATO"),
        ),
        (
            "Secretary of Energy Ulla Brand met them.",
            "Ulla Brand",
            ("Secretary", "Energy"),
        ),
    ],
)
def test_offices(read: Any, text: str, name: str, office: tuple[str, str]) -> None:
    assert office in read(text).offices(name)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (  # misspelt, and in capitals in the headline
            "MORLAND VISITS RIGA\n\nUrsula Morland came. Morlund spoke. Ms. Morland left.",
            "Ursula Morland",
            ["MORLAND", "Ursula Morland", "Morlund", "Morland"],
        ),
        (  # transliterated in two ways, with an initial, with a suffix
            "Aleksandr Tarkov met J. D. Wells, Jr. in Rome. Alexander Tarkov’s aide waited.",
            "Aleksandr Tarkov",
            ["Aleksandr Tarkov", "Alexander Tarkov"],
        ),
        (
            "Hassan al-Tamir met Maria van der Brug. Ms. van der Brug thanked al-Tamir.",
            "Hassan al-Tamir",
            ["Hassan al-Tamir", "al-Tamir"],
        ),
        (  # an editor's insertion belongs to the name
            "“I told Anton [Belik] so,” he said. Anton Belik agreed.",
            "Anton Belik",
            ["Anton [Belik]", "Anton Belik"],
        ),
    ],
)
def test_spellings_of_one_person(read: Any, text: str, name: str, mentions: list[str]) -> None:
    assert read(text).mentions(name) == mentions


def test_one_family_name_may_be_two_persons(read: Any) -> None:
    names = read("Peter Holm met Sofia Holm. Peter Holm thanked Sofia Holm.").names
    assert names == {"Peter Holm": "person", "Sofia Holm": "person"}


def test_two_names_that_meet_are_two_persons(read: Any) -> None:
    names = read("After talks with Peter Holm Sofia Brandt left.").names
    assert set(names) == {"Peter Holm", "Sofia Brandt"}


def test_kinds(read: Any) -> None:
    text = (
        "Americans and the Polish side met the EU in Geneva. The Ministry of Foreign Affairs of "
        "Poland and the Harbour Workers Union wrote to the Vienna Conference."
    )
    assert read(text).names == {
        "United States": "state",
        "Poland": "state",
        "European Union": "bloc",
        "Ministry of Foreign Affairs of Poland": "organisation",
        "Harbour Workers Union": "organisation",
    }


def test_a_capital_is_a_state_only_where_it_acts(read: Any) -> None:
    assert read("The envoys met in Warsaw.").names.get("Poland") is None
    assert read("Warsaw rejected the offer.").mentions("Poland") == ["Warsaw"]


def test_states_joined_by_a_hyphen(read: Any) -> None:
    names = read("They spoke of Poland-Ukraine relations.").names
    assert names == {"Poland": "state", "Ukraine": "state"}


def test_several_holders_are_a_group_with_members(read: Any) -> None:
    text = (
        "President Jan Mroz of Poland met President Petr Vlk of the Czech Republic. The two "
        "presidents shook hands. Both sides were content."
    )
    met = read(text)
    assert met.members("The two presidents") == ["Petr Vlk", "Jan Mroz"]
    assert sorted(met.members("Both sides")) == ["Czech Republic", "Poland"]


def test_a_pair_of_names_takes_a_pair_of_offices(read: Any) -> None:
    text = (
        "A call took place between the presidents of Poland and the Czech Republic. Talks "
        "between Vlk and Mroz were short. The Polish president thanked Petr Vlk."
    )
    assert "Poland" in [of for _, of in read(text).offices("Mroz")]


def test_learnt_evidence_makes_a_person_of_a_bare_word() -> None:
    text = "The talks were about Morvan again."
    sentences = segment(text, "en")
    tokens = tokenize(text, sentences)
    assert not build_cast(text, sentences, tokens).actors
    span = Span(text.index("Morvan"), text.index(" again"))
    learnt = FoundName(
        span=span,
        words=("Morvan",),
        line=0,
        quoted=False,
        initial=False,
        phrase=span,
        weights={"person": 4.0},
    )
    cast = build_cast(text, sentences, tokens, learnt=(learnt,))
    assert [(a.name, a.kind) for a in cast.actors.values()] == [("Morvan", "person")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The {0}n president met Ada {0} and Pavel {0}. He left with the two leaders.",
        "Deputy Deputy {0} of the of the {0} and the {0}",
        "French President {0} Lo met the president.",
        "The prime minister of {0}ia, Ada Lee, and {0}ians met the {0}ian side.",
        "Presidents of {0} and {0}land said they and both sides agreed with the ministry.",
    ],
)
def test_time_grows_with_length_and_no_faster(sentence: str) -> None:
    def seconds(count: int) -> float:
        text = " ".join(sentence.format(f"Q{_letters(n)}") for n in range(count))
        sentences = segment(text, "en")
        tokens = tokenize(text, sentences)
        begun = process_time()
        resolve_pronouns(build_cast(text, sentences, tokens), text, sentences, ())
        return process_time() - begun

    seconds(50)  # reads the word lists
    assert seconds(700) < 36 * max(seconds(70), 0.01)  # 10 times the text; a square is 100


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def test_furniture_names_nobody() -> None:
    text = "Distributed by Harbour News Agency\n\nPeter Holm left."
    sentences = segment(text, "en")
    cast = build_cast(text, sentences, tokenize(text, sentences), furniture=(Span(0, 34),))
    assert [actor.name for actor in cast.actors.values()] == ["Peter Holm"]


def test_other_languages_give_states_and_titles(read: Any) -> None:
    text = "Президент Польши Ян Мроз принял посла Чехии Петра Влка."
    assert ("Президент", "Poland") in read(text, language="ru").offices("Ян Мроз")


def test_cases_of_a_name_in_cyrillic_letters(read: Any) -> None:
    text = "Министр Ларс Даль прибыл. Встреча с Ларсом Далем прошла в Осло. Даля благодарили."
    met = read(text, language="ru")
    assert met.mentions("Ларс Даль") == ["Ларс Даль", "Ларсом Далем", "Даля"]


def test_an_apposition_in_french(read: Any) -> None:
    text = "Le président de la Pologne, Jan Mroz, a rencontré la ministre du Chili Marta Rojo."
    met = read(text, language="fr")
    assert met.offices("Jan Mroz") == [("président", "Poland")]
    assert met.offices("Marta Rojo") == [("ministre", "Chile")]


def test_chinese_names_are_shown_by_their_titles(read: Any) -> None:
    met = read("波兰外长诺瓦克会见捷克总理。诺瓦克表示满意。", language="zh")
    assert met.mentions("诺瓦克") == ["诺瓦克", "诺瓦克"]
    assert met.offices("诺瓦克") == [("外长", "Poland")]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "ru", "ar", "zh", None]))
def test_reading_names_never_raises_and_its_spans_verify(text: str, language: str | None) -> None:
    sentences = segment(text, language)
    cast = build_cast(text, sentences, tokenize(text, sentences), language=language)
    cast = resolve_pronouns(cast, text, sentences, ())
    for actor in cast.actors.values():
        for spans in spans_lists(actor):
            verify(spans, len(text))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES.split()),
        max_size=60,
    ).map(" ".join)
)
def test_any_mixture_of_known_words_is_read(text: str) -> None:
    sentences = segment(text, "en")
    cast = build_cast(text, sentences, tokenize(text, sentences))
    cast = resolve_pronouns(cast, text, sentences, ())
    for actor in cast.actors.values():
        verify(actor.mentions, len(text))
        verify(actor.pronouns, len(text))
        assert set(actor.members) <= set(cast.actors)
