"""Makes the samples that are a Word and a PDF file from their sources, always the same bytes.

Run ``python -m examples.make_documents`` after a change in ``examples/sources``. A source
begins with its particulars (``title:``, ``publisher:``, ``published:``), then comes an empty
line, then one paragraph a line; ``# `` begins a heading.
"""

from __future__ import annotations

import textwrap
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
STORYLINE = HERE / "storyline"
#: The earliest time that a zip archive can bear.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Source(NamedTuple):
    """A sample before it is a file: particulars, and paragraphs with their style."""

    particulars: dict[str, str]
    paragraphs: list[tuple[str, str]]


def read_source(path: Path) -> Source:
    """Return the particulars and the paragraphs (``heading`` or ``text``, words)."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    particulars = dict(line.split(": ", 1) for line in head.splitlines())
    paragraphs = [
        ("heading", line[2:]) if line.startswith("# ") else ("text", line)
        for line in body.splitlines()
        if line.strip()
    ]
    return Source(particulars, paragraphs)


def word(source: Source) -> dict[str, str]:
    """Return the parts of a Word file, by name."""
    body = "".join(_paragraph(style, words) for style, words in source.paragraphs)
    kinds = "application/vnd.openxmlformats-package.core-properties+xml"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{relations}"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
            f'<Override PartName="/docProps/core.xml" ContentType="{kinds}"/></Types>'
        ),
        "_rels/.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
            f' Target="docProps/core.xml"/></Relationships>'
        ),
        "docProps/core.xml": _core(source.particulars),
        "word/document.xml": (
            f'{_XML}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
        ),
    }


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _paragraph(style: str, words: str) -> str:
    properties = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if style == "heading" else ""
    text = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    return f"<w:p>{properties}<w:r>{text}</w:r></w:p>"


def _core(particulars: dict[str, str]) -> str:
    stamp = f"{particulars['published']}T00:00:00Z"
    terms = "http://purl.org/dc"
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="{terms}/elements/1.1/" xmlns:dcterms="{terms}/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(particulars['title'])}</dc:title>"
        f"<dc:publisher>{escape(particulars['publisher'])}</dc:publisher>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        "</cp:coreProperties>"
    )


def write_word(source: Source, path: Path) -> None:
    """Write a Word file. Nothing in it depends on the clock or the machine."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in word(source).items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, content.encode("utf-8"))


def pdf(source: Source) -> bytes:
    """Return a PDF of one page set in Helvetica, wrapped at 88 columns."""
    lines = [
        (16 if style == "heading" else 11, line)
        for style, words in source.paragraphs
        for line in [*textwrap.wrap(words, 60 if style == "heading" else 88), ""]
    ]
    drawn = ["BT 1 0 0 1 56 780 Tm 16 TL"]
    for size, line in lines:
        drawn.append(f"/F1 {size} Tf ({_pdf_text(line)}) Tj T*")
    stream = ("\n".join([*drawn, "ET"])).encode("cp1252")
    stamp = source.particulars["published"].replace("-", "")
    title = _pdf_text(source.particulars["title"])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) /CreationDate (D:{stamp}000000Z) >>".encode("cp1252"),
    ]
    return _pdf_file(objects)


def _pdf_text(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: list[bytes]) -> bytes:
    """Return the objects as a file, with the table of where each of them begins."""
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def make(folder: Path = STORYLINE) -> None:
    """Write both files into ``folder``."""
    write_word(read_source(SOURCES / "06-interview-relk.txt"), folder / "06-interview-relk.docx")
    statement = pdf(read_source(SOURCES / "09-statement-league.txt"))
    (folder / "09-statement-league.pdf").write_bytes(statement)


if __name__ == "__main__":
    make()
