"""Rich text (.rtf): its words and paragraphs."""

from __future__ import annotations

import re

from communique.acquire.decode import known_encoding
from communique.acquire.document import Blocks, Document
from communique.acquire.particulars import Particulars
from communique.errors import DamagedInput, EmptyInput

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<value>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9a-f]{2})|\\(?P<sign>[^a-z])"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
#: Groups that hold something else than the document's words.
_ASIDE = frozenset(
    (
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "footer",
        "headerl",
        "headerr",
        "footerl",
        "footerr",
        "footnote",
        "annotation",
        "listtable",
        "listoverridetable",
        "generator",
        "themedata",
        "xmlnstbl",
        "fldinst",
        "latentstyles",
        "datastore",
        "rsidtbl",
        "nonshppict",
    )
)
_SIGNS = {
    "par": "\n\n",
    "sect": "\n\n",
    "page": "\n\n",
    "row": "\n",
    "line": "\n",
    "cell": "\t",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "~": "\u00a0",
    "_": "\u2011",
    "-": "",
    "\\": "\\",
    "{": "{",
    "}": "}",
    "\n": "\n\n",
    "\r": "\n\n",
}


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the words of an RTF file as paragraphs (RTF Specification 1.9.1).

    Raises:
        DamagedInput: it is not RTF.
        EmptyInput: there is no text in it.
    """
    if not data.startswith(b"{\\rtf"):
        raise DamagedInput("is not rich text", remedy="save it as .docx or .txt")
    source = data.decode("latin-1")
    page = re.search(r"\\ansicpg(\d{3,5})", source[:4096])
    name = encoding or (f"cp{page[1]}" if page and known_encoding(f"cp{page[1]}") else "cp1252")
    words = _Reader(name).read(source)
    text = Blocks()
    for paragraph in re.split(r"\n\s*\n", words):
        text.add("\n".join(" ".join(line.split(" ")) for line in paragraph.split("\n")))
    document = text.document(Particulars())
    if not document.text:
        raise EmptyInput("is rich text with no words in it")
    return Document(text=document.text)


class _Reader:
    """Goes through the tokens, keeping whether the open group is one of words."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding
        self._out: list[str] = []
        self._bytes = bytearray()
        #: For each open group: whether it is aside, and how many characters stand for a \\u.
        self._groups: list[tuple[bool, int]] = [(False, 1)]
        self._skip = 0
        self._starred = False

    def read(self, source: str) -> str:
        for token in _TOKEN.finditer(source):
            if token["hex"]:
                self._byte(int(token["hex"], 16))
                continue
            self._decode()
            if token["brace"]:
                self._group(token["brace"])
            elif token["word"]:
                self._control(token["word"].lower(), token["value"])
            elif token["sign"]:
                self._sign(token["sign"])
            elif token["text"]:
                self._text(token["text"])
        self._decode()
        joined = "".join(self._out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return joined.replace("\0", "")

    def _group(self, brace: str) -> None:
        if brace == "{":
            self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()
        self._starred = False

    def _control(self, word: str, value: str | None) -> None:
        aside, skip = self._groups[-1]
        if self._starred or word in _ASIDE:
            self._groups[-1] = (True, skip)
        elif word == "uc" and value:
            self._groups[-1] = (aside, min(abs(int(value)), 8))
        elif word == "u" and value:
            self._put(chr(int(value) % 65536))
            self._skip = skip
        elif word == "bin":
            self._groups[-1] = (True, skip)
        else:
            self._put(_SIGNS.get(word, ""))
        self._starred = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        else:
            self._text(_SIGNS.get(sign, ""))

    def _text(self, text: str) -> None:
        self._put(text[self._skip :])
        self._skip = max(0, self._skip - len(text))

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._groups[-1][0]:
            self._bytes.append(value)

    def _decode(self) -> None:
        if self._bytes:
            self._out.append(bytes(self._bytes).decode(self._encoding, "replace"))
            self._bytes.clear()

    def _put(self, text: str) -> None:
        if text and not self._groups[-1][0]:
            self._out.append(text)
