"""Where the words of reports stand: entered with them, and followed up for older records."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from tests.record.making import NEWER, call, sentences_of

from communique.asking import concord
from communique.model.citation import report_id
from communique.record.sqlite import SqliteStore


def test_a_report_comes_with_the_places_of_its_words(tmp_path: Path) -> None:
    account = call()
    id = report_id(account.report.publication)
    store = SqliteStore(tmp_path / "r.sqlite", concord=concord)
    store.add(account, sentences_of(account))
    (material,) = store.materials([id])
    assert material.concordance == concord(account.report.text, sentences_of(account))[0]
    assert material.concordance
    store.close()


def test_a_new_reading_has_places_of_its_own(tmp_path: Path) -> None:
    account = call()
    id = report_id(account.report.publication)
    store = SqliteStore(tmp_path / "r.sqlite", concord=concord)
    store.add(account, sentences_of(account))
    store.add(replace(account, origin=NEWER), ())
    (material,) = store.materials([id])
    assert material.concordance == concord(account.report.text, ())[0]
    store.close()


def test_what_was_added_without_is_found_out_with_the_next_judging(tmp_path: Path) -> None:
    account = call()
    id = report_id(account.report.publication)
    store = SqliteStore(tmp_path / "r.sqlite")
    store.add(account, sentences_of(account))
    (material,) = store.materials([id])
    assert material.concordance is None
    store.close()
    again = SqliteStore(tmp_path / "r.sqlite", concord=concord)
    assert again.materials([id])[0].concordance is None
    with again.judging():
        pass
    again.close()
    anew = SqliteStore(tmp_path / "r.sqlite")
    places, _ = concord(account.report.text, sentences_of(account))
    assert anew.materials([id])[0].concordance == places
    anew.close()
