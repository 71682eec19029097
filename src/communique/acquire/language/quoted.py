"""What of a text stands in quotation marks, and what is left when that is taken out."""

from __future__ import annotations

import re

#: Marks that open a quotation, and what may close it.
_CLOSING = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "”": "”",
    "「": "」",
    "『": "』",
    '"': '"',
    "‘": "’",
}
#: Marks that open only with a blank, dash, bracket or colon before them and none behind.
_SHAPED = frozenset('»”"‘')
_BEFORE = frozenset(" \t\r\n\u00a0([{—–-:：，。")
#: Marks of typewriters and TeX.
_TYPED = (("<<", "«"), (">>", "»"), ("``", "“"), ("''", "”"))
#: What somebody says in dialogue: behind the dash that begins a line, to the next dash.
_DIALOGUE = re.compile(r"^[ \t]*[—–][^—–\n]+[—–]", re.MULTILINE)
_MARK = re.compile('[“”„«»‹›「」『』"‘’\n]')


def without_quotations(text: str) -> str:
    """Return ``text`` without what is in quotation marks of any kind, its paragraphs kept.

    A quotation goes from an opening mark to the first one that closes it, over paragraphs
    too where each opens with the mark again or none opens in between. A mark that is never
    closed takes nothing out, so that one slip of the pen does not swallow a report. A dash
    that begins a line opens what the next dash in it closes.
    """
    for typed, printed in _TYPED:
        text = text.replace(typed, printed)
    kept: list[str] = []
    at, opened, line = 0, -1, 0
    for mark in _MARK.finditer(text):
        start = mark.start()
        if mark[0] == "\n":
            line = start + 1
        elif opened >= 0 and _closes(text, opened, start):
            lines = text.count("\n", opened, start)
            kept += [text[at:opened], "\n" * min(lines, 2) or " "]
            at, opened = start + 1, -1
        elif _opens(text, start) and not (opened >= 0 and _goes_on(text, opened, line, start)):
            opened = start
    kept.append(text[at:])
    return _DIALOGUE.sub(" ", "".join(kept))


def _closes(text: str, opened: int, at: int) -> bool:
    """Tell whether the mark at ``at`` ends the quotation that the mark at ``opened`` begins."""
    kind = text[opened]
    if text[at] not in _CLOSING[kind]:
        return False
    if kind == "‘":
        before, after = text[at - 1], text[at + 1 : at + 2]
        return not after.isalnum() and (not before.isalpha() or after in ",.;:!?")
    return text[at] != kind or not _opens(text, at)


def _opens(text: str, at: int) -> bool:
    if text[at] not in _CLOSING:
        return False
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if text[at] not in _SHAPED:
        return True
    return (not before or before in _BEFORE) and bool(after) and not after.isspace()


def _goes_on(text: str, opened: int, line: int, at: int) -> bool:
    """Tell whether an opening mark at ``at`` belongs to the quotation open at ``opened``.

    It does where it is of another kind, in the line (that begins at ``line``) where the
    quotation opened, and where it is of the same kind and opens a further paragraph.
    """
    if text[opened] == text[at]:
        return line > opened and not text[line:at].strip()
    return line <= opened
