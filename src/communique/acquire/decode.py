"""Bytes to text: marks, UTF-8, and old code pages.

The text is what the bytes say and nothing else: line ends, blanks and controls stay, so
offsets into it index the decoded file. Only the byte order mark, which is part of the
encoding and not of the text, is left out.
"""

from __future__ import annotations

import codecs
import re

from communique.errors import DamagedInput, UnknownFormat

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes of a file without marks that are looked at to tell its code page.
_SAMPLE = 128 * 1024
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NAME_IT = "give its encoding with --encoding"


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text of ``data``.

    ``encoding`` is used as it is, if given. Otherwise a byte order mark decides, then
    whether the bytes are UTF-8, then whether zero bytes show UTF-16 or UTF-32, and last the
    frequencies of letters (charset-normalizer).

    Raises:
        DamagedInput: the bytes are not in the encoding they claim, or in none that can be
            told, or the text holds NUL characters.
        UnknownFormat: the bytes are not text.
    """
    text = _decoded(data, encoding)
    refuse_binary(text)
    return text


def refuse_binary(text: str) -> None:
    """Refuse text that is none: full of control characters, or with NUL in it.

    Raises:
        DamagedInput: there is a NUL character in otherwise good text.
        UnknownFormat: more than one character in fifty is a control.
    """
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > max(1, len(sample) // 50):
        raise UnknownFormat("is binary, not text", remedy="give a text, HTML, PDF or Word file")
    nul = text.find("\0")
    if nul >= 0:
        raise DamagedInput(
            f"holds a NUL character at {nul}",
            remedy="remove it, or " + _NAME_IT + " if it is UTF-16 or UTF-32",
        )


def known_encoding(name: str) -> bool:
    """Tell whether Python knows a text encoding called ``name``."""
    try:
        return isinstance("".encode(codecs.lookup(name).name), bytes)
    except (LookupError, TypeError, ValueError, UnicodeError):
        return False


def _decoded(data: bytes, encoding: str | None) -> str:
    if encoding is not None:
        return _strictly(_unmarked(data), encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name)
    wide = _wide(data)
    if wide is not None:
        return _strictly(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _unmarked(data: bytes) -> bytes:
    return next((data[len(mark) :] for mark, _ in _MARKS if data.startswith(mark)), data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedInput(
            f"is not {encoding}: byte {error.start} does not fit", remedy=_NAME_IT
        ) from error


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where their zero bytes stand."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if len(sample) < 8 or 0 not in sample:
        return None
    zeros = [sample[i::4].count(0) / (len(sample) / 4) for i in range(4)]
    low, high = 0.3, 0.7
    if min(zeros[1:]) > low and zeros[2] > high and zeros[3] > high and zeros[0] < low:
        return "utf-32-le"
    if zeros[0] > high and zeros[1] > high and zeros[3] < low:
        return "utf-32-be"
    if min(zeros[1], zeros[3]) > low and max(zeros[0], zeros[2]) < 0.05:
        return "utf-16-le"
    if min(zeros[0], zeros[2]) > low and max(zeros[1], zeros[3]) < 0.05:
        return "utf-16-be"
    return None


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        raise UnknownFormat("is binary, not text", remedy="give a text, HTML, PDF or Word file")
    good = _MULTIBYTE.findall(data)
    stray = len(_HIGH.findall(data)) - sum(map(len, good))
    # Letters of a code page hardly ever line up as UTF-8; where most do, it is damaged UTF-8.
    if len(good) > 4 * stray:
        raise DamagedInput(
            f"is UTF-8 but for byte {error.start}", remedy="mend that byte, or " + _NAME_IT
        )
    name = _code_page(sample)
    if name is None:
        raise DamagedInput("is in an encoding that cannot be told", remedy=_NAME_IT)
    return _strictly(data, name)


def _code_page(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    # Windows' code pages agree with ISO's on letters and have the curly marks besides.
    twin = {
        "latin_1": "cp1252",
        "iso8859_1": "cp1252",
        "iso8859_9": "cp1254",
        "iso8859_7": "cp1253",
    }
    name = twin.get(best.encoding, best.encoding)
    try:
        sample.decode(name, "strict")
    except UnicodeDecodeError:
        return best.encoding
    return name
