"""Whom "they" or "he" means where the reader left it open and the words leave no choice.

"Lutha made it clear to the envoys that it would not sign": who tells of oneself. "What do the
miners want?" – "They want …", "The minister is unwilling to. But he …": whom alone the question,
or the sentence before, is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.clauses import QUOTES, STRONG, listed, subject_of, verb_start, words_of
from communique.extract.modality import Items
from communique.extract.view import View

_REACH = 12  # items of "made it clear to the envoys in Oyo that"
_LABEL = 6  # items of "Ms. Brandt :"
_BACK = 3  # sentences back to whom a chain of pronouns began with
_PHRASE = 4  # items before a name that opens a sentence: "the foreign minister, Ruiz"
_PERSONAL = frozenset({"he", "she"})
_OWNING = {"their": "they", "his": "he", "her": "she", "its": "it"}
_OPEN = _PERSONAL | {"they", "it"}
_BODIES = ("state", "organisation", "bloc", "group")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun means: an actor, or the words for somebody without a name."""

    actor: str | None = None
    raw: str | None = None


def meant_by(view: View, items: Items, at: int) -> Meant | None:
    """Return whom the open pronoun at ``items[at]`` means, or ``None``."""
    if at < 0 or items[at].ref is not None or _plain(items[at].word) not in _OPEN:
        return None
    told = _teller(view, items, at)
    if told is not None:
        return told
    first = _first(items)
    opens = at == first or (at == first + 1 and view.lexicon.has(items[first].word, "conjunction"))
    return _before(view, items, at) if opens else None


def _plain(word: str) -> str:
    """Return "they" for "their", and so on."""
    return _OWNING.get(word, word)


def _first(items: Items) -> int:
    """Return where a sentence begins behind the label of its turn: "Ms. Brandt: | He …"."""
    at = next((n for n in range(min(_LABEL, len(items) - 1)) if items[n].word == ":"), -1)
    return at + 1


def _teller(view: View, items: Items, at: int) -> Meant | None:
    """Return who tells of oneself: "the miners told him that | they", "Lutha said it"."""
    word = _plain(items[at].word)
    that = items[at - 1].word == "that" if at else False
    for verb in range(at - 1, max(-1, at - _REACH), -1):
        seen = items[verb].word
        if seen in STRONG or seen in QUOTES or seen in (",", ":"):
            return None
        clear = seen == "clear" and verb > 1 and items[verb - 1].word == "it"
        if items[verb].ref is not None or not (clear or seen in listed(view, "telling")):
            continue
        if not that and at - verb > 2:
            return None
        group = verb_start(view, items, verb - 2 if clear else verb)
        subject = subject_of(view, items, group)
        if subject is None or subject.last > verb or subject.person == "first":
            return None
        if subject.actor is not None:
            return _own(view, word, subject.actor)
        named = items[subject.last - 1].word
        if named in _OPEN:
            other = meant_by(view, items, subject.last - 1)
            if other is None or named == word:
                return other
            return _own(view, word, other.actor) if other.actor else None
        plural = subject.crowd and named.endswith("s") and subject.last - subject.first <= _PHRASE
        if word == "they" and plural:
            return Meant(raw=words_of(view, items, subject.first, subject.last, 8))
        return None
    return None


def _own(view: View, word: str, actor: str) -> Meant | None:
    """Return whom somebody who tells of "they" or "he" means: oneself, or one's own state."""
    kind = view.actors[actor].kind
    if word in _PERSONAL:
        return Meant(actor) if kind == "person" else None
    if kind in _BODIES:
        return Meant(actor)
    if kind != "person":
        return None
    states = {office.of for office in view.actors[actor].offices if office.of in view.actors}
    of = next(iter(states), None) if len(states) == 1 else None
    return Meant(of) if of is not None and view.actors[of].kind == "state" else None


def _before(view: View, items: Items, at: int) -> Meant | None:
    """Return whom the question or the sentences before are about."""
    number = view.sentence_at(items[0].start) or 0
    word = _plain(items[at].word)
    speaker = view.speaker_at(items[at].start)
    now = items
    for back in range(1, min(number, _BACK) + 1):
        earlier = view.items(number - back)
        if not earlier:
            return None
        asked = earlier[-1].word == "?"
        turned = _first(now) > 0
        if turned and not asked:
            return None
        if not turned and "\n\n" in view.text[earlier[-1].end : now[0].start]:
            return None
        first = 0 if asked else _first(earlier)
        if not asked and earlier[first].word == word:
            ref = earlier[first].ref
            if ref is not None:
                return _fitting(view, word, [Meant(ref.actor)])
            now = earlier
            continue
        told = list(_named(view, earlier, first, len(earlier), speaker))
        fit = [one for one in told if _fitting(view, word, [one])]
        if len({(one.actor, one.raw) for one in fit}) != 1:
            return None
        opens = asked or any(
            one == fit[0] for one in _named(view, earlier, first, first + _PHRASE, speaker)
        )
        return fit[0] if opens else None
    return None


def _fitting(view: View, word: str, ones: list[Meant]) -> Meant | None:
    for one in ones:
        if one.actor is not None:
            kind = view.actors[one.actor].kind
            if kind == "person" if word in _PERSONAL else kind in _BODIES:
                return one
        elif one.raw is not None:
            plural = one.raw.endswith("s")
            if plural if word == "they" else (not plural and word in _PERSONAL):
                return one
    return None


def _named(view: View, items: Items, first: int, last: int, speaker: str | None) -> Iterator[Meant]:
    """Yield those told of in ``items[first:last]``: actors, "the miners", "the minister"."""
    for at in range(first, min(last, len(items))):
        ref = items[at].ref
        if ref is not None:
            if ref.actor != speaker:
                yield Meant(ref.actor)
            continue
        word = items[at].word
        group = word in listed(view, "crowds") or word in listed(view, "office_holders")
        group = group or (at > first and word.endswith(tuple(listed(view, "people_ends"))))
        if group and at and items[at - 1].word == "the":
            yield Meant(raw=words_of(view, items, at - 1, at + 1, 8))
