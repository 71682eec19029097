"""What is foreseen at a cue, and by whom.

"X expects that …" is X's; "will", "may" and "is likely to" are the speaker's, where they
are about others or about the world. What somebody will do oneself is a promise or a plan, and
what is arranged ("the ministers will meet on Monday") is an announcement: neither counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.extract.clauses import Subject, asks, clause_end, subject_of, verb_start
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.modality import Items, of_verb
from communique.extract.view import View


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
    if cue.kind == "foresee":
        return _foreseen(view, cues, items, index, cue)
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
    if modality.negated or modality.status in ("hypothetical", "proposed", "invited", "declined"):
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
    return "to" in ahead or "that" in ahead or any(w in cues.lists["future"] for w in ahead)


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
    speaker = view.speaker_at(items[index].start)
    if speaker is None and cue.kind != "likely":
        return None
    verb = index + len(cue.words)
    while verb < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb") or items[verb].word.endswith("ly")
    ):
        verb += 1
    if verb >= len(items) or not items[verb].word[:1].isalpha():
        return None
    if view.lexicon.has(items[verb].word, "preposition", "determiner", "conjunction", "pronoun"):
        return None  # "the will of the people"
    start = verb_start(view, items, index)
    if cue.kind in ("likely", "going") and start == index:
        return None
    subject = subject_of(view, items, start)
    if subject is None:
        return None
    if asks(view, items, subject.first) or (start and items[start - 1].word == "who"):
        return None
    modality = of_verb(view, items, verb, "base")
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    if modality.cue in ("if", "unless", "whether"):
        return None
    before = items[max(0, index - 12) : index]
    near = items[max(0, subject.first - 3) : subject.first]
    if any(item.word in cues.lists["hoping"] for item in near):
        return None
    doom = condition is not None or any(i.word in cues.lists["otherwise"] for i in before)
    if not _about_others(view, cues, items, subject, speaker, doom):
        return None
    nobody = subject.person == "nobody" and cue.kind != "could"
    if not nobody and not _foretells(view, cues, items, verb, subject, cue, doom):
        return None
    end = clause_end(view, items, verb)
    return Foresight(speaker, subject.first, max(end, verb + 1), f"{cue.kind}:{cue.words[0]}")


def _about_others(
    view: View, cues: Cues, items: Items, subject: Subject, speaker: str | None, doom: bool
) -> bool:
    """Tell whether the subject is somebody or something that the speaker does not decide."""
    words = [item.word for item in items[subject.first : subject.last]]
    if subject.person == "nobody":
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


def _sides(view: View, speaker: str | None) -> set[str]:
    """Return the speaker, and the states and bodies whose offices the speaker holds."""
    if speaker is None:
        return set()
    actor = view.actors.get(speaker)
    offices = actor.offices if actor is not None else ()
    return {speaker, *(office.of for office in offices if office.of is not None)}


def _foretells(
    view: View, cues: Cues, items: Items, verb: int, subject: Subject, cue: Cue, doom: bool
) -> bool:
    """Tell whether the verb is one that foretells and does not announce, permit or guess."""
    word, head = items[verb].word, items[subject.last - 1].word
    if cue.kind == "likely":
        return True
    if cue.kind == "could":
        return word in cues.lists["could_verbs"]
    if head in ("that", "this", "which", "what", "who", "you", "those"):
        return False
    if items[subject.last - 1].word == "there" and (
        {item.word for item in items[verb : verb + 6]} & cues.lists["no_subject"]
    ):
        return False
    pronoun = subject.person == "pronoun" or "'" in head
    if cue.kind == "would":
        statement = view.statement_at(items[verb].start)
        reported = statement is not None and statement.form == "indirect"
        return reported and word in cues.lists["outcomes"]
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
