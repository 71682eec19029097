"""Acts whose words come first: "Norland will close the lock, the minister announced"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.modality import Modality
from communique.model import Span

_SHORT = 4  # items that tell nothing by themselves
_GAP = 4  # items of marks between what is said and who says it
_OPENS = frozenset(["it", "this", "that", "these", "those", "they", "he", "she", "so"])


def told_before(clause: Clause, index: int) -> Draft | None:
    """Return the act of a verb that closes what somebody says: announcements and warnings.

    The words are those of the statement that the verb is the cue of, in the same sentence.
    """
    frame = next(
        (
            one
            for trigger in clause.frames.verbs.get(clause.word(index), ())
            for one in trigger.frames
            if trigger.form in ("past", "third")
            and one.type in clause.frames.words["told_after"]
            and one.what & {"that"}
            and not one.heads
        ),
        None,
    )
    if frame is None or not _ends(clause, index + 1):
        return None
    item = clause.items[index]
    said = next(
        (s for s in clause.view.reading.statements if _covers(s.cue, item.start)), None
    )  # fmt: skip
    if said is None or said.speaker is None:
        return None
    inside = [
        at
        for at in range(index)
        if said.content[0].start <= clause.items[at].start < said.content[0].end
    ]
    if len(inside) < _SHORT or _opens_badly(clause, inside[0]) or len(said.source) != 1:
        return None
    behind = range(inside[-1] + 1, index)
    source = next((at for at in behind if _covers(said.source, clause.items[at].start)), None)
    actor = clause.party_at(source) if source is not None else None
    if actor is None or actor.last != index or actor.first > inside[-1] + _GAP:
        return None
    if any(clause.word(at) in ("[", "]", "*", "**") for at in range(inside[0], index)):
        return None  # a link of a headline
    what = (inside[0], inside[-1] + 1)
    told = Modality(reported_by=None)
    return Draft(
        frame,
        f"verb:{frame.name}",
        index,
        inside[0],
        actor,
        None,
        what,
        index + 1,
        frame.status,
        told,
    )


def _opens_badly(clause: Clause, at: int) -> bool:
    """Tell whether words open with a pronoun or an aside: "After the vote, he warned"."""
    aside = clause.has(at, "subordinator", "conditional", "preposition", "not")
    return aside or clause.word(at) in _OPENS


def _covers(spans: tuple[Span, ...], offset: int) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _ends(clause: Clause, at: int) -> bool:
    """Tell whether the sentence ends at ``at``, a day or place of the saying passed over."""
    if at < len(clause.items) - 1 and (clause.dated(at) or clause.has(at, "preposition")):
        return True
    quoted = any(clause.word(n) in ('"', "“", "''") for n in range(at, len(clause.items)))
    closed = at >= len(clause.items) or clause.word(at) in STRONG or clause.word(at) == ","
    return closed and not quoted
