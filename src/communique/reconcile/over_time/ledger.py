"""What became of asks, offers, promises, invitations and threats.

A later act settles an earlier one when it answers it by its type, the parties meet the
right way round, and the two speak of the same matter. Each of these adds to a score, and
``why`` names it; below :data:`ENOUGH` there is no link, since none is better than a wrong
one. Which types answer which is data (``data/ledger.toml``). How far two passages speak of
one matter is told by their words alone (:mod:`communique.reconcile.wording`): where reports
speak of a matter in other words, the link is missed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from communique.model.threads import Deed, LedgerStatus, Link, Sort
from communique.reconcile.over_time.asks import PUT_ANEW, rules, sort_of
from communique.reconcile.over_time.seeking import MATTER, REACH, SAME_DAYS, told_by, words_of
from communique.reconcile.sides import Sides
from communique.reconcile.spelling import plain
from communique.reconcile.wording import (
    COMMON,
    NAME,
    coverage,
    is_negated,
    is_of,
    numbers,
    shared,
    stems_of,
    wording,
)

#: The score from which a later passage settles an earlier one.
ENOUGH = 0.7
#: The share of the shorter passage that the words in common must have.
SHARE = 0.5
#: The share of the longer that they have in accounts of one ask.
SAME_SHARE = 0.75
#: The most links of one entry.
_MOST = 3


class Matters:
    """Acts by the words of their matter, so that an ask is compared with few of them.

    Args:
        acts: All acts that may tell of the same asks, or settle them.
    """

    def __init__(self, acts: Iterable[Deed]) -> None:
        self._speaking: dict[str, list[tuple[Deed, float]]] = defaultdict(list)
        self._answering: dict[str, list[Deed]] = defaultdict(list)
        for act in acts:
            for id, _, _ in act.answers:
                self._answering[id].append(act)
            for word, weight in told_by(words_of(act)).items():
                self._speaking[word].append((act, weight))

    def near(self, deed: Deed) -> list[Deed]:
        """Return the other acts that share a name or two uncommon words with one."""
        found: dict[str, Deed] = {}
        weights: dict[str, float] = defaultdict(float)
        for word, weight in told_by(words_of(deed)).items():
            for act, other in self._speaking.get(word, ()):
                found[act.id] = act
                weights[act.id] += min(weight, other)
        found.pop(deed.id, None)
        return [act for id, act in found.items() if weights[id] >= NAME]

    def answers_to(self, deed: Deed) -> list[Deed]:
        """Return the acts that answer one in its own report."""
        return self._answering.get(deed.id, [])


class Ledger:
    """Compares acts of different reports.

    Args:
        matters: The acts to compare with.
        sides: For which state each actor acts.
        names: Names of actors by id; their words say nothing of the matter.
        states: Names of states; a state is named in asks on all kinds of matters.
    """

    def __init__(
        self,
        matters: Matters,
        sides: Sides,
        names: Mapping[str, Iterable[str]],
        states: Iterable[str] = (),
    ) -> None:
        self._matters_of = matters
        self._sides = sides
        self._states = stems_of(states)
        self._matters: dict[str, Mapping[str, float]] = {}
        self._called = {id: tuple(plain(name) for name in some) for id, some in names.items()}
        self._names = {id: stems_of(some) for id, some in names.items()}

    def says_what(self, deed: Deed) -> bool:
        """Tell whether an act says what it is about, beside its parties and its sort.

        "At the request of the Sudmark side" does not.
        """
        return any(weight > COMMON for weight in self._matter(deed).values())

    def accounts(self, deed: Deed) -> list[Deed]:
        """Return the other acts that tell of the same ask as ``deed``."""
        return [other for other in self._matters_of.near(deed) if self._is_same(deed, other)]

    def links(self, asks: Sequence[Deed]) -> list[Link]:
        """Return what becomes of an ask, which is told by ``asks``, in order of time.

        Of the links that are enough, the surest of each status is kept, at most three.
        """
        own = {each.id for each in asks}
        found = list(self._told(asks))
        found += [
            link
            for each in self._matters_of.near(asks[0])
            if each.id not in own and (link := self._inferred(asks[0], each))
        ]
        best: dict[tuple[str, str], Link] = {}
        for link in sorted(found, key=lambda k: (-k.score, k.told_on, k.by)):
            best.setdefault((link.status, link.basis), link)
        kept = sorted(best.values(), key=lambda k: (-k.score, k.told_on, k.by))[:_MOST]
        return sorted(kept, key=lambda k: (k.told_on, k.by))

    def _is_same(self, one: Deed, other: Deed) -> bool:
        if one.report == other.report or sort_of(one) != sort_of(other):
            return False
        if _days(one.told_on, other.told_on) > SAME_DAYS or one.actor is None:
            return False
        if self._sides.meets(one.actor, other.actor) not in (1.0, 0.8):
            return False
        if self._sides.meets(one.towards, other.towards) == 0.0:
            return False
        mine, theirs = self._matter(one), self._matter(other)
        both = sum(shared(mine, theirs).values())
        whole = max(sum(mine.values()), sum(theirs.values()))
        return both >= MATTER and both >= SAME_SHARE * whole and _same_sums(one, other)

    def _told(self, asks: Sequence[Deed]) -> Iterable[Link]:
        """Yield the links that the reports of the accounts make themselves.

        What was inferred there counts if the two also have words in common.
        """
        for ask in asks:
            for answer in self._matters_of.answers_to(ask):
                for id, kind, basis in answer.answers:
                    status = _BY_ANSWER.get(kind)
                    stated = basis == "stated"
                    if id != ask.id or not status or not (stated or self._speak_alike(ask, answer)):
                        continue
                    yield Link(
                        ask=asks[0].id,
                        by=answer.id,
                        status=status,
                        basis="told" if stated else "inferred",
                        score=1.0 if stated else 0.8,
                        why="the report ties the two" if stated else "they fit, in one report",
                        told_on=answer.told_on,
                    )

    def _speak_alike(self, ask: Deed, answer: Deed) -> bool:
        """Tell whether two acts have enough words in common to speak of one matter."""
        mine, theirs = self._matter(ask), self._matter(answer)
        is_named = any(_has(answer.what.lower(), n) for n in rules().words[sort_of(ask) or "ask"])
        enough = sum(shared(mine, theirs).values()) >= MATTER and coverage(mine, theirs) >= SHARE
        return is_named or enough

    def _inferred(self, ask: Deed, answer: Deed) -> Link | None:
        """Return the link of two acts of different reports, if there is enough for one."""
        sort = sort_of(ask)
        if sort is None or not _is_later(ask, answer):
            return None
        status, features = self._parties(sort, ask, answer)
        if status is None:
            return None
        features += self._on_matter(sort, ask, answer)
        score = sum(points for points, _ in features)
        if score < ENOUGH - 1e-9 or any(points < -0.5 for points, _ in features):
            return None
        return Link(
            ask=ask.id,
            by=answer.id,
            status=status,
            basis="inferred",
            score=min(0.99, round(score, 2)),
            why="; ".join(why for _, why in features if why),
            told_on=answer.told_on,
        )

    def _parties(
        self, sort: Sort, ask: Deed, answer: Deed
    ) -> tuple[LedgerStatus | None, list[_Feature]]:
        """Return the status that the types and parties would make, and what speaks for it."""
        within = self._sides.of(ask.actor)
        is_internal = bool(within) and within == self._sides.of(ask.towards)
        by_same = self._meets(answer.actor, ask.actor, exactly=is_internal)
        if sort == "promise" and answer.type in ("accuse", "criticise"):
            return self._breach(ask, answer)
        if by_same and (features := _overtaken(sort, ask, answer)):
            return "overtaken", features
        status = _status(rules().answered[sort], answer)
        if status and self._is_asked(ask, answer, exactly=is_internal):
            to = self._meets(answer.towards, ask.actor, exactly=is_internal)
            if to == 0.0:
                return None, []
            both = [(0.4, "the one asked answers the one who asked")]
            one = [(0.3, f"the one asked {_VERBS[status]}")]
            return status, both if to else one
        status = _status(rules().kept[sort], answer)
        if status and by_same and answer.status != "planned":
            to = self._meets(answer.towards, ask.towards, exactly=is_internal)
            if to == 0.0:
                return None, []
            who = "the same one" if by_same == 1.0 else "the same side"
            return status, [(0.4, f"{who}, towards the same")] if to else [(0.3, who)]
        return None, []

    def _is_asked(self, ask: Deed, answer: Deed, *, exactly: bool) -> bool:
        """Tell whether it is the one asked who answers."""
        back = self._meets(answer.actor, ask.towards, exactly=exactly)
        # "Demanded that Mersland release …" names whom it asks in the matter.
        return bool(back) or (back is None and self._is_named(answer.actor, ask.what))

    def _is_named(self, actor: str | None, words: str) -> bool:
        """Tell whether words name an actor, or the state that it acts for."""
        told = f" {plain(words)} "
        return any(
            len(name) > 3 and f" {name} " in told for name in self._called.get(actor or "", ())
        )

    def _breach(self, ask: Deed, answer: Deed) -> tuple[LedgerStatus | None, list[_Feature]]:
        """Return ``broken`` where somebody accuses the promiser of not keeping the promise."""
        words = answer.what.lower()
        accused = self._meets(answer.towards, ask.actor, exactly=False)
        speaks = any(_has(words, noun) for noun in rules().words["promise"])
        if not accused or not speaks or not any(_has(words, w) for w in rules().words["breach"]):
            return None, []
        return "broken", [(0.45, "accused of not keeping a promise")]

    def _on_matter(self, sort: Sort, ask: Deed, answer: Deed) -> list[_Feature]:
        """Return what the words and the days add."""
        mine, theirs = self._matter(ask), self._matter(answer)
        common = shared(mine, theirs)
        weight, share = sum(common.values()), coverage(mine, theirs)
        if weight < MATTER or share < SHARE:
            return [(-1.0, "not the same matter")]
        if is_negated(ask.what) != is_negated(answer.what):
            return [(-1.0, "one of the two is negated")]
        names = ", ".join(sorted(common, key=lambda w: (-common[w], w))[:4])
        features: list[_Feature] = [(round(0.35 * share, 3), f"words in common ({names})")]
        if any(_has(answer.what.lower(), noun) for noun in rules().words[sort]):
            features.append((0.1, f"names the {sort}"))
        if any(cue in answer.what.lower() for cue in rules().words["cues"]):
            features.append((0.15, "refers back"))
        features.append(_sums(ask, answer))
        features.append(_time(ask, answer))
        return features

    def _matter(self, deed: Deed) -> Mapping[str, float]:
        """Return what an act is about beside its parties and states."""
        if deed.id not in self._matters:
            none: frozenset[str] = frozenset()
            parties = (self._names.get(id or "", none) for id in (deed.actor, deed.towards))
            matter = wording(words_of(deed), self._states)
            for names in parties:
                matter = {w: weight for w, weight in matter.items() if not is_of(w, names)}
            self._matters[deed.id] = matter
        return self._matters[deed.id]

    def _meets(self, one: str | None, other: str | None, *, exactly: bool) -> float | None:
        found = self._sides.meets(one, other)
        return 0.0 if exactly and found == 0.8 else found


_Feature = tuple[float, str]

_BY_ANSWER: dict[str, LedgerStatus] = {
    "grants": "granted",
    "refuses": "refused",
    "accepts": "accepted",
    "rejects": "refused",
    "fulfils": "done",
    "exchanges": "done",
}
_VERBS = {
    "granted": "grants it",
    "accepted": "accepts it",
    "refused": "refuses it",
}


def status_of(links: Sequence[Link]) -> LedgerStatus:
    """Return how an entry stands: by a person's decision, else by the last link."""
    decided = [link for link in links if link.basis == "decided"]
    return (decided or links)[-1].status if links else "open"


def _status(table: dict[LedgerStatus, tuple[str, ...]], answer: Deed) -> LedgerStatus | None:
    if answer.status == "refused" and answer.type not in ("refuse", "reject"):
        return None
    if answer.status == "conditional":
        return None
    return next((status for status, types in table.items() if answer.type in types), None)


def _overtaken(sort: Sort, ask: Deed, answer: Deed) -> list[_Feature]:
    """Return what tells that the same side takes an entry back, or puts it anew."""
    words = answer.what.lower()
    takes_back = any(_has(words, word) for word in rules().words["withdrawn"])
    if takes_back and any(_has(words, noun) for noun in rules().words[sort]):
        return [(0.4, "the same side takes it back")]
    mine, theirs = numbers(ask.what), numbers(answer.what)
    if sort in PUT_ANEW and sort == sort_of(answer) and mine and theirs and not mine & theirs:
        return [(0.55, "the same side puts it anew")]
    return []


def _is_later(ask: Deed, answer: Deed) -> bool:
    """Tell whether the answer is told later, in another report, and of no earlier day.

    A charge that a promise was broken may stand in the report of the promise.
    """
    if not ask.told_on or not answer.told_on:
        return False
    if ask.report == answer.report:
        # The promise may be known only from the charge that it was not kept.
        return answer.type in ("accuse", "criticise")
    if answer.told_on < ask.told_on or _days(ask.told_on, answer.told_on) > REACH:
        return False
    return answer.last_on >= min(ask.first_on, ask.told_on)


def _time(ask: Deed, answer: Deed) -> _Feature:
    days = _days(ask.told_on, answer.told_on)
    points = 0.1 if days <= 45 else 0.05 if days <= 120 else 0.0
    return points, f"{days} days later" if days else "told the same day"


def _sums(ask: Deed, answer: Deed) -> _Feature:
    """Return whether the same numbers are named; other numbers speak of another matter."""
    mine, theirs = numbers(ask.what), numbers(answer.what)
    if mine & theirs:
        return 0.1, f"the same number ({min(mine & theirs)})"
    return (-0.2, "other numbers") if mine and theirs else (0.0, "")


def _same_sums(one: Deed, other: Deed) -> bool:
    mine, theirs = numbers(one.what), numbers(other.what)
    return mine <= theirs or theirs <= mine


def _days(one: str, other: str) -> int:
    """Return the days between two ISO dates; very many where one is not known."""
    if not one or not other:
        return 10**6
    return abs((date.fromisoformat(other) - date.fromisoformat(one)).days)


def _has(words: str, phrase: str) -> bool:
    return f" {phrase} " in f" {words} "
