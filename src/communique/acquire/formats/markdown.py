"""Markdown: kept as it is, its front matter read and set apart.

Front matter is YAML between ``---`` lines or TOML between ``+++`` lines. Of YAML only
``key: value`` lines are read, which is what publishers write there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import tomli

from communique.acquire.decode import decode
from communique.acquire.document import Document
from communique.acquire.fields import particulars_from
from communique.model import Span

_FRONT = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<inner>.{0,20000}?)^(?P=fence)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_PAIR = re.compile(
    r"^(?P<key>[A-Za-z_][\w .-]{0,40}?)[ \t]*:[ \t]+(?P<value>\S.*?)[ \t]*$", re.MULTILINE
)


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the text of a Markdown file, marks and front matter included.

    Raises:
        DamagedInput: the bytes are not in the encoding they claim, or in none that can be told.
        UnknownFormat: the bytes are not text.
    """
    text = decode(data, encoding)
    front = _FRONT.match(text)
    if front is None:
        return Document(text=text)
    pairs = _toml(front["inner"]) if front["fence"] == "+++" else _yaml(front["inner"])
    return Document(
        text=text,
        particulars=particulars_from(pairs),
        furniture=(Span(0, front.end()),),
        start=front.end(),
    )


def _yaml(inner: str) -> Mapping[str, object]:
    return {match["key"]: match["value"].strip("'\"") for match in _PAIR.finditer(inner)}


def _toml(inner: str) -> Mapping[str, object]:
    try:
        return tomli.loads(inner)
    except (tomli.TOMLDecodeError, RecursionError):
        return {}
