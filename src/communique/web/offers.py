"""What each page offers to take away, by its address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlencode


class Offer(NamedTuple):
    """Something to take away, and the addresses of the formats that it comes in, by name."""

    name: str
    formats: tuple[tuple[str, str], ...]


#: Pages of lists: the topic of their brief, and the tables that they show.
_LISTS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "/": ("storyline", (("meetings", "Contacts"), ("timeline", "All that bears a date"))),
    "/actors": ("actors", (("actors", "Actors"),)),
    "/issues": ("issues", (("positions", "Positions"), ("shifts", "Shifts"))),
    "/ledger": ("ledger", (("ledger", "Ledger"),)),
    "/forecasts": ("forecasts", (("forecasts", "Forecasts"),)),
    "/reports": ("reports", (("reports", "Reports"),)),
    "/log": ("log", (("judgements", "Decisions"),)),
    "/review": ("log", (("judgements", "Decisions"),)),
}
_OF_ACTOR = (
    ("meetings", "Contacts"),
    ("statements", "Statements"),
    ("positions", "Positions"),
    ("shifts", "Shifts"),
    ("ledger", "Ledger"),
)
_OF_REPORT = (
    ("contacts", "Contacts"),
    ("statements", "Statements"),
    ("acts", "Acts"),
    ("positions", "Positions"),
    ("figures", "Figures"),
    ("proposals", "Proposals"),
)
_PLOTS = (("SVG", "svg"), ("PNG", "png"))
#: What of a page's query is its place in a list, and no filter.
_PLACE = frozenset({"after", "zoom", "limit"})


def offers(path: str, query: str) -> tuple[Offer, ...]:
    """Return what the page at an address offers, the brief first; nothing of unknown pages."""
    given = parse_qsl(query)
    asked = [(k, v) for k, v in given if k not in _PLACE]
    found = list(_offers(path, asked))
    if path == "/":
        zoomed = [*asked, *((k, v) for k, v in given if k == "zoom")]
        found.append(_offer("Plot", "/plots/storyline", _PLOTS, zoomed))
    return tuple(found)


def _offers(path: str, asked: list[tuple[str, str]]) -> Iterator[Offer]:
    place, _, id = path.strip("/").partition("/")
    if path in _LISTS:
        topic, tables = _LISTS[path]
        yield _brief(topic, asked)
        yield from _tables(tables, asked)
        if path == "/":
            yield _calendar(asked)
            yield Offer("Dossier", (("HTML", _at("/dossier.html", asked)),))
    elif path == "/relations" and {"one", "other"} <= dict(asked).keys():
        yield _brief("relations", asked)
        yield from _tables((("relations", "By period"),), asked)
        yield _offer("Plot", "/plots/relations", _PLOTS, asked)
    elif path == "/ask" and dict(asked).get("q", "").strip():
        yield _brief("answer", asked)
        yield from _tables((("search", "Words found"),), asked)
    elif id:
        yield from _of_one(place, quote(id, safe=""))


def _of_one(place: str, id: str) -> Iterator[Offer]:
    """Yield what the page of one thing offers."""
    if place in ("contacts", "actors", "reports", "claims"):
        yield _brief(f"items/{id}", [])
    match place:
        case "contacts":
            yield from _tables(((f"accounts/{id}", "Accounts side by side"),), [])
        case "actors":
            yield from _tables(_OF_ACTOR, [("actor", id)])
            yield _calendar([("actor", id)])
        case "reports":
            yield from _tables(_OF_REPORT, [("report", id)])
            yield Offer("Dossier", (("HTML", _at("/dossier.html", [("report", id)])),))


def _brief(topic: str, asked: list[tuple[str, str]]) -> Offer:
    formats = (("Word", "docx"), ("PDF", "pdf"), ("HTML", "html"))
    return _offer("Brief, cited to the words", f"/briefs/{topic}", formats, asked)


def _tables(tables: tuple[tuple[str, str], ...], asked: list[tuple[str, str]]) -> Iterator[Offer]:
    formats = (("CSV", "csv"), ("Parquet", "parquet"))
    for name, called in tables:
        yield _offer(called, f"/tables/{name}", formats, asked)


def _calendar(asked: list[tuple[str, str]]) -> Offer:
    return Offer("Calendar of contacts", (("iCalendar", _at("/calendar.ics", asked)),))


def _offer(
    name: str, at: str, formats: tuple[tuple[str, str], ...], asked: list[tuple[str, str]]
) -> Offer:
    return Offer(name, tuple((called, _at(f"{at}.{ending}", asked)) for called, ending in formats))


def _at(path: str, asked: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path
