"""The corpora, read as plain texts with layers of spans in code points.

Nothing is copied: each reader takes the path of the corpus as it was obtained.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

Span = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Who (source), by which words (cue), says what (content); span lists, any may be empty."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


@dataclass(frozen=True)
class Mention:
    """Words that stand for an entity: its kind, and the number of the entity in its text."""

    start: int
    end: int
    kind: str
    entity: str


@dataclass(frozen=True)
class Arc:
    """A syntactic word: where it begins, where its head begins (-1: root), relation, word class."""

    start: int
    head: int
    relation: str
    word_class: str


@dataclass(frozen=True)
class Time:
    """A temporal expression and its TIMEX3 type."""

    start: int
    end: int
    type: str


@dataclass
class Document:
    """One text of a corpus. A layer that the corpus does not annotate is ``None``."""

    name: str
    text: str
    attributions: list[Attribution] | None = None
    mentions: list[Mention] | None = None
    arcs: list[Arc] = field(default_factory=list)
    times: list[Time] | None = None


def sha256(path: Path) -> str:
    """The hash of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def polnear(path: Path) -> list[Document]:
    """PolNeAR articles (JSON lines, gzipped) with their attributions."""
    documents = []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            attributions = [
                Attribution(*(_spans(item[role]) for role in ("source", "cue", "content")))
                for item in record["attributions"]
            ]
            documents.append(Document(record["id"], record["text"], attributions))
    return documents


def _spans(pairs: list[list[int]]) -> list[Span]:
    return [(start, end) for start, end in pairs]


def timeml(path: Path) -> list[Document]:
    """The TEXT of each TimeML file of a zip, with its TIMEX3; of two of one name, the first."""
    documents: dict[str, Document] = {}
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        for name in sorted(archive.namelist()):
            stem = PurePosixPath(name).stem
            if name.endswith(".tml") and stem not in documents:
                documents[stem] = _timeml_document(stem, archive.read(name))
    return list(documents.values())


def _timeml_document(name: str, data: bytes) -> Document:
    body = ElementTree.fromstring(data).find(".//TEXT")
    parts: list[str] = []
    times: list[Time] = []
    if body is not None:
        _collect(body, parts, 0, times)
    return Document(name, "".join(parts), times=[t for t in times if t.end > t.start])


def _collect(element: ElementTree.Element, parts: list[str], at: int, times: list[Time]) -> int:
    """Append the element's text from offset ``at`` and note its TIMEX3; the offset after it."""
    start = at
    parts.append(element.text or "")
    at += len(parts[-1])
    for child in element:
        at = _collect(child, parts, at, times)
        parts.append(child.tail or "")
        at += len(parts[-1])
    if element.tag == "TIMEX3":
        times.append(Time(start, at, element.get("type", "DATE")))
    return at


NON_COMMERCIAL = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Genres of GUM whose texts may not be used commercially; they are left out."""

_KINDS = {"person": "person", "place": "place", "organization": "organisation"}
_BRACKET = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")


def gum(path: Path) -> list[Document]:
    """GUM texts (CoNLL-U, gzipped) with entities and syntax, less the non-commercial genres.

    Paragraphs are parted by an empty line, sentences by a space.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().split("# newdoc id = ")[1:]
    documents = []
    for block in blocks:
        name, _, rest = block.partition("\n")
        if name.split("_")[1] not in NON_COMMERCIAL:
            documents.append(_GumText(name).read(rest))
    return documents


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    form: str
    plural: bool


class _GumText:
    """Puts one GUM text together, sentence by sentence.

    A mention ends before the first comma, bracket, relative pronoun or
    possessive mark that follows its head, as a name or epithet does in a record;
    GUM itself takes in appositions and relative clauses.
    """

    def __init__(self, name: str) -> None:
        self.document = Document(name, "", mentions=[])
        self._tokens: list[_Token] = []
        self._open: dict[str, list[tuple[int, list[str]]]] = {}

    def read(self, block: str) -> Document:
        """The document of the sentences of ``block``."""
        for paragraph in re.split(r"^# newpar\b(?!_).*$", block, flags=re.MULTILINE):
            for number, sentence in enumerate(paragraph.split("# sent_id = ")[1:]):
                self._add(sentence, " " if number else "\n\n")
        return self.document

    def _add(self, sentence: str, gap: str) -> None:
        found = re.search(r"^# text = (.*)$", sentence, re.MULTILINE)
        text = found.group(1) if found else ""
        base = len(self.document.text) + (len(gap) if self.document.text else 0)
        self.document.text += (gap if self.document.text else "") + text
        rows = [line.split("\t") for line in sentence.splitlines() if re.match(r"\d+\t", line)]
        first, at = len(self._tokens), 0
        for row in rows:
            place = text.find(row[1], at)
            start = place if place >= 0 else at
            at = start + len(row[1]) if place >= 0 else at
            plural = "Number=Plur" in row[5]
            self._tokens.append(_Token(base + start, base + at, _form(row), plural))
        for number, row in enumerate(rows):
            self._arc(row, first + number, first)
            self._entities(row[9], first + number)

    def _arc(self, row: list[str], token: int, first: int) -> None:
        head = int(row[6])
        start = self._tokens[first + head - 1].start if head else -1
        relation = row[7].split(":")[0]
        self.document.arcs.append(Arc(self._tokens[token].start, start, relation, row[3]))

    def _entities(self, misc: str, token: int) -> None:
        """Open and close the mentions that a token's Entity field names."""
        for item in misc.split("|"):
            if not item.startswith("Entity="):
                continue
            for opened, closed, ended in _BRACKET.findall(item.removeprefix("Entity=")):
                if opened:
                    fields = opened.split("-")
                    self._open.setdefault(fields[0], []).append((token, fields))
                    ended = fields[0] if closed else ""
                if ended and self._open.get(ended):
                    self._mention(*self._open[ended].pop(), token)

    def _mention(self, first: int, fields: list[str], last: int) -> None:
        kind = _KINDS.get(fields[1])
        if kind is None or self.document.mentions is None:
            return
        head = re.match(r"\d+", fields[5]) if len(fields) > 5 else None
        at = min(last, first + int(head.group()) - 1) if head else last
        while last > at and any(token.form == "edge" for token in self._tokens[at + 1 : last + 1]):
            last -= 1
        start, end, token = self._tokens[first].start, self._tokens[last].end, self._tokens[at]
        form = token.form if token.form in ("name", "pronoun") else "nominal"
        if kind == "person" and token.plural and form != "name":
            kind = "group"
        if end > start:
            self.document.mentions.append(Mention(start, end, f"{kind}/{form}", fields[0]))


def _form(row: list[str]) -> str:
    """What a token is to a mention: name, pronoun, other, or an edge that ends its core."""
    if row[4] in ("NNP", "NNPS"):
        return "name"
    if row[4] in ("PRP", "PRP$") or (row[3] == "PRON" and row[4] not in ("WP", "WDT")):
        return "pronoun"
    return "edge" if row[1] in (",", "(", ";", ":") or row[4] in ("POS", "WP", "WDT") else "other"
