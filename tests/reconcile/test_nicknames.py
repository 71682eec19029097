"""Names put together from parts of a full one, and lone names by titles that change."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.test_actors import known, verdict
from tests.reconcile.test_short_names import meant

from communique.reconcile.actors.actors import keys, looked_up
from communique.reconcile.actors.nicknames import blends

HEAD = ("President", "Norland", "2031-05")


def test_the_beginnings_of_the_parts_of_a_name_by_the_same_office() -> None:
    head = known("Jorko Wendara", HEAD)
    lone = known("Jorkowe", HEAD)
    assert meant(lone, head) == head.id
    assert looked_up(lone) & keys(head)
    assert looked_up(head) & keys(lone)
    assert meant(known("Jorkowe", ("President", "Sudmark", "2031-05")), head) is None
    assert meant(known("Jorkowe"), head) is None
    assert "mtlo" in blends(("mira", "tove", "lind", "oduvan"))
    assert not blends(("m", "oduvan"))


def test_titles_of_one_who_sits_in_a_parliament() -> None:
    senator = known("Tomas Helk", ("Senator", "", "2031-05"))
    for title in ("Ranking Member", "Majority Leader", "Chairman"):
        assert meant(known("Helk", (title, "", "2031-06")), senator) == senator.id
    assert meant(known("Helk", ("Congressman", "", "2031-06")), senator) is None
    assert meant(known("Helk", ("Bishop", "", "2031-06")), senator) is None
    other = known("Lena Helk", ("Senator", "", "2031-05"))
    assert meant(known("Helk", ("Ranking Member", "", "2031-06")), senator, other) is None
    lone = replace(known("Helk", ("Senator", "", "2031-05")), id="a-9")
    assert meant(known("Helk", ("Ranking Member", "", "2031-06")), lone) == lone.id


def test_the_only_bearer_by_a_title_by_which_all_know_whom_it_means() -> None:
    untitled = known("Leona Helkarin")
    assert meant(known("Helkarin", ("Prime Minister", "", "2031-05")), untitled) == untitled.id
    assert meant(known("Helkarin", ("Secretary", "", "2031-05")), untitled) == untitled.id
    assert meant(known("Helkarin", ("Judge", "", "2031-05")), untitled) is None
    another = known("Pia Helkarin", reports=2)
    lone = known("Helkarin", ("Prime Minister", "", "2031-05"))
    assert meant(lone, untitled, another) is None
    assert meant(known("Smith", ("Secretary", "", "2031-05")), known("Lena Smith")) is None


def test_that_both_are_former_says_nothing() -> None:
    wife = known("Pia Oduvan", ("former First Lady", "", "2031-05"))
    assert meant(known("Oduvan", ("former President", "", "2031-05")), wife) is None


def test_who_is_to_hold_an_office_holds_it_later() -> None:
    before = known("Helkarin", ("President-elect", "", "2031-05"))
    now = replace(known("Helkarin", ("President", "", "2031-07")), id="a-9")
    assert meant(before, now) == now.id
    assert meant(known("Helkarin", ("Mayor-elect", "", "2031-05")), now) is None


def test_a_long_name_of_a_body_tells_it_without_the_state() -> None:
    name = "Harbour Investment Finance Corporation"
    bodies = [known(n, kind="organisation") for n in (f"French {name}", name, f"Peru’s {name}")]
    assert verdict(*bodies[:2]) is None  # whose it is cannot be told by an adjective
    assert verdict(*bodies[1:]) == "same"
    assert keys(bodies[1]) & keys(bodies[2])
    assert verdict(bodies[0], bodies[2]) is None
    short = [known(n, kind="organisation") for n in ("U.S. Salt Council", "Salt Council")]
    assert verdict(*short) is None


def test_initials_with_news_behind_them() -> None:
    one, other = (known(name, kind="organisation") for name in ("XQC", "XQC News"))
    assert verdict(one, other) == "same"
    assert keys(one) & keys(other)
    assert (
        verdict(known("Varn", kind="organisation"), known("Varn News", kind="organisation")) is None
    )


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Austrian Foreign Ministry", "Federal Ministry for European and International Affairs", 1),
        ("British Foreign Ministry", "Foreign, Commonwealth and Development Office", 1),
        ("Australian Foreign Ministry", "Department of Foreign Affairs and Trade of Australia", 1),
        ("French Foreign Ministry", "Federal Foreign Office", 0),
        ("U.S. Office of Foreign Assets Control", "U.S. Foreign Ministry", 0),
        ("Austrian Foreign Ministry", "Austrian Defence Ministry", 0),
    ],
)
def test_foreign_ministries_by_whatever_name(one: str, other: str, found: int) -> None:
    bodies = [known(name, kind="organisation") for name in (one, other)]
    assert (verdict(*bodies) == "same") is bool(found)
    assert bool(keys(bodies[0]) & keys(bodies[1])) is bool(found)
