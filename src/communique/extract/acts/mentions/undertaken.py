"""What somebody undertakes by "will": deeds, not what one only says next or what befalls one."""

from __future__ import annotations

from dataclasses import dataclass

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.line import STRONG
from communique.extract.lexicon import word_set

_TOLD = 8  # items from "told" to "that I would"


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: from ``start`` over the auxiliary to the verb; ``denied`` if it says "not"."""

    start: int
    auxiliary: int
    verb: int
    denied: bool
    pressed: bool = False


def is_of_moment(clause: Clause, group: Group, end: int) -> bool:
    """Tell whether a deed is only of the moment: "I will stop there", "we will be out here"."""
    rest = range(group.verb + 1, end)
    turned = (clause.word(at) for at in range(group.verb + 2, min(end + 1, group.verb + 4)))
    if clause.listed(group.verb, "handing") and not {"over", "back"}.isdisjoint(turned):
        return True  # "I will hand it over to Sam"
    if _is_motto(clause, rest):
        return True
    if clause.word(group.verb) == "stop" and clause.word(group.verb + 1) in ("there", "here"):
        return True
    return bool(rest) and all(clause.listed(at, "nearby") for at in rest)


def _is_motto(clause: Clause, rest: range) -> bool:
    """Tell whether what is promised is a better future, and nothing else."""
    return any(clause.listed(at, "better") and clause.listed(at + 1, "futures") for at in rest)


def is_reported(clause: Clause, at: int) -> bool:
    """Tell whether "would" is the "will" of what somebody said: "told them she would open it"."""
    if clause.listed(at, "backshifted") and _told_oneself(clause, at):
        return True
    said = clause.view.statement_at(clause.items[at].start)
    if said is None or said.form != "indirect" or not clause.listed(at, "backshifted"):
        return False
    cue = word_set(" ".join(span.of(clause.view.text) for span in said.cue))
    return not cue.isdisjoint(clause.frames.words["told_before"])


def _told_oneself(clause: Clause, would: int) -> bool:
    """Tell "I told them that I *would* send a new text" from "I would send one if asked"."""
    that = would - 2
    if clause.word(would - 1) not in ("i", "we") or clause.word(that) != "that":
        return False
    told = next((n for n in range(that - 1, max(-1, that - _TOLD), -1)
                 if clause.word(n) in clause.frames.words["told_before"]), 0)  # fmt: skip
    return told > 0 and clause.word(clause.before(told)) in ("i", "we", "have")


def is_promised(clause: Clause, group: Group) -> bool:
    """Tell whether it is a deed that somebody undertakes: "will open the port", not "will see"."""
    verb = group.verb
    after = clause.word(verb + 1)
    if (
        clause.word(verb + 1) == "as"
        or clause.word(verb) == "so"
        or (clause.listed(verb, "rousing") and after in STRONG and not group.denied)
    ):  # "intends to do so", "we will fight"
        return False
    if clause.listed(group.auxiliary, "intentions") and not group.denied:
        return True
    ends = clause.word(verb) in ("end", "close", "stop") and not group.denied
    if ends and clause.has(verb + 1, "preposition"):  # "I'll end with this"
        return False
    if clause.word(verb + 1) == "us":  # "I'll bring us back to the agenda"
        return False
    if clause.word(verb) == "take":
        return any(clause.listed(at, "taken") for at in range(verb + 1, clause.end(verb + 1)))
    if group.denied:
        return clause.listed(verb, "steadfast")
    return clause.listed(verb, "deeds") or _is_plain_deed(clause, group)


def _is_plain_deed(clause: Clause, group: Group) -> bool:
    """Tell whether a verb that no list knows is a deed: "reactivate the council", "keep fishing".

    It needs an object or a phrase behind it. What one knows, feels or says next is none, nor is
    what is said to "you" who listen: "I'll walk you through it".
    """
    verb, before = group.verb, clause.before(group.start)
    people = clause.word(before) in ("i", "we", "he", "she", "they") or clause.is_of_itself(before)
    people = people or clause.listed(before, "own_bodies") or clause.listed(before, "people")
    if not (people or (clause.items[before].upper and clause.items[before].ref is not None)):
        return False  # "it will serve trade", "nothing he said will soothe them"
    if _is_announced(clause, verb):
        return False  # "Lutha will ban salt, Lind announced" is told as an announcement
    after = clause.skip(verb + 1)
    stays = clause.listed(verb, "staying") and clause.listed(after, "stayed")
    if not stays and not is_weighable(clause, verb) and _is_no_deed(clause, verb):
        return False
    if clause.listed(verb, "with_object") and not _is_object(clause, after):
        return False
    if clause.word(after) in ("you", "it", "that", "this", "them", "him", "her"):
        return False
    end = clause.end(verb + 1)
    told = clause.is_telling(verb, end) or clause.has(after, "subordinator")
    return end > verb + 1 and clause.word(after)[:1].isalnum() and not told


def _is_object(clause: Clause, at: int) -> bool:
    """Tell "move the garrison" and "cover half the cost" from "move on" and "cover in May"."""
    opens = clause.has(at, "determiner", "possessive") or clause.is_plain(at)
    return opens or clause.names(at) or clause.word(at)[:1].isdigit()


def _is_announced(clause: Clause, verb: int) -> bool:
    """Tell whether it is announced or warned of, which tells the act."""
    said = clause.view.statement_at(clause.items[verb].start)
    cue = " ".join(span.of(clause.view.text) for span in said.cue) if said else ""
    return not word_set(cue).isdisjoint(clause.frames.words["announcing"])


def _is_no_deed(clause: Clause, verb: int) -> bool:
    """Tell whether a verb is of knowing, saying, or of what befalls one."""
    word = clause.word(verb)
    stem = word[:-3] if word.endswith("ing") and len(word) > 5 else word
    lists = clause.frames.words
    return any(stem in lists[name] for name in ("idle", "informative", "befalling", "of_the_talk"))


def is_weighable(clause: Clause, verb: int) -> bool:
    """Tell "will consider sending boats" and "look for ways" from what one only sees."""
    if clause.word(verb) == "look":
        return clause.word(verb + 1) in ("for", "into", "at")
    return clause.listed(verb, "weighable") and clause.word(verb + 1) not in ("that", "out")


def is_menace(clause: Clause, group: Group) -> bool:
    """Tell whether what one will do is done against somebody: "strike", "use force", "sue"."""
    verb = group.verb
    if clause.listed(verb, "menacing"):
        return clause.word(verb) != "respond"
    return clause.listed(verb, "forcing") and any(
        clause.listed(at, "force") for at in range(verb + 1, min(verb + 4, clause.end(verb + 1)))
    )
