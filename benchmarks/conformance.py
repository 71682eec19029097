"""Whether the API keeps to its description: ``python -m benchmarks.conformance``.

Reads the shipped storyline into a record of its own, opens the desk on it behind a password, and
lets Schemathesis ask every operation what its description allows and what it forbids. All of its
checks are on: no server error, only documented statuses, content types, headers and bodies, what
the description forbids is refused, what it allows is taken, no operation forgets the password,
what was taken back is gone. Requests come from a seed, so that a run can be repeated.

Each operation is a run of its own, told on a line when it ends; last come walks from operation to
operation along the ids that answers hold. With ``--notes FILE`` what passed is noted there, and the
same command, cut short, goes on with the rest. Ends with 0 if nothing was found.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.web.browser import served

from communique.api import create_api
from communique.service import Service
from communique.settings import load

STORYLINE = Path(__file__).parents[1] / "examples" / "storyline"
PASSWORD = "river"
#: What is noted for the walks, which are of no one operation.
WALKS = "walks"
#: Seconds after which an operation counts as one that does not end.
_PATIENCE = 900


class Part(NamedTuple):
    """A part of the whole run: what it is called, and Schemathesis's options for it."""

    name: str
    options: tuple[str, ...]


class Done(NamedTuple):
    """How a part ended: whether nothing was found, how many requests it made, what was said."""

    passed: bool
    requests: int
    said: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; return the exit status."""
    parser = argparse.ArgumentParser(description="Whether the API keeps to its description.")
    parser.add_argument("--examples", type=int, default=50, help="requests of each kind")
    parser.add_argument("--seed", type=int, default=2031)
    parser.add_argument("--only", default="", help="parts whose names match this pattern")
    parser.add_argument("--notes", type=Path, help="where to note what passed, to go on later")
    asked = parser.parse_args(arguments)
    common = (f"--max-examples={asked.examples}", f"--seed={asked.seed}")
    passed = noted(asked.notes)
    failed, requests, began = [], 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        settings = load({}, record=Path(folder) / "record.sqlite", reader="rules", by="Analyst")
        with Service(settings) as service:
            service.add([STORYLINE])
            for part in parts(create_api(service, protected=True).openapi()):
                if part.name in passed or not re.search(asked.only, part.name):
                    continue
                start = time.monotonic()
                done = run(service, *part.options, *common)
                requests += done.requests
                verdict = "passed" if done.passed else "FAILED"
                took = f"{done.requests} requests, {time.monotonic() - start:.0f} s"
                print(f"{verdict} {part.name}: {took}", flush=True)
                if done.passed:
                    note(asked.notes, part.name)
                else:
                    failed.append(part.name)
                    print(done.said, flush=True)
    minutes = (time.monotonic() - began) / 60
    print(f"{requests} requests in {minutes:.0f} minutes; failed: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def parts(described: dict[str, Any]) -> Iterator[Part]:
    """Yield one part for each operation, those that change nothing first, then the walks."""
    operations = [
        (method, path, of["operationId"])
        for path, methods in described["paths"].items()
        for method, of in methods.items()
    ]
    for method, _, name in sorted(operations, key=lambda each: each[0] != "get"):
        yield Part(
            f"{method} {name}",
            (f"--include-operation-id={name}", "--phases=examples,coverage,fuzzing"),
        )
    yield Part(WALKS, ("--phases=stateful",))


def noted(notes: Path | None) -> frozenset[str]:
    """Return the names of the parts that passed, as noted."""
    if notes is None or not notes.exists():
        return frozenset()
    return frozenset(json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines())


def note(notes: Path | None, name: str) -> None:
    """Note that a part passed."""
    if notes is not None:
        with notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(name) + "\n")


def run(service: Service, *options: str) -> Done:
    """Let Schemathesis ask the API over ``service``; return how that ended.

    Args:
        service: The record is changed by it: reports are added, decisions made and taken back.
        *options: Of its command.
    """
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        "run",
        "--checks=all",
        f"--auth=analyst:{PASSWORD}",
        "--generation-database=none",
        "--request-timeout=120",
        "--continue-on-failure",
        "--no-color",
        *options,
    ]
    with served(service, password=PASSWORD) as address, tempfile.TemporaryDirectory() as folder:
        try:
            ended = subprocess.run(
                [*command, f"{address}/api/v1/openapi.json"],
                cwd=folder,  # it leaves its notes where it runs
                check=False,
                text=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=_PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return Done(passed=False, requests=0, said=f"has not ended within {_PATIENCE} s")
    made = re.search(r"(\d+) generated", ended.stdout)
    return Done(ended.returncode == 0, int(made[1]) if made else 0, ended.stdout)


if __name__ == "__main__":
    sys.exit(main())
