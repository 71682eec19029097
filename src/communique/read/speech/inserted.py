"""Tags that stand inside the marks: «A, — said the envoy. — B», « A, a-t-elle dit, B ».

Reports in many languages close the marks only where the whole utterance ends. What stands
between the marks is then cut by its tag, as speech between dashes is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    tag. A tag begins with a verb of saying of the language that is ``known``; one that stands
    inside an inner quotation cuts that alone.
    """
    tags = _tags(text, quotations, known)
    if not tags:
        return quotations
    made = [
        piece
        for number, quoted in enumerate(quotations)
        for piece in _pieces(text, quoted, tags.get(number, ()))
    ]
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


def _tags(
    text: str, quotations: Sequence[Quoted], known: Lexicon
) -> dict[int, list[tuple[re.Match[str], re.Pattern[str]]]]:
    """Return where tags may begin, by the innermost quotation, and what would end each."""
    openings = sorted(
        (
            (match, ending)
            for opening, ending in ((_DASH, _DASH_ENDS), (_COMMA, _COMMA_ENDS))
            for match in opening.finditer(text)
            if known.says_at(text, match.end())
        ),
        key=lambda pair: pair[0].start(),
    )
    found: dict[int, list[tuple[re.Match[str], re.Pattern[str]]]] = {}
    stack: list[int] = []
    coming = 0
    for match, ending in openings:
        while coming < len(quotations) and quotations[coming].content.start < match.start():
            stack.append(coming)
            coming += 1
        while stack and quotations[stack[-1]].content.end <= match.start():
            stack.pop()
        if stack:
            found.setdefault(stack[-1], []).append((match, ending))
    return found


def _pieces(
    text: str, quoted: Quoted, tags: Sequence[tuple[re.Match[str], re.Pattern[str]]]
) -> Iterator[Quoted]:
    """Yield the pieces of a quotation; itself where no tag cuts it."""
    end = quoted.content.end
    rest = quoted
    for opening, ending in tags:
        if opening.start() <= rest.content.start:
            continue
        limit = min(end, opening.end() + _LONGEST)
        closing = ending.search(text, opening.end(), limit)
        content = trimmed(text, rest.content.start, opening.start())
        if content is None or (closing is None and limit < end):
            continue
        yield replace(rest, content=content, close=_mark(text, opening.start(), opening.end()))
        behind = trimmed(text, closing.end(), end) if closing is not None else None
        if closing is None or behind is None:
            return
        after = _mark(text, closing.start(), closing.end())
        rest = replace(rest, open=after, content=behind)
    yield rest


def _mark(text: str, start: int, end: int) -> Span:
    """Return the mark among blanks and stops: the last character that is none of them."""
    while end - 1 > start and text[end - 1].isspace():
        end -= 1
    return Span(end - 1, end)
