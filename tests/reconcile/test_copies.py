"""Which texts share passages with which: rare runs of words tell, in any order of coming."""

from __future__ import annotations

import random

from communique.reconcile.copying import copies
from communique.reconcile.copying.copies import MemoryIndex, copy_of, entered, worth_comparing
from communique.reconcile.copying.lineage import fingerprints

WORDS = [
    "harbour",
    "ferry",
    "quota",
    "envoy",
    "treaty",
    "grain",
    "winter",
    "border",
    "valley",
    "lamp",
    "bridge",
    "ledger",
    "orchard",
    "mill",
    "tariff",
    "anchor",
    "copper",
    "signal",
    "garden",
    "lantern",
    "meadow",
    "barrel",
    "chapel",
    "ribbon",
]


def prose(seed: int, words: int = 160) -> str:
    """Return words drawn at random, so that no two texts share a run."""
    rng = random.Random(seed)
    return " ".join(f"{rng.choice(WORDS)}{rng.randint(0, 9)}" for _ in range(words))


def related(texts: dict[str, str], order: list[str]) -> set[tuple[str, str]]:
    """Return the pairs that share passages, the texts coming in an order."""
    index: MemoryIndex[str] = MemoryIndex()
    found: set[tuple[str, str]] = set()
    for name in order:
        news = entered(name, fingerprints(texts[name]), index)
        for group in news.doubtful:
            for pair in [p for p in found if set(p) <= set(group)]:
                if not worth_comparing(index.prints(pair[0]), index.prints(pair[1]), index):
                    found.discard(pair)
        for other in news.worth:
            one, two = sorted((name, other))
            if copy_of(texts[one], texts[two]):
                found.add((one, two))
    return found


def test_what_shares_a_passage_is_found_and_nothing_else() -> None:
    passage = prose(1, 70)
    texts = {"a": f"{prose(2)} {passage}", "b": f"{passage} {prose(3)}", "c": prose(4)}
    assert related(texts, list(texts)) == {("a", "b")}


def test_a_short_text_inside_a_long_one_is_found() -> None:
    short = prose(5, 50)
    texts = {"long": f"{prose(6, 900)} {short} {prose(7, 900)}", "short": short}
    assert related(texts, ["short", "long"]) == related(texts, ["long", "short"])
    assert related(texts, ["short", "long"]) == {("long", "short")}


def test_equal_runs_far_apart_are_no_passage() -> None:
    runs = [prose(seed, 20) for seed in range(10, 16)]
    one = " ".join(f"{run} {prose(100 + n, 120)}" for n, run in enumerate(runs))
    other = " ".join(f"{run} {prose(200 + n, 120)}" for n, run in enumerate(runs))
    assert related({"one": one, "other": other}, ["one", "other"]) == set()


def test_what_very_many_have_is_a_formula() -> None:
    formula = prose(20, 60)
    texts = {f"t{n:02}": f"{formula} {prose(300 + n)}" for n in range(copies.FORMULA + 1)}
    order = list(texts)
    assert len(related(texts, order[:5])) == 10
    assert related(texts, order) == set()


def test_the_order_of_coming_does_not_matter() -> None:
    formula, passage = prose(30, 60), prose(31, 80)
    texts = {f"t{n:02}": f"{formula} {prose(400 + n, 60)}" for n in range(copies.FORMULA + 3)}
    texts |= {f"p{n}": f"{formula} {prose(500 + n, 60)} {passage}" for n in range(3)}
    order = sorted(texts)
    expected = related(texts, order)
    assert expected == {("p0", "p1"), ("p0", "p2"), ("p1", "p2")}
    for seed in range(4):
        random.Random(seed).shuffle(order)
        assert related(texts, order) == expected
