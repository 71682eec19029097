"""Whom "he" and "she" mean, by the grammar alone, against GUM's annotation.

Right is a pronoun that is given to an actor who is mentioned, elsewhere in the text, within the
same entity of GUM. Pronouns whose entity is never named (nor spoken of but by pronouns) are left
out of what could be found; a pronoun of such an entity that is given to somebody is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from training import corpora

from communique.model import Report
from communique.read.rules import RuleReader

PRONOUNS = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))


def main() -> None:
    """Print precision and recall of one part of GUM."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--part", default="dev", help="dev (the default) or train")
    parser.add_argument("--show", action="store_true", help="print what is wrong (train only)")
    given = parser.parse_args()
    documents = corpora.gum(given.shared / f"corpora/gum/{given.part}.conllu.gz")
    tally: Counter[str] = Counter()
    for document in documents:
        tally += score(document, show=given.show and given.part == "train")
    resolved, right, nameable = tally["resolved"], tally["right"], tally["nameable"]
    print(f"{nameable} that could be found, {resolved} resolved, {right} right")
    print(f"precision {right / resolved:.1%}, found {right / nameable:.1%}")


def score(document: corpora.Document, *, show: bool = False) -> Counter[str]:
    """Count the pronouns of one text: those that could be found, resolved, right."""
    text = document.text
    report = Report(id="", publication=document.name, text=text, language="en")
    reading = next(iter(RuleReader().read([report])))
    given = {(s.start, s.end): actor for actor in reading.actors for s in actor.pronouns}
    spans: dict[str, list[tuple[int, int]]] = {}
    for mention in document.mentions or ():
        if not mention.kind.endswith("/pronoun"):
            spans.setdefault(mention.entity, []).append((mention.start, mention.end))
    tally: Counter[str] = Counter()
    for mention in document.mentions or ():
        if text[mention.start : mention.end].casefold() not in PRONOUNS:
            continue
        homes = spans.get(mention.entity, [])
        tally["nameable"] += bool(homes)
        actor = given.get((mention.start, mention.end))
        if actor is None:
            if show and homes:
                _show(text, mention.start, "-", text[slice(*homes[-1])])
            continue
        tally["resolved"] += 1
        right = any(a <= s.start and s.end <= b for s in actor.mentions for a, b in homes)
        tally["right"] += right
        if show and not right:
            _show(text, mention.start, actor.name, text[slice(*homes[-1])] if homes else "nobody")
    return tally


def _show(text: str, at: int, got: str, wanted: str) -> None:
    before, after = text[max(0, at - 260) : at], text[at : at + 60]
    print(f"[{got} / {wanted}] …{before}>>{after}…".replace("\n", " "), end="\n\n")


if __name__ == "__main__":
    sys.exit(main())
