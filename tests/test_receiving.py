"""What is sent is read like what lies in a folder, but told by its name alone."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from communique.errors import RecordBusy
from communique.receiving import Receiving
from communique.service import Service
from communique.settings import load

TEXT = "President of Tarvenia Ottmar Relk met with Lenore Faye on 3 June 2031 in Marrek.\n"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(load({}, record=tmp_path / "record.sqlite", reader="rules"))


def sent(folder: Path) -> Path:
    place = folder / "sent"
    place.mkdir(parents=True)
    (place / "one.txt").write_text(TEXT, encoding="utf-8")
    (place / "broken.pdf").write_bytes(b"%PDF-1.7 no more")
    with ZipFile(place / "pack.zip", "w") as pack:
        pack.writestr("inner/two.txt", TEXT + "They spoke.")
    return folder


def test_names_are_all_that_is_told(service: Service, tmp_path: Path) -> None:
    with service:
        heard: list[str] = []
        folder = sent(tmp_path / "a")
        done = service.receive(folder, progress=lambda step: heard.append(step.subject))
        assert (done.added, done.failed) == (2, 1)
        paths = {row.path for row in service.reports().rows}
        assert paths == {"one.txt", "pack.zip!inner/two.txt"}
        assert sorted(heard) == ["broken.pdf", "one.txt", "pack.zip!inner/two.txt"]
        assert str(tmp_path) not in repr(done)
        assert set(service.labels_of(done.reports)) == set(done.reports)


def test_what_was_sent_before_is_known(service: Service, tmp_path: Path) -> None:
    with service:
        service.receive(sent(tmp_path / "a"))
        again = service.receive(sent(tmp_path / "b"))
        assert (again.added, again.unchanged) == (0, 2)


def test_one_waits_for_the_other_but_not_for_ever(service: Service, tmp_path: Path) -> None:
    with Receiving._one_at_a_time, service, pytest.raises(RecordBusy):
        service.receive(sent(tmp_path / "a"), patience=0.01)
