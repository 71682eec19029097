"""Word (.docx): paragraphs, tables and core properties, read straight from the package.

The package is a zip of XML (ECMA-376). What is shown is read: insertions of tracked changes,
links and text boxes are; deletions, hidden text, comments and notes are not.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser

import msgspec

from communique.acquire.document import Blocks, Document
from communique.acquire.particulars import Particulars, tidy
from communique.errors import DamagedInput, EmptyInput, LockedInput, TooLarge

#: A part that unpacks to more is refused before it is unpacked.
MOST_BYTES = 200 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GONE = frozenset(
    (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "pPr",
        "sectPr",
        "Fallback",
    )
)
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|заголовок|nagłówek|başlık)\s?\d", re.IGNORECASE
)


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the text of a Word document, its headings and its title.

    Dates in the properties are those of the file and are not taken for that of publication.

    Raises:
        DamagedInput: the file is truncated, or no Word document.
        EmptyInput: there is no text in it.
        LockedInput: it is encrypted.
        TooLarge: a part of it unpacks to more than 200 MB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            styles = _part(package, "word/styles.xml")
            core = _part(package, "docProps/core.xml")
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError) as error:
        raise DamagedInput("is a damaged Word file", remedy="get the file again") from error
    if body is None:
        raise DamagedInput("is a zip file but no Word document", remedy="check what it is")
    text = Blocks()
    headings = _heading_styles(styles)
    for paragraph in _paragraphs(body):
        text.add(paragraph.words, heading=paragraph.style in headings, close=paragraph.is_close)
    document = text.document(_particulars(core))
    if not document.text:
        raise EmptyInput("is a Word document with no text in it")
    return document


class _Paragraph(msgspec.Struct, frozen=True):
    words: str
    style: str = ""
    is_close: bool = False


def _part(package: zipfile.ZipFile, name: str) -> Element | None:
    try:
        info = package.getinfo(name)
    except KeyError:
        return None
    if info.flag_bits & 0x1:
        raise LockedInput("is an encrypted Word file", remedy="save it without its password")
    if info.file_size > MOST_BYTES or info.file_size > 500 * max(info.compress_size, 2000):
        raise TooLarge("unpacks to too much", remedy="save it as plain text")
    with package.open(info) as stream:
        source = stream.read(MOST_BYTES + 1)
    return _xml(source)


def _xml(source: bytes) -> Element:
    """Parse XML that declares no entities of its own; Word writes none."""
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        raise DamagedInput(
            "declares entities, as no Word file does", remedy="check where it is from"
        )
    parser = XMLParser()
    try:
        parser.feed(source)
        root: Element = parser.close()
    except ParseError as error:
        raise DamagedInput(f"is a damaged Word file ({error})", remedy="get it again") from error
    return root


def _paragraphs(body: Element) -> Iterator[_Paragraph]:
    """Yield paragraphs and table rows in order, without recursion: nesting may be deep."""
    stack: list[Element] = [body]
    row_before = False
    while stack:
        element = stack.pop()
        name = _local(element)
        if name == "p":
            yield _Paragraph(_words(element), _style(element))
            row_before = False
        elif name == "tr" and element.find(f".//{_ns(element)}tbl") is None:
            yield _Paragraph(_row(element), is_close=row_before)
            row_before = True
        elif name not in _GONE:
            stack.extend(reversed(element))


def _row(row: Element) -> str:
    cells = []
    for cell in row:
        if _local(cell) == "tc":
            words = (_words(p) for p in cell.iter(f"{_ns(cell)}p"))
            cells.append(" ".join(" ".join(words).split()))
    return "\t".join(cells)


def _words(paragraph: Element) -> str:
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        name = _local(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in ("tab", "br", "cr", "noBreakHyphen"):
            pieces.append({"tab": "\t", "noBreakHyphen": "\u2011"}.get(name, "\n"))
        elif name == "r" and _is_hidden(element):
            continue
        elif name not in _GONE:
            stack.extend(reversed(element))
    return "".join(pieces)


def _is_hidden(run: Element) -> bool:
    mark = run.find(f"{_ns(run)}rPr/{_ns(run)}vanish")
    return mark is not None and mark.get(f"{_ns(run)}val") not in ("0", "false")


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_ns(paragraph)}pPr/{_ns(paragraph)}pStyle")
    return (style.get(f"{_ns(paragraph)}val") or "") if style is not None else ""


def _heading_styles(styles: Element | None) -> frozenset[str]:
    """Return ids of the styles that are headings: by name, or by their outline level."""
    found = {"Title", *(f"Heading{level}" for level in range(1, 10))}
    for style in styles if styles is not None else ():
        name = style.find(f"{_ns(style)}name")
        words = (name.get(f"{_ns(style)}val") or "") if name is not None else ""
        outline = style.find(f"{_ns(style)}pPr/{_ns(style)}outlineLvl")
        if _HEADING.match(words) or words.lower() == "title" or outline is not None:
            found.add(style.get(f"{_ns(style)}styleId") or "")
    return frozenset(found - {""})


def _particulars(core: Element | None) -> Particulars:
    if core is None:
        return Particulars()
    return Particulars(
        title=tidy(core.findtext(f"{_DC}title")), language=tidy(core.findtext(f"{_DC}language"))
    )


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _ns(element: Element) -> str:
    return _STRICT if element.tag.startswith(_STRICT) else _W
