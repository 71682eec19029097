"""What a person says of a report after it was added: filled in, not a second publication."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from communique.model import Report
from communique.model.report import location

#: What else belongs to a slot that is taken from a recorded report.
_WITH = {"published": ("published_basis", "published_evidence")}
#: Beginnings of ``published_basis`` where the date was worked out, or was not.
_GUESSED = ("day-first", "month-first", "ambiguous", "unreadable", "dateline")


def as_known(report: Report, editions: Iterable[Report]) -> Report:
    """Return ``report`` as what it is by the record's ``editions`` of the same text.

    If one of them is this very publication, of which something was unknown or said otherwise,
    it keeps that one's id; what a person said of it then goes on to hold unless it is said
    anew. Of several the first counts, as it was recorded. Otherwise the report is a
    publication of its own.
    """
    some = tuple(editions)
    same = (known for known in some if known.publication == report.publication)
    known = next(same, None) or next((each for each in some if _is_same(report, each)), None)
    return report if known is None else _joined(report, known)


def _is_same(report: Report, known: Report) -> bool:
    """Tell whether two reports of one text are one publication."""
    if report.url and known.url and report.url != known.url:
        return False
    if report.path == known.path and report.path not in (None, "-"):
        told = {*report.told, *known.told}
        return all(
            slot in told or _fits(report, known, slot) for slot in ("publisher", "published")
        )
    place = report.url if known.url else _place(report)
    placed = place is not None and place in (known.url, _place(known))
    return placed and all(_fits(report, known, s) for s in ("publisher", "published"))


def _place(report: Report) -> str | None:
    return None if report.path in (None, "-") else location(report.path)


def _fits(report: Report, known: Report, slot: str) -> bool:
    """Tell whether a slot is the same in both, or not surely known of one."""
    one, other = getattr(report, slot), getattr(known, slot)
    if not one or not other or one == other:
        return True
    bases = (report.published_basis or "", known.published_basis or "")
    return slot == "published" and any(basis.startswith(_GUESSED) for basis in bases)


def _joined(report: Report, known: Report) -> Report:
    """Return the report as the known one, with what a person said of either."""
    kept = [slot for slot in known.told if slot not in report.told]
    slots = [name for slot in kept for name in (slot, *_WITH.get(slot, ()))]
    return replace(
        report,
        publication=known.publication,
        told=tuple(sorted({*report.told, *known.told})),
        **{name: getattr(known, name) for name in slots},
    )
