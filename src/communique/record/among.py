"""Conditions on any number of values at once, given to SQLite as one list.

A list of values in a statement is limited in length, and makes each length another statement
to prepare; SQLite reads a JSON array as a table instead.

To put a statement together takes SQLAlchemy several times as long as SQLite takes to find a few
rows. Those that each page needs are therefore put together once, with named parameters
(:func:`listed`), and kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, bindparam, func, select


def as_list(values: Iterable[object]) -> str:
    """Return values as the one parameter that ``json_each`` reads, without the doubles."""
    return msgspec.json.encode(list(dict.fromkeys(values))).decode()


def among(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Return the condition that a column has one of ``values``, however many these are."""
    return _in_list(column, as_list(values))


def listed(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Return the condition that a column has one of the values in the parameter ``name``.

    These are given, as :func:`as_list` writes them, when the statement is executed.
    """
    return _in_list(column, bindparam(name))


def _in_list(column: ColumnElement[Any], json: Any) -> ColumnElement[bool]:
    values = func.json_each(json).table_valued("value")
    return column.in_(select(values.c.value))
