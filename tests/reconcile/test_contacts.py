from __future__ import annotations

from tests.reconcile.making import MIRA, contact

from communique.model import Label, Place, Span, When
from communique.model.comparison import ContactAccounts
from communique.model.rows import ContactRow
from communique.reconcile.contacts import Told, compared

FIRST = "The call lasted 40 minutes and dealt with the grain quotas of both countries this year."
SECOND = "In Varn they say that the call took an hour."


def side_by_side(*accounts: tuple[ContactRow, str]) -> ContactAccounts:
    return compared([Told(row=row, text=text) for row, text in accounts])


def verdicts(found: ContactAccounts) -> dict[str, str]:
    return {slot.name: slot.verdict for slot in found.slots}


class TestComparing:
    def test_slot_by_slot(self) -> None:
        one = contact(
            1,
            duration=When(raw="40 minutes", type="duration", value="PT40M"),
            place=Place(raw="Varn", name="Varn", evidence=()),
            initiator=MIRA,
        )
        other = contact(
            2,
            duration=When(raw="an hour", type="duration", value="PT1H"),
            initiator=MIRA,
        )
        found = side_by_side((one, FIRST), (other, SECOND))
        assert found.id == "c-01"
        said = verdicts(found)
        assert said["duration"] == "differ"
        assert said["place"] == "single"
        assert said["initiator"] == said["kind"] == said["date"] == said["participants"] == "agree"
        assert said["channel"] == said["topics"] == "silent"
        duration = next(slot for slot in found.slots if slot.name == "duration")
        assert [value.raw for value in duration.values] == ["40 minutes", "an hour"]
        place = next(slot for slot in found.slots if slot.name == "place")
        assert [value.value for value in place.values] == ["Varn", None]

    def test_a_date_less_precise_agrees(self) -> None:
        other = contact(2, date=When(raw="", value="x", interval=("2031-05-15", "2031-05-17")))
        assert verdicts(side_by_side((contact(1), FIRST), (other, SECOND)))["date"] == "agree"

    def test_topics_differ_when_one_names_more(self) -> None:
        label = Label(label="grain quotas", evidence=(Span(40, 52),))
        more = Label(label="ferries", evidence=(Span(10, 16),))
        found = side_by_side(
            (contact(1, topics=(label,)), FIRST), (contact(2, topics=(label, more)), SECOND)
        )
        assert verdicts(found)["topics"] == "differ"

    def test_a_copy_is_no_voice_of_its_own(self) -> None:
        duration = When(raw="40 minutes", type="duration", value="PT40M")
        found = side_by_side(
            (contact(1, duration=duration), FIRST), (contact(2, duration=duration), FIRST)
        )
        slot = next(slot for slot in found.slots if slot.name == "duration")
        assert slot.verdict == "single"
        assert [value.copied_from for value in slot.values] == [None, "c-01"]

    def test_a_copied_passage_is_told_from_words_of_ones_own(self) -> None:
        copied = (
            "Both presidents went through the list of open questions one after the other and"
            " charged their ministers with drawing up a timetable before the end of the month."
        )
        own = "The head of the chancellery had asked for the call on Monday morning already."
        first, second = f"{copied} {FIRST}", f"{own}\n{copied}"

        def spot(text: str, words: str) -> tuple[Span, ...]:
            return (Span(text.index(words), text.index(words) + len(words)),)

        one = contact(
            1, topics=(Label(label="open questions", evidence=spot(first, "open questions")),)
        )
        other = contact(
            2,
            topics=(Label(label="open questions", evidence=spot(second, "open questions")),),
            evidence=spot(second, "call"),
        )
        found = side_by_side((one, first), (other, second))
        by_name = {slot.name: slot for slot in found.slots}
        assert [v.copied_from for v in by_name["topics"].values] == [None, "c-01"]
        assert by_name["topics"].verdict == "single"
        assert by_name["kind"].values[1].copied_from is None
        assert by_name["kind"].verdict == "agree"

    def test_it_says_why(self) -> None:
        told = [Told(row=contact(n), text=FIRST) for n in (1, 2)]
        assert compared(told, ["c-01 is c-02: same people"]).why == ("c-01 is c-02: same people",)
