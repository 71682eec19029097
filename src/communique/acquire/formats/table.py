"""Which format a file has: by its name's ending, else by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import Literal

import msgspec

from communique.acquire.document import Document
from communique.acquire.formats import html, mail, markdown, pdf, plain, rtf, word
from communique.errors import InternalError, UnknownFormat, UnknownName, articled

Parser = Callable[[bytes, str | None], Document]
Kind = Literal["document", "rows", "feed", "archive", "refused"]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format.

    ``suffixes`` are endings of file names, with their dot. ``magic`` are first bytes that
    no other format has. A ``document`` is parsed by ``parse``; ``rows`` hold a report a
    row, a ``feed`` one an entry; an ``archive`` holds files; ``refused`` is known and not
    read, and ``remedy`` says what to do about it.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    kind: Kind = "document"
    parse: Parser | None = None
    remedy: str = ""


class Formats:
    """The known formats.

    Raises:
        InternalError: two formats have the same name or claim the same ending.
    """

    def __init__(self, formats: Iterable[Format]) -> None:
        self.by_name: dict[str, Format] = {}
        self.by_suffix: dict[str, Format] = {}
        for one in formats:
            self._add(one)

    def named(self, name: str) -> Format:
        """Return the format called ``name``.

        Raises:
            UnknownName: there is none; the error lists those there are.
        """
        known = [n for n, f in self.by_name.items() if f.kind != "refused"]
        if name not in known:
            raise UnknownName("format", name, known)
        return self.by_name[name]

    def of(self, name: str, head: bytes) -> Format:
        """Return the format of a file called ``name`` that begins with ``head``.

        Marks that only one format has come first, because a PDF called ``.txt`` is still a
        PDF; then the ending of the name; then what the first bytes look like.

        Raises:
            UnknownFormat: none of these tells.
        """
        marked = self._marked(head)
        suffix = _suffix(name, self.by_suffix)
        ending = self.by_suffix.get(suffix)
        if marked is not None and (
            ending is None or ending.name not in _INSIDE.get(marked.name, ())
        ):
            found = marked
        elif ending is not None:
            found = ending
        else:
            found = self.by_name[_looks_like(name, head)]
        if found.kind == "refused":
            raise UnknownFormat(f"is {articled(found.name)} file", remedy=found.remedy)
        return found

    def _add(self, one: Format) -> None:
        if one.name in self.by_name:
            raise InternalError(f"there are two formats called {one.name!r}")
        self.by_name[one.name] = one
        for suffix in one.suffixes:
            if suffix in self.by_suffix:
                raise InternalError(f"two formats claim {suffix!r}")
            self.by_suffix[suffix] = one

    def _marked(self, head: bytes) -> Format | None:
        for one in self.by_name.values():
            if one.magic and head.startswith(one.magic):
                return one
        return None


#: Formats that come wrapped in another: their first bytes are the wrapper's.
_INSIDE = {
    "zip": ("word", "spreadsheet", "slides", "opendocument", "epub"),
    "gzip": ("tar",),
    "bzip2": ("tar",),
    "xz": ("tar",),
    "legacy Office": ("legacy Word",),
}
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?[^>]{0,400}\?>\s*|<!--.{0,2000}?-->\s*|<!doctype\s+rss[^>]{0,400}>\s*){0,8}"
    rb"<(?:rss|rdf:rdf|(?:atom:)?feed)\b",
    re.IGNORECASE | re.DOTALL,
)
_LETTER = re.compile(
    rb"(?:[A-Z][A-Za-z-]{1,40}: [^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n)*){3}"
)
_ROW = re.compile(rb'\s{0,16}\{\s*"')


def _suffix(name: str, known: Iterable[str]) -> str:
    lower = PurePosixPath(name).name.lower()
    double = "".join(PurePosixPath(lower).suffixes[-2:])
    return double if double in known else PurePosixPath(lower).suffix


def _looks_like(name: str, head: bytes) -> str:
    if _MARKUP.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    if _ROW.match(head):
        return "jsonl"
    if head.startswith((b"From ", b"Received: ", b"Return-Path: ")) or (
        _LETTER.match(head) and b"Subject: " in head
    ):
        return "mail"
    suffix = PurePosixPath(name).suffix
    # A dot in a name is not always the start of an ending ("talks 3.5 hours").
    if suffix and re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{0,9}", suffix):
        raise UnknownFormat(
            f"ends in {suffix}, which is no format known here",
            remedy="name its format with --input-format, or save it as text, HTML, PDF or Word",
        )
    return "text"


_SAVE_AS = "save it as .docx, .pdf or .txt"
FORMATS = Formats(
    (
        Format(name="text", suffixes=(".txt", ".text", ".asc"), parse=plain.parse),
        Format(name="markdown", suffixes=(".md", ".markdown", ".mdown"), parse=markdown.parse),
        Format(name="html", suffixes=(".html", ".htm", ".xhtml", ".shtml"), parse=html.parse),
        Format(name="pdf", suffixes=(".pdf",), magic=(b"%PDF-",), parse=pdf.parse),
        Format(name="word", suffixes=(".docx", ".docm", ".dotx"), parse=word.parse),
        Format(name="rtf", suffixes=(".rtf",), magic=(b"{\\rtf",), parse=rtf.parse),
        Format(name="mail", suffixes=(".eml",), parse=mail.parse),
        Format(name="jsonl", suffixes=(".jsonl", ".ndjson", ".jsonlines"), kind="rows"),
        Format(name="json", suffixes=(".json",), kind="rows"),
        Format(name="feed", suffixes=(".rss", ".atom"), kind="feed"),
        Format(name="csv", suffixes=(".csv",), kind="rows"),
        Format(name="tsv", suffixes=(".tsv", ".tab"), kind="rows"),
        Format(
            name="zip", suffixes=(".zip",), magic=(b"PK\x03\x04", b"PK\x05\x06"), kind="archive"
        ),
        Format(
            name="tar",
            suffixes=(".tar", ".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz"),
            kind="archive",
        ),
        Format(name="gzip", suffixes=(".gz",), magic=(b"\x1f\x8b",), kind="archive"),
        Format(name="bzip2", suffixes=(".bz2",), magic=(b"BZh",), kind="archive"),
        Format(name="xz", suffixes=(".xz",), magic=(b"\xfd7zXZ\0",), kind="archive"),
        Format(name="legacy Word", suffixes=(".doc", ".dot"), kind="refused", remedy=_SAVE_AS),
        Format(name="legacy Office", magic=(b"\xd0\xcf\x11\xe0",), kind="refused", remedy=_SAVE_AS),
        Format(
            name="spreadsheet",
            suffixes=(".xlsx", ".xls", ".ods"),
            kind="refused",
            remedy="save it as .csv",
        ),
        Format(
            name="slides",
            suffixes=(".pptx", ".ppt", ".odp"),
            kind="refused",
            remedy="save it as .pdf",
        ),
        Format(name="opendocument", suffixes=(".odt",), kind="refused", remedy=_SAVE_AS),
        Format(name="epub", suffixes=(".epub",), kind="refused", remedy="save it as .html or .txt"),
        Format(
            name="7-Zip",
            suffixes=(".7z",),
            magic=(b"7z\xbc\xaf\x27\x1c",),
            kind="refused",
            remedy="pack it as .zip",
        ),
        Format(
            name="RAR",
            suffixes=(".rar",),
            magic=(b"Rar!\x1a",),
            kind="refused",
            remedy="pack it as .zip",
        ),
        Format(
            name="picture",
            suffixes=(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp"),
            magic=(b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
            kind="refused",
            remedy="give its text",
        ),
        Format(
            name="program",
            suffixes=(".exe", ".dll", ".so"),
            magic=(b"\x7fELF", b"MZ\x90"),
            kind="refused",
            remedy="leave it out",
        ),
    )
)
