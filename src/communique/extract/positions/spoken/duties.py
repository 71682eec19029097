"""What a speaker says is to be done, by whom or with what: "they must leave"."""

from __future__ import annotations

from communique.extract.clauses import subject_of
from communique.extract.positions.spoken.speech import THINGS, Holder, Said, Speech
from communique.extract.positions.stances.subjects import thing_before
from communique.extract.positions.stand import FLIPPED, doubted
from communique.model.claims import Polarity

_LEAST = 2  # items of what is to be done
_OVER = ("rid", "over", "out", "away", "more", "back")
_THINKING = ("think", "believe", "hope")
_GOING_ON = frozenset(
    [
        "stop",
        "end",
        "continue",
        "remain",
        "stay",
        "cease",
        "happen",
        "leave",
        "have",
        "include",
        "come",
        "focus",
        "apply",
        "get",
        "go",
        "not",
    ]
)


def due(speech: Speech, at: int) -> Said | None:
    """Read "they must leave", "we have to keep the road open", "we cannot accept the toll"."""
    length = speech.phrase(at, "duties.modals")
    barred = not length and speech.among(at, "duties.barring")
    if not length and not barred:
        return None
    mouth = speech.mouth(at)
    start = _past_aside(speech, speech.group(at))
    if mouth is None or start < 1:
        return None
    verb = speech.past_adverbs(at + (length or 1))
    denied = barred or speech.denied(start, verb + 1) or "n't" in speech.word(at)
    while speech.has(verb, "not", "adverb"):
        verb += 1
    if not _is_due(speech, verb, barred, denied):
        return None
    found = _whose(speech, start, verb)
    if found is None:
        return None
    first, last = found
    if not _is_told_of(speech, at, last, verb) or _is_left(speech, start, verb):
        return None
    likely = speech.word(at) == "should" and not denied and not _is_doer(speech, last)
    if likely and not _is_to_happen(speech, verb):
        return None  # "the vote should be easy"
    polarity: Polarity = "against" if denied else "for"
    if speech.word(at + (length or 1) - 1) == "to" and speech.denied(start, at):
        return None  # "does not have to"
    end = speech.end(verb)
    if length := speech.phrase(verb, "doing.against"):
        polarity, verb = FLIPPED[polarity], verb + length  # "Lutha should reject | the toll"
    polarity = FLIPPED[polarity] if doubted(speech.view, speech.items, first) else polarity
    short = end - verb < _LEAST and speech.word(verb) not in _GOING_ON
    if short or speech.has(end - 1, "determiner", "preposition"):
        return None  # "we have to land", "we have to split the –"
    holder = Holder(mouth.actor, mouth.raw, first, last, True)
    return Said(holder, polarity, first, end, at, (verb, end), "spoken:must")


def _past_aside(speech: Speech, start: int) -> int:
    """Return where a verb group begins before an aside: "the fleet | , I believe, | should"."""
    aside = start > 4 and speech.word(start - 1) == "," and speech.word(start - 4) == ","
    return start - 4 if aside and speech.word(start - 2) in _THINKING else start


def _is_left(speech: Speech, start: int, verb: int) -> bool:
    """Tell whether "we" only leave it at that: "we have to move on", not "move the funds"."""
    if speech.word(start - 1) != "we" or not speech.among(verb, "duties.leaving"):
        return False
    after = speech.past_adverbs(verb + 1)
    return not (speech.has(after, "determiner", "possessive") or speech.word(after) in _OVER)


def _is_due(speech: Speech, verb: int, barred: bool, denied: bool) -> bool:
    word, ahead = speech.word(verb), speech.word(speech.past_adverbs(verb + 1))
    if not word[:1].isalpha() or {"you", "your"} & {speech.word(n) for n in range(verb, verb + 4)}:
        return False
    if barred:
        if word == "be":
            return ahead in speech.known.lists["duties.barred_being"]
        return word in speech.known.lists["duties.barred"] and ahead[:1].isalpha()
    if word == "be":
        idle = ahead in speech.known.lists["duties.idle_being"] or ahead.endswith("ing")
        placed = speech.has(speech.past_adverbs(verb + 1), "preposition")
        return not idle and not placed and ahead[:1].isalpha()
    if "whatever" in (ahead, word) or ahead == "what" or (word, ahead) == ("come", "as"):
        return False
    if word == "have":
        return denied or not ahead.endswith(("ed", "en", "one"))
    if word == "do":
        return ahead not in ("with", "it", "that", "what", "is")
    return word not in speech.known.lists["duties.empty"]


def _is_relative(speech: Speech, first: int, start: int) -> bool:
    """Tell whether a noun and its clause stand there: "(that is) the help Lutha | needs to"."""
    noun = start - 2
    if noun <= first or speech.items[start - 1].ref is None or not speech.has(first, "determiner"):
        return False
    item = speech.items[noun]
    return item.word.isalpha() and not item.upper and not speech.has(noun, "title", "of")


def _is_told_of(speech: Speech, at: int, last: int, verb: int) -> bool:
    """Tell whether a duty is one of politics, and no rule or need: "applicants have to …"."""
    word = speech.word(last - 1)
    if _is_doer(speech, last) or word in ("he", "she", *THINGS):
        return True
    if word in speech.known.lists["duties.ruled"]:
        return False
    needs = speech.word(at) not in ("must", "should", "shouldn't", "mustn't", "cannot", "can't")
    passive = speech.word(verb) == "be" or speech.word(verb) in _GOING_ON
    ends = speech.end(verb)
    by = any(speech.word(n) == "by" for n in range(verb, min(verb + 4, ends)))
    return passive and not by if needs else not (passive and by)


def _is_doer(speech: Speech, last: int) -> bool:
    """Tell whether the subject that ends there is somebody: "Lutha | should"."""
    ref = speech.items[last - 1].ref
    known = speech.word(last - 1) in ("we", "they", "he", "she") or ref is not None
    return known or speech.among(last - 1, "duties.peoples")


def _is_to_happen(speech: Speech, verb: int) -> bool:
    """Tell whether a thing is to be done or to go on: "the gates should | be opened"."""
    if speech.word(verb) in _GOING_ON:
        return True
    done = speech.past_adverbs(verb + 1)
    if speech.word(verb) != "be":
        return False
    ends = speech.word(done).endswith(("ed", "en", "wn", "ne")) or speech.has(
        done, "to", "determiner"
    )
    return ends or speech.word(done) in (
        "no",
        "left",
        "kept",
        "held",
        "made",
        "cut",
        "put",
        "free",
        "home",
        "part",
        "built",
        "brought",
        "paid",
        "met",
        "sent",
        "set",
        "led",
    )


def _whose(speech: Speech, start: int, verb: int) -> tuple[int, int] | None:
    """Return the items of who or what is to do it; ``None`` where that is nobody to tell of."""
    before = speech.word(start - 1)
    if before in ("i", "you", "one", "who", "which", "what", "there"):
        return None
    if before == "we":
        return (start - 1, start) if speech.opens(start - 1) else None
    subject = subject_of(speech.view, speech.items, start)
    if (
        before in THINGS
        or before in ("he", "she")
        or (subject is not None and subject.actor is not None)
    ):
        first = subject.first if subject is not None else start - 1
        if _is_relative(speech, first, start):
            return None
        return (first, start) if speech.opens(first) else None
    thing = thing_before(speech.view, speech.items, start)
    if thing is None or not speech.opens(thing.first):
        return None
    if {"what", "how", "if", "whether", "whatever"} & {
        speech.word(n) for n in range(max(0, thing.first - 3), start)
    }:
        return None
    return thing.first, thing.last
