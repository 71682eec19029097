"""Tags that stand inside the marks: «A, — said the envoy. — B», « A, a-t-elle dit, B ».

Reports in many languages close the marks only where the whole utterance ends. What stands
between the marks is then cut by its tag, as speech between dashes is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from communique.model import Span, trimmed
from communique.read.layers import Quoted
from communique.read.speech.lexicon import Lexicon

#: A dash between blanks or behind a mark, before a word.
_DASH = re.compile(r"(?:(?<=[,!?…;.])\s*|\s)[—–―-]\s+(?=[^\W\d_])")
#: A comma before a verb that its pronoun follows: ", dit-il,".
_COMMA = re.compile(r",\s+(?=[^\W\d_]+(?:-t)?-(?:ils?|elles?|on)\b)")
_DASH_ENDS = re.compile(r"[.,;:!?…]?\s?[—–―-](?:\s+|(?=[,.;:]))")
_COMMA_ENDS = re.compile(r"[,.]\s+")
#: No tag is longer.
_LONGEST = 160


def cut_by_tags(text: str, quotations: tuple[Quoted, ...], known: Lexicon) -> tuple[Quoted, ...]:
    """Return the quotations, those that a tag inside their marks cuts as several.

    The piece before the tag ends, and the one behind it begins, with what parts it from the
    tag. A tag begins with a verb of saying of the language that is ``known``.
    """
    made = [piece for quoted in quotations for piece in _pieces(text, quoted, known)]
    if len(made) == len(quotations):
        return quotations
    made.sort(key=lambda quoted: (quoted.content.start, -quoted.content.end))
    out: list[Quoted] = []
    stack: list[int] = []
    for quoted in made:
        while stack and out[stack[-1]].content.end <= quoted.content.start:
            stack.pop()
        out.append(replace(quoted, parent=stack[-1] if stack else None))
        stack.append(len(out) - 1)
    return tuple(out)


def _pieces(text: str, quoted: Quoted, known: Lexicon) -> Iterator[Quoted]:
    """Yield the pieces of a quotation; itself where no tag cuts it."""
    end = quoted.content.end
    rest: Quoted | None = quoted
    while rest is not None:
        cut = _tag(text, rest.content.start, end, known)
        content = trimmed(text, rest.content.start, cut[0].start) if cut else None
        if cut is None or content is None:
            yield rest
            return
        before, after = cut
        yield replace(rest, content=content, close=before)
        content = trimmed(text, after.end, end)
        rest = replace(rest, open=after, close=quoted.close, content=content) if content else None


def _tag(text: str, start: int, end: int, known: Lexicon) -> tuple[Span, Span] | None:
    """Return what stands before and behind the first tag; both are within the marks."""
    for opening, ending in ((_DASH, _DASH_ENDS), (_COMMA, _COMMA_ENDS)):
        for found in opening.finditer(text, start + 1, end):
            if not known.says_at(text, found.end()):
                continue
            limit = min(end, found.end() + _LONGEST)
            closing = ending.search(text, found.end(), limit)
            before = _mark(text, found.start(), found.end())
            if closing is not None:
                return before, _mark(text, closing.start(), closing.end())
            if limit == end:
                return before, Span(end - 1, end)
    return None


def _mark(text: str, start: int, end: int) -> Span:
    """Return the mark among blanks and stops: the last character that is none of them."""
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return Span(end - 1, end)
