"""Feeds (RSS 0.9 to 2.0, Atom): a report an entry, with what the feed says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element, ParseError, XMLParser, tostring

import msgspec

from communique.acquire.decode import refuse_binary
from communique.acquire.document import Document
from communique.acquire.formats import html
from communique.acquire.particulars import Particulars, tidy
from communique.errors import DamagedInput, EmptyInput

_ENTRIES = ("item", "entry")
#: Elements by slot, the surest first; of text the longest, since summaries come beside it.
_TEXT = ("encoded", "content", "description", "summary")
_PUBLISHED = ("published", "pubDate", "issued", "date", "updated", "modified")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_WEB = re.compile(r"https?://\S+")


def entries(data: bytes) -> Iterator[Element]:
    """Yield the entries of a feed, in its order, each with the feed's own words in ``feed``.

    Raises:
        DamagedInput: it is no XML, or declares entities.
        EmptyInput: there is no entry in it.
    """
    root = _parsed(data)
    found = [each for each in root.iter() if _local(each) in _ENTRIES]
    if not found:
        raise EmptyInput("is a feed with no entry in it", remedy="check the file")
    channel = next((each for each in root if _local(each) == "channel"), root)
    title, language = _words(channel, ("title",)), _language(root, channel)
    for entry in found:
        entry.attrib.setdefault("feed-title", title or "")
        entry.attrib.setdefault("feed-language", language or "")
        yield entry


def entry_document(entry: Element) -> Document:
    """Return the report that an entry holds.

    Raises:
        EmptyInput: it has no text.
    """
    written = max((_written(each) for each in _named(entry, _TEXT)), key=len, default="")
    if not written.strip():
        raise EmptyInput("is an entry with no text", remedy="get the page that it leads to")
    found = _document(written)
    refuse_binary(found.text)
    return msgspec.structs.replace(found, particulars=_told(entry).over(found.particulars))


def _parsed(data: bytes) -> Element:
    if b"<!ENTITY" in data:
        raise DamagedInput("declares entities, as no feed does", remedy="check where it is from")
    parser = XMLParser()
    try:
        parser.feed(data.lstrip())
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise DamagedInput(f"is a damaged feed ({error})", remedy="get it again") from error
    return root


def _document(written: str) -> Document:
    """Return text as it is, and markup as a page is read."""
    if _MARKUP.search(written) is None:
        return Document(text=unescape(written).strip())
    page = f"<html><body><main><div>{written}</div></main></body></html>"
    try:
        return html.parse(page.encode("utf-8"), "utf-8")
    except EmptyInput:
        return Document(text=unescape(_MARKUP.sub("", written)).strip())


def _told(entry: Element) -> Particulars:
    published = _words(entry, _PUBLISHED)
    return Particulars(
        title=_plain(_words(entry, ("title",))),
        publisher=_words(entry, ("publisher",))
        or _credited(entry)
        or tidy(entry.get("feed-title")),
        published=_instant(published) if published else None,
        url=_link(entry),
        language=_words(entry, ("language",)) or tidy(entry.get("feed-language")),
    )


def _credited(entry: Element) -> str | None:
    """Return the house whose entry this was before a feed took it over."""
    for source in _named(entry, ("source",)):
        return _words(source, ("title",)) or tidy(source.text)
    return None


def _link(entry: Element) -> str | None:
    for link in _named(entry, ("link",)):
        if link.get("rel", "alternate") == "alternate" and (link.get("href") or link.text):
            return tidy(link.get("href") or link.text)
    named = _words(entry, ("guid", "id"))
    return named if named and _WEB.fullmatch(named) else None


def _instant(printed: str) -> str:
    """Return a mail's kind of date (RSS 2.0) as ISO 8601; any other as it is."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(printed).isoformat()
    except (ValueError, TypeError):
        return printed


def _language(root: Element, channel: Element) -> str | None:
    return _words(channel, ("language",)) or tidy(
        root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )


def _words(element: Element, names: tuple[str, ...]) -> str | None:
    for each in _named(element, names):
        if words := tidy(each.text):
            return words
    return None


def _named(element: Element, names: tuple[str, ...]) -> list[Element]:
    """Return an element's children of these names, in the order of the names."""
    return [each for name in names for each in element if _local(each) == name]


def _plain(title: str | None) -> str | None:
    return tidy(unescape(_MARKUP.sub("", title))) if title else None


def _written(element: Element) -> str:
    """Return what an element holds: escaped markup or words, or elements of XHTML."""
    if len(element) == 0:
        return element.text or ""
    inner = "".join(tostring(each, encoding="unicode") for each in element)
    return re.sub(r"(</?)\w+:", r"\1", (element.text or "") + inner)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
