"""Many reports on all cores: processes that read, one that acquires, stores and judges.

A process of its own takes a second to start and tens of megabytes, so the first reports are
read here; workers start when there is more. They get batches of reports and give back what
these say, in the order of the reports, with only a few batches under way at a time. They are
plain child processes and not Python's ``multiprocessing``, which would run the script again
from which somebody uses communique, and tears down all workers where one dies.
"""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import BinaryIO, cast

import msgspec

from communique.errors import InternalError
from communique.model import Report
from communique.pipeline import Accounts, Passing, Told, failure
from communique.settings import Settings
from communique.worker import Task, answered, question, received, send

#: Characters that are read here before workers start.
PAYS = 120_000
#: Characters after which a batch is full, however few reports it has.
FULL = 150_000
#: Batches under way for each worker.
_AHEAD = 2

#: Threads that one process uses, by engine; one where nothing stands here. The network of the
#: trained reader leaves Python free meanwhile, so two threads fill two cores with one model.
_THREADS = {"learnt": 2}

#: What each of a batch's reports says; ``None`` where it has to be read here.
_Batch = list[Told | InternalError] | None


def workers_for(settings: Settings, here: Accounts) -> Workers:
    """Return the workers that ``settings`` ask for; ``here`` reads as they say, in this process."""
    threads = _THREADS.get(settings.reader, 1)
    issues = str(settings.issues) if settings.issues else None
    task = Task(settings.reader, settings.noted, issues, settings.batch, threads, settings.doubtful)
    return Workers(task, settings.workers // threads, here)


class Workers:
    """Takes reports through reading and extraction in processes beside this one.

    It yields the same as ``here``, in the same order. A report on which a worker dies yields
    an :class:`~communique.errors.InternalError`, and the others are read by a new one. Leaving
    the context ends the workers at once, whatever they are at.

    Args:
        task: How to read.
        number: How many processes; with 1 all is read here.
        here: What reads in this process as ``task`` says: the first reports, and what cannot
            be handed to a worker.
        pays: So many characters are read here before workers start (:data:`PAYS` if left out).
    """

    def __init__(self, task: Task, number: int, here: Accounts, *, pays: int | None = None) -> None:
        self._task = task
        self._number = number
        self._here = here
        self._pays = PAYS if pays is None else pays
        self._jobs: SimpleQueue[tuple[list[Report], Future[_Batch]] | None] = SimpleQueue()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()
        for _ in self._workers:
            self._jobs.put(None)
        self._workers = []

    def accounts(
        self, reports: Iterable[Report | Passing], /
    ) -> Iterator[Told | InternalError | Passing]:
        """Yield in order what each report says, or its fault; all else as it came."""
        remaining = iter(reports)
        if self._number < 2:
            yield from self._here(remaining)
            return
        yield from self._here(_first(remaining, self._pays))
        waiting: deque[tuple[list[Report | Passing], Future[_Batch]]] = deque()
        for some in _full(remaining, self._task.batch):
            waiting.append((some, self._hand_out(some)))
            while len(waiting) > self._number * _AHEAD or (waiting and waiting[0][1].done()):
                yield from self._finished(*waiting.popleft())
        while waiting:
            yield from self._finished(*waiting.popleft())

    def _hand_out(self, some: Iterable[Report | Passing]) -> Future[_Batch]:
        """Give the reports among ``some`` to whichever worker is free next."""
        future: Future[_Batch] = Future()
        reports = [each for each in some if isinstance(each, Report)]
        if not reports:
            future.set_result([])
            return future
        while len(self._workers) < self._number:
            worker = _Worker(self._task)
            self._workers.append(worker)
            # Daemons: where an interruption gets past us, the program does not wait for them.
            Thread(target=_work, args=(worker, self._jobs), daemon=True).start()
        self._jobs.put((reports, future))
        return future

    def _finished(
        self, some: list[Report | Passing], future: Future[_Batch]
    ) -> Iterator[Told | InternalError | Passing]:
        """Wait for a batch, and yield it with what was between its reports."""
        found = future.result()
        if found is None:
            yield from self._here(some)
            return
        results = iter(found)
        for each in some:
            yield next(results) if isinstance(each, Report) else each


class _Gone(Exception):
    """The worker died. ``said`` tells how."""


class _Unfit(Exception):
    """The worker does not come up, or has been ended."""


class _Worker:
    """A process that reads. It starts when it is first asked, and again after it died."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._process: subprocess.Popen[bytes] | None = None
        self._unfit = False
        self._changing = Lock()

    def ask(self, frame: bytes) -> bytes:
        """Return the answer to a frame.

        Raises:
            _Gone: the process died over it.
            _Unfit: there is no process to be had, or :meth:`end` was called.
        """
        process = self._running()
        try:
            answer = _exchanged(process, frame)
        except (OSError, ValueError):  # a pipe that broke, or was closed at the end
            answer = None
        if answer is None:
            status = self._drop()
            raise _Gone(f"the worker ended with status {status}")
        return answer

    def end(self) -> None:
        """End the process, whatever it is at, and start no other."""
        with self._changing:
            self._unfit = True
            if self._process is not None:
                _kill(self._process)

    def _running(self) -> subprocess.Popen[bytes]:
        with self._changing:
            if self._unfit:
                raise _Unfit
            if self._process is not None:
                return self._process
            try:
                process = self._process = _started()
            except OSError as error:
                self._unfit = True
                raise _Unfit from error
        try:
            ready = _exchanged(process, msgspec.msgpack.encode(self._task)) is not None
        except OSError:
            ready = False
        if not ready:
            self.end()
            raise _Unfit
        return process

    def _drop(self) -> int:
        """Forget the process, which died; return its exit status."""
        with self._changing:
            if self._process is None:
                raise _Unfit
            process, self._process = self._process, None
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=1)
            status = _kill(process)
            if self._unfit:
                raise _Unfit
        return status


def _started() -> subprocess.Popen[bytes]:
    """Start a worker process.

    Ctrl+C goes to all processes of a terminal's session: a worker has one of its own. ``-P``
    keeps the working folder, where reports lie, off the path of modules.
    """
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "communique.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _exchanged(process: subprocess.Popen[bytes], frame: bytes) -> bytes | None:
    """Send a frame and return the answer, ``None`` where the process ended instead."""
    send(cast(BinaryIO, process.stdin), frame)
    return received(cast(BinaryIO, process.stdout))


def _kill(process: subprocess.Popen[bytes]) -> int:
    """End a process and return its exit status: its own, if it has ended already."""
    process.kill()
    status = process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what was not sent yet has nobody to go to
            cast(BinaryIO, pipe).close()
    return status


def _work(worker: _Worker, jobs: SimpleQueue[tuple[list[Report], Future[_Batch]] | None]) -> None:
    """Have a worker do job after job, until there is ``None`` for one."""
    while (job := jobs.get()) is not None:
        reports, future = job
        try:
            future.set_result(_read(worker, reports))
        except Exception as error:
            future.set_exception(error)


def _read(worker: _Worker, reports: list[Report]) -> _Batch:
    """Have a worker read a batch; where it dies of one report, the others are read singly."""
    try:
        return answered(worker.ask(question(reports)))
    except (_Unfit, UnicodeEncodeError):
        return None
    except _Gone as gone:
        if len(reports) == 1:
            return [failure(reports[0], "reading", str(gone))]
    alone = [_read(worker, [report]) for report in reports]
    return None if None in alone else [one for some in alone for one in some or ()]


def _first(reports: Iterator[Report | Passing], size: int) -> Iterator[Report | Passing]:
    """Take reports off ``reports`` until they have ``size`` characters."""
    while size > 0 and (each := next(reports, None)) is not None:
        size -= len(each.text) if isinstance(each, Report) else 0
        yield each


def _full(reports: Iterable[Report | Passing], number: int) -> Iterator[list[Report | Passing]]:
    """Yield batches of ``number``, or fewer where these are long."""
    some: list[Report | Passing] = []
    size = 0
    for each in reports:
        some.append(each)
        size += len(each.text) if isinstance(each, Report) else 0
        if len(some) == number or size >= FULL:
            yield some
            some, size = [], 0
    if some:
        yield some
