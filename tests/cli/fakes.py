"""A service that answers from values made by hand and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from tests.cli import threads
from tests.publish import making

from communique.errors import EmptyInput, InputError, NotInRecord
from communique.model import Account
from communique.model.comparison import Cluster, ContactAccounts, Member
from communique.model.judgement import Judgement
from communique.model.rows import (
    EVERYTHING,
    AddSummary,
    Fault,
    Filter,
    Hit,
    Listing,
    Passage,
    Progress,
    Shown,
    ShownActor,
    ShownClaim,
    StatementRow,
    Verification,
)
from communique.model.span import Span
from communique.model.threads import Relations
from communique.settings import Settings


class FakeService:
    """Stands in for :class:`communique.service.Service`."""

    asked: ClassVar[list[tuple[str, Any]]] = []
    raises: ClassVar[BaseException | None] = None
    statement_count: ClassVar[int] = 3
    faults: ClassVar[tuple[Fault, ...]] = ()

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __enter__(self) -> FakeService:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def _ask(self, name: str, what: Any) -> None:
        self.asked.append((name, what))
        if self.raises is not None:
            raise self.raises

    def read(
        self, inputs: Iterable[str | Path], options: Any = None
    ) -> Iterator[Account | InputError]:
        self._ask("read", (tuple(inputs), options))
        yield making.readout().account
        yield EmptyInput("there is no text in it", subject="empty.txt")
        yield making.story().account

    def add(
        self,
        inputs: Iterable[str | Path],
        options: Any = None,
        *,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddSummary:
        self.asked.append(("add", (tuple(inputs), options)))
        assert progress
        progress(Progress(done=1, subject="a\x1b[31m.txt", outcome="added"))
        if self.raises is not None:
            raise self.raises
        failed = len(self.faults)
        return AddSummary(added=1, unchanged=2, failed=failed, faults=self.faults, reports=("r-1",))

    def statements(
        self, wanted: Filter = EVERYTHING, *, limit: int = 50, after: str | None = None
    ) -> Listing[StatementRow]:
        self._ask("statements", wanted)
        start = int(after or 0)
        end = min(start + limit, self.statement_count)
        rows = tuple(_statement(number) for number in range(start, end))
        return Listing(rows=rows, next=str(end) if end < self.statement_count else None)

    def __getattr__(self, name: str) -> Any:
        whole = making.dossier()
        lists: dict[str, tuple[Any, ...]] = {
            "timeline": whole.timeline,
            "actors": whole.actors,
            "reports": tuple(report.row for report in whole.reports),
            "contacts": tuple(row for contact in whole.contacts for row in contact.accounts),
            "figures": (),
            **threads.lists(),
        }
        if name not in lists:
            raise AttributeError(name)

        def listing(
            wanted: Filter = EVERYTHING, *, limit: int = 50, after: str | None = None
        ) -> Listing[Any]:
            self._ask(name, wanted)
            return Listing(rows=lists[name][:limit])

        return listing

    def relations(
        self, one: str, other: str, *, by: str = "month", wanted: Filter = EVERYTHING
    ) -> Relations:
        self._ask("relations", (one, other, by, wanted))
        return threads.relations()

    def settle(
        self, id: str, by: str | None = None, status: str | None = None, *, why: str = ""
    ) -> Judgement:
        self._ask("settle", (id, by, status, why))
        return Judgement(
            id="j-1", verdict="correct", items=(id,), by="ines", person=True,
            made_at="2031-05-18T08:00:00+00:00", slot="settled by", value=f"{status} {by}", why=why,
        )  # fmt: skip

    def search(
        self, text: str, wanted: Filter = EVERYTHING, *, limit: int = 20, after: str | None = None
    ) -> Listing[Hit]:
        self._ask("search", (text, wanted))
        passage = Passage(
            slot="content", text="They will\nopen crossings.", start=5, marks=(Span(10, 14),)
        )
        ref = making.ref(making.readout())
        hit = Hit(
            id="s-1",
            kind="statement",
            report=ref,
            score=1.0,
            passage=passage,
            speaker=making.venn(),
        )
        return Listing(rows=(hit,) if "open" in text else ())

    def show(self, id: str) -> Shown:
        self._ask("show", id)
        report = making.readout()
        if id.startswith("a-"):
            row = making.dossier().actors[0]
            passage = Passage(slot="mention", text="Asha Venn spoke", start=0, marks=(Span(0, 9),))
            return ShownActor(row=row, reports=(making.ref(report),), passages=(passage,))
        if id.startswith("r-"):
            return report
        kinds = {"c": "contact", "s": "statement"}
        if id[0] not in kinds:
            raise NotInRecord("the record has nothing by that id", subject=id)
        claim = report.account.contacts[0] if id[0] == "c" else report.account.statements[0]
        return ShownClaim(
            id=id,
            kind=kinds[id[0]],  # type: ignore[arg-type]
            claim=claim,
            report=report.row,
            actors={"a1": making.venn(), "a2": making.rill()},
            passages=(
                Passage(slot="evidence", text="a call took place", start=0, marks=(Span(2, 6),)),
            ),
            origin=making.ORIGIN,
        )

    def contact_accounts(self, id: str) -> ContactAccounts:
        return making.compared(making.readout(), making.story())

    def judgements_on(self, id: str) -> tuple[Judgement, ...]:
        return ()

    def clusters(self) -> Iterator[Cluster]:
        members = (Member(report="b1", id="c1"), Member(report="b2", id="c1"))
        yield Cluster(id="c-1", kind="contact", members=members)
        yield Cluster(id="a-1", kind="actor", members=members)

    def verify(self, report: str | None = None) -> Iterator[Verification]:
        self._ask("verify", report)
        yield Verification(report="r-1", spans=1200)
        yield Verification(report="r-2", spans=34, faults=self.faults)

    def dossier(self, path: Path, wanted: Filter = EVERYTHING, *, title: str | None = None) -> Path:
        self._ask("dossier", (wanted, title))
        path.write_text("page", encoding="utf-8")
        return path


def _statement(number: int) -> StatementRow:
    return StatementRow(
        id=f"s-{number:012}",
        report=making.ref(making.readout()),
        form="direct",
        words="red \x1b[31malert\x07 \u202egnp.exe and " + "very " * 60 + "long",
        speaker=making.venn(),
    )
