"""Acts that are said straight to somebody: "Free the crew", "could you …?", "let us …".

Only in direct speech, and only with verbs that tell a deed: "look", "let me say" and "could
you talk about …" ask for nothing that a record should keep.
"""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame
from communique.extract.modality import Modality
from communique.model import Statement

_IMPERATIVE = Frame(type="request", name="imperative")
_QUESTION = Frame(type="request", name="question")
_LET_US = Frame(type="propose", name="let-us")


def address_act(clause: Clause, index: int) -> Draft | None:
    """Return what the word at ``index`` asks of whom the speaker speaks to, or ``None``."""
    said = clause.view.statement_at(clause.items[index].start)
    if said is None or said.speaker is None or said.form == "indirect":
        return None
    word = clause.word(index)
    if clause.listed(index, "asking_modals"):
        return _question(clause, index, said)
    if word == "let" and clause.word(index + 1) in ("us", "'s") and clause.begins(index):
        verb = clause.skip(index + 2)
        deed = clause.listed(verb, "together")
        return _draft(clause, _LET_US, index, verb, said) if deed else None
    return _imperative(clause, index, said)


def _question(clause: Clause, index: int, said: Statement) -> Draft | None:
    """Read "could you free …", "will Lind open …"."""
    verb = clause.skip(index + 2)
    verb = clause.skip(verb + 1) if clause.word(verb) == "please" else verb
    opens = clause.begins(index) or clause.has(index - 1, "conjunction")
    asks = opens or clause.word(index - 1) in (",", "please")
    if clause.word(index + 1) != "you" or not asks or not clause.listed(verb, "askable"):
        return None
    return _draft(clause, _QUESTION, index, verb, said)


def _imperative(clause: Clause, index: int, said: Statement) -> Draft | None:
    please = clause.word(index - 1) == "please"
    barred = clause.word(index - 1) in ("don't", "never")
    if barred and clause.word(index) == "tell":  # "don't tell me …"
        return None
    opens = index - 1 if please or barred else index
    begins = clause.begins(opens) and clause.word(opens - 1) not in ("—", "–", ")", "(")
    begins = begins and not clause.has(opens - 2, "determiner")  # "the “Stop the toll” marches"
    if not clause.listed(index, "imperatives") or not (please or begins):
        return None
    after = index + 1
    own = clause.word(index) == "let" and clause.word(after) in ("us", "'s")
    own = own or (clause.word(after) in ("me", "us") and clause.listed(index, "given_up"))
    own = own or any(clause.listed(at, "moments") for at in range(after + 1, after + 4))
    if after >= len(clause.items) or own:
        return None
    governs = clause.items[after].ref is not None or clause.has(after, "determiner", "pronoun")
    if not governs and not (clause.word(after).isdigit() or please):
        return None
    return _draft(clause, _IMPERATIVE, opens if barred else index, index, said)


def _draft(
    clause: Clause, frame: Frame, first: int, verb: int, said: Statement
) -> Draft | None:  # fmt: skip
    end = max(clause.end(verb + 1), verb + 1)
    if not clause.is_whole(verb, end) or clause.is_telling(verb, end):
        return None
    asked = Party((said.addressee,), "", first, first) if said.addressee else None
    told = Modality(statement=said.id, reported_by=said.speaker)
    return Draft(
        frame, f"address:{frame.name}", verb, first, clause.speaker(said, first), asked,
        (verb if first != verb - 1 else first, end), end, "stated", told,
    )  # fmt: skip
