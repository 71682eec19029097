"""Which contact is part of a greater one: told so, or inferred."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA, actor, contact

from communique.model import Place, Span, When
from communique.model.matching import Opinion
from communique.model.rows import ContactRow, ParticipantRow, Passage
from communique.reconcile.contacts.parts import Told, part_of
from communique.reconcile.contacts.told_parts import told_parts

NORLAND, SUDMARK = actor("Norland", "state"), actor("Sudmark", "state")


def at(name: str) -> Place:
    return Place(raw=name, name=name, evidence=(Span(0, 4),))


def journey(number: int, **slots: object) -> ContactRow:
    """Return the visit of Mira Oduvan to Sudmark."""
    row = contact(number, kind="visit", words="visit", **slots)
    who = (
        ParticipantRow(actor=MIRA, represents=NORLAND, role="guest"),
        ParticipantRow(actor=SUDMARK, role="host"),
    )
    return replace(row, participants=who)


def meeting(number: int, **slots: object) -> ContactRow:
    """Return a meeting of Mira Oduvan with Tomas Helk for Sudmark."""
    who = (ParticipantRow(actor=MIRA), ParticipantRow(actor=HELK, represents=SUDMARK))
    return replace(contact(number), participants=who, kind="meeting", words="met", **slots)


def judged(one: ContactRow, other: ContactRow, told: str = "They met.") -> Opinion | None:
    passage = Passage(slot="sentence", text=told, start=0)
    found = part_of(one, other, Told(lambda _: [passage]))
    assert found == part_of(other, one, Told(lambda _: [passage])), "the order matters"
    return found


class TestTold:
    def told(self, words: str, **slots: object) -> Opinion | None:
        """Judge "met Helk", without a day, and the visit, both told in these words."""
        start = words.index("met Helk")
        part = meeting(1, evidence=(Span(start, start + 8),), date=None, **slots)
        where = words.index("visit")
        whole = journey(2, day=None)
        whole = replace(whole, report=part.report, evidence=(Span(where, where + 5),))
        return judged(part, whole, words)

    @pytest.mark.parametrize(
        "words",
        [
            "During her visit to Sudmark, Oduvan met Helk.",
            "Oduvan met Helk on the last day of her visit to Sudmark.",
            "On the sidelines of her visit Oduvan met Helk, who was late.",
            "As part of the state visit, Oduvan met Helk at the harbour.",
        ],
    )
    def test_the_words_say_so(self, words: str) -> None:
        found = self.told(words)
        assert found is not None
        assert (found.verdict, found.basis, found.items) == ("part", "told", ("c-01", "c-02"))
        assert "visit" in found.why

    @pytest.mark.parametrize(
        "words",
        [
            "Before her visit to Sudmark, Oduvan met Helk.",
            "Oduvan met Helk to prepare for her visit to Sudmark.",
            "After the visit Oduvan met Helk again.",
        ],
    )
    def test_before_and_after_is_no_part(self, words: str) -> None:
        assert self.told(words) is None

    def test_of_another_contact_than_is_named(self) -> None:
        words = "During the negotiations Oduvan met Helk, after his visit."
        assert self.told(words) is None

    def test_what_did_not_come_about_has_no_parts(self) -> None:
        words = "During her visit to Sudmark, Oduvan met Helk."
        assert self.told(words, status="hypothetical") is None


class TestNames:
    def names(self, text: str) -> list[tuple[str, str | None]]:
        row = meeting(1, evidence=(Span(text.index("met"), text.index("met") + 3),))
        found = told_parts(row, Passage(slot="sentence", text=text, start=0))
        assert all(each.whole.of(text) == each.name for each in found)
        return [(each.name, each.kind) for each in found]

    def test_the_name_of_what_it_was_part_of(self) -> None:
        text = "They met on the margins of the Harbour Summit in Varn, and agreed."
        assert self.names(text) == [("the Harbour Summit in Varn", "summit")]
        assert self.names("They met during the talks on grain.") == [("the talks", "talks")]

    def test_what_is_called_like_no_contact(self) -> None:
        assert self.names("They met on the sidelines of H20.") == [("H20", None)]
        assert self.names("They met during the night.") == []

    def test_other_languages(self) -> None:
        assert self.names("Sie met am Rande des Gipfels.") == [("des Gipfels", None)]
        assert self.names("Они met на полях саммита.") == [("саммита", None)]


class TestInferred:
    def test_met_who_acts_for_the_state_visited(self) -> None:
        found = judged(meeting(1), journey(2))
        assert found is not None
        assert (found.verdict, found.basis, found.items) == ("part", "inferred", ("c-01", "c-02"))

    def test_met_somebody_there(self) -> None:
        there = replace(contact(1, MIRA, LUND, kind="meeting"), place=at("Sudmark"))
        assert judged(there, journey(2)) is not None
        assert judged(replace(there, place=at("Varn, Sudmark")), journey(2)) is not None
        assert judged(replace(there, place=at("Paris")), journey(2)) is None
        assert judged(replace(there, place=None), journey(2)) is None

    @pytest.mark.parametrize(
        ("day", "is_part"),
        [("2031-05-16", False), ("2031-05-18", True), ("2031-05-21", True), ("2031-05-22", False)],
    )
    def test_days_of_the_visit(self, day: str, is_part: bool) -> None:
        found = judged(replace(meeting(1), date=contact(1, day=day).date), journey(2))
        assert (found is not None) == is_part

    def test_not_somewhere_else(self) -> None:
        assert judged(meeting(1, place=at("Paris")), journey(2)) is None

    def test_not_by_telephone(self) -> None:
        assert judged(replace(meeting(1), kind="call"), journey(2)) is None
        assert judged(replace(meeting(1), words="met by video"), journey(2)) is None

    def test_not_without_a_day(self) -> None:
        assert judged(replace(meeting(1), date=None), journey(2)) is None

    def test_not_what_others_did(self) -> None:
        assert judged(contact(1, LUND, HELK, kind="meeting"), journey(2)) is None

    def test_the_visit_to_somebody_is_the_meeting_with_him(self) -> None:
        visit = replace(meeting(2), kind="visit")
        assert judged(meeting(1), visit) is None

    def test_two_beside_a_summit_of_three(self) -> None:
        summit = contact(2, MIRA, HELK, LUND, kind="summit")
        assert judged(contact(1, MIRA, HELK, kind="meeting"), summit) is not None
        assert judged(contact(1, MIRA, actor("Arno Beck"), kind="meeting"), summit) is None
        assert judged(contact(1, MIRA, HELK, kind="meeting"), contact(2, kind="summit")) is None

    def test_a_sitting_of_talks(self) -> None:
        days = ("2031-05-16", "2031-05-18")
        when = When(raw="16 to 18 May", value=days[0], interval=days)
        talks = replace(contact(2, kind="talks"), date=when)
        first = contact(1, kind="talks", day="2031-05-17", words="the second round of talks")
        assert judged(first, talks) is not None
        assert judged(replace(first, words="talks"), talks) is None
