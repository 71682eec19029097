"""Whether a verb that is weak by itself takes a stand whatever the issue is called.

"We want a cup of tea" takes none, so wishes count only where the scheme knows the issue.
"Lutha wants the stations to be run jointly" does: it is told of somebody in public life, in the
report's own words, and says what is to be done.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import STRONG, Subject
from communique.extract.modality import Items
from communique.extract.positions.caution.lookalikes import head_of
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.view import View

_OBJECT = 9  # items of an object that is to do something
_BESIDE = ("to", "at", "by", "before", "in", "from", "and", "as", "immediately", "now")
_BESIDE_VERB = ("down", "up", "over", "off", "back", "out")
_HAD = ("had", "has", "have")
_WHOM = ("with", "him", "her", "them", "anyone", "anybody")
_ASKED = ("what", "how", "whether", "where")
_ROUND = 9  # items of "host the next round of direct peace talks"
_TALKS = 5  # items of "resume the peace talks"
_STAYING = frozenset({"stay", "remain", "go", "end", "stop", "cease", "come", "return", "leave"})
_CONTENT = 14  # items of a clause in which it is told that something has to be done


def is_firm(
    view: View, cues: Cues, items: Items, after: int, cue: Cue, subject: Subject | None
) -> bool:
    """Tell whether a weak verb takes a stand with the complement at ``items[after]``."""
    if subject is None or after >= len(items):
        return False
    if cue.name in cues.lists["firm.content"] and items[after].word == "that":
        return tells_due(view, cues, items, after + 1)
    if cue.name in cues.lists["firm.seeing"] and _sees(cues, items, after):
        return True
    if head_of(view, items, after) in cues.lists["firm.offers"]:
        return cue.name in cues.lists["firm.turning_down"]
    claims = head_of(view, items, after) in cues.lists["firm.claimed"]
    if (
        cue.name in cues.lists["firm.wishing"]
        and claims
        and _is_public(view, items, after, subject)
    ):
        return True  # "wants guarantees"
    known = view.actors.get(subject.actor or "")
    person = known is not None and known.kind == "person"
    if cue.name in cues.lists["firm.proposing"] and items[after].word != "that":
        counted = any(item.word[:1].isdigit() for item in items[after : after + 2])
        counted = counted or items[after].word in cues.lists["firm.counted"]
        return person and not counted and _is_public(view, items, after, subject)
    if cue.name in cues.lists["firm.lauding"]:
        decided = cues.lists["guards.sides"] | cues.lists["guards.decided"]
        head = head_of(view, items, after)
        return head in decided and _is_public(view, items, after, subject)
    if cue.name in cues.lists["firm.promising"] and items[after].word != "to":
        head = head_of(view, items, after)
        return head in cues.lists["firm.promised"] and _is_public(view, items, after, subject)
    if cue.name == "want" and subject.person == "third" and _wants_policy(cues, items, after):
        return subject.actor is not None
    if cue.name not in cues.lists["firm.public"] or not _is_public(view, items, after, subject):
        return False
    return cue.name not in cues.lists["firm.wishing"] or _wishes_done(cues, items, after)


def _wants_policy(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether a rule, a tax or a war is to be changed: "wants | to repeal the toll"."""
    if items[after].word != "to" or after + 1 >= len(items):
        return False
    return items[after + 1].word in cues.lists["guards.policy"]


def _wishes_done(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether something is to be done by others: "wants the wells to be run by a board"."""
    if items[after].word == "to":
        return False
    named = items[after].ref is not None  # "wants Lind released"
    for at in range(after + 1, min(len(items) - 1, after + _OBJECT)):
        if items[at].word in STRONG or items[at].word == ",":
            return False
        if (
            (at > after + 1 or named)
            and items[at].word.endswith(("ed", "wn", "en"))
            and _closes(items, at + 1)
        ):
            return True  # "wants the tolls scrapped"
        if items[at].word == "to":
            return items[at + 1].word not in (
                cues.lists["guards.courtesy"] - cues.lists["guards.plain"]
            )
    return False


def _closes(items: Items, at: int) -> bool:
    """Tell whether a participle at the end of an object is followed by nothing of its own."""
    return at >= len(items) or not items[at].word[:1].isalnum() or items[at].word in _BESIDE


def tells_due(
    view: View, cues: Cues, items: Items, first: int, list_name: str = "firm.due"
) -> bool:
    """Tell whether the clause at ``items[first]`` says what is to be done, by words of a list.

    "that the gates should open", "that the filling be suspended".
    """
    ahead = []
    for item in items[first : first + _CONTENT]:
        if item.word in STRONG or item.word == ",":
            break
        ahead.append(item.word)
    due = cues.lists[list_name]
    if any(a in due and (a not in _HAD or b == "to") for a, b in pairwise([*ahead, ""])):
        return True
    one = items[first].ref is not None and ahead[:1] not in (["they"], ["we"], ["i"], ["you"])
    if len(ahead) > 2 and one and _is_base(view, ahead[1]):
        return True  # "that Lutha withdraw"
    if ahead[:1] == ["the"] and not _STAYING.isdisjoint(ahead[2:5]):
        return True  # "that the border stay open"
    if ahead[:1] == ["the"] and len(ahead) > 4 and _bids(view, ahead):
        return True  # "that the board cut the quota"
    if ahead[:1] == ["any"] and any(_is_base(view, word) for word in ahead[2:3]):
        return True  # "that any deal include"
    return any(
        b == "be" and not view.lexicon.has(a, "to", "modal", "future", "not", "adverb")
        for a, b in pairwise(ahead)
    )


def _bids(view: View, words: list[str]) -> bool:
    """Tell whether a bare verb with its object follows "the board": "cut | its quota"."""
    return any(
        _is_base(view, words[at])
        and (
            view.lexicon.has(words[at + 1], "determiner", "possessive")
            or words[at + 1] in _BESIDE_VERB
        )
        for at in (2, 3)
        if at + 1 < len(words)
    )


def _is_base(view: View, word: str) -> bool:
    """Tell whether a word can be a bare verb, as behind "demands that Lutha …"."""
    return (
        word.isalpha()
        and not word.endswith(("s", "ed", "ly"))
        and not view.lexicon.has(
            word, "preposition", "conjunction", "be", "have", "do", "modal", "future", "adverb",
            "not", "relative", "to", "determiner", "pronoun", "genitive", "reporting",
        )
    )  # fmt: skip


def offers_talks(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether to be ready for what is told is to be for talks: "ready to resume talks"."""
    ahead = [item.word for item in items[after : after + _TALKS]]
    if not ahead or ahead[0] in cues.lists["firm.talking"]:
        if any(
            a.word == "about" and b.word in _ASKED
            for a, b in pairwise(items[after : after + _ROUND])
        ):
            return False  # "willing to talk with Lutha about what it needs"
        return bool(ahead) and not {"about", "you"} & set(ahead[:3])  # "ready to talk about prices"
    if ahead[0] == "meet" and len(ahead) > 1:
        ref = items[after + 1].ref
        return ahead[1] in _WHOM or (ref is not None and ref.form == "mention")
    words = [item.word for item in items[after : after + _ROUND]]
    whole = words if "round" in words else ahead  # "host the next round of peace talks"
    return ahead[0] in cues.lists["firm.opening"] and any(
        word in cues.lists["firm.talks"] for word in whole[1:]
    )


def _sees(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether "would" is followed by what somebody would like to see come about."""
    ahead = [item.word for item in items[after : after + 3]]
    return any(word in cues.lists["firm.seen"] for word in ahead)


def _is_public(view: View, items: Items, after: int, subject: Subject) -> bool:
    """Tell whether the report tells of somebody who is named, in words that are not quoted."""
    statement = view.statement_at(items[after].start)
    quoted = statement is not None and statement.form != "indirect"
    told = quoted and subject.person == "third" and (subject.actor is not None or subject.crowd)
    if told and is_attributed(view, items, after):
        return True
    if quoted and statement is not None and statement.marked and subject.person == "first":
        return view.speaker_at(items[after].start) is not None
    return subject.person == "third" and subject.actor is not None and not quoted
