"""The file of a gazetteer: CSV or TOML.

CSV has a heading; ``person`` is needed, all else may be missing or empty::

    person,office,of,from,to,aliases
    Ines Rahl,President,Norland,2029-03-01,,Ines Rahl-Oduvan; I. Rahl

TOML says the same so::

    [[person]]
    name = "Ines Rahl"
    aliases = ["Ines Rahl-Oduvan"]
    offices = [{ title = "President", of = "Norland", from = "2029-03-01" }]

Dates are years, months or days; the first and the last day that they may mean count. Rows of one
person (by the column ``id``, else by the name) are put together. Other names that columns may
have stand in ``data/gazetteer.toml``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import msgspec
import tomli

from communique.errors import UsageError
from communique.model.days import first_and_last
from communique.model.matching import Listed, Term
from communique.reconcile.spelling import plain
from communique.reconcile.states import state_key


class _Office(msgspec.Struct, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    title: str
    of: str = ""
    start: str = ""
    end: str = ""


class _Person(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    id: str = ""
    aliases: tuple[str, ...] = ()
    offices: tuple[_Office, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    person: tuple[_Person, ...]


class _Lists(msgspec.Struct):
    own_state: frozenset[str]
    columns: dict[str, tuple[str, ...]]


@cache
def _lists() -> _Lists:
    raw = files("communique.reconcile").joinpath("data/gazetteer.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Lists)


@cache
def _columns() -> Mapping[str, str]:
    """Return the documented column by each name that it may have."""
    known = _lists().columns
    return {name: column for column, names in known.items() for name in names}


def gazetteer_from(path: Path) -> tuple[Listed, ...]:
    """Return the persons of a gazetteer, in the order of their ids.

    Raises:
        UsageError: the file cannot be read, or is no gazetteer; the error says which line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _unusable(path, error.strerror or "it cannot be opened") from error
    except UnicodeDecodeError as error:
        raise _unusable(path, "it is not text in UTF-8") from error
    rows = _of_toml if path.suffix.lower() == ".toml" else _of_csv
    return _put_together(list(rows(path, text)))


def _of_toml(path: Path, text: str) -> Iterator[Listed]:
    try:
        persons = msgspec.convert(tomli.loads(text), type=_File).person
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as error:
        raise _unusable(path, f"{error}") from error
    for number, person in enumerate(persons, start=1):
        where = f"person {number}"
        terms = (
            _term(path, where, each.title, each.of, each.start, each.end) for each in person.offices
        )
        yield _listed(path, where, person.id, person.name, person.aliases, tuple(terms))


def _of_csv(path: Path, text: str) -> Iterator[Listed]:
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        heading = [name.strip().lower() for name in next(reader, [])]
        at = _places(path, heading)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _row(path, f"line {reader.line_num}", at, row)
    except csv.Error as error:
        raise _unusable(path, f"line {reader.line_num}: {error}") from error


def _places(path: Path, heading: list[str]) -> dict[str, int]:
    """Return where the documented columns stand; of several names the more usual one counts."""
    order = list(_columns())
    known = sorted((name for name in heading if name in _columns()), key=order.index)
    at = {_columns()[name]: heading.index(name) for name in reversed(known)}
    if "person" not in at:
        raise _unusable(path, "its first line has no column person")
    return at


def _row(path: Path, where: str, at: Mapping[str, int], row: list[str]) -> Listed:
    cell = {name: row[n].strip() if n < len(row) else "" for name, n in at.items()}
    terms: tuple[Term, ...] = ()
    if cell.get("office"):
        slots = (cell.get(name, "") for name in ("office", "of", "from", "to"))
        terms = (_term(path, where, *slots),)
    aliases = tuple(name.strip() for name in cell.get("aliases", "").split(";"))
    return _listed(path, where, cell.get("id", ""), cell["person"], aliases, terms)


def _listed(
    path: Path,
    where: str,
    id: str,
    name: str,
    aliases: tuple[str, ...],
    terms: tuple[Term, ...],
) -> Listed:
    if not plain(name):
        raise _unusable(path, f"{where}: it names nobody")
    digest = sha256((id or plain(name)).encode("utf-8", "surrogatepass")).hexdigest()
    others = tuple(alias for alias in dict.fromkeys(aliases) if plain(alias))
    return Listed(id=f"g-{digest[:12]}", name=name, aliases=others, terms=terms)


def _term(path: Path, where: str, title: str, of: str, start: str, end: str) -> Term:
    """Return a term; "President of Norland" of Norland is the title President."""
    bounds = [first_and_last(value) if value else ("", "") for value in (start, end)]
    for value, days in zip((start, end), bounds, strict=True):
        if days is None:
            raise _unusable(path, f"{where}: {value!r} is no year, month or day")
    first, last = bounds[0][0] if bounds[0] else "", bounds[1][1] if bounds[1] else ""
    if first and last and first > last:
        raise _unusable(path, f"{where}: {start!r} is after {end!r}")
    bare, _, tail = title.rpartition(" of ")
    if bare and of and (plain(tail) in _lists().own_state or state_key(tail) == state_key(of)):
        title = bare
    elif bare and not of and state_key(tail).isupper():
        title, of = bare, tail
    return Term(title=title, of=of, first=first, last=last)


def _put_together(rows: list[Listed]) -> tuple[Listed, ...]:
    """Return one entry for each person, however many rows tell of it."""
    found: dict[str, Listed] = {}
    for row in rows:
        before = found.get(row.id, row)
        names = dict.fromkeys((*before.aliases, row.name, *row.aliases))
        names.pop(before.name, None)
        found[row.id] = Listed(
            id=row.id,
            name=before.name,
            aliases=tuple(sorted(names)),
            terms=tuple(sorted({*before.terms, *row.terms})),
        )
    return tuple(found[id] for id in sorted(found))


def _unusable(path: Path, why: str) -> UsageError:
    return UsageError(
        f"no gazetteer can be read: {' '.join(why.split())}",
        subject=str(path),
        remedy="docs/reconcile.md shows its form",
    )
