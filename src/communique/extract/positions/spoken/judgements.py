"""What a speaker calls good or bad, and what is to be done: "that is wrong", "they must leave"."""

from __future__ import annotations

from communique.extract.clauses import subject_of
from communique.extract.positions.spoken.speech import SIDES, Holder, Said, Speech
from communique.extract.positions.stances.subjects import thing_before
from communique.extract.positions.stand import FLIPPED
from communique.model.claims import Polarity

_BACK = 7  # items between "is" and the word that judges
_POINTING = frozenset({"it", "that", "this", "they", "these", "those", "which"})
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
_MAYBE = ("may", "might", "could", "can")
_FIRST = ("i", "we")


def judged(speech: Speech, at: int) -> Said | None:
    """Read "it is vital that …", "the raid was a mistake", "we see it as a threat"."""
    for side in SIDES:
        things = speech.phrase(at, f"judging.things_{side}")
        length = things or speech.phrase(at, f"judging.{side}")
        if length:
            return _judgement(speech, at, at + length, bool(things), side)
    return None


def _judgement(speech: Speech, at: int, after: int, thing: bool, polarity: Polarity) -> Said | None:
    be = at - 1
    while be > 0 and be > at - _BACK and speech.among(be, "judging.degrees"):
        be -= 1
    if not speech.has(be, "be") and speech.word(be) not in (
        "remains",
        "remain",
        "becomes",
        "seems",
    ):
        return None
    article = any(speech.word(n) in ("a", "an", "the", "our", "no") for n in range(be, at))
    if thing and not article:
        return None
    if not thing and (article or (speech.word(after).isalpha() and _goes_on(speech, after))):
        return None
    mouth = speech.mouth(at)
    start = speech.group(be)
    if mouth is None or start < 1:
        return None
    if speech.denied(start, at):
        polarity = FLIPPED[polarity]
    if any(speech.word(n) in _MAYBE for n in range(start, be + 1)):
        return None
    if speech.among(start - 1, "opening.that"):
        return None  # "what Lind believes | will be important"
    if "no" in (speech.word(at - 1), speech.word(at - 2)):
        return None
    words = _subject(speech, start, after)
    if words is None:
        return None
    first, about, end = words
    if not speech.opens(first) and speech.word(first - 1) not in ("think", "believe", "that"):
        return None
    holder = Holder(mouth.actor, mouth.raw, first, start, True)
    return Said(holder, polarity, first, end, at, about, "spoken:judge")


def _goes_on(speech: Speech, after: int) -> bool:
    """Tell whether a noun or more of its own follows an adjective: "important | partner"."""
    return not speech.has(
        after, "preposition", "conjunction", "subordinator", "pronoun", "to", "adverb",
        "determiner", "be",
    )  # fmt: skip


def _subject(speech: Speech, start: int, after: int) -> tuple[int, tuple[int, int], int] | None:
    """Return where a judgement begins, what it is on, and where it ends."""
    before = speech.word(start - 1)
    if before in ("it", "what") or (before == "that" and speech.word(after) == "that"):
        after = speech.past_adverbs(after)
        whom = after
        if speech.word(after) == "for":
            near = range(after + 1, min(after + 8, len(speech.items)))
            whom = next((n for n in near if speech.word(n) == "to"), after)
        if speech.word(whom) in ("to", "that", "when") or speech.word(after).endswith("ing"):
            if not _is_content(speech, whom):
                return None
            end = speech.end(whom + 1)
            return start - 1, (whom, end), end
        if speech.word(whom) == "we" or (speech.items and _is_name(speech, whom)):
            end = speech.end(whom)
            return start - 1, (whom, end), end
        return None
    if before in _POINTING and speech.word(after) == "to":
        return None  # "that's fair | to say"
    if before in _POINTING:
        return start - 1, (start - 1, start), speech.end(after - 1)
    subject = thing_before(speech.view, speech.items, start)
    if subject is None or speech.word(subject.last - 1) in (
        *_FIRST,
        "you",
        "he",
        "she",
        "there",
        "who",
    ):
        return None
    if any(speech.among(n, "judging.occasions") for n in range(subject.first, subject.last)):
        return None
    ref = speech.items[subject.last - 1].ref
    if ref is not None and speech.view.actors[ref.actor].kind == "person":
        return None
    return subject.first, (subject.first, subject.last), speech.end(after - 1)


def _is_name(speech: Speech, at: int) -> bool:
    return at < len(speech.items) and speech.items[at].ref is not None


def _is_content(speech: Speech, at: int) -> bool:
    """Tell whether more than talk is called important: not "it's important to note"."""
    verb = speech.past_adverbs(at + 1)
    if speech.word(at) != "to":
        return speech.word(verb)[:1].isalnum()
    ahead = [speech.word(n) for n in range(verb, verb + 4)]
    talk = speech.known.lists["wishes.empty"] - {"end", "address", "provide", "take", "give", "get"}
    talk |= {"remember", "distinguish", "be clear"}
    return ahead[0] not in talk and "you" not in ahead and ahead[0][:1].isalpha()


def considered(speech: Speech, at: int) -> Said | None:
    """Read "we see the raid as a breach", "we find this offensive"."""
    if not speech.among(at, "judging.seeing"):
        return None
    holder = speech.holder(speech.group(at))
    if holder is None or speech.denied(speech.group(at), at):
        return None
    end = speech.end(at + 1)
    for n in range(at + 2, end):
        for side in SIDES:
            things = speech.phrase(n, f"judging.things_{side}")
            length = things or speech.phrase(n, f"judging.{side}")
            until = _until_judged(speech, at, n, n + length, bool(things)) if length else None
            if until is not None:
                last = max(end, n + length)
                about = (at + 1, until)
                return Said(holder, side, holder.first, last, at, about, "spoken:see")
    return None


def _until_judged(speech: Speech, verb: int, at: int, after: int, thing: bool) -> int | None:
    """Return where what is seen so ends: "the raid | as a breach", "this | offensive"."""
    until = at
    while until > verb + 1 and (
        speech.among(until - 1, "judging.degrees") or speech.word(until - 1) == "as"
    ):
        until -= 1
    closes = not speech.word(after).isalpha() and not thing
    told = speech.word(until) == "as" or closes
    return until if told and until > verb + 1 else None


def due(speech: Speech, at: int) -> Said | None:
    """Read "they must leave", "we have to keep the road open", "we cannot accept the toll"."""
    length = speech.phrase(at, "duties.modals")
    barred = not length and speech.among(at, "duties.barring")
    if not length and not barred:
        return None
    mouth = speech.mouth(at)
    start = speech.group(at)
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
    if not _is_told_of(speech, at, last, verb):
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
    holder = Holder(mouth.actor, mouth.raw, first, last, True)
    return Said(holder, polarity, first, end, at, (verb, end), "spoken:must")


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
    if "whatever" in (ahead, word) or ahead == "what":
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
    if _is_doer(speech, last) or word in ("he", "she", *_POINTING):
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
    known = speech.word(last - 1) in ("we", "they") or ref is not None
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
        before in _POINTING
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
