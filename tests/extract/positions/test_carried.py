"""A deed is named with where its object goes; what is judged is no part of a longer subject."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> name of the issue; None: no position
NAMES = [
    ("[p1 Ruiz] called for returning schools to the towns.", "returning schools to towns"),
    ("[p1 Ruiz] is committed to imposing severe costs on [s1 Lutha].",
     "imposing severe costs on lutha"),
    ("[p1 Ruiz] refused to send hill children to the school.", "sending hill children to school"),
    ("<<p1|We will not allow schools to impose tolls on books>>, [p1 Ruiz] said.",
     "tolls"),
    ("[p1 Ruiz] is committed to treating river fever as what it is.", None),
    ("<<p1|Damage to the wells must stop>>, [p1 Ruiz] said.", None),
    ("<<p1|The wells must stay open>>, [p1 Ruiz] said.", "open wells"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "label"), NAMES)
def test_name(words: str, label: str | None) -> None:
    assert [p.issue for p in positions_of(words)] == ([label] if label else [])
