"""``python -m communique`` is the command, for whoever has no script of it on the path."""

from __future__ import annotations

import subprocess
import sys


def test_the_package_is_the_command() -> None:
    def said(name: str) -> str:
        command = [sys.executable, "-m", name, "--help"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert said("communique") == said("communique.cli")
    assert "Usage: communique" in said("communique")
