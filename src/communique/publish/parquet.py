"""Lists of the record as Parquet, for data frames and databases.

The columns are those of the CSV (:data:`communique.publish.columns.COLUMNS`), but they keep
their types, and texts stay as printed: no program runs a cell of a Parquet file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from types import ModuleType
from typing import Any, BinaryIO

from communique.errors import UsageError
from communique.publish.columns import COLUMNS, Cell, cells

#: Rows that are held at once.
_GROUP = 5_000


def write_parquet(rows: Iterable[object], kind: type, out: BinaryIO) -> None:
    """Write rows of ``kind`` as a Parquet file, compressed with Zstandard.

    A list without rows has its columns all the same. The same rows give the same bytes.

    Raises:
        UsageError: the extra ``tables`` is not installed.
        KeyError: ``kind`` is none of those in :data:`~communique.publish.columns.COLUMNS`.
    """
    arrow, files = _arrow()
    types = {
        str: arrow.DataType.string(),
        int: arrow.DataType.int64(),
        float: arrow.DataType.float64(),
        bool: arrow.DataType.bool(),
    }
    columns = COLUMNS[kind]
    schema = arrow.Schema(
        [arrow.Field(each.name, types[each.of], nullable=True) for each in columns]
    )

    def batch(group: list[dict[str, Cell]]) -> Any:
        arrays = [
            arrow.Array([_typed(row[each.name], each.of) for row in group], types[each.of])
            for each in columns
        ]
        return arrow.RecordBatch.from_arrays(arrays, schema=schema)

    batches = map(batch, _groups(rows))
    reader = arrow.RecordBatchReader.from_batches(schema, batches)
    files.write_parquet(reader, out, compression="zstd(3)")


def _arrow() -> tuple[ModuleType, ModuleType]:
    try:
        import arro3.core
        import arro3.io
    except ImportError as error:
        raise UsageError(
            "Parquet needs the extra 'tables'",
            remedy="pip install 'communique[tables]', or take the table as CSV",
        ) from error
    return arro3.core, arro3.io


def _groups(rows: Iterable[object]) -> Iterator[list[dict[str, Cell]]]:
    left = iter(rows)
    while group := [cells(row) for row in islice(left, _GROUP)]:
        yield group


def _typed(cell: Cell, of: type) -> Cell:
    """Return a cell as its column holds it; halves of surrogate pairs have no place in UTF-8."""
    if cell is None:
        return None
    if of is str:
        return str(cell).encode("utf-8", "replace").decode("utf-8")
    typed: Cell = of(cell)
    return typed
