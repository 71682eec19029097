"""Adds the shipped storyline to a fresh record and shows what comes of it (``make demo``).

Everything goes through :class:`communique.service.Service`, as in a program of your own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from communique.model.comparison import ContactAccounts, Slot
from communique.model.rows import AddSummary, TimelineRow
from communique.service import Service, every
from communique.settings import load

STORYLINE = Path(__file__).parent / "storyline"
FOLDER = Path("demo")
#: The width that lines are cut at.
WIDTH = 100


def main() -> None:
    """Run the demonstration in ``./demo``, which it empties first."""
    for line in show(FOLDER):
        print(line)


def show(folder: Path) -> Iterator[str]:
    """Yield the lines of the demonstration, made in ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    record = folder / "record.sqlite"
    with Service(load({}, record=record)) as service:
        yield f"Adding the reports in {STORYLINE.name} …"
        yield from added(service.add([STORYLINE]))
        yield from heading("The timeline (contacts)")
        yield from timeline(row for row in every(service.timeline) if row.kind == "contact")
        told = most_disputed(service)
        if told:
            yield from heading("One contact, as the reports tell of it")
            yield from accounts(told)
        page = service.dossier(folder / "dossier.html", title="The Kessar gates")
        yield from heading("The dossier")
        yield f"{page} is one file with everything in it; open it in a browser."
    yield from heading("Five things to try next")
    yield from next_steps(record, told)


def heading(words: str) -> Iterator[str]:
    """Yield a heading."""
    yield ""
    yield words
    yield "-" * len(words)


def added(summary: AddSummary) -> Iterator[str]:
    """Yield what adding came to."""
    yield f"{summary.added} reports added, {summary.failed} failed"
    for fault in summary.faults:
        yield f"  {fault}"


def timeline(rows: Iterator[TimelineRow]) -> Iterator[str]:
    """Yield a line per row: date, kind and status, who, and in which report."""
    for row in rows:
        status = "" if row.status == "held" else f" ({row.status})"
        who = ", ".join(actor.name for actor in row.actors) or "nobody named"
        line = f"{row.value or 'no date':<12} {row.type or row.kind}{status}: {who}"
        yield f"{cut(line, WIDTH - 36):<{WIDTH - 36}}  {cut(row.report.label, 34)}"


def most_disputed(service: Service) -> ContactAccounts | None:
    """Return the contact on which the reports differ in most slots."""
    compared = [told for told in service.contacts_compared() if len(told.accounts) > 1]
    return max(compared, key=lambda told: (len(differing(told)), len(told.accounts)), default=None)


def differing(told: ContactAccounts) -> list[Slot]:
    """Return the slots in which the accounts differ."""
    return [slot for slot in told.slots if slot.verdict == "differ"]


def accounts(told: ContactAccounts) -> Iterator[str]:
    """Yield the accounts of a contact, then what they agree and differ on, slot by slot."""
    labels = {row.id: row.report.label for row in told.accounts}
    for row in told.accounts:
        yield f"{row.id}  {cut(labels[row.id], 60)}, {row.report.published or 'undated'}"
    for slot in told.slots:
        if slot.verdict == "silent":
            continue
        yield ""
        yield f"{slot.name}: {slot.verdict}"
        for value in slot.values:
            said = value.value if value.value is not None else "(says nothing)"
            printed = f" “{value.raw}”" if value.raw and value.raw != value.value else ""
            copied = f" [copied from {value.copied_from}]" if value.copied_from else ""
            name = cut(labels[value.contact], 34)
            yield f"  {name:<36}{cut(said + printed + copied, WIDTH - 36)}"


def next_steps(record: Path, told: ContactAccounts | None) -> Iterator[str]:
    """Yield five commands that go on from here."""
    command = f".venv/bin/communique --record {record}"
    yield f"1. {command} show {told.id if told else 'ID'}"
    yield "      a contact with its evidence, every account side by side"
    yield f'2. {command} statements --actor "Relk"'
    yield "      who said what, to the word"
    yield f'3. {command} search "gauges"'
    yield "      full text over statements and reports"
    yield f"4. {command} verify"
    yield "      checks that every claim still points at the words that make it"
    yield f"5. {command} add FILES-OF-YOUR-OWN"
    yield "      then the timeline and the dossier again"


def cut(words: str, width: int) -> str:
    """Return words on one line, cut with an ellipsis where they are too long."""
    line = " ".join(words.split())
    return line if len(line) <= width else line[: width - 1] + "…"


if __name__ == "__main__":
    main()
