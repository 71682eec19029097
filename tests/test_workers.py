"""Reading in processes of its own gives what reading here gives, whatever goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.record.making import report_of

from communique import pipeline, workers
from communique.errors import EmptyInput, InternalError
from communique.extract import extract
from communique.model import Report
from communique.read.rules import RuleReader
from communique.service import Service
from communique.settings import Settings, load
from communique.worker import Task
from communique.workers import Workers, workers_for

HERE = pipeline.in_turn(RuleReader(), extract, 4)
TASK = Task("rules", batch=4)
NAMES = ("Lena Marsh", "Tomas Brandt", "Ola Ferrin", "Pia Sandqvist", "Ivo Kestrel")


def reports(count: int) -> list[Report]:
    return [
        report_of(
            f"Minister {NAMES[n % 5]} of Norland called {NAMES[(n + 1) % 5]}"
            f' on {1 + n % 27} May 2031. "We will send {n} ships," she said.',
            path=f"{n}.txt",
        )
        for n in range(count)
    ]


class Elsewhere:
    """Reads here, and counts what it is given: nothing is wanted but at the beginning."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self, some: object) -> Iterator[object]:
        def counted() -> Iterator[object]:
            for each in some:  # type: ignore[attr-defined]
                self.given += 1
                yield each

        return HERE(counted())  # type: ignore[type-var, arg-type]


def pids(crew: Workers) -> list[int]:
    running = (worker._process for worker in crew._workers)
    return [process.pid for process in running if process is not None]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_workers_give_what_reading_here_gives() -> None:
    # Halves of characters cannot be handed on.
    half = report_of("Minister Lena Marsh rang \ud83d again.")
    void = EmptyInput("there is no text in it", subject="void.txt")
    given = [*reports(13), void, *reports(3), half, *reports(2)]
    here = Elsewhere()
    with Workers(TASK, 2, here, pays=300) as crew:  # type: ignore[arg-type]
        found = list(crew.accounts(given))
        running = pids(crew)
    expected = list(HERE(given))
    assert found == expected
    assert here.given < 10  # the first ones, and the batch with the half
    assert len(running) == 2
    assert not any(map(alive, running))


def test_few_reports_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_started", lambda: pytest.fail("a process was started"))
    given = reports(9)
    with Workers(TASK, 2, HERE) as crew:
        assert list(crew.accounts(given)) == list(HERE(given))
    with Workers(TASK, 1, HERE, pays=0) as crew:
        assert list(crew.accounts(given)) == list(HERE(given))


def test_only_a_few_batches_are_under_way() -> None:
    taken = 0

    def stream() -> Iterator[Report]:
        nonlocal taken
        for report in reports(80):
            taken += 1
            yield report

    with Workers(TASK, 2, HERE, pays=0) as crew:
        found = crew.accounts(stream())
        next(found)
        assert taken <= 4 * (2 * 2 + 1)
        assert sum(1 for _ in found) == 79


def test_long_reports_make_short_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "FULL", 200)
    sizes = [len(some) for some in workers._full(reports(9), 16)]
    assert sum(sizes) == 9
    assert max(sizes) == 3


#: A worker that dies of reports that say so.
DYING = """
import os
from communique import pipeline, worker
read = pipeline._extract
def dying(reading, report, extractor):
    return os._exit(7) if "{word}" in report.text else read(reading, report, extractor)
pipeline._extract = dying
worker.main()
"""


def started(code: str) -> Callable[[], subprocess.Popen[bytes]]:
    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    return start


def test_a_report_on_which_a_worker_dies_leaves_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "_started", started(DYING.format(word="send 5 ships")))
    given = reports(14)
    with Workers(TASK, 2, HERE, pays=0) as crew:
        found = list(crew.accounts(given))
    (fault,) = (each for each in found if isinstance(each, InternalError))
    assert found.index(fault) == 5
    assert str(fault) == (
        "5.txt: reading failed (the worker ended with status 7); please report this"
    )
    assert [e for e in found if e is not fault] == list(HERE(given[:5] + given[6:]))


@pytest.mark.parametrize("code", ["raise SystemExit(1)", "import no_such_module"])
def test_where_no_worker_comes_up_all_is_read_here(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(workers, "_started", started(code))
    given = reports(10)
    with Workers(TASK, 2, HERE, pays=0) as crew:
        assert list(crew.accounts(given)) == list(HERE(given))


def test_a_system_that_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> subprocess.Popen[bytes]:
        raise PermissionError("not here")

    monkeypatch.setattr(workers, "_started", start)
    given = reports(10)
    with Workers(TASK, 2, HERE, pays=0) as crew:
        assert list(crew.accounts(given)) == list(HERE(given))


def test_leaving_ends_workers_at_once() -> None:
    with Workers(TASK, 2, HERE, pays=0) as crew:
        next(crew.accounts(reports(60)))
        running = pids(crew)
        begun = time.monotonic()
    assert running
    assert not any(map(alive, running))
    assert time.monotonic() - begun < 5


def test_settings_say_how_many(tmp_path: Path) -> None:
    assert load({"COMMUNIQUE_WORKERS": "3"}).workers == 3
    assert Settings().workers >= 1
    assert workers_for(load({}, workers=3, reader="rules"), HERE)._number == 3
    assert workers_for(load({}, workers=5, reader="learnt"), HERE)._number == 2
    issues = tmp_path / "mine.toml"
    issues.write_text('[issues]\nferries = ["ferry"]\n')
    task = workers_for(load({}, reader="rules", issues=issues), HERE)._task
    assert (task.reader, task.issues) == ("rules", str(issues))
    assert task.noted.startswith("issues:")


def folder_of(reports: list[Report], folder: Path) -> Path:
    folder.mkdir()
    for n, report in enumerate(reports):
        (folder / f"{n:03}.txt").write_text(report.text)
    return folder


def test_a_record_is_the_same_with_and_without_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "PAYS", 500)
    folder = folder_of(reports(12), tmp_path / "reports")
    exported = []
    for number in (1, 2):
        settings = load(
            {}, record=tmp_path / f"{number}.sqlite", reader="rules", workers=number, batch=3
        )
        with Service(settings) as service:
            summary = service.add([folder])
            assert (summary.added, summary.failed) == (12, 0)
            assert service.add([folder]).unchanged == 12
            exported.append(
                (summary, service.contacts(limit=99), service.timeline(limit=99), service.actors())
            )
            assert list(service.read([folder])) == [
                each[0] for each in HERE(acquired(folder)) if isinstance(each, tuple)
            ]
    assert exported[0] == exported[1]


def acquired(folder: Path) -> Iterator[Report]:
    from communique.acquire import acquire

    return (each for each in acquire([str(folder)]) if isinstance(each, Report))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_ctrl_c_ends_workers_without_a_word(tmp_path: Path) -> None:
    folder = folder_of(reports(400), tmp_path / "reports")
    code = "import communique.workers as w; w.PAYS = 500\nfrom communique.cli import main\nmain()"
    command = [sys.executable, "-c", code, "--record", str(tmp_path / "r.sqlite"), "add"]
    command += ["--reader", "rules", "--format", "json", str(folder)]
    running = subprocess.Popen(
        command,
        env={**os.environ, "COMMUNIQUE_WORKERS": "2"},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    children = _children(running.pid)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert out == ""
    assert err.startswith("communique: interrupted; reports of this run")
    assert err.count("\n") == 1
    assert not any(map(alive, children))


def _children(pid: int) -> list[int]:
    """Wait for the workers of a process, and return their ids."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not Path("/proc/self/task").exists():
        pytest.skip("children are found in /proc")
    found: list[int] = []
    end = time.monotonic() + 60
    while len(found) < 2 and time.monotonic() < end:
        time.sleep(0.05)
        found = [
            int(child)
            for task in Path(f"/proc/{pid}/task").glob("*/children")
            for child in task.read_text().split()
        ]
    assert len(found) == 2, listed
    return found
