from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.cli.conftest import Call
from tests.cli.fakes import FakeService

from communique import errors
from communique.errors import CommuniqueError

LEAVES = [
    e
    for e in vars(errors).values()
    if isinstance(e, type) and issubclass(e, CommuniqueError) and e is not errors.UnknownName
]


@pytest.mark.parametrize("error", LEAVES, ids=lambda e: e.__name__)
def test_an_error_is_one_line_with_its_code_and_ends_with_its_status(
    call: Call, service: type[FakeService], error: type[CommuniqueError]
) -> None:
    service.raises = error("it is\nbroken", subject="x", remedy="mend it")
    done = call("timeline")
    assert done.exit_code == error.exit_status
    assert done.stderr == f"communique: x: it is broken; mend it [{error.code}]\n"
    assert done.stdout == ""


def test_a_fault_of_our_own_is_one_line_too_and_names_the_way_to_more(
    call: Call, service: type[FakeService]
) -> None:
    service.raises = ZeroDivisionError("division by zero")
    done = call("timeline")
    assert done.exit_code == 70
    assert done.stderr.count("\n") == 1
    assert "--debug" in done.stderr
    assert "Traceback" not in done.stderr
    shown = call("--debug", "timeline")
    assert shown.exit_code == 70
    assert "Traceback" in shown.stderr


def test_a_wrong_command_line_is_status_2(call: Call) -> None:
    for words in (
        ["nonsense"],
        ["timeline", "--kind", "dance"],
        ["read"],
        ["add", "x", "--field", "y"],
    ):
        done = call(*words)
        assert done.exit_code == 2, words
        assert "Traceback" not in done.stderr


def test_an_interrupted_addition_says_how_to_go_on(call: Call, service: type[FakeService]) -> None:
    service.raises = KeyboardInterrupt()
    done = call("--record", "talks.sqlite", "add", "x")
    assert done.exit_code == 130
    assert "that are in talks.sqlite: 1; run the same command again" in done.stderr
    assert call("timeline").exit_code == 130


@pytest.mark.parametrize("words", [["completion", "zsh"], ["--help"], ["timeline", "--help"]])
def test_a_reader_that_goes_away_leaves_no_noise(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = "from communique.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
