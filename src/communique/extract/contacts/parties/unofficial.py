"""Who stands for no state, though an office or a name of one leads to it: "opposition leader Lind".

Who opposes a state's government speaks for others than the state, and who has left an office for
nobody.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View
from communique.model import Participant

_OFFICE = 5  # items before a name in which its office says so


def official(view: View, people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Return the participants, without a state for those who stand for none."""
    return tuple(
        replace(one, represents=None) if _is_unofficial(view, one) else one for one in people
    )


def _is_unofficial(view: View, one: Participant) -> bool:
    """Tell who opposes a government, and who is named as a former office holder."""
    if one.represents is None or view.actors[one.actor].kind != "person" or not one.evidence:
        return False
    words = triggers_for(view.lexicon).words
    titles = [office.title.lower().split() for office in view.actors[one.actor].offices]
    if titles and all(not words["dissenting"].isdisjoint(title) for title in titles):
        return True
    start = one.evidence[0].start
    sentence = view.sentence_at(start)
    items = view.items(sentence) if sentence is not None else ()
    led: list[str] = []
    for item in [item for item in items if item.end <= start][: -_OFFICE - 1 : -1]:
        state = item.ref is not None and view.actors[item.ref.actor].kind in ("state", "bloc")
        if not (state or item.upper or view.lexicon.has(item.word, "title", "np_inside")) and (
            item.word not in words["dissenting"] | words["left_office"]
        ):
            break
        led.append(item.word)
    return not (words["dissenting"] | words["left_office"]).isdisjoint(led)
