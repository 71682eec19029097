"""Whether a verb behind "will", "may" or "would" foretells.

It does not where it announces what is arranged, permits, guesses or tells of an ability.
"""

from __future__ import annotations

from bisect import bisect_left

from communique.extract.clauses import Subject, listed
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice


def foretells(
    view: View,
    cues: Cues,
    items: Items,
    verb: int,
    subject: Subject,
    cue: Cue,
    doom: bool,
    voice: Voice | None,
) -> bool:
    """Tell whether the verb at ``items[verb]`` foretells what the subject does or becomes.

    ``doom`` says that it is told to come on a condition or in any case.
    """
    word, head = items[verb].word, items[subject.last - 1].word
    if cue.kind == "likely" or (subject.actor is None and lasts(cues, items, verb)):
        return True
    if head == "nothing" and cue.kind == "going":
        return False  # "nothing is going to change that": a vow
    if head == "you" and cue.kind == "could":
        return False
    if cue.kind == "could" or (cue.kind == "may" and word == "be"):
        return _might(cues, items, verb)
    if cue.kind == "would":
        return _would(view, cues, items, verb, voice)
    if head == "you":
        return word in cues.lists["fates"] and cue.kind != "may"
    if cue.kind == "will" and is_told(cues.lists["fated"], items, subject.first, verb):
        return True
    if head in ("that", "this", "which", "what", "who", "those"):
        return False
    pronoun = subject.person == "pronoun" or "'" in head
    if cue.kind == "may":
        return happens(cues, items, verb) and (doom or not pronoun)
    if cue.kind == "going" and items[verb - 3].word in ("was", "were"):
        return False
    if word == "be":
        return _will_be(view, cues, items, verb, subject, doom)
    if cue.kind == "going" and not (doom or happens(cues, items, verb)):
        return False
    return _will(view, cues, items, verb, subject, doom, pronoun)


def _might(cues: Cues, items: Items, verb: int) -> bool:
    """Read "could lead to" and "may be over"; with other verbs they tell of an ability."""
    if items[verb - 1].word in ("not", "n't", "never"):
        return False
    if items[verb].word == "be":
        return verb + 1 < len(items) and items[verb + 1].word in cues.lists["ends"]
    return items[verb].word in cues.lists["could_verbs"]


def _would(view: View, cues: Cues, items: Items, verb: int, voice: Voice | None) -> bool:
    """Read "warned that the dam would break": what was to come when it was told."""
    statement = view.statement_at(items[verb].start)
    told = voice is not None and voice.verb in cues.lists["foreboding"]
    reported = statement is not None and (
        statement.form == "indirect" or _behind_that(items, statement.content[0].start)
    )
    return (reported or told) and happens(cues, items, verb)


def _will(
    view: View, cues: Cues, items: Items, verb: int, subject: Subject, doom: bool, loose: bool
) -> bool:
    """Read "will" with a verb that tells of what happens; ``loose`` subjects need more."""
    word = items[verb].word
    if word == "make":
        return bool({item.word for item in items[verb + 1 : verb + 6]} & cues.lists["made"])
    pronoun = items[subject.last - 1].word in ("it", "they", "he", "she")
    if pronoun and subject.actor is None and not doom:
        return word in cues.lists["fates"] and happens(cues, items, verb)
    if happens(cues, items, verb):
        return True
    if pronoun and subject.actor is None:
        return False
    if doom and word not in cues.lists["arranged"]:
        return True
    if (
        verb + 2 < len(items)
        and items[verb + 1].word == "to"
        and items[verb + 2].word[:1].isdigit()
    ):
        return False  # "the rate will increase to 50 percent" is decided
    if loose and subject.actor is None:
        return False
    if subject.actor is None:
        return word in cues.lists["things"] and not _are_people(view, items, subject)
    barred = word in cues.lists["arranged"] or word in cues.lists["resolve"]
    return not barred and _is_denied(view, items, verb)


def _are_people(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether people are the subject: "the judges will bring …" is a credential."""
    head = items[subject.last - 1].word
    if view.lexicon.has(head, "title") or head in ("gentleman", "lady"):
        return True
    return head in listed(view, "crowds") or head.endswith(("ers", "ors", "ists", "ians", "ges"))


def _will_be(view: View, cues: Cues, items: Items, verb: int, subject: Subject, doom: bool) -> bool:
    """Read "will be": a state foretells, an arrangement ("will be meeting") does not."""
    head = items[subject.last - 1].word
    ahead = [item.word for item in items[verb + 1 : verb + 6]]
    if head == "there":
        found = set(ahead) & cues.lists["eventualities"] - {"no", "nothing", "never"}
        return bool(found) or "left" in ahead
    follows = ahead[0] if ahead else ""
    if cues.lists["agenda"].intersection(ahead):
        return False  # "Lutha will be a topic"
    if follows == "able":
        return _is_denied(view, items, verb)
    if not follows[:1].isalpha() or follows.endswith("ing") or follows in cues.lists["done"]:
        return False
    if subject.person == "pronoun" or "'" in head:
        return doom and not follows.endswith("ed")
    if doom and not follows.endswith("ed"):
        return True
    if follows in ("a", "an") and (subject.actor is None or "part" in ahead[:3]):
        return False  # "the talks will be a part of it"
    return follows in cues.lists["undone"] or (
        follows.endswith("er") and not view.lexicon.has(follows, "preposition", "title")
    )


def happens(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether the verb is of what happens by itself; "hold" only without an object."""
    after = items[verb + 1].word if verb + 1 < len(items) else ""
    if items[verb].word == "hold":
        return not after[:1].isalnum()
    if (items[verb].word, after) in (("cease", "to"), ("drop", "out")):
        return False
    if (items[verb].word, after) == ("run", "out"):
        return True
    if items[verb].word == "become" and "next" in [i.word for i in items[verb + 1 : verb + 4]]:
        return False  # an appointment
    if items[verb].word == "fall" and after in ("on", "upon", "to"):
        return False  # "it will fall on voters to …"
    return items[verb].word in cues.lists["outcomes"]


def _behind_that(items: Items, offset: int) -> bool:
    """Tell whether "that" stands before the words at ``offset``."""
    at = bisect_left(items, offset, key=lambda item: item.start)
    return 0 < at < len(items) and "that" in (items[at - 1].word, items[at].word)


def _is_denied(view: View, items: Items, verb: int) -> bool:
    """Tell whether "will" is denied: "they will not give up" foretells what others do."""
    return any(view.lexicon.has(i.word, "not") for i in items[max(0, verb - 3) : verb])


def lasts(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether "take" is followed by a length: "it will take years"."""
    ahead = [item.word for item in items[verb + 1 : verb + 4]]
    return items[verb].word == "take" and any(word in cues.lists["lengths"] for word in ahead)


def is_told(phrases: frozenset[str], items: Items, first: int, verb: int) -> bool:
    """Tell whether one of ``phrases`` stands near the subject and the verb."""
    words = " ".join(item.word for item in items[max(0, first - 8) : verb + 12])
    words = words.replace("otherwise known", "")
    return any(f" {phrase} " in f" {words} " for phrase in phrases)
