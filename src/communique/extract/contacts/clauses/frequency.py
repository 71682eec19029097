"""How often sides had a contact: "met seven times", "spoke by phone at least six times"."""

from __future__ import annotations

from communique.extract.contacts.clauses.scene import Scene

_DAYS = 10  # items behind "twice" in which the days stand
_LONGEST_COUNT = 7  # items of "by phone at least"
_COUNTED = frozenset(
    ("by", "phone", "telephone", "on", "the", "over", "via", "in", "person", "at", "least", "more")
) | {"than", "about", "some", "around", "nearly", "almost", "roughly", "no", "fewer", "up", "to"}
"""Words between a verb and how often: "spoke | by phone at least | six times"."""


def times(scene: Scene, at: int) -> tuple[int | None, int]:
    """Read "(met) seven times", "(spoke) by phone six times": how many, and where that ends."""
    at += scene.word(at) == "," and scene.word(at + 2) in scene.triggers.words["times"]
    ahead = at
    while scene.word(ahead) in _COUNTED and ahead < at + _LONGEST_COUNT:
        ahead += 1
    at = ahead if scene.word(ahead + 1) in scene.triggers.words["times"] else at
    word = scene.word(at)
    if word == "twice" and not _has_days_or_rate(scene, at + 1):
        return 2, at + 1
    count = scene.triggers.counts.get(word) or (
        int(word) if word.isascii() and word.isdigit() and len(word) < 3 else None
    )
    told = count is not None and scene.word(at + 1) in scene.triggers.words["times"]
    return (count, at + 2) if told else (None, at)


def _has_days_or_rate(scene: Scene, at: int) -> bool:
    """Tell "twice a year", and "twice, in April and in June", which are told one by one."""
    if scene.word(at) in ("a", "an", "as", "the", "every", "each", ","):
        return True
    days = {scene.items[n].date for n in range(at, min(at + _DAYS, len(scene.items)))}
    return len(days - {-1}) > 1
