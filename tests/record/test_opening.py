"""Files that are no record, or cannot be used: each has its error and one clear line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest
from tests.record.making import call

from communique.errors import NotARecord, RecordBusy, RecordError, RecordTooNew
from communique.model.rows import EVERYTHING
from communique.record import migrations
from communique.record.opening import engine_for, writing
from communique.record.schema import METADATA
from communique.record.sqlite import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a record with one report in it."""
    path = tmp_path / "record.sqlite"
    store = SqliteStore(path)
    store.add(call())
    store.close()
    return path


def in_one_line(error: BaseException, path: Path) -> bool:
    return str(error).startswith(str(path)) and "\n" not in str(error)


def test_the_tables_are_those_that_queries_see(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        for table in METADATA.sorted_tables:
            there = {
                row[1]: bool(row[3] or row[5])
                for row in connection.execute(f"PRAGMA table_info({table.name})")
            }
            assert list(there) == [column.name for column in table.columns]
            for column in table.columns:
                # The columns of a view bear no constraints.
                known = table.name == "claims" or there[column.name] == (not column.nullable)
                assert known, (table.name, column.name)
    connection.close()


def test_every_reference_has_an_index_or_none_is_deleted(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_a_record_bears_its_mark_and_notes_its_steps(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x434F4D51,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
        names = connection.execute("SELECT name FROM migrations ORDER BY number").fetchall()
    connection.close()
    assert names == [(step.__name__,) for step in migrations.STEPS]


def test_a_later_step_is_taken_once_and_keeps_what_is_there(path: Path) -> None:
    taken = []

    def later(connection: object) -> None:
        taken.append(connection)

    engine = engine_for(path, 1)
    steps = [*migrations.STEPS, later]
    migrations.migrate(engine, steps)
    migrations.migrate(engine, steps)
    engine.dispose()
    assert len(taken) == 1
    with pytest.raises(RecordTooNew, match="update communique"):
        SqliteStore(path)


def test_an_interruption_while_a_connection_is_given_back_prints_no_traceback(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from communique.record.opening import engine_for\n"
        "from sqlalchemy import event\n"
        "engine = engine_for(Path(sys.argv[1]), 1)\n"
        "def interrupt(*_): raise KeyboardInterrupt\n"
        "event.listen(engine.pool, 'reset', interrupt)\n"
        "try:\n"
        "    with engine.connect() as connection: connection.exec_driver_sql('SELECT 1')\n"
        "except KeyboardInterrupt: sys.exit(130)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert done.stderr == ""


def test_a_step_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    engine = engine_for(path, 1)

    def broken(connection: object) -> None:
        connection.exec_driver_sql("CREATE TABLE half (n INTEGER)")  # type: ignore[attr-defined]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrations.migrate(engine, [*migrations.STEPS, broken])
    engine.dispose()
    with sqlite3.connect(path) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchall()
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS),)
    connection.close()


@pytest.mark.parametrize(
    "content", [b"No. 7. A press release.\n" * 100, b"SQLite format 3\x00", os.urandom(5000)]
)
def test_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotARecord) as caught:
        SqliteStore(path)
    assert in_one_line(caught.value, path)
    assert path.read_bytes() == content


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE stamps (n INTEGER)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord, match="a database of something else") as caught:
        SqliteStore(path)
    assert in_one_line(caught.value, path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.touch()
    store = SqliteStore(path)
    assert store.add(call()) == "added"
    store.close()


def test_a_later_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(RecordTooNew, match="update communique") as caught:
        SqliteStore(path)
    assert in_one_line(caught.value, path)


def test_a_damaged_record(path: Path) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[4096:40960] = b"\xa5" * 36864
    path.write_bytes(damaged)

    def use() -> None:
        store = SqliteStore(path)
        try:
            store.reports(EVERYTHING, 10, None)
            store.add(call(2))
        finally:
            store.close()

    with pytest.raises(NotARecord, match="restore a copy") as caught:
        use()
    assert in_one_line(caught.value, path)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE all_claims SET payload = substr(payload, 1, 9)",
        "UPDATE reports SET payload = '{}'",
        "UPDATE bodies SET packed = x'0011'",
    ],
)
def test_a_damaged_value_is_a_fault_of_the_record(path: Path, damage: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(damage)
    connection.close()
    store = SqliteStore(path)
    with pytest.raises(NotARecord, match="communique verify") as caught:
        store.contacts(EVERYTHING, 10, None)
    assert in_one_line(caught.value, path)
    assert [len(each.faults) > 0 for each in store.verify()] == [True]
    store.close()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "none" / "record.sqlite"
    with pytest.raises(RecordError, match="check that its folder exists") as caught:
        SqliteStore(path)
    assert in_one_line(caught.value, path)


def test_a_folder_in_the_records_place(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        SqliteStore(tmp_path)


def test_a_path_with_odd_letters(tmp_path: Path) -> None:
    path = tmp_path / "50% of? #talks é.sqlite"
    store = SqliteStore(path)
    store.add(call())
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems take no such names")
def test_a_path_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"r\xe9cord.sqlite")
    store = SqliteStore(path)
    store.add(call())
    store.close()
    assert list(tmp_path.iterdir()) == [path]


def test_no_room_left(path: Path) -> None:
    store = SqliteStore(path)
    numbers = iter(range(2, 10_000))
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 80")

    def add_many() -> None:
        for number in numbers:
            store.add(call(number))

    with pytest.raises(RecordError, match="make room") as caught:
        add_many()
    assert in_one_line(caught.value, path)
    kept = len(store.reports(EVERYTHING, 10_000, None).rows)
    store.close()
    store = SqliteStore(path)
    assert len(store.reports(EVERYTHING, 10_000, None).rows) == kept == next(numbers) - 2
    assert store.add(call(10_001)) == "added"
    store.close()


def test_another_process_writes_for_too_long(path: Path) -> None:
    store = SqliteStore(path, patience=0.1)
    other = engine_for(path, 0.1)
    with writing(other, path):
        assert len(store.reports(EVERYTHING, 10, None).rows) == 1
        with pytest.raises(RecordBusy, match="another process") as caught:
            store.add(call(2))
    assert in_one_line(caught.value, path)
    assert store.add(call(2)) == "added"
    store.close()
    other.dispose()


_READ_ONLY = """
import os, sys
from pathlib import Path
from communique.errors import RecordError
from communique.model.rows import EVERYTHING
from communique.record.sqlite import SqliteStore
from tests.record.making import call
SqliteStore(Path(sys.argv[2])).close()  # all is imported while it may be
if os.getuid() == 0:
    os.setuid(65534)
store = SqliteStore(Path(sys.argv[1]))
print(len(store.reports(EVERYTHING, 10, None).rows))
try:
    store.add(call(2))
except RecordError as error:
    print(error)
store.close()
try:
    SqliteStore(Path(sys.argv[1]).with_name("new.sqlite"))
except RecordError as error:
    print(error)
"""


def _folder(path: Path) -> Path:
    folder = path.with_name("archive")
    folder.mkdir()
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")
def test_a_record_that_may_only_be_read(path: Path) -> None:
    for folder in path.parents:
        if folder.is_relative_to(gettempdir()) and folder != Path(gettempdir()):
            folder.chmod(folder.stat().st_mode | 0o055)
    path = path.rename(_folder(path) / path.name)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    root = Path(__file__).resolve().parents[2]
    try:
        done = subprocess.run(
            [sys.executable, "-c", _READ_ONLY, str(path), str(path.parents[1] / "first.sqlite")],
            cwd=root,
            env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        path.parent.chmod(0o755)
    lines = done.stdout.splitlines()
    assert len(lines) == 3, done.stderr
    assert lines[0] == "1"
    assert lines[1].startswith(f"{path}: the record cannot be written")
    assert "new.sqlite: the record cannot be opened" in lines[2]


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="is a folder, not a record") as caught:
        SqliteStore(tmp_path)
    assert in_one_line(caught.value, tmp_path)
