"""How much of what passages say is found: acts, positions, forecasts and contacts.

Verdicts on drawn claims (``benchmarks.judged``) say how much of what is told is right; this says
how much of what is there is told. Readers who did not know the program noted every claim of 280
passages (news of TempEval-3 and PolNeAR, training parts, and questions and answers of White House
releases), most on foreign affairs. ``benchmarks/annotated/passages.tsv`` holds where each passage
stands, ``claims.tsv`` one claim a line; both hold offsets only: the words are in the corpora.

Passages are of two parts. The ``worked`` ones may be looked at by whoever mends the program or
teaches it; of the ``fresh`` ones only the figures are looked at.

    python -m benchmarks.annotated                      # the fresh ones, reader rules
    python -m benchmarks.annotated --part worked --misses positions

A claim is found if one of its kind shares at least half of the words of the shorter of both, and a
tenth of all; ``who`` and ``label`` are the shares of found ones with the right doer and with the
right type, side or kind. ``noted`` is the share of the program's claims that readers noted: no
precision, for readers overlook things, but it moves with it.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from benchmarks.judged import READERS
from communique.extract import extract
from communique.model import Actor, Reading, Report, Span, body_id

HERE = Path(__file__).parent / "annotated"
CORPORA = Path(__file__).parents[2] / "shared/corpora"
KINDS = {"acts": "type", "positions": "polarity", "forecasts": "", "contacts": "kind"}
_WORD = re.compile(r"\w+")
_SHARED, _OF_BOTH = 0.5, 0.1


class Passage(NamedTuple):
    """A stretch of a document of which all claims are noted."""

    number: int
    document: str
    start: int
    end: int
    part: str


class Noted(NamedTuple):
    """A claim that a reader noted: where it is said, by whom, and what it is."""

    passage: int
    kind: str
    label: str
    said: tuple[Span, ...]
    who: tuple[Span, ...]


class Told(NamedTuple):
    """A claim of the program in a passage."""

    label: str
    said: tuple[Span, ...]
    who: tuple[str, ...]
    raw: str
    claim: Any


class Tally(NamedTuple):
    """What was counted of a kind."""

    noted: int = 0
    found: int = 0
    who: int = 0
    label: int = 0
    told: int = 0

    def __add__(self, other: tuple[Any, ...]) -> Tally:
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))


def spans(cell: str) -> tuple[Span, ...]:
    """Read ``12-30,41-50``."""
    pairs = (part.split("-") for part in cell.split(",") if part)
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def passages(part: str) -> list[Passage]:
    """The passages of a part."""
    with (HERE / "passages.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        made = [
            Passage(int(r["number"]), r["document"], int(r["start"]), int(r["end"]), r["part"])
            for r in rows
        ]
    return [each for each in made if each.part == part]


def noted() -> dict[tuple[int, str], list[Noted]]:
    """The noted claims by passage and kind."""
    found: dict[tuple[int, str], list[Noted]] = defaultdict(list)
    with (HERE / "claims.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            said, who = spans(row["said"]), spans(row["who"])
            one = Noted(int(row["passage"]), row["kind"], row["label"], said, who)
            found[one.passage, one.kind].append(one)
    return found


def documents(names: Iterable[str]) -> Iterator[tuple[str, Report]]:
    """The reports of that name, from the three corpora."""
    wanted = set(names)
    with zipfile.ZipFile(CORPORA / "tempeval3/tbaq.zip") as archive:
        for entry in archive.namelist():
            name = f"tbaq_{Path(entry).stem}"
            if name in wanted:
                root = ElementTree.fromstring(archive.read(entry))
                text, dated = ("".join(_under(root, tag)) for tag in ("TEXT", "DCT"))
                yield name, _report(name, text, None, dated.strip())
    for file, prefix in (("polnear/train", "polnear_"), ("white-house/releases", "")):
        with gzip.open(CORPORA / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if (name := prefix + row["id"]) in wanted:
                    yield name, _report(name, row["text"], row["title"], row["published"])


def _under(root: ElementTree.Element, tag: str) -> Iterator[str]:
    found = root.find(tag)
    return found.itertext() if found is not None else iter(())


def _report(name: str, text: str, title: str | None, published: str) -> Report:
    return Report(
        id=body_id(text),
        publication=body_id(name)[:16],
        text=text,
        title=title,
        published=published[:10] or None,
        language="en",
    )


def told_in(passage: Passage, claims: Any, kind: str) -> list[Told]:
    """The program's claims of a kind of which most words stand in the passage."""
    found = []
    for claim in getattr(claims, kind):
        middle = (claim.evidence[0].start + claim.evidence[-1].end) // 2
        if passage.start <= middle < passage.end:
            label = getattr(claim, KINDS[kind]) if KINDS[kind] else ""
            raw = getattr(claim, "actor_raw", None) or ""
            found.append(Told(label, claim.evidence, _whose(claim, kind), raw, claim))
    return found


def _whose(claim: Any, kind: str) -> tuple[str, ...]:
    if kind == "contacts":
        return tuple(
            i for one in claim.participants for i in (one.actor, one.represents) if i is not None
        )
    first = claim.by if kind == "forecasts" else claim.actor
    return tuple(i for i in (first, *getattr(claim, "joint", ())) if i is not None)


def words_in(text: str, of: Iterable[Span]) -> frozenset[int]:
    """Where the words of ``of`` begin."""
    return frozenset(m.start() + s.start for s in of for m in _WORD.finditer(text[s.start : s.end]))


def pairs_of(
    reading: Reading, gold: list[Noted], told: list[Told]
) -> list[tuple[Noted, Told, bool]]:
    """Noted and told claims that are the same, most alike first; and whether the doer is right."""
    text = reading.report.text
    actors = {actor.id: actor for actor in reading.actors}
    likeness = []
    for g, one in enumerate(gold):
        mine = words_in(text, one.said)
        for t, other in enumerate(told):
            theirs = words_in(text, other.said)
            both = len(mine & theirs)
            if not both or both < _SHARED * min(len(mine), len(theirs)):
                continue
            alike = both / len(mine | theirs)
            if alike < _OF_BOTH:
                continue
            doers = [actors[i] for i in other.who if i in actors]
            who = is_whose(text, one, doers) or is_called(text, one, other.raw)
            likeness.append((alike + 0.5 * who + 0.3 * (one.label == other.label), g, t, who))
    likeness.sort(key=lambda row: (-row[0], row[1], row[2]))
    taken: set[int] = set()
    used: set[int] = set()
    made = []
    for _, g, t, who in likeness:
        if g not in taken and t not in used:
            taken.add(g)
            used.add(t)
            made.append((gold[g], told[t], who))
    return made


def is_whose(text: str, one: Noted, actors: list[Actor]) -> bool:
    """Tell whether an actor is whom the reader named, by a mention or by the last word."""
    for name in one.who:
        words = text[name.start : name.end]
        places = [m.span() for m in re.finditer(re.escape(words), text)]
        last = _last_word(words)
        for actor in actors:
            if any(
                mention.start < end and start < mention.end
                for mention in actor.mentions
                for start, end in places
            ) or last in {_last_word(each) for each in (actor.name, *actor.aliases)}:
                return True
    return not one.who and not actors


def is_called(text: str, one: Noted, raw: str) -> bool:
    """Tell whether the words for a doer without a name are those that the reader noted."""
    last = _last_word(raw)
    return any(last == _last_word(text[name.start : name.end]) for name in one.who)


def _last_word(name: str) -> str:
    words = [word for word in re.findall(r"\w+", name.casefold()) if len(word) > 1]
    return words[-1] if words else name


def scored(
    part: str, reader: str, misses: str | None = None, *, doubtful: bool = False
) -> dict[str, dict[str, Tally]]:
    """Tallies by kind and source of the passages of a part."""
    chosen = {each.document: each for each in passages(part)}
    gold = noted()
    tallies: dict[str, dict[str, Tally]] = {kind: defaultdict(Tally) for kind in KINDS}
    names, reports = zip(*documents(chosen), strict=True)
    for name, reading in zip(names, READERS[reader]().read(reports), strict=True):
        claims = extract(reading, doubtful=doubtful)
        source = name.split("_")[0] if name.startswith(("tbaq_", "polnear_")) else "releases"
        for kind in KINDS:
            mine = gold[chosen[name].number, kind]
            told = told_in(chosen[name], claims, kind)
            pairs = pairs_of(reading, mine, told)
            tally = Tally(
                len(mine),
                len(pairs),
                sum(who for _, _, who in pairs),
                sum(g.label == t.label for g, t, _ in pairs),
                len(told),
            )
            tallies[kind][source] += tally
            if kind == misses:
                show(name, reading.report.text, mine, told, pairs)
    return tallies


def show(
    name: str,
    text: str,
    mine: list[Noted],
    told: list[Told],
    pairs: list[tuple[Noted, Told, bool]],
) -> None:
    """Print what was missed, what was told and not noted, and whose doer is wrong."""
    found = {id(g) for g, _, _ in pairs}
    used = {id(t) for _, t, _ in pairs}

    def words(of: Iterable[Span]) -> str:
        return " … ".join(" ".join(text[s.start : s.end].split()) for s in of)

    for one in mine:
        if id(one) not in found:
            print(f"{name} missed {one.label} [{words(one.who)}] {words(one.said)}")
    for other in told:
        if id(other) not in used:
            print(f"{name} extra {other.label} {other.claim.why} {words(other.said)}")
    for one, other, who in pairs:
        if not who:
            print(f"{name} who {other.who} is not [{words(one.who)}] {words(other.said)}")


def main() -> None:
    """Print how much was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--part", choices=("fresh", "worked"), default="fresh")
    parser.add_argument("--reader", choices=sorted(READERS), default="rules")
    parser.add_argument("--misses", choices=sorted(KINDS), help="print what differs; worked only")
    parser.add_argument("--doubtful", action="store_true", help="with what releases leave out")
    args = parser.parse_args()
    if args.misses and args.part == "fresh":
        parser.error("the fresh passages are not looked at; add --part worked")
    print(f"{args.part} passages, reader {args.reader}; shares in per cent")
    print(f"{'kind':10} {'source':9} {'noted':>5} {'found':>6} {'who':>5} {'label':>6} {'told':>5}")
    for kind, by_source in scored(
        args.part, args.reader, args.misses, doubtful=args.doubtful
    ).items():
        total = sum(by_source.values(), Tally())
        for source, tally in [*sorted(by_source.items()), ("all", total)]:
            print(line(kind, source, tally))


def line(kind: str, source: str, tally: Tally) -> str:
    """One row of the table."""
    found, told = max(tally.found, 1), max(tally.told, 1)
    return (
        f"{kind:10} {source:9} {tally.noted:5} {100 * tally.found / max(tally.noted, 1):6.1f} "
        f"{100 * tally.who / found:5.1f} {100 * tally.label / found:6.1f} {tally.told:5} "
        f"noted {100 * tally.found / told:.1f}"
    )


if __name__ == "__main__":
    main()
