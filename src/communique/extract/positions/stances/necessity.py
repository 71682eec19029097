"""Stands of whoever speaks without a subject: "it is necessary to …", "it is time that …".

Each function returns ``None`` where the words around the cue are no stand.
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, asks, clause_end
from communique.extract.modality import Items, of_verb
from communique.extract.positions.caution.complements import object_end, seeks_talks
from communique.extract.positions.caution.lookalikes import is_courtesy
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.stand import Stand, in_condition, is_told, tellers
from communique.extract.view import View
from communique.extract.voices import voice_at

_FOR_WHOM = (["for", "us"], ["for", "me"], ["for", "everyone"], ["to", "us"], ["to", "me"])
_WAYS = (("way", "to"), ("path", "to"))


def by_necessity(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "it is necessary to …" in somebody's mouth."""
    speaker = voice_at(view, items, index)
    after = index + len(cue.words)
    after += 2 * ([i.word for i in items[after : after + 2]] in _FOR_WHOM)
    if speaker is None or after >= len(items):
        return None
    follow = [item.word for item in items[after : after + 3]]
    talks = items[after].word == "to" and after + 2 < len(items) and seeks_talks(items, after + 1)
    if not talks and _says_little(cues, items, after, cue):
        return None
    if index and items[index - 1].word in ("whether", "if"):
        return None
    opens = not index or not items[index - 1].word[:1].isalnum() or items[index - 1].word == "but"
    asked = opens and any(item.word == "?" for item in items[after:])
    if cue.name in cues.lists["prescribe.rhetorical"] and not asked:
        return None  # "a town | who needs …"
    past = cues.lists["prescribe.told_for"] | cues.lists["prescribe.told_against"]
    if cue.name in past and not is_told(view, items, index):
        return None
    if cue.words[-1] == "no" and any(word in cues.lists["guards.undoubted"] for word in follow):
        return None
    modality = of_verb(view, items, index + 1, "third")
    if in_condition(modality, items, index):
        return None
    end = clause_end(view, items, after)
    polarity = cue.polarity
    if cue.name in cues.lists["prescribe.impersonal_terms"]:
        while_so = cues.lists["prescribe.while_terms"].isdisjoint(i.word for i in items[after:])
        if while_so and not _has_terms(cues, items, index, end):
            return None
        polarity = "conditional"
    if cue.words[1] == "sooner" and all(i.word != "better" for i in items[after : end + 4]):
        return None
    if polarity == "against" and any(i.word == "not" for i in items[after : after + 6]):
        polarity = "for"  # "there is no reason for it not to go on"
    if polarity == "against" and any(
        i.word in cues.lists["guards.lacking"] for i in items[after:end]
    ):
        polarity = "conditional"
    joint, _ = tellers(view, items, index)
    about = (index, end)
    if cue.words[-2:] in _WAYS:
        be = next((at for at in range(after, end) if view.lexicon.has(items[at].word, "be")), end)
        if be + 1 >= end:
            return None
        about = (be + 1, end)  # "the only way to end this | is to negotiate"
    serves = follow[:1] == ["for"] and cue.polarity == "for" and cue.words[-1] != "for"
    if serves and all(item.word != "to" for item in items[after:end]):
        return None  # "it would be good | for peace"
    if cue.words[-1] == "for" and all(i.word != "to" for i in items[after:end]):
        about = (after, object_end(view, cues, items, after, end))  # "time for questions on …"
    return Stand(
        speaker, None, polarity, index, index, index, index, end, about,
        f"impersonal:{cue.name}", not _is_plain(view, cues, items, index, cue),
        tuple(one for one in joint if one != speaker) if speaker in joint else (),
        called="talks" if talks else "",
    )  # fmt: skip


def _is_plain(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> bool:
    """Tell whether words take a side whatever it is on, or do so where a report passes them on."""
    if cue.name in cues.lists["prescribe.plain"]:
        return True
    if cue.name not in cues.lists["prescribe.passed_on"]:
        return False
    before = {item.word for item in items[max(0, index - 3) : index]}
    ruled = not before.isdisjoint({"determines", "determined", "finds"})  # words of a law
    return not ruled and is_attributed(view, items, index)


def _says_little(cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether thoughts, words or courtesies follow: "it is important to note"."""
    follow = [item.word for item in items[after : after + 3]]
    speaking = cues.lists["guards.courtesy"]
    if cue.polarity == "against" and follow[:1] == ["to"]:
        speaking = speaking - cues.lists["guards.plain"] - {"ask"}
    if not cues.lists["guards.thought"].isdisjoint(follow):
        return True
    if any(word in speaking for word in follow[:2]):
        return True
    return cue.polarity == "for" and is_courtesy(cues, items, after)


def _has_terms(cues: Cues, items: Items, index: int, end: int) -> bool:
    """Tell whether terms are told before or behind: "without guarantees there will be no …"."""
    first = index
    while first and items[first - 1].word not in STRONG and items[first - 1].word not in QUOTES:
        first -= 1
    return any(item.word in cues.lists["guards.lacking"] for item in items[first:end])


def by_deed(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "it is time the embargo was lifted" in somebody's mouth."""
    speaker = voice_at(view, items, index)
    after = index + len(cue.words)
    if speaker is None or after + 2 >= len(items):
        return None
    subject = items[after]
    opens = subject.ref is not None or view.lexicon.has(subject.word, "definite", "pronoun")
    end = clause_end(view, items, after)
    if not opens or end < after + 3 or asks(view, items, index):
        return None
    return Stand(
        speaker, None, cue.polarity, index, index, index, index, end, (after, end),
        f"impersonal:{cue.name}", True,
    )  # fmt: skip
