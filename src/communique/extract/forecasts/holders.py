"""Who foresees, where the name that is known is but a part of the words for them.

The reader knows "Lind allies", "officials in Orm" and "nine in ten farmers" by their last or
their first word. In a story the foresight is told with the whole of the words, and as nobody's by
name: "allies" alone would be told to foresee what only some do.
"""

from __future__ import annotations

from bisect import bisect_left

from communique.extract.clauses import QUOTES, STRONG, listed
from communique.extract.forecasts.foresights import Foresight
from communique.extract.genres import tells_news
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Span

_WITHIN = frozenset({"on", "in", "of"})
_PLACED = frozenset({"in", "of", "at", "from", "to", "with", "within", "near"})
_OWNERS = frozenset({"his", "her", "their", "its"})
_SOME = frozenset({"some", "many", "most", "few", "several", "other", "the"})
_CLOSED = (
    "preposition", "conjunction", "pronoun", "determiner", "article", "be", "have", "do", "modal",
    "future", "reporting", "adverb", "subordinator", "conditional", "asking", "relative", "not",
)  # fmt: skip
_FAR = 60  # characters from the words for who foresees to what is foreseen
_LONG = 7  # items of "nine in ten registered voters in the north"


def is_open_holder(view: View, found: Foresight) -> bool:
    """Tell whether it is foreseen by "her allies", and so by whom one cannot tell."""
    actor = view.actors.get(found.by or "")
    return actor is not None and tells_news(view) and actor.name.lower().split()[0] in _OWNERS


def cut_holder(view: View, items: Items, found: Foresight) -> Span | None:
    """Return the whole words for who foresees, where their name is but a part of them."""
    actor = view.actors.get(found.by or "")
    if actor is None or actor.kind != "group" or not tells_news(view):
        return None
    first, last = items[0].start, items[-1].end
    spans = [span for span in actor.mentions if first <= span.start and span.end <= last]
    if not spans:
        return None
    near = min(spans, key=lambda span: abs(span.start - items[found.first].start))
    start = bisect_left(items, near.start, key=lambda item: item.start)
    end = bisect_left(items, near.end, key=lambda item: item.start)
    opens, ends = _opening(view, items, start), _ending(view, items, end)
    return Span(items[opens].start, items[ends - 1].end) if (opens, ends) != (start, end) else None


def with_holder(view: View, told: Span, holder: Span) -> Span | None:
    """Return the span of what is foreseen and of who foresees it; ``None`` where they are apart."""
    if holder.start > told.end:
        statement = view.statement_at(told.start)
        cues = statement.cue if statement is not None else ()
        holder = Span(holder.start, max((holder.end, *(cue.end for cue in cues))))
    if max(told.start - holder.end, holder.start - told.end) > _FAR:
        return None
    return Span(min(told.start, holder.start), max(told.end, holder.end))


def _opening(view: View, items: Items, start: int) -> int:
    """Return where "nine in ten registered | voters" and "partisans on | both sides" begin."""
    at = start
    while at and start - at < _LONG and _is_part(view, items, at - 1):
        at -= 1
    while at < start and items[at].word in _WITHIN:
        at += 1
    if not any(i.ref is not None or i.upper or i.word in _WITHIN for i in items[at:start]):
        return start
    return at - (at > 0 and items[at - 1].word in _SOME)


def _is_part(view: View, items: Items, at: int) -> bool:
    item = items[at]
    if item.ref is not None:
        return item.ref.form == "mention"
    if item.date >= 0 or item.word in STRONG or item.word in QUOTES:
        return False
    if item.word in _WITHIN:
        before = items[at - 1] if at else item
        return before.word.isalpha() and not view.lexicon.has(before.word, *_CLOSED)
    known = view.lexicon.has(item.word, *_CLOSED) or item.word in listed(view, "telling")
    return item.word.isalnum() and not known and not item.word.endswith("ly")


def _ending(view: View, items: Items, end: int) -> int:
    """Return where "officials | in Orm" ends."""
    if end + 1 >= len(items) or items[end].word not in _PLACED:
        return end
    place = items[end + 1]
    named = place.upper or (place.ref is not None and place.ref.form == "mention")
    return end + 2 if named else end
