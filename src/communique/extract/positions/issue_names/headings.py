"""Which heading a name goes under: a label of the scheme, or the name itself."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.own_labels import own_label
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.wording import Wording, wording_for
from communique.extract.view import View


def heading_of(view: View, scheme: Scheme, name: Name, known: str | None) -> Heading | None:
    """Return the heading that reports on the issue share, or ``None`` where the name is none.

    ``known`` is the scheme's label for the words around, which stands for a name that tells
    nothing ("the law that …").
    """
    wording = wording_for(view.lexicon)
    topics = wording.lists["topics"]
    heading = _in_scheme(scheme, wording, name)
    if heading is not None and heading.label in wording.lists["of_states"]:
        heading = heading if _is_of_state(view, wording, name) else None
        known = None
    if heading is not None and heading.label in wording.lists["loose"] and not name.ends:
        own = own_label(view.lexicon, wording, name)
        heading = Heading(own) if own and " " in own else heading  # "inquiry into the raid"
    if heading is None or heading.label in topics:
        bare = len(name.words) == 1 and name.words[0] in wording.lists["wanting"]
        bare = bare and wording.lists["lacking"].isdisjoint(name.words)
        spoken = known if bare and known not in topics and not (name.deed or name.ends) else None
        label = spoken or own_label(view.lexicon, wording, name)
        held = scheme.label_in(str(name)) if label is None and not name.deed else None
        held = None if held in wording.lists["of_states"] else held
        label = held if held and held not in topics else label  # "a peaceful outcome"
        if label is None:
            return None
        heading = Heading(label)
    return _ended(wording, heading) if name.ends else heading


def _is_of_state(view: View, wording: Wording, name: Name) -> bool:
    """Tell whether a state, a government or its independence is named: "recognition of Lutha"."""
    known = wording.lists["statehood"] | wording.lists["recognised"]
    if not known.isdisjoint(name.words):
        return True
    told = str(name)
    named = (actor.name.lower() for actor in view.actors.values() if actor.kind != "person")
    return any(one in told for one in named)


def in_scheme(view: View, scheme: Scheme, name: Name) -> Heading | None:
    """Return the heading that the scheme alone has for a name, if it is no mere topic."""
    wording = wording_for(view.lexicon)
    heading = _in_scheme(scheme, wording, name)
    if heading is None or heading.label in wording.lists["topics"]:
        return None
    return _ended(wording, heading) if name.ends else heading


def _ended(wording: Wording, heading: Heading) -> Heading:
    """Return the heading of the end of what is named: the end of fighting is a ceasefire."""
    ended = wording.ends.get(heading.label)
    return Heading(ended, heading.turned) if ended else Heading(heading.label, not heading.turned)


def _in_scheme(scheme: Scheme, wording: Wording, name: Name) -> Heading | None:
    """Return the heading of the thing that a name names."""
    if name.deed:
        return _done(scheme, wording, name)
    whole = str(name)
    words = " ".join(name.words[: name.head])
    heading = scheme.at_end(words, whole)
    parts = (" ".join(name.words[:end]) for end in range(len(name.words), name.head, -1))
    found = (scheme.at_end(part, before=len(words)) for part in parts)
    heading = heading or next((one for one in found if one is not None), None)
    if heading is not None:
        return heading  # "the release of the crew | of the barge"
    head = name.words[name.head - 1]
    phrase = " ".join(name.words[max(0, name.head - 2) : name.head])
    between = name.words[name.head : name.head + 1]
    meets = not wording.lists["contacts"].isdisjoint((head, phrase))
    if meets and between and between[0] in wording.lists["contacts_join"]:
        return Heading(wording.between) if wording.between else None
    if head in wording.lists["harming"]:
        within = _in_scheme(scheme, wording, name.within) if name.within else None
        within = within or scheme.at_end(" ".join(name.words[: name.head - 1]))
        return Heading(within.label, not within.turned) if within else None
    if head not in wording.lists["carriers"]:
        return None
    carried = scheme.at_end(" ".join(name.words[: name.head - 1]))
    if carried is None and name.within is not None:
        carried = _in_scheme(scheme, wording, name.within)
        if carried is not None and name.within.ends:
            carried = Heading(carried.label, not carried.turned)
    return carried if carried and carried.label in wording.lists["carried"] else None


def _done(scheme: Scheme, wording: Wording, name: Name) -> Heading | None:
    """Return the heading of what is done: "releasing crew | of barge", "sending observers"."""
    heading = scheme.at_end(str(name), before=1)
    noun = wording.nouns.get(name.words[0])
    if heading is None and noun is not None:
        heading = scheme.at_end(noun, " ".join((noun, "of", *name.words[1:])))
    if heading is not None:
        return heading
    parts = (" ".join(name.words[:end]) for end in range(len(name.words), 1, -1))
    heading = next((found for part in parts if (found := scheme.at_end(part))), None)
    if heading is None:
        return None
    deed, lists = name.words[0], wording.lists
    if " ".join(name.words[:2]) in lists["unmaking"]:
        return Heading(heading.label, not heading.turned)  # "calling out | abuses"
    if deed in wording.deeds.get(heading.label, ()) or deed in lists["making"]:
        return heading
    turned = Heading(heading.label, not heading.turned)
    return turned if deed in lists["unmaking"] else None


def is_named_summit(view: View, items: Items, first: int, last: int) -> bool:
    """Tell whether an occasion is told by its name, which is no issue: "the Lake Summit"."""
    gatherings = wording_for(view.lexicon).lists["gatherings"]
    return any(
        items[at].word in gatherings
        and (view.text[items[at].start].isupper() or items[at + 1].word == "for")
        for at in range(first, min(last, len(items) - 1))
    )
