from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from communique.model import Label, Place, Span, When
from communique.model.comparison import ContactAccounts
from communique.model.rows import ActorRef, ContactRow, ParticipantRow, ReportRef
from communique.reconcile.contacts import Told, compared, grouped, occasion, principals


def person(name: str) -> ActorRef:
    return ActorRef(id=f"a-{name.lower().replace(' ', '')}", name=name, kind="person")


MIRA, HELK, LUND = person("Mira Oduvan"), person("Tomas Helk"), person("Pia Lund")
NORLAND = ActorRef(id="a-norland", name="Norland", kind="state")


def contact(
    number: int,
    *actors: ActorRef,
    day: str | None = "2031-05-17",
    published: str | None = "2031-05-18",
    **slots: object,
) -> ContactRow:
    row = ContactRow(
        id=f"c-{number}",
        report=ReportRef(id=f"r-{number}", label=f"{number}.txt", published=published),
        kind="call",
        status="held",
        participants=tuple(ParticipantRow(actor=actor) for actor in actors or (MIRA, HELK)),
        date=When(raw=day, value=day) if day else None,
        evidence=(Span(0, 4),),
        words="call",
    )
    return replace(row, **slots)


def ids(groups: list[tuple[ContactRow, ...]]) -> list[list[str]]:
    return [[row.id for row in group] for group in groups]


class TestGrouping:
    def test_same_names_kind_and_day(self) -> None:
        surname_only = person("Oduvan")
        assert ids(grouped([contact(1), contact(2, surname_only, HELK)])) == [["c-1", "c-2"]]

    def test_the_day_after_is_another_contact(self) -> None:
        assert len(grouped([contact(1), contact(2, day="2031-05-18")])) == 2

    def test_main_contacts_may_be_dated_a_day_apart(self) -> None:
        first, second = contact(1, main=True), contact(2, day="2031-05-18", main=True)
        assert ids(grouped([first, second])) == [["c-1", "c-2"]]
        assert len(grouped([first, replace(second, main=False)])) == 2
        assert len(grouped([first, contact(3, day="2031-05-19", main=True)])) == 2

    def test_other_people_or_kinds_are_other_contacts(self) -> None:
        assert len(grouped([contact(1), contact(2, MIRA, LUND)])) == 2
        assert len(grouped([contact(1), contact(2, kind="letter")])) == 2
        assert len(grouped([contact(1, kind="talks"), contact(2, kind="meeting")])) == 1

    def test_contacts_of_one_report_are_apart(self) -> None:
        first = contact(1)
        assert len(grouped([first, replace(contact(2), report=first.report)])) == 2

    def test_an_undated_contact_is_as_fresh_as_its_report(self) -> None:
        fresh = contact(2, day=None, published="2031-05-18T09:00:00Z")
        stale = contact(3, day=None, published="2031-06-30")
        assert occasion(fresh) == ("2031-05-16", "2031-05-18")
        assert ids(grouped([contact(1), fresh, stale])) == [["c-1", "c-2"], ["c-3"]]

    @pytest.mark.parametrize("day", ["2031-05", "2031", "PAST_REF", "XXXX-05-17"])
    def test_a_vague_date_joins_nothing(self, day: str) -> None:
        assert len(grouped([contact(1), contact(2, day=day), contact(3, day=day)])) == 3

    @pytest.mark.parametrize(
        "slots", [{"status": "hypothetical"}, {"status": "declined"}, {"series": 5}]
    )
    def test_what_did_not_come_about_or_was_many_joins_nothing(self, slots: object) -> None:
        assert isinstance(slots, dict)
        assert len(grouped([contact(1), contact(2, **slots)])) == 2

    def test_those_who_stand_aside_do_not_tell_contacts_apart(self) -> None:
        envoy = ParticipantRow(actor=LUND, role="interpreter")
        more = replace(contact(2), participants=(*contact(2).participants, envoy))
        assert principals(more) == principals(contact(1))
        assert len(grouped([contact(1), more])) == 1
        with_state = contact(3, MIRA, HELK, NORLAND)
        assert principals(with_state) == principals(contact(1))

    def test_one_name_is_too_few(self) -> None:
        assert len(grouped([contact(1, MIRA), contact(2, MIRA)])) == 2

    def test_no_chain_joins_what_does_not_fit(self) -> None:
        early = contact(1, day="2031-05-14")
        late = contact(3, day="2031-05-17")
        between = contact(2, day=None, published="2031-05-16")
        groups = grouped([early, between, late])
        assert [set(group) for group in ids(groups)] == [{"c-1", "c-2"}, {"c-3"}]

    def test_the_order_does_not_matter(self) -> None:
        rows = [contact(n, day=f"2031-05-{10 + n % 4}") for n in range(12)]
        rows += [contact(n, day=None, published=f"2031-05-{n}") for n in range(12, 18)]
        wanted = grouped(rows)
        for seed in range(5):
            random.Random(seed).shuffle(rows)
            assert grouped(rows) == wanted


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
            initiator=person("Oduvan"),
        )
        found = side_by_side((one, FIRST), (other, SECOND))
        assert found.id == "c-1"
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
        assert [value.copied_from for value in slot.values] == [None, "c-1"]

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
        assert [v.copied_from for v in by_name["topics"].values] == [None, "c-1"]
        assert by_name["topics"].verdict == "single"
        assert by_name["kind"].values[1].copied_from is None
        assert by_name["kind"].verdict == "agree"

    def test_it_says_why(self) -> None:
        undated = contact(2, day=None)
        found = side_by_side((contact(1), FIRST), (undated, SECOND))
        assert len(found.why) == 1
        assert "same names (Mira Oduvan, Tomas Helk)" in found.why[0]
        assert "undated, published 2031-05-18" in found.why[0]
