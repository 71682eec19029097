"""Names of laws and taxes, lists of whom one asks, and what is kept from happening."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> side and issue; none: no stand
NAMES: list[tuple[str, list[tuple[str, str]]]] = [
    ("[p1 Ruiz] urged Parliament to pass the Ada Venn Justice in Policing Act.",
     [("for", "ada venn justice in policing act")]),
    ("[p1 Ruiz] called for quadrupling the tax on salt.", [("for", "quadrupling tax on salt")]),
    ("[p1 Ruiz] called for an end to junk fees.", [("against", "junk fees")]),
    ("[p1 Ruiz] urged towns, lenders, guilds and mines to use the flood fund.",
     [("for", "using flood fund")]),
    ("[p1 Ruiz] urged continued dialogue to settle the quarrel.", [("for", "talks")]),
    ("[p1 Ruiz] is committed to the responsible use of drones.",
     [("for", "responsible use of drones")]),
    ("[p1 Ruiz] voiced strong support for the right to repair in her order on markets.",
     [("for", "right to repair in her order on markets")]),
    ("[p1 Ruiz] is committed to preventing the strait from becoming a battlefield.",
     [("against", "becoming battlefield")]),
    ("[p1 Ruiz] reaffirmed her commitment to stronger defence, security, economic, and "
     "cultural ties.", []),
    ("[p1 Ruiz] underscored the importance of makers such as the glass guild.", []),
    ("[p1 Ruiz] supports giving farmers the credit they need.", []),
    ("[s1 Lutha]'s need for fuel grew in May.", []),
    ("[p1 Ruiz] is committed to countering the global rise of racism.",
     [("against", "antisemitism and racism")]),
    ("<<p1|It is time to fix this>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] welcomed the offer to host a third summit for glass.", []),
    ("[p1 Ruiz] wanted to talk to me.", []),
    ("[p1 Ruiz] stressed her commitment to getting the fever under control.",
     [("for", "getting fever under control")]),
    ("[p1 Ruiz] reaffirmed her commitment to a careful approach to tolls to advance fair trade.",
     [("for", "careful approach to tolls to advance fair trade")]),
    ("[p1 Ruiz] is committed to improving miner and family-run shops.", []),
    ("[p1 Ruiz] voiced support for her nominee to lead the salt bank.", []),
    ("[p1 Ruiz] reaffirmed her commitment to working with towns on the coast.", []),
    ("[p1 Ruiz] is committed to avoiding a race to the bottom.",
     [("for", "avoiding race to bottom")]),
    ("<<p1|Changing the rules to protect your fundamental rights is right>>, [p1 Ruiz] said.",
     []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "want"), NAMES, ids=[words for words, _ in NAMES])
def test_names_of_laws_and_lists(words: str, want: list[tuple[str, str]]) -> None:
    assert [(p.polarity, p.issue) for p in positions_of(words)] == want
