"""What the issue of a plain stand is called, where no narrower reading names it."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, words_of
from communique.extract.modality import Items, is_manner
from communique.extract.positions.cues import Cues
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.labels import issue_of
from communique.extract.positions.issue_names.wholeness import is_adjective
from communique.extract.positions.issue_names.words import Words
from communique.extract.positions.plain.frames import Frames
from communique.extract.positions.stand import Stand
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

_MOST = 14  # items of a label
_FEW = 4  # items that end its last phrase


def heading_for(
    view: View, cues: Cues, frames: Frames, scheme: Scheme, items: Items, stand: Stand
) -> Heading | None:
    """Return the issue of a stand as the narrower readings name it, else in the report's words."""
    first, last = stand.about
    if last <= first:
        return None
    bare = last - first == 1 and view.lexicon.has(items[first].word, "pronoun", "determiner")
    narrow = issue_of(view, cues, scheme, items, stand)
    cut = narrow is not None and narrow.label == items[first].word != items[last - 1].word
    if narrow is not None and len(narrow.label) > 2 and not (cut and items[first].ref is None):
        return narrow
    if bare:
        return None
    done = stand.why.partition(":")[0] not in ("calling", "passive")
    label = label_of(view, frames, items, first, last, done)
    return Heading(label) if label else None


def label_of(
    view: View, frames: Frames, items: Items, first: int, last: int, done: bool
) -> str | None:
    """Return the words of ``items[first:last]`` as an issue, without what only leads to it.

    ``done`` tells that behind "to" stands what is to be done.
    """
    at = first
    while at < last and (
        view.lexicon.has(items[at].word, "article", "adverb")
        or items[at].word in QUOTES
        or is_manner(view.lexicon, items[at].word)
        or items[at].word in frames.lists["led"]
        or items[at].date >= 0
    ):
        at += 1
    deed = at > 0 and at < last and items[first - 1].word == "to"
    deed = deed or (at < last and items[at].word == "to")
    deed = deed and not view.lexicon.has(items[first].word, "article")
    at += at < last and items[at].word == "to"
    while at < last and view.lexicon.has(items[at].word, "article"):
        at, deed = at + 1, False  # "agreed to | a truce"
    end = at
    while end < min(last, at + _MOST) and not _ends(view, frames, items, end, at):
        end += 1
    if end == at + _MOST:
        end = _to_its_noun(view, frames, items, end, last)
    while end > at and (
        view.lexicon.has(items[end - 1].word, "preposition", "determiner", "conjunction", "to")
        or not items[end - 1].word[:1].isalnum()
    ):
        end -= 1
    text = words_of(view, items, at, end).lower().replace("’", "'").replace("''", " ")
    words = text.replace("‘", " ").split()
    words = [word.strip("\"“”«»*_`'") for word in words]
    words = [word for word in words if word]
    if not words or not any(word.isalpha() and len(word) > 2 for word in words):
        return None
    if len(words) == 1 and words[0] in frames.lists["empty"]:
        return None
    if words[-1] in frames.lists["left_open"]:
        return None  # "holding them"
    if not frames.lists["pointing"].isdisjoint(words):
        return None  # "addressing this crisis"
    if deed and done:
        words[0] = Words(view, items)._gerund(words[0])
    return " ".join(words)


def _to_its_noun(view: View, frames: Frames, items: Items, end: int, last: int) -> int:
    """Return where the phrase ends whose words were too many: "of the | lower river towns"."""
    at = end
    while at < min(last, end + _FEW) and not (
        _ends(view, frames, items, at, 0)
        or view.lexicon.has(
            items[at].word, "preposition", "conjunction", "determiner", "to", "be", "have", "adverb"
        )
    ):
        at += 1
    return at


def _ends(view: View, frames: Frames, items: Items, at: int, first: int) -> bool:
    item = items[at]
    if item.word == "," and first < at <= first + 2 and at + 2 < len(items):
        return not _is_adjective(view, items, at - 1)  # "a smaller, better armed mission"
    if item.word in STRONG or item.word == ",":
        return True
    if item.ref is not None and item.ref.form == "mention":
        return False
    if item.date >= 0 and at > first:
        return True
    if at == first:
        return False
    if item.word in wording_for(view.lexicon).lists["finite_past"] and not view.lexicon.has(
        items[at - 1].word, "article"
    ):
        return True  # "zeal for the new board | wore off"
    return item.word in frames.lists["ending"] or view.lexicon.has(
        item.word, "relative", "modal", "future"
    )


def _is_adjective(view: View, items: Items, at: int) -> bool:
    return items[at].ref is None and is_adjective(view.lexicon, items[at].word)
