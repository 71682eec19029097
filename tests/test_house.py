"""The house rules that a machine can check; ``docs/architecture.md`` says why they are so."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "common", "misc", "base"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_is_short_and_so_are_its_functions(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400
    long = [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 60
    ]
    assert not long


def test_every_room_has_a_name_that_says_what_is_in_it() -> None:
    names = {part for path in MODULES for part in (*path.parent.parts, path.stem)}
    assert not names & VAGUE


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT / "src"))
        for path in MODULES
        if "os.environ" in path.read_text(encoding="utf-8")
        or "os.getenv" in path.read_text(encoding="utf-8")
    }
    assert readers <= {"communique/settings.py"}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a checkout has tracked files")
def test_no_environment_is_committed() -> None:
    tracked = ["git", "-C", str(ROOT), "ls-files", ".venv"]
    listed = subprocess.run(tracked, capture_output=True, text=True, check=True).stdout
    assert not listed, "take it out again: git rm --cached .venv, then amend the commit"
