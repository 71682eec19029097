"""What an answer adds to the contact that its question takes for granted: "Yes, on Sunday".

"Did Lind call you?" — "Yes, on Sunday, for an hour", "When did you meet?" — "Last week", "Where
did you meet?" — "In Azul": the answer names no contact, and tells when, where or how long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.mentions.questions import is_affirmed
from communique.extract.view import Item
from communique.model import Place, Span, When

_LABEL = 8  # items in which the label of a turn ends
_SOON = 4  # items of an answer before its day
_ASKED = 3  # items in which a question opens
_YES = 7  # items of "Yes, I did." before what it adds
_PLACES = ("in", "at")


def with_answer(scene: Scene, mention: Mention) -> Mention:
    """Return a contact that is asked about with the day, place and length that the answer tells."""
    told = mention.modality.status in ("held", "planned")
    if not told or scene.word(len(scene.items) - 1) != "?":
        return mention
    items = _answer(scene)
    affirmed = is_affirmed(scene)
    asked = [scene.word(at) for at in range(_opening(scene), _opening(scene) + _ASKED)]
    if not items or not (affirmed or asked[0] in scene.triggers.words["asking_slots"]):
        return mention
    if affirmed:
        items = _past_yes(scene, items)
    if items and items[-1].word == "?":
        return mention
    whens = _first_whens(scene, items)
    day = next((one for one in whens if one.type in ("date", "time")), None)
    long = next((one for one in whens if one.type == "duration"), None)
    if long is not None and not (asked[:2] == ["how", "long"] or _led_by_for(items, long)):
        long = None
    place = _place(scene, items) if affirmed or asked[0] == "where" else None
    added = [one.evidence[0] for one in (day, long) if one is not None and one.evidence]
    return replace(
        mention,
        date=mention.date or day,
        duration=mention.duration or long,
        place=mention.place or (place if mention.kind != "call" else None),
        extra=(*mention.extra, *added),
    )


def _opening(scene: Scene) -> int:
    """Return where the words of a question begin, behind "Q:" and "And"."""
    colon = next((at for at in range(min(_LABEL, len(scene.items))) if scene.word(at) == ":"), -1)
    at = colon + 1
    while at < len(scene.items) and scene.word(at) in ("q", "and", "so", "but", ","):
        at += 1
    return at


def _answer(scene: Scene) -> list[Item]:
    """Return the items of the sentence behind, without the label of who answers."""
    number = scene.sentence + 1
    if number >= len(scene.view.reading.sentences):
        return []
    items = list(scene.view.items(number))
    colon = next((n for n in range(min(len(items), _LABEL)) if items[n].word == ":"), -1)
    items = items[colon + 1 :]
    short = len(items) <= _ASKED and number + 1 < len(scene.view.reading.sentences)
    return [*items, *scene.view.items(number + 1)] if short else items  # "Yes. On Sunday."


def _past_yes(scene: Scene, items: list[Item]) -> list[Item]:
    """Return the items behind "Yes,", "I did," and "Yes, he did."."""
    for at, item in enumerate(items[:_YES]):
        yes = item.word in scene.triggers.words["affirming"] or item.word in (",", ".", "—")
        if not (yes or scene.lexicon.has(item.word, "pronoun", "have", "be", "do")):
            return items[at:]
    return items[_YES:]


def _first_whens(scene: Scene, items: Sequence[Item]) -> list[When]:
    """Return the expressions of time with which an answer opens."""
    if not items:
        return []
    near = items[min(_SOON, len(items)) - 1].end
    found = (when for _, when in scene.view.dates_within(items[0].start, items[-1].end))
    led = [when for when in found if when.evidence]
    if not led or led[0].evidence[0].start > near:
        return []
    before = [item for item in items if item.end <= led[0].evidence[0].start]
    plain = all(item.ref is None and not scene.lexicon.has(item.word, "not") for item in before)
    return led if plain else []


def _led_by_for(items: Sequence[Item], when: When) -> bool:
    before = [item.word for item in items if item.end <= when.evidence[0].start]
    return "for" in before[-3:]


def _place(scene: Scene, items: Sequence[Item]) -> Place | None:
    """Return the place of "In Azul", with which an answer opens."""
    at = next((n for n in range(min(_SOON, len(items))) if items[n].word in _PLACES), None)
    if at is None or at + 1 >= len(items):
        return None
    end = at + 1
    while end < len(items) and items[end].upper and items[end].date < 0:
        end += 1
    if end == at + 1:
        return None
    span = Span(items[at + 1].start, items[end - 1].end)
    words = span.of(scene.view.text)
    return Place(raw=words, name=" ".join(words.split()), evidence=(span,))
