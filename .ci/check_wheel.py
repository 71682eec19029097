"""Build the wheel, install it into an empty environment, and use it there."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = "The President of Norvia, Ana Ruiz, called Bo Lind on 3 May 2024. “We agree,” she said.\n"


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command to its end and return what it printed; its failure ends the check."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def check(folder: Path) -> None:
    """Build, install and try the wheel inside ``folder``."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    (wheel,) = folder.glob("communique-*.whl")
    venv.create(folder / "env", with_pip=True)
    scripts = folder / "env" / "bin"
    lock = ROOT / "requirements" / "run.lock"
    pip = [scripts / "python", "-m", "pip", "install", "--quiet"]
    run(*pip, "--require-hashes", "--requirement", lock, cwd=folder)
    run(*pip, "--no-deps", wheel, cwd=folder)
    print(run(scripts / "communique", "--version", cwd=folder).strip())
    (folder / "sample.txt").write_text(SAMPLE, encoding="utf-8")
    line = run(scripts / "communique", "read", "sample.txt", "--format", "jsonl", cwd=folder)
    account = json.loads(line)
    if not account["statements"] or account["report"]["text"] != SAMPLE:
        sys.exit(f"the installed communique misread the sample: {line}")
    run(scripts / "communique", "add", "sample.txt", cwd=folder)
    run(scripts / "communique", "verify", cwd=folder)
    print(f"{wheel.name} ({wheel.stat().st_size / 1e6:.1f} MB) works in an empty environment")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        check(Path(name))
