"""Reported speech: clauses, objects, what stands before and behind."""

from __future__ import annotations

import pytest

from communique.read.speech.lexicon import expanded, regular_forms

from .scene import said, told


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orr noted that it was late.", "Orr", "noted", "that it was late"),
        ("Orr said it was late.", "Orr", "said", "it was late"),
        ("She also said it was late.", "She", "also said", "it was late"),
        (
            "Orr, the envoy to Nordia, said on Monday that it was late.",
            "Orr, the envoy to Nordia",
            "said",
            "that it was late",
        ),
        ("Orr told the guests that it was late.", "Orr", "told", "that it was late"),
        ("Orr stressed the need for talks.", "Orr", "stressed", "the need for talks"),
        ("Orr called for new talks.", "Orr", "called for", "new talks"),
        ("Orr asked whether it was late.", "Orr", "asked", "whether it was late"),
        ("Orr wants to leave the talks.", "Orr", "wants", "to leave the talks"),
        ("According to Orr, it was late.", "Orr", "According to", "it was late"),
        ("It was late, according to Orr.", "Orr", "according to", "It was late"),
        (
            "According to Ann Orr, the envoy for the lake, it was late.",
            "Ann Orr, the envoy for the lake",
            "According to",
            "it was late",
        ),
        (
            "According to the envoy for the lake, Ann Orr, it was late.",
            "the envoy for the lake, Ann Orr",
            "According to",
            "it was late",
        ),
        (
            "According to Orr's deputy, Eva Lind, it was late.",
            "Orr's deputy, Eva Lind",
            "According to",
            "it was late",
        ),
        (
            "According to Orr, the ferry, which was late, will sail.",
            "Orr",
            "According to",
            "the ferry, which was late, will sail",
        ),
        ("In the words of Orr, it was late.", "Orr", "In the words of", "it was late"),
        ("As Orr put it, it was late.", "Orr", "put it", "it was late"),
        (
            "The ferry would sail in June, the envoy for the lake, Ann Orr, said.",
            "the envoy for the lake, Ann Orr",
            "said",
            "The ferry would sail in June",
        ),
        ("In his opinion, it was late.", "his", "In his opinion", "it was late"),
        ("The talks were long, Orr said.", "Orr", "said", "The talks were long"),
        ("The talks were long, said Orr.", "Orr", "said", "The talks were long"),
        ("The talks were long, Orr is convinced.", "Orr", "is convinced", "The talks were long"),
        ("Lind was accused of lying by Orr.", "Orr", "was accused", "Lind | of lying"),
        ("Asked whether it was late, Orr left.", "", "Asked", "whether it was late"),
        ("The talks seem to have failed.", "", "seem", "The talks | to have failed"),
        ("Orr is expected to leave the talks.", "", "is expected", "Orr | to leave the talks"),
        ("It appears that it was late.", "", "appears", "that it was late"),
    ],
)
def test_who_says_what(text: str, source: str, cue: str, content: str) -> None:
    assert told(text, said(text)[0]) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Orr said that it was late, adding that she was tired.",
            ["that it was late", "that she was tired"],
        ),
        ("Orr said that it was late, but Lind denied it.", ["that it was late", "it"]),
        (
            "While Orr said it was late, Lind said it was early.",
            ["it was late", "it was early"],
        ),
        ("Lind, who said he was tired, said it was late.", ["he was tired", "it was late"]),
    ],
)
def test_each_content_ends_where_the_next_begins(text: str, contents: list[str]) -> None:
    assert [told(text, s)[2] for s in said(text)] == contents
    assert all(s.parent is None for s in said(text))


def test_what_somebody_reports_of_another_is_told_inside() -> None:
    outer, inner = said("Orr said that Lind had told her that it was late.")
    assert inner.parent == outer.id


def test_marks_inside_the_content_make_it_mixed() -> None:
    text = "Orr said that the talks were “very long and rather cold”."
    (statement,) = said(text)
    assert statement.form == "mixed"
    assert told(text, statement)[2].startswith("that the talks were “very long")


def test_a_noun_attributes_too() -> None:
    text = "Orr’s claim that it was late surprised them."
    assert told(text, said(text)[0])[:2] == ("Orr", "claim")


@pytest.mark.parametrize(
    "text",
    [
        "The claims were settled.",
        "Their support is weak.",
        "It was a long report on trade.",
        "The mill makes nine tonnes of felt per year.",
    ],
)
def test_nouns_that_look_like_verbs_attribute_nothing(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("ru", "«Мы встретились», — сказал посол Орр.", "посол Орр", "Мы встретились"),
        ("ru", "По словам Орра, было поздно.", "Орра", "было поздно"),
        ("uk", "Орр зазначив, що було пізно.", "Орр", "що було пізно"),
        ("be", "Ор адзначыў, што было позна.", "Ор", "што было позна"),
        ("pl", "Orr powiedział, że było późno.", "Orr", "że było późno"),
        ("lt", "Oras sakė, kad buvo vėlu.", "Oras", "kad buvo vėlu"),
        ("de", "„Es ist spät“, sagte Botschafter Orr.", "Botschafter Orr", "Es ist spät"),
        ("fr", "Orr a déclaré que tout était prêt.", "Orr", "que tout était prêt"),
        ("es", "Orr dijo que era tarde.", "Orr", "que era tarde"),
        ("it", "Secondo Orr, tutto è pronto.", "Orr", "tutto è pronto"),
        ("tr", "Orr, “Geç oldu” dedi.", "Orr", "Geç oldu"),
        ("ar", "قال أور إن الوقت متأخر.", "أور", "إن الوقت متأخر"),
        ("zh", "奥尔表示，会议很长。", "奥尔", "会议很长"),
    ],
)
def test_other_languages(language: str, text: str, source: str, content: str) -> None:
    found = told(text, said(text, language)[0])
    assert (found[0], found[2]) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "Premier Orr on Friday said that it was late.",
        "Premier Orr last week said that it was late.",
        "Premier Orr in May 2030 said that it was late.",
        "Premier Orr on Friday left, saying that it was late.",
    ],
)
def test_the_time_between_subject_and_verb_is_no_part_of_the_source(text: str) -> None:
    found = told(text, said(text)[-1])
    assert (found[0], found[2]) == ("Premier Orr", "that it was late")


@pytest.mark.parametrize("text", ["Wednesday said little.", "Last week said it all."])
def test_a_time_says_nothing(text: str) -> None:
    assert all(not statement.source for statement in said(text))


def test_at_least_so_many_are_a_source() -> None:
    text = "At least two sailors said it was late."
    assert told(text, said(text)[0])[0] == "At least two sailors"


def test_a_heading_mark_is_no_part_of_a_source() -> None:
    text = "### **Orr supports the ferry.**"
    assert told(text, said(text)[0])[0] == "Orr"


def test_a_label_is_no_subject_of_what_its_turn_says() -> None:
    turns = ["ORR:  I hope that it sails.", "Q    Are you excited to see it?"] * 2
    text = "\n\n".join(turns)
    sources = [span.of(text) for one in said(text) for span in one.source]
    assert sources.count("Q") == sources.count("ORR") == 2


def test_whom_it_is_said_to_is_nothing_said() -> None:
    text = "Орр сказал мне: «Поздно»."
    assert [told(text, one)[2] for one in said(text, "ru")] == ["Поздно"]


def test_word_forms() -> None:
    assert regular_forms("reply") == ("replies", "replied", "replying")
    assert regular_forms("argue") == ("argues", "argued", "arguing")
    assert list(expanded("за{л,ла} x{,y}")) == ["зал x", "зал xy", "зала x", "зала xy"]
