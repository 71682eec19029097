"""Conditions on any number of values at once, given to SQLite as one list.

A list of values in a statement is limited in length, and makes each length another statement
to prepare; SQLite reads a JSON array as a table instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select


def as_list(values: Iterable[object]) -> str:
    """Return values as the one parameter that ``json_each`` reads, without the doubles."""
    return msgspec.json.encode(list(dict.fromkeys(values))).decode()


def among(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Return the condition that a column has one of ``values``, however many these are."""
    listed = func.json_each(as_list(values)).table_valued("value")
    return column.in_(select(listed.c.value))
