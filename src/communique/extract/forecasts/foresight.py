"""What is foreseen at a cue, and by whom.

"X expects that …" is X's; "will", "may" and "is likely to" are the speaker's, where they
are about others or about the world. What somebody will do oneself is a promise or a plan, and
what is arranged ("the ministers will meet on Monday") is an announcement: neither counts.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from communique.extract.clauses import Subject, asks, clause_end, subject_of, verb_start
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.modality import Items, of_verb
from communique.extract.view import View
from communique.extract.voices import Voice, voice_of

_NO_VIEW = frozenset({"hypothetical", "proposed", "invited", "declined"})
_CLAUSE = 60  # items
_ENDS = frozenset(".!?;…")


@dataclass(frozen=True, slots=True)
class Foresight:
    """Items ``[first, end)`` tell what ``by`` foresees (``None``: the report's own voice)."""

    by: str | None
    first: int
    end: int
    why: str


def foresight_at(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Return what is foreseen at ``items[index]``, or ``None``."""
    if items[-1].word in ("?", "？"):
        return None
    if next((i.word for i in items[index : index + _CLAUSE] if i.word in _ENDS), ".") == "?":
        return None
    if cue.kind == "foresee":
        return _foreseen(view, cues, items, index, cue)
    if cue.kind == "prospect":
        return _in_prospect(view, items, index, cue)
    return _to_come(view, cues, items, index, cue)


def _foreseen(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "X expects the talks to fail" and "X predicted that …"."""
    start = verb_start(view, items, index)
    group = items[start:index]
    after = index + len(cue.words)
    if any(view.lexicon.has(i.word, "be") for i in group) and cue.form == "past":
        return _expected(view, cues, items, start, index)
    if after >= len(items) or not _has_content(view, cues, items, after, cue):
        return None
    if cue.form == "ing" and not group:
        return None
    modality = of_verb(view, items, index, cue.form)
    expects = cue.words[0].startswith("expect")
    if (modality.negated and not expects) or modality.status in _NO_VIEW:
        return None
    subject = subject_of(view, items, start)
    if subject is None or (subject.actor is None and not subject.crowd):
        return None
    if asks(view, items, subject.first):
        return None
    end = clause_end(view, items, after)
    if end - after < 2 or not _beyond_control(cues, items, after, end, subject, cue):
        return None
    return Foresight(subject.actor, min(subject.first, start), end, f"foresee:{cue.words[0]}")


def _beyond_control(
    cues: Cues, items: Items, after: int, end: int, subject: Subject, cue: Cue
) -> bool:
    """Tell whether what is expected is foreseen, and not scheduled or asked of somebody."""
    if not cue.words[0].startswith(("expect", "anticipat")):
        return True
    ahead = items[after:end]
    if any(item.word in cues.lists["outcomes"] for item in ahead):
        return True
    asked = any(item.ref is not None for item in ahead)
    return subject.person != "first" and not asked


def _has_content(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether a verb of foresight is followed by what is foreseen."""
    word = items[after].word
    if not cue.words[0].startswith("expect"):
        return word not in (",", ".", "by") and word[:1].isalnum()
    ahead = [item.word for item in items[after : after + 14]]
    if items[after].ref is not None and ahead[1:2] == ["to"]:
        return ahead[2:3] != [] and ahead[2] in cues.lists["outcomes"]  # else it is asked of them
    if word == "to" or word in ("at", "by", "from", "of", "you", "me", "nothing", ",", "."):
        return False
    denied = any(view.lexicon.has(i.word, "not") for i in items[max(0, after - 4) : after])
    return (
        denied or "to" in ahead or "that" in ahead or any(w in cues.lists["future"] for w in ahead)
    )


def _expected(view: View, cues: Cues, items: Items, start: int, index: int) -> Foresight | None:
    """Read "prices are expected to fall": whoever speaks foresees."""
    if index + 1 >= len(items) or items[index + 1].word != "to":
        return None
    subject = subject_of(view, items, start)
    verb = index + 2
    if subject is None or subject.person != "third" or verb >= len(items):
        return None
    if subject.actor is not None:
        return None
    word = items[verb].word
    bound = word in cues.lists["arranged"] and word not in cues.lists["things"]
    if bound or any(view.lexicon.has(i.word, "future", "modal") for i in items[start:index]):
        return None  # "bidders are expected to submit …" binds them
    end = clause_end(view, items, verb)
    by = view.speaker_at(items[index].start)
    return Foresight(by, subject.first, end, "expected to") if end > verb else None


def _to_come(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "will", "may", "could", "is likely to" and "is going to"."""
    voice = voice_of(view, items, index)
    unknown = voice is None or (voice.actor is None and not voice.crowd)
    if unknown and (cue.kind != "likely" or (voice is not None and voice.verb)):
        return None
    speaker = voice.actor if voice is not None else None
    verb = _verb_after(view, items, index + len(cue.words))
    if verb is None or (
        view.lexicon.has(items[verb].word, "preposition", "determiner", "conjunction", "pronoun")
        and cue.words[-1] != "for"
    ):
        return None  # "the will of the people"
    start = verb_start(view, items, index)
    if cue.kind in ("likely", "going") and start == index:
        return None
    subject = subject_of(view, items, start)
    if subject is None or asks(view, items, subject.first) or _is_relative(items, start):
        return None
    modality = of_verb(view, items, verb, "base")
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    if modality.cue in ("if", "unless", "whether") or _is_wished(cues, items, subject):
        return None
    doom = condition is not None or _is_doom(cues, items, subject.first, verb)
    if not _about_others(view, cues, items, subject, speaker, doom, verb):
        return None
    nobody = subject.person == "nobody" and cue.kind != "could"
    if not nobody and not _foretells(view, cues, items, verb, subject, cue, doom, voice):
        return None
    end = clause_end(view, items, verb)
    return Foresight(speaker, subject.first, max(end, verb + 1), f"{cue.kind}:{cue.words[0]}")


def _verb_after(view: View, items: Items, verb: int) -> int | None:
    """Return the verb behind "not" and adverbs at ``items[verb]``."""
    while verb < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb") or items[verb].word.endswith("ly")
    ):
        verb += 1
    return verb if verb < len(items) and items[verb].word[:1].isalpha() else None


def _is_relative(items: Items, start: int) -> bool:
    """Tell whether the clause tells which one: "a treaty that will last"."""
    return start > 1 and (
        items[start - 1].word in ("who", "which")
        or (items[start - 1].word == "that" and items[start - 2].word[:1].isalpha())
    )


def _is_wished(cues: Cues, items: Items, subject: Subject) -> bool:
    near = items[max(0, subject.first - 4) : subject.first]
    return any(item.word in cues.lists["hoping"] for item in near)


def _is_doom(cues: Cues, items: Items, first: int, verb: int) -> bool:
    """Tell whether something is foretold as coming in any case, or failing what is said."""
    return _is_told(cues.lists["otherwise"], items, first, verb)


def _is_told(phrases: frozenset[str], items: Items, first: int, verb: int) -> bool:
    """Tell whether one of ``phrases`` stands near the subject and the verb."""
    words = " ".join(item.word for item in items[max(0, first - 8) : verb + 12])
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


def _in_prospect(view: View, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "an agreement is unlikely", "it is likely that …" and "there is a danger that …"."""
    voice = voice_of(view, items, index)
    speaker = voice.actor if voice is not None else None
    after = index + len(cue.words)
    be = _copula(view, items, index)
    if be is None or any(
        view.lexicon.has(i.word, "modal", "conditional") for i in items[max(0, be - 4) : be]
    ):
        return None
    start = verb_start(view, items, be)
    subject = subject_of(view, items, start)
    if cue.words[-1] in ("that", "of", "time"):
        end = clause_end(view, items, after)
        first = subject.first if subject is not None and subject.last <= be else be
        return Foresight(speaker, first, end, f"prospect:{cue.words[0]}") if end > after else None
    if after < len(items) and items[after].word in ("to", "that", "candidate", "place"):
        return None
    if subject is None or subject.person != "third" or subject.last > be:
        return None
    end = max(clause_end(view, items, after), after)
    return Foresight(speaker, subject.first, end, f"prospect:{cue.words[0]}")


def _copula(view: View, items: Items, index: int) -> int | None:
    """Return the "be" at most four items before ``items[index]``."""
    for at in range(index - 1, max(-1, index - 5), -1):
        if items[at].ref is not None or items[at].word in (",", "and"):
            return None
        if view.lexicon.has(items[at].word, "be") and items[at].word not in ("was", "were"):
            return at
    return None


def _about_others(
    view: View,
    cues: Cues,
    items: Items,
    subject: Subject,
    speaker: str | None,
    doom: bool,
    verb: int,
) -> bool:
    """Tell whether the subject is somebody or something that the speaker does not decide."""
    words = [item.word for item in items[subject.first : subject.last]]
    if subject.person == "nobody":
        return True
    if words and words[-1] == "you" and items[verb].word in cues.lists["outcomes"]:
        return True
    if words and words[-1] in ("it", "this") and _lasts(cues, items, verb):
        return True
    if subject.person == "first" or (words and words[-1].split("'")[0] in ("i", "we", "you")):
        return any(i.word in cues.lists["otherwise"] for i in items[: subject.first])
    if words and words[-1] in cues.lists["no_subject"]:
        return False
    if any(word in ("our", "my") for word in words):
        return False
    if subject.actor is None:
        return bool(words)
    return doom or subject.actor not in _sides(view, speaker)


def _lasts(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether "take" is followed by a length: "it will take years"."""
    ahead = [item.word for item in items[verb + 1 : verb + 4]]
    return items[verb].word == "take" and any(word in cues.lists["lengths"] for word in ahead)


def _sides(view: View, speaker: str | None) -> set[str]:
    """Return the speaker, and the states and bodies whose offices the speaker holds."""
    if speaker is None:
        return set()
    actor = view.actors.get(speaker)
    offices = actor.offices if actor is not None else ()
    return {speaker, *(office.of for office in offices if office.of is not None)}


def _foretells(
    view: View,
    cues: Cues,
    items: Items,
    verb: int,
    subject: Subject,
    cue: Cue,
    doom: bool,
    voice: Voice | None,
) -> bool:
    """Tell whether the verb is one that foretells and does not announce, permit or guess."""
    word, head = items[verb].word, items[subject.last - 1].word
    if cue.kind == "likely" or _lasts(cues, items, verb):
        return True
    if head == "you" and word in cues.lists["outcomes"] and cue.kind in ("will", "going"):
        return True
    if cue.kind == "will" and _is_told(cues.lists["fated"], items, subject.first, verb):
        return True
    if cue.kind in ("could", "may") and word == "be" and verb + 1 < len(items):
        return items[verb + 1].word in cues.lists["ends"]
    if cue.kind == "could":
        return word in cues.lists["could_verbs"]
    if head in ("that", "this", "which", "what", "who", "you", "those"):
        return False
    if items[subject.last - 1].word == "there" and (
        {item.word for item in items[verb : verb + 6]} & cues.lists["no_subject"]
    ):
        return False
    if doom and word not in cues.lists["arranged"] and word != "be":
        return True
    pronoun = subject.person == "pronoun" or "'" in head
    if cue.kind == "would":
        statement = view.statement_at(items[verb].start)
        told = voice is not None and voice.verb in cues.lists["foreboding"]
        reported = statement is not None and (
            statement.form == "indirect" or _behind_that(items, statement.content[0].start)
        )
        return (reported or told) and word in cues.lists["outcomes"]
    if cue.kind == "may":
        return word in cues.lists["outcomes"] and (doom or not pronoun)
    if cue.kind == "going" and items[verb - 3].word in ("was", "were"):
        return False
    if word == "be" and pronoun and head != "there":
        return doom
    if word == "be":
        return _foretells_state(view, cues, items, verb, subject)
    if word in cues.lists["outcomes"]:
        return True
    if word == "have" and verb + 1 < len(items) and items[verb + 1].word == "to":
        return cue.kind == "will" and subject.actor is not None
    if cue.kind == "going" or pronoun:
        return doom and word not in cues.lists["arranged"]
    if subject.actor is None and word in cues.lists["things"]:
        return True
    if subject.actor is None or word in cues.lists["arranged"]:
        return False
    return _is_denied(view, items, verb)


def _behind_that(items: Items, offset: int) -> bool:
    """Tell whether "that" stands before the words at ``offset``."""
    at = bisect_left(items, offset, key=lambda item: item.start)
    return 0 < at < len(items) and "that" in (items[at - 1].word, items[at].word)


def _is_denied(view: View, items: Items, verb: int) -> bool:
    """Tell whether "will" is denied: "they will not give up" foretells what others do."""
    return any(view.lexicon.has(i.word, "not") for i in items[max(0, verb - 3) : verb])


def _foretells_state(view: View, cues: Cues, items: Items, verb: int, subject: Subject) -> bool:
    """Read "will be …": a state foretells, an arrangement ("will be meeting") does not."""
    if verb + 2 >= len(items):
        return False
    follows = items[verb + 1].word
    if follows.endswith("ing") or follows in (
        "here",
        "joined",
        "held",
        "made",
        "in",
        "at",
        "on",
        "with",
        "also",
    ):
        return False
    if follows.endswith("ed") or not items[verb + 1].word[:1].isalpha():
        return subject.actor is None and follows in cues.lists["undone"]
    return True
