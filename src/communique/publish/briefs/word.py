"""A brief as a Word document with real footnotes (Office Open XML, ECMA-376, Transitional).

The parts of the package are written from templates: python-docx, which would be the usual
choice, knows no footnotes and stamps what it writes with the time of day. What is written
here is opened with it in the tests.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from communique import __version__
from communique.errors import UsageError
from communique.model.brief import Block, Brief, Paragraph, Picture, Table, Text
from communique.publish.briefs.html import CLOSING
from communique.publish.briefs.legible import (
    day_of,
    fit,
    note_view,
    readable,
    stretches,
)
from communique.publish.relation_plot import to_png

if TYPE_CHECKING:
    from jinja2 import Environment

#: Between the margins of a page, in twentieths of a point.
WIDTH = 9184
#: English Metric Units of such a twentieth, in which pictures are measured.
_EMU = 635
#: A stamp for every file of the package, the earliest that zip knows.
_STAMP = (1980, 1, 1, 0, 0, 0)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
#: The longest address that Word takes for a link.
_LONGEST_URL = 2000
_Related = tuple[str, str, str, bool]


def render(brief: Brief) -> bytes:
    """Return the brief as a ``.docx`` file. The same brief gives the same bytes.

    Pictures are left out, and it says so, where the extra ``plots`` is not installed.
    """
    brief = readable(brief)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _files(brief):
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, content)
    return out.getvalue()


def _files(brief: Brief) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the package, its list of contents first."""
    pictures: list[bytes] = []
    parts = [
        SimpleNamespace(
            heading=part.heading,
            depth=part.depth,
            blocks=[_block(block, pictures) for block in part.blocks],
        )
        for part in brief.parts
    ]
    notes, links = _notes(brief)
    yield "[Content_Types].xml", _asset("types.xml")
    yield (
        "_rels/.rels",
        _relations(
            (
                ("rIdDocument", f"{_RELATION}/officeDocument", "word/document.xml", False),
                ("rIdCore", _CORE, "docProps/core.xml", False),
            )
        ),
    )
    yield "docProps/core.xml", _filled("core", title=brief.title, day=day_of(brief) or "")
    yield (
        "word/document.xml",
        _filled(
            "document",
            brief=SimpleNamespace(
                title=brief.title,
                lede=brief.lede,
                facts=brief.facts,
                left_out=brief.left_out,
                parts=parts,
            ),
            width=WIDTH,
            closing=CLOSING,
        ),
    )
    yield "word/_rels/document.xml.rels", _relations(_of_document(len(pictures)))
    yield "word/footnotes.xml", _filled("footnotes", notes=notes)
    yield "word/_rels/footnotes.xml.rels", _relations(links)
    yield "word/styles.xml", _asset("styles.xml")
    yield "word/settings.xml", _asset("settings.xml")
    yield "word/footer1.xml", _asset("footer.xml")
    for number, picture in enumerate(pictures, 1):
        yield f"word/media/plot{number}.png", picture


def _of_document(pictures: int) -> Iterator[_Related]:
    for name in ("styles", "settings", "footnotes"):
        yield f"rId{name.capitalize()}", f"{_RELATION}/{name}", f"{name}.xml", False
    yield "rIdFooter", f"{_RELATION}/footer", "footer1.xml", False
    for number in range(1, pictures + 1):
        yield f"rIdPlot{number}", f"{_RELATION}/image", f"media/plot{number}.png", False


def _notes(brief: Brief) -> tuple[list[Any], list[_Related]]:
    """Return the notes as the template wants them, and the links that they hold."""
    notes, links = [], []
    for number, note in enumerate(map(note_view, brief.notes), 1):
        relation = f"rIdNote{number}" if note.url and len(note.url) <= _LONGEST_URL else ""
        if relation:
            links.append((relation, f"{_RELATION}/hyperlink", _address(note.url), True))
        notes.append(
            SimpleNamespace(
                words=stretches(note.words),
                source=stretches(note.source),
                place=note.place,
                url=note.url,
                relation=relation,
            )
        )
    return notes, links


def _address(url: str) -> str:
    """Return an address as a URI: only letters that may stand in one."""
    from urllib.parse import quote

    return quote(url, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")


def _block(block: Block, pictures: list[bytes]) -> Any:
    """Return a block as the template wants it; a picture is put with the others."""
    match block:
        case Paragraph():
            return SimpleNamespace(
                kind="paragraph", indent=block.indent, texts=list(map(_text, block.texts))
            )
        case Table():
            shares = block.widths or (1,) * len(block.columns)
            return SimpleNamespace(
                kind="table",
                caption=block.caption,
                columns=block.columns,
                widths=[WIDTH * share // sum(shares) for share in shares],
                rows=[list(map(_text, row)) for row in block.rows],
            )
        case Picture():
            return _picture(block, pictures)


def _text(one: Text) -> Any:
    return SimpleNamespace(pieces=stretches(one.text), tone=one.tone, notes=one.notes)


def _picture(block: Picture, pictures: list[bytes]) -> Any:
    try:
        png = to_png(block.svg, 2.0)
    except UsageError:
        return SimpleNamespace(kind="picture", relation="", alt=block.alt)
    pictures.append(png)
    # A PNG's header holds its width and height in its bytes 16 to 24.
    wide, high = int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
    return SimpleNamespace(
        kind="picture",
        relation=f"rIdPlot{len(pictures)}",
        number=len(pictures),
        alt=block.alt,
        wide=WIDTH * _EMU,
        high=WIDTH * _EMU * high // max(1, wide),
    )


def _relations(relations: Iterable[_Related]) -> bytes:
    return _filled("relations", relations=list(relations))


def _filled(template: str, **values: object) -> bytes:
    xml = _environment().get_template(f"word/{template}.xml.j2").render(**values)
    return xml.lstrip().encode("utf-8")


def _asset(name: str) -> bytes:
    return (files("communique.publish") / "templates" / "word" / name).read_bytes()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("communique.publish"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["version"] = __version__
    made.filters["stretches"] = stretches
    return made


def _shown(value: object) -> object:
    """Make what XML cannot hold visible. Runs before escaping."""
    return fit(value) if type(value) is str else value
