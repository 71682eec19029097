"""Whether the API keeps to its description: ``python -m benchmarks.conformance [--examples N]``.

Reads the shipped storyline into a record of its own, opens the desk on it behind a password, and
lets Schemathesis ask every operation what its description allows and what it forbids. All of its
checks are on: no server error, only documented statuses, content types, headers and bodies, what
the description forbids is refused, what it allows is taken, no operation forgets the password,
what was taken back is gone. Requests come from a seed, so that a run can be repeated. Ends with
Schemathesis's own exit status, which is 0 if it found nothing.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.web.browser import served

from communique.service import Service
from communique.settings import load

STORYLINE = Path(__file__).parents[1] / "examples" / "storyline"
PASSWORD = "river"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; return the exit status."""
    parser = argparse.ArgumentParser(description="Whether the API keeps to its description.")
    parser.add_argument("--examples", type=int, default=100, help="requests of each kind")
    parser.add_argument("--seed", type=int, default=2031)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        settings = load({}, record=Path(folder) / "record.sqlite", reader="rules", by="Analyst")
        with Service(settings) as service:
            service.add([STORYLINE])
            done = run(service, f"--max-examples={asked.examples}", f"--seed={asked.seed}")
            print(done.stdout)
            return done.returncode


def run(service: Service, *options: str) -> subprocess.CompletedProcess[str]:
    """Let Schemathesis ask the API over ``service``; return how that ended and what it said.

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
        return subprocess.run(
            [*command, f"{address}/api/v1/openapi.json"],
            cwd=folder,  # it leaves its notes where it runs
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


if __name__ == "__main__":
    sys.exit(main())
