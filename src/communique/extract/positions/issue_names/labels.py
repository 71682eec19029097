"""Under which label a stand's issue goes: one of the scheme, or its own name from the words.

A label of the scheme is taken where what is stood for *is* the thing that the label names: "an
immediate truce" is *ceasefire*, and so are "a ceasefire deal" and "sending peacekeepers". Where the
scheme's word only goes with something else ("the head of the sanctions office"), the issue keeps
its own name. Broad labels (*military*, *legal*) tell that words speak of politics, which cues of
little weight need, but name no issue.

Reports tell one side of an issue in contrary words: who is for lifting the sanctions is against
the sanctions. Such a heading is ``turned``: the side is then the other one.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import clause_end, words_of
from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.issue_names.completing import completed
from communique.extract.positions.issue_names.continuing import whole
from communique.extract.positions.issue_names.headings import heading_of, in_scheme, is_named_summit
from communique.extract.positions.issue_names.issue_words import name_of, named_before, thing_at
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.persons import is_of_persons, person_meant
from communique.extract.positions.issue_names.pointing import THOSE, is_pointed_at, is_spoken
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.issue_names.torn import is_torn
from communique.extract.positions.stand import Stand
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

_BACK = 2  # sentences back to what "it" stands for
_OBJECT = 16  # words in which a stand names its issue
_HEAD = 8  # words in which a broad issue has to be named
_LONG = 2500  # characters of a report that tells which treaty it means
_TITLE = 3  # words of a title before a name
_LABEL = 5  # words of a clause that is an issue
_CLAUSE = 30  # words in which a weak stand does


def issue_of(view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand) -> Heading | None:
    """Return the heading of a stand; without an issue there is no position.

    What a pronoun stands for ("we are against it") is looked for before it, in the sentence and
    in the one before.
    """
    first, last = stand.about
    if stand.why.startswith("named:"):
        return _actor_named(view, items, first, last)
    if stand.called:
        label = scheme.label_in(stand.called)
        return Heading(label) if label else None
    if is_torn(view, items, stand):
        return None
    broad = cues.lists["guards.broad"]
    fine = stand.why.split(":", 1)[1] in cues.lists["guards.fine"] and not stand.firm
    known = _known(view, broad, scheme, items, stand, fine)
    if known is None and (fine or stand.weak):
        return None
    if known == wording_for(view.lexicon).between and is_named_summit(view, items, first, last):
        return None  # "the work of this Summit"
    if known is not None and (scheme.is_own(known) or (fine and known in broad)):
        return Heading(known) if scheme.is_own(known) else None
    if words_of(view, items, first, last).endswith(("-", "–", "—")):
        return None  # broken off
    chosen = _chosen(view, cues, items, stand)
    if chosen is not None:
        return chosen
    if (person_named := person_meant(view, cues, items, stand)) is not None:
        return Heading(person_named)
    bare = stand.polarity == "neutral" and first == stand.first
    name = None if bare else name_of(view, items, stand)  # "Lutha abstained"
    if name is not None:
        praised = stand.why.split(":", 1)[1] in cues.lists["guards.praise"]
        if fine and not _is_sided(view, scheme, str(name), praised):
            return None  # "accused the mediators of bias"
        if name.named is not None:
            return _stood_by(view, cues, scheme, items, stand, name)
        if _wants_scheme(cues, items, stand, name):
            return in_scheme(view, scheme, name)
        heading = _of_name(view, cues, scheme, items, stand, name, known)
        if heading is not None:
            return heading
    return _unnamed(view, cues, scheme, items, stand, known, name)


def _of_name(
    view: View,
    cues: Cues,
    scheme: Scheme,
    items: Items,
    stand: Stand,
    name: Name,
    known: str | None,
) -> Heading | None:
    """Return the heading of what is named; a weak cue in a transcript wants one of the scheme."""
    if _is_bare(view, name):
        number = view.sentence_at(items[stand.cue].start) or 0
        name = named_before(view, number, name.words[-1], stand.cue) or name
    if name.owner is not None:
        ref = items[name.owner].ref
        name = name if ref and ref.actor != stand.actor else replace(name, owner=None)
    broad = cues.lists["guards.broad"]
    heading = heading_of(view, scheme, name, known if known not in broad else None)
    if heading is not None and _is_thanked(cues, items, stand):
        return heading if heading.label in scheme.labels else None
    if heading is not None and is_pointed_at(view, cues, scheme, items, stand, name, heading):
        return None
    if heading is None or heading.label in scheme.labels:
        return heading
    if stand.why.split(":", 1)[1] in cues.lists["guards.lauding"]:
        first, last = stand.about
        words = {item.word for item in items[first : min(last, first + _HEAD)]}
        decided = cues.lists["guards.sides"] | cues.lists["guards.decided"]
        told = items[first].word == "that"  # "regretted that the gates were closed"
        if words.isdisjoint(decided) and not told:
            return None
        return _whole(view, items, stand, heading)
    loose = _is_loose(view, cues, items, stand) or (
        _is_vague(view, cues, items, stand) and not name.ends
    )
    if loose:
        return None
    return _whole(view, items, stand, heading)


def _whole(view: View, items: Items, stand: Stand, heading: Heading) -> Heading | None:
    """Return a heading with what goes on behind its words, ``None`` where they tell too little.

    A long report that speaks of "the deal" and names none leaves open which one is meant.
    """
    label = whole(view, items, stand.about, heading.label)
    first = stand.about[0]
    deed = heading.label.partition(" ")[0].endswith("ing")
    if deed and any(item.word in ("this", "these") for item in items[first + 1 : first + 3]):
        return None  # "for extending | this tax cut"
    if label is None or (
        len(view.text) > _LONG and label in wording_for(view.lexicon).lists["the_one"]
    ):
        return None
    return heading._replace(label=completed(view, items, stand.about, label))


def _is_vague(view: View, cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether a cue of wishes or duties is no side on what the scheme does not know.

    "Service must be reserved for those who are fit"; of a named actor or of what all know it is
    one ("Lutha must hand over the archives", "the gates must be opened").
    """
    kind, _, cue = stand.why.partition(":")
    if kind == "prescribe" and stand.firm and is_attributed(view, items, stand.cue):
        return False
    if kind == "prescribe":
        ref = items[stand.subject_end - 1].ref
        known = any(i.word in ("the", "our") for i in items[max(0, stand.first - 1) : stand.cue])
        return not known and (ref is None or ref.form == "pronoun")
    return cue in cues.lists["guards.wishes"]


def _is_thanked(cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether somebody is praised for what follows: "applauds the guild for …"."""
    first, last = stand.about
    praising = stand.why.split(":", 1)[1] in cues.lists["guards.praising"]
    return praising and any(item.word == "for" for item in items[first:last])


def _unnamed(
    view: View,
    cues: Cues,
    scheme: Scheme,
    items: Items,
    stand: Stand,
    known: str | None,
    name: Name | None,
) -> Heading | None:
    """Return the heading of words that name nothing: one that the scheme has for them, or "it"."""
    first, last = stand.about
    lists = wording_for(view.lexicon).lists
    topics = lists["topics"] | lists["of_states"]
    if known is not None and stand.why.startswith("verb:have nothing to"):
        return Heading(known)  # "have nothing to discuss with …"
    if first < last and items[first].word in ("be", "remain", "stay", "become"):
        return None  # "the need to | remain watchful of the vote"
    if (
        known is not None
        and (name is None or (name.cut and not name.deed))
        and not stand.why.endswith("going to")
    ):
        opening = scheme.heading_in(words_of(view, items, first, last, most=_HEAD))
        if opening is None or opening.label != known or known in topics:
            return None
        return None if _turns(view, items, first, last) else opening
    loose = stand.why != "predicate:for" and _is_loose(view, cues, items, stand)
    if stand.why.startswith("evaluate") or loose:
        return None  # "that's the right thing"
    if first < last and items[first].word in cues.lists["guards.clausal"]:
        return None  # "support for | what they do"
    clause = items[min(first + 1, last - 1)].word in cues.lists["guards.clausal"]
    if clause and not stand.weak and "agree" in stand.why:  # "with what he wrote"
        told = _heading_before(view, cues, scheme, items, stand)
        return told or Heading(words_of(view, items, first + 1, last, most=_LABEL).lower())
    wide = stand.why.startswith("impersonal")
    named = name is not None and not wide and "agree" not in stand.why
    if named or (first < last and items[first].word == "them"):
        return None
    near = items[first : last if wide else first + 1 + _leads(view, items, first)]
    if first < last and cues.lists["guards.pointing"].isdisjoint(item.word for item in near):
        return None
    told = _heading_before(view, cues, scheme, items, stand)
    if told is not None and stand.why.startswith("verb") and _turns(view, items, first, last):
        done = any(view.lexicon.has(item.word, "be") for item in items[first : first + 4])
        return told._replace(turned=not told.turned) if done else None  # "that it be lifted"
    return told


def _leads(view: View, items: Items, first: int) -> bool:
    """Tell whether a preposition opens the words: "agrees | with that"."""
    return view.lexicon.has(items[first].word, "preposition", "to") if first < len(items) else False


def _wants_scheme(cues: Cues, items: Items, stand: Stand, name: Name) -> bool:
    """Tell whether only the scheme tells what is meant: what one worries about, a noun far off."""
    worried = stand.polarity == "for" and ":concern" in stand.why
    kind, _, cue = stand.why.partition(":")
    serves = kind == "evaluate" and cue in cues.lists["evaluate.serving"]
    return worried or serves or _is_far(items, stand, name)


def _is_loose(view: View, cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether a weak cue stands in a transcript, where speech has no quotation marks."""
    if not is_spoken(view, items, stand):
        return False
    return stand.why.split(":", 1)[1] not in cues.lists["guards.spoken"]


def _is_sided(view: View, scheme: Scheme, words: str, praised: bool) -> bool:
    """Tell whether words speak of an issue; of what is praised it has to have sides."""
    label = scheme.label_in(words)
    topics = wording_for(view.lexicon).lists["topics"]
    return label is not None and not (praised and label in topics)


def _turns(view: View, items: Items, first: int, last: int) -> bool:
    """Tell whether words hold an end, so that which side is taken is not plain."""
    lists = wording_for(view.lexicon).lists
    turning = lists["ending"] | lists["endings"] | lists["unmaking"] | lists["lacking"]
    return any(item.word in turning for item in items[first:last])


def _is_bare(view: View, name: Name) -> bool:
    """Tell whether a name is a noun alone that wants to be told apart: "the bill"."""
    bare = wording_for(view.lexicon).lists["bare"]
    return len(name.words) == 1 and name.words[0] in bare and name.within is None


def _is_far(items: Items, stand: Stand, name: Name) -> bool:
    """Tell whether a noun alone stands behind a verb of its own: "efforts to get grain to …"."""
    if len(name.words) > 1 or name.start is None:
        return False
    between = [item.word for item in items[stand.about[0] + 1 : name.start - 1]]
    return "to" in between or "that" in between


def _is_blamed_for(items: Items, named: int) -> bool:
    """Tell whether "for" and a deed follow whom one condemns, also behind a bracket."""
    return any(items[at].word == "for" for at in range(named + 1, min(len(items) - 2, named + 5)))


def _blamed_for(view: View, scheme: Scheme, items: Items, named: int) -> Heading | None:
    """Return what somebody is condemned for: "condemns Lutha (LR) for | its raid"."""
    at = next(n for n in range(named + 1, named + 5) if items[n].word == "for")
    name = thing_at(view, items, at + 1, clause_end(view, items, at + 1))
    return heading_of(view, scheme, name, None) if name is not None else None


def _stood_by(
    view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand, name: Name
) -> Heading | None:
    """Return the actor whom a stand is on, where it follows the cue at once: "backs Lutha"."""
    at = name.named
    assert at is not None
    cue = stand.why.split(":", 1)[1]
    if cue in wording_for(view.lexicon).lists["asking"] or cue in cues.lists["guards.praising"]:
        return None  # "urged Congress, this week, to act", "applauded the guild for …"
    first = stand.about[0]
    ref = items[at].ref
    person = ref is not None and view.actors[ref.actor].kind == "person"
    if person and not is_of_persons(cues, items, stand):
        return None  # "committed to Minister Lind": praise
    if _is_blamed_for(items, at):
        blamed = _blamed_for(view, scheme, items, at)
        thanked = cue in cues.lists["guards.praising"] or cue in cues.lists["guards.fine"]
        return None if thanked and blamed and blamed.label not in scheme.labels else blamed
    if any(item.word in ("of", "by") for item in items[first + 1 : at]):
        return None  # "the efforts | of President Lind"
    titled = at - _TITLE if person else at
    if any(
        not view.lexicon.has(item.word, "determiner", "preposition") or item.word in THOSE
        for item in items[first : max(first, titled)]
    ):
        return None
    after = items[at + 1].word if at + 1 < len(items) else ""
    harassed = stand.why.startswith("refuse") and after.endswith("ing")
    if harassed or (cue == "importance of" and not after.endswith("ing")):
        return None  # "the importance of Lutha as a neighbour"
    goes_on = after in ("to", "government") or view.lexicon.has(
        after, "genitive", "be", "have", "modal", "not"
    )
    return None if goes_on else _actor_named(view, items, at, at + 1)


def _chosen(view: View, cues: Cues, items: Items, stand: Stand) -> Heading | None:
    """Return who is backed for an office: "supports Ana Lind for governor"."""
    first, last = stand.about
    ref = items[first].ref if first < last else None
    actor = view.actors.get(ref.actor) if ref is not None and ref.form == "mention" else None
    for_what = first + 1 < last and items[first + 1].word == "for"
    if actor is None or actor.kind != "person" or not for_what:
        return None
    backed = stand.why.split(":", 1)[1] in cues.lists["guards.of_persons"]
    return Heading(actor.name) if backed and stand.why.startswith("verb") else None


def _known(
    view: View, broad: frozenset[str], scheme: Scheme, items: Items, stand: Stand, fine: bool
) -> str | None:
    """Return the label of the scheme that the words around speak of."""
    first, last = stand.about
    whole = min(first, stand.cue) if stand.why.startswith("verb:have") else first
    near = _until_mark(items, whole, last)
    if stand.why == "verb:stand":  # "stands with Lutha | in the face of terror"
        near = next((at for at in range(whole + 2, near) if _parts_off(view, items, at)), near)
        last = near
    label = scheme.label_in(words_of(view, items, whole, near, most=_OBJECT))
    if label is None and (stand.weak or fine or near == whole):
        label = scheme.label_in(words_of(view, items, whole, last, most=_CLAUSE))
    if label in broad and not (stand.weak or fine):
        opening = words_of(view, items, whole, near, most=_HEAD)
        label = label if scheme.label_in(opening) == label else None
    return label


def _until_mark(items: Items, first: int, last: int) -> int:
    """Return where the words end, from ``items[first]`` on, that no comma parts."""
    return next((at for at in range(first + 1, last) if items[at].word == ","), last)


def _parts_off(view: View, items: Items, at: int) -> bool:
    """Tell whether the words behind whom one stands with begin at ``items[at]``."""
    word = items[at].word
    return word == "and" or (word != "of" and view.lexicon.has(word, "preposition"))


def _actor_named(view: View, items: Items, first: int, last: int) -> Heading | None:
    """Return the name of the one whom a stand is on."""
    ref = next((item.ref for item in reversed(items[first:last]) if item.ref is not None), None)
    actor = view.actors.get(ref.actor) if ref is not None else None
    return Heading(actor.name) if actor is not None else None


def _heading_before(
    view: View, cues: Cues, scheme: Scheme, items: Items, stand: Stand
) -> Heading | None:
    number = view.sentence_at(items[stand.cue].start) or 0
    topics = cues.lists["guards.broad"] | wording_for(view.lexicon).lists["topics"]
    before = [items[: stand.about[0]]]
    spoken = is_spoken(view, items, stand)
    for back in range(1, min(number, _BACK - spoken) + 1):
        earlier = view.items(number - back)
        apart = back > 1 and earlier and "\n\n" in view.text[earlier[-1].end : items[0].start]
        if not earlier or apart:
            break
        before.append(earlier)
    for some in before:
        asked = _asked_about(view, cues, some)
        if asked is not None:
            return heading_of(view, scheme, asked, None)
        label = scheme.label_in(words_of(view, some, 0, len(some), most=60)) if some else None
        if label is not None and label not in topics:
            return Heading(label)
    return None


def _asked_about(view: View, cues: Cues, items: Items) -> Name | None:
    """Return what somebody was "asked about", which "it" and "one" in the answer mean."""
    for at in range(len(items) - 2):
        asked = items[at].ref is None and items[at].word in cues.lists["guards.asked"]
        if asked and items[at + 1].word in ("about", "on", "for"):
            return thing_at(view, items, at + 2, _until_mark(items, at + 2, len(items)))
    return None
