"""In whose name a speaker says "we": a spokesman's "we are in talks with Borduria" is the state's.

Where "we" met a person, the speaker did. Where "we" deal with a state or a body, it is the
speaker's state that does, unless the speaker holds an office of more than words and tells of
one occasion ("we held a long conversation with the Bordurian delegation"). A "we" of nobody
in particular takes no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.contacts.clauses.scene import Scene, unique
from communique.extract.contacts.mention import Mention
from communique.model import Participant

_FAR = 8  # the same where nobody else is spoken of in between
_NEAR = 2  # sentences between a name and a pronoun for it


def in_whose_name(scene: Scene, mention: Mention) -> Mention | None:
    """Return the mention with everybody's "we" resolved; ``None`` if nobody is left."""
    people = mention.participants
    if scene.view.is_press_conference and _is_to_the_room(scene, people):
        return None
    if _is_unsure_group(scene, people):
        mention = replace(mention, participants=(), unnamed=True, initiator=None)
        return mention if mention.taken_up or mention.definite else None
    if any(_is_far_fetched(scene, one) or _is_anyone(scene, one) for one in people):
        return None
    if scene.view.is_press_conference and _are_far_fetched(scene, people):
        return None
    if scene.view.is_press_conference and _are_states_by_pronoun(scene, people):
        return None
    ours = [one for one in people if _is_plural(scene, one)]
    others = [one for one in people if one not in ours]
    if not ours:
        return mention
    if mention.needed:
        return mention
    if any(scene.view.actors[one.actor].kind == "person" for one in others):
        return _without_spokesmen(scene, mention, ours, others)
    if not others and not mention.unnamed:
        return None
    if _is_occasion(scene, mention) and all(_is_principal(scene, one) for one in ours):
        return mention
    if not others:
        return None
    stands = [state for one in ours if (state := _state_for(scene, one)) is not None]
    if not stands:
        return None
    return replace(mention, participants=unique([*stands, *others]), initiator=None)


def _without_spokesmen(
    scene: Scene, mention: Mention, ours: list[Participant], others: list[Participant]
) -> Mention:
    """Leave out whoever only speaks for others: "we are in touch with Lind", says a spokesman.

    The state spoken for takes part, where the reading knows it.
    """
    spoken = [one for one in ours if _only_speaks(scene, one)]
    if not spoken:
        return mention
    stands = [state for one in spoken if (state := _state_for(scene, one)) is not None]
    people = unique([*(one for one in ours if one not in spoken), *stands, *others])
    kept = mention.initiator if mention.initiator in {one.actor for one in people} else None
    return replace(mention, participants=people, initiator=kept, unnamed=not stands)


def _only_speaks(scene: Scene, one: Participant) -> bool:
    """Tell a spokesman, or who answers for others before the press, from a principal."""
    offices = scene.view.actors[one.actor].offices
    words = {word for office in offices for word in office.title.lower().split()}
    if words & scene.triggers.words["spokesmen"]:
        return True
    return scene.view.is_press_conference and not _is_principal(scene, one)


def _is_to_the_room(scene: Scene, people: Sequence[Participant]) -> bool:
    """Tell a "you" of no question before the press, which may be anybody in the room."""
    asked = scene.word(len(scene.items) - 1) == "?"
    return not asked and any(
        one.evidence and one.evidence[0].of(scene.view.text).lower() == "you" for one in people
    )


def _is_unsure_group(scene: Scene, people: Sequence[Participant]) -> bool:
    """Tell whether all take part by one "they" or "the leaders" that may mean others as well.

    That is where somebody else with an office has been named just before.
    """
    spans = {one.evidence for one in people}
    if len(people) < 2 or len(spans) != 1 or not people[0].evidence:
        return False
    view = scene.view
    whole = people[0].evidence[0]
    if whole.of(view.text).lower().endswith(("of state", "of government")):
        return True  # "a meeting of the heads of state", who may be any
    last = whole.start
    first = view.reading.sentences[max(0, scene.sentence - _NEAR)].start
    members = {one.actor for one in people}
    said = view.statement_at(last)
    members |= {said.speaker} if said and said.speaker else set()
    return any(
        ref.actor not in members
        and ref.form == "mention"
        and view.actors[ref.actor].kind == "person"
        and bool(view.actors[ref.actor].offices)
        for ref in view.refs[view.first_ref(first) : view.first_ref(last)]
    )


def _is_far_fetched(scene: Scene, one: Participant) -> bool:
    """Tell whether somebody takes part by a "he" whose name stands sentences away.

    Much may come between a name and such a pronoun in a conversation of many, and no
    contact is claimed on a guess at who is meant.
    """
    if not one.evidence:
        return False
    at = one.evidence[0].start
    if one.evidence[0].of(scene.view.text).lower() not in scene.triggers.words["pronouns"]:
        return False
    named = [span.end for span in scene.view.actors[one.actor].mentions if span.end <= at]
    last = scene.view.sentence_at(max(named) - 1) if named else None
    if last is None or scene.sentence - last > _FAR:
        return True
    return scene.sentence - last > _NEAR and _another_between(scene, one.actor, max(named), at)


def _is_anyone(scene: Scene, one: Participant) -> bool:
    """Tell whether somebody takes part as a "you" to whom nothing shows that it is said."""
    if not one.evidence or one.evidence[0].of(scene.view.text).lower() != "you":
        return False
    statement = scene.view.statement_at(one.evidence[0].start)
    return statement is not None and statement.addressee != one.actor


def _are_far_fetched(scene: Scene, people: Sequence[Participant]) -> bool:
    """Tell whether all take part by a "they" some of whom have not been named for long."""
    if not people or not all(
        one.evidence and one.evidence[0].of(scene.view.text).lower() in ("they", "them")
        for one in people
    ):
        return False
    at = people[0].evidence[0].start
    first = scene.view.reading.sentences[max(0, scene.sentence - _NEAR)].start
    return any(
        not any(first <= span.start < at for span in scene.view.actors[one.actor].mentions)
        for one in people
    )


def _are_states_by_pronoun(scene: Scene, people: Sequence[Participant]) -> bool:
    """Tell whether a "they" before the press is taken for states: "aid for both … They talked"."""
    words = {one.evidence[0].of(scene.view.text).lower() for one in people if one.evidence}
    kinds = {scene.view.actors[one.actor].kind for one in people}
    return len(people) > 1 and words <= {"they", "them"} and kinds == {"state"}


def _another_between(scene: Scene, actor: str, first: int, last: int) -> bool:
    """Tell whether somebody else is spoken of between two offsets."""
    view = scene.view
    said = view.statement_at(last - 1) or view.statement_at(last)
    speaker = said.speaker if said else None
    return any(
        ref.actor not in (actor, speaker) and view.actors[ref.actor].kind in ("person", "group")
        for ref in view.refs[view.first_ref(first) : view.first_ref(last)]
    )


def _is_plural(scene: Scene, one: Participant) -> bool:
    """Tell whether somebody takes part by the word "we"."""
    if not one.evidence:
        return False
    word = one.evidence[0].of(scene.view.text).lower()
    asked = word in ("you", "your") and scene.view.is_press_conference
    return scene.lexicon.has(word, "first_plural") or (asked and _only_speaks(scene, one))


def _is_occasion(scene: Scene, mention: Mention) -> bool:
    """Tell "we met", "we held talks" from "we are having talks", "we keep talking"."""
    told = mention.modality.status == "held" and mention.why != "noun:named"
    near = range(max(0, mention.index - 4), mention.index + 1)
    words = [scene.word(at) for at in near]
    return told and not any(
        word.endswith("ing") or scene.lexicon.has(word, "be", "have") for word in words
    )


def _is_principal(scene: Scene, one: Participant) -> bool:
    """Tell who acts from who only speaks for others."""
    offices = scene.view.actors[one.actor].offices
    words = {word for office in offices for word in office.title.lower().split()}
    speaks = words & scene.triggers.words["spokesmen"]
    return bool(words & scene.triggers.words["principals"]) and not speaks


def _state_for(scene: Scene, one: Participant) -> Participant | None:
    """Return the state that the speaker holds an office of, in the speaker's place."""
    for office in scene.view.actors[one.actor].offices:
        state = scene.view.actors.get(office.of or "")
        if state is not None and state.kind == "state":
            return Participant(actor=state.id, role=one.role, evidence=one.evidence)
    return None
