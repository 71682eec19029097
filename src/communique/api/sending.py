"""How files are sent: under which name, as what, and whether they have changed since."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from itertools import chain, islice
from tempfile import SpooledTemporaryFile
from typing import NamedTuple
from urllib.parse import quote

from anyascii import anyascii
from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from communique.api.lists import lists_of
from communique.errors import UnknownName
from communique.model.brief import Subject
from communique.model.judgement import Judgement
from communique.model.lineage import CopyRow
from communique.model.paging import every
from communique.model.rows import Filter
from communique.model.threads import ContactLine, Relations
from communique.publish import period_plot, relation_plot, tables
from communique.publish.briefs.formats import FORMATS, render
from communique.publish.briefs.naming import list_stem, slug
from communique.publish.calendar import calendar
from communique.publish.parquet import write_parquet
from communique.service import Service

#: What tables can be, by the ending of a file's name.
TABLES = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}
#: What plots can be.
PLOTS = {"svg": "image/svg+xml", "png": "image/png"}
CALENDAR = "text/calendar; charset=utf-8"
#: Lines that are written before they are sent.
_AT_ONCE = 200
#: Bytes of a table that are held in memory, and that are sent at once.
_HELD, _PIECE = 8 << 20, 1 << 16
#: Pixels of a PNG by the unit of its SVG.
_SCALE = 2.0


class Table(NamedTuple):
    """A list that can be taken away: the type of its lines, and what gives them."""

    row: type
    rows: Callable[[Filter], Iterable[object]]


def tables_of(service: Service) -> dict[str, Table]:
    """Return the lists of the record that can be taken away, by name."""
    found = {each.name: Table(each.row, partial(every, each.ask)) for each in lists_of(service)}
    found["meetings"] = Table(ContactLine, partial(every, service.contact_lines))
    found["copies"] = Table(CopyRow, partial(every, service.copies))
    found["judgements"] = Table(Judgement, lambda _: service.log_in_full())
    return found


def table(name: str, found: Table, wanted: Filter, ending: str) -> Response:
    """Return a list as a file, a few lines at a time.

    Raises:
        UnknownName: there is no such format.
        UsageError: the filter cannot be used, or the extra that Parquet needs is missing.
    """
    return rows_sent(found.rows(wanted), found.row, f"{list_stem(name, wanted)}.{ending}")


def rows_sent(rows: Iterable[object], kind: type, name: str) -> Response:
    """Return lines as a file whose format its ``name`` ends with."""
    ending = name.rpartition(".")[2]
    if ending not in TABLES:
        raise UnknownName("format of tables", ending, list(TABLES))
    left = iter(rows)
    first = list(islice(left, 1))  # so that a fault is told before the first line is sent
    whole = chain(first, left)
    pieces = _csv(whole, kind) if ending == "csv" else _parquet(whole, kind)
    return StreamingResponse(pieces, media_type=TABLES[ending], headers=saved_as(name))


def brief(request: Request, service: Service, subject: Subject, ending: str, most: int) -> Response:
    """Return a brief as a file.

    Raises:
        UnknownName: there is no such format.
        CommuniqueError: see :meth:`Service.brief` and what renders it.
    """
    if ending not in FORMATS:
        raise UnknownName("format of briefs", ending, list(FORMATS))
    made = service.brief(subject, most=most)
    return sent(request, render(made, ending), FORMATS[ending].media_type, f"{made.name}.{ending}")


def contacts(request: Request, service: Service, wanted: Filter) -> Response:
    """Return contacts as a calendar, which may be asked for again and again."""

    def address(id: str) -> str:
        return f"{request.url.scheme}://{request.url.netloc}/contacts/{id}"

    of = service.actors(Filter(actor=wanted.actor), limit=1).rows if wanted.actor else ()
    name = f"Contacts of {of[0].name}" if of else "Contacts"
    lines = every(service.contact_lines, wanted)
    made = calendar(lines, name=name, address=address)
    stem = list_stem("contacts", wanted)
    return sent(request, made.data, CALENDAR, f"{stem}.ics", inline=True)


def plot(request: Request, found: Relations, ending: str) -> Response:
    """Return two states over time as a picture.

    Raises:
        UnknownName: there is no such format.
        UsageError: the extra that PNG needs is not installed.
    """
    stem = f"relations-{slug(found.one.name)}-{slug(found.other.name)}"
    return _drawn(request, relation_plot.render(found), stem, ending)


def periods(
    request: Request, service: Service, by: period_plot.By, wanted: Filter, ending: str
) -> Response:
    """Return how much is told of each year, month or day as a picture.

    Raises:
        UnknownName: there is no such format.
        UsageError: the extra that PNG needs is not installed.
    """
    svg = period_plot.render(service.periods(by, wanted))
    return _drawn(request, svg, list_stem("storyline", wanted), ending)


def _drawn(request: Request, svg: str, stem: str, ending: str) -> Response:
    if ending not in PLOTS:
        raise UnknownName("format of plots", ending, list(PLOTS))
    data = svg.encode("utf-8") if ending == "svg" else relation_plot.to_png(svg, _SCALE)
    return sent(request, data, PLOTS[ending], f"{stem}.{ending}", inline=True)


def sent(
    request: Request, data: bytes, media_type: str, name: str, *, inline: bool = False
) -> Response:
    """Return a file to be saved (or shown, if ``inline``) as ``name``.

    Whoever has it already, and says so, is only told that it has not changed.
    """
    headers = saved_as(name, inline=inline)
    headers["etag"] = f'"{sha256(data).hexdigest()[:32]}"'
    known = request.headers.get("if-none-match", "")
    if headers["etag"] in (tag.strip().removeprefix("W/") for tag in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=media_type, headers=headers)


def saved_as(name: str, *, inline: bool = False) -> dict[str, str]:
    """Return the header that names a file (RFC 6266), letters beyond ASCII in a form of their own.

    Those who do not know that form get the name in Latin letters.
    """
    plain = "".join(c if c.isalnum() or c in "-._" else "-" for c in anyascii(name))
    how = "inline" if inline else "attachment"
    said = f'{how}; filename="{plain}"'
    if plain != name:
        said += f"; filename*=UTF-8''{quote(name, safe='', errors='replace')}"
    return {"content-disposition": said}


def _csv(rows: Iterator[object], kind: type) -> Iterator[bytes]:
    """Yield lines as CSV, a mark first that spreadsheets know UTF-8 by."""
    yield b"\xef\xbb\xbf"
    is_first = True
    while (some := list(islice(rows, _AT_ONCE))) or is_first:
        out = io.StringIO(newline="")
        tables.write_csv(some, kind, out)
        text = out.getvalue() if is_first else out.getvalue().split("\n", 1)[1]
        yield text.encode("utf-8", "replace")
        is_first = False


def _parquet(rows: Iterator[object], kind: type) -> Iterator[bytes]:
    """Yield a Parquet file, whose last bytes tell where the others are, once it is written."""
    held = SpooledTemporaryFile(max_size=_HELD, prefix="communique-")  # noqa: SIM115
    try:
        write_parquet(rows, kind, held)  # type: ignore[arg-type]
    except BaseException:
        held.close()
        raise
    held.seek(0)
    return _read(held)


def _read(held: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with held:
        while piece := held.read(_PIECE):
            yield piece
