"""Web pages: main text, headings, and what the page declares about itself."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

from communique.acquire.decode import decode, refuse_binary
from communique.acquire.document import Document
from communique.acquire.formats.html_text import Block, laid_out, main_blocks
from communique.acquire.particulars import Particulars, tidy
from communique.errors import DamagedInput, EmptyInput

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{2,40})""", re.IGNORECASE
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
_SITE = re.compile(r"\s+[|–—·»:-]\s+")
_ARTICLE = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "BlogPosting",
    "WebPage",
    "PressRelease",
)
#: Names of meta elements by slot, the surest first.
_META = {
    "title": ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title"),
    "published": (
        "article:published_time",
        "datepublished",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.issued",
        "dcterms.date",
        "dc.date",
        "citation_publication_date",
        "pubdate",
        "publishdate",
        "publish-date",
        "sailthru.date",
        "parsely-pub-date",
        "og:published_time",
        "date",
    ),
    "publisher": (
        "og:site_name",
        "dcterms.publisher",
        "dc.publisher",
        "citation_publisher",
        "publisher",
    ),
    "url": ("og:url", "dcterms.identifier"),
    "source": ("dcterms.source", "dc.source"),
    "language": ("dcterms.language", "dc.language", "content-language", "og:locale"),
}
#: Labels that pages use for the encodings that browsers read them in (WHATWG Encoding).
_WEB = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "x-sjis": "cp932",
}


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the main text of a page, its headings, and its metadata.

    Metadata is read, in this order, from JSON-LD, from ``meta`` elements (Open Graph,
    Dublin Core, citation), and from the page itself (``h1``, ``title``, ``time``).

    Raises:
        DamagedInput: the bytes cannot be decoded.
        EmptyInput: there is no text in it.
        TooLarge: the page has more than a million elements.
        UnknownFormat: the bytes are not text.
    """
    source = _decoded(data, encoding)
    refuse_binary(source)
    root = _tree(source)
    blocks = main_blocks(root) if root is not None else []
    if not any(block.tag not in ("h1", "h2", "h3", "h4", "h5", "h6") for block in blocks):
        raise EmptyInput(
            "is a page with no text in it", remedy="save the page after it is drawn, or its text"
        )
    return laid_out(blocks).document(_particulars(root, blocks))


def _decoded(data: bytes, encoding: str | None) -> str:
    """Decode a page as a browser would: the given encoding, a mark, what it declares."""
    label = _CHARSET.search(data, 0, 4096)
    if (
        encoding is not None
        or data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff"))
        or not label
    ):
        return decode(data, encoding)
    declared = label[1].decode("ascii", "replace").lower()
    name = _WEB.get(declared, declared)
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        pass
    try:
        return decode(data)
    except DamagedInput:
        return data.decode("utf-8", "replace")


def _tree(source: str) -> Any:
    """Parse a page as leniently as libxml2 does; ``None`` if there is nothing in it."""
    from lxml import etree

    # The declaration is about bytes, and these are decoded.
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False)
    body = _DECLARATION.sub("", source, count=1)
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise DamagedInput(
            f"is no page that can be parsed ({error})", remedy="save it as text"
        ) from error


def _particulars(document: Any, blocks: list[Block]) -> Particulars:
    declared = _linked_data(document)
    named = _named_meta(document)
    found = declared.over(named)
    return found.over(
        Particulars(
            title=_title(document, blocks, found.publisher),
            published=_time(document),
            url=_attribute(document, ".//link[@rel='canonical']", "href"),
            language=_tag(document.get("lang")),
        )
    )


def _named_meta(document: Any) -> Particulars:
    values: dict[str, str] = {}
    for meta in document.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        value = tidy(meta.get("content"))
        if name and value:
            values.setdefault(name.strip().lower(), value)
    found = {
        slot: next((values[name] for name in names if name in values), None)
        for slot, names in _META.items()
    }
    page = _tag(document.get("lang"))
    found["language"] = page or _tag(found["language"])
    found["url"] = _attribute(document, ".//link[@rel='canonical']", "href") or found["url"]
    return Particulars(**found)


def _linked_data(document: Any) -> Particulars:
    """Return what JSON-LD says of the article that the page is."""
    for script in document.iterfind(".//script[@type='application/ld+json']"):
        for thing in _things(script.text or ""):
            kinds = thing.get("@type")
            if any(kind in _ARTICLE for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return Particulars(
                    title=tidy(thing.get("headline")),
                    published=tidy(thing.get("datePublished")),
                    publisher=tidy(thing.get("publisher")),
                )
    return Particulars()


def _things(source: str) -> Iterator[dict[str, Any]]:
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        return
    graph = value.get("@graph", value) if isinstance(value, dict) else value
    for thing in graph if isinstance(graph, list) else [graph]:
        if isinstance(thing, dict):
            yield thing


def _title(document: Any, blocks: list[Block], publisher: str | None) -> str | None:
    """Return the one ``h1``, else the page's title without the name of its site."""
    firsts = [block.words for block in blocks if block.tag == "h1"]
    if len(firsts) == 1:
        return tidy(firsts[0])
    title = tidy(document.findtext(".//title"))
    parts = _SITE.split(title) if title else []
    if publisher and len(parts) > 1 and publisher.casefold() in parts[-1].casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»:-") if title else None
    return title


def _time(document: Any) -> str | None:
    return _attribute(document, ".//time[@datetime]", "datetime")


def _attribute(document: Any, path: str, name: str) -> str | None:
    element = document.find(path)
    return tidy(element.get(name)) if element is not None else None


def _tag(value: str | None) -> str | None:
    return value.replace("_", "-") if value and _TAG.fullmatch(value) else None
