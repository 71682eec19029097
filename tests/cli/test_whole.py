"""The command over a real record, from files to the page that is handed over."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli.app import app

PROGRAM = "from communique.cli import main; main()"

READOUT = """Readout of a call

Prime Minister Asha Venn of Kestria spoke by telephone with President Toma Rill of Lowmark on \
4 March 2031. "We will open two crossings," President Rill said. About 40 lorries are waiting.
"""
STORY = """VARDE, 5 March 2031 - Asha Venn and Toma Rill spoke by telephone on 4 March 2031, an \
official said. "Nothing was promised," the official added.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "readout.txt").write_text(READOUT, encoding="utf-8")
    (inbox / "story.txt").write_text(STORY, encoding="utf-8")
    return inbox


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    record = str(tmp_path / "talks.sqlite")

    def run(*words: str, input: str | None = None) -> Result:
        return CliRunner().invoke(app, ["--record", record, *words], input=input)

    return run


def test_from_a_folder_to_a_page(run: Callable[..., Result], folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_text("", encoding="utf-8")
    first = run("add", str(folder))
    assert first.exit_code == 3, first.output
    assert "2 added, 1 not usable" in first.stdout
    assert [line[-6:] for line in first.stderr.splitlines() if "left out" not in line] == ["[C202]"]
    again = run("add", str(folder / "story.txt"), str(folder / "readout.txt"))
    assert (again.exit_code, again.stdout.split(": ")[1]) == (0, "2 already there\n")

    assert len(run("reports").stdout.splitlines()) == 3
    statements = [json.loads(s) for s in run("statements", "-f", "jsonl").stdout.splitlines()]
    said = next(s for s in statements if "two crossings" in s["words"])
    shown = run("show", said["id"], "--why")
    assert "[[We will open two crossings" in shown.stdout
    assert run("search", "crossings").stdout.startswith(("s-", "r-"))
    assert run("verify").stdout.endswith("all hold\n")

    page = tmp_path / "talks.html"
    assert run("dossier", str(page), "--title", "Talks").exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert f'id="{said["id"]}"' in html
    assert f'id="w-{said["id"]}"' in html
    ids, links = set(re.findall(r' id="([^"]+)"', html)), re.findall(r'href="#([^"]+)"', html)
    assert [link for link in links if link not in ids] == []


def test_reading_touches_no_record(run: Callable[..., Result], tmp_path: Path) -> None:
    done = run("read", "-", input=READOUT)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["report"]["text"] == READOUT
    assert not (tmp_path / "talks.sqlite").exists()


def test_a_record_that_is_not_there_is_status_5_and_made_by_nobody_but_add(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    done = run("timeline")
    assert done.exit_code == 5
    assert done.stderr.endswith("[C300]\n")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_leaves_a_record_that_goes_on(tmp_path: Path, run: Callable[..., Result]) -> None:
    inbox = tmp_path / "many"
    inbox.mkdir()
    for number in range(40):
        text = READOUT.replace("40 lorries", f"{number + 2} lorries")
        (inbox / f"{number:03}.txt").write_text(text, encoding="utf-8")
    record = tmp_path / "talks.sqlite"
    words = [sys.executable, "-c", PROGRAM, "--record", str(record), "add", str(inbox)]
    adding = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not record.exists() and adding.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    adding.send_signal(signal.SIGINT)
    _, told = adding.communicate(timeout=60)
    assert adding.returncode == 130, told
    assert "run the same command again to go on" in told
    assert "Traceback" not in told
    assert run("verify").exit_code == 0
    before = len(run("reports").stdout.splitlines()) - 1
    done = run("add", str(inbox))
    assert done.exit_code == 0
    assert len(run("reports").stdout.splitlines()) == 41
    assert before < 40


def test_progress_and_colour_are_for_terminals(tmp_path: Path, folder: Path) -> None:
    ours, theirs = pty.openpty()
    words = [sys.executable, "-c", PROGRAM, "--record", str(tmp_path / "t.sqlite")]
    done = subprocess.run(
        [*words, "add", str(folder)], stderr=theirs, stdout=subprocess.PIPE, check=True
    )
    os.close(theirs)
    drawn = os.read(ours, 65536).decode()
    os.close(ours)
    assert "\r\x1b[K" in drawn
    assert b"\x1b" not in done.stdout
    piped = subprocess.run([*words, "add", str(folder)], capture_output=True, check=True)
    assert piped.stderr == b""
