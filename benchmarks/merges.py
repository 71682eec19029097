"""How many of a record's merges, and of its near-misses, are right, by people's verdicts.

    cp talks.sqlite copy.sqlite
    python -m benchmarks.merges copy.sqlite --draw --seed 7           # pairs to be judged
    python -m benchmarks.merges copy.sqlite --draw --seed 7 --blank   # their lines, to fill in
    python -m benchmarks.merges copy.sqlite --draw --seed 7 --anew 2000
    python -m benchmarks.merges                                       # the figures
    python -m benchmarks.merges --judged benchmarks/judged/merges-anew.tsv   # of a later sample

Four sets are drawn, 100 pairs each: actors and contacts that the program judged to be one
(``same``), and such as it left apart although they come near (``apart``): persons whose names
look alike, or a lone family name beside a full name; bodies that share half of their words;
contacts of the same parties within a week. A verdict is ``right`` if the program's decision is,
``wrong`` if it is not, ``open`` if the reports do not tell. ``benchmarks/judged/merges.tsv`` holds
one pair a line; pairs are named by ids, which are the same whenever the same reports are read
alike.

``--anew N`` first judges N actors and N contacts, chosen by the seed, by the program's present
rules, and draws from what concerns these: where judging all of a large record would take long.

With ``--draw`` the record is opened for writing: use a copy.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.judged import wilson
from communique.judging import clusters_of, judge
from communique.model.judgement import pair
from communique.model.matching import Between, KnownActor
from communique.model.paging import BIG_PAGE
from communique.model.rows import ContactRow
from communique.reconcile.actors.people import family_alike, names_alike
from communique.reconcile.actors.persons import is_short
from communique.reconcile.contacts import occasions
from communique.reconcile.contacts.parties import principals
from communique.reconcile.contacts.windows import Window, window
from communique.reconcile.spelling import plain
from communique.record import Store, open_store
from communique.record.judgements.docket import Docket

FILE = Path(__file__).parent / "judged" / "merges.tsv"
SETS = ("actors same", "actors apart", "contacts same", "contacts apart")
#: Days within which two contacts of the same parties come near each other.
WEEK = 7
#: From here on two names that were left apart look alike.
LOOKS_ALIKE = 0.3


#: Words of bodies' names that say nothing.
FILLERS = {"of", "the", "for", "and", "on", "to"}


class Pair(NamedTuple):
    """Two items and the set they were drawn for."""

    set: str
    one: str
    other: str


def known(path: Path = FILE) -> dict[Pair, tuple[str, str]]:
    """The verdicts so far, each with its note."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            Pair(row["set"], row["one"], row["other"]): (row["verdict"], row["note"])
            for row in csv.DictReader(lines, delimiter="\t")
        }


def merged(store: Store, letter: str) -> list[tuple[str, str]]:
    """All pairs that the program judged to be one, of one kind of item, and that are in a cluster:
    what a surer judgement keeps apart was not merged."""
    found: set[tuple[str, str]] = set()
    page = store.log(BIG_PAGE, None)
    while page.rows:
        for each in page.rows:
            if each.stands and not each.person and each.verdict == "same":
                one, other = each.items
                if one[0] == other[0] == letter:
                    found.add((one, other))
        if page.next is None:
            break
        page = store.log(BIG_PAGE, page.next)
    clusters = clusters_of(store, {id for each in found for id in each})
    return sorted(each for each in found if each[1] in clusters.of(each[0]))


def near_actors(docket: Docket, ids: list[str], among: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pairs of actors that look alike; one of them is ``among`` those, if there are any."""
    everyone = docket.actors(ids)
    keys = _keys(list(everyone.values()))
    blocks: dict[str, list[KnownActor]] = defaultdict(list)
    for id, actor in everyone.items():
        for key in keys[id]:
            blocks[key].append(actor)
    for id in among.intersection(everyone) or everyone:
        for key in keys[id]:
            for other in blocks[key]:
                near = other.id != id and other.kind == everyone[id].kind
                if near and _look_alike(everyone[id], other):
                    yield pair(id, other.id)


def _keys(everyone: Sequence[KnownActor]) -> dict[str, set[str]]:
    """Keys of which those that look alike share one: the first letters of persons' family names,
    and those words of bodies that fewest have. Who shares half of all words shares one of the
    rarer half of his own, or of so many that half of them are left.
    """
    bodies = {a.id: _own_words(a.name) for a in everyone if a.kind in ("organisation", "bloc")}
    had = Counter(word for words in bodies.values() for word in words)
    keys = {}
    for actor in everyone:
        if actor.kind == "person" and not actor.described:
            keys[actor.id] = {f"p {word[:4]}" for word in plain(actor.name).split()[-1:]}
        else:
            rarest = sorted(bodies.get(actor.id, ()), key=lambda word: (had[word], word))
            keys[actor.id] = {f"o {word}" for word in rarest[: len(rarest) // 2 + 1]}
    return keys


@cache
def _own_words(name: str) -> frozenset[str]:
    return frozenset(plain(name).split()) - FILLERS


def _look_alike(one: KnownActor, other: KnownActor) -> bool:
    if one.kind != "person":
        mine, theirs = _own_words(one.name), _own_words(other.name)
        return 2 * len(mine & theirs) >= len(mine | theirs)
    if is_short(one) or is_short(other):
        short, full = (one, other) if is_short(one) else (other, one)
        return family_alike(short.name, full.name) >= LOOKS_ALIKE
    return names_alike(one.name, other.name).score >= LOOKS_ALIKE


def near_contacts(docket: Docket, among: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Pairs of contacts of the same parties within a week, of two reports."""
    ids = sorted(id for id in among if id[0] == "c") or all_ids(docket, "c")
    rows = [row for row in docket.contacts(ids) if occasions.is_comparable(row)]
    windows = [window(row) for row in rows]
    found = docket.contacts_like(
        [
            Between(parties=principals(row), first=days.first, last=days.last)
            for row, days in zip(rows, windows, strict=True)
        ]
    )
    for row, days, others in zip(rows, windows, found, strict=True):
        for other in others:
            if other.report.id != row.report.id and occasions.is_comparable(other):
                apart = _apart(days, window(other))
                if apart is not None and apart <= WEEK:
                    yield pair(row.id, other.id)


def _apart(one: Window, other: Window) -> int | None:
    """Days between two windows, 0 if they overlap; ``None`` where one is not known."""
    if not (one.first and other.first):
        return None
    first, last = (
        date.fromisoformat(d) for d in (max(one.first, other.first), min(one.last, other.last))
    )
    return max(0, (first - last).days)


def left_apart(
    store: Store, found: Callable[[Docket], Iterable[tuple[str, str]]]
) -> list[tuple[str, str]]:
    """The pairs of ``found`` that are not in one cluster."""
    with store.judging() as docket:
        pairs = sorted(set(found(docket)))
        clusters = clusters_of(docket, {id for each in pairs for id in each})
    return [each for each in pairs if each[1] not in clusters.of(each[0])]


def all_ids(docket: Docket, letter: str) -> list[str]:
    """The ids of all actors (``a``) or contacts (``c``)."""
    return [id for id in docket.items() if id[0] == letter]


def judged_anew(store: Store, seed: int, count: int) -> frozenset[str]:
    """The ids of ``count`` actors and as many contacts, which are judged anew."""
    chosen: set[str] = set()
    with store.judging() as docket:
        for letter in "ac":
            ids = all_ids(docket, letter)
            chosen.update(random.Random(f"{seed} {letter}").sample(ids, min(count, len(ids))))
        docket.put_down(sorted(chosen))
    judge(store)
    return frozenset(chosen)


def drawn(store: Store, seed: int, count: int, among: frozenset[str]) -> list[Pair]:
    """The sample: up to ``count`` pairs of each set, chosen by ``seed``.

    ``among`` are items of which each pair must have one; any will do if there are none.
    """
    pools = {
        "actors same": merged(store, "a"),
        "actors apart": left_apart(store, lambda d: near_actors(d, all_ids(d, "a"), among)),
        "contacts same": merged(store, "c"),
        "contacts apart": left_apart(store, lambda d: near_contacts(d, among)),
    }
    sample = []
    for name in SETS:
        pool = [each for each in pools[name] if not among or among.intersection(each)]
        print(f"# {name}: {len(pool)} pairs in the record", file=sys.stderr)
        chosen = random.Random(f"{seed} {name}").sample(pool, min(count, len(pool)))
        sample += [Pair(name, *each) for each in chosen]
    return sample


def show(store: Store, sample: list[Pair], verdicts: dict[Pair, tuple[str, str]]) -> None:
    """Print the pairs with what a reader needs to judge them."""
    why = {}
    for judgement in store.judgements({each.one for each in sample}):
        why[judgement.items] = f"{judgement.verdict} ({judgement.score}): {judgement.why}"
    with store.judging() as docket:
        for number, each in enumerate(sample, start=1):
            print(f"\n{number}. {each.set} [{verdicts.get(each, ('?', ''))[0]}]", end=" ")
            print(why.get((each.one, each.other), ""))
            known_actors = docket.actors([each.one, each.other])
            for actor in known_actors.values():
                _show_actor(store, actor)
            for contact in docket.contacts([each.one, each.other]):
                _show_contact(contact)


def _show_actor(store: Store, actor: KnownActor) -> None:
    held = sorted({(h.month, h.title, h.of) for h in actor.holdings})
    told = "; ".join(" ".join(part for part in each if part) for each in held[:4])
    print(f"   {actor.id} {actor.kind} {actor.name!r} ({actor.reports} reports) {told}")
    there = store.appearances(actor.id, limit=100)
    own = [each for each in there if each.actor.name == actor.name] or list(there)
    for named in own[:2]:
        report, _ = store.source(named.report)
        spot = named.actor.mentions[0] if named.actor.mentions else None
        words = report.text[max(0, spot.start - 90) : spot.end + 90] if spot else ""
        print(f"      {report.published} {' '.join(words.split())}")


def _show_contact(row: ContactRow) -> None:
    people = ", ".join(
        p.actor.name + (f" for {p.represents.name}" if p.represents else "")
        for p in row.participants
    )
    when = f"{row.date.value} ({row.date.raw})" if row.date else "undated"
    place = row.place.name if row.place else "-"
    print(f"   {row.id} {row.kind} {row.status}{' main' if row.main else ''}: {people}")
    print(f"      {when} at {place}; {row.report.label} of {row.report.published}")
    print(f"      {' '.join(row.words.split())[:240]}")


def figures(verdicts: dict[Pair, tuple[str, str]]) -> None:
    """Print the share of right decisions of each set, and what is wrong with the others."""
    for name in SETS:
        said = Counter(verdict for each, (verdict, _) in verdicts.items() if each.set == name)
        right, of = said["right"], said["right"] + said["wrong"]
        low, high = wilson(right, of)
        share = 100 * right / max(of, 1)
        print(f"{name:15} {right} of {of} right = {share:.1f} %", end=" ")
        print(f"(95 %: {100 * low:.1f} to {100 * high:.1f}), {said['open']} open")
        notes = Counter(
            note
            for each, (verdict, note) in verdicts.items()
            if each.set == name and verdict == "wrong"
        )
        for note, times in notes.most_common():
            print(f"   {times} {note}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--draw", action="store_true", help="draw pairs from the record")
    parser.add_argument("--blank", action="store_true", help="print the sample as a TSV file")
    parser.add_argument("--seed", type=int, default=2031)
    parser.add_argument("--count", type=int, default=100, help="pairs of each set")
    parser.add_argument("--judged", type=Path, default=FILE, help="the verdicts so far")
    parser.add_argument("--anew", type=int, default=0, help="judge so many items anew first")
    args = parser.parse_args()
    verdicts = known(args.judged)
    if not args.draw:
        figures(verdicts)
        return
    if args.record is None:
        parser.error("name a record to draw from")
    store = open_store(args.record)
    among = judged_anew(store, args.seed, args.anew) if args.anew else frozenset()
    sample = drawn(store, args.seed, args.count, among)
    if args.blank:
        writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
        writer.writerow([*Pair._fields, "verdict", "note"])
        writer.writerows([*each, *verdicts.get(each, ("", ""))] for each in sample)
    else:
        show(store, sample, verdicts)
    store.close()


if __name__ == "__main__":
    main()
