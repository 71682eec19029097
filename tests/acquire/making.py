"""Makes the files that the tests read, byte by byte, so that none is taken on trust."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from communique.acquire import AcquireOptions, acquire
from communique.errors import InputError
from communique.model import Report

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def reports(*inputs: object, **options: object) -> list[Report]:
    """Acquire the inputs and return the reports; an error among them fails the test."""
    found = list(acquire([str(one) for one in inputs], AcquireOptions(**options)))  # type: ignore[arg-type]
    assert not [str(one) for one in found if isinstance(one, InputError)]
    return [one for one in found if isinstance(one, Report)]


def report(*inputs: object, **options: object) -> Report:
    """Acquire the inputs and return the one report they give."""
    (found,) = reports(*inputs, **options)
    return found


def outcomes(*inputs: object, **options: object) -> list[Report | InputError]:
    """Acquire the inputs and return everything, in order."""
    return list(acquire([str(one) for one in inputs], AcquireOptions(**options)))  # type: ignore[arg-type]


def fault(*inputs: object, **options: object) -> InputError:
    """Acquire the inputs and return the one error they give."""
    (found,) = outcomes(*inputs, **options)
    assert isinstance(found, InputError), found
    return found


Printed = tuple[float, float, float, str]


def pdf(pages: Sequence[Sequence[Printed]], title: str | None = None) -> bytes:
    """Return a PDF with (left, baseline, size, words) printed on each page."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for number, page in enumerate(pages):
        drawn = b"\n".join(_drawn(*one) for one in page)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    if title is not None:
        objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    return _numbered(objects, info=len(objects) if title is not None else None)


def _drawn(left: float, baseline: float, size: float, words: str) -> bytes:
    shown = (
        words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (size, left, baseline, shown)


def _numbered(objects: Sequence[bytes], info: int | None) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    more = b"/Info %d 0 R " % info if info else b""
    out += b"trailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        more,
        start,
    )
    return bytes(out)


def paragraph(words: str, style: str = "", inner: str = "") -> str:
    """Return a Word paragraph."""
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f"<w:p>{mark}{run}{inner}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return a Word table."""
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{body}</w:tbl>"


def docx(body: str, title: str | None = None, **parts: str) -> bytes:
    """Return a Word file with that body."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )
        if title is not None:
            package.writestr(
                "docProps/core.xml",
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
                f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></cp:coreProperties>',
            )
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return held.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip file with these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w:gz") -> bytes:
    """Return a tar file with these members."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()
