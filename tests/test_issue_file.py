"""A user's own issue labels, from the setting to the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from communique.cli.app import app
from communique.model import Account
from communique.service import Service
from communique.settings import load

STORY = "The President of Ruritania, Ana Ruiz, opposes the herring quota.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def scheme(folder: Path, label: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(f'[issues]\n"{label}" = ["herring*"]\n', encoding="utf-8")
    return path


def issues_of(story: Path, issues: Path | None) -> list[str]:
    with Service(load({}, reader="rules", issues=issues)) as service:
        (account,) = service.read([story])
    assert isinstance(account, Account)
    return [position.issue for position in account.positions]


def test_labels_of_a_file_name_positions(story: Path, tmp_path: Path) -> None:
    assert issues_of(story, None) == ["herring quota"]
    assert issues_of(story, scheme(tmp_path, "fishing")) == ["fishing"]


def test_the_setting_has_a_variable() -> None:
    assert load({"COMMUNIQUE_ISSUES": "mine.toml"}).issues == Path("mine.toml")
    assert load({}).issues is None


def test_another_wording_reads_the_reports_again(story: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.sqlite"
    for label, added, again in (("fishing", 1, 0), ("fishing", 0, 0), ("seas", 0, 1)):
        settings = load({}, record=record, reader="rules", issues=scheme(tmp_path, label))
        with Service(settings) as service:
            summary = service.add([story])
        assert (summary.added, summary.re_read) == (added, again)


@pytest.mark.parametrize(
    "content", [b"[issues", b"\xff\xfe[", b"x = 1", b"issues = 1", b"[issues]\na = 1"]
)
def test_a_bad_file_is_one_line_and_nothing_is_added(
    story: Path, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(content)
    record = tmp_path / "record.sqlite"
    for words in (("read",), ("--record", str(record), "add")):
        arguments = [*words, str(story), "--reader", "rules", "--issues", str(bad)]
        result = CliRunner().invoke(app, arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith(f"communique: {bad}: no issues can be read: ")
    assert not record.exists()
