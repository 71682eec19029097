"""Scores an engine on annotated texts; needs no more than the program itself."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.read.learnt import Engine, Layers
from training import corpora
from training.corpora import Document
from training.references import conll


def statements(engine: Engine, gold: Path, scorer: Path, work: Path) -> dict[str, Any]:
    """The result of ``statements.py`` on a PolNeAR file, for the attributions as decoded."""
    documents = corpora.polnear(gold)
    readings = work / "readings.jsonl"
    with readings.open("w", encoding="utf-8") as file:
        for document, layers in _read(engine, documents):
            file.write(json.dumps(_reading(document, layers)) + "\n")
    printed = subprocess.run(
        [sys.executable, str(scorer / "statements.py"), str(gold), str(readings)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    print(printed.rsplit("RESULT", 1)[0])
    result: dict[str, Any] = json.loads(printed.rsplit("RESULT", 1)[1])
    return result


def _read(engine: Engine, documents: list[Document]) -> Iterable[tuple[Document, Layers]]:
    return zip(documents, engine.annotate(d.text for d in documents), strict=True)


def _reading(document: Document, layers: Layers) -> dict[str, Any]:
    statements = [
        {"content": a.content, "source": a.source, "cue": a.cue, "parent": None}
        for a in layers.attributions
    ]
    return {"report": {"id_hint": document.name, "text": document.text}, "statements": statements}


def entities(engine: Engine, documents: list[Document]) -> dict[str, float]:
    """Mention F1 (exact span; span and kind) and reference on annotated texts.

    Mentions are of people, groups, places and organisations, as ``corpora.gum``
    reads them. ``reference`` is the mean of MUC, B-cubed and CEAF-e F1 with
    single mentions counted, on mentions as found.
    """
    counts: Counter[str] = Counter()
    clusters = []
    for document, layers in _read(engine, documents):
        gold = {(m.start, m.end): m.kind for m in document.mentions or []}
        found = {(m.start, m.end): f"{m.kind}/{m.form}" for m in layers.mentions}
        counts["gold"] += len(gold)
        counts["found"] += len(found)
        counts["span"] += len(gold.keys() & found.keys())
        counts["kind"] += sum(
            gold.get(span, "").split("/")[0] == kind.split("/")[0] for span, kind in found.items()
        )
        clusters.append((_gold_clusters(document), _found_clusters(layers)))
    total = counts["gold"] + counts["found"]
    return {
        "mention": 200 * counts["span"] / total,
        "mention and kind": 200 * counts["kind"] / total,
        **conll(clusters),
    }


Clusters = list[set[tuple[int, int]]]


def _gold_clusters(document: Document) -> Clusters:
    by_entity: dict[str, set[tuple[int, int]]] = {}
    for mention in document.mentions or []:
        by_entity.setdefault(mention.entity, set()).add((mention.start, mention.end))
    return list(by_entity.values())


def _found_clusters(layers: Layers) -> Clusters:
    spans = [(m.start, m.end) for m in layers.mentions]
    cluster = {number: {span} for number, span in enumerate(spans)}
    for link in layers.links:
        cluster[link.mention] = cluster[link.antecedent]
        cluster[link.antecedent].add(spans[link.mention])
    return list({id(c): c for c in cluster.values()}.values())


def times(engine: Engine, documents: list[Document]) -> dict[str, float]:
    """F1 of temporal expressions: exact span, overlapping, and overlapping of the right type."""
    counts: Counter[str] = Counter()
    for document, layers in _read(engine, documents):
        gold, found = document.times or [], layers.times
        counts["all"] += len(gold) + len(found)
        for time in found:
            overlapping = [g for g in gold if g.start < time.end and time.start < g.end]
            counts["relaxed"] += bool(overlapping)
            counts["strict"] += any((g.start, g.end) == (time.start, time.end) for g in gold)
            counts["type"] += any(g.type == time.type for g in overlapping)
    return {name: 200 * counts[name] / counts["all"] for name in ("strict", "relaxed", "type")}
