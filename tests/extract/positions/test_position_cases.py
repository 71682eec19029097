"""Short cases of positions, in varied words: who is for or against what, and what is no stand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from communique.extract.positions import PositionExtractor
from communique.extract.view import View
from communique.model import Claims, Position, Reading, verify
from extract.build import reading

Found = tuple[str | None, str, str, str | None]

# words -> actor, issue, polarity, reported by
CASES: list[tuple[str, list[Found]]] = [
    ("[s1 Ruritania] supports the ceasefire.", [("s1", "ceasefire", "for", None)]),
    ("[p1 Ana Ruiz] does not want new sanctions.", [("p1", "sanctions", "against", None)]),
    ("<<p1|We will never accept the annexation of the islands>>, [p1 Ruiz] said.",
     [("p1", "annexation", "against", None)]),
    ("[p1 Ruiz] said <<p1|the sanctions are ridiculous>>.", [("p1", "sanctions", "against", None)]),
    ("<<p1|[p2 Lind] is ready to sign a truce if the army leaves>>, [p1 Ruiz] said.",
     [("p2", "ceasefire", "conditional", "p1")]),
    ("<<p1|The prisoners must be released>>, [p1 Ruiz] said.",
     [("p1", "release of prisoners", "for", None)]),
    ("[p1 Ruiz] reaffirmed her full support for the territorial integrity of [s1 Ruritania].",
     [("p1", "sovereignty and territorial integrity", "for", None)]),
    ("The truce was rejected by [s1 Ruritania].", [("s1", "ceasefire", "against", None)]),
    ("[p1 Ruiz] met [p2 Lind] and welcomed the trade agreement.",
     [("p1", "trade agreement", "for", None)]),
    ("[p1 Ruiz] welcomed [p2 Lind] to the harbour.", []),
    ("[s1 Ruritania] is firmly opposed to the pipeline.", [("s1", "pipeline", "against", None)]),
    ("[s1 Ruritania] is not opposed to elections.", [("s1", "elections", "for", None)]),
    ("Experts oppose the tariffs.", [(None, "tariffs", "against", None)]),
    ("Does [s1 Ruritania] support the ceasefire?", []),
    ("If [s1 Ruritania] supports the truce, the guns fall silent.", []),
    ("[p1 Ruiz] called for an exchange of prisoners.",
     [("p1", "release of prisoners", "for", None)]),
    ("[p1 Ruiz] sees no reason to resume negotiations.", [("p1", "talks", "against", None)]),
    ("[p1 Ruiz] would support a referendum.", [("p1", "referendum", "conditional", None)]),
    ("<<p1|It is important to keep the dialogue going>>, [p1 Ruiz] said.",
     [("p1", "talks", "for", None)]),
    ("It is important to keep the dialogue going.", []),
    ("<<p1|The army must not cross the border>>, [p1 Ruiz] said.",
     [("p1", "crossing border", "against", None)]),
    ("<<p1|The deal is a huge mistake>>, [p1 Ruiz] said.", [("p1", "deal", "against", None)]),
    ("[p1 Ruiz] considers the blockade and the embargo unlawful.",
     [("p1", "blockade", "against", None)]),
    ("[s1 Ruritania] abstained from the vote.", [("s1", "vote", "neutral", None)]),
    ("[p1 Ruiz] insists on security guarantees.", [("p1", "security guarantees", "for", None)]),
    ("<<p1|I want to thank the crew>>, [p1 Ruiz] said.", []),
    ("[p1 Ruiz] expressed concern about the human rights of miners.",
     [("p1", "human rights", "for", None)]),
    ("[s1 Ruritania]'s support for the peace process is old.",
     [("s1", "talks", "for", None)]),
    ("[p1 Ruiz], the head of the port, backs the refugees.", [("p1", "refugees", "for", None)]),
    ("[p1 Ruiz] refused to recognise the election.",
     [("p1", "recognition", "against", None)]),
    ("[p1 Ruiz] underlined the importance of nuclear disarmament.",
     [("p1", "disarmament", "for", None)]),
    ("<<p1|[p2 Lind] told us: <<p2|we cannot accept this peace>>>>, [p1 Ruiz] said.",
     [("p2", "peace", "against", "p1")]),
    ("The harbour was rebuilt and the ships came back.", []),
    ("[p1 Ruiz] asked [p2 Lind] to support the truce.", []),
    ("[p1 Ruiz] is in favour of a two-state border.", [("p1", "two-state border", "for", None)]),
]  # fmt: skip


def nested(read: Reading) -> Reading:
    """Return ``read`` with each inner statement put into the one around it."""
    around = {
        inner.id: outer.id
        for inner in read.statements
        for outer in read.statements
        if outer is not inner and outer.content[0].covers(inner.content[0])
    }
    told = tuple(replace(s, parent=around.get(s.id)) for s in read.statements)
    return replace(read, statements=told)


def positions_of(words: str, *, plain: bool = False) -> tuple[Position, ...]:
    """Return the positions of marked words, by default those of the narrower readings alone."""
    read = nested(reading(words))
    found = PositionExtractor(plain=plain).extract(View(read), Claims()).positions
    for position in found:
        verify(position.evidence, len(read.report.text))
        assert position.why
    return found


@pytest.mark.parametrize(("words", "want"), CASES)
def test_positions(words: str, want: list[Found]) -> None:
    found = [(p.actor, p.issue, p.polarity, p.reported_by) for p in positions_of(words)]
    assert found == want


def test_people_without_a_name_keep_their_words() -> None:
    (position,) = positions_of("Many farmers and most lawmakers oppose the tariffs.")
    assert position.actor is None
    assert position.actor_raw == "most lawmakers"


def test_a_position_tells_its_statement_and_its_words() -> None:
    (position,) = positions_of("<<p1|The embargo is unacceptable>>, [p1 Ruiz] said.")
    assert position.statement == "s1"
    assert position.stance == "The embargo is unacceptable"
    assert position.why == "evaluate:unacceptable"
