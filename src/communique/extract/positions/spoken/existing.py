"""What a speaker says there is none of, and what matters: "there is no military answer to it"."""

from __future__ import annotations

from communique.extract.positions.spoken.speech import Holder, Said, Speech
from communique.model.claims import Polarity

_NEAR = 5  # items between "there is no" and what there is none of, between "matters" and "is"


def lacking(speech: Speech, at: int) -> Said | None:
    """Read "there is no excuse for the raid", "there can be no alternative to talks"."""
    if speech.word(at) != "no" or not speech.has(at - 1, "be"):
        return None
    there = speech.group(at - 1) - 1
    mouth = speech.mouth(at)
    if mouth is None or speech.word(there) != "there" or not speech.opens(there):
        return None
    noun = next((n for n in range(at + 1, at + _NEAR) if speech.among(n, "lacking.against")), None)
    side: Polarity = "against"
    if noun is None:
        noun = next((n for n in range(at + 1, at + _NEAR) if speech.among(n, "lacking.for")), None)
        side = "for"
    if noun is None:
        return None
    after = noun + 1
    joined = speech.word(after) in ("for", "to", "in", "of", "but")
    told = joined and speech.word(after + 1) not in ("this", "that", "it", "you")
    holder = Holder(mouth.actor, mouth.raw, there, noun, True)
    if not told:
        if side == "for" or noun == at + 1:
            return None
        return Said(holder, side, there, after, at, (at + 1, after), "spoken:none")
    end = speech.end(after + 1)
    deed = speech.word(after) == "to" or speech.word(after + 1).endswith("ing")
    first = after if deed and speech.word(after) == "to" else after + 1
    return Said(holder, side, there, end, at, (first, end), "spoken:none")


def mattering(speech: Speech, at: int) -> Said | None:
    """Read "what matters to us is that the boats can go out"."""
    if speech.word(at) not in ("matters", "counts") or speech.word(at - 1) != "what":
        return None
    mouth = speech.mouth(at)
    near = range(at + 1, min(at + _NEAR, len(speech.items)))
    be = next((n for n in near if speech.has(n, "be")), None)
    if mouth is None or be is None or not speech.opens(at - 1):
        return None
    end = speech.end(be + 1)
    if end < be + 2 or speech.word(be + 1) in ("what", "how", "whether", "not"):
        return None
    holder = Holder(mouth.actor, mouth.raw, at - 1, be, True)
    return Said(holder, "for", at - 1, end, at, (be + 1, end), "spoken:matters")
