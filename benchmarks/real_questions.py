"""Whether questions on real reports, put by readers who did not know the program, are answered.

Each file of ``benchmarks/questions`` has some reports on one story (of the White House releases,
PolNeAR's training part, TempEval-3, or the shared reports, by name) and what a desk officer would
ask of them: the question, the answer in a few words (where these are not the report's), and the
places in the reports that say it, as offsets (the words are in the corpora); or neither, where the
reports do not say. A finding hits
where one of its passages overlaps such a place. Files marked ``fresh`` are not looked at while the
program is mended, nor learnt from.

    python -m benchmarks.real_questions --records FOLDER [--part fresh] [--show] [STORY …]

``FOLDER`` keeps a record of each story, read by the rules, made where there is none.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from benchmarks.annotated import documents
from benchmarks.gold_questions import hits, hits_span
from communique.model.asking import Reply
from communique.service import Service, every
from communique.settings import load

HERE = Path(__file__).parent / "questions"
SHARED = Path(__file__).parents[2] / "shared"


class Story(NamedTuple):
    """Some reports, by name, and what is asked of them."""

    name: str
    part: str
    reports: tuple[str, ...]
    questions: tuple[dict[str, Any], ...]


def stories(part: str | None = None) -> Iterator[Story]:
    """The stories of a part, or all."""
    for path in sorted(HERE.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        questions = tuple(
            {
                "question": one["asks"],
                "answer": one.get("answer", ""),
                "answerable": bool(one.get("evidence")),
                "evidence": [
                    {"doc": name, "start": start, "end": end}
                    for name, start, end in one.get("evidence", ())
                ],
            }
            for one in table["question"]
        )
        story = Story(path.stem, table["part"], tuple(table["reports"]), questions)
        if part in (None, story.part):
            yield story


def service_of(story: Story, folder: Path) -> Service:
    """The record of a story, made where there is none."""
    record = folder / f"{story.name}.sqlite"
    service = Service(load({}, record=record, reader="rules"))
    if not record.exists():
        files = [SHARED / f"{name}.txt" for name in story.reports if name.startswith("reports/")]
        with TemporaryDirectory() as rows:
            for name, report in documents(story.reports):
                row = {
                    "id": name,
                    "url": f"https://reports.invalid/{name}",
                    "title": report.title,
                    "published": report.published,
                    "text": report.text,
                }
                path = Path(rows) / f"{name}.jsonl"
                path.write_text(json.dumps(row), encoding="utf-8")
            service.add(files or [Path(rows)])
    return service


def names_of(service: Service) -> dict[str, str]:
    """The name of each report by its id."""
    return {
        row.id: row.url.rpartition("/")[2] if row.url else f"reports/{Path(row.path or '').stem}"
        for row in every(service.reports)
    }


class Asked(NamedTuple):
    """A question and its reply: which findings hit its evidence, and whether a nearest one does."""

    question: dict[str, Any]
    reply: Reply
    hits: list[bool]
    near: bool


def asked(service: Service, story: Story) -> list[Asked]:
    """What each question of a story is answered."""
    names = names_of(service)
    told = []
    for one in story.questions:
        reply = service.ask(one["question"])
        near = any(
            hits_span(span, names.get(source.report.id), one)
            for source in reply.nearest
            for span in source.spans
        )
        told.append(Asked(one, reply, [hits(each, one, names) for each in reply.findings], near))
    return told


def main() -> None:
    """Ask all questions of a part."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--part", choices=("worked", "fresh"), default="fresh")
    parser.add_argument("--show", action="store_true", help="print the answers (of worked ones)")
    parser.add_argument("story", nargs="*")
    given = parser.parse_args()
    given.records.mkdir(parents=True, exist_ok=True)
    whole = [0] * 7
    for story in stories(given.part):
        if given.story and story.name not in given.story:
            continue
        with service_of(story, given.records) as service:
            told = asked(service, story)
        if given.show and story.part == "worked":
            show(told)
        counts = counted(told)
        whole = [a + b for a, b in zip(whole, counts, strict=True)]
        print(line(story.name, counts))
    print(line("all", whole))


def counted(told: list[Asked]) -> list[int]:
    """Of those told how many, hit first, hit, declined, near; of others how many, declined."""
    yes = [each for each in told if each.question["answerable"]]
    no = [each for each in told if not each.question["answerable"]]
    return [
        len(yes),
        sum(each.hits[:1] == [True] for each in yes),
        sum(any(each.hits) for each in yes),
        sum(each.reply.declined for each in yes),
        sum(each.near for each in yes),
        len(no),
        sum(each.reply.declined for each in no),
    ]


def line(name: str, counts: list[int]) -> str:
    """What was counted, in a line."""
    yes, first, some, declined, near, no, rightly = counts
    return (
        f"{name}: of {yes} to be answered {first} by the first finding, {some} by some, {declined} "
        f"declined ({near} with the words among the nearest); of {no} not told {rightly} declined"
    )


def show(told: list[Asked]) -> None:
    """Print each question with its answer and what was found."""
    for each in told:
        values = "; ".join(finding.value for finding in each.reply.findings[:3]) or "declined"
        print(f"{'hit ' if any(each.hits) else '    '}{each.question['question']}")
        print(f"      {each.question['answer'] or '-'}\n    > {values}")


if __name__ == "__main__":
    main()
