from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER, RULES, report_of

from communique import pipeline
from communique.errors import DamagedInput, EmptyInput, InternalError, RecordError
from communique.model import (
    Account,
    Actor,
    Claims,
    Contact,
    Origin,
    Reading,
    Report,
    Span,
    Spans,
    body_id,
)
from communique.model.rows import Progress
from communique.pipeline import Recorded
from communique.record import Outcome, Store
from communique.record.sqlite import SqliteStore


class FirstWord:
    """A reader that finds one actor, the first word, and fails on reports that say so."""

    name = "first word"

    def __init__(self, origin: Origin = RULES) -> None:
        self.origin = origin
        self.batches: list[int] = []

    def prepare(self) -> None: ...

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        some = list(reports)
        self.batches.append(len(some))
        for report in some:
            if "breaks" in report.text:
                raise ZeroDivisionError("by nought")
            if "stops" in report.text:
                return
            span = Span(0, len(report.text.split()[0]))
            if "lies" in report.text:
                span = Span(5000, 5001)
            actor = Actor(id="a1", name=span.of(report.text), kind="person", mentions=(span,))
            whole = (Span(0, len(report.text)),)
            yield Reading(report=report, sentences=whole, actors=(actor,), origin=self.origin)


def extract(reading: Reading) -> Claims:
    if "puzzles" in reading.report.text:
        raise LookupError("no such head")
    contact = Contact(id="c1", kind="call", evidence=reading.sentences)
    return Claims(contacts=(contact,))


def reports(*texts: str) -> list[Report]:
    return [report_of(text, path=f"{n}.txt") for n, text in enumerate(texts)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "record.sqlite")
    yield opened
    opened.close()


def outcomes(found: Iterable[Recorded | pipeline.Failed]) -> list[str]:
    return [e.outcome if isinstance(e, Recorded) else f"{e.subject} {e.code}" for e in found]


def adding(
    given: Iterable[Report | EmptyInput],
    store: Store,
    reader: FirstWord | None = None,
    batch: int = 3,
) -> Iterator[Recorded | pipeline.Failed]:
    reader = reader or FirstWord()
    accounts = pipeline.in_turn(reader, extract, batch)
    return pipeline.add(given, reader.origin, accounts, store, batch)


def add(
    given: Iterable[Report | EmptyInput], store: Store, reader: FirstWord | None = None
) -> list[str]:
    return outcomes(adding(given, store, reader))


def test_reports_go_all_the_way(store: SqliteStore) -> None:
    (report,) = reports("Mira rang Tomas.")
    assert add([report], store) == ["added"]
    account = store.account(f"r-{report.publication}")
    assert account.actors[0].name == "Mira"
    assert account.contacts[0].kind == "call"
    assert store.source(f"r-{report.publication}") == (report, (Span(0, 16),))


def test_what_is_recorded_is_not_read_again(store: SqliteStore) -> None:
    given = reports("Mira rang.", "Tomas wrote.", "Pia came.", "Ola left.")
    assert add(given[:2], store) == ["added"] * 2
    reader = FirstWord()
    assert add(given, store, reader) == ["unchanged"] * 2 + ["added"] * 2
    assert sum(reader.batches) == 2
    assert add(given, store, FirstWord(NEWER)) == ["re-read"] * 4


def test_the_same_report_twice_in_a_batch(store: SqliteStore) -> None:
    (report,) = reports("Mira rang.")
    assert add([report, report], store) == ["added", "unchanged"]


@pytest.mark.parametrize("fault", ["breaks", "stops", "lies", "puzzles"])
def test_a_fault_in_one_report_leaves_the_others(store: SqliteStore, fault: str) -> None:
    texts = [
        "Mira rang.",
        "Pia came.",
        f"This {fault}.",
        "Ola left.",
        "Tomas wrote.",
        f"So {fault}!",
    ]
    assert add(reports(*texts), store) == [
        "added",
        "added",
        "2.txt C900",
        "added",
        "added",
        "5.txt C900",
    ]
    assert len(list(store.verify())) == 4


def test_a_fault_names_the_report_and_what_was_being_done(store: SqliteStore) -> None:
    found = list(adding(reports("It puzzles."), store))
    assert isinstance(found[0], InternalError)
    assert str(found[0]) == (
        "0.txt: extracting failed (LookupError: no such head); please report this"
    )


def test_an_input_that_cannot_be_used_stays_in_its_place(store: SqliteStore) -> None:
    first, second = reports("Mira rang.", "Pia came.")
    fault = EmptyInput("there is no text in it", subject="void.txt")
    assert add([first, fault, second], store) == ["added", "void.txt C202", "added"]


def test_halves_of_characters_are_the_reports_own_fault(store: SqliteStore) -> None:
    text = "Mira rang \ud83d Tomas."
    broken = Report(id=body_id(text), publication="0" * 16, path="x.txt", text=text)
    good = reports("Pia came.")
    assert add([broken, *good], store) == [f"x.txt {DamagedInput.code}", "added"]
    assert len(list(store.verify())) == 1


class Full:
    """A record on a full disk."""

    def editions(self, bodies: Iterable[str]) -> dict[str, list[Report]]:
        return {}

    def origins(self, publications: Iterable[str]) -> dict[str, Origin]:
        return {}

    def add(self, account: Account, sentences: Spans = ()) -> Outcome:
        raise RecordError("there is no room left to write")


def test_a_fault_of_the_record_ends_the_adding() -> None:
    with pytest.raises(RecordError, match="no room"):
        list(adding(reports("Mira rang."), Full()))  # type: ignore[arg-type]


def test_only_a_batch_is_taken_at_a_time(store: SqliteStore) -> None:
    taken = 0

    def stream() -> Iterator[Report]:
        nonlocal taken
        for report in reports(*(f"Mira rang {n} times." for n in range(10))):
            taken += 1
            yield report

    reader = FirstWord()
    found = adding(stream(), store, reader, batch=4)
    next(found)
    assert taken == 4
    assert len(list(found)) == 9
    assert reader.batches == [4, 4, 2]


def test_a_summary_counts_and_tells_of_each(store: SqliteStore) -> None:
    told: list[Progress] = []
    given = reports("Mira rang.", "It breaks.")
    add(given[:1], store)
    done = adding([*given, *reports("", "", "Pia came.")[2:]], store)
    summary = pipeline.summed(done, told.append)
    assert (summary.added, summary.unchanged, summary.failed, summary.re_read) == (1, 1, 1, 0)
    assert [(p.done, p.outcome) for p in told] == [(1, "unchanged"), (2, "failed"), (3, "added")]
    assert [fault.subject for fault in summary.faults] == ["1.txt"]
    assert len(summary.reports) == 1


def test_reading_without_a_record() -> None:
    given = [*reports("Mira rang."), EmptyInput("there is no text in it", subject="void.txt")]
    found = list(pipeline.in_turn(FirstWord(), extract, 1)(given))
    assert isinstance(found[0], tuple)
    assert found[0][0].actors[0].name == "Mira"
    assert isinstance(found[1], EmptyInput)


def test_an_actor_without_words_is_no_fault(store: SqliteStore) -> None:
    reading = next(FirstWord().read(reports("Mira rang.")))
    bare = replace(reading, actors=(Actor(id="a1", name="Norland", kind="state"),))
    assert store.add(pipeline.account_of(bare, Claims())) == "added"
