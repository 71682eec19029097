"""Whether the form of a phrase is that of a subject, in languages with cases."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from communique.extract.tongues.cities import is_state_in_case
from communique.model import Actor, Span

if TYPE_CHECKING:
    from communique.extract.tongues.scene import Scene


def form_of(scene: Scene, actor: Actor, core: Span, first: int, left: int) -> str:
    """Return whether the form of a phrase is that of a subject."""
    tongue = scene.tongue
    low = scene.lows[left]
    if low in tongue.some("nominative"):
        return "nom"
    if low in tongue.some("oblique") or low in tongue.some("genitive"):
        return "obl"
    if tongue.raw.get("nouns") and low == "der" and actor.kind == "person":
        head = head_of(scene, core, first)
        return "nom" if left and not head.endswith("in") and scene.lows[left - 1] != "," else ""
    if not tongue.inflected or scene.lows[first] in tongue.some("indeclinable"):
        return ""
    printed = " ".join(core.of(scene.view.text).split())
    titled = scene.words[first].start < core.start
    if (endings := tongue.raw.get("subject_endings")) is not None:
        return _baltic_form(actor, printed, head_of(scene, core, first), tuple(endings.split()))
    if actor.kind == "state" and not titled and is_state_in_case(printed, tongue.code):
        return "obl"
    return _slavic_form(actor, printed, scene.lows[first], titled=titled)


def head_of(scene: Scene, core: Span, first: int) -> str:
    """Return the head of a phrase that its genitives stand before: the office, or its last word."""
    before = bisect_left([word.end for word in scene.words], core.start + 1) - 1
    if before >= first:
        return scene.lows[before]
    return core.of(scene.view.text).split()[-1].lower()


def _baltic_form(actor: Actor, printed: str, head: str, endings: tuple[str, ...]) -> str:
    """Tell a subject by the ending of its head; a name by whether it is printed as its lemma."""
    if actor.kind == "person" and printed.split()[-1] in actor.name.split():
        return "nom"
    named = any(word[:3].lower() == head[:3] for word in actor.name.split())
    if actor.kind == "person" and named and head == printed.split()[-1].lower():
        return "obl"  # "Kalniniai", of Kalninia, looks like a plural
    if actor.kind == "state" and head.endswith(_DATIVES):
        return "obl"
    return "nom" if head.endswith(endings) else "obl"


#: Datives of states in Lithuanian that look like plurals: "Vokietijai", "Lietuvai".
_DATIVES = ("ijai", "uvai", "ainai")


def _slavic_form(actor: Actor, printed: str, first: str, *, titled: bool) -> str:
    """Tell a subject by its ending: of the family name, else of the first word of the phrase."""
    if actor.kind == "person" and not titled:
        family, last = actor.name.split()[-1], printed.split()[-1].split(".")[-1]
        if last[:3] == family[:3] and not actor.name[:1].islower():
            given = "." in printed or printed.split()[0] in actor.name.split()
            return "nom" if last == family and given else "obl"
    if actor.kind == "person" and titled and _is_declined(actor.name, printed):
        return "obl"  # "minister spraw zagranicznych Finlandii | Minnę Salo"
    if actor.kind == "person" and first.endswith(("а", "я", "a")):
        return "nom" if first in _HEADS or first.endswith(_FEMININE) else "obl"
    if first.endswith(_PARTICIPLES) and titled:
        return "nom"
    if first.endswith(_OBLIQUE) and not first.endswith(_NEUTER):
        return "obl"
    return "nom"


def _is_declined(name: str, printed: str) -> bool:
    """Tell whether a full name is printed in a case by its given name."""
    lemma, given = name.split()[0], printed.split()[0]
    full = len(printed.split()) > 1 and len(name.split()) > 1
    return full and given != lemma and given[:3] == lemma[:3]


_HEADS = frozenset(
    (
        *("глава", "голова", "судья", "суддя", "староста", "старшыня", "дарадца", "прем'єрка"),
        *("кіраўніца", "очільниця", "канцлерка", "głowa", "doradca", "przywódca", "dyplomata"),
    )
)
_FEMININE = ("ка", "ца", "ниця", "иня", "ая", "ka", "ini")
_PARTICIPLES = ("ący",)  # Polish nouns with the endings of adjectives: "przewodniczący"
#: Adjectives and nouns that are nominatives with such endings: "белорусское", "министерство".
_NEUTER = (
    *("скі", "цкі", "ski", "cki", "skie", "ckie", "ское", "цкое", "ське", "цьке", "скае", "цкае"),
    *("ство", "цтво", "stwo", "ctwo"),
)
_OBLIQUE = (
    *"еиоуыэюіїєąęyi",
    "ей",
    "ой",
    "ого",
    "ому",
    "ом",
    "ем",
    "ым",
    "им",
    "ам",
    "iem",
    "ego",
    "owi",
    "ie",
    "ce",
    "ze",
    "ach",
    "emu",
    "ych",
    "ymi",
    "om",
    "ów",
    "ami",
)
