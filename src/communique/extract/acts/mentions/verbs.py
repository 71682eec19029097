"""Acts that verbs tell: "X thanked Y for Z", "we demand", "Y was invited by X"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.clauses.standing import status_of
from communique.extract.acts.clauses.unknown import unknown_doer
from communique.extract.acts.frames import Frame, Trigger
from communique.extract.acts.mentions.passives import passive_act
from communique.extract.acts.mentions.subjects import in_reduced_relative, is_address, subject_of
from communique.extract.acts.slots.matters import Slots
from communique.extract.acts.slots.slots import slots_after
from communique.extract.modality import Modality, VerbForm

_OFFERED = 4  # items of an offer that tell whether one offers but to say something
_ASIDE = 16  # items of an aside between commas
_FAR = 30  # items back to a verb of the same subject


def verb_act(clause: Clause, index: int, outer: Draft | None) -> Draft | None:
    """Return the act of the verb at ``index``, or ``None``.

    ``outer`` is the act before it in the sentence, of whose matter this verb may be part.
    """
    for trigger in clause.frames.verbs.get(clause.word(index), ()):
        frames = [frame for frame in trigger.frames if not _lacks(clause, frame)]
        if not frames or not _reads_as(clause, index, trigger):
            continue
        head = _head(clause, index, trigger)
        start = modality.group_start(clause.lexicon, clause.items, head)
        told = modality.of_verb(
            clause.view, clause.items, head, _tensed(clause, start, head, trigger)
        )
        passive = trigger.form == "past" and _is_passive(clause, start, index)
        for frame in frames:
            if frame.predicate and head == index and not _is_passive(clause, start, index):
                continue
            if frame.led and clause.word(index - 1) not in frame.led:
                continue
            if frame.denied and any(clause.listed(at, "tentative") for at in range(start, index)):
                continue
            if passive or _is_reduced(clause, index, trigger):
                found = passive_act(clause, frame, start, index, told, passive)
            else:
                found = _active(clause, frame, start, index, told, trigger, outer)
            if found is None or _is_denied_before(clause, start):
                continue
            if belongs_to(found, outer) and not clause.listed(found.group - 1, "writings"):
                continue  # "adopted a resolution | urging Lutha to" urges it
            return found
    return None


def _lacks(clause: Clause, frame: Frame) -> bool:
    """Tell whether a word without which the frame cannot fit stands nowhere in the sentence."""
    if frame.particle and frame.particle.isdisjoint(clause.vocabulary):
        return True
    return not frame.persons and bool(frame.heads) and frame.heads.isdisjoint(clause.vocabulary)


def _is_denied_before(clause: Clause, start: int) -> bool:
    """Tell "never asked or announced", where the negation stands with the first verb."""
    if clause.word(start - 1) not in ("or", "nor"):
        return False
    return any(clause.has(at, "not") for at in range(max(0, start - 5), start - 1))


def _head(clause: Clause, index: int, trigger: Trigger) -> int:
    """Return where the verb stands that tells the tense: "*stands* ready", "*continue* to ask"."""
    if clause.word(index - 1) == "to" and clause.listed(index - 2, "ongoing"):
        return index - 2
    if not any(frame.predicate for frame in trigger.frames):
        return index
    at = index - 1
    while at > 0 and (clause.is_adverb(at) or clause.listed(at, "degrees")):
        at -= 1
    far = clause.has(at, "be") and clause.listed(index - 1, "degrees")  # "is dead set against"
    return at if far or clause.listed(at, "copulas") else index


def _tensed(clause: Clause, start: int, index: int, trigger: Trigger) -> VerbForm:
    """Return the form whose tense its auxiliaries tell: "will be announcing" is a future."""
    progressive = trigger.form == "ing" and any(clause.has(at, "be") for at in range(start, index))
    return "base" if progressive else trigger.form


def belongs_to(found: Draft, outer: Draft | None) -> bool:
    """Tell whether words are only what another act is about: "asked X to support Y"."""
    if outer is None or outer.what is None or found.frame.material:
        return False
    return outer.what[0] <= found.verb < outer.what[1] and outer.what[0] - 1 <= found.group


def _reads_as(clause: Clause, index: int, trigger: Trigger) -> bool:
    """Tell whether the word is the verb form, and not a noun or an adjective."""
    item, before = clause.items[index], index - 1
    if item.ref is not None or (item.upper and index and clause.word(before) not in STRONG):
        return False
    if clause.owns(before) and trigger.form != "ing":
        return False
    if trigger.form == "past":
        if clause.word(before) in ("and", "or") and clause.listed(
            before - 1, "standing_adjectives"
        ):
            return False  # "the current and proposed curbs"
        if clause.word(before) == "that" and clause.items[before - 1].ref is not None:
            return True  # "it was Lutha that recalled its envoy"
        return not clause.has(before, "determiner") or clause.has(before, "be")
    if trigger.form == "ing":
        return not clause.has(before, "determiner", "of") and clause.word(index + 1) != "of"
    if trigger.form == "third":
        noun = item.word in clause.frames.nouns and not clause.has(index + 1, "determiner")
        learnt = all(frame.learnt for frame in trigger.frames)
        return _after_subject(clause, index, far=not (noun or learnt))
    if any(frame.predicate for frame in trigger.frames):
        return True
    if clause.listed(before, "single"):
        return False  # "community support efforts"
    return (
        _after_auxiliary(clause, index)
        or is_address(clause, index)
        or (
            _after_subject(clause, index)
            and not clause.has(before, "preposition")
            and not _is_governed(clause, before)
        )
    )


def _is_governed(clause: Clause, name: int) -> bool:
    """Tell "with Luthan support" and "by Lutha" from "Lutha supports"."""
    first = clause.start_of_name(name) if clause.person_at(name) is not None else name
    return clause.word(first - 1) in ("with", "without", "by", "from")


def _after_auxiliary(clause: Clause, index: int) -> bool:
    start = index - 1
    while start > 0 and clause.has(start, "adverb") and not clause.has(start, "to"):
        start -= 1
    return clause.has(start, "to", "future", "modal", "do", "not") or clause.word(start) in (
        "let", "us", "me", "please",
    )  # fmt: skip


def _after_subject(clause: Clause, index: int, far: bool = False) -> bool:
    """Tell whether a subject stands right before: a person, a relative, or people."""
    at = index - 1
    while at > 0 and (clause.has(at, "adverb") or clause.is_adverb(at)):
        at -= 1
    seat = clause.before_seat(at)
    at = at if seat is None else seat  # "the opposition | in Port Azul | wants"
    if clause.person_at(at) is not None:
        word = clause.word(at)
        return word not in ("me", "us", "him", "them") and not clause.lexicon.has(
            word, "possessive"
        )
    if clause.has(at, "relative") or clause.listed(at, "people"):
        return True
    if clause.word(at) == "," and _closes_aside(clause, at):
        return True
    if clause.word(at) not in ("and", ",") or at <= 1:
        return False
    more = far or clause.listed(
        index, "saying_more"
    )  # "commit to cut waste and call on all states"
    return _is_finite_before(clause, at, far=more)


def _closes_aside(clause: Clause, comma: int) -> bool:
    """Tell whether an aside behind a name ends at ``comma``: "Lind, whose party rules, backs"."""
    for at in range(comma - 2, max(0, comma - _ASIDE), -1):
        if clause.word(at) in STRONG:
            return False
        if clause.word(at) == ",":
            return clause.person_at(at - 1) is not None and clause.opens(
                clause.start_of_name(at - 1)
            )
    return False


def _is_finite_before(clause: Clause, at: int, far: bool = False) -> bool:
    """Tell whether the clause before a conjunction has a verb in the same plain form."""
    for near in range(at - 1, max(-1, at - (_FAR if far else 12)), -1):
        if clause.word(near) in STRONG or (clause.word(near) == "to" and not far):
            return False
        for trigger in clause.frames.verbs.get(clause.word(near), ()):
            if trigger.form in ("third", "base") and clause.person_at(near - 1) is not None:
                return True
    return False


def _is_passive(clause: Clause, start: int, index: int) -> bool:
    """Tell whether a form of "be" stands before, adverbs between: "was invited", "is ready"."""
    if clause.word(index - 1) == ",":  # "will be, of course, offered"
        opened = next(
            (at for at in range(index - 2, max(0, index - 6), -1) if clause.word(at) == ","), 0
        )
        return clause.has(opened - 1, "be")
    words = [at for at in range(start, index) if clause.has(at, "be")]
    return bool(words) and all(
        clause.is_adverb(at) or clause.has(at, "not") or clause.listed(at, "degrees")
        for at in range(words[-1] + 1, index)
    )


def _is_reduced(clause: Clause, index: int, trigger: Trigger) -> bool:
    """Tell "the plan proposed by X" from "X proposed a plan"."""
    by = clause.skip(index + 1 + clause.listed(index + 1, "passive_particles"))
    return trigger.form == "past" and clause.word(by) == "by"


def _active(
    clause: Clause,
    frame: Frame,
    start: int,
    index: int,
    told: Modality,
    trigger: Trigger,
    outer: Draft | None,
) -> Draft | None:
    slots = slots_after(clause, frame, index + 1)
    if slots is None:
        return None
    empty = slots.what is None or clause.is_telling(*slots.what)
    if empty and is_address(clause, index):  # "Thank you." ends
        return None
    subject = subject_of(clause, start, index, trigger, outer)
    subject = subject or unknown_doer(clause, start, trigger.form)
    if subject is None or _is_nobody(clause, subject):
        return None
    if in_reduced_relative(clause, subject) and not _has_named_object(clause, frame, slots):
        return None
    said = clause.view.statement_at(clause.items[index].start)
    if _is_unfit(clause, frame, subject, slots):
        return None
    if frame.own and not clause.speaks(subject, said):
        return None
    if frame.type == "offer" and frame.predicate:
        telling = slots.what is not None and clause.is_telling(*_opening(*slots.what))
        menacing = slots.what is not None and (
            _is_trial(clause, slots.what)
            or any(
                clause.listed(at, name)
                for at in range(slots.what[0], slots.what[0] + 3)
                for name in ("menacing", "defending")
            )
        )
        own = clause.word(subject.last - 1) in ("i", "we")
        polite = own and frame.name in ("happy", "glad")
        if telling or menacing or polite or not (subject.actors or own):
            return None
    if frame.denied and clause.has(subject.first - 1, "conditional"):
        return None
    if clause.word(subject.first - 1) == "what" or _is_of_noun(clause, frame, subject, slots):
        return None  # "what they demand is …"
    if frame.material and trigger.form == "base" and start == index and told.status == "held":
        return None  # "we give aid to those who need it" tells of no deed
    if trigger.form == "base" and start == index and _is_one(clause, subject):
        return None  # "asked that the President issue a decree"
    if trigger.form in ("base", "third") and clause.listed(subject.first - 1, "not_yet"):
        return None
    participle = trigger.form == "ing" and _tensed(clause, start, index, trigger) == "ing"
    if participle and (frame.material or frame.finite):
        return None
    status = status_of(clause, frame, _performed(clause, told, index), subject)
    if status is None:
        return None
    why = f"{frame.source}:{frame.name}"
    return Draft(
        frame, why, index, start, subject, slots.towards, slots.what, slots.end, status, told
    )


def _opening(first: int, last: int) -> tuple[int, int]:
    """Return the first few items of a matter, which tell what is offered."""
    return first, min(last, first + _OFFERED)


def _is_unfit(clause: Clause, frame: Frame, subject: Party, slots: Slots) -> bool:
    """Tell what is no act: of "you" whom nobody knows, "sets us back", "let me ask a question"."""
    word = clause.word(subject.last - 1)
    if word in ("us", "me", "him", "them") and clause.word(subject.first - 1) != "let":
        return True
    if word == "you" and not subject.actors:
        return True
    if _is_doubted(clause, subject.first - 1):
        return True
    own = word in ("i", "we", "me") and frame.type == "request"
    return own and slots.what is not None and clause.is_telling(*_opening(*slots.what))


def _is_doubted(clause: Clause, at: int) -> bool:
    """Tell "I don't think | they have signed it" from what is told as done."""
    if clause.word(at) == "that" and clause.has(at - 1, "not"):
        return True  # "it's not that they oppose it"
    at -= clause.word(at) == "that"
    return clause.listed(at, "doubting") and any(
        clause.has(near, "not") for near in range(max(0, at - 3), at)
    )


def _is_trial(clause: Clause, what: tuple[int, int]) -> bool:
    """Tell whether one is ready for what comes: "ready to meet the competition"."""
    return any(clause.listed(at, "trials") for at in range(*what))


def _is_of_noun(clause: Clause, frame: Frame, subject: Party, slots: Slots) -> bool:
    """Tell "the things that we agreed to do", of which the noun before is what it is about."""
    that = subject.first - 1
    if clause.word(that) != "that" or (
        frame.object not in ("none", "what") and frame.type not in ("request", "order")
    ):
        return False
    said = clause.begins(subject.first) or clause.begins(that)
    thing = clause.listed(that - 1, "things") or (
        _is_defined(clause, that - 1) and not _has_object(clause, slots)
    )  # "the plan that Lind announced today pulls no punches"
    if frame.type in ("request", "order"):  # "the office that Lind asked her to lead"
        thing = clause.is_plain(that - 1) and not clause.listed(that - 1, "appositive")
    return thing and not said


def _is_defined(clause: Clause, noun: int) -> bool:
    """Tell whether "the plan" stands there, and no "fact" or "view" that a clause spells out."""
    plain = clause.is_plain(noun) and not clause.listed(noun, "appositive")
    return plain and clause.has(noun - 1, "determiner", "possessive")


def _has_object(clause: Clause, slots: Slots) -> bool:
    if slots.what is None:
        return slots.towards is not None
    first = slots.what[0]
    return clause.items[first].ref is not None or clause.has(first, "determiner", "possessive")


def _has_named_object(clause: Clause, frame: Frame, slots: Slots) -> bool:
    """Tell "campaign chief Lind released a memo" from "the money Lind offers"."""
    direct = frame.object != "none" and not frame.particle
    return direct and _has_object(clause, slots)


def _is_one(clause: Clause, subject: Party) -> bool:
    """Tell whether one person is the subject, of whom a plain verb is not told as done."""
    if len(subject.actors) != 1 or subject.last == subject.first:
        return False
    pronoun = clause.word(subject.last - 1) in ("i", "we", "you", "they", "me", "us")
    return not pronoun and clause.view.actors[subject.actors[0]].kind == "person"


def _is_nobody(clause: Clause, subject: Party) -> bool:
    """Tell "not everyone welcomed it" and "no minister agreed" from their opposites."""
    return clause.has(subject.first, "not") or clause.has(subject.first - 1, "not")


def _performed(clause: Clause, told: Modality, index: int) -> Modality:
    """Read "let me thank you", which is no permission."""
    if clause.word(index - 1) in ("me", "us") and clause.word(index - 2) == "let":
        return replace(told, status="proposed", cue="let", negated=False)
    return told
