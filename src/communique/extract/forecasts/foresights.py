"""A foresight in a sentence, and what keeps a clause from being one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from communique.extract.clauses import asks, listed
from communique.extract.forecasts.cues import Cues, cues_for
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Span, When

_SUPPOSED = 20  # items of what one might think
_YEAR = 4  # letters of a year
_DAY = 10  # letters of a day: 2031-05-14
_NOT_AHEAD = ("PRESENT_REF", "PAST_REF")  # no day by which something is to come


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The words for which the pronoun at ``items[at]`` stands; ``owns`` tells "his" from "him"."""

    at: int
    named: Span
    owns: bool = False


@dataclass(frozen=True, slots=True)
class Foresight:
    """Items ``[first, end)`` tell what ``by`` foresees (``None``: the report's own voice).

    ``gap`` are items within that belong to another verb: "the port | is old and | will close".
    ``antecedents`` are whom its pronouns stand for, in the order of the text.
    """

    by: str | None
    first: int
    end: int
    why: str
    gap: tuple[int, int] | None = None
    antecedents: tuple[Antecedent, ...] = ()


def is_open(view: View, cues: Cues, items: Items, first: int, index: int) -> bool:
    """Tell whether the clause asks, is denied or tells a purpose, and so foretells nothing.

    "which one is likely to …", "it does not mean that …", "so there will be …".
    """
    doubted = first > 1 and items[first - 2].word in cues.lists["doubting"]
    if doubted and items[first - 1].word in ("whether", "if"):
        return False  # "doubts whether the truce will hold"
    if asks(view, items, first) or any(asks(view, items, at) for at in range(first + 1, index)):
        return True
    before = [item.word for item in items[max(0, first - 6) : first]]
    before = before[len(before) - before[::-1].index(",") :] if "," in before else before
    if before[-1:] == ["as"] and items[index].word in ("may", "might"):
        return True  # "as they may become necessary"
    if before[-2:] == ["for", "fear"]:
        return True  # "for fear they may lose it"
    if before[-2:] == ["fear", "that"] and before[-3:-2] not in ([], ["i"], ["we"], ["they"]):
        return True  # "for fear that it may be destroyed"
    if before[-1:] == ["so"] or before[-2:] == ["so", "that"]:
        return True
    if any(word in listed(view, "asking") or word in ("if", "whenever") for word in before):
        return True
    if before[-1:] == ["that"] and len(before) > 1 and not _opens_content(view, before):
        return True
    near = [item.word for item in items[max(0, first - 6) : index]]
    if any(pair == ("every", "time") for pair in pairwise(near)):
        return True
    far = [item.word for item in items[max(0, first - _SUPPOSED) : first]]
    if "you" in far and cues.lists["supposing"] & set(far[far.index("you") :]):
        return True  # "you might think that …, that …"
    denied = any(view.lexicon.has(word, "not") or word == "none" for word in before)
    thought = any(word in listed(view, "telling") for word in before)
    return denied and (not thought or "saying" in before or "say" in before)


def tells_which(view: View, items: Items, first: int) -> bool:
    """Tell whether the clause says which one is meant: "the post that | she is going to fill"."""
    before = [item.word for item in items[max(0, first - 6) : first]]
    before = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return before[-1:] == ["that"] and len(before) > 1 and not _opens_content(view, before)


def _opens_content(view: View, before: list[str]) -> bool:
    """Tell whether the "that" that ends ``before`` opens what is said or thought."""
    near = before[-6:-1]
    minding = cues_for(view.lexicon).lists["minding"]
    if near[-1] in listed(view, "held_views") or near[-1] in minding:
        return True  # "voiced concern that", "is worried that", "tell you that"
    if near[-1] == "but" or not near[-1][:1].isalnum():
        return True  # "but that figure will"
    if len(near) > 1 and view.lexicon.has(near[-2], "article"):
        return near[-1] in listed(view, "held_views")  # not "the role that they will play"
    return any(word in listed(view, "telling") for word in near) or (
        near[-1] in listed(view, "content") or view.lexicon.has(near[-1], "be")
    )


def lies_ahead(view: View, when: When) -> bool:
    """Tell whether a date can be one by which something is to come."""
    words = " ".join(when.raw.lower().split())
    past = words.endswith("ago") or words.removeprefix("the ").startswith(("last ", "past "))
    published, day = view.reading.report.published, (when.value or "")[:10]
    dated = when.type in ("date", "time") and published is not None and len(day) == _DAY
    past = past or (dated and published is not None and day < published[:_DAY])
    year = len(day) == _YEAR and day.isdigit()  # "in 2029", told in 2031
    past = past or (year and published is not None and day < published[:_YEAR])
    return when.type != "set" and when.value not in _NOT_AHEAD and not past
