from __future__ import annotations

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from communique.errors import UsageError
from communique.model.rows import ActorRef
from communique.model.threads import Relation, Relations
from communique.publish import relation_plot
from communique.publish.relation_plot import described, render, write

SVG = "{http://www.w3.org/2000/svg}"


def relations(*periods: Relation) -> Relations:
    one = ActorRef(id="a-1", name="Norland", kind="state")
    other = ActorRef(id="a-2", name="Sud<mark> & Sons", kind="state")
    return Relations(one=one, other=other, by="month", periods=periods)


MAY = Relation(period="2031-05", contacts=3, by_kind={"call": 3}, verbal_cooperation=2,
               material_conflict=5, tone=-0.43)  # fmt: skip
JUNE = Relation(period="2031-06")


def bars(svg: str, name: str) -> list[ElementTree.Element]:
    """Return the bars of a kind; the legend's square has no title."""
    root = ElementTree.fromstring(svg)
    return [r for r in root.iter(f"{SVG}rect") if r.get("class") == name and len(r)]


def test_every_number_is_a_bar_that_says_what_it_is() -> None:
    svg = render(relations(MAY, JUNE))
    assert [len(bars(svg, name)) for name in ("contact", "vc", "mc", "vx", "mx")] == [1, 1, 0, 0, 1]
    tip = bars(svg, "contact")[0].findtext(f"{SVG}title")
    assert tip == "May 2031: 3 contacts (3 call)"
    up, down = bars(svg, "vc")[0], bars(svg, "mx")[0]
    assert float(up.get("y", 0)) < float(down.get("y", 0))
    heights = [float(bar.get("height", 0)) for bar in (up, down)]
    assert heights[1] == pytest.approx(heights[0] * 2.5, rel=0.05)


def test_names_are_escaped_and_the_picture_is_described() -> None:
    root = ElementTree.fromstring(render(relations(MAY)))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Relations of Norland and Sud<mark> & Sons"
    told = root.findtext(f"{SVG}desc") or ""
    assert told == described(relations(MAY))
    assert "3 contacts" in told
    assert "coldest in May 2031" in told


def test_it_follows_the_readers_colour_scheme_and_needs_nothing_from_elsewhere() -> None:
    svg = render(relations(MAY))
    assert "prefers-color-scheme: dark" in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in svg


@pytest.mark.parametrize("number", [0, 1, 240])
def test_any_number_of_periods_fits(number: int) -> None:
    many = [
        replace(MAY, period=f"{2000 + n // 12}-{n % 12 + 1:02}", contacts=n) for n in range(number)
    ]
    root = ElementTree.fromstring(render(relations(*many)))
    for rect in root.iter(f"{SVG}rect"):
        assert float(rect.get("x", 0)) + float(rect.get("width", 0)) <= relation_plot.WIDTH
    labels = [t for t in root.iter(f"{SVG}text") if re.fullmatch(r"\d{4}-\d\d", t.text or "")]
    assert len(labels) <= 12


def test_a_png_is_one(tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    path = write(relations(MAY, JUNE), tmp_path / "r.png", scale=1.0)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_without_the_extra_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"communique\[plots\]"):
        write(relations(MAY), tmp_path / "r.png")
    assert list(tmp_path.iterdir()) == []
