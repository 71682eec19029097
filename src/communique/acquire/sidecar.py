"""Sidecars: ``NAME.json`` beside ``NAME.txt`` says what the text does not carry itself."""

from __future__ import annotations

import json
from pathlib import PurePath

from communique.acquire.decode import decode
from communique.acquire.fields import particulars_from
from communique.acquire.particulars import Particulars
from communique.errors import DamagedInput, InputError

#: A sidecar is a handful of lines.
MOST_BYTES = 1024 * 1024
#: Formats that hold many reports have no sidecar.
_NOT_BESIDE = (
    ".json",
    ".jsonl",
    ".ndjson",
    ".csv",
    ".tsv",
    ".zip",
    ".tar",
    ".gz",
    ".tgz",
    ".bz2",
    ".xz",
)


def sidecar_name(name: str) -> str | None:
    """Return the name of the sidecar that a file called ``name`` may have."""
    path = PurePath(name)
    if not path.suffix or path.suffix.lower() in _NOT_BESIDE:
        return None
    return str(path.with_suffix(".json"))


def is_sidecar(name: str, beside: set[str]) -> bool:
    """Tell whether ``name`` is the sidecar of one of the names ``beside`` it."""
    return name.lower().endswith(".json") and any(
        sidecar_name(other) == name for other in beside if other != name
    )


def read_sidecar(data: bytes, subject: str) -> Particulars:
    """Return what a sidecar says.

    Its keys are ``published``, ``title``, ``publisher``, ``source``, ``distributor``,
    ``url`` and ``language``; their usual other names do as well.

    Raises:
        DamagedInput: it is not a JSON object. The report is refused with it, because its
            date would silently be lost otherwise.
    """
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError, InputError) as error:
        raise DamagedInput(
            f"has a sidecar that is not JSON ({error})",
            subject=subject,
            remedy="mend it or remove it",
        ) from error
    if not isinstance(value, dict):
        raise DamagedInput(
            "has a sidecar that is not a JSON object",
            subject=subject,
            remedy="mend it or remove it",
        )
    return particulars_from(value)
