"""A brief as one HTML file that needs nothing else, runs nothing, and trusts no report."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from communique import __version__
from communique.model.brief import Block, Brief, Paragraph, Part, Picture
from communique.publish.briefs.legible import fit, note_view, readable

if TYPE_CHECKING:
    from jinja2 import Environment

#: Stands at the end of every brief.
CLOSING = (
    "This brief tells what reports say, in their words; none of it is called true. Characters "
    "are counted in the text of the report, from 0. The same record gives the same brief."
)


def render(brief: Brief) -> bytes:
    """Return the brief as an HTML document in UTF-8. The same brief gives the same bytes."""
    from markupsafe import Markup

    brief = readable(brief)
    style = Markup((files("communique.publish") / "templates" / "brief.css").read_text("utf-8"))
    html = (
        _environment()
        .get_template("brief.html.j2")
        .render(
            brief=SimpleNamespace(
                title=brief.title,
                lede=brief.lede,
                left_out=brief.left_out,
                facts=brief.facts,
                parts=[
                    SimpleNamespace(
                        heading=part.heading,
                        depth=part.depth,
                        blocks=list(map(_block, part.blocks)),
                    )
                    for part in brief.parts
                ],
            ),
            notes=[note_view(note) for note in brief.notes],
            closing=CLOSING,
            style=style,
            style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
            version=__version__,
        )
    )
    return html.encode("utf-8")


def _part(part: Part) -> Any:
    blocks = [_block(block) for block in part.blocks]
    return SimpleNamespace(heading=part.heading, depth=part.depth, blocks=blocks)


def _block(block: Block) -> Any:
    """Return a block with its kind, a picture as an address that holds it."""
    if isinstance(block, Paragraph):
        return SimpleNamespace(kind="paragraph", texts=block.texts, indent=block.indent)
    if isinstance(block, Picture):
        held = b64encode(block.svg.encode("utf-8")).decode()
        return SimpleNamespace(
            kind="picture", source=f"data:image/svg+xml;base64,{held}", alt=block.alt
        )
    return SimpleNamespace(
        kind="table", caption=block.caption, columns=block.columns, rows=block.rows
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("communique.publish"),
        autoescape=True,
        finalize=lambda value: fit(value) if type(value) is str else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
