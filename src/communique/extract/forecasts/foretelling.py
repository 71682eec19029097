"""Whether a verb behind "will", "may" or "would" foretells.

It does not where it announces what is arranged, permits, guesses or tells of an ability.
"""

from __future__ import annotations

from bisect import bisect_left

from communique.extract.clauses import Subject, clause_end, listed
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foresights import lies_ahead
from communique.extract.lexicon import word_set
from communique.extract.modality import Items
from communique.extract.view import Item, View
from communique.extract.voices import Voice
from communique.model import Statement

_NAMED = 3  # mentions beside which it stands what somebody is
_BEFORE = 30  # characters before a name
_BEHIND = 50  # characters behind it


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
    if _is_believed(view, cues, items, verb, subject, cue, voice):
        return True
    if cue.kind in ("will", "going") and _is_expected(view, cues, items, verb, subject, voice):
        return True
    if head == "nothing" and cue.kind == "going":
        return False  # "nothing is going to change that": a vow
    if head == "you" and cue.kind == "could":
        return False
    if cue.kind in ("could", "may"):
        return _might(cues, items, verb)
    if cue.kind == "would" and subject.person == "third" and _makes(cues, items, verb):
        return True
    if cue.kind == "would":
        return _would(view, cues, items, verb, subject, voice)
    if head == "you":
        told = voice is not None and voice.verb  # not "you're going to end up": anybody
        return word in cues.lists["fates"] or bool(told and is_phrase(cues, items, verb))
    if cue.kind in ("will", "going") and is_told(cues.lists["fated"], items, subject.first, verb):
        return True
    if head in ("that", "this") and word in cues.lists["final"]:
        return _is_final(cues, items, verb)
    if head in ("that", "this", "which", "what", "who", "those"):
        return False
    pronoun = subject.person == "pronoun" or "'" in head
    was = items[verb - 3].word in cues.lists["looked_back"]
    if cue.kind == "going" and was and not (voice is not None and voice.verb):
        return False  # else it is what somebody said was to come
    if head in cues.lists["unrest"] and word in cues.lists["starting"]:
        return True
    if word == "be":
        return _will_be(view, cues, items, verb, subject, doom)
    if cue.kind == "going" and not (doom or happens(cues, items, verb)):
        return False
    return _will(view, cues, items, verb, subject, doom, pronoun)


def _is_believed(
    view: View,
    cues: Cues,
    items: Items,
    verb: int,
    subject: Subject,
    cue: Cue,
    voice: Voice | None,
) -> bool:
    """Tell whether somebody thinks that others will do a thing, whatever it is.

    "is confident that the judges will annul the vote", "doubts that Lutha will come round".
    """
    if voice is None or not _thinks(view, cues, items[verb], voice):
        return False
    if cue.kind == "would" and voice.verb not in cues.lists["believed"]:
        return False  # "most people would agree"
    if cue.kind == "could" or (cue.kind == "going" and items[verb - 3].word in ("was", "were")):
        return False
    if cue.kind == "may":
        return items[verb].word in cues.lists["could_verbs"] | cues.lists["outcomes"]
    head, word = items[subject.last - 1].word, items[verb].word
    if head in ("that", "this", "which", "what", "who", "you", "there"):
        return False
    near = items[max(0, subject.first - 4) : subject.first]
    doubted = any(item.word in cues.lists["doubting"] for item in near)
    if doubted and voice.verb in cues.lists["unsure"]:
        return False
    if subject.actor is None and view.lexicon.has(head, "pronoun"):
        return doubted and head in cues.lists["others"] and word not in cues.lists["scheduled"]
    if word in cues.lists["lingering"] and is_dated(view, items, verb):
        return True  # "reckons they will need until October"
    return word not in cues.lists["serving"] | cues.lists["scheduled"]


def _thinks(view: View, cues: Cues, item: Item, voice: Voice) -> bool:
    """Tell whether the words are told as what somebody thinks, and not only says."""
    if voice.verb:
        return voice.verb in cues.lists["believing"]
    statement = view.statement_at(item.start)
    if statement is None or statement.form == "direct" or not statement.cue:
        return False
    return not _cue_words(view, statement).isdisjoint(cues.lists["believing"])


def is_warned(
    view: View,
    cues: Cues,
    items: Items,
    verb: int,
    subject: Subject,
    cue: Cue,
    voice: Voice | None,
) -> bool:
    """Tell whether somebody warns or predicts that a thing will come, whatever it is.

    "Cautioned that the truce might not last": what one warns of is foreseen, denied or not.
    """
    if (
        voice is None
        or subject.person == "first"
        or cue.kind not in ("will", "would", "may", "could")
    ):
        return False
    statement = view.statement_at(items[verb].start)
    by_statement = statement is not None and statement.form != "direct" and statement.cue
    if voice.verb not in cues.lists["warning"] and not (
        by_statement and not voice.verb and _cue_words(view, statement) & cues.lists["warning"]
    ):
        return False
    head, after = items[subject.last - 1].word, items[min(verb + 1, len(items) - 1)].word
    if head in cues.lists["unclear"] or view.lexicon.has(items[verb].word, "have"):
        return False  # "warned that anyone who … will be punished", "may have left"
    arranged = subject.actor is not None and items[verb].word in cues.lists["scheduled"]
    return not arranged and not (items[verb].word == "be" and after.endswith("ing"))


def _cue_words(view: View, statement: Statement | None) -> frozenset[str]:
    cue = statement.cue if statement is not None else ()
    return word_set(" ".join(span.of(view.text) for span in cue))


def _is_expected(
    view: View, cues: Cues, items: Items, verb: int, subject: Subject, voice: Voice | None
) -> bool:
    """Tell whether somebody whose trade is foresight says what others will do."""
    head = items[subject.last - 1].word
    if voice is None or subject.person == "first" or head in cues.lists["unclear"] | {"you"}:
        return False
    after = items[verb + 1].word if verb + 1 < len(items) else ""
    if items[verb].word in cues.lists["scheduled"] or after.endswith("ing"):
        return False
    return is_expert(view, cues, voice.actor)


def is_expert(view: View, cues: Cues, actor: str | None) -> bool:
    """Tell whether somebody is called one who foresees by trade: "Brandt, an economist at …"."""
    found = view.actors.get(actor or "")
    if found is None or found.kind != "person":
        return False
    trades = cues.lists["experts"]
    for span in found.mentions[:_NAMED]:
        before = view.text[max(0, span.start - _BEFORE) : span.start].lower().split()
        behind = view.text[span.end : span.end + _BEHIND].lower()
        called = word_set(behind[1:].split(",")[0]) if behind.startswith(", a") else set()
        if trades.intersection(called) or trades.intersection(before[-1:]):
            return True
    return False


def is_dated(view: View, items: Items, at: int) -> bool:
    """Tell whether a day or a span of time to come stands in the clause of ``items[at]``."""
    dates = {item.date for item in items[at : clause_end(view, items, at)] if item.date >= 0}
    return any(lies_ahead(view, view.reading.dates[date]) for date in dates)


def _is_final(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether "this will end" is followed by how: "badly", "in tears", "to war"."""
    ahead = [item.word for item in items[verb + 1 : verb + 4]]
    return bool(ahead) and (
        ahead[0] in cues.lists["badly"] or any(word in cues.lists["lengths"] for word in ahead)
    )


def _might(cues: Cues, items: Items, verb: int) -> bool:
    """Read "could lead to" and "may be over"; with other verbs they tell of an ability."""
    if items[verb - 1].word in ("not", "n't", "never"):
        return False
    if items[verb].word == "be":
        it = items[max(0, verb - 2)].word
        return (
            verb + 1 < len(items)
            and items[verb + 1].word in cues.lists["ends"]
            and it != "it"  # "it may be too late" tells what is
        )
    return items[verb].word in cues.lists["could_verbs"]


def _would(
    view: View, cues: Cues, items: Items, verb: int, subject: Subject, voice: Voice | None
) -> bool:
    """Read "warned that the dam would break": what was to come when it was told."""
    statement = view.statement_at(items[verb].start)
    told = voice is not None and voice.verb in cues.lists["foreboding"] | cues.lists["believing"]
    reported = statement is not None and (
        statement.form == "indirect" or _behind_that(items, statement.content[0].start)
    )
    if not (reported or told):
        return False
    if items[verb].word == "be" and items[subject.last - 1].word == "there":
        return _will_be(view, cues, items, verb, subject, doom=False)
    return (
        happens(cues, items, verb)
        or _makes(cues, items, verb)
        or _is_undone(view, cues, items, verb)
    )


def _makes(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether "make" is followed by what it brings: "make things worse"."""
    near = {item.word for item in items[verb + 1 : verb + 6]}
    return items[verb].word == "make" and bool(near & cues.lists["made"])


def _is_undone(view: View, cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether a thing is told not to come about: "the schools would not reopen"."""
    head = items[verb - 3].word if verb > 2 else ""
    return (
        _is_denied(view, items, verb)
        and items[verb].word in cues.lists["reviving"]
        and not view.lexicon.has(head, "first_plural", "first_singular")
    )


def _will(
    view: View, cues: Cues, items: Items, verb: int, subject: Subject, doom: bool, loose: bool
) -> bool:
    """Read "will" with a verb that tells of what happens; ``loose`` subjects need more."""
    word = items[verb].word
    if word == "make":
        return _makes(cues, items, verb)
    if subject.actor is None and not loose and _is_undone(view, cues, items, verb):
        return True
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
        return word in cues.lists["things"] and not are_people(view, items, subject)
    if not _is_denied(view, items, verb) or word in cues.lists["resolve"]:
        return False
    dated = is_dated(view, items, verb) and view.actors[subject.actor].kind != "person"
    return dated or word not in cues.lists["arranged"]  # "Lutha won't sign anything this year"


def are_people(view: View, items: Items, subject: Subject) -> bool:
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
    if not any(word[:1].isalnum() for word in ahead[:1]):
        return doom  # "the longer he waits, the higher it will be"
    follows = next((word for word in ahead if not _is_manner(cues, word)), "")
    if cues.lists["agenda"].intersection(ahead):
        return False  # "Lutha will be a topic"
    if follows == "able":
        return _is_denied(view, items, verb)
    if not follows[:1].isalpha() or follows.endswith("ing") or follows in cues.lists["done"]:
        return False
    if head == "it" and view.lexicon.has(follows, "preposition"):
        return False  # "it will be through deeds"
    if subject.person == "pronoun" or "'" in head:
        return doom and (not follows.endswith("ed") or follows in cues.lists["undone"])
    if doom and not follows.endswith("ed"):
        return True
    if follows in ("a", "an") and (subject.actor is None or "part" in ahead[:3]):
        return False  # "the talks will be a part of it"
    return follows in cues.lists["undone"] or follows in cues.lists["compared"]


def _is_manner(cues: Cues, word: str) -> bool:
    return word in cues.lists["degree"] or (
        word.endswith("ly") and word not in cues.lists["undone"]
    )


def is_phrase(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether a verb of two words tells what happens by itself: "run dry"."""
    after = items[verb + 1].word if verb + 1 < len(items) else ""
    return f"{items[verb].word} {after}" in cues.lists["phrases"]


def happens(cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether the verb is of what happens by itself; "hold" only without an object."""
    after = items[verb + 1].word if verb + 1 < len(items) else ""
    if items[verb].word == "hold":
        return not after[:1].isalnum()
    if f"{items[verb].word} {after}" in cues.lists["no_events"]:
        return False
    if is_phrase(cues, items, verb):
        return True
    if items[verb].word == "have" and cues.past.get(after) in cues.lists["outcomes"]:
        return True  # "will have vanished by May"
    if items[verb].word == "succeed" and verb + 1 < len(items) and after.isalpha():
        return items[verb + 1].ref is None and after in ("in", "at", "where", "because", "if")
    near = {item.word for item in items[verb + 1 : verb + 6]}
    if items[verb].word == "become" and near & cues.lists["appointed"]:
        return False
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
    """Tell whether a length follows: "it will take years", "it will be months before"."""
    ahead = [item.word for item in items[verb + 1 : verb + 5]]
    long = any(word in cues.lists["lengths"] for word in ahead[:3])
    until = items[verb].word == "be" and not {"before", "until"}.isdisjoint(ahead)
    return long and (items[verb].word == "take" or until)


def is_told(phrases: frozenset[str], items: Items, first: int, verb: int) -> bool:
    """Tell whether one of ``phrases`` stands near the subject and the verb."""
    words = " ".join(item.word for item in items[max(0, first - 8) : verb + 12])
    words = words.replace("otherwise known", "")
    return any(f" {phrase} " in f" {words} " for phrase in phrases)
