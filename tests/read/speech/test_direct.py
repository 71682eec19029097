"""Speech in marks: its tag, its lead, its joints."""

from __future__ import annotations

import pytest

from .scene import said, told


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“We met,” the envoy said.", "the envoy", "said", "We met,"),
        ("“We met,” said Ann Orr, the envoy.", "Ann Orr, the envoy", "said", "We met,"),
        ("“Why?” Orr asked.", "Orr", "asked", "Why?"),
        ("Orr said: “We met.”", "Orr", "said", "We met."),
        ("Orr told the press on Monday: “We met.”", "Orr", "told", "We met."),
        ("Orr said, “We have met twice.”", "Orr", "said", "We have met twice."),
        ("“We met,” Orr was quoted as saying.", "Orr", "was quoted as saying", "We met,"),
        ("“We met,” according to the envoy.", "the envoy", "according to", "We met,"),
        ("“We met,” as Orr put it.", "Orr", "put it", "We met,"),
        ("In her words: “We met.”", "her", "In her words", "We met."),
        ("“We met,” she later added in a letter.", "she", "later added", "We met,"),
        ("“We met,” Orr chuckled.", "Orr", "chuckled", "We met,"),
    ],
)
def test_who_says_it_and_by_which_words(text: str, source: str, cue: str, content: str) -> None:
    (statement,) = said(text)
    assert told(text, statement) == (source, cue, content)
    assert statement.form == "direct"


def test_an_utterance_cut_by_its_cue_is_one_statement() -> None:
    text = "“We met,” the envoy said. “We will meet again.” Then she left."
    (statement,) = said(text)
    assert told(text, statement)[2] == "We met, | We will meet again."


def test_a_sentence_cut_by_its_cue_is_one_statement() -> None:
    text = "“We met,” Orr said, “and we will meet again.”"
    (statement,) = said(text)
    assert told(text, statement)[2] == "We met, | and we will meet again."


def test_a_new_paragraph_in_new_marks_continues() -> None:
    text = "“We met,” Orr said. “It was long.\n\n“It was good.”"
    first, second = said(text, names={"a1": ("Orr",)})
    assert second.continues == first.id
    assert second.speaker == "a1"


def test_two_speakers_in_a_row_are_kept_apart() -> None:
    text = "“We met,” Orr said.\n“We did not,” Lind said."
    names = {"a1": ("Orr",), "a2": ("Lind",)}
    assert [s.speaker for s in said(text, names=names)] == ["a1", "a2"]
    assert [s.addressee for s in said(text, names=names)] == ["a2", "a1"]


def test_a_paragraph_without_a_tag_goes_on_with_the_speaker() -> None:
    text = "“We met,” Orr said.\n“It was a long day. We are tired.”"
    assert [s.speaker for s in said(text, names={"a1": ("Orr",)})] == ["a1", "a1"]


def test_the_sentence_before_names_the_speaker() -> None:
    text = "Lind spoke first.\nThen Orr commented on the talks. “They were long.”"
    names = {"a1": ("Orr",), "a2": ("Lind",)}
    assert said(text, names=names)[-1].speaker == "a1"


def test_he_in_a_tag_is_not_whoever_the_quotation_names() -> None:
    text = "Orr noted that it was late. “And then Lind left,” he said."
    names = {"a1": ("Orr",), "a2": ("Lind", "he")}
    assert said(text, names=names)[-1].speaker == "a1"


def test_speech_in_speech() -> None:
    text = "“I told Lind: ‘We are friends.’ He said: ‘I know.’ So we agreed,” Orr said."
    names = {"a1": ("Orr",), "a2": ("Lind", "He")}
    outer, inner, answer = (s for s in said(text, names=names) if s.form == "direct")
    assert (inner.parent, answer.parent) == (outer.id, outer.id)
    assert (inner.speaker, answer.speaker) == ("a1", "a2")
    assert (inner.addressee, answer.addressee) == ("a2", "a1")


def test_speech_in_speech_without_marks() -> None:
    text = "“Lind said: if we wait, we lose. So we went on,” Orr said."
    outer, inner = said(text, names={"a1": ("Orr",), "a2": ("Lind",)})
    assert told(text, inner)[2] == "if we wait, we lose"
    assert (inner.marked, inner.parent, inner.speaker) == (False, outer.id, "a2")


def test_what_is_told_with_a_colon_in_the_same_person_is_reported() -> None:
    text = "“Later they admitted: they had lost the vote,” Orr said."
    assert said(text)[1].form == "indirect"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “hawks” left the hall.",
        "She spoke to “The Northern Courier” in Lorvik.",
        "The film “A Winter in Lorvik” was shown.",
        "They parted as “friends.”",
    ],
)
def test_terms_and_titles_are_no_statements(text: str) -> None:
    assert [s for s in said(text) if s.form == "direct"] == []


def test_letters_are_statements_of_their_author() -> None:
    text = "Orr read a letter from Lind aloud.\nThe letter reads: “We wish you well.”"
    statement = said(text, names={"a1": ("Orr",), "a2": ("Lind",)})[-1]
    assert (statement.speaker, statement.medium) == ("a2", "letter")


def test_insertions_of_the_editor() -> None:
    text = "“They [the guests] left,” Orr said."
    (statement,) = said(text)
    assert [span.of(text) for span in statement.insertions] == ["[the guests]"]


def test_the_insertion_says_who_he_is() -> None:
    text = "“Then he [Lind] said: ‘Wait here.’ So I did,” Orr said."
    names = {"a1": ("Orr", "he"), "a2": ("Lind",)}
    assert said(text, names=names)[1].speaker == "a2"


def test_reporters_are_told_where_nobody_else_is() -> None:
    text = "Reporters met Orr.\n“It was long,” Orr said."
    names = {"a1": ("Orr",), "a2": ("Reporters",)}
    assert said(text, names=names)[-1].addressee == "a2"


def test_a_journalist_who_saw_it_is_not_told() -> None:
    text = "Lind, a journalist, was there.\n“It was long,” Orr said."
    names = {"a1": ("Orr",), "a2": ("journalist",), "a3": ("Lind",)}
    assert said(text, names=names)[-1].addressee is None


@pytest.mark.parametrize(("said_last", "hearer"), [("I will pay", None), ("You will pay", "a2")])
def test_rivals_quoted_in_turn_speak_to_each_other_if_one_says_you(
    said_last: str, hearer: str | None
) -> None:
    text = "“We won,” Orr said. “We did not,” Lind said. “We did,” Orr said. "
    text += f"“{said_last},” Lind said."
    names = {"a1": ("Lind",), "a2": ("Orr",)}
    text += " The weather was fine for many days." * 5
    assert said(text, names=names)[-1].addressee == hearer


def test_a_spokesman_for_a_state_is_not_the_state() -> None:
    text = "“We met,” a spokesman for Nordia said."
    assert said(text, names={"a1": ("Nordia",)})[0].speaker is None


def test_turns_of_a_transcript() -> None:
    text = "ORR: We met.\nLIND: We did.\nORR: It was long.\nIt was cold.\nLIND: I know.\n"
    statements = said(text, names={"a1": ("ORR",), "a2": ("LIND",)})
    assert [s.speaker for s in statements if s.form == "direct"] == ["a1", "a2", "a1", "a2"]
    assert told(text, statements[2])[2] == "It was long.\nIt was cold."
    assert not statements[0].marked


def test_header_lines_are_no_turns() -> None:
    text = "Date: 3 May\nSource: Office\nPlace: Lorvik\nSubject: talks\n\nThey met."
    assert said(text) == ()


def test_speech_that_a_dash_opens() -> None:
    text = "— Мы встретились, — сказал Орр, — и расстались.\n— Когда? — спросил Линд."
    first, second = said(text, "ru")
    assert told(text, first) == ("Орр", "сказал", "Мы встретились, | и расстались.")
    assert told(text, second) == ("Линд", "спросил", "Когда?")


def test_a_readout_says_to_whom_its_one_speaker_speaks() -> None:
    text = "Orr received the envoy Lind.\n“We are glad,” Orr said."
    names = {"a1": ("Orr",), "a2": ("Lind",)}
    assert said(text, names=names)[-1].addressee == "a2"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Orr: “We met twice.”",
        "Ann Orr:\n\n“We met twice.”",
        "**Ann Orr**: “We met twice.”",
        "**Ann Orr**:** “We met twice.”",
        "[**Ann Orr**](https://example.org/orr/1): “We met twice.”",
    ],
)
def test_a_name_and_a_colon(text: str) -> None:
    assert told(text, said(text)[0])[0] == "Ann Orr"


def test_a_lead_on_a_line_of_its_own() -> None:
    text = "Orr said:\n\n“We met twice.”"
    assert told(text, said(text)[0]) == ("Orr", "said", "We met twice.")


def test_labels_that_share_a_title_or_a_family_name_are_turns() -> None:
    text = (
        "Deputy Tom Orr: When will it sail?\n\nThe Minister of Energy: In May.\n\n"
        "Deputy Orr: And who pays?\n\nThe Minister of Energy: The buyers do.\n\n"
        "Deputy Jan Lind (Liberals): Why?\n\nThe Minister of Energy: Because they can."
    )
    names = {"a1": ("Tom Orr", "Orr"), "a2": ("The Minister of Energy",), "a3": ("Jan Lind",)}
    assert [one.speaker for one in said(text, names=names)] == ["a1", "a2", "a1", "a2", "a3", "a2"]
