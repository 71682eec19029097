"""Files, folders, globs, standard input, archives, sidecars: what comes, and in what order."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from pathlib import Path

import pytest
from tests.acquire.making import fault, report, reports, tarred, zipped

from communique.acquire import AcquireOptions, acquire, candidates
from communique.acquire.acquire import Candidate
from communique.errors import DamagedInput, UnreadableInput, UsageError
from communique.model import Report

GOOD = b"The envoys of Karst and Ferrow met on Monday. They agreed to meet again."


def paths(*inputs: object) -> list[str]:
    return [str(one.path) for one in reports(*inputs)]


def test_a_folder_gives_its_files_by_name_then_its_folders(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.txt",
        "inner/z.txt",
        "inner/deeper/y.txt",
        "A/x.txt",
        ".git/no.txt",
        ".no.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(GOOD)

    found = [path.removeprefix(f"{tmp_path}/") for path in paths(tmp_path)]

    assert found == ["a.txt", "b.txt", "A/x.txt", "inner/z.txt", "inner/deeper/y.txt"]


def test_globs_and_repeats(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", "in/d.txt", "odd[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(GOOD)

    found = paths(tmp_path / "b.txt", tmp_path / "*.txt", tmp_path / "**/d.txt", tmp_path)

    names = [path.removeprefix(f"{tmp_path}/") for path in found]
    assert names == ["b.txt", "a.txt", "odd[1].txt", "in/d.txt", "c.md"]
    assert paths(tmp_path / "odd[1].txt") == [f"{tmp_path}/odd[1].txt"]


def test_standard_input(tmp_path: Path) -> None:
    for data in (
        GOOD,
        gzip.compress(GOOD),
        zipped({"a.txt": GOOD}),
        json.dumps({"text": GOOD.decode()}).encode(),
    ):
        (found,) = acquire(["-"], AcquireOptions(), io.BytesIO(data))
        assert isinstance(found, Report)
        assert found.text == GOOD.decode()
        assert str(found.path).startswith("-")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({"x/one.txt": GOOD})),
        ("a.tar", tarred({"x/one.txt": GOOD}, "w")),
        ("a.tar.gz", tarred({"x/one.txt": GOOD})),
        ("a.tgz", tarred({"x/one.txt": GOOD})),
        ("a.tar.bz2", tarred({"x/one.txt": GOOD}, "w:bz2")),
        ("a.tar.xz", tarred({"x/one.txt": GOOD}, "w:xz")),
    ],
)
def test_archives(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    assert paths(tmp_path) == [f"{tmp_path}/{name}!x/one.txt"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_files(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / (
        "a.txt" + {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}[pack]
    )
    path.write_bytes(pack(GOOD))

    assert report(path).text == GOOD.decode()
    assert report(path).path == str(path)


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zipped({"one.txt": GOOD, "rows.jsonl": b'{"text": "The envoys met."}\n'})
    (tmp_path / "a.tgz").write_bytes(
        tarred({"in.zip": inner, "__MACOSX/._x": b"", ".DS_Store": b"x"})
    )

    assert paths(tmp_path) == [
        f"{tmp_path}/a.tgz!in.zip!one.txt",
        f"{tmp_path}/a.tgz!in.zip!rows.jsonl:1",
    ]


SIDECAR = {
    "published": "2031-05-03",
    "title": "Envoys meet",
    "publisher": "Quay Radio",
    "source": "Chancellery of Karst",
    "distributor": "Newsrelay",
    "url": "https://quay.example/1",
    "language": "en-GB",
}


def sidecar_is_used(found: Report) -> bool:
    return all(getattr(found, slot) == value for slot, value in SIDECAR.items())


def test_a_sidecar_says_what_the_text_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "a.json").write_text(json.dumps(SIDECAR))

    for inputs in (
        (tmp_path,),
        (tmp_path / "a.txt",),
        (tmp_path / "*",),
        (tmp_path / "a.json", tmp_path / "a.txt"),
    ):
        assert sidecar_is_used(report(*inputs))
    assert isinstance(fault(tmp_path / "a.json"), UnreadableInput)


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_sidecar_in_an_archive(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    path = tmp_path / ("a.zip" if pack is zipped else "a.tgz")
    path.write_bytes(pack({"in/a.txt": GOOD, "in/a.json": json.dumps(SIDECAR).encode()}))

    assert sidecar_is_used(report(path))


def test_a_broken_sidecar_stops_its_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "a.json").write_text("{published: today")

    error = fault(tmp_path / "a.txt")

    assert isinstance(error, DamagedInput)
    assert "sidecar that is not JSON" in str(error)


def test_who_outranks_whom(tmp_path: Path) -> None:
    text = b"Source: Printed\n\n1 May 2031\n\n" + GOOD
    (tmp_path / "a.txt").write_bytes(text)
    (tmp_path / "a.json").write_text(
        '{"source": "Beside", "publisher": "Beside", "published": "2 May 2031"}'
    )

    found = report(tmp_path / "a.txt", publisher="Caller")

    assert (found.publisher, found.source, found.published) == ("Caller", "Beside", "2031-05-02")
    assert found.published_evidence == ()
    same = report(tmp_path / "a.txt", published="2031-05-01")
    assert [span.of(same.text) for span in same.published_evidence] == ["1 May 2031"]


def test_a_partial_date_stays_partial_and_an_ambiguous_one_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)

    assert report(tmp_path / "a.txt", published="2031-05").published == "2031-05"
    found = report(tmp_path / "a.txt", published="05/03/2031")
    assert (found.published, found.published_basis) == (None, "ambiguous: 2031-03-05 or 2031-05-03")
    assert (
        report(tmp_path / "a.txt", published="05/03/2031", order="month-first").published
        == "2031-05-03"
    )


def test_the_same_text_twice_is_one_body_with_two_publications(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.txt").write_bytes(b"\xef\xbb\xbf" + GOOD)

    first, second = reports(tmp_path)

    assert first.id == second.id
    assert first.publication != second.publication


def test_publications_are_stable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "The envoys met."}\n')

    def run() -> list[tuple[str, str]]:
        found = [one for one in candidates([str(tmp_path)]) if isinstance(one, Candidate)]
        return [(one.subject, one.report().publication) for one in found]

    once = run()
    assert once == run()
    (tmp_path / "a.txt").write_bytes(GOOD + b"!")
    again = run()
    assert again[0] != once[0]
    assert again[1] == once[1]


def test_a_name_that_is_not_utf8_can_be_shown(tmp_path: Path) -> None:
    name = (str(tmp_path) + "/caf\udce9.txt").encode("utf-8", "surrogateescape")
    with open(name, "wb") as stream:  # noqa: PTH123 - a path of bytes
        stream.write(GOOD)

    (path,) = paths(tmp_path)

    assert path.endswith("caf\\xe9.txt")


@pytest.mark.shared
def test_the_white_house_releases_load_with_one_command(shared: Path) -> None:
    path = shared / "corpora" / "white-house" / "releases.jsonl.gz"
    found = acquire([str(path)], AcquireOptions(publisher="The White House"))

    for _, one in zip(range(100), found, strict=False):
        assert isinstance(one, Report)
        assert one.title
        assert one.url
        assert one.published
        assert one.published_basis == "stated"
        assert one.publisher == "The White House"


@pytest.mark.shared
def test_the_real_reports_say_when_and_from_whom(shared: Path) -> None:
    found = reports(shared / "reports")

    assert [one.published for one in found] == [
        "2025-08-14",
        "2025-09-11",
        "2025-09-11",
        None,
        "2020-10-24",
    ]
    assert found[2].distributor == "Public"
    assert (found[4].distributor or "").startswith("MIL")
    for one in found:
        with open(str(one.path), newline="", encoding="utf-8") as stream:  # noqa: PTH123
            assert one.text == stream.read()


def test_a_folder_reached_by_another_way_holds_the_same_publications(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("The envoy left.", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text("The envoy left.", encoding="utf-8")

    def publications(*inputs: str) -> set[str]:
        found = acquire(inputs, AcquireOptions())
        return {one.publication for one in found if isinstance(one, Report)}

    by_full_path = publications(str(folder))
    monkeypatch.chdir(tmp_path)
    assert publications("reports", "./reports/a.txt") == by_full_path
    monkeypatch.chdir(folder)
    assert publications("a.txt") == by_full_path
    assert publications("../other") != by_full_path


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"published": "2031-99"}, "is not a date"),
        ({"published": "tomorrow"}, "is not a date"),
        ({"language": "Old Ferrow"}, "is no tag of a language"),
    ],
)
def test_particulars_that_would_be_passed_over_are_refused(
    tmp_path: Path, options: dict[str, str], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        acquire([str(tmp_path)], AcquireOptions(**options))
