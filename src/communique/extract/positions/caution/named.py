"""Persons as a report names them, with their titles."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.view import View

_TITLE = 4  # items of a title


def person_at(view: View, items: Items, at: int) -> bool:
    """Tell whether a person is named at ``items[at]``, with or without a title."""
    ref = items[at].ref
    named = ref is not None and ref.form == "mention" and view.actors[ref.actor].kind == "person"
    named = named and view.text[items[at].start].isupper()
    owns = at + 1 < len(items) and view.lexicon.has(items[at + 1].word, "genitive")
    return (named and not owns) or titled(view, items, at) > 0


def titled(view: View, items: Items, at: int) -> int:
    """Return how many items a title and the person behind it are: "Ms. | Ruiz", 0 for none."""
    end = at
    while end < min(len(items) - 1, at + _TITLE) and view.lexicon.has(items[end].word, "title"):
        end += 1
    ref = items[end].ref if at < end < len(items) else None
    person = ref is not None and ref.form == "mention" and view.actors[ref.actor].kind == "person"
    owns = end + 1 < len(items) and view.lexicon.has(items[end + 1].word, "genitive")
    return end + 1 - at if person and not owns else 0
