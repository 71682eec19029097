"""Settings, read once and passed in. Nothing else reads the environment.

Each setting has a name, an environment variable ``COMMUNIQUE_NAME`` and, in the command,
an option ``--name``; the option outranks the variable, the variable outranks the default.
"""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import msgspec

from communique.errors import UsageError

#: What no number of a setting reaches: seconds that SQLite can count, reports that Python can.
_TOO_MUCH = 1_000_000
_WANTED = {bool: "yes or no", int: "a whole number", float: "a number"}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How communique runs."""

    #: The record file.
    record: Path = Path("communique.sqlite")
    #: The engine that reads reports.
    reader: str = "learnt"
    #: How many reports are handed to the engine at a time.
    batch: int = 16
    #: How many cores may be used at a time; large inputs are read in processes of their own.
    workers: int = msgspec.field(default_factory=lambda: usable_cores())
    #: How long to wait, in seconds, for another process that writes to the record.
    patience: float = 30.0
    #: A file of issue labels of the user's own (TOML), for positions.
    issues: Path | None = None
    #: A file of persons and the offices they held, of the user's own (CSV or TOML).
    gazetteer: Path | None = None
    #: Whether claims of releases that are likely wrong are kept.
    doubtful: bool = False
    #: Whom to sign judgements with; the login name if it is empty.
    by: str = ""
    #: What the desk asks of those who open it; nothing if it is empty.
    password: str = ""

    @property
    def noted(self) -> str:
        """What readings bear of these settings beside the reader's name, "" for nothing.

        The hash of the file of issues, for labels of another wording make other positions; and
        that doubtful claims are kept.
        """
        noted = ["doubtful"] if self.doubtful else []
        if self.issues is not None and self.issues.is_file():
            noted.append(f"issues:{hashlib.sha256(self.issues.read_bytes()).hexdigest()[:16]}")
        return " ".join(noted)

    @property
    def judge(self) -> str:
        """Who decides what a command like ``merge`` is told."""
        return self.by or _login_name()


def load(environment: Mapping[str, str] | None = None, **options: object) -> Settings:
    """Return the settings that ``environment`` and ``options`` come to.

    Args:
        environment: Variables by name; those of the process if left out.
        **options: Values by setting; ``None`` stands for "not given".

    Raises:
        UsageError: a value is not of its setting's kind, or there is no such setting.
    """
    variables = os.environ if environment is None else environment
    chosen: dict[str, object] = {}
    for name in Settings.__struct_fields__:
        variable = f"COMMUNIQUE_{name.upper()}"
        if variables.get(variable):
            chosen[name] = _converted(name, variables[variable], variable)
    for name, value in options.items():
        if value is not None:
            chosen[name] = _converted(name, value, f"--{name}")
    return Settings(**chosen)  # type: ignore[arg-type]


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _converted(name: str, value: object, said_by: str) -> object:
    """Return ``value`` as the setting ``name`` keeps it."""
    kinds = _kinds()
    if name not in kinds:
        raise UsageError(f"there is no setting {name!r}", remedy=f"known: {', '.join(kinds)}")
    kind = kinds[name]
    try:
        converted = _truth(value) if kind is bool else kind(value)
    except (TypeError, ValueError) as error:
        raise UsageError(f"{value!r} is not {_WANTED[kind]}", subject=said_by) from error
    if kind in (int, float) and not 0 < converted < _TOO_MUCH:
        raise UsageError(
            f"{value!r} must be more than 0 and less than {_TOO_MUCH:,}", subject=said_by
        )
    return converted


def _kinds() -> dict[str, type]:
    """Return what each setting is converted to: the first of its annotation (``Path | None``)."""
    return {
        field.name: (get_args(field.type) or (field.type,))[0]
        for field in msgspec.structs.fields(Settings)
    }


def _truth(value: object) -> bool:
    """Return what a word such as "yes" or "0" says; raises ``ValueError`` for another."""
    said = str(value).strip().casefold()
    if said in ("1", "yes", "true", "on"):
        return True
    if said in ("0", "no", "false", "off"):
        return False
    raise ValueError(said)


def _login_name() -> str:
    """Return the name of the account that runs the program."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "somebody"
