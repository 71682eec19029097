"""Questions over whole records: the shipped storyline, and invented ones.

``questions.toml`` was written before there was anything to answer it, the questions on each story
before they were first asked. How many were right then is told in docs/ask.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.model.asking import Reply, Source
from communique.service import Service, every
from communique.settings import load

HERE = Path(__file__).parent
STORIES = (
    "lake",
    "dam",
    "envoy",
    "aid",
    "tariff",
    "pass",
    "visit",
    "canal",
    "truce",
    "hostages",
    "airspace",
    "cloister",
)
#: Asked by `make questions` alone, for the time they take.
FURTHER = (
    "bridge",
    "islands",
    "port",
    "fish",
    "water",
    "nickel",
    "crossing",
    "embargo",
    "extradite",
    "quake",
    "rail",
    "strait",
    "vaccine",
    "bells",
    "salt",
    "pylon",
    "orphans",
    "cable",
    "asylum",
    "radar",
    "thaw",
    "gas",
    "ferryman",
    "grain",
    "ballot",
    "debris",
    "exchange",
    "valley",
    "codex",
    "balloon",
    "graves",
    "locusts",
    "legation",
    "creditors",
    "expulsion",
    "squid",
    "clinic",
    "reactor",
    "corridor",
    "minerals",
    "centrifuge",
    "isthmus",
)
FOLDERS = {
    "storyline": HERE.parents[1] / "examples" / "storyline",
    "quotas": HERE / "reports",
    **{name: HERE / name for name in (*STORIES, *FURTHER)},
}
QUESTIONS: list[dict[str, Any]] = [
    asked
    for name in ("questions", "more", *STORIES, *FURTHER)
    for asked in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["question"]
]
#: What is known to be out of reach.
NOT_YET = {
    "Why did Zame have to correct the number of bargemen?": "takes two sentences to tell",
    "What is the position of Soldava on the flow in August?": "takes two sentences to tell",
}


class Remembering(Service):
    """A service that does not look for an answer twice."""

    def ask(self, question: str) -> Reply:
        replies: dict[str, Reply] = self.__dict__.setdefault("replies", {})
        if question not in replies:
            replies[question] = super().ask(question)
        return replies[question]


class Records(dict[str, Service]):
    """The records of the stories, each made when it is first asked."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> Service:
        settings = load({}, record=self._folder / f"{name}.sqlite", reader="rules")
        self[name] = service = Remembering(settings)
        assert not service.add([FOLDERS[name]]).failed
        return service


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    made = Records(tmp_path_factory.mktemp("records"))
    yield made
    for service in made.values():
        service.close()


def is_right(service: Service, reply: Reply, asked: dict[str, Any]) -> bool:
    """Tell whether the reply has the evidence that was written down, on top if one will do."""
    wanted = asked.get("answers", [])
    if not wanted:
        return reply.declined
    texts = {
        row.id: (Path(row.path or "").name, service._store.source(row.id)[0].text)
        for row in every(service.reports)
    }

    def has(source: Source, beginning: str, words: str) -> bool:
        name, text = texts[source.report.id]
        if not name.startswith(beginning):
            return False
        found = re.search(r"\s+".join(map(re.escape, words.split())), text)
        assert found, f"{words!r} is not in {name}"
        return any(span.start < found.end() and found.start() < span.end for span in source.spans)

    sources = [source for finding in reply.findings for source in finding.sources]
    if asked.get("every"):
        return all(any(has(s, *one) for s in sources for one in value) for value in wanted)
    return any(has(s, *one) for s in reply.findings[:1] for s in s.sources for one in wanted[0])


def check_quotes(service: Service, reply: Reply) -> None:
    """Check that every source quotes its report."""
    for source in (*(s for f in reply.findings for s in f.sources), *reply.nearest):
        text = service._store.source(source.report.id)[0].text
        passage = source.passage
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        for mark in passage.marks:
            assert passage.text[mark.start : mark.end]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(asked, marks=pytest.mark.long if asked["record"] in FURTHER else ())
        for asked in QUESTIONS
    ],
    ids=lambda asked: str(asked["asks"]),
)
def test_a_question_is_answered_with_its_evidence(
    records: dict[str, Service], asked: dict[str, Any]
) -> None:
    service = records[asked["record"]]
    reply = service.ask(asked["asks"])
    check_quotes(service, reply)
    right = is_right(service, reply, asked)
    not_yet = NOT_YET.get(asked["asks"]) or asked.get("not_yet")
    if not_yet and right:
        pytest.fail(f"is answered now: take away its mark ({not_yet})")
    if not_yet:
        pytest.xfail(not_yet)
    assert right, reply


def test_accounts_that_differ_say_so(records: dict[str, Service]) -> None:
    reply = records["quotas"].ask("How long did the call between Orvik and Lammers last?")
    assert reply.agreement == "differ"
    assert {finding.value for finding in reply.findings} == {"PT25M", "PT40M"}


def test_a_copy_and_its_original_give_one_answer(records: dict[str, Service]) -> None:
    reply = records["storyline"].ask("Who said that the Lume has fallen by 40 percent?")
    (first, *_) = reply.findings
    assert first.value == "Bertil Zame"
    assert len({source.report.id for source in first.sources}) >= 2


def test_what_is_declined_tells_why_and_what_comes_nearest(records: dict[str, Service]) -> None:
    reply = records["storyline"].ask("When did Ilena Dravo meet Aurel Monde?")
    assert reply.declined
    assert not reply.findings
    assert reply.why
    assert reply.nearest


def test_somebody_whom_no_report_names(records: dict[str, Service]) -> None:
    reply = records["quotas"].ask("What did Wendell Quist promise?")
    assert reply.declined
    assert "Wendell Quist" in reply.why


def test_the_same_question_gets_the_same_reply(records: dict[str, Service]) -> None:
    asked = "What was discussed by Orvik and Lammers?"
    service = records["quotas"]
    assert Service.ask(service, asked) == Service.ask(service, asked)


def test_words_of_several_reports_stand_side_by_side(records: dict[str, Service]) -> None:
    reply = records["aid"].ask("Was a ransom paid?")
    reports = {source.report.id for finding in reply.findings for source in finding.sources}
    assert len(reports) > 1
    assert reply.agreement is None
