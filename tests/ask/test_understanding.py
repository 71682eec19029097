"""How questions are taken apart, without any record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ask.question.times import Time, times
from communique.ask.question.understanding import kinds_of, understand
from communique.ask.reports.names import akin
from communique.ask.words import stem

KINDS = {
    "Who initiated the call between Venn and Oduvan?": "who-initiated",
    "At whose request did they meet?": "who-initiated",
    "Which side asked for the meeting?": "who-initiated",
    "Who called Tomas Helk?": "who-initiated",
    "When did the two leaders speak?": "when",
    "On what date was the letter sent?": "when",
    "Where was the summit held?": "where",
    "In which city did they meet?": "where",
    "How long did the talks last?": "how-long",
    "What was discussed at the meeting?": "about-what",
    "Which topics did they raise?": "about-what",
    "Who took part in the talks?": "who-with",
    "With whom did Venn meet in Varn?": "who-with",
    "Who said that the border is open?": "who-said",
    "Who described the quota as a joke?": "who-said",
    "What did Oduvan say about grain?": "what-said",
    "How did Helk respond to the offer?": "what-said",
    "How many lorries were waiting?": "how-many",
    "What is the number of prisoners?": "how-many",
    "Did Helk agree to the plan?": "whether",
    "Has Norland signed the treaty?": "whether",
    "What did Norland promise?": "done",
    "What was offered to Sudmark?": "done",
    "What is the position of Norland on the quota?": "stand",
    "How has the position of Norland changed?": "changed",
    "What does Venn predict for the spring?": "foreseen",
    "How do the accounts of the call differ?": "differ",
    "Do the reports agree on the day of the meeting?": "differ",
    "Why did Norland close the border?": "why",
    "Who is Mira Oduvan?": "who-is",
    "Who will chair the commission?": "who",
    "How is the envoy's name spelled?": "spelled",
    "What is the plan?": "what",
    "What does the embargo cost Sudmark?": "how-many",
    "What did Helk pay for the ship?": "how-many",
    "Who is paying for the dam?": "who",
    "Was the ambassador called back?": "whether",
    "Where does Norland stand on the pipeline?": "stand",
    "What's Helk's take on the pipeline?": "stand",
    "What's new in Helk's position?": "changed",
    "what's the reason for the ban": "why",
    "Which of the two asked for the call?": "who-initiated",
    "who reached out first, Venn or Oduvan": "who-initiated",
    "Who was behind the phone call?": "who-initiated",
    "Till when does the truce hold?": "when",
    "deadline for the withdrawal?": "when",
    "For what period was the truce extended?": "how-long",
    "Call length Venn Oduvan": "how-long",
    "What came up in the conversation?": "about-what",
    "any promises by Helk?": "done",
    "How do the versions compare on the length of the call?": "differ",
    "Do both sides say the same about who called?": "differ",
    "Who denies that the deal was signed?": "who-said",
    "Who else was on the call?": "who-with",
}


def test_of_two_questions_the_first_is_taken() -> None:
    question = understand("Did Helk ask Venn to lift the ban? Who raised it?")
    assert question.text.endswith("the ban?")
    assert [name.text for name in question.named] == ["Helk", "Venn"]


def test_a_word_that_asks_is_no_name_behind_a_statement() -> None:
    question = understand("Helk says that he called first. How does Venn tell it?")
    assert [name.text for name in question.named] == ["Helk", "Venn"]


@pytest.mark.parametrize("joined", ["the Oduvan-Xu call", "the Helk-Venn call"])
def test_short_names_are_joined_too(joined: str) -> None:
    assert len(understand(f"When was {joined}?").named) == 2


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=lambda value: str(value))
def test_the_kind_of_a_question(text: str, kind: str) -> None:
    assert understand(text).kind == kind


def named(text: str) -> list[tuple[str, ...]]:
    return [each.words for each in understand(text).named]


def test_names_and_offices_are_told_apart() -> None:
    asked = understand("Did President Oduvan call the Prime Minister of Sudmark?")
    one, other = asked.named
    assert (one.words, one.title, one.is_office) == (("oduvan",), ("president",), False)
    assert (other.words, other.title, other.is_office) == (
        ("sudmark",),
        ("prime", "minister"),
        True,
    )


def test_joined_names_are_two() -> None:
    assert named("How long did the Oduvan-Helk call last?") == [("oduvan",), ("helk",)]


def test_a_body_with_of_in_its_name_is_one() -> None:
    assert named("What does the League of Border Towns want?") == [
        ("league", "of", "border", "towns")
    ] or named("What does the League of Border Towns want?") == [("league", "border", "towns")]


def test_the_second_of_two_questions_is_left() -> None:
    asked = understand("Who told the Courier about the call, and what office does he hold?")
    assert "office" not in asked.words


def test_words_that_only_ask_need_not_be_found() -> None:
    asked = understand("What did they say about the price of barley?")
    assert [term.stem for term in asked.terms] == ["pric", "barlei"] or [
        term.stem for term in asked.terms
    ] == ["pric", "barley"]


def test_what_is_counted() -> None:
    assert understand("How many lorries were waiting?").thing == stem("lorry")
    assert understand("How much did Norland pay?").thing is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Whom did he meet on 14 May 2031?", Time(2031, 5, 14)),
        ("What happened in June?", Time(None, 6, None)),
        ("Who met on 2031-05-17?", Time(2031, 5, 17)),
        ("What was agreed in 2027?", Time(2027)),
        ("What may happen next?", None),
    ],
)
def test_the_time_that_a_question_names(text: str, time: Time | None) -> None:
    assert times(text)[0] == time


def test_a_time_meets_the_days_that_may_be_of_it() -> None:
    june = Time(None, 6, None)
    assert june.meets(("2031-06-03", "2031-06-05"))
    assert not june.meets(("2031-05-03", "2031-05-31"))
    assert Time(2031).meets(("2030-12-30", "2031-01-02"))


@pytest.mark.parametrize(
    "forms",
    [
        ("meet", "met", "meets", "meeting"),
        ("promise", "promised", "promises", "promising"),
        ("deny", "denied", "denies"),
        ("quota", "quotas", "quota's"),
        ("stop", "stopped", "stopping"),
        ("U.S.", "US"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@given(st.text(max_size=200))
def test_any_text_is_a_question(text: str) -> None:
    assert understand(text) == understand(text)


@pytest.mark.parametrize(
    "text",
    [
        "Who called whom?",
        "Who called the talks a success?",
        "Who wrote the letter to Relk?",
        "Who said that the letter was late?",
        "When is the bridge expected to open?",
        "How many wagons are expected?",
        "With whom did Relk speak of “red lines”?",
        "How long did you talk?",
    ],
)
def test_a_question_is_of_one_of_the_kinds_that_it_may_be_of(text: str) -> None:
    assert understand(text).kind in kinds_of(text)


def test_going_and_seeing_are_visits_and_meetings() -> None:
    assert understand("Did Oduvan go to Sudmark?").contact == ("visit",)
    assert understand("When did Venn last see Helk?").contact == ("meeting",)
    assert understand("How does Venn see the quota?").contact == ()
    assert understand("Who was present at the meeting?").contact == ("meeting",)
    assert "gift" in understand("What present did Helk bring?").contact


def test_the_verb_behind_who_is_what_was_done() -> None:
    assert understand("Who shelled Varn?").verb == stem("shell")
    assert understand("Who has accompanied the minister?").verb == stem("accompany")
    assert understand("Who is Venn?").verb is None


def test_pronouns_that_begin_quoted_words_are_no_names() -> None:
    asked = 'What did Venn answer to "We stay here, come what may"?'
    assert named(asked) == [("venn",)]


def test_a_thing_is_asked_for_rather_than_a_deed() -> None:
    assert understand("What reward did Helk offer for the map?").acts == ()
    assert "offer" in understand("What did Helk offer for the map?").acts
    assert "promise" in understand("What promise did Helk make to Venn?").acts


def test_an_office_may_be_asked_for_as_well() -> None:
    asked = understand("Who told the radio about the call, and what office does she hold?")
    assert asked.kind == "who-said"
    assert asked.also == "who-is"


def test_when_something_is_expected_is_asked_of_its_day() -> None:
    asked = understand("When does Venn expect the border to open?")
    assert asked.kind == "when"
    assert asked.future
    assert not asked.past


def test_whether_a_promise_was_kept_is_asked_of_what_was_promised() -> None:
    asked = understand("Did Venn honour his pledge on grain?")
    assert asked.kept
    assert [term.stem for term in asked.terms] == [stem("grain")]
    assert not understand("Did Venn keep the grain?").kept


def test_adjectives_of_states_are_akin() -> None:
    assert akin("brenish", "Brenland")
    assert akin("soldavan", "Soldava")
    assert not akin("brenner", "Brenland")
    assert not akin("island", "Irland")


def test_a_ministry_is_no_office_that_somebody_holds() -> None:
    (named,) = understand("How did the Kestrian foreign ministry react to the paper?").named
    assert named.text == "Kestrian"
    assert not named.is_office


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Why is Trent not for the recount?", "why"),
        ("Why did Helk change his mind?", "changed"),
        ("Why do the accounts differ?", "differ"),
        ("How much time was Helk given?", "how-long"),
    ],
)
def test_what_a_question_begins_with_tells_its_kind(asked: str, kind: str) -> None:
    assert understand(asked).kind == kind


@pytest.mark.parametrize(
    ("asked", "kind", "terms"),
    [
        ("Why won't Helk pay more?", "why", ["pay"]),
        ("Why didn't Anna Dorn come to Sund?", "why", ["com"]),
        ("Over what did they quarrel?", "why", ["quarrel"]),
        ("Over what area was the debris found?", "what", ["area", "debris", "find"]),
    ],
)
def test_short_forms_are_no_words_to_look_for(asked: str, kind: str, terms: list[str]) -> None:
    question = understand(asked)
    assert question.kind == kind
    assert [term.stem for term in question.terms] == terms
