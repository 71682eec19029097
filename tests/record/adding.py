"""What the processes do that are killed, or that add at once (see ``test_processes.py``)."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from msgspec.structs import replace
from tests.record.making import RULES, call, sentences_of

from communique.model import Account
from communique.record.sqlite import SqliteStore


def account(number: int, version: str) -> Account:
    """Return the account that a process of this version adds."""
    return replace(call(number), origin=replace(RULES, version=version))


def add_all(path: str, numbers: list[int], version: str, told: Connection) -> None:
    """Add accounts to the record at ``path``; tell the outcome of each as soon as it is there."""
    store = SqliteStore(Path(path))
    for number in numbers:
        each = account(number, version)
        told.send((number, store.add(each, sentences_of(each))))
    store.close()
    told.close()
