"""Whether a foresight can be read alone, beside its own words.

"He will lose" says nothing where nobody is told to be "he": the name is taken into the words where
the report gives it close by, and nothing is made where it does not. The same holds of "that number
will rise" in a speech, of "we'll see some movement on that", and of what is told as a joke.
"""

from __future__ import annotations

import re
from dataclasses import replace

from communique.extract.clauses import STRONG, listed
from communique.extract.forecasts.clouded import is_cloudy, points
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.foresights import Antecedent, Foresight
from communique.extract.forecasts.meant import told_out
from communique.extract.forecasts.slight import is_slight
from communique.extract.genres import is_staged, tells_news
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Span

_LAUGHTER = re.compile(r"[^\n]{0,60}\((?:[Ll]aughter|[Ll]aughs)")
_BACK = 3  # sentences back to a name
_FRAMED = 24  # items before a clause in which "the idea was" stands
_MYTH = 12  # items behind "there is this myth"
_LABEL = 3  # letters of "Q:"
_NAMED = 8  # items of what stands before a colon
_CONTRACTED = frozenset({"'ll", "'re", "'s", "'d"})


def standing(
    view: View, cues: Cues, items: Items, found: Foresight, opened: int
) -> Foresight | None:
    """Return the foresight with its pronoun resolved; ``None`` where it cannot be read alone.

    ``opened`` is the item at which it began before its condition was put before it.
    """
    if _is_not_meant(view, cues, items, found):
        return None
    if is_staged(view) and _is_no_speakers(view, cues, items, found, opened):
        return None
    if _is_empty(view, cues, items, found) or is_cloudy(view, cues, items, found, opened):
        return None
    told = _resolved(view, cues, items, found, opened)
    if told is not None and tells_news(view):
        told = told_out(view, cues, items, told)
    return None if told is None or is_slight(view, cues, items, told) else told


def _resolved(
    view: View, cues: Cues, items: Items, found: Foresight, opened: int
) -> Foresight | None:
    """Return the foresight with whom its pronoun stands for; ``None`` where nobody is named."""
    at = _pronoun(view, cues, items, found)
    if at is None or _stands_for_all(view, cues, items, found, at):
        return found
    conditional = found.first < opened <= at
    if is_staged(view):  # "if we walk away, | it will …": what comes of it
        conditional = conditional and items[at].word == "it" and "then" not in _words(items, found)
    if conditional or _is_named_before(items, found.first, at):
        return found  # "if the strait is closed, | it will …"
    antecedent = _antecedent(view, items, found, at)
    if antecedent is None or _is_office(view, antecedent):
        return None
    return replace(found, antecedents=(antecedent,))


def _is_not_meant(view: View, cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether it is a joke, a rule, a threat, or what an idea once was."""
    if _LAUGHTER.match(view.text, items[found.end - 1].end):
        return True
    words = [item.word for item in items[found.first : found.end]]
    before = [item.word for item in items[max(0, found.first - _FRAMED) : found.first]]
    opens = max((n + 1 for n, word in enumerate(before) if word in STRONG), default=0)
    before = before[opens:]
    if words[:1] == ["such"] or "shall" in words or "shall" in before or before[-1:] == ["shall"]:
        return True
    if words[0] in listed(view, "telling") and words[1] in cues.lists["future"]:
        return True  # "a camp that Lind | fears will be used"
    ideas = cues.lists["ideas"]
    if any(word in ideas for word in before) and {"was", "were"} & set(before):
        return True  # "the idea was: if the rich do well, there will be …"
    if set(before[-_MYTH:]) & cues.lists["untrue"] or words[0] in ("who", "which"):
        return True  # "there is this myth that she will …"; "who last year threatened to …"
    if set(before[-4:]) & cues.lists["supposed"]:
        return True  # "the model assumes that …"
    there = any(word.split("'")[0] == "there" for word in words)
    return there and bool(cues.lists["threats"].intersection(words))


def _is_no_speakers(view: View, cues: Cues, items: Items, found: Foresight, opened: int) -> bool:
    """Tell whether it is somebody else's words in a speech, or its condition is told before it."""
    flat = not found.why.startswith(("foresee", "expected", "await"))
    if flat and _is_quoted(view, items, found, opened):
        return True
    if flat and _has_condition_before(view, items, found):
        return True
    if items[opened].word == "that" and points(view, cues, items, opened):
        return True
    return _is_behind_colon(view, items, opened)


def _is_behind_colon(view: View, items: Items, opened: int) -> bool:
    """Tell whether a name and a colon say whose words it is: "ask the bank: prices will rise"."""
    if not opened or items[opened - 1].word != ":":
        return False
    colon = items[opened - 1].start
    label = view.text[view.text.rfind("\n", 0, colon) + 1 : colon].strip(" *_")
    turn = label.isupper() or len(label) < _LABEL or label.upper()[:3] == label[:3]
    return not turn and any(item.upper for item in items[max(0, opened - _NAMED) : opened])


def _is_quoted(view: View, items: Items, found: Foresight, opened: int) -> bool:
    """Tell whether it stands in quotation marks in a speech: what others are told to say."""
    offset = items[opened].start
    said = view.text[view.turns.paragraph_at(offset) : offset]
    within = said.count("“") > said.count("”") or said.count('"') % 2 == 1
    own = found.by in (None, view.author, view.issuer) or view.is_press_conference
    return within and own


def _has_condition_before(view: View, items: Items, found: Foresight) -> bool:
    """Tell whether the sentence before opens with "if": "If he wins, … And prices will rise"."""
    if items[0].word not in ("and", "then", "so") or found.first > 1:
        return False
    number = view.sentence_at(items[0].start)
    before = view.items(number - 1) if number else ()
    return bool(before) and any(i.word in ("if", "unless", "when") for i in before[:2])


def _is_empty(view: View, cues: Cues, items: Items, found: Foresight) -> bool:
    """Tell whether what is foreseen is only "that": "we'll see some movement on that"."""
    for at in range(found.first + 1, found.end):
        word = items[at].word
        if word not in ("that", "this", "those", "these") or items[at].ref is not None:
            continue
        if items[at].date >= 0:
            continue  # "as early as this summer"
        if not view.lexicon.has(items[at - 1].word, "preposition"):
            continue
        follows = items[at + 1] if at + 1 < found.end else None
        if follows is None or not follows.word[:1].isalnum() or follows.date >= 0:
            return True
        if view.lexicon.has(follows.word, "preposition", "conjunction"):
            return True
    told = [item.word for item in items[found.first : found.end]]
    seen = cues.lists["seen"].intersection(told) and ("we" in told or "you" in told)
    return bool(seen) and bool(cues.lists["empty_sights"].intersection(told)) and "of" not in told


def _pronoun(view: View, cues: Cues, items: Items, found: Foresight) -> int | None:
    """Return where "it" or "they" stands alone as subject of what is foreseen."""
    for at in range(found.first, min(found.end, len(items) - 1)):
        item = items[at]
        if item.word in cues.lists["future"] and at > found.first:
            break
        if item.word not in cues.lists["bare_pronouns"]:
            continue
        if _is_alone(view, cues, items, at, found):
            return at
    return None


def _is_alone(view: View, cues: Cues, items: Items, at: int, found: Foresight) -> bool:
    """Tell whether a verb of what is to come follows the pronoun."""
    for item in items[at + 1 : min(found.end, at + 5)]:
        if item.word in cues.lists["future"] or item.word in _CONTRACTED:
            return True
        if found.why == f"near:{item.word}":
            return True  # "it risks alienating"
        if (
            view.lexicon.has(item.word, "be", "modal", "future", "to", "do")
            or item.word == "cannot"
        ):
            return True
        adverb = view.lexicon.has(item.word, "adverb", "not") or item.word.endswith("ly")
        if not adverb:
            return False
    return False


def _words(items: Items, found: Foresight) -> list[str]:
    return [item.word for item in items[found.first : found.end]]


def _stands_for_all(view: View, cues: Cues, items: Items, found: Foresight, at: int) -> bool:
    """Tell whether "it" stands for nothing: "it will take years to …", "it is likely that"."""
    word = items[at].word
    if word not in ("it", "there"):
        return False
    if found.why.startswith("prospect") and items[at + 1].word in _CONTRACTED | _IS:
        return True
    ahead = [item.word for item in items[at + 1 : found.end]]
    if word == "it" and found.why.startswith("foresee"):
        ahead = ahead[:12]
    if "take" in ahead[:4]:
        goes_on = ahead[ahead.index("take") :]
        opens = next((n for n, w in enumerate(goes_on) if w in ("to", "for", "before", "until")), 0)
        done = goes_on[opens + 2 :][:1]
        whole = goes_on[opens] != "to" or (done and not view.lexicon.has(done[0], "preposition"))
        empty = cues.lists["empty_objects"].intersection(goes_on[opens:])
        empty |= {"our"}.intersection(goes_on) if is_staged(view) else set()
        if is_staged(view) and cues.lists["spans"].isdisjoint(goes_on[:4]):
            return False  # "it will take time to see progress": patience
        last = goes_on[-1]
        settles = last in cues.lists["outcomes"] or last in cues.lists["reviving"]
        if is_staged(view) and goes_on[-2] == "to" and not settles:
            return False  # "time for the sectors to implement"
        return opens > 0 and bool(whole) and not empty
    if "be" in ahead[:4]:
        behind = ahead[ahead.index("be") + 1 :][:5]
        return any(w in ("to", "for", "before", "until", "that") for w in behind[1:])
    return any(w in ("likely", "unlikely") for w in ahead[:3]) and "that" in ahead[:5]


def _is_named_before(items: Items, first: int, at: int) -> bool:
    """Tell whether whom the pronoun means is named in the words before it."""
    ref = items[at].ref
    if items[at].word == "this":
        return False
    if any(item.word in _ARTICLES for item in items[first + 1 : at]):
        return True  # "was angered by the toll and predicted | it would"
    return ref is not None and any(
        item.ref is not None and item.ref.form == "mention" and item.ref.actor == ref.actor
        for item in items[first:at]
    )


def _antecedent(view: View, items: Items, found: Foresight, at: int) -> Antecedent | None:
    """Return whom the pronoun at ``items[at]`` stands for, with the words that name it."""
    behind = _told_of(items, found)
    if behind is not None:
        return Antecedent(at, behind)
    ref = items[at].ref
    if ref is None or ref.form != "pronoun" or items[at].word in ("it", "this", "that"):
        return None
    named = view.actors[ref.actor].mentions
    number = view.sentence_at(items[at].start) or 0
    since = view.reading.sentences[max(0, number - _BACK)].start
    near = [span for span in named if since <= span.start < items[at].start]
    return Antecedent(at, max(near)) if near else None


def _is_office(view: View, antecedent: Antecedent) -> bool:
    """Tell whether aides speak of their superior: what "the President" will do is planned."""
    words = view.words(antecedent.named.start, antecedent.named.end).lower().split()
    bare = words[:1] == ["the"] and all(view.lexicon.has(word, "title") for word in words[1:])
    return bare and view.is_press_conference


def _told_of(items: Items, found: Foresight) -> Span | None:
    """Return whom "Lind said of the two delegations" names, right behind the words."""
    words = [item.word for item in items]
    for at in range(found.end, len(items) - 2):
        if items[at].word in ("said", "asked", "remarked") and words[at + 1] in ("of", "about"):
            return _phrase(items, at + 2)
    return None


def _phrase(items: Items, first: int) -> Span | None:
    """Return the noun phrase that begins at ``items[first]``: "the two delegations"."""
    last = first
    while last < len(items) and last - first < _NAMED and items[last].word[:1].isalnum():
        last += 1
        if items[last - 1].ref is not None:
            break
    return Span(items[first].start, items[last - 1].end) if last > first else None


_ARTICLES = frozenset({"the", "a", "an"})
_IS = frozenset({"is", "was", "'s", "isn't", "looks", "seems", "will", "remains"})
