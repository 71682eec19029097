"""PDF: text in reading order, paragraphs put together again, running heads left out."""

from __future__ import annotations

import re
from typing import Any

from communique.acquire.document import Blocks, Document
from communique.acquire.formats.pdf_lines import (
    PageLine,
    paragraphs,
    printed_from,
    without_running_heads,
)
from communique.acquire.particulars import Particulars, tidy
from communique.errors import DamagedInput, EmptyInput, LockedInput, TooLarge

#: More pages than this are an archive, not a report.
MOST_PAGES = 5_000
#: What programs put where no title was given.
_NO_TITLE = re.compile(
    r"untitled.*|microsoft word.*"
    r"|\(?unspecified\)?|document\d*|about:blank|.*\.(?:docx?|pdf|indd|rtf)"
    r"|\S+\.(?:html?|xhtml|odt|txt|xlsx?|pptx?|pages|qxp|p65)",
    re.IGNORECASE,
)

#: An address on the web that is not cut short.
_WHOLE = re.compile(r"https?://[^\s…]+(?<!\.\.\.)")


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the text of a PDF file (read by PDFium) and the title it declares.

    A word that the printer broke at the end of a line is put together again unless the file
    prints it with its hyphen elsewhere, or the hyphen belongs to it by form. The date in
    the file's properties is that of the file, not of publication, and is not used.

    Raises:
        DamagedInput: the file is truncated or malformed.
        EmptyInput: its pages are pictures, or empty.
        LockedInput: it is encrypted.
        TooLarge: it has more than 5,000 pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(str(error)) from error
    try:
        if len(document) > MOST_PAGES:
            raise TooLarge(f"has {len(document):,} pages", remedy="split it")
        pages = [_page_lines(document, number) for number in range(len(document))]
        title = tidy(document.get_metadata_value("Title"))
    except pypdfium2.PdfiumError as error:
        raise DamagedInput(f"is a damaged PDF ({error})", remedy="get the file again") from error
    finally:
        document.close()
    return _laid_out(pages, title)


def _laid_out(pages: list[list[PageLine]], title: str | None) -> Document:
    text = Blocks()
    for paragraph in paragraphs(without_running_heads(pages)):
        text.add(paragraph.words, heading=paragraph.is_heading)
    address = printed_from(pages)
    found = text.document(
        Particulars(
            title=None if title and _NO_TITLE.fullmatch(title) else title,
            url=address if address and _WHOLE.fullmatch(address) else None,
        )
    )
    if not any(map(str.isalpha, found.text)):
        raise EmptyInput(
            f"has no text on its {len(pages)} pages, only pictures or nothing",
            remedy="run it through text recognition (OCR) first",
        )
    return found


def _unopened(reason: str) -> DamagedInput | LockedInput:
    if "password" in reason.lower():
        return LockedInput("is an encrypted PDF", remedy="save it without its password")
    if "security" in reason.lower():
        return LockedInput("is a protected PDF", remedy="save it without its protection")
    return DamagedInput("is a truncated or damaged PDF", remedy="get the file again")


def _page_lines(document: Any, number: int) -> list[PageLine]:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            return _lines(text)
        finally:
            text.close()
    finally:
        page.close()


def _lines(text: Any) -> list[PageLine]:
    """Return the lines of a page in the order PDFium reads them, with where they stand."""
    import ctypes

    import pypdfium2.raw as pdfium

    lines: list[PageLine] = []
    line = PageLine()
    box = [ctypes.c_double() for _ in range(4)]
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if code in (0x0A, 0x0D):
            if line.letters:
                lines.append(line)
            line = PageLine()
            continue
        hyphen = code in (0x02, 0xFFFE)
        if code and not 0xD800 <= code <= 0xDFFF:
            line.letters.append("\u00ad" if hyphen else chr(code))
        if not chr(code if code < 0x110000 else 0x20).isspace() and not hyphen:
            pdfium.FPDFText_GetCharBox(text.raw, index, *map(ctypes.byref, box))
            left, right, bottom, top = (side.value for side in box)
            line.widen(left, right, bottom, top, pdfium.FPDFText_GetFontSize(text.raw, index))
        if hyphen:
            lines.append(line)
            line = PageLine()
    if line.letters:
        lines.append(line)
    return lines
