from __future__ import annotations

from lxml import etree

from communique.model.threads import Period
from communique.publish.period_plot import described, render
from communique.publish.relation_plot import to_png

SOME = (
    Period(period="2031-04", counts={"contact": 3, "act": 1}),
    Period(period="2031-05", counts={"act": 12, "forecast": 9}),
    Period(period="2031-06", counts={}),
)
SVG = "{http://www.w3.org/2000/svg}"


def test_a_column_for_each_kind_of_each_period_says_its_number() -> None:
    root = etree.fromstring(render(SOME).encode())
    tips = [each.text for each in root.iter(f"{SVG}title")][1:]
    assert tips == ["April 2031: 1 act", "April 2031: 3 contacts", "May 2031: 12 acts"]
    heights = [
        float(r.get("height")) for r in root.iter(f"{SVG}rect") if r.find(f"{SVG}title") is not None
    ]
    assert heights[2] > 10 * heights[0]
    assert "3 contacts and 13 acts, as told, from April 2031 to June 2031" in described(SOME)
    assert "most in May 2031: 12." in described(SOME)


def test_nothing_is_a_picture_too() -> None:
    assert "Nothing is told of." in render(())
    etree.fromstring(render(()).encode())


def test_it_is_the_same_each_time_and_can_be_a_png() -> None:
    assert render(SOME) == render(SOME)
    assert to_png(render(SOME)).startswith(b"\x89PNG")


def test_many_periods_keep_within_the_picture() -> None:
    many = [Period(period=f"{year}", counts={"act": 1}) for year in range(1000, 2000)]
    root = etree.fromstring(render(many).encode())
    edges = [
        float(r.get("x")) + float(r.get("width")) for r in root.iter(f"{SVG}rect") if r.get("x")
    ]
    assert max(edges) <= 960
    assert len(list(root.iter(f"{SVG}text"))) < 30
