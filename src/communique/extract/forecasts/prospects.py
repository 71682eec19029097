"""What is called likely, or a danger: "an agreement is unlikely", "it is likely that …"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    clause_end,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.clause import own_end
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foresights import Foresight, is_open
from communique.extract.forecasts.lookalikes import is_relative
from communique.extract.forecasts.minds import (
    from_doubt,
    is_anothers,
    is_disbelieved,
    own_voice,
)
from communique.extract.forecasts.subjects import whole_subject
from communique.extract.genres import is_staged
from communique.extract.lexicon import word_set
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice, voice_of
from communique.model import Statement

_CLOSE = 5  # items back to the copula of an adjective, less one
_FAR = 9  # items back to that of a noun: "there is a 50 per cent chance that"
_OPENING = 7  # items of what opens a clause before its comma
_CLOSED = frozenset(".,;!?”\"'")  # behind "another clash is a matter of time"


def in_prospect(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "an agreement is unlikely", "it is likely that …" and "there is a danger that …"."""
    voice = voice_of(view, items, index)
    known, speaker = _speaker(view, items, index, voice)
    after = index + len(cue.words)
    be = _copula(view, cues, items, index, cue)
    if be is None or not known or _is_supposed(view, items, be):
        return None
    start = verb_start(view, items, be)
    subject = subject_of(view, items, start)
    if is_relative(items, start):
        return None  # "requests that stand a chance of passing"
    denied = any(view.lexicon.has(i.word, "not") for i in items[be:index])
    if (denied and cue.words[0] in cues.lists["affirming"]) or (
        subject is not None and is_open(view, cues, items, subject.first, index)
    ):
        return None
    if cue.words[-1] == "that" and _is_past(view, cues, items, after):
        return None
    opens = items[after].word if after < len(items) else "."
    if cue.words[-1] == "that" and (
        opens.startswith(("you", "that'"))
        or opens in ("i", "we", "someone", "somebody", "anyone", "anybody", "one")
        or _is_now(view, items, after)
    ):
        return None  # "it is likely that you find one", "that this is one of them"
    found = _read(_Prospect(view, cues, items, index, cue, be, subject, speaker))
    if found is None or is_anothers(view, cues, items, found.first, voice):
        return None
    first = from_doubt(cues, items, found.first)
    if first == found.first and is_disbelieved(view, items, first):
        return None
    return replace(found, first=first)


def _speaker(view: View, items: Items, index: int, voice: Voice | None) -> tuple[bool, str | None]:
    """Return whether it is known whose words they are, and whose."""
    if voice is not None and (voice.actor is not None or voice.verb):
        return voice.actor is not None or voice.crowd, voice.actor
    return own_voice(view, items[index].start)


def _is_supposed(view: View, items: Items, be: int) -> bool:
    near = items[max(0, be - 4) : be]
    if items[be].word in ("was", "were", "wasn't") and is_staged(view):
        return True  # "I said it was likely"
    if items[be].word == "be" and be and items[be - 1].word == "to":
        return True  # "to be ready for the danger that"
    return any(view.lexicon.has(item.word, "modal", "conditional") for item in near)


@dataclass(frozen=True, slots=True)
class _Prospect:
    """The cue at ``items[index]`` behind the copula at ``items[be]``, and what it is said of."""

    view: View
    cues: Cues
    items: Items
    index: int
    cue: Cue
    be: int
    subject: Subject | None
    speaker: str | None

    @property
    def after(self) -> int:
        return self.index + len(self.cue.words)

    @property
    def follows(self) -> str:
        return self.items[self.after].word if self.after < len(self.items) else "."

    @property
    def opening(self) -> int:
        """Where it begins: at the subject, where that stands before the copula."""
        before = self.subject is not None and self.subject.last <= self.be
        return self.subject.first if self.subject is not None and before else self.be

    def foreseen(self, first: int, end: int) -> Foresight:
        return Foresight(self.speaker, first, end, f"prospect:{self.cue.words[0]}")


def _read(told: _Prospect) -> Foresight | None:
    """Read the prospect by what stands behind the cue."""
    view, items, after = told.view, told.items, told.after
    alone = told.cue.words[-1] == "time" and told.follows in _CLOSED
    if told.cue.words[-1] in told.cues.lists["opening"] and not alone:
        return _before_clause(told)
    if _opens_clause(view, told.cues, items, told.subject, after):
        return told.foreseen(told.opening, own_end(view, items, after))  # "it's unlikely it will"
    return None if _is_described(told) else _of_subject(told)


def _before_clause(told: _Prospect) -> Foresight | None:
    """Read "there is a danger that …", "the chances of …"."""
    cues, items, subject = told.cues, told.items, told.subject
    if items[told.index - 1].word in cues.lists["compared"]:
        return None  # "there is a greater chance that": how things are
    head = items[subject.last - 1].word if subject is not None else "it"
    if head.split("'")[0] not in cues.lists["impersonal"]:
        return None
    end = own_end(told.view, items, told.after)
    opened = end + 1 < len(items) and items[end].word == "," and end - told.after < _OPENING
    opened = opened and told.cue.words[-1] == "that" and items[end + 1].word not in QUOTES
    if opened and not any(i.word in cues.lists["future"] for i in items[told.after : end]):
        end = own_end(told.view, items, end + 1)  # "likely that, some day in May, we will …"
    return told.foreseen(told.opening, end) if end > told.after else None


def _is_described(told: _Prospect) -> bool:
    """Tell whether the cue only describes something: "is likely the largest", "a slim man"."""
    view, cues, items, cue = told.view, told.cues, told.items, told.cue
    follows, after, subject = told.follows, told.after, told.subject
    if follows in cues.lists["going_with"] or view.lexicon.has(follows, "article", "of"):
        return True  # "is likely the largest"
    if cue.words[-1] in cues.lists["leading"] and view.lexicon.has(follows, "preposition"):
        return True  # "is still ahead in the polls"
    heads = {i.word for i in items[subject.first : subject.last]} if subject is not None else set()
    if heads & cues.lists["slogans"]:
        return True  # "the best is yet to come", "none of this is inevitable"
    if cue.words[0] in cues.lists["faint"] and (
        heads.isdisjoint(cues.lists["hopes"]) or _opens_noun(view, items, after)
    ):
        return True
    if cue.words[0] not in cues.lists["bare"] or len(cue.words) > 1:
        return False
    timed = items[after].date >= 0 if after < len(items) else False
    dated = after + 1 < len(items) and items[after + 1].date >= 0  # "likely in May"
    closes = follows in cues.lists["closing"] or (
        (follows in STRONG and follows not in "[(") or follows in QUOTES or follows == ","
    )
    more = items[told.index - 1].word in cues.lists["comparing"]
    more = more or any(item.word in ("also", "too") for item in items[told.be - 1 : told.index])
    # "less likely than others", "a likely outcome", "is likely going to"
    return more or not (timed or closes or (dated and view.lexicon.has(follows, "preposition")))


def _is_rule(told: _Prospect) -> bool:
    """Tell whether it is told of a place or a circle, and no day: "inevitable in a council"."""
    behind = told.items[told.after + 1 :][:1]
    dated = bool(behind) and behind[0].date >= 0
    return told.cue.words[0] in told.cues.lists["affirming"] and not dated


def _opens_noun(view: View, items: Items, after: int) -> bool:
    """Tell whether a noun follows an adjective: "the risk is tied to poor | soil"."""
    if after >= len(items) or not items[after].word.isalpha():
        return False
    other = ("preposition", "conjunction", "subordinator", "adverb", "relative")
    return items[after].date < 0 and not view.lexicon.has(items[after].word, *other)


def _of_subject(told: _Prospect) -> Foresight | None:
    """Read "an agreement is unlikely"."""
    view, cues, items, subject = told.view, told.cues, told.items, told.subject
    if subject is None or subject.person != "third" or subject.last > told.be:
        return None
    end = max(own_end(view, items, told.after), told.after)
    whole = whole_subject(view, items, subject)
    if whole is None:
        return None
    words = [item.word for item in items[whole : subject.last]]
    if "nothing" in words[:2]:
        return None  # "nothing in politics is inevitable"
    if told.follows == "and" and told.cue.words[0] in cues.lists["affirming"]:
        return None  # "quarrels are inevitable and healthy": how it is
    if told.cue.words[-1] in ("come", "ahead") and "worst" not in words:
        return None  # "greater days are still to come"
    if any(word in cues.lists["slogans"] for word in words):
        return None  # "the best days for us are still ahead"
    alone = subject.last - whole == 1 and items[whole].ref is None
    alone = alone and told.follows in STRONG
    if (told.follows == "in" or alone) and _is_rule(told):
        return None  # "quarrels are inevitable in a council": how it is
    before = items[whole - 1].word if whole else "."
    if before in cues.lists["while_told"]:
        return None  # "just as a deal is imminent, …"
    if before in cues.lists["conceding"]:  # "while a deal is unlikely, they …"
        commas = (at for at in range(told.after, end) if items[at].word == ",")
        end = next(commas, end)
    return told.foreseen(whole, end)


def _opens_clause(
    view: View, cues: Cues, items: Items, subject: Subject | None, after: int
) -> bool:
    """Tell whether "it is unlikely" is followed by what is to come, without a "that"."""
    it = subject is not None and items[subject.last - 1].word.split("'")[0] in ("it", "that")
    ahead = items[after : min(clause_end(view, items, after), after + 12)]
    if not it or not ahead or not ahead[0].word[:1].isalnum():
        return False
    if ahead[0].word.split("'")[0] in ("i", "we"):
        return False  # "it's unlikely I'm going": one's own plan
    if any(item.word.endswith("'ve") for item in ahead[:3]):
        return False  # "it's unlikely they've left"
    future = cues.lists["future"] - {"likely", "unlikely"}
    told = next((n for n, i in enumerate(ahead) if n and i.word in future), 0)
    which = any(i.word == "that" or view.lexicon.has(i.word, "relative") for i in ahead[1:told])
    return bool(told) and not which  # not "likely a talk that would be held"


def _is_past(view: View, cues: Cues, items: Items, after: int) -> bool:
    """Tell whether "it is likely that" is followed by what was or is: "that they have left"."""
    ahead = items[after : clause_end(view, items, after)]
    if any(view.lexicon.has(i.word, "have") or i.word.endswith("'ve") for i in ahead[:4]):
        return True
    told = any(item.word in cues.lists["future"] for item in ahead)
    now = any(view.lexicon.has(i.word, "be") and i.word != "be" for i in ahead)
    return not told and (
        now or any(i.word.endswith("ed") or i.word in cues.past for i in ahead[1:8])
    )


def _is_now(view: View, items: Items, after: int) -> bool:
    """Tell whether "it is likely that" is followed by what is: "that he is the owner"."""
    ahead = items[after : after + 4]
    be = any(view.lexicon.has(item.word, "be") and item.word != "be" for item in ahead)
    return be and not any(view.lexicon.has(item.word, "future", "modal") for item in ahead)


def _copula(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> int | None:
    """Return the "is" or "looks" a few items before ``items[index]``.

    "Was" foresees nothing of its own, but what somebody said of what was to come.
    """
    statement = view.statement_at(items[index].start)
    reported = statement is not None and statement.form == "indirect"
    noun = cue.words[-1] in cues.lists["opening"]  # "a fair chance that", not "the likely heir"
    had = " ".join(cue.words) in cues.lists["had"]
    for at in range(index - 1, max(-1, index - (_FAR if noun else _CLOSE)), -1):
        word = items[at].word
        if items[at].ref is not None or word in (",", "and", "who") or word in STRONG:
            return None
        if view.lexicon.has(word, "article") and not noun:
            return None
        past_look = word in cues.lists["looked_before"] and not reported
        if past_look:
            return None  # "it seemed unlikely a year ago"
        if word in cues.lists["looking"] or (had and view.lexicon.has(word, "have")):
            return at
        past = word in cues.lists["looked_back"]
        if view.lexicon.has(word, "be") and (
            not past or (reported and _foretold(view, cues, statement))
        ):
            return None if _is_owned(view, items, at) else at
    return None


def _foretold(view: View, cues: Cues, statement: Statement | None) -> bool:
    """Tell whether what "was" to come was said or thought: "said that a deal was unlikely"."""
    cue = statement.cue if statement is not None else ()
    words = word_set(" ".join(span.of(view.text) for span in cue)) if cue else frozenset()
    return bool(words & (cues.lists["foreboding"] | cues.lists["believing"]))


def _is_owned(view: View, items: Items, at: int) -> bool:
    """Tell whether "'s" is a genitive: "life's inevitable pain", not "it's inevitable"."""
    contracted = view.lexicon.has(items[at - 1].word, "pronoun") if at else True
    return items[at].word == "'s" and not contracted
