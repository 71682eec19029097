"""Bad input: one clear line each, and the rest of the batch goes on."""

from __future__ import annotations

import gzip
import io
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.acquire.making import docx, fault, outcomes, paragraph, pdf, tarred, zipped

from communique.acquire import AcquireOptions, Limits, acquire
from communique.errors import (
    DamagedInput,
    EmptyInput,
    InputError,
    LockedInput,
    TooLarge,
    UnknownFormat,
    UnknownName,
    UnreadableInput,
    UsageError,
)
from communique.model import Report

FILES = Path(__file__).parent / "files"
PAGES = Path(__file__).parent / "pages"
GOOD = b"The envoys of Karst and Ferrow met on Monday. They agreed to meet again."
PDF = pdf([[(70, 700, 11, "The envoys met on Monday.")]])

BAD: dict[str, tuple[bytes, type[InputError], str]] = {
    "empty.txt": (b"", EmptyInput, "is empty"),
    "blank.txt": (b" \r\n\t\n \xc2\xa0", EmptyInput, "no text"),
    "binary.txt": (bytes(range(256)) * 20, UnknownFormat, "binary"),
    "binary.dat": (b"\x00\x01\x02" * 50, UnknownFormat, ".dat"),
    "program": (b"\x7fELF\x02\x01" + bytes(100), UnknownFormat, "program"),
    "even.txt": (b"The envoys met.\x00 They left..", DamagedInput, "NUL character at 15"),
    "nul.txt": (b"The envoys met.\x00 They left.", DamagedInput, "NUL character at 15"),
    "broken-utf8.txt": (
        "Präsident über Außenminister ".encode() * 9 + b"\xc3",
        DamagedInput,
        "UTF-8",
    ),
    "truncated.pdf": (PDF[:120], DamagedInput, "truncated or damaged PDF"),
    "not.pdf": (b"this is no PDF at all, but it says so", DamagedInput, "PDF"),
    "pictures.pdf": (pdf([[], []]), EmptyInput, "OCR"),
    "encrypted.pdf": ((FILES / "encrypted.pdf").read_bytes(), LockedInput, "password"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), UnknownFormat, ".docx"),
    "truncated.docx": (docx(paragraph("Words."))[:200], DamagedInput, "Word"),
    "empty.docx": (docx(paragraph("")), EmptyInput, "no text"),
    "other.docx": (zipped({"a.txt": GOOD}), DamagedInput, "no Word document"),
    "bomb.docx": (
        zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY a 'b'>]><a>&a;</a>"}),
        DamagedInput,
        "entities",
    ),
    "app.html": ((PAGES / "no_text.html").read_bytes(), EmptyInput, "no text"),
    "image.png": (b"\x89PNG\r\n\x1a\n" + bytes(50), UnknownFormat, "picture"),
    "sheet.xlsx": (zipped({"xl/workbook.xml": b"<a/>"}), UnknownFormat, ".csv"),
    "mystery.qqq": (b"plain words", UnknownFormat, "--input-format"),
    "truncated.zip": (zipped({"a.txt": GOOD * 99})[:90], DamagedInput, "truncated or damaged zip"),
    "truncated.txt.gz": (gzip.compress(GOOD * 99)[:-20], DamagedInput, "truncated or damaged"),
    "truncated.tar.gz": (tarred({"a.txt": os.urandom(9000)})[:4000], DamagedInput, "damaged tar"),
    "empty.zip": (zipped({}), EmptyInput, "no files"),
    "list.json": (b"[1, 2", DamagedInput, "not JSON"),
    "no-text-column.csv": (b"when,who\n1,2\n", DamagedInput, "--field text=NAME"),
    "empty.jsonl": (b"", EmptyInput, "is empty"),
    "attachment.eml": (
        b"Subject: x\nContent-Type: image/png\n\niVBO",
        EmptyInput,
        "attachments",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_one_line_names_the_input_and_the_others_are_added(tmp_path: Path, name: str) -> None:
    data, kind, words = BAD[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz good.txt").write_bytes(GOOD)

    found = outcomes(tmp_path)

    errors = [one for one in found if isinstance(one, InputError)]
    assert [type(error) for error in errors] == [kind]
    line = str(errors[0])
    assert "\n" not in line
    assert words in line
    assert errors[0].subject.startswith(f"{tmp_path}/{name}")
    assert [one.text for one in found if isinstance(one, Report)] == [GOOD.decode()]


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    path.chmod(0o644)

    error = fault(path)

    assert isinstance(error, TooLarge)
    assert "209,715,200 bytes" in str(error)


def test_reading_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt.gz"
    path.write_bytes(gzip.compress(b"word " * 10_000))

    error = fault(path, limits=Limits(report_bytes=1000))

    assert isinstance(error, TooLarge)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"zeros.txt": b" " * 15_000_000}))

    error = fault(path)

    assert isinstance(error, TooLarge)
    assert "zip bomb" in str(error)


def test_a_zip_bomb_inside_a_zip_is_refused(tmp_path: Path) -> None:
    inner = zipped({"zeros.txt": b" " * 15_000_000})
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"one.zip": inner, "two.zip": inner, "good.txt": GOOD}))

    found = outcomes(path)

    kinds = [type(one) for one in found]
    assert TooLarge in kinds
    assert sum(len(one.text) for one in found if isinstance(one, Report)) < 100


def test_a_gzip_bomb_under_a_tar_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.tar.gz"
    path.write_bytes(tarred({"zeros.txt": b" " * 20_000_000}))

    assert {type(one) for one in outcomes(path)} == {TooLarge}


def test_archives_nest_only_so_deep(tmp_path: Path) -> None:
    data = zipped({"good.txt": GOOD})
    for number in range(5):
        data = zipped({f"{number}.zip": data})
    (tmp_path / "deep.zip").write_bytes(data)

    error = fault(tmp_path / "deep.zip")

    assert isinstance(error, TooLarge)
    assert error.subject.count("!") == 3


def test_an_archive_has_only_so_many_members(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(zipped({f"{n}.txt": GOOD for n in range(9)}))

    found = outcomes(path, limits=Limits(members=5))

    assert [type(one) for one in found] == [Report] * 5 + [TooLarge]


@pytest.mark.parametrize(
    "name", ["../up.txt", "/etc/passwd", "a/../../up.txt", "C:\\up.txt", "..\\up.txt"]
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_path_out_of_an_archive_is_refused(tmp_path: Path, pack: object, name: str) -> None:
    assert callable(pack)
    path = tmp_path / ("a.zip" if pack is zipped else "a.tgz")
    path.write_bytes(pack({name: GOOD, "good.txt": GOOD}))

    refused, kept = outcomes(path)

    assert isinstance(refused, UnreadableInput)
    assert "leads out of its archive" in str(refused)
    assert isinstance(kept, Report)


def test_links_and_devices_in_archives_are_refused(tmp_path: Path) -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"{kind.decode()}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    (tmp_path / "links.tar").write_bytes(held.getvalue())
    with zipfile.ZipFile(tmp_path / "links.zip", "w") as package:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        package.writestr(link, "/etc/passwd")

    found = outcomes(tmp_path)

    assert [type(one) for one in found] == [UnreadableInput] * 4
    assert all("link" in str(one) or "device" in str(one) for one in found)


def test_an_encrypted_member_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped({"secret.txt": GOOD}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (tmp_path / "a.zip").write_bytes(data)

    error = fault(tmp_path / "a.zip")

    assert isinstance(error, LockedInput)
    assert error.subject.endswith("a.zip!secret.txt")


def test_folders_that_lead_back_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "loop").symlink_to(tmp_path)
    (tmp_path / "inner" / "one.txt").write_bytes(GOOD)

    report, error = outcomes(tmp_path)

    assert isinstance(report, Report)
    assert isinstance(error, UnreadableInput)
    assert error.subject.endswith("inner/loop")
    assert "same folder" in str(error)


def test_links_that_lead_nowhere_or_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")

    found = outcomes(tmp_path)

    assert [str(one).split(": ")[1].split(";")[0] for one in found] == [
        "is a link that leads nowhere",
        "is a link that leads back to itself",
    ]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    for path in (tmp_path / "pipe.txt", Path("/dev/null"), Path("/dev/zero")):
        error = fault(path)
        assert isinstance(error, UnreadableInput)
        assert "device or a pipe" in str(error)


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read by root")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_bytes(GOOD)
    path.chmod(0)

    assert "may not be read" in str(fault(path))


def test_no_permission_is_told_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "closed.txt"
    path.write_bytes(GOOD)

    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    error = fault(path)

    assert isinstance(error, UnreadableInput)
    assert "may not be read; change its permissions" in str(error)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("nowhere/talks.txt", "is not there"),
        ("nowhere/*.txt", "matches no file"),
        ("https://example.org/talks.html", "nothing is fetched"),
        ("bad\0name.txt", "is not there"),
        ("x" * 5000, "is not there"),
    ],
)
def test_what_is_not_there(given: str, words: str) -> None:
    error = fault(given)

    assert isinstance(error, UnreadableInput)
    assert words in str(error)


def test_an_empty_folder(tmp_path: Path) -> None:
    assert isinstance(fault(tmp_path), EmptyInput)


def test_a_wrong_encoding_given_by_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Präsident".encode("cp1252"))

    assert "is not utf-8: byte 2 does not fit" in str(fault(path, encoding="utf-8"))


def test_hostile_markup(tmp_path: Path) -> None:
    deep = b"<div>" * 60_000 + b"The envoys met on Monday." + b"</div>" * 60_000
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>The envoys met. &b;</p>'
    (tmp_path / "deep.html").write_bytes(deep)
    (tmp_path / "entities.html").write_bytes(bomb)
    (tmp_path / "halves.html").write_bytes(b"<p>The envoys &#xD800; met &#0; on Monday.</p>")
    (tmp_path / "open.html").write_bytes(b"<p>The envoys met." + b"<b><i><a href=" * 2000)

    for found in outcomes(tmp_path):
        assert isinstance(found, Report | InputError)
        if isinstance(found, Report):
            found.text.encode("utf-8")
            assert len(found.text) < 200


def test_options_that_are_not_possible_are_refused_before_anything_is_read() -> None:
    with pytest.raises(UnknownName, match=r"choose one of: .*markdown"):
        acquire(["x"], AcquireOptions(format="txt"))
    with pytest.raises(UnknownName, match=r"choose one of: .*publisher"):
        acquire(["x"], AcquireOptions(fields={"body": "text"}))
    with pytest.raises(UsageError, match="no encoding"):
        acquire(["x"], AcquireOptions(encoding="utf-99"))
