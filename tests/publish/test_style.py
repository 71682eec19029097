from __future__ import annotations

import re
from importlib.resources import files

import pytest

CSS = (files("communique.publish") / "templates" / "dossier.css").read_text("utf-8")
BLOCKS = re.findall(r":root \{(.*?)\}", CSS, re.S)
GROUNDS = {
    "ink": ("paper", "card", "say", "say-2", "say-3", "differ-bg", "target", "chip"),
    "muted": ("paper", "card", "differ-bg"),
    "link": ("paper", "card", "differ-bg"),
    "contact": ("paper", "card"),
    "agree": ("paper", "card"),
    "copied": ("paper", "card"),
    "differ": ("paper", "card", "differ-bg"),
}


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground_as_wcag_asks(scheme: int) -> None:
    found = colours(BLOCKS[0]) | (colours(BLOCKS[1]) if scheme else {})
    weak = {
        f"{text} on {ground}": round(ratio, 2)
        for text, grounds in GROUNDS.items()
        for ground in grounds
        if (ratio := contrast(found[text], found[ground])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_lines_that_mean_something_can_be_seen(scheme: int) -> None:
    found = colours(BLOCKS[0]) | (colours(BLOCKS[1]) if scheme else {})
    for line in ("say-edge", "contact", "figure", "act", "differ", "focus"):
        for ground in ("paper", "say"):
            assert contrast(found[line], found[ground]) >= 3, (line, ground)


def test_tables_may_break_over_printed_pages_and_marks_of_events_are_not_cut_off() -> None:
    printed = CSS[CSS.index("@media print") :]
    assert ".card:not(:has(table)), .statement" in printed
    assert ".event { margin-left: 6px; }" in printed


def test_the_style_fetches_nothing() -> None:
    assert "url(" not in CSS
    assert "@import" not in CSS
