"""Whom a pronoun that the reader left open means, where its clause leaves no choice.

"Lutha said it saw no grounds": what one says with "it" right behind "said" is about oneself.
"It has no objection", where the sentence before is about one state or body: who objects is no
thing.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extract.lexicon import Lexicon
from communique.extract.modality import Items
from communique.extract.view import Item, View

_TOLD = 2  # items between a verb of telling and "it"
_BODIES = ("state", "organisation", "bloc", "group")

_CONTRACTED = (
    ("'s been", "has been"), ("'ll", "will"), ("'re", "are"), ("'s", "is"), ("'d", "would"),
)  # fmt: skip

Naming = Callable[[View, Items, int], str | None]
"""Returns who is the subject of the verb whose group ends at an item."""


def antecedent(
    view: View, items: Items, at: int, telling: frozenset[str], naming: Naming
) -> str | None:
    """Return whom the pronoun at ``items[at]`` means, or ``None``."""
    word = items[at].word
    for verb in range(at - 1, max(-1, at - 1 - _TOLD), -1):
        if items[verb].ref is None and items[verb].word in telling:
            actor = naming(view, items, verb)
            return actor if _agrees(view, word, actor) else None
        if items[verb].word != "that":
            break
    opens = word == "it" and _opens(view.lexicon, items, at)
    return _last_subject(view, items) if opens else None


def _opens(lexicon: Lexicon, items: Items, at: int) -> bool:
    """Tell whether the sentence begins with ``items[at]``."""
    return at == 0 or (at == 1 and lexicon.has(items[0].word, "conjunction"))


def _agrees(view: View, word: str, actor: str | None) -> bool:
    if actor is None:
        return False
    kind = view.actors[actor].kind
    if word == "it":
        return kind in _BODIES
    return kind == "person" if word in ("he", "she") else word == "they" and kind in _BODIES


def _last_subject(view: View, items: Items) -> str | None:
    """Return the state or body with which the sentence before in the same paragraph begins."""
    number = view.sentence_at(items[0].start)
    if not number:
        return None
    before = view.items(number - 1)
    if not before or "\n\n" in view.text[before[-1].end : items[0].start]:
        return None
    first = next((item for item in before if item.ref is not None), None)
    if first is None or first.ref is None or before.index(first) > 1:
        return None
    return first.ref.actor if view.actors[first.ref.actor].kind in _BODIES else None


def in_brackets(before: str, name: str, behind: str) -> str:
    """Return words with the name in brackets of whom the pronoun between them stands for.

    What was drawn together with the pronoun is written out: "he'll" is "[Lind] will".
    """
    for short, full in _CONTRACTED:
        if behind.lower().replace("’", "'").startswith(short + " "):
            behind = full + behind[len(short) :]
    return f"{before} [{name}] {behind}".strip()


def owner_of_body(view: View, item: Item, bodies: frozenset[str]) -> str | None:
    """Return whose "her cabinet" is, where the reading takes it for a group of its own."""
    words = item.word.split()
    own = len(words) > 1 and words[-1] in bodies and view.lexicon.has(words[0], "possessive")
    if not own:
        return None
    owners = (a.id for a in view.actors.values() if any(p.start == item.start for p in a.pronouns))
    return next(owners, None)
