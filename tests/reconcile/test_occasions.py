from __future__ import annotations

import random
from itertools import combinations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA, actor, contact

from communique.model import Label, Place, Span, When
from communique.model.judgement import Judgement
from communique.model.matching import Opinion
from communique.model.rows import ContactRow, ParticipantRow
from communique.reconcile.clusters import Clusters
from communique.reconcile.contacts.circumstances import is_of_another
from communique.reconcile.contacts.occasions import compared
from communique.reconcile.contacts.parties import principals
from communique.reconcile.contacts.windows import window

NORLAND, SUDMARK = actor("Norland", "state"), actor("Sudmark", "state")
WORDS = "talked by telephone about grain quotas and the harvest at the river crossings"


def verdict(one: ContactRow, other: ContactRow) -> str | None:
    found, again = compared(one, other), compared(other, one)
    assert found == again
    return found.verdict if found else None


def clusters(rows: list[ContactRow]) -> tuple[tuple[str, ...], ...]:
    return Clusters(
        as_judgement(o) for a, b in combinations(rows, 2) if (o := compared(a, b))
    ).all()


def as_judgement(opinion: Opinion) -> Judgement:
    return Judgement(
        id="-".join(opinion.items),
        verdict=opinion.verdict,
        items=opinion.items,
        by="communique",
        person=False,
        made_at="2031-06-01",
        score=opinion.score,
        why=opinion.why,
    )


class TestOneContact:
    def test_same_people_kind_and_day(self) -> None:
        found = compared(contact(1), contact(2))
        assert found is not None
        assert found.verdict == "same"
        assert "the same people (Mira Oduvan, Tomas Helk)" in found.why
        assert "dated 2031-05-17" in found.why

    def test_kinds_that_go_together(self) -> None:
        assert verdict(contact(1, kind="talks"), contact(2, kind="meeting")) == "same"
        assert verdict(contact(1), contact(2, kind="letter")) is None

    def test_an_undated_main_contact_is_as_fresh_as_its_report(self) -> None:
        fresh = contact(2, day=None, published="2031-05-18T09:00:00Z", main=True)
        assert window(fresh).certainty == "fresh"
        assert verdict(contact(1), fresh) == "same"
        assert verdict(contact(1), replace(contact(3, day=None), main=True)) == "same"

    def test_a_state_may_stand_for_who_represents_it(self) -> None:
        delegates = (
            ParticipantRow(actor=MIRA, represents=NORLAND),
            ParticipantRow(actor=HELK, represents=SUDMARK),
        )
        persons = replace(contact(1), participants=delegates)
        assert verdict(persons, contact(2, NORLAND, SUDMARK)) == "same"
        others = replace(persons, id="c-09", report=contact(9).report)
        pia = (ParticipantRow(actor=LUND, represents=NORLAND), delegates[1])
        assert verdict(persons, replace(others, participants=pia)) is None

    def test_a_vague_date_needs_more(self) -> None:
        vague = contact(2, day="2031-05", published="2031-06-02")
        assert verdict(contact(1), vague) is None
        topic = Label(label="grain quotas", evidence=())
        assert verdict(contact(1, topics=(topic,)), replace(vague, topics=(topic,))) == "same"

    def test_no_date_at_all_needs_words(self) -> None:
        undated = contact(2, day=None, published=None)
        assert verdict(contact(1), undated) is None
        assert verdict(contact(1, words=WORDS), replace(undated, words=WORDS)) == "same"

    def test_no_date_but_the_same_company(self) -> None:
        undated = contact(2, day=None, published=None)
        company = {"r-1": frozenset({"Mira Oduvan", "Lars Brenn", "Edda Koll"})}
        company["r-2"] = frozenset({"Tomas Helk", "Brenn", "E. Koll"})
        found = compared(contact(1), undated, company.__getitem__)
        assert found is not None
        assert found.why.endswith("both reports also name Brenn, Koll")
        assert compared(contact(1), undated, lambda _: frozenset({"Tomas Helk"})) is None
        assert compared(contact(1), contact(2, day="2031-05"), company.__getitem__) is None

    def test_a_day_without_its_year_is_of_the_reports_year(self) -> None:
        assert verdict(contact(1), contact(2, day="XXXX-05-17")) == "same"
        assert verdict(contact(1), contact(2, day="XXXX-05-20")) == "different"
        assert verdict(contact(1), contact(2, day="XXXX-05-17", published=None)) == "same"
        undated = contact(3, day="XXXX-05-17", published=None, words=WORDS)
        assert verdict(contact(1, words=WORDS), undated) == "same"
        assert (
            verdict(contact(1), replace(undated, date=When(raw="", value="XXXX-07-01"))) != "same"
        )

    def test_what_was_planned_may_have_been_held(self) -> None:
        place = Place(raw="Varn", name="Varn", evidence=())
        planned = contact(1, status="planned", day=None, published="2031-05-10", place=place)
        held = contact(2, place=place)
        assert verdict(planned, held) == "same"
        assert verdict(replace(planned, place=None), held) is None

    def test_a_day_apart_needs_main_contacts_and_more(self) -> None:
        first = contact(1, main=True, words=WORDS)
        second = contact(2, day="2031-05-18", main=True, words=WORDS)
        topic = (Label(label="grain quotas", evidence=()),)
        place = Place(raw="Varn", name="Varn", evidence=())
        alike = [replace(row, topics=topic, place=place) for row in (first, second)]
        assert verdict(*alike) == "same"
        assert verdict(first, replace(second, main=False)) == "different"
        assert verdict(first, replace(second, words="call")) is None

    def test_a_day_taken_from_the_publication_may_be_the_day_before(self) -> None:
        about = When(raw="", value="2031-05-18~", basis="from-publication", anchor="2031-05-18")
        fresh = contact(2, day=None, date=about, main=True)
        found = compared(contact(1), fresh)
        assert found is not None
        assert found.verdict == "same"
        later = contact(1, day="2031-05-20", published="2031-05-21")
        assert (apart := compared(later, fresh)) is None or apart.verdict == "different"

    def test_who_stands_aside_in_one_account_is_named_beside_the_other(self) -> None:
        company = {
            "r-1": frozenset({"Lars Brenn", "Pia Lund"}),
            "r-2": frozenset({"Brenn", "Lund"}),
        }
        helper = ParticipantRow(actor=LUND, role="interpreter")
        undated = contact(2, day=None, published=None)
        helped = contact(1, participants=(*contact(1).participants, helper))
        found = compared(helped, undated, company.__getitem__)
        assert found is not None
        assert "Brenn, Lund" in found.why

    def test_of_an_invitation_and_what_came_about_a_plan_means_the_latter(self) -> None:
        plan = contact(1, status="planned")
        held, invited = contact(2, status="held"), contact(3, status="invited")
        one, other = compared(plan, held), compared(plan, invited)
        assert one is not None
        assert other is None or other.score < one.score

    def test_who_else_is_named_tells_nothing_where_one_names_only_a_state(self) -> None:
        company = {f"r-{n}": frozenset({"Lars Brenn", "Edda Koll"}) for n in (1, 2)}
        told = ParticipantRow(actor=HELK, represents=actor("Kestria", "state"))
        full = contact(1, participants=(contact(1).participants[0], told))
        bare = ParticipantRow(actor=actor("Kestria", "state"))
        undated = contact(2, day=None, published=None, participants=(full.participants[0], bare))
        assert compared(full, undated, company.__getitem__) is None

    def test_a_day_that_is_only_inferred_may_be_off_by_one(self) -> None:
        company = {"r-1": frozenset({"Lars Brenn", "Edda Koll"}), "r-2": frozenset({"Brenn"})}
        fresh = contact(2, day=None, published="2031-05-18", main=True)
        late = contact(1, day="2031-05-19", published="2031-05-20")
        assert compared(late, fresh, company.__getitem__) is None
        company["r-2"] = frozenset({"L. Brenn", "Edda Koll"})
        found = compared(late, fresh, company.__getitem__)
        assert found is not None
        assert found.verdict == "same"
        assert "one is taken from the publication" in found.why
        assert verdict(replace(late, words=WORDS), replace(fresh, words=WORDS)) == "same"
        assert verdict(contact(1, day="2031-05-20"), fresh) is None
        assert verdict(contact(1, day="2031-05-22"), fresh) == "different"

    @pytest.mark.parametrize(
        ("published", "expected"),
        [("2031-05-18", "same"), ("2031-05-16", "same"), ("2031-05-25", "different")],
    )
    def test_a_day_without_any_year_against_a_fresh_report(
        self, published: str, expected: str
    ) -> None:
        yearless = contact(1, day="XXXX-05-17", published=None, words=WORDS)
        fresh = contact(2, day=None, published=published, main=True, words=WORDS)
        assert verdict(yearless, fresh) == expected

    def test_years_without_a_leap_day(self) -> None:
        leap = contact(1, day="XXXX-02-29", published=None, words=WORDS)
        for published in ("2030-03-01", "2031-03-01"):
            fresh = contact(2, day=None, published=published, main=True, words=WORDS)
            assert verdict(leap, fresh) == "different"
        assert verdict(leap, replace(fresh, report=contact(3, published="2032-03-01").report))
        again = contact(3, day="XXXX-02-29", published=None, words=WORDS)
        assert verdict(leap, again) == "same"


class TestOtherContacts:
    def test_the_next_day(self) -> None:
        assert verdict(contact(1), contact(2, day="2031-05-18")) == "different"

    def test_years_apart_is_not_worth_a_word(self) -> None:
        assert verdict(contact(1), contact(2, day="2028-05-17")) is None

    def test_other_people(self) -> None:
        assert verdict(contact(1), contact(2, MIRA, LUND)) is None

    def test_a_meeting_that_tells_of_an_earlier_call(self) -> None:
        meeting = contact(2, kind="meeting", words=WORDS)
        assert verdict(contact(1, words=WORDS), meeting) is None

    def test_planned_and_another_one_held(self) -> None:
        planned = contact(1, status="planned", day="2031-05-30")
        assert verdict(planned, contact(2)) == "different"

    def test_two_of_one_report(self) -> None:
        one = contact(1)
        for slots in (
            {"day": "2031-05-18"},
            {"day": "2030"},
            {"day": None, "words": "another call"},
        ):
            assert verdict(one, replace(contact(2, **slots), report=one.report)) == "different"  # type: ignore[arg-type]

    def test_one_that_a_report_tells_of_twice(self) -> None:
        one = contact(1)
        for slots in ({}, {"day": None, "main": False}, {"kind": "talks"}):
            assert verdict(one, replace(contact(2, **slots), report=one.report)) is None  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "slots", [{"status": "hypothetical"}, {"status": "declined"}, {"series": 5}]
    )
    def test_what_did_not_come_about_or_was_many(self, slots: dict[str, object]) -> None:
        assert verdict(contact(1), contact(2, **slots)) is None

    def test_a_journey_to_a_state_and_a_meeting_on_it(self) -> None:
        journey = contact(1, MIRA, NORLAND, kind="visit")
        host = (ParticipantRow(actor=MIRA), ParticipantRow(actor=HELK, represents=NORLAND))
        meeting = replace(contact(2, kind="meeting"), participants=host)
        assert verdict(journey, meeting) is None
        assert verdict(journey, replace(journey, id="c-03", report=contact(3).report)) == "same"
        assert verdict(replace(meeting, kind="visit"), contact(3, kind="meeting")) == "same"

    def test_two_leaders_in_other_company(self) -> None:
        norland, sudmark, talland = (actor(n, "state") for n in ("Norland", "Sudmark", "Talland"))
        three = tuple(
            ParticipantRow(actor=person, represents=state)
            for person, state in ((MIRA, norland), (HELK, sudmark), (LUND, talland))
        )
        summit = replace(contact(1, kind="meeting"), participants=three)
        assert verdict(summit, contact(2, kind="meeting")) is None
        aide = replace(three[2], represents=norland)
        assert verdict(replace(summit, participants=(*three[:2], aide)), contact(2, kind="meeting"))

    def test_one_name_is_too_few(self) -> None:
        assert verdict(contact(1, MIRA), contact(2, MIRA)) is None


def test_those_who_stand_aside_do_not_count() -> None:
    envoy = ParticipantRow(actor=LUND, role="interpreter")
    more = replace(contact(2), participants=(*contact(2).participants, envoy))
    assert principals(more) == principals(contact(1))
    assert principals(contact(3, MIRA, HELK, NORLAND)) == principals(contact(1))


def test_no_chain_joins_what_must_stay_apart() -> None:
    early = contact(1, day="2031-05-14")
    late = contact(3, day="2031-05-17")
    between = contact(2, day=None, published="2031-05-16", main=True)
    assert clusters([early, between, late]) == (("c-01", "c-02"),)


def test_the_order_does_not_matter() -> None:
    rows = [contact(n, day=f"2031-05-{10 + n % 4}") for n in range(12)]
    rows += [contact(n, day=None, published=f"2031-05-{n}", main=True) for n in range(12, 18)]
    wanted = clusters(rows)
    assert len(wanted) >= 4
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert clusters(rows) == wanted


class TestTopicsAndProposals:
    def test_words_that_tell_topics_speak_for_one_contact(self) -> None:
        one, other = (
            contact(
                number,
                day=None,
                published=None,
                topics=tuple(Label(label=label, evidence=(Span(0, 4),)) for label in labels),
            )
            for number, labels in (
                (1, ["grain quotas of the next harvest", "bilateral relations"]),
                (2, ["the harvest and its grain", "issues of mutual interest"]),
            )
        )
        found = compared(one, other)
        assert found is not None
        assert "topics in common (grain, harvest)" in found.why

    def test_words_of_any_topic_and_names_of_the_parties_do_not(self) -> None:
        labels = ["bilateral relations and regional issues", "the Oduvan side"]
        one, other = (
            contact(
                n, day=None, published=None, topics=(Label(label=label, evidence=(Span(0, 4),)),)
            )
            for n, label in enumerate(labels, start=1)
        )
        assert compared(one, other) is None

    def test_an_invitation_is_no_meeting_for_its_words(self) -> None:
        held = contact(1, kind="meeting", words=f"met and {WORDS}", main=True, day="2031-06-10")
        plan = contact(2, kind="meeting", words=f"will meet, {WORDS}", status="planned", day=None)
        invited = replace(plan, status="invited")
        assert verdict(held, plan) == "same"
        assert verdict(held, invited) is None
        place = Place(raw="Sudmark", name="Sudmark", evidence=(Span(0, 4),))
        assert verdict(replace(held, place=place), replace(invited, place=place)) == "same"

    def test_a_party_more_needs_more_where_the_date_is_vague(self) -> None:
        two = contact(1, kind="meeting", words=WORDS, main=True)
        three = contact(2, MIRA, HELK, LUND, kind="meeting", words="talked by telephone", day=None)
        words = "grain quotas river, other matters told elsewhere so"
        said = replace(three, words=words, report=replace(three.report, published="2031-06-20"))
        assert verdict(two, replace(said, participants=said.participants[:2])) == "same"
        assert verdict(two, said) is None

    def test_what_is_told_soon_after_or_announced_for_soon_is_likely_it(self) -> None:
        held = contact(1, kind="meeting", main=True, words="met")
        for published, status, found in (
            ("2031-05-19", "held", "same"),
            ("2031-06-19", "held", None),
            ("2031-05-16", "held", None),
            ("2031-05-07", "planned", "same"),
            ("2031-03-25", "planned", None),
        ):
            told = contact(
                2, kind="meeting", day=None, published=published, status=status, words="meet"
            )
            assert verdict(held, told) == found, published
            talked = replace(told, kind="talks")
            assert verdict(held, talked) != "same"

    def test_talks_may_have_been_by_telephone(self) -> None:
        assert verdict(contact(1), contact(2, kind="talks")) == "same"
        assert verdict(contact(1), contact(2, kind="talks", day="2031-05-18")) == "different"
        assert verdict(contact(1), contact(2, kind="meeting")) is None

    def test_a_state_is_one_place_by_whatever_name(self) -> None:
        one, other = (
            contact(
                number,
                kind="visit",
                day=None,
                published=None,
                place=Place(raw=name, name=name, evidence=(Span(0, 4),)),
            )
            for number, name in ((1, "the Republic of Malta"), (2, "Malta"))
        )
        found = compared(one, other)
        assert found is not None
        assert "both in the republic of malta" in found.why

    def test_words_of_any_contact_tell_none(self) -> None:
        words = "the President spoke with the Prime Minister, and the leaders discussed"
        one, other = (contact(n, day=None, published=None, words=words) for n in (1, 2))
        assert compared(one, other) is None

    def test_a_partys_own_state_is_no_place_but_for_visits(self) -> None:
        malta = actor("Malta", "state")
        place = Place(raw="Malta", name="Malta", evidence=(Span(0, 4),))
        for kind, found in (("visit", "same"), ("meeting", None)):
            one, other = (
                contact(n, MIRA, malta, kind=kind, day=None, published=None, place=place)
                for n in (1, 2)
            )
            assert verdict(one, other) == found, kind


class TestWhoElseIsNamed:
    def row(self, number: int, *aides: ParticipantRow, **slots: object) -> ContactRow:
        who = (
            ParticipantRow(actor=MIRA, represents=NORLAND),
            ParticipantRow(actor=HELK, represents=SUDMARK),
        )
        return replace(contact(number), participants=(*who, *aides), **slots)

    def test_a_deputy_beside_the_leader_does_not_part_them(self) -> None:
        deputy = ParticipantRow(actor=LUND, represents=NORLAND)
        told, vague = self.row(1, deputy), self.row(2, date=None)
        found = compared(told, vague, None, [told, vague])
        assert found is not None
        assert found.verdict == "same"

    def test_a_leader_of_a_third_state_does(self) -> None:
        third = ParticipantRow(actor=LUND, represents=actor("Talland", "state"))
        told, vague = self.row(1, third), self.row(2, date=None)
        assert compared(told, vague, None, [told, vague]) is None
        assert compared(told, self.row(2), None, [told]) is None

    def test_members_of_a_body_that_is_named_do_not(self) -> None:
        council = ParticipantRow(actor=actor("Harbour Council", "organisation"))
        member = ParticipantRow(actor=LUND, represents=actor("Harbour Office", "organisation"))
        found = compared(self.row(1, council), self.row(2, member))
        assert found is not None
        assert found.verdict == "same"


def test_calls_with_one_after_the_other_are_not_the_call_with_one() -> None:
    one = contact(1)
    both = replace(contact(2, MIRA, HELK, LUND), words="her calls with Helk and Lund")
    assert verdict(one, both) is None
    # Nor is it told that "spoke with Helk and Lund" was with both at once.
    assert verdict(one, replace(both, words="spoke with Helk and Lund")) is None
    met, all_met = (replace(row, kind="meeting") for row in (one, both))
    assert verdict(met, replace(all_met, words="met Helk and Lund")) == "same"


def test_a_plan_and_what_is_told_as_held_in_one_report_may_be_one() -> None:
    plan = contact(1, status="planned")
    told = replace(contact(2, day=None, words="they have been talking"), report=plan.report)
    assert verdict(plan, told) is None
    assert verdict(plan, replace(told, words="spoke earlier")) == "different"
    assert verdict(replace(plan, status="proposed"), told) == "different"


def test_what_one_told_the_other_was_said_at_their_meeting_of_that_day() -> None:
    told = replace(contact(1, kind="other"), words="Oduvan told Helk")
    for kind in ("meeting", "call"):
        met = contact(2, kind=kind)
        assert verdict(told, met) == "same"
        assert verdict(replace(told, date=When(raw="May", value="2031-05")), met) is None
    assert verdict(told, contact(2, kind="letter")) is None


def test_calls_of_two_days_told_by_one_publisher_are_two() -> None:
    words = "Oduvan spoke with Helk today about the grain corridor"
    calls = [
        contact(number, day=day, published=day, main=True, words=words)
        for number, day in enumerate(("2031-05-17", "2031-05-18"), 1)
    ]
    titled = [replace(row, report=replace(row.report, label="Readout of a call")) for row in calls]
    assert verdict(*titled) is None  # of one desk or of two is not told
    assert verdict(*calls) == "same"
    by_one = [replace(row, report=replace(row.report, publisher="Kurier")) for row in calls]
    assert verdict(*by_one) == "different"
    other = replace(calls[1], report=replace(calls[1].report, publisher="Blatt"))
    assert verdict(by_one[0], other) == "same"


def test_earlier_this_week_is_a_date_and_earlier_is_another() -> None:
    plan = contact(1, day=None, status="planned")
    held = contact(2, day="2031-05-18", words="spoke … earlier this week", report=plan.report)
    assert verdict(plan, held) is None
    assert verdict(plan, replace(held, words="spoke earlier")) == "different"


def test_a_meeting_at_a_building_may_be_one_in_its_city() -> None:
    def score(*names: str) -> float:
        one, other = (
            contact(
                number, kind="meeting", place=Place(raw=name, name=name, evidence=(Span(0, 4),))
            )
            for number, name in enumerate(names)
        )
        found = compared(one, other)
        return found.score if found else 0.0

    assert score("White House", "Washington, D.C.") > score("White House", "Pentagon")


def test_what_is_called_to_mind_is_not_the_last_one_before_the_report() -> None:
    told = replace(contact(1), kind="meeting")
    said = replace(contact(2), kind="meeting", date=None)
    beside = (told, said)
    assert (found := compared(told, said, None, beside, lambda row: "They met Helk."))
    assert found.verdict == "same"
    for sentence in ("I remember how we met.", "We met in Azul a few weeks ago, in May."):
        assert compared(told, said, None, beside, lambda row, words=sentence: words) is None


def test_one_another_is_no_other_contact() -> None:
    assert is_of_another(contact(1, words="another call"))
    assert not is_of_another(contact(1, words="they spoke with one another, and each other"))
