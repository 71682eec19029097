"""What a speaker wants, hopes, stands for or vows: "we want the war to end", "we will defend"."""

from __future__ import annotations

from communique.extract.positions.caution.guards import is_from_here
from communique.extract.positions.spoken.speech import SIDES, Holder, Said, Speech
from communique.extract.positions.stand import FLIPPED
from communique.model.claims import Polarity

_ALONE = frozenset({"it", "that", "this", "them", "those", "so", "one"})
_CLAUSE = 7  # items of a clause in which its "not" stands
_ENDING = ("stop", "end", "lost", "lose", "withdr", "cut", "suspen", "dropp", "question")
_PERSONS = ("our", "my", "us")
_I = "i"
_WHOM = 12  # items of whom one urges
_GREETING = ("welcome", "regret")
_NEAR = 6  # items behind a wish in which somebody is spoken to
_AHEAD = frozenset({"you", "your", "yours", "everybody", "folks"})


def wished(speech: Speech, at: int) -> Said | None:
    """Read "we want the raids to end", "I hope that …", "we would like to see …"."""
    helper = _would(speech, at) if speech.among(at, "wishes.would") else None
    would = helper is not None
    if not would and not speech.among(at, "wishes.verbs"):
        return None
    start = speech.group(at if helper is None else helper)
    if speech.word(start - 2) == "what":
        return _cleft(speech, start, at)
    if not would and any(speech.has(n, "modal") for n in range(start, at)):
        return None
    holder = speech.holder(start)
    if holder is None:
        return None
    after = speech.past_adverbs(at + 1)
    if speech.word(after) == "not":
        return None  # "I'd rather | not say"
    after += speech.word(after) in ("for", "on") and speech.word(at) != "rather"
    if speech.word(at + 1) == "out":
        return None  # "we seek | out voters"
    if not is_worth_wishing(speech, after) or _is_for_oneself(speech, holder, after):
        return None
    if speech.word(at).startswith("need") and not _is_needed(speech, start, at, after):
        return None
    polarity: Polarity = "for"
    if speech.denied(start, at):
        if speech.among(at, "wishes.only_for"):
            return None
        polarity = "against"
    if speech.word(after) in ("that", "to") or speech.word(at).startswith("hop"):
        polarity = _turned(speech, after, polarity)
    end = speech.end(after)
    return Said(holder, polarity, holder.first, end, at, (after, end), "spoken:want")


def _is_for_oneself(speech: Speech, holder: Holder, after: int) -> bool:
    """Tell whether only the speaker is concerned: "I hope I …", "I want to be a pilot"."""
    after += speech.word(after) == "that"
    own = speech.word(after) == _I or speech.word(after) == "something"
    return own or (holder.singular and [speech.word(after), speech.word(after + 1)] == ["to", "be"])


def _is_needed(speech: Speech, start: int, at: int, after: int) -> bool:
    """Tell whether a thing is needed: not "we need all hands", "we need Lind"."""
    named = speech.items[after].ref is not None
    idle = {speech.word(after), speech.word(at + 1)} & {"to", "not", "for", "all", "some", "any"}
    return not named and not idle and not speech.denied(start, at)


def _cleft(speech: Speech, start: int, at: int) -> Said | None:
    """Read "what we (don't) want (to see) | is a war"."""
    mouth = speech.mouth(at) if speech.word(start - 1) in ("i", "we") else None
    near = range(at + 1, min(at + 5, len(speech.items)))
    be = next((n for n in near if speech.has(n, "be") and speech.word(n) != "be"), None)
    if mouth is None or be is None or not speech.opens(start - 2):
        return None
    side: Polarity = "against" if speech.denied(start, at) else "for"
    holder = Holder(mouth.actor, mouth.raw, start - 2, start, True)
    end = speech.end(be + 1)
    return Said(holder, side, start - 2, end, at, (be + 1, end), "spoken:want")


def _would(speech: Speech, at: int) -> int | None:
    """Return the "would" of a wish: "we | would very much welcome"."""
    back = at - 1
    while speech.has(back, "adverb") or speech.word(back).endswith(("ly", "very", "much")):
        back -= 1
    return back if speech.word(back) in ("would", "'d") else None


def _turned(speech: Speech, after: int, polarity: Polarity) -> Polarity:
    """Turn the side of "to not let it happen", "that the raid won't be repeated"."""
    near = range(after, min(after + _CLAUSE, speech.end(after)))
    return FLIPPED[polarity] if any(speech.has(n, "not") for n in near) else polarity


def is_worth_wishing(speech: Speech, after: int) -> bool:
    """Tell whether what is wished is no part of the talk itself: "we want to thank you"."""
    words = [speech.word(n) for n in range(after, min(after + _NEAR, len(speech.items)))]
    if not words or not words[0][:1].isalnum():
        return False
    ahead = {speech.word(n) for n in range(after, min(after + _WHOM, len(speech.items)))}
    if not ahead.isdisjoint(("know", "understand")):
        return False  # "we want the towns to know"
    if not _AHEAD.isdisjoint(words[:5]) or words[0] in _ALONE - {"that"}:
        return False
    if speech.word(after - 1) == "rather":
        return words[0] not in speech.known.lists["wishes.empty"]
    if words[0] == "to":
        if speech.known.lists["wishes.small"].intersection(words):
            return False
        return _is_deed(speech, speech.past_adverbs(after + 1))
    if words[0] == "that":
        return len(words) > 2 and words[1] not in ("answers", "helps", "makes")
    lists = speech.known.lists
    return (
        not lists["wishes.small"].intersection(words)
        and "clear" not in words
        and not speech.has(after, "preposition", "conjunction", "be", "asking")
    )


def _is_deed(speech: Speech, verb: int) -> bool:
    word, ahead = speech.word(verb), speech.word(speech.past_adverbs(verb + 1))
    if word == "see":
        return speech.word(verb + 2)[:1].isalpha() and ahead not in ("what", "how", "if", "where")
    if word == "make":
        if ahead == "sure":
            return _is_assured(speech, speech.past_adverbs(verb + 1) + 1)
        return ahead not in ("clear", "a", "one", "an", "it", "that")
    if word == "negotiate":
        return not is_from_here(speech.items, verb)
    if word in ("be", "have"):
        return ahead not in speech.known.lists["wishes.being"] and speech.word(verb + 1) != "a"
    if word in ("get", "come"):
        return ahead in ("this", "that", "the", "our", "more", "back") or ahead not in (
            "started", "into", "to", "back", "out", "through", "you", "ahead", "in",
        )  # fmt: skip
    return word[:1].isalpha() and word not in speech.known.lists["wishes.empty"]


def _is_assured(speech: Speech, after: int) -> bool:
    """Tell whether something is made sure of in the world, not in the talk: "… I get it right"."""
    after += speech.word(after) == "that"
    return speech.word(after)[:1].isalpha() and speech.word(after) not in ("as", "i", "you", "he")


def done(speech: Speech, at: int) -> Said | None:
    """Read "we support the truce", "we stand with Lutha", "we will continue to defend …"."""
    for side in SIDES:
        if length := speech.phrase(at, f"doing.{side}"):
            return _does(speech, at, at + length, side, "do")
        length = speech.phrase(at, f"doing.being_{side}")
        found = _is(speech, at, at + length, side) if length else None
        if found is not None:
            return found
        if (length := speech.phrase(at, f"doing.vowed_{side}")) and _is_vowed(speech, at):
            return _does(speech, at, at + length, side, "vow")
    since = any(speech.has(n, "have") for n in range(speech.group(at), at))
    for side in SIDES:
        if since and (length := speech.phrase(at, f"doing.since_{side}")):
            return _does(speech, at, at + length, side, "do")
    if length := speech.phrase(at, "doing.refused_now"):
        found = _does(speech, at, at + length, "for", "refuse")
        claims = speech.known.lists["doing.claims"]
        told = {speech.word(n) for n in range(at, at + 4)} & claims
        return found if found is not None and found.polarity == "against" and not told else None
    if (length := speech.phrase(at, "doing.refused")) and _is_vowed(speech, at):
        found = _does(speech, at, at + length, "for", "refuse")
        return found if found is not None and found.polarity == "against" else None
    return None


def _does(speech: Speech, at: int, after: int, polarity: Polarity, why: str) -> Said | None:
    start = _start(speech, at)
    holder = speech.holder(start)
    after = speech.past_adverbs(after)
    if speech.has(at - 1, "be") and not speech.word(at).endswith("ing"):
        return None  # "we are | back in the family"
    if why == "do" and start == at and holder is not None and _disagrees(speech, holder, at):
        return None  # "the guild | champion teams"
    if why == "do" and speech.denied(start, at) and speech.among(at, "doing.undenied"):
        return None  # "we did not denounce the toll"
    if why == "vow" and _is_service(speech, start, at, after):
        return None
    if holder is None or any(
        speech.word(n) in ("would", "could", "'d", "might", "may", "can") for n in range(start, at)
    ):
        return None
    if not speech.word(after)[:1].isalnum() or speech.word(after) in (
        "you",
        "your",
        *_ALONE - {"that"},
    ):
        return None
    if speech.word(at).startswith(_GREETING) and (holder.singular or _is_greeted(speech, after)):
        return None  # "will welcome the minister", "I regret the mistake"
    if (
        why == "vow"
        and speech.word(at) in ("remain", "stay", "keep", "hold", "help")
        and holder.singular
    ):
        return None
    small = speech.known.lists["wishes.small"]
    if why == "refuse" and (
        is_from_here(speech.items, at) or small & {speech.word(n) for n in range(after, after + 3)}
    ):
        return None
    end = speech.end(after)
    first = at if why in ("vow", "refuse") else _asked_to(speech, at, after, end)
    if first == after and speech.word(after - 1) in ("on", "upon") and why == "do":
        return None  # "we call on guilds and the …"
    side = FLIPPED[polarity] if speech.denied(start, at) else polarity
    return Said(holder, side, holder.first, end, at, (first, end), f"spoken:{why}")


def _disagrees(speech: Speech, holder: Holder, at: int) -> bool:
    """Tell whether a bare verb cannot be that of one who is named."""
    return not holder.own and not speech.word(at).endswith("s") and speech.word(at - 1) != "they"


def _is_service(speech: Speech, start: int, at: int, after: int) -> bool:
    """Tell whether something is only done for the hearer, or not left off: "we will get you …"."""
    words = [speech.word(n) for n in range(after, min(after + _NEAR, len(speech.items)))]
    told = not _AHEAD.isdisjoint(words) or not speech.known.lists["wishes.small"].isdisjoint(words)
    one = speech.word(start - 1) == _I
    return told or one or (speech.denied(start, at) and speech.word(at) == "stop")


def _asked_to(speech: Speech, at: int, after: int, end: int) -> int:
    """Return where it is told what somebody is to do: "urge the guild | to open the gates"."""
    if not speech.word(at).startswith(("urg", "call", "encourag")):
        return after
    near = range(after + 1, min(after + _WHOM, end - 1))
    return next((n for n in near if speech.word(n) == "to"), after)


def _is_greeted(speech: Speech, after: int) -> bool:
    """Tell whether people or their coming are named: "welcome | our guests"."""
    ahead = speech.items[after : after + 5]
    refs = [item.ref for item in ahead if item.ref is not None and item.ref.form == "mention"]
    people = any(speech.view.actors[ref.actor].kind == "person" for ref in refs)
    words = {item.word for item in ahead}
    return people or bool(
        words & {"secretary", "president", "minister", "advisor", "guests", "back"}
    )


def _start(speech: Speech, at: int) -> int:
    """Return where a verb group begins that goes through "continue to" or "going to"."""
    start = speech.group(at)
    while start > 1 and speech.word(start - 1) == "to" and speech.word(start - 2) in (
        "continue", "continues", "going", "continuing", "continued", "want", "wants",
    ):  # fmt: skip
        start = speech.group(start - 2)
    return start


def _is_vowed(speech: Speech, at: int) -> bool:
    start = _start(speech, at)
    words = {speech.word(n) for n in range(start, at)}
    return bool(words & {"will", "'ll", "won't", "going", "shall", "continue", "continues"})


def _is(speech: Speech, at: int, after: int, polarity: Polarity) -> Said | None:
    """Read "we remain committed to the truce", "we are concerned about the raids"."""
    start = speech.group(at)
    remains = speech.word(start - 1) in ("remain", "remains", "stay", "feel")
    be = any(speech.has(n, "be") for n in range(start, at)) or remains
    start = speech.group(start - 1) if remains else start
    start = _start(speech, start) if speech.word(start - 1) == "to" else start
    holder = speech.holder(start)
    if not be or holder is None or speech.word(after) in ("you", "your", *_ALONE - {"that"}):
        return None
    if not speech.word(after)[:1].isalnum():
        return None
    if (
        speech.word(after - 1) == "to"
        and not _is_deed(speech, after)
        and not speech.has(after, "determiner")
    ):
        return None
    end = speech.end(after)
    if speech.has(after, "preposition") or not _is_worry_over(speech, at, after, end):
        return None
    if speech.word(after - 1) == "to" and end - after < 2:
        return None  # "prepared to | coordinate"
    denied = speech.denied(start, at)
    first = after - (
        speech.word(after - 1) in ("to", "that") and not speech.has(after, "determiner")
    )
    return Said(
        holder,
        FLIPPED[polarity] if denied else polarity,
        holder.first,
        end,
        at,
        (first, end),
        "spoken:be",
    )


def _is_worry_over(speech: Speech, at: int, after: int, end: int) -> bool:
    """Tell whether what worries is against somebody's will: not "about our troops"."""
    if speech.word(at) not in ("concerned", "worried", "deeply", "afraid"):
        return True
    harms = speech.known.lists["doing.harms"]
    return speech.word(after) not in _PERSONS and any(
        speech.word(n) in harms or speech.word(n).endswith(("tion", "ment", "ping", "ling", "ting"))
        for n in range(after, end)
    )


def owned(speech: Speech, at: int) -> Said | None:
    """Read "our goal is to …", "the importance of …", "my concern about …"."""
    for side in SIDES:
        if length := speech.phrase(at, f"owned.whole_{side}"):
            return _noun(speech, at, at + length, side)
    if not speech.among(at, "owned.nouns"):
        return None
    be = speech.past_adverbs(at + 1)
    if not speech.has(be, "be") or speech.word(be) in ("was", "were"):
        return None
    holder = _owner(speech, at)
    after = speech.past_adverbs(be + 1)
    if holder is None or not speech.word(after)[:1].isalnum():
        return None
    if speech.word(after) in ("to", "that"):
        told = speech.word(after + 1)
    else:
        told = speech.word(after)
        if not speech.has(after, "determiner", "possessive") and not told.endswith("ing"):
            return None
    if told in speech.known.lists["wishes.empty"] or told in ("not", "unclear"):
        return None
    end = speech.end(after)
    return Said(holder, "for", holder.first, end, at, (after, end), "spoken:aim")


def _owner(speech: Speech, at: int) -> Holder | None:
    """Return whose goal it is: "our (main) | goal", "the President's | goal"."""
    for back in range(at - 1, max(-1, at - 4), -1):
        if speech.word(back) in ("our", "my"):
            mouth = speech.mouth(back)
            return Holder(mouth.actor, mouth.raw, back, at, True) if mouth else None
        if speech.word(back) == "'s" and back and speech.items[back - 1].ref is not None:
            if speech.mouth(back) is None:
                return None
            return Holder(speech.items[back - 1].ref.actor, None, back - 1, at, False)  # type: ignore[union-attr]
        if not speech.word(back).isalpha() or speech.has(back, "preposition", "conjunction", "be"):
            return None
    return None


def _noun(speech: Speech, at: int, after: int, polarity: Polarity) -> Said | None:
    holder = _owner(speech, at)
    if holder is None:
        before = speech.word(at - 1)
        the = before == "the" or speech.word(at - 2) == "the"
        mouth = speech.mouth(at) if the else None
        if mouth is None:
            return None
        holder = Holder(mouth.actor, mouth.raw, at, at, True)
    near = [speech.word(n) for n in range(max(0, holder.first - 5), at)]
    if any(word.startswith(_ENDING) for word in near):
        return None  # "we stopped | our support for it"
    if speech.known.lists["owned.not_owned"].intersection(near):
        return None
    if speech.word(after) in ("it", "that", "this", "them") or not speech.word(after)[:1].isalnum():
        return None
    end = speech.end(after)
    first = min(holder.first, at)
    about = after - (speech.word(after - 1) == "to")
    about = at if speech.word(at) == "right" else about
    return Said(holder, polarity, first, end, at, (about, end), "spoken:noun")
