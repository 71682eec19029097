"""Names of issues that are read without the report: whole, with whose they are, never pointing."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> what the issue is called; none: no position
NAMES: list[tuple[str, str | None]] = [
    ("[s1 Lutha] is committed to the wealth and safety of miners.", "wealth and safety of miners"),
    ("[p1 Ruiz] called for lowering the cost of bread.", "lowering cost of bread"),
    ("[p1 Ruiz] called for investments to respond to the drought.",
     "investments to respond to drought"),
    ("[p1 Ruiz] supports [s2 Borduria]'s river board.", "borduria's river board"),
    ("[p1 Ruiz] is committed to addressing the grain barriers millers face.",
     "addressing grain barriers millers face"),
    ("[p1 Ruiz] is committed to addressing the grain barriers workers face.",
     "addressing grain barriers"),
    ("[p1 Ruiz] is committed to addressing systemic barriers.", None),
    ("[p1 Ruiz] opposes these reckless verdicts.", None),
    ("[p1 Ruiz] opposes the verdict.", None),
    ("[p1 Ruiz] opposes the canal.", "canal"),
    ("[p1 Ruiz] supports the right to make choices.", None),
    ("[p1 Ruiz] is a great supporter of mine.", None),
    ("[p1 Ruiz] affirmed the need to remain watchful of the vote.", None),
    ("[p1 Ruiz] condemned meddling in the referendum.", "referendum"),
    ("[p1 Ruiz] turned a deaf ear to appeals for a pause in the shelling.", "ceasefire"),
    ("[p1 Ruiz] called for allowing cameras into the camps.", "allowing cameras into camps"),
    ("[p1 Ruiz] called for a river tax of at least a tenth.", "river tax"),
    ("[s1 Lutha] supports partnerships to end the scourge of ransom.",
     "partnerships to end scourge of ransom"),
    ("[p1 Ruiz] opposes extreme laws that ban river trade.", "extreme laws that ban river trade"),
    ("[s1 Lutha] supports the Centre for River Control's plan.", None),
    ("[p1 Ruiz] urged senators on both banks to act swiftly.", None),
    ("[p1 Ruiz] is committed to investing in federal programs.", None),
    ("[p1 Ruiz] refused to show support for lowering the toll.", "lowering toll"),
    ("[p1 Ruiz] is committed to river rules and norms on drones.",
     "river rules and norms on drones"),
    ("[p1 Ruiz] supports policies that hold all raiders – here and abroad – to account.", None),
    ("[p1 Ruiz] is committed to their objective.", None),
    ("[p1 Ruiz] opposes extending the deadline.", "extending deadline"),
    ("[p1 Ruiz] opposes extending the truce.", "ceasefire"),
    ("[p1 Ruiz] is committed to ending censorship.", "press freedom"),
    ("[p1 Ruiz] recognised the importance of mutual recognition agreements.",
     "recognition agreements"),
    ("[p1 Ruiz] is committed to ensuring that [s2 Borduria] never becomes a safe haven.",
     "borduria becoming safe haven"),
    ("[s1 Lutha] is committed to holding accountable the raiders.", "holding raiders accountable"),
    ("[s1 Lutha] will give priority to applicants from the valley.", None),
    ("[p1 Ruiz] condemned these disturbing threats.", None),
    ("[p1 Ruiz] welcomed the decision by the guild.", None),
    ("[p1 Ruiz] called for replenishments for the river fund.", "replenishments for river fund"),
    ("[p1 Ruiz] objects to the report of the mission.", "report of mission"),
    ("<<p1|We will not negotiate, again, in public>>, [p1 Ruiz] said.", None),
    ("[p1 Ruiz] is committed to increasing funding.", None),
    ("[p1 Ruiz] objected to [s2 Borduria] joining the river board.",
     "borduria joining river board"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), NAMES, ids=[words for words, _ in NAMES])
def test_issue(words: str, name: str | None) -> None:
    assert [p.issue for p in positions_of(words)] == ([name] if name else [])
