"""The formats that a brief can be taken away in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

import msgspec

from communique.errors import UnknownName
from communique.model.brief import Brief


class Format(NamedTuple):
    """A format: its media type, its name for people, and the module that renders to it."""

    media_type: str
    name: str
    module: str


#: The formats by the ending of a file's name.
FORMATS = {
    "html": Format("text/html; charset=utf-8", "HTML", "html"),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", "word"
    ),
    "pdf": Format("application/pdf", "PDF", "pdf"),
    "json": Format("application/json", "JSON", ""),
}


def render(brief: Brief, ending: str) -> bytes:
    """Return a brief in the format of that ending. The same brief gives the same bytes.

    A PDF also depends on the fonts of the machine, where the text needs more than is built in.

    Raises:
        UnknownName: there is no such format.
        UsageError: the extra that the format needs is not installed, or no font has the letters.
    """
    if ending not in FORMATS:
        raise UnknownName("format of briefs", ending, list(FORMATS))
    if ending == "json":
        return msgspec.json.encode(brief) + b"\n"
    module = import_module(f"communique.publish.briefs.{FORMATS[ending].module}")
    made: Callable[[Brief], bytes] = module.render
    return made(brief)
