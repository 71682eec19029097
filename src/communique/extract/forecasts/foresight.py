"""What is foreseen at a cue, and by whom.

"X expects that …" is X's; "will", "may" and "is likely to" are the speaker's, where they
are about others or about the world. What somebody will do oneself is a promise or a plan, and
what is arranged ("the ministers will meet on Monday") is an announcement: neither counts.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    asks,
    clause_end,
    is_asked,
    listed,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.coming import to_come
from communique.extract.forecasts.contents import (
    content_end,
    goes_on,
    has_content,
    is_indefinite,
    is_not_expected,
)
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.demands import (
    is_asked_of,
    is_bidden,
    is_compared,
    is_left_to_them,
    is_own_offer,
    is_scene,
    is_to_be_done,
    only_may,
    tells_nothing,
)
from communique.extract.forecasts.events import is_dated
from communique.extract.forecasts.expected import expected
from communique.extract.forecasts.foresights import Foresight, tells_which
from communique.extract.forecasts.guessing import awaited, given, guessed, seen, surprised
from communique.extract.forecasts.in_news import is_inverted
from communique.extract.forecasts.nearing import nearing
from communique.extract.forecasts.plights import revised
from communique.extract.forecasts.prospects import in_prospect
from communique.extract.forecasts.sources import of_who_went_on
from communique.extract.forecasts.staged import is_recalled
from communique.extract.forecasts.subjects import whole_subject
from communique.extract.genres import is_staged
from communique.extract.modality import Items, of_verb
from communique.extract.view import View

_URGED = 6  # items between "made clear" and "expects"
_ASKED = frozenset({"us", "them", "you", "him", "her", "me"})
_OF = frozenset({"of", "by", "in", "on", "before", "after", "this", "next", "from", "at"})
_PHRASE = 5  # items of "an early ruling"
_ASIDE = 12  # items between "predicted" and "that"
_NOW = frozenset({"is", "are", "have", "has", "there's", "there’s"})
_NO_VIEW = frozenset({"hypothetical", "proposed", "invited", "declined"})


def foresight_at(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Return what is foreseen at ``items[index]``, or ``None``."""
    asked = is_asked(view, items, index) and not is_inverted(cues, items, index)
    if asked or view.turns.is_in_question(items[index].start):
        return None  # reporters ask with the words of others, whom they do not always name
    found = _KINDS.get(cue.kind, to_come)(view, cues, items, index, cue)
    noun = found is None and cue.kind in ("foresee", "guess")
    if noun and (told := revised(view, cues, items, index, cue)) is not None:
        return told
    if found is None and cue.kind == "foresee" and cue.words[0] in cues.lists["guess"]:
        return guessed(view, cues, items, index, cue)  # "her forecast that …"
    return found


def _foreseen(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "X expects the talks to fail" and "X predicted that …"."""
    start = verb_start(view, items, index)
    group = items[start:index]
    after = index + len(cue.words)
    if any(view.lexicon.has(i.word, "be") for i in group) and cue.form == "past":
        return expected(view, cues, items, start, index)
    if (told := _told_to_expect(view, cues, items, index, cue)) is not None:
        return told
    if after >= len(items) or not has_content(view, cues, items, after, cue):
        return None
    if _looks_alike(view, cues, items, index, cue):
        return None
    modality = of_verb(view, items, index, cue.form)
    expects = cue.words[0].startswith("expect")
    past = any(item.word.startswith(("was", "were", "did")) for item in group)
    denies = expects or cue.name in cues.lists["denying"]
    past = past and not _did_not_expect(view, items, start, after)
    if (modality.negated and (past or not denies)) or modality.status in _NO_VIEW:
        return None  # "was not expecting it"
    subject = subject_of(view, items, start)
    if subject is not None and subject.person == "first" and _looks_back(view, group, cue):
        return None  # "we did expect that it would slow"
    if is_recalled(view, cues, items, index, cue, group):
        return None
    if subject is None:
        return None
    subject = of_who_went_on(view, items, subject)
    if not (subject.actor or subject.crowd or _foresees(cues, items, subject, cue)):
        return None
    if _is_none_of(view, cues, items, index, cue, subject):
        return None
    end = content_end(view, cues, items, after, cue)
    if is_asked_of(view, cues, items[after:end]) or only_may(items[after:end], cue):
        return None
    if subject.person == "first" and tells_nothing(cues, items[after:end]):
        return None
    if end - after < 2 or not _beyond_control(view, cues, items, after, end, subject, cue):
        return None
    opens = subject.first if subject.actor else whole_subject(view, items, subject)
    if opens is None:
        return None
    return Foresight(subject.actor, min(opens, start), end, f"foresee:{cue.words[0]}")


def _looks_back(view: View, group: Items, cue: Cue) -> bool:
    """Tell whether speakers tell what they once foresaw: "we expected it to fall"."""
    if any(item.word.startswith("did") or item.word in ("was", "were") for item in group):
        return True
    return cue.form == "past" and not any(view.lexicon.has(i.word, "have", "be") for i in group)


def _did_not_expect(view: View, items: Items, start: int, after: int) -> bool:
    """Tell whether a story tells what was not expected for days to come: "did not expect it to".

    In a speech, and where no day is named, it is looked back on.
    """
    ahead = [item.word for item in items[after : clause_end(view, items, after)]]
    did = items[start].word.startswith("did")
    return did and not is_staged(view) and "to" in ahead[1:] and is_dated(view, items, after)


def _foresees(cues: Cues, items: Items, subject: Subject, cue: Cue) -> bool:
    """Tell whether a body without a name foresees, as "the bank" and "the Rain Office" do."""
    last = items[subject.last - 1]
    named = last.word in cues.lists["institutions"]
    of = subject.first > 1 and items[subject.first - 1].word in ("of", "for")
    named = named or (of and items[subject.first - 2].word in cues.lists["institutions"])
    unknown = last.upper and subject.last - subject.first > 1 and cue.words[0] != "forecast"
    named = named or (unknown and cue.form in ("third", "past"))
    return named and subject.person == "third"  # not "no agency predicted it"


def _looks_alike(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> bool:
    """Tell whether the words around a verb of foresight make it a noun, a demand or a hope."""
    start, after = verb_start(view, items, index), index + len(cue.words)
    if cue.form == "ing" and start == index:
        return True
    if items[index].upper and index and items[index - 1].word[:1].isalnum():
        return True  # "the Storm Forecast System"
    urged = any(i.word in cues.lists["urging"] for i in items[max(0, start - _URGED) : start])
    hoped = any(item.word in cues.lists["hoping"] for item in items[after : after + 2])
    if (urged or hoped) and cue.words[0].startswith("expect"):
        return True  # "conveyed that he expected calm": a demand
    if items[after].word in listed(view, "asking"):
        return True  # "predicted what would happen"
    if cue.form == "base" and index and items[index - 1].word in ("and", ",", "or"):
        return True  # "funds, and project pipelines"
    if cue.form == "base" and any(i.word == "to" for i in items[max(0, index - 6) : index]):
        return True  # "nothing to announce or predict"
    if items[after].word.endswith("ing") or items[after].word in cues.lists["reckoned_by"]:
        return True  # "anticipates making", "we forecast based on"
    asked = any(
        i.word in _ASKED and (i.word != "her" or items[at].word == "to")
        for at, i in enumerate(items[after : after + 5], after + 1)
        if at < len(items)
    )  # what is asked of them
    asked = asked or is_left_to_them(cues, items, after, cue)
    return asked or (_is_noun(cues, items, index, cue) and not _is_done(view, items, index))


def _is_done(view: View, items: Items, index: int) -> bool:
    """Tell whether it is the verb of somebody named: "Lind, the head of the bank, foresees"."""
    subject = subject_of(view, items, verb_start(view, items, index))
    return items[index - 1].word == "," and subject is not None and subject.actor is not None


def _is_none_of(
    view: View, cues: Cues, items: Items, index: int, cue: Cue, subject: Subject
) -> bool:
    """Tell whether it is no foresight of its subject: compared, arranged, asked of all."""
    start, after = verb_start(view, items, index), index + len(cue.words)
    if is_bidden(items, start, index) or _is_adjective(view, items, index, cue):
        return True
    lets = items[max(0, subject.first - 1) : subject.last]
    if any(item.word in cues.lists["letting"] for item in lets):
        return True  # "helping the office predict storms"
    if asks(view, items, subject.first) or is_compared(items, subject):
        return True
    if tells_which(view, items, subject.first):
        return True
    if cue.name in cues.lists["reckoning"] and _is_reckoned(view, cues, items, index, subject, cue):
        return True
    if is_scene(items, after) or "following" in [i.word for i in items[after : after + 8]]:
        return True  # "I don't foresee a time where we will", "will have the following effects"
    near = [item.word for item in items[after : after + 3]]
    ahead = items[after : clause_end(view, items, after)]
    told = any(item.word in cues.lists["future"] for item in ahead)
    if cue.form == "past" and near[:1] in (["this"], ["these"]) and not told:
        return True  # "they predicted this playbook"
    points = subject.person == "first" or near[0] in ("this", "that", "these", "those")
    drifts = subject.person != "first" and goes_on(cues, [item.word for item in ahead])
    if points and near[0] in cues.lists["pointing"] and "to" in near[1:] and not drifts:
        return True  # "we expect those calls to happen soon": what one arranges
    if items[subject.last - 1].word == "you" or items[after].word == "part":
        return True  # "you anticipated part of it"
    if near[:2] in (["that", "of"], ["that", ","]):
        return True  # "expect that of their leaders"
    if items[after].word == "that" and _is_now(cues, ahead):
        return True
    if subject.person == "first" and is_to_be_done(items, after, clause_end(view, items, after)):
        return True  # "we expect an inquiry to be held": a demand
    if is_own_offer(cues, ahead, subject):
        return True
    content = near[1:] if near[0] == "that" else near
    every = bool(content) and content[0] in cues.lists["every"]
    return every and cue.words[0].startswith("expect")  # "expects that every nation will help"


def _told_to_expect(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "Expect more delays", which tells what the speaker foresees."""
    opens = not index or items[index - 1].word in STRONG or items[index - 1].word in QUOTES
    after = index + 1
    speaker = view.speaker_at(items[index].start)
    if not (opens and cue.words == ("expect",) and speaker is not None):
        return None
    some = items[after].word in cues.lists["counts"] | cues.lists["some"] | {"more"}
    end = clause_end(view, items, after)
    return Foresight(speaker, index, end, "foresee:expect") if some and end > after + 1 else None


def _is_reckoned(
    view: View, cues: Cues, items: Items, index: int, subject: Subject, cue: Cue
) -> bool:
    """Tell whether "estimates" tells what is ("that nine in ten have …") or is a noun."""
    actor = view.actors.get(subject.actor or "")
    named = actor is not None and actor.kind != "group"
    if cue.form == "base" and named and subject.person != "first":
        return True
    body = subject.actor is None and _foresees(cues, items, subject, cue)
    short = subject.actor is None and subject.last - subject.first < 2
    if short and not body and cue.form == "third":
        return True
    end = clause_end(view, items, index + 1)
    ahead = [item.word for item in items[index + 1 : end]]
    counted = any(word[:1].isdigit() for word in ahead)
    opens = items[index + 1] if index + 1 < len(items) else items[index]
    verb = view.lexicon.has(opens.word, "be", "have", "modal", "future", "do")
    if cue.name == "project" and counted and not verb and is_dated(view, items, index + 1):
        return False  # "projects a harvest of 3 million tonnes this year"
    told = any(word in cues.lists["future"] for word in ahead)
    return _is_now(cues, items[index + 1 : end]) or not (goes_on(cues, ahead) or told)


def _is_now(cues: Cues, content: Items) -> bool:
    """Tell whether it tells first what is: "that nine in ten are paid in tin"."""
    words = [item.word for item in content]
    told = next((n for n, word in enumerate(words) if word in cues.lists["future"]), len(words))
    return any(word in _NOW for word in words[:told])


def _is_adjective(view: View, items: Items, index: int, cue: Cue) -> bool:
    """Tell whether "anticipated" describes a thing: "any current or anticipated moves"."""
    joined = cue.form == "past" and index > 1 and items[index - 1].word in ("and", "or")
    before = items[index - 2].word if joined else ""
    described = items[index + 1] if index + 1 < len(items) else items[index]
    noun = (
        described.ref is None
        and described.word.isalpha()
        and not view.lexicon.has(
            described.word, "pronoun", "determiner", "article", "subordinator", "possessive"
        )
    )
    return joined and noun and not before.endswith(("ed", "n"))


def _is_noun(cues: Cues, items: Items, index: int, cue: Cue) -> bool:
    """Tell whether "forecasts" ends a list of things: "models, and forecasts that enable …"."""
    if index + 1 < len(items) and items[index + 1].word in cues.lists["future"]:
        return True  # "port projects will bring …"
    if cue.form != "third" or not index or items[index - 1].word not in ("and", "or", ","):
        return False
    return not any(item.word in cues.lists["future"] for item in items[index + 1 : index + _ASIDE])


def _beyond_control(
    view: View, cues: Cues, items: Items, after: int, end: int, subject: Subject, cue: Cue
) -> bool:
    """Tell whether what is expected is foreseen, and not scheduled or asked of somebody."""
    if not cue.words[0].startswith(("expect", "anticipat")):
        return True
    if is_not_expected(view, cues, items, after):
        return True
    ahead = items[after:end]
    words = [item.word for item in ahead]
    if "to" in words[:-1] and words[words.index("to") + 1] in cues.lists["outcomes"]:
        return True
    if words[:1] == ["that"] and _tells_outcome(cues, words):
        return True
    if _says_others_will(cues, ahead) or is_indefinite(cues, ahead):
        return True
    if subject.person == "first" and _is_event(cues, words):
        return True
    at = int(words[0] == "the" and len(ahead) > 1)  # "the Assembly to approve it"
    if ahead[at].ref is not None and words[at + 1 : at + 2] == ["to"] and subject.person != "first":
        return words[at + 2 : at + 3] != [] and words[at + 2] in cues.lists["expected_of"]
    asked = any(item.ref is not None for item in ahead)
    return subject.person != "first" and not asked


def _is_event(cues: Cues, words: list[str]) -> bool:
    """Tell whether what others decide or what happens is named: "a ruling in the spring"."""
    opens = 0 if words[0] not in ("a", "an", "any", "no", "the", "some", "further") else 1
    head = next((n for n, word in enumerate(words) if word in _OF), len(words))
    near = words[opens:head][:_PHRASE]
    return (
        bool(near)
        and any(
            word in cues.lists[name]
            for word in near
            for name in ("eventualities", "prospects", "verdicts")
        )
        and "to" not in words[:head]
    )


def _says_others_will(cues: Cues, ahead: Items) -> bool:
    """Tell whether a clause says what somebody else will become: "it will be open again"."""
    for at in range(1, len(ahead) - 1):
        if ahead[at].word not in ("will", "would", "won't", "'ll"):
            continue
        told, whose = ahead[at + 1].word, ahead[at - 1]
        if whose.word in ("i", "we", "you", "there") or whose.word.endswith("'ll"):
            return False
        state = ahead[at + 2].word if told == "be" and at + 2 < len(ahead) else ""
        thing = whose.ref is None and whose.word not in ("he", "she", "they")
        opens = thing and state in (cues.lists["undone"] | cues.lists["states"]) - {"a", "an"}
        return told in cues.lists["outcomes"] or opens
    return False


def _tells_outcome(cues: Cues, words: list[str]) -> bool:
    """Tell whether "will" is followed by what happens by itself: "that the strike will end"."""
    return any(a in ("will", "would") and b in cues.lists["outcomes"] for a, b in pairwise(words))


_KINDS: dict[str, Callable[[View, Cues, Items, int, Cue], Foresight | None]] = {
    "foresee": _foreseen,
    "prospect": in_prospect,
    "see": seen,
    "give": given,
    "guess": guessed,
    "surprise": surprised,
    "await": awaited,
    "near": nearing,
}
