"""A label of the scheme is taken where words have its sense, not where they only sound alike."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> label of the issue; None: no position
LABELS = [
    ("[p1 Ruiz] supports the sovereignty of [s1 Lutha].", "sovereignty and territorial integrity"),
    ("[p1 Ruiz] supports tribal sovereignty.", "tribal sovereignty"),
    ("[p1 Ruiz] called for a crackdown on protesters.", "repression"),
    ("[p1 Ruiz] called for a crackdown on hidden fees.", "crackdown on hidden fees"),
    ("[p1 Ruiz] called for more bridge inspections.", "bridge inspections"),
    ("[p1 Ruiz] called for inspections of the reactor.", "nuclear inspections"),
    ("[p1 Ruiz] called for inspections of ferries.", "inspections of ferries"),
    ("[p1 Ruiz] supports the withdrawal of troops.", "withdrawal of troops"),
    ("[p1 Ruiz] supports the withdrawal of the bill.", None),
    ("[p1 Ruiz] welcomed the new harvest visa.", None),
    ("[p1 Ruiz] supports humanitarian pauses.", "humanitarian pauses"),
    ("[p1 Ruiz] opposes the weaponization of the courts.", "weaponization of courts"),
    ("[p1 Ruiz] opposes the supply of weapons.", "arms supplies"),
    ("[p1 Ruiz] called for a wide demining programme.", "demining"),
]


@pytest.mark.parametrize(("words", "label"), LABELS)
def test_label(words: str, label: str | None) -> None:
    assert [p.issue for p in positions_of(words)] == ([label] if label else [])


def test_who_condemns_abuses_of_rights_is_for_those_rights() -> None:
    for words in ("condemned human rights abuses", "opposes violations of human rights"):
        (found,) = positions_of(f"[p1 Ruiz] {words}.")
        assert (found.issue, found.polarity) == ("human rights", "for")
