"""Whether the annotated questions on the shared reports are answered with their words, or declined.

An answer hits where one of its passages overlaps a piece of the annotated evidence. That it is
right is for a reader to say: ``--show`` prints each answer beside the one that was written down.

    python -m benchmarks.gold_questions
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from communique.model import Span
from communique.model.asking import Finding, Reply
from communique.service import Service
from communique.settings import load


def hits(finding: Finding, question: dict[str, Any], documents: dict[str, str]) -> bool:
    """Tell whether a passage of a finding overlaps a piece of the question's evidence.

    ``documents`` has the number of the annotated document of each report's id.
    """
    return any(
        hits_span(span, documents.get(source.report.id), question)
        for source in finding.sources
        for span in source.spans
    )


def hits_span(span: Span, document: str | None, question: dict[str, Any]) -> bool:
    """Tell whether a span of a document overlaps a piece of the question's evidence."""
    return any(
        document == piece["doc"] and span.start < piece["end"] and piece["start"] < span.end
        for piece in question["evidence"]
    )


def asked(service: Service, questions: list[dict[str, Any]]) -> list[tuple[Reply, list[bool]]]:
    """Return what each question is answered, and which of its findings hit the evidence."""
    rows = service.reports().rows
    documents = {row.id: Path(row.path or "").name[:3] for row in rows}
    replies = [service.ask(one["question"]) for one in questions]
    return [
        (reply, [hits(finding, one, documents) for finding in reply.findings])
        for one, reply in zip(questions, replies, strict=True)
    ]


def main() -> None:
    """Add the shared reports to a record of their own and ask."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--show", action="store_true", help="print the answers as well")
    given = parser.parse_args()
    questions = json.loads((given.shared / "gold/questions.json").read_text(encoding="utf-8"))
    with TemporaryDirectory() as folder:
        settings = load({}, record=Path(folder) / "record.sqlite")
        with Service(settings) as service:
            service.add(sorted((given.shared / "reports").glob("*.txt")))
            replies = asked(service, questions)
    told = [hit for one, (_, hit) in zip(questions, replies, strict=True) if one["answerable"]]
    declined = [
        reply.declined
        for one, (reply, _) in zip(questions, replies, strict=True)
        if not one["answerable"]
    ]
    if given.show:
        for one, (reply, hit) in zip(questions, replies, strict=True):
            values = "; ".join(finding.value for finding in reply.findings[:3]) or "declined"
            print(f"{'hit ' if any(hit) else '    '}{one['question']}\n      {one['answer']}")
            print(f"    > {values}")
    print(
        f"to be answered: {len(told)}; evidence hit by some finding {sum(map(any, told))}, ", end=""
    )
    print(f"by the first {sum(hit[:1] == [True] for hit in told)}")
    print(f"not told: {len(declined)}; declined {sum(declined)}")


if __name__ == "__main__":
    main()
