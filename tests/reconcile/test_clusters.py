from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from communique.model.judgement import Judgement, Verdict, judgement_id, pair
from communique.reconcile.clusters import Clusters


def judge(
    verdict: Verdict,
    one: str,
    other: str,
    *,
    person: bool = False,
    score: float | None = None,
    at: str = "2031-05-01T00:00:00Z",
) -> Judgement:
    items = pair(one, other)
    by = "ines" if person else "communique"
    return Judgement(
        id=judgement_id(verdict, items, by, at),
        verdict=verdict,
        items=items,
        by=by,
        person=person,
        made_at=at,
        score=score,
    )


def test_same_is_transitive() -> None:
    clusters = Clusters([judge("same", "c-1", "c-2"), judge("same", "c-3", "c-2")])
    assert clusters.of("c-1") == ("c-1", "c-2", "c-3")
    assert clusters.of("c-9") == ("c-9",)
    assert clusters.all() == (("c-1", "c-2", "c-3"),)


def test_a_person_outranks_the_program() -> None:
    program = [judge("same", "c-1", "c-2", score=0.99), judge("different", "c-1", "c-3")]
    person = [
        judge("different", "c-1", "c-2", person=True),
        judge("same", "c-1", "c-3", person=True),
    ]
    assert Clusters([*program, *person]).all() == (("c-1", "c-3"),)


def test_different_holds_across_everything_that_would_join_them() -> None:
    chain = [judge("same", "c-1", "c-2", score=0.9), judge("same", "c-2", "c-3", score=0.8)]
    clusters = Clusters([*chain, judge("different", "c-1", "c-3", person=True)])
    assert clusters.of("c-1") == ("c-1", "c-2")
    assert [j.items for j in clusters.refused] == [("c-2", "c-3")]
    assert clusters.apart("c-2", "c-3")


def test_a_retracted_judgement_does_not_count() -> None:
    gone = replace(judge("same", "c-1", "c-2"), retracted_at="2031-05-02", retracted_by="ines")
    assert Clusters([gone]).all() == ()


def test_of_two_judgements_of_one_judge_the_later_holds() -> None:
    early = judge("same", "c-1", "c-2", person=True, at="2031-05-01T00:00:00Z")
    late = judge("different", "c-1", "c-2", person=True, at="2031-05-02T00:00:00Z")
    assert Clusters([late, early]).all() == ()


JUDGEMENTS = st.lists(
    st.builds(
        judge,
        st.sampled_from(["same", "different"]),
        st.sampled_from("abcd"),
        st.sampled_from("efgh"),
        person=st.booleans(),
        score=st.sampled_from([0.5, 0.7, 0.9]),
    ),
    max_size=12,
)


@given(JUDGEMENTS, st.randoms(use_true_random=False))
def test_the_order_of_judging_does_not_matter(made: list[Judgement], rng: random.Random) -> None:
    shuffled = made[:]
    rng.shuffle(shuffled)
    assert Clusters(made).all() == Clusters(shuffled).all()


@given(JUDGEMENTS)
def test_what_a_person_keeps_apart_is_never_joined(made: list[Judgement]) -> None:
    clusters = Clusters(made)
    same = {j.items for j in made if j.person and j.verdict == "same"}
    for judgement in made:
        if judgement.person and judgement.verdict == "different" and judgement.items not in same:
            one, other = judgement.items
            assert other not in clusters.of(one)
