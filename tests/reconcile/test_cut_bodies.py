"""Bodies named by what stands on one side of the "and" of their name."""

from __future__ import annotations

import pytest
from tests.reconcile.test_tied_bodies import body

from communique.model.matching import KnownActor
from communique.reconcile.actors import actors
from communique.reconcile.actors.cut_bodies import cut, ends


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Rivers Commission", "Salt and Rivers Commission"),
        ("Rivers Commission", "Norland Salt & Rivers Commission"),
        ("Partnership for Salt Roads", "Partnership for Salt Roads and Ferries"),
    ],
)
def test_a_name_cut_at_its_and(short: str, full: str) -> None:
    found = cut(body(short), [body(full)])
    assert found is not None
    assert set(found.items) == {f"a-{short}", f"a-{full}"}
    assert actors.keys(body(short)) & actors.looked_up(body(full)), "they find each other"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Rivers Committee", "Salt and Rivers Committee"),
        ("Rivers Bureau", "Salt Ministry and Rivers Bureau"),
        ("River Ferry Corps", "Salt Ministry and River Ferry Corps"),
        ("Rivers Act", "Salt and Rivers Act"),
        ("Salt Agency", "Salt Agency and Ferries"),
        ("Special Operation", "Salt and Special Operations"),
        ("Lake Commission", "Salt and Rivers Commission"),
    ],
)
def test_what_may_be_a_body_of_its_own(short: str, full: str) -> None:
    assert cut(body(short), [body(full)]) is None


def test_not_where_it_is_known_better_or_may_be_of_two() -> None:
    full, other = body("Salt and Rivers Commission", 4), body("Lakes and Rivers Commission")
    assert cut(body("Rivers Commission", 8), [full]) is None
    assert cut(body("Rivers Commission"), [full, other]) is None
    assert cut(KnownActor(id="p", kind="person", name="Rivers", reports=1), [full]) is None
    assert not ends("Rivers Commission")
