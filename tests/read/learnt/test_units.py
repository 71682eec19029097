import pytest

from communique.read.learnt.units import case_of, cut


def test_units_index_the_text_itself() -> None:
    text = (
        "The U.S. President\u2019s 44-year-old aide\u200b: "
        "\u201c\u041f\u0440\u0438\u0432\u0435\u0442!\u201d \U0001f600 \u5df4\u9ece 1,200.50"
    )
    units = cut(text)
    assert all(text[u.start : u.end] == u.word for u in units)
    words = [u.word for u in units]
    assert words[:8] == ["The", "U.S.", "President", "\u2019s", "44", "-", "year", "-"]
    assert words[-3:] == ["\u5df4", "\u9ece", "1,200.50"]


def test_every_character_but_white_space_is_in_a_unit() -> None:
    text = "A\u0301 b\tc\u00a0d\n\n\u0645\u064f\u062d\u0645\u062f _x_ \ufeff|"
    covered = {at for u in cut(text) for at in range(u.start, u.end)}
    assert covered == {at for at, c in enumerate(text) if not c.isspace()}


def test_a_web_address_is_one_unit_that_the_encoder_sees_as_its_scheme() -> None:
    text = "See [the note](https://ferry.example/2031/05/14/a-note?x=1) or http://a.example/b."
    units = cut(text)
    addresses = [u for u in units if text[u.start : u.end].startswith("http")]
    assert [text[u.start : u.end] for u in addresses] == [
        "https://ferry.example/2031/05/14/a-note?x=1",
        "http://a.example/b",
    ]
    assert [u.word for u in addresses] == ["https", "http"]
    assert units[-1].word == "."


@pytest.mark.parametrize("text", ["https://" + "." * 50_000, "https://" * 20_000, "http:// "])
def test_what_only_begins_like_an_address_is_cut_in_good_time(text: str) -> None:
    assert sum(u.end - u.start for u in cut(text)) == len("".join(text.split()))


def test_paragraphs_open_after_empty_lines_and_closed_sentences() -> None:
    units = cut("Title here\n\nFirst line\ngoes on. \nNext one.")
    assert [u.word for u in units if u.opens] == ["Title", "First", "Next"]


def test_what_stands_before_a_unit() -> None:
    assert [u.spaced for u in cut("(a b)")] == [True, False, True, False]


def test_case() -> None:
    assert [case_of(w) for w in ("said", "Minsk", "UN", "iPhone", "A", "7", "\u5df4")] == [
        0,
        1,
        2,
        3,
        1,
        0,
        0,
    ]


def test_a_sentence_without_a_blank_before_it_is_read_as_if_it_had_one() -> None:
    assert [u.word for u in cut("in port.According to x") if u.spaced] == [
        "in",
        "port",
        "According",
        "to",
        "x",
    ]
    assert [u.word for u in cut("all.“In general") if u.spaced] == ["all", "“", "general"]


def test_no_blank_is_made_up_inside_addresses_and_abbreviations() -> None:
    assert [u.spaced for u in cut("example.org")] == [True, False, False]
    assert [u.spaced for u in cut("U.S.Army")][1:] == [False]
    assert [u.spaced for u in cut("p.m.EST")][1:] == [False]
