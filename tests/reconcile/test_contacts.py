from __future__ import annotations

from msgspec.structs import replace
from tests.reconcile.making import MIRA, contact

from communique.model import Label, Place, Report, Span, When, body_id
from communique.model.comparison import ContactAccounts, Slot
from communique.model.rows import ContactRow
from communique.reconcile.accounts.contacts import Told, compared

FIRST = "The call lasted 40 minutes and dealt with the grain quotas of both countries this year."
SECOND = "In Varn they say that the call took an hour."


def told(row: ContactRow, text: str, **slots: str) -> Told:
    body = body_id(text)
    report = Report(id=body, publication=row.report.id, text=text, published=row.report.published)
    return Told(row=row, report=replace(report, **slots))


def side_by_side(*accounts: tuple[ContactRow, str]) -> ContactAccounts:
    return compared([told(row, text) for row, text in accounts])


def slot(found: ContactAccounts, name: str) -> Slot:
    return next(slot for slot in found.slots if slot.name == name)


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

    def test_one_that_names_more_topics_does_not_contradict(self) -> None:
        label = Label(label="grain quotas", evidence=(Span(40, 52),))
        more = Label(label="ferries", evidence=(Span(10, 16),))
        found = side_by_side(
            (contact(1, topics=(label,)), FIRST), (contact(2, topics=(label, more)), SECOND)
        )
        assert slot(found, "topics").verdict == "agree"
        assert slot(found, "topics").difference == "more"
        found = side_by_side(
            (contact(1, topics=(label,)), FIRST), (contact(2, topics=(more,)), SECOND)
        )
        assert slot(found, "topics").verdict == "differ"

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
        accounts = [told(contact(n), FIRST) for n in (1, 2)]
        assert compared(accounts, ["c-01 is c-02: same people"]).why == (
            "c-01 is c-02: same people",
        )


class TestSources:
    def test_copies_are_counted_once_and_the_credit_outranks_the_date(self) -> None:
        text = f"{FIRST} {SECOND}"
        early = told(contact(1, published="2031-05-17"), text, publisher="Sudmark Wire")
        late = told(contact(2, published="2031-05-18"), text, publisher="Norland Chancellery")
        own = told(
            contact(3, published="2031-05-18"), "They spoke by telephone.", publisher="Kurier"
        )
        found = compared([early, late, own])
        assert [(c.contact, c.origin) for c in found.copied] == [("c-02", "c-01")]
        assert found.sources == 2
        crediting = told(
            early.row, f"{text} Source: Norland Chancellery.", publisher="Sudmark Wire"
        )
        found = compared([crediting, late, own])
        assert [(c.contact, c.origin) for c in found.copied] == [("c-01", "c-02")]
        assert "source Norland Chancellery" in found.copied[0].why

    def test_a_copy_with_a_word_edited_is_no_source_of_its_own(self) -> None:
        text = f"{FIRST} The presidents promised to write to each other before the end of June."
        edited = text.replace("both countries", "the two")
        whole = (Span(0, len(FIRST) - 20),)
        first = told(contact(1, published="2031-05-17", evidence=whole), text, publisher="Wire")
        later = told(contact(2, published="2031-05-18", evidence=whole), edited, publisher="Bote")
        found = compared([first, later])
        assert found.copied == ()
        assert found.sources == 1

    def test_reports_of_one_publisher_are_one_source_though_not_copies(self) -> None:
        both = [
            told(contact(1), FIRST, publisher="The Kurier"),
            told(contact(2), SECOND, publisher="Kurier"),
        ]
        found = compared(both)
        assert found.copied == ()
        assert found.sources == 1
        assert slot(found, "kind").sources == 1
        assert compared([both[0], told(contact(2), SECOND, publisher="Bote")]).sources == 2

    def test_where_nothing_tells_the_first_listed_is_taken_and_it_says_so(self) -> None:
        pair = [told(contact(n, published=None), FIRST) for n in (1, 2)]
        found = compared(pair)
        assert found.copied[0].contact == "c-02"
        assert "neither dates nor credits" in found.copied[0].why

    def test_a_report_that_tells_of_it_twice_is_no_copy_of_itself(self) -> None:
        first, again = told(contact(1), FIRST), told(contact(2), FIRST)
        again = replace(again, report=first.report)
        found = compared([first, again])
        assert found.copied == ()
        assert found.sources == 1

    def test_a_copy_that_changed_the_number_says_it_itself(self) -> None:
        first = f"{FIRST} The presidents promised to write to each other before the end of June."
        second = first.replace("40 minutes", "20 minutes")

        def lasting(number: int, text: str, minutes: int) -> Told[ContactRow]:
            at = text.index(f"{minutes} minutes")
            when = When(
                raw=f"{minutes} minutes",
                type="duration",
                value=f"PT{minutes}M",
                evidence=(Span(at, at + 10),),
            )
            day = f"2031-05-1{number}"
            end = (Span(text.index("June"), text.index("June") + 4),)
            return told(contact(number, duration=when, published=day, evidence=end), text)

        found = compared([lasting(1, first, 40), lasting(2, second, 20)])
        assert slot(found, "duration").verdict == "differ"
        assert slot(found, "kind").verdict == "single"
