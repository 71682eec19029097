"""Stands told with a verb: "X opposes …", "the plan was opposed by X"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import (
    STRONG,
    Subject,
    clause_end,
    subject_of,
    verb_start,
)
from communique.extract.modality import Items, group_start, is_manner, of_verb
from communique.extract.positions.caution.complements import object_end, takes, wants_talks
from communique.extract.positions.caution.firmness import is_firm, tells_due
from communique.extract.positions.caution.guards import (
    has_denied_head,
    is_noun,
)
from communique.extract.positions.caution.lookalikes import (
    head_of,
    is_listed,
    looks_alike,
)
from communique.extract.positions.caution.turning import is_over, polarity_of_verb
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.stances.receiving import whole_patient
from communique.extract.positions.stand import (
    Stand,
    held_by,
    judged_by,
    polarity_of,
)
from communique.extract.view import Item, View
from communique.model.claims import Polarity

_NO_PASSIVE = frozenset({"support", "back", "cosponsor", "co-sponsor"})
_ADVERBS = 2  # adverbs between a verb and its complement


def by_verb(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X opposes the plan" and "the plan was opposed by X"."""
    if index and (items[index].upper or items[index - 1].word in cues.lists["guards.before_noun"]):
        return None  # a heading, a name, a noun ("Lutha's back"), help
    if cue.name == "like" and index and items[index - 1].word == ",":
        return None  # "priorities that we have, like the ports"
    if items[index].word == "back" and is_backwards(view, cues, items, index):
        return None
    if any(i.word in cues.lists["guards.ruling"] for i in items[max(0, index - 3) : index]):
        return None
    after = index + len(cue.words)
    start = _group_of(view, cues, items, index, cue)
    if items[start].word == "to" or (start == index and is_listed(cue, items, index)):
        return None  # "partners to support …", "to feed children, support families"
    passive = any(view.lexicon.has(i.word, "be") for i in items[start:index])
    if cue.form == "past" and passive:
        return _passive(view, items, verb_start(view, items, index), index, cue)
    if cue.form == "ing" and not passive and not _tells_as_participle(cues, items, index, cue):
        return None
    complement = _complement(view, cues, items, after, cue)
    if complement is None:
        return None
    after = complement
    subject = holder_of(view, cues, items, start)
    if is_noun(cues, items, index, subject, cue) or is_over(cues, items, start, index, cue):
        return None
    if _is_of_others(view, cues, items, (start, index, after), cue, subject):
        return None
    modality = of_verb(view, items, index, cue.form)
    polarity = polarity_of_verb(view, cues, items, (start, index, after), cue, subject, modality)
    talks = cue.own and items[after].word == "to" and wants_talks(items, after + 1)
    alike = not talks and looks_alike(view, cues, items, after, cue, subject, modality)
    if polarity is None or alike:
        return None
    weak = cue.own or cue.weak or (after < len(items) and items[after].word == "that")
    vowed = any(view.lexicon.has(item.word, "future") for item in items[start:index])
    if not vowed and _claims_only(view, cues, items, after, cue):
        return None
    firm = is_firm(view, cues, items, after, cue, subject)
    firm = firm or _is_firm_in_side(cue, polarity, weak)
    weak = weak and not firm
    promised = cue.name in cues.lists["firm.promising"] and items[after].word != "to"
    if promised and not firm:
        return None  # "promised aid"
    if cue.judged:
        about = (after, object_end(view, cues, items, after, clause_end(view, items, after)))
        return judged_by(view, items, subject, polarity, start, index, about, f"verb:{cue.name}")
    stand = held_by(view, items, subject, polarity, start, index, after, f"verb:{cue.name}", weak)
    if stand is not None and firm:
        stand = replace(stand, firm=True)
    if (
        stand is not None
        and cue.own
        and items[after].word == "to"
        and wants_talks(items, after + 1)
    ):
        return replace(stand, called="talks")
    if stand is not None and cue.spoken:
        return replace(stand, about=(after, object_end(view, cues, items, after, stand.end)))
    return stand


def _is_firm_in_side(cue: Cue, polarity: Polarity, weak: bool) -> bool:
    """Tell whether the side makes it a stand: "is not seeking a quarrel", "agrees to it if"."""
    if cue.name == "seek":
        return polarity == "against"
    return cue.name == "agree" and polarity == "conditional" and weak


def holder_of(view: View, cues: Cues, items: Items, start: int) -> Subject | None:
    """Return the subject: "Ruiz reaffirmed Lutha's commitment to the truce and | praised …"."""
    subject = holder_at(view, items, start)
    if subject is None or subject.last >= start or subject.first < 1:
        return subject
    owned = items[subject.last].word in cues.lists["nouns.owned"]
    told = subject.first - 1
    told -= view.lexicon.has(items[told].word, "determiner") and told > 0
    if not owned or items[told].word not in cues.lists["nouns.tell"]:
        return subject
    return subject_of(view, items, verb_start(view, items, told))


def _is_of_others(
    view: View,
    cues: Cues,
    items: Items,
    at: tuple[int, int, int],
    cue: Cue,
    subject: Subject | None,
) -> bool:
    """Tell whether a verb is not its subject's stand; its group, word and complement are ``at``."""
    start, index, after = at
    if head_of(view, items, after) in cues.lists["guards.framing"]:
        return True  # "takes issue with the premise of the question"
    if items[after].word == "you" and cue.name in cues.lists["firm.urging"]:
        return True  # "we urge you to listen"
    if subject is not None and cue.form == "base" and _is_seen(items, subject.last, index):
        return True  # "we have seen towns come out and | call for it"
    if subject is not None and (
        has_denied_head(view, items, subject.first)
        or _disagrees(view, cues, items, subject, start == index, cue)
    ):
        return True
    if cue.adverbs and not any(i.word in cue.adverbs for i in items[start:index]):
        return True
    if cue.spoken and start == index and (subject is None or subject.person == "third"):
        return True  # "towns like the port"
    # "shared her views on trade" with somebody
    return cue.other and (subject is None or _is_own(items, subject, after))


def _is_seen(items: Items, first: int, verb: int) -> bool:
    """Tell whether somebody else is seen doing it: "we have seen towns | call for it"."""
    return any(item.word in ("see", "seen", "saw", "heard") for item in items[first:verb])


def _claims_only(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a clause says what is so, and not what is due: "insists that she will win"."""
    if cue.name in cues.lists["firm.bare_content"] and items[after].word not in ("on", "that"):
        return not tells_due(view, cues, items, after, "firm.due_bare")
    if cue.name in cues.lists["firm.due_content"] and items[after].word == "that":
        return not tells_due(view, cues, items, after + 1)
    return False


def _complement(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> int | None:
    """Return where the complement of a verb begins, at ``items[after]`` or behind its adverbs.

    "came out | strongly | against", "lobbied | hard | for".
    """
    after = at = _past_force(cues, items, past_day(items, after))
    while at <= after + _ADVERBS:
        if any(takes(view, cues, items, at, take, cue.own) for take in cue.takes):
            return at
        beside = at < len(items) and items[at].ref is None
        if not beside or not (
            is_manner(view.lexicon, items[at].word)
            or items[at].word in cues.lists["guards.beside_verb"]
        ):
            return None
        at += 1
    return None


def _past_force(cues: Cues, items: Items, at: int) -> int:
    """Return where words go on behind how firmly it is told: "condemns | in no uncertain terms"."""
    for words in cues.lists["guards.force"]:
        said = words.split()
        if [item.word for item in items[at : at + len(said)]] == said:
            return at + len(said)
    return at


def past_day(items: Items, at: int) -> int:
    """Return where words go on behind a day at ``items[at]``: "called | on Monday | for"."""
    end = at + (at + 1 < len(items) and items[at].word in ("on", "in"))
    while end < len(items) and items[end].date >= 0 and items[end].ref is None:
        end += 1
    if end <= at or items[end - 1].date < 0 or items[min(end, len(items) - 1)].word in ("'s", "'"):
        return at  # "welcomes tonight's truce"
    return end if items[at].word != "in" or items[end - 1].word[:1].isdigit() else at


def is_backwards(view: View, cues: Cues, items: Items, index: int) -> bool:
    """Tell whether "back" is an adverb: "is back", "people back east", "took it back"."""
    before = items[index - 1] if index else items[index]
    after = items[index + 1] if index + 1 < len(items) else items[index]
    return (
        before.word in cues.lists["guards.moving"]
        or view.lexicon.has(before.word, "be")
        or after.word in cues.lists["guards.whither"]
        or after.word[:1].isdigit()
    )


def _is_own(items: Items, subject: Subject, after: int) -> bool:
    """Tell whether what a verb takes is the subject's own: "our", "her" of the same one."""
    ref = items[after].ref
    return ref.actor == subject.actor if ref is not None else subject.person == "first"


def _group_of(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> int:
    """Return where the verb group of a cue begins: "keeps | rejecting", "is said to | favour"."""
    if cue.form == "ing" and _goes_on(cues, items, index):
        return verb_start(view, items, group_start(view.lexicon, items, index - 1))
    start = verb_start(view, items, group_start(view.lexicon, items, index))
    if start and items[start].word == "to" and items[start - 1].word in cues.lists["guards.vowed"]:
        return verb_start(view, items, start - 1)
    return _hearsay(view, cues, items, start)


def _tells_as_participle(cues: Cues, items: Items, index: int, cue: Cue) -> bool:
    """Tell whether a participle takes a stand: "keeps rejecting", "…, calling for a truce"."""
    if _goes_on(cues, items, index):
        return True
    plain = not (cue.own or cue.spoken or cue.weak)
    if index > 1 and cue.name in cues.lists["guards.telling_apart"] and _is_name(items[index - 1]):
        return True  # "the union | backing Lind"
    return plain and index > 1 and items[index - 1].word == ","


def _is_name(item: Item) -> bool:
    return item.ref is not None and item.ref.form == "mention"


def _goes_on(cues: Cues, items: Items, index: int) -> bool:
    return index > 0 and items[index - 1].word in cues.lists["guards.going_on"]


def _hearsay(view: View, cues: Cues, items: Items, start: int) -> int:
    """Return where the verb group of "is said to favour" begins, else ``start``."""
    if (
        items[start].word != "to"
        or not start
        or items[start - 1].word not in cues.lists["guards.heard"]
    ):
        return start
    begin = verb_start(view, items, start - 1)
    return begin if any(view.lexicon.has(i.word, "be") for i in items[begin:start]) else start


def _disagrees(
    view: View, cues: Cues, items: Items, subject: Subject, bare: bool, cue: Cue
) -> bool:
    """Tell whether a subject cannot be that of the verb: "Ruiz, an advocate for", "the Fund"."""
    actor = view.actors.get(subject.actor or "")
    if actor is None or subject.person == "first":
        return False
    if actor.name.lower().split()[-1:] and actor.name.lower().split()[-1] in cues.lists.get(
        "guards.means", frozenset()
    ):
        return True
    words = {item.word for item in items[subject.first : subject.last]}
    single = actor.kind in ("person", "organisation") and not words & {"they", "we", "you", "and"}
    return bare and cue.form == "base" and single


def _passive(view: View, items: Items, start: int, index: int, cue: Cue) -> Stand | None:
    """Read "the plan was rejected by X"."""
    by = index + len(cue.words)
    if by + 1 >= len(items) or items[by].word != "by" or cue.name in _NO_PASSIVE:
        return None
    at = next((i for i in range(by + 1, min(by + 6, len(items))) if items[i].ref), None)
    patient = subject_of(view, items, start)
    if at is None or patient is None or patient.person != "third" or "np" not in sum(cue.takes, ()):
        return None
    if any(items[i].word in STRONG or items[i].word == "," for i in range(by, at)):
        return None
    modality = of_verb(view, items, index, "past")
    polarity = polarity_of(cue.polarity, modality, items, index)
    ref = items[at].ref
    if polarity is None or ref is None or patient.first >= index:
        return None
    first = whole_patient(view, items, patient.first)
    return Stand(
        ref.actor, None, polarity, first, patient.last, first, index, at + 1,
        (first, patient.last), f"passive:{cue.name}",
    )  # fmt: skip
