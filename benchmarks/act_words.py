"""Mines verbs that tell an act from annotated attributions, where the hand-written list ends.

PolNeAR marks which words report somebody's words or attitude (the cue). A verb that mostly stands
in cues tells what people do with words; those that ``extract/data/en/acts.toml`` lacks are the
candidates. Which act each tells is the reviewer's verdict, in ``judged/act_words.tsv`` with the
frame that the verb stands in; all other candidates were declined.

    python -m benchmarks.act_words            # the candidates, with their share of uses in cues
    python -m benchmarks.act_words --write    # writes extract/data/en/acts_learnt.toml
    python -m benchmarks.act_words --types    # how well the type can be told by company alone

``--types`` asks whether the type could be learnt too: verbs of one act keep like company, so an
unknown verb could have the type of the known verbs with the nearest vectors (positive pointwise
mutual information, cosine, five votes; Lin 1998), the known verbs being weak labels. Each known
verb is typed with itself left out. Its texts are three quarters of the White House releases,
chosen by a hash of their ids, and PolNeAR's training articles; no development article is read.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from communique.extract.acts.frames import frames_for
from communique.extract.lexicon import lexicon_for

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"
REVIEWED = Path(__file__).parent / "judged/act_words.tsv"
WRITTEN = ROOT / "src/communique/extract/data/en/acts_learnt.toml"
USES = 12  # uses of a verb, at least
RELEASES = 6  # texts that use it, at least
NEIGHBOURS = 5  # known verbs that vote
SMOOTHED = 0.85  # power of a feature's count, against rare ones (Levy et al. 2015)
CUE_RATE = 0.20  # share of a verb's uses that are in cues, at least
ARTICLES = 2  # articles that use it in a cue, at least
HEAD = """# Verbs that tell an act, mined from the cues of PolNeAR's training articles and reviewed.
# Written by: python -m benchmarks.act_words --write
# The form is that of acts.toml, whose frames come first.
"""
_KEPT = "0123456789ab"  # first digits of the hashes of the releases that are read

_WORD = r"[^\W\d_][\w’'-]*"
_USE = re.compile(
    r"(?P<who>\b(?:I|we|We|he|He|she|She|they|They)|\b[A-Z][\w’'-]*)\s+"
    r"(?:(?:also|again|further|then|\w{3,}ly)\s+){0,2}"
    r"(?P<verb>[a-z]{4,})\s+(?P<rest>[^.!?\n]{8,160})"
)
_TOKENS = re.compile(r"[^\W\d_][\w’'-]*|\d+")
_LEADS = frozenset(
    [
        "that",
        "to",
        "for",
        "on",
        "about",
        "against",
        "with",
        "of",
        "over",
        "in",
        "at",
        "by",
        "upon",
        "from",
        "into",
    ]
)
_MODALS = frozenset(
    ["will", "would", "must", "should", "could", "can", "may", "might", "shall", "not", "never"]
)
_PRONOUNS = frozenset(["him", "her", "them", "us", "me", "you"])


class Use(NamedTuple):
    """One use of a verb: the text that has it, and what stands around it."""

    text: str
    features: frozenset[str]


def releases() -> Iterator[tuple[str, str]]:
    """The White House releases that may be learnt from: id and text."""
    path = CORPORA / "white-house/releases.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if hashlib.sha256(row["id"].encode()).hexdigest()[0] in _KEPT:
                yield row["id"], row["text"]


def articles() -> Iterator[dict[str, object]]:
    """The training articles of PolNeAR."""
    with gzip.open(CORPORA / "polnear/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def uses_in(name: str, text: str, past: dict[str, str]) -> Iterator[tuple[str, Use]]:
    """The uses of verbs in a text: the past form, and what follows it."""
    for match in _USE.finditer(text):
        word = match["verb"]
        form = word if word.endswith("ed") else past.get(word)
        if form is None or (form != word and match["who"].lower() not in ("i", "we")):
            continue
        rest = _TOKENS.findall(match["rest"])[:9]
        yield form, Use(name, frozenset(_features(rest)))


def _features(rest: list[str]) -> Iterator[str]:
    if not rest:
        return
    first = rest[0]
    someone = first in _PRONOUNS or first[:1].isupper()
    if someone:
        lead = next((word for word in rest[1:6] if word in _LEADS), "")
        yield f"whom+{lead}"
    elif first in _LEADS:
        yield f"lead:{first}"
    else:
        lead = next((word for word in rest[1:5] if word in _LEADS), "")
        yield f"thing+{lead}"
    for word in rest:
        low = word.lower()
        if low in _MODALS:
            yield f"modal:{low}"
        elif low.isalpha() and not word[:1].isupper():
            yield f"word:{low}"


class Mined(NamedTuple):
    """A past form: how often it is used, in cues and in how many articles' cues."""

    used: int
    cued: int
    articles: int


def mined() -> dict[str, Mined]:
    """The verbs in -ed of PolNeAR's training articles that mostly report, best first."""
    used: Counter[str] = Counter()
    cued: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for row in articles():
        text = str(row["text"])
        told: Any = row["attributions"]
        used.update(word for word in _TOKENS.findall(text) if word.endswith("ed"))
        for start, end in {(start, end) for one in told for start, end in one["cue"]}:
            for word in _TOKENS.findall(text[start:end]):
                if word.endswith("ed") and word.islower():
                    cued[word] += 1
                    where[word].add(str(row["id"]))
    return {
        word: Mined(used[word], count, len(where[word]))
        for word, count in cued.most_common()
        if len(where[word]) >= ARTICLES and count >= CUE_RATE * used[word]
    }


def reviewed() -> dict[str, dict[str, str]]:
    """The reviewer's verdicts, by past form: type and frame."""
    with REVIEWED.open(encoding="utf-8", newline="") as lines:
        return {row["past"]: row for row in csv.DictReader(lines, delimiter="\t")}


def frames(candidates: dict[str, Mined]) -> Iterator[str]:
    """The TOML of the candidates that tell an act."""
    for past, row in reviewed().items():
        if past not in candidates:
            continue
        found = candidates[past]
        yield f"# {past}: in a cue {found.cued} of {found.used} times, {found.articles} articles"
        yield "[[frame]]"
        yield f'type = "{row["type"]}"\nverbs = ["{row["forms"]}"]\nobject = "{row["object"]}"'
        for name in ("heads", "particle", "towards", "what", "needs", "barred"):
            if row[name]:
                yield f"{name} = [{', '.join(json.dumps(word) for word in row[name].split())}]"
        if row["status"]:
            yield f'status = "{row["status"]}"'
        yield ""


def seeds() -> dict[str, str]:
    """The known verbs with one type each: past form -> type."""
    types: dict[str, set[str]] = defaultdict(set)
    for word, triggers in frames_for(lexicon_for("en")).verbs.items():
        for trigger in triggers:
            for frame in trigger.frames:
                if trigger.form == "past" and not (frame.heads or frame.predicate):
                    types[word].add(frame.type)
    found = {word: some.pop() for word, some in types.items() if len(some) == 1}
    return {word: type_ for word, type_ in found.items() if word.endswith("ed")}


def bases(known: set[str]) -> dict[str, str]:
    """Plain form -> past form, for regular verbs."""
    return {base: past for past in known for base in _bases_of(past)}


def _bases_of(past: str) -> Iterator[str]:
    stem = past[:-2]
    if past.endswith("ied"):
        yield past[:-3] + "y"
    else:
        yield stem
        yield stem + "e"
        if len(stem) > 3 and stem[-1] == stem[-2]:
            yield stem[:-1]


Vector = dict[str, float]


def vectors(uses: dict[str, list[Use]]) -> dict[str, Vector]:
    """The vector of each verb, of length 1: positive pointwise mutual information.

    A feature counts once a text, so that one release's phrase does not speak for all.
    """
    counts = {
        verb: Counter(f for _, f in {(use.text, f) for use in some for f in use.features})
        for verb, some in uses.items()
    }
    whole: Counter[str] = Counter()
    for some in counts.values():
        whole.update(some)
    total = sum(whole.values())
    found = {}
    for verb, some in counts.items():
        size = sum(some.values())
        found[verb] = _unit(
            {
                feature: value
                for feature, count in some.items()
                if count > 1
                and (value := math.log(count * total / (size * whole[feature] ** SMOOTHED))) > 0
            }
        )
    return found


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {feature: value / length for feature, value in vector.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length 1."""
    few, many = sorted((one, other), key=len)
    return sum(value * many.get(feature, 0.0) for feature, value in few.items())


def nearest(verb: str, known: dict[str, str], vector: dict[str, Vector]) -> list[tuple[float, str]]:
    """The types of the nearest known verbs, each with its share of their cosines, best first."""
    near = sorted(
        (
            (cosine(vector[verb], vector[other]), other)
            for other in known.keys() & vector.keys()
            if other != verb
        ),
        reverse=True,
    )[:NEIGHBOURS]
    votes: Counter[str] = Counter()
    for value, other in near:
        votes[known[other]] += value  # type: ignore[assignment]
    whole = sum(votes.values()) or 1.0
    return sorted(((value / whole, type_) for type_, value in votes.items()), reverse=True)


def collected() -> dict[str, list[Use]]:
    """All uses of verbs that are used often enough, by past form."""
    texts = [*releases(), *((str(row["id"]), str(row["text"])) for row in articles())]
    seen = Counter(m["verb"] for _, text in texts for m in _USE.finditer(text))
    past = bases({word for word, count in seen.items() if word.endswith("ed") and count >= USES})
    past = {base: form for base, form in past.items() if seen[base]}
    uses: dict[str, list[Use]] = defaultdict(list)
    for name, text in texts:
        for form, use in uses_in(name, text, past):
            uses[form].append(use)
    return {
        form: some
        for form, some in uses.items()
        if len(some) >= USES and len({use.text for use in some}) >= RELEASES
    }


def report(known: dict[str, str], vector: dict[str, Vector]) -> None:
    """Print how often a known verb, left out, gets its own type first, or among three."""
    ranks = {
        verb: [type_ for _, type_ in nearest(verb, known, vector)]
        for verb in known.keys() & vector.keys()
    }
    first = sum(ranked[0] == known[verb] for verb, ranked in ranks.items())
    three = sum(known[verb] in ranked[:3] for verb, ranked in ranks.items())
    print(f"known verbs, each left out: own type first {first}, in three {three} of {len(ranks)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write the list of verbs")
    parser.add_argument("--types", action="store_true", help="type known verbs by company")
    args = parser.parse_args()
    if args.types:
        report(seeds(), vectors(collected()))
        return
    table = lexicon_for("en").table("acts")["frame"]
    told = {form for entry in table for verb in entry["verbs"] for form in verb.split()}
    told = {form for some in told for form in some.split("/")}
    candidates = {word: found for word, found in mined().items() if word not in told}
    kept = reviewed()
    if args.write:
        WRITTEN.write_text("\n".join([HEAD, *frames(candidates)]), encoding="utf-8")
    for word, found in candidates.items():
        verdict = kept[word]["type"] if word in kept else "declined"
        print(f"{word:16}{found.cued:4} of {found.used:<5}{found.articles:4}  {verdict}")
    print(f"{len(candidates)} candidates, {len(kept.keys() & candidates.keys())} kept")


if __name__ == "__main__":
    main()
