"""To whom somebody speaks: named in the tag, called by name, or the other of two parties."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from communique.model import Actor
from communique.read.layers import Cast, Mention
from communique.read.speech.interview import answering, is_answer, is_question, put_to_one
from communique.read.speech.join import Draft, words_of
from communique.read.speech.letters import is_letter
from communique.read.speech.lexicon import everywhere, pattern
from communique.read.speech.speakers import actor_named
from communique.read.speech.turns import TURNS
from communique.read.who.words.lexicon import office_class
from communique.read.who.words.ranks import TOP

_WORD = re.compile(r"\w+")
#: Two hold a conversation if they say this share of what is said.
_SHARE = 0.8
#: So often the speaker changes where two hold a conversation.
_TURNS = 3
#: A report of which they say this share is of their conversation.
_TALK = 0.4
#: How long a turn is that only thanks whoever spoke before.
_THANKS = 300
#: So many questions of reporters make a press conference.
_QUESTIONS = 2
#: A readout says in its first words who met whom.
_OPENING = 600
#: Whom something is said to stands so near behind the verb and the speaker.
_TAG = 80
#: A comma and an article before a noun are within so many characters.
_APPOSED = 8


def addressees(
    cast: Cast,
    text: str,
    made: Sequence[Draft],
    parents: Sequence[int | None],
    known: Sequence[str | None],
    you: Container[str] = (),
) -> list[str | None]:
    """Return whom each draft is said to: named, called upon, or the other of two parties.

    ``you`` are the words that the report's language has for whom somebody speaks to.
    """
    parties = _two_parties(cast, text, made, known, you)
    asking = _Reporters(cast, text, known)
    asked = answering(text, made, known)
    interview = put_to_one(cast, made, known)
    room = _room(cast, text, made, parties)
    out: list[str | None] = []
    for number, draft in enumerate(made):
        if number in asked or is_answer(text, draft):
            out.append(asked.get(number))  # who put the question has no name
            continue
        if interview is not None and draft.why == "turn":
            answers = known[number] == interview[0]
            out.append(interview[1] if answers else interview[0])
            continue
        if number in room and not draft.told:
            called = _called_upon(cast, text, draft)
            handed = _is_handed_over(text, made, known, number, called)
            out.append(called if called != known[number] and not handed else None)
            continue
        out.append(_addressee(cast, text, parents, known, parties, asking, number, draft))
    return out


def _two_parties(
    cast: Cast,
    text: str,
    made: Sequence[Draft],
    known: Sequence[str | None],
    you: Container[str],
) -> tuple[str, str] | None:
    """Return the two who talk in the report, if the others say little, and both say something."""
    talking = Counter(
        speaker
        for draft, speaker in zip(made, known, strict=True)
        if draft.level == -1
        and draft.form == "direct"
        and speaker
        and cast.actors[speaker].kind == "person"
        and not is_letter(words_of(text, draft.source))
    )
    leading = talking.most_common(2)
    if len(talking) == 1:
        met = _met(cast, text, leading[0][0])
        return (leading[0][0], met) if met else None
    if len(leading) == 2 and not _converse(
        cast, text, made, known, you, (leading[0][0], leading[1][0])
    ):
        return None
    if len(leading) < 2 or sum(n for _, n in leading) < _SHARE * talking.total():
        return None
    if leading[1][1] * 10 < leading[0][1]:
        return None
    return leading[0][0], leading[1][0]


def _room(cast: Cast, text: str, made: Sequence[Draft], parties: tuple[str, str] | None) -> range:
    """Return the numbers of what is said to a room of reporters, by whoever answers them.

    Two heads of states or governments greet each other before the first question.
    """
    asked = [number for number, draft in enumerate(made) if is_question(text, draft)]
    if len(asked) < _QUESTIONS:
        return range(0)
    hosts = parties and all(_is_head(cast.actors[party]) for party in parties)
    return range(asked[0] if hosts else 0, len(made))


def _is_handed_over(
    text: str,
    made: Sequence[Draft],
    known: Sequence[str | None],
    number: int,
    called: str | None,
) -> bool:
    """Tell whether only thanks go to whom a turn calls: who spoke before and asked nothing."""
    before = next((k for k in range(number - 1, -1, -1) if made[k].why in TURNS.values()), None)
    if before is None or called is None or called != known[before]:
        return False
    long = sum(map(len, made[number].content)) > _THANKS
    return long and text[made[before].content[-1].end - 1] not in "?？؟"


def _is_head(actor: Actor) -> bool:
    return any(office_class(office.title) in TOP for office in actor.offices)


def _converse(
    cast: Cast,
    text: str,
    made: Sequence[Draft],
    known: Sequence[str | None],
    you: Container[str],
    pair: tuple[str, str],
) -> bool:
    """Tell whether two who speak speak to each other: they take turns, or are said to have met.

    Two people who are merely quoted in one report do not answer each other, nor do two rivals
    of whom neither says "you".
    """
    one, other = pair
    turns = [
        (speaker, draft.content)
        for draft, speaker in zip(made, known, strict=True)
        if speaker in pair and draft.level == -1 and draft.form == "direct"
    ]
    if sum(len(span) for _, content in turns for span in content) > _TALK * len(text):
        return True
    if other == _met(cast, text, one) or one == _met(cast, text, other):
        return True
    changes = sum(before != after for (before, _), (after, _) in pairwise(turns))
    said = " ".join(words_of(text, content) for _, content in turns)
    return changes >= _TURNS and (not you or any(word in you for word in _WORD.findall(said)))


def _addressee(
    cast: Cast,
    text: str,
    parents: Sequence[int | None],
    known: Sequence[str | None],
    parties: tuple[str, str] | None,
    asking: _Reporters,
    number: int,
    draft: Draft,
) -> str | None:
    speaker, parent = known[number], parents[number]
    if draft.told:
        words = text[draft.told[0].start : draft.told[-1].end].lower()
        if words in everywhere("first_person") and parent is not None:
            return known[parent]
        named = actor_named(cast, text, draft.told)
        if named != speaker:
            return named
        return None
    if draft.form != "direct" or speaker is None:
        return None
    called = _called_upon(cast, text, draft)
    if called is not None and called != speaker:
        return called
    if parent is not None:
        return known[parent] if known[parent] != speaker else None
    if parties is not None and speaker in parties and not _told_reporters(text, draft):
        return parties[1] if speaker == parties[0] else parties[0]
    return asking.before(draft.content[0].start, speaker)


def _told_reporters(text: str, draft: Draft) -> bool:
    """Tell whether the words behind the verb name reporters, who are then told."""
    if not draft.cue:
        return False
    end = draft.cue[-1].end
    tag = re.split(r"[.!?\n«“„:]", text[end : end + _TAG], maxsplit=1)[0]
    return pattern("reporters").search(tag) is not None


def _met(cast: Cast, text: str, speaker: str) -> str | None:
    """Return whom the report's first words say that the speaker met, received or called."""
    persons = (
        m
        for m in cast.within(0, _OPENING)
        if m.actor in cast.actors and cast.actors[m.actor].kind == "person"
    )
    for one, other in pairwise(persons):
        if one.actor == speaker != other.actor and pattern("met").search(
            text, one.span.end, other.span.start
        ):
            return other.actor
    return None


class _Reporters:
    """The reporters that a report names: whoever else answers to nobody answers to them.

    One who is quoted is no hearer, nor one whom the words behind somebody's name tell of
    ("Ann Lee, a journalist who was there").
    """

    def __init__(self, cast: Cast, text: str, speakers: Iterable[str | None]) -> None:
        quoted = set(speakers)
        actors = {
            key
            for key, actor in cast.actors.items()
            if actor.kind != "organisation" and pattern("reporters").search(actor.name)
        }
        self._mentions = [
            m
            for m in cast.mentions
            if m.actor in actors - quoted and not _is_apposed(text, m.phrase.start)
        ]
        self._starts = [m.span.start for m in self._mentions]

    def before(self, offset: int, speaker: str) -> str | None:
        """Return those named last before ``offset``, unless they are the speaker."""
        place = bisect_left(self._starts, offset)
        actor = self._mentions[place - 1].actor if place else None
        return actor if actor != speaker else None


def _is_apposed(text: str, start: int) -> bool:
    """Tell whether a comma stands before, an article between or not."""
    before = text[max(0, start - _APPOSED) : start].rstrip()
    return before.endswith(",") or before.rpartition(" ")[0].endswith(",")


def _called_upon(cast: Cast, text: str, draft: Draft) -> str | None:
    """Return whom the speech calls by name: "Ann, …", "…, Mr. Orr, …"."""
    for span in draft.content:
        for mention in cast.within(span.start, min(span.end, span.start + 400)):
            if mention.form == "pronoun":
                continue
            before = text[max(span.start, mention.phrase.start - 2) : mention.phrase.start].strip()
            after = text[mention.phrase.end : mention.phrase.end + 1]
            opens = mention.phrase.start == span.start
            if after == "," and opens and cast.actors[mention.actor].kind == "person":
                return mention.actor
            named = text[mention.phrase.start].isupper() and _is_call(text, mention)
            person = cast.actors[mention.actor].kind == "person"
            if before == "," and after in ",.!?" and person and named:
                return mention.actor
    return None


def _is_call(text: str, mention: Mention) -> bool:
    """Tell a call from a list or an apposition: the next word is no "and" and no article."""
    rest = text[mention.phrase.end + 1 : mention.phrase.end + 12].split()
    return not rest or rest[0] in ("I", "you", "we", "my", "let", "please", "this", "that", "it")
