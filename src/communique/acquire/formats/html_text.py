"""The main text of a web page: its paragraphs in order, without what is about the site."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import tomli

from communique.acquire.document import Blocks
from communique.errors import TooLarge

#: More elements than this are no page that a person wrote.
MOST_NODES = 1_000_000
#: A root must hold this share of the page's text to stand for it.
ROOT_SHARE = 0.4
#: A paragraph with more of its letters in links than this is a menu.
LINK_SHARE = 0.75
#: No cell of a table of values is longer; longer ones are columns of a layout.
CELL = 160

#: No more paragraphs than these stand between a page's heading and its articles.
HEAD = 4

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STOP = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


class Block(msgspec.Struct, kw_only=True):
    """A paragraph, heading, list item or table row, and the main elements it lies in."""

    words: str
    tag: str
    linked: int = 0
    roots: frozenset[int] = frozenset()


def main_blocks(root: Any) -> list[Block]:
    """Return the paragraphs of a parsed page (an lxml element) that are its text.

    Elements that declare themselves to be about the site (navigation, footers, dialogs, and
    those whose class says so) are left out; of the rest, where an ``article`` or ``main``
    element holds most of the text, only what lies in it; then paragraphs that are links
    throughout go. Nothing is judged by its length, so a notice of one sentence survives.

    Raises:
        TooLarge: the page has more than a million elements.
    """
    from lxml.etree import iterwalk

    walk = _Walk(_Weights(root))
    for event, node in iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(node)
        elif event == "end":
            walk.leave(node)
        else:
            walk.after(node)
    walk.flush("body")
    return [block for block in _rooted(walk.blocks) if not _is_menu(block)]


def laid_out(blocks: list[Block]) -> Blocks:
    """Return the blocks as one text: paragraphs apart, list items and rows close together."""
    text = Blocks()
    before = ""
    for block in blocks:
        close = block.tag in ("li", "tr") and before == block.tag
        text.add(block.words, heading=block.tag in _HEADINGS, close=close)
        before = block.tag
    return text


class _Weights:
    """How many letters each element holds, and whether the page's own text may lie in it."""

    def __init__(self, root: Any) -> None:
        from lxml.etree import iterwalk

        self._letters: dict[Any, int] = {}
        self._central: set[Any] = set()
        for _, node in iterwalk(root, events=("end",)):
            children = list(node)
            inner = sum(self._letters.get(child, 0) + len(child.tail or "") for child in children)
            silent = node.tag in ("script", "style", "noscript", "template")
            self._letters[node] = 0 if silent else inner + len(node.text or "")
            if node.tag in ("h1", "article", "main") or not self._central.isdisjoint(children):
                self._central.add(node)
            if len(self._letters) > MOST_NODES:
                raise TooLarge("has more than a million elements", remedy="save its text instead")
        self._whole = self._letters.get(root, 0)

    def is_central(self, node: Any) -> bool:
        """Tell whether the element holds the page's heading, article or main part."""
        return node in self._central

    def is_minor(self, node: Any) -> bool:
        """Tell whether an element with a telling class is too small to be the page itself."""
        if node in self._central:
            return False
        return self._letters[node] < 0.5 * self._whole or self._whole < 400


class _Walk:
    """Gathers blocks while the page is gone through from start to end tag."""

    def __init__(self, weights: _Weights) -> None:
        self.blocks: list[Block] = []
        self._weights = weights
        self._text: list[str] = []
        self._linked = 0
        self._roots: list[tuple[Any, int]] = []
        self._rows: list[int] = []
        self._skipped: Any = None
        self._link: Any = None
        self._pre: Any = None

    def enter(self, node: Any) -> None:
        """Take in an element's start and the text up to its first child."""
        if self._skipped is not None:
            return
        if node.tag == "br":
            self._text.append("\n")
        else:
            self._element(node, node.tag)
        if self._skipped is None:
            self._words(node.text or "")

    def leave(self, node: Any) -> None:
        """Take in an element's end and the text after it."""
        if self._skipped is not None:
            if self._skipped is node:
                self._skipped = None
                self.after(node)
            return
        tag = node.tag
        if tag in _rules()["blocks"]:
            self.flush(tag)
        if tag == "tr" and self._rows:
            self._close_row(self._rows.pop())
        if self._link is node:
            self._link = None
        if self._pre is node:
            self._pre = None
        if self._roots and self._roots[-1][0] is node:
            self._roots.pop()
        self.after(node)

    def after(self, node: Any) -> None:
        """Take in the text between an element's (or comment's) end and what follows."""
        if self._skipped is None and node.getparent() is not None:
            self._words(node.tail or "")

    def flush(self, tag: str) -> None:
        """End the paragraph that is being gathered; two line breaks part it in two."""
        joined, self._text = "".join(self._text), []
        linked, self._linked = self._linked, 0
        for piece in re.split(r"\n[ \t]*\n\s*", joined):
            lines = (" ".join(line.split()) for line in piece.split("\n"))
            words = "\n".join(line for line in lines if line)
            if words:
                roots = frozenset(kind for _, kind in self._roots)
                self.blocks.append(Block(words=words, tag=tag, linked=linked, roots=roots))

    def _words(self, value: str) -> None:
        words = value if self._pre is not None else re.sub(r"[\s\u200b]+", " ", value)
        self._text.append(words)
        if self._link is not None:
            self._linked += len(words.strip())

    def _element(self, node: Any, tag: str) -> None:
        if tag in _rules()["blocks"]:
            parent = node.getparent()
            outer = parent.tag if parent is not None else "body"
            self.flush(outer if outer in ("li", "td", "th", *_HEADINGS) else "p")
        if self._is_aside(node, tag):
            self._skipped = node
            return
        if tag == "a":
            self._link = node if self._link is None else self._link
        elif tag == "pre":
            self._pre = node
        elif tag == "tr":
            self._rows.append(len(self.blocks))
        kind = _root_kind(node, tag)
        if kind is not None:
            self._roots.append((node, kind))

    def _is_aside(self, node: Any, tag: str) -> bool:
        rules = _rules()
        if tag in rules["elements"] or node.get("role", "") in rules["roles"]:
            return True
        if node.get("hidden") is not None or node.get("aria-hidden") == "true":
            return True
        if _HIDDEN.search(node.get("style", "")):
            return True
        if tag == "header":
            return not self._weights.is_central(node)
        named = f"{node.get('class', '')} {node.get('id', '')}"
        if tag in ("body", "main", "article", "html", *_HEADINGS) or not named.strip():
            return False
        if not rules["words"].intersection(w.lower() for w in _WORD.findall(named)):
            return False
        return self._weights.is_minor(node)

    def _close_row(self, start: int) -> None:
        """Put the cells of a table's row on one line, unless the table is a page's layout."""
        cells = self.blocks[start:]
        if len(cells) > 1 and all(len(c.words) <= CELL and c.tag in ("td", "th") for c in cells):
            words = "\t".join(" ".join(cell.words.split()) for cell in cells)
            linked = sum(cell.linked for cell in cells)
            self.blocks[start:] = [
                Block(words=words, tag="tr", linked=linked, roots=cells[0].roots)
            ]


def _rooted(blocks: list[Block]) -> list[Block]:
    total = sum(len(block.words) for block in blocks if not _is_menu(block))
    for kind in range(len(_rules()["roots"])):
        inside = [block for block in blocks if kind in block.roots]
        if sum(len(block.words) for block in inside) > ROOT_SHARE * total:
            return [*_head_of(blocks, inside), *inside]
    return blocks


def _head_of(blocks: list[Block], inside: list[Block]) -> list[Block]:
    """Return the page's heading, and what stands right under it, if they stand above the rest."""
    if any(block.tag == "h1" for block in inside):
        return []
    above = blocks[: next(n for n, block in enumerate(blocks) if block is inside[0])]
    found = [n for n, block in enumerate(above) if block.tag == "h1"]
    head = above[found[-1] :] if found else []
    return head if len(head) <= HEAD and all(len(b.words) <= CELL for b in head) else []


def _is_menu(block: Block) -> bool:
    if block.tag in _HEADINGS or _STOP.search(block.words):
        return False
    return block.linked > LINK_SHARE * len(block.words)


def _root_kind(node: Any, tag: str) -> int | None:
    for number, root in enumerate(_rules()["roots"]):
        if root.get("element") == tag:
            return number
        if "attribute" in root and node.get(root["attribute"]) == root["value"]:
            return number
    return None


@cache
def _rules() -> dict[str, Any]:
    source = files(__package__).joinpath("html_rules.toml").read_text(encoding="utf-8")
    rules = tomli.loads(source)
    lists = {key: frozenset(value) for key, value in rules.items() if key != "roots"}
    return {**lists, "roots": rules["roots"]}
