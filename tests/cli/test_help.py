from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from communique import errors
from communique.cli import manual
from communique.cli.app import CHAPTERS, app
from communique.cli.command import Command

DOCS = Path(__file__).resolve().parents[2] / "docs"
CONTEXT = click.Context(app, info_name="communique")
COMMANDS = {name: app.get_command(CONTEXT, name) for name in app.list_commands(CONTEXT)}
HEAVY = ("msgspec", "rich", "jinja2", "sqlalchemy", "communique.model", "communique.service")


@pytest.fixture(params=COMMANDS, scope="module")
def command(request: pytest.FixtureRequest) -> Command:
    found = COMMANDS[request.param]
    assert isinstance(found, Command)
    return found


def test_every_command_says_what_it_does_on_one_line(command: Command) -> None:
    short = command.get_short_help_str(limit=200)
    assert 10 < len(short) <= 60
    assert short.endswith((".", ";"))
    assert not short.endswith("...")


def test_every_option_has_a_help_text(command: Command) -> None:
    silent = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert silent == []


def test_every_command_has_examples_that_parse(command: Command) -> None:
    assert len(command.examples) >= 2
    for typed, does in command.examples:
        assert does
        for words in invocations(typed):
            context = app.make_context("communique", list(words))
            name, found, rest = app.resolve_command(context, context._protected_args + context.args)
            assert found is not None, name
            found.make_context(name, rest, parent=context)


def invocations(typed: str) -> list[list[str]]:
    """Return the words of every call of communique in an example for a shell."""
    typed = re.sub(r'eval "\$\((.*)\)"', r"\1", typed)
    calls = re.split(r"\s*(?:\|\|?|&&|>)\s*", typed)
    found = [shlex.split(call)[1:] for call in calls if call.startswith("communique ")]
    assert found, f"no call of communique in {typed!r}"
    return found


def test_the_help_page_lists_every_command() -> None:
    listed = [name for names in CHAPTERS.values() for name in names]
    assert listed == list(COMMANDS)
    assert all(found is not None and found.name == name for name, found in COMMANDS.items())


def test_the_page_on_the_command_does_not_lag_behind_it() -> None:
    path = DOCS / "cli.md"
    assert path.read_text(encoding="utf-8") == manual.page(path), (
        "run: python -m communique.cli.manual docs/cli.md"
    )


def test_every_error_is_documented_with_its_code_and_statuses() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (C\d+) \| `(\w+)` \| (\d+) \| (\d+) \|", page, re.M)
    tree = {
        (e.code, e.__name__, str(e.exit_status), str(e.http_status))
        for e in vars(errors).values()
        if isinstance(e, type) and issubclass(e, errors.CommuniqueError)
    }
    assert set(rows) == tree
    assert len(rows) == len(tree)


def test_every_exit_status_is_documented() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    documented = {int(status) for status in re.findall(r"^\| (\d+) \|", page, re.M)}
    raised = {
        e.exit_status
        for e in vars(errors).values()
        if isinstance(e, type) and issubclass(e, errors.CommuniqueError)
    }
    assert raised | {0, 130, 141} == documented


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["timeline", "--help"]])
def test_help_needs_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys; from communique.cli.app import app\n"
        f"app({words!r}, prog_name='communique', standalone_mode=False)\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.splitlines()[-1]
    assert loaded == ("[]" if words[0] != "timeline" else "['msgspec', 'communique.model']")


def test_completion_knows_the_commands_and_their_values() -> None:
    environment = {"COMP_WORDS": "communique contacts --kind ca", "COMP_CWORD": "3"}
    environment["_COMMUNIQUE_COMPLETE"] = "bash_complete"
    program = "from communique.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.stdout.split() == ["plain,call"]


def test_a_misspelt_command_is_told_which_it_may_be() -> None:
    done = CliRunner().invoke(app, ["timelines"])
    assert done.exit_code == 2
    assert "Did you mean timeline?" in done.stderr
