"""What a speaker calls good or bad, and what is to be done: "that is wrong", "they must leave"."""

from __future__ import annotations

from communique.extract.positions.spoken.speech import SIDES, THINGS, Holder, Said, Speech
from communique.extract.positions.stances.subjects import thing_before
from communique.extract.positions.stand import FLIPPED, doubted
from communique.model.claims import Polarity

_BACK = 7  # items between "is" and the word that judges
_FAR = 14  # items between "see" and how something is seen
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
    named = None
    noun = speech.word(after).isalpha() and _goes_on(speech, after)
    if not thing and article and noun:
        idle = speech.word(at - 1) == "the" or speech.word(at) == "welcome"
        if idle or speech.among(after, "judging.occasions"):
            return None  # "it was an important meeting"
        thing, after = True, after + 1  # "is an important | channel"
        named = (after - 1, after)
    if not thing and (article or noun):
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
    if named is not None and speech.word(start - 1) in THINGS and speech.word(after) != "to":
        words = start - 1, named, speech.end(after - 1)  # "it is a fair | toll"
    if words is None:
        return None
    first, about, end = words
    if not speech.opens(first) and speech.word(first - 1) not in ("think", "believe", "that"):
        return None
    polarity = FLIPPED[polarity] if doubted(speech.view, speech.items, first) else polarity
    holder = Holder(mouth.actor, mouth.raw, first, start, True)
    return Said(holder, polarity, first, end, at, about, "spoken:judge")


def entitled(speech: Speech, at: int) -> Said | None:
    """Read "every state has the right to arm itself", "it is in our interest to sign"."""
    if speech.word(at) == "right" and speech.word(at + 1) == "to":
        return _right(speech, at)
    if not speech.word(at).startswith("interest") or speech.word(at) == "interested":
        return None
    be = next((n for n in range(at - 1, max(0, at - _BACK), -1) if speech.has(n, "be")), 0)
    mouth = speech.mouth(at)
    if mouth is None or be < 1 or "in" not in {speech.word(n) for n in range(be, at)}:
        return None
    words = _subject(speech, speech.group(be), at + 1)
    if words is None or speech.has(be - 1, "modal"):
        return None
    first, about, end = words
    polarity: Polarity = "against" if speech.denied(speech.group(be), at) else "for"
    holder = Holder(mouth.actor, mouth.raw, first, be, True)
    return Said(holder, polarity, first, end, at, about, "spoken:judge")


def _right(speech: Speech, at: int) -> Said | None:
    have = next((n for n in range(at - 1, max(0, at - 4), -1) if speech.has(n, "have")), 0)
    mouth = speech.mouth(at)
    start = speech.group(have)
    subject = thing_before(speech.view, speech.items, start) if have else None
    if mouth is None or subject is None or not speech.opens(subject.first):
        return None
    end = speech.end(at + 1)
    polarity: Polarity = "against" if speech.denied(start, at) else "for"
    holder = Holder(mouth.actor, mouth.raw, subject.first, subject.last, True)
    return Said(holder, polarity, subject.first, end, at, (at, end), "spoken:judge")


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
    if before in THINGS and speech.word(after) == "to":
        return None  # "that's fair | to say"
    if before in THINGS:
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
    joint = subject.first - 1
    if speech.word(joint) == "and" and speech.word(joint - 1).isalpha():
        return None  # "between trade and | tolls is vital"
    if any(speech.word(n) in ("what", "whatever") for n in range(subject.first, start)):
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
            if n > at + _FAR:
                break
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
