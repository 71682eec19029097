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
#: Windows' page by language; ISO's agree with them on letters and lack the curly marks.
_USUAL = {
    "cp1252": ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "nn", "fi", "ca", "is"),
    "cp1250": ("pl", "cs", "sk", "sl", "hr", "hu", "ro", "sq"),
    "cp1254": ("tr", "az"),
    "cp1257": ("lt", "lv", "et"),
    "cp1253": ("el",),
}
_TYPOGRAPHIC = frozenset("“”„‘’‚«»‹›–—…•·§©®™°€£ªº¿¡\u00a0\u00ad")
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
    """Tell UTF-16 and UTF-32 without a mark: the reading that is letters, of few scripts."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    if len(data) % 2 or 0 not in sample or _is_narrow(sample):
        return None
    names = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
    readable = [(spread, name) for name in names if (spread := _spread(sample, name)) is not None]
    return min(readable)[1] if readable else None


def _is_narrow(sample: bytes) -> bool:
    """Tell whether these are bytes of UTF-8 with a stray NUL, and no letters of two bytes."""
    try:
        text = sample.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return len(_CONTROL.findall(text)) <= max(1, len(text) // 50)


def _spread(sample: bytes, encoding: str) -> int | None:
    """Return of how many blocks of 256 the letters are, or ``None`` if they are no text."""
    try:
        text = sample[: len(sample) - len(sample) % 4 or None].decode(encoding, "strict")
    except UnicodeDecodeError:
        return None
    good = sum(1 for char in text if char.isalnum() or char.isspace())
    if good < 0.7 * len(text) or _CONTROL.search(text):
        return None
    return len({ord(char) >> 8 for char in text})


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
    """Return the code page of ``sample``, as far as its letters tell.

    The frequencies of letters find the script and nearly the page; which of the Windows
    pages of one script it is, the language tells more surely.
    """
    from charset_normalizer import from_bytes

    from communique.acquire.language import language_of

    best = from_bytes(sample).best()
    if best is None:
        return None
    language = language_of(str(best))
    usual = next((page for page, langs in _USUAL.items() if language in langs), None)
    return usual if usual and _is_lettered(sample, usual) else best.encoding


def _is_lettered(sample: bytes, page: str) -> bool:
    """Tell whether all bytes above ASCII are letters or typographic marks in ``page``."""
    try:
        text = sample.decode(page)
    except UnicodeDecodeError:
        return False
    return all(char < "\x80" or char.isalpha() or char in _TYPOGRAPHIC for char in text)
