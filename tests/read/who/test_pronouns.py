from typing import Any

from communique.model import Span, Statement
from communique.read.who.reference.statements import Voices


def said(text: str, words: str, speaker: str | None, **slots: object) -> Statement:
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    return Statement(id="s1", form="direct", content=content, speaker=speaker, **slots)  # type: ignore[arg-type]


def test_a_third_person_goes_to_the_subject_of_the_right_gender(read: Any) -> None:
    text = "Peter Holm met Sofia Brandt. He thanked her. She said he was welcome."
    met = read(text)
    assert met.pronouns("Peter Holm") == ["He", "he"]
    assert met.pronouns("Sofia Brandt") == ["her", "She"]


def test_two_equal_candidates_leave_a_pronoun_open(read: Any) -> None:
    met = read("After Peter Holm’s talk, and after Anton Belik’s talk, he slept.")
    assert [p.word for p in met.cast.pending] == ["he"]


def test_i_is_the_speaker_and_you_whom_they_address(read: Any) -> None:
    text = "Peter Holm met Sofia Brandt. “I thank you,” Holm said."
    statement = said(text, "I thank you,", "a1", addressee="a2")
    met = read(text, statements=(statement,))
    assert met.pronouns("Peter Holm") == ["I"]
    assert met.pronouns("Sofia Brandt") == ["you"]


def test_our_president_is_the_president_of_the_speaker(read: Any) -> None:
    text = (
        "Polish President Jan Mroz met Czech President Petr Vlk. Polish envoy Ewa Lis was there. "
        "“Our president was glad for our country,” Lis said."
    )
    envoy = next(a.id for a in read(text).cast.actors.values() if a.name == "Ewa Lis")
    statement = said(text, "Our president was glad for our country,", envoy)
    met = read(text, statements=(statement,))
    assert met.mentions("Jan Mroz")[-1] == "Our president"


def test_the_innermost_voice_counts() -> None:
    def statement(name: str, start: int, end: int) -> Statement:
        return Statement(id=name, form="direct", content=(Span(start, end),))

    voices = Voices([statement("outer", 0, 30), statement("inner", 10, 20)])
    heard = [voice.id if (voice := voices.at(n)) else None for n in (5, 15, 25, 35)]
    assert heard == ["outer", "inner", "outer", None]


def test_only_what_stands_in_marks_is_in_the_voice_of_who_is_quoted_in_part() -> None:
    text = "that her talks were “frank” and long"
    told = Statement(id="told", form="mixed", content=(Span(0, len(text)),))
    voices = Voices([told], text)
    assert voices.at(text.index("her")) is None
    assert voices.at(text.index("frank")) is told
    assert voices.at(text.index("long")) is None


def test_they_are_the_pair_just_named(read: Any) -> None:
    met = read("Jan Mroz and Petr Vlk met. They spoke for an hour. The latter left.")
    assert met.members("Jan Mroz and Petr Vlk") == ["Jan Mroz", "Petr Vlk"]
    assert met.pronouns("Jan Mroz and Petr Vlk") == ["They"]
    assert met.pronouns("Petr Vlk") == ["The latter"]


def test_both_are_the_pair_of_whom_one_is_told_with_an_office(read: Any) -> None:
    met = read("Ann Lee met Bo Dahl and the mayor of Oslo, Carl Moe. Both said it was late.")
    assert met.pronouns("Bo Dahl and Carl Moe") == ["Both"]


def test_they_stay_open_with_another_plural_between(read: Any) -> None:
    met = read("Jan Mroz and Petr Vlk met farmers while they slept.")
    assert [p.word for p in met.cast.pending] == ["they"]


def test_we_is_the_body_that_speaks(read: Any) -> None:
    text = "“We are ready,” the Polish foreign ministry said."
    ministry = next(a for a in read(text).cast.actors.values() if a.kind == "organisation")
    met = read(text, statements=(said(text, "We are ready,", ministry.id),))
    assert met.pronouns(ministry.name) == ["We"]


def test_his_wife_is_somebody(read: Any) -> None:
    met = read("Jan Mroz arrived. His wife stayed at home.")
    assert met.offices("His wife") == [("wife", "Jan Mroz")]


def test_somebody_without_a_name_between_leaves_a_pronoun_open(read: Any) -> None:
    text = "Sofia Brandt came. Sofia Brandt said that a woman’s right to make her own way counts."
    assert read(text).pronouns("Sofia Brandt") == []


def test_his_goes_with_whoever_is_thanked(read: Any) -> None:
    met = read("Peter Holm came. Holm thanked Anton Belik for his visit.")
    assert met.pronouns("Anton Belik") == ["his"]


def test_his_is_his_who_is_thanked_or_nobodys(read: Any) -> None:
    met = read("Peter Holm and Holm met Anton Belik. Peter Holm thanked him for his visit.")
    assert met.pronouns("Peter Holm") == []


def test_nobody_is_named_behind_the_pronoun_that_stands_for_him(read: Any) -> None:
    told = read("Ilmar Kesk heard Pavel Oud after he joined a meeting of Ilmar Kesk in Lima.")
    assert told.pronouns("Pavel Oud") == ["he"]
    assert told.pronouns("Ilmar Kesk") == []


def test_in_what_opens_a_sentence_he_may_be_named_next(read: Any) -> None:
    told = read("Ilmar Kesk flew to Lima. When he landed Ilmar Kesk thanked the crew.")
    assert told.pronouns("Ilmar Kesk") == ["he"]


def test_the_former_and_the_latter_are_the_two_named_last(read: Any) -> None:
    told = read(
        "Ann Lee told of a call that Ilmar Kesk had with Pavel Oud "
        "when the former called the latter from Lima."
    )
    assert told.pronouns("Ilmar Kesk") == ["the former"]
    assert told.pronouns("Pavel Oud") == ["the latter"]


def test_they_may_be_a_people(read: Any) -> None:
    told = read("Peruvians warned Ana Ruiz when they came to see her.")
    assert told.pronouns("Peru") == ["they"]


def test_whoever_tells_something_of_himself(read: Any) -> None:
    text = "Jan Mroz met Petr Vlk. Vlk, a former judge, said on Monday that he would go home."
    assert read(text).pronouns("Petr Vlk") == ["he"]


def test_a_possessive_is_not_of_whom_its_own_phrase_names(read: Any) -> None:
    met = read("Jan Mroz made no statement, but his spokesman, Petr Vlk, smiled. Mroz left.")
    assert met.pronouns("Petr Vlk") == []


def test_him_is_not_the_subject_of_its_own_clause(read: Any) -> None:
    met = read("Jan Mroz said on Friday that Premier Petr Vlk had promised him a boat.")
    assert met.pronouns("Jan Mroz") == ["him"]


def test_the_two_are_two_who_were_told_of_last(read: Any) -> None:
    met = read("Jan Mroz met Petr Vlk. Mroz was late. The two will meet again. Both men smiled.")
    assert met.pronouns("Petr Vlk and Jan Mroz") == ["The two", "Both men"]


def test_two_of_something_are_nobody(read: Any) -> None:
    met = read("Jan Mroz met Petr Vlk. The two states agreed. The pair of boats sank.")
    assert [left.word for left in met.cast.pending] == ["two states"]
    assert all(actor.kind == "person" for actor in met.cast.actors.values())


def test_his_counterpart_is_the_one_other_holder(read: Any) -> None:
    met = read("Norwegian Premier Espen Dahl met Danish Premier Mette Holm. Dahl thanked his "
               "counterpart.")  # fmt: skip
    assert met.mentions("Mette Holm") == ["Mette Holm", "his counterpart"]


def test_the_delegation_is_the_one_told_of_last(read: Any) -> None:
    met = read("The delegation of Chile came. The delegation spoke. A Peruvian delegation left. "
               "The delegation slept. The team won.")  # fmt: skip
    assert met.mentions("Chile delegation") == ["The delegation of Chile", "The delegation"]
    assert met.mentions("Peru delegation") == ["A Peruvian delegation", "The delegation"]


def test_i_is_whoever_speaks_by_a_pronoun(read: Any) -> None:
    text = "Petr Vlk rose. He told the hall: “I agree.”"
    start, he = text.index("I agree"), text.index("He told")
    statement = Statement(
        id="s1", form="direct", content=(Span(start, start + 8),), source=(Span(he, he + 2),)
    )
    assert read(text, statements=(statement,)).pronouns("Petr Vlk") == ["He", "I"]


def test_a_speaker_may_speak_of_whom_he_speaks_to(read: Any) -> None:
    text = "Jan Mroz met Petr Vlk. “I told President Vlk this morning that he was right.”"
    start = text.index("I told")
    content = (Span(start, len(text) - 1),)
    statement = Statement(id="s1", form="direct", content=content, speaker="a1", addressee="a2")
    assert read(text, statements=(statement,)).pronouns("Petr Vlk") == ["he"]


def test_nobody_asks_himself(read: Any) -> None:
    met = read("Sofia Brandt wrote often. Brandt asked her to call Peter Holm.")
    assert met.pronouns("Sofia Brandt") == []


def test_a_pronoun_right_behind_a_name_is_of_whom_it_names(read: Any) -> None:
    met = read("Anton Belik met Peter Holm and his deputy, Jan Vlk, in town.")
    assert met.pronouns("Peter Holm") == ["his"]


def test_a_subject_without_a_name_may_go_on(read: Any) -> None:
    met = read("A neighbour met with Peter Holm. He has met with Anton Belik since.")
    assert met.pronouns("Peter Holm") == []


def test_an_answer_takes_up_whom_the_question_is_about(read: Any) -> None:
    answer = "He promised to wait. That was all."
    text = f"Carl Moe was there. Did President Peter Holm promise anything?\n{answer}"
    met = read(text, statements=(said(text, answer, "a1"),))
    assert met.pronouns("Peter Holm") == ["He"]


def test_two_in_the_question_leave_the_answer_open(read: Any) -> None:
    answer = "He promised to wait. That was all."
    text = f"Did President Peter Holm promise Minister Carl Moe anything?\n{answer}"
    met = read(text, statements=(said(text, answer, "nobody"),))
    assert [p.word for p in met.cast.pending] == ["he"]


def test_a_subject_of_known_gender_outweighs_the_fame_of_a_stranger(read: Any) -> None:
    told = "Relk spoke. Relk left. Relk ate. Relk slept. "
    met = read(f"Prime Minister Vardo Relk came. {told}Sofia Brandt called Relk, her office said.")
    assert met.pronouns("Sofia Brandt") == ["her"]
    assert met.pronouns("Vardo Relk") == []


def test_a_pronoun_that_a_verb_is_joined_to_is_one(read: Any) -> None:
    met = read("Ann Lee came to Varn. She’ll stay, and she’d like to sing.")
    assert met.pronouns("Ann Lee") == ["She", "she"]


def test_whoever_is_named_in_a_quotation_does_not_say_it(read: Any) -> None:
    text = "Bo Roe rose. Ann Lee came. Bo Roe sang. “I fear Bo Roe. Bo Roe will go,” he said."
    source = (Span(text.rindex("he"), text.rindex("he") + 2),)
    quoted = said(text, "I fear Bo Roe. Bo Roe will go,", None, source=source)
    assert "he" not in read(text, statements=(quoted,)).pronouns("Bo Roe")
    assert "he" in read(text).pronouns("Bo Roe")
