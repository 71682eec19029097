"""Who speaks, and to whom: from the words of an attribution to an actor of the cast."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.model import Span
from communique.read.layers import Cast, Mention
from communique.read.speech.bodies import body_before
from communique.read.speech.interview import dashed_turns, interviewee, is_answer, is_question
from communique.read.speech.join import Draft, words_of
from communique.read.speech.letters import author_of, is_letter
from communique.read.speech.lexicon import everywhere
from communique.read.who.words.lexicon import names

#: A noun in the plural ends the phrase, and what stands before it only says of what kind.
_KIND = re.compile(
    r"(?:(?! (?:and|or|of|for|from|in|at|to|on|with|who|as|by)\b) [\w’'-]+){0,2} [a-z]{3,}(?<!s)s\Z"
)
#: A word behind a name that is a noun or verb.
_NOUN = re.compile(r" ([a-z]{3,})\b")
#: How far back the flow of speech is followed.
_LOOK_BACK = 3000
#: How far behind the words of a source the name may stand that they are the title of.
_TITLED = 60


def actor_named(cast: Cast, text: str, spans: Sequence[Span]) -> str | None:
    """Return the actor that the words name, or ``None``.

    The words "a spokesman for Nordia" do not name Nordia: what counts is the head of the
    phrase, not what hangs on it.
    """
    if not spans:
        return None
    start, end = spans[0].start, spans[-1].end
    mentions = [m for m in cast.within(start, end) if m.actor in cast.actors]
    inserted = [m for m in mentions if "[" in text[start : m.span.start]]
    if inserted and text[end - 1] == "]":
        return inserted[-1].actor
    if text[start:end].lower() in everywhere("relatives"):
        return _antecedent(cast, text, start)
    words = Span(start, end)
    if (whole := _reaching(cast, text, words)) is not None:
        return whole
    if not mentions:
        return _around(cast, start, end)
    mentions = [m for m in mentions if not _tells_kind(cast, text, m, words)]
    heads = [m for m in mentions if m.phrase.start <= start and _is_head(text, m, words)]
    if heads:  # in "Lenkijos prezidentas Janas Mrozas" the state is part of the longest phrase
        head = max(heads, key=lambda m: (m.phrase.end, -m.span.start))
        return _compound_head(cast, text, head, mentions).actor
    for mention in mentions:
        person = cast.actors[mention.actor].kind in ("person", "group")
        if person and _is_apposed(text, mention, words):
            return mention.actor
        if (person or _is_set_off(text, mention, words)) and _is_head(text, mention, words):
            return mention.actor
    last = next((m for m in reversed(mentions) if m.span.end >= end - 1), None)
    return last.actor if last is not None and _is_head(text, last, words) else None


def _reaching(cast: Cast, text: str, words: Span) -> str | None:
    """Return whose title the words begin, where the name stands beyond them.

    A source may end before the name: "der Außenminister Velorias | , Anton Beres,".
    """
    for mention in cast.within(words.end, words.end + _TITLED):
        lead = text[words.start : mention.phrase.start].split()
        begins = words.start <= mention.phrase.start < words.end and len(lead) <= 1
        if begins and mention.form == "name" and cast.actors[mention.actor].kind == "person":
            return mention.actor
    return None


def _compound_head(cast: Cast, text: str, first: Mention, mentions: Sequence[Mention]) -> Mention:
    """Return the person at the end of a row of nouns: "Nordian Foreign Ministry spokesman Orr"."""
    last, end = first, first.span.end
    if cast.actors[first.actor].kind == "person":
        return first
    for mention in mentions:
        if mention.phrase.start > end and text[end : mention.phrase.start].isspace():
            last, end = mention, max(end, mention.span.end)
    return last if cast.actors[last.actor].kind == "person" else first


def _is_apposed(text: str, mention: Mention, words: Span) -> bool:
    """Tell whether the mention ends the phrase behind a comma: "the author of the book, Orr"."""
    before = text[words.start : mention.phrase.start].rstrip()[-1:]
    return before == "," and not text[mention.span.end : words.end].strip(" ,")


def _is_set_off(text: str, mention: Mention, words: Span) -> bool:
    """Tell whether an article and a comma stand around the mention: "the Oda Group, a firm"."""
    before = text[words.start : mention.span.start].strip().lower()
    return before in everywhere("definite") and text[mention.span.end : words.end][:1] == ","


def _antecedent(cast: Cast, text: str, start: int) -> str | None:
    """Return the actor that a relative pronoun stands for: the name right before it."""
    for mention in reversed(cast.within(max(0, start - 120), start)):
        rest = text[mention.phrase.end : start].strip(" ,—–-(")
        grouped = mention.actor in cast.actors and cast.actors[mention.actor].kind == "group"
        if mention.form != "pronoun" and (not rest or (grouped and _goes_on(rest))):
            return mention.actor
    return None


def _goes_on(words: str) -> bool:
    """Tell whether the words behind a group are its second half: "both sailors | and cooks"."""
    found = words.split()
    others = found[1:]
    return found[:1] == ["and"] and 0 < len(others) <= 3 and all(w.isalpha() for w in others)


def _around(cast: Cast, start: int, end: int) -> str | None:
    """Return the actor of an epithet that reaches beyond the words."""
    for mention in cast.within(max(0, start - 60), end + 60):
        if mention.span.start <= start and end <= mention.span.end:
            return mention.actor
    return None


def _is_head(text: str, mention: Mention, words: Span) -> bool:
    """Tell whether the mention is neither owner nor object of a preposition in the phrase.

    Nor does it stand in a clause about the head: "the families, who met Orr".

    The owner counts where the phrase holds nothing else: "Orr's" in "Orr's view is that …".
    """
    if min(mention.span.start, mention.phrase.start) <= words.start:
        rest = text[mention.span.end : words.end]
        if mention.form == "name" and _KIND.match(rest):
            return False  # "U.S. | steel workers"
        owner = text[mention.span.end : mention.span.end + 2] in ("'s", "’s", "' ", "’ ")
        return mention.form == "pronoun" or not owner or not rest.strip(" ,'’s")
    before = text[max(0, words.start - 1) : mention.span.start].split()
    outside = everywhere("off_head") | everywhere("relatives")
    return not any(word.lower().strip(",") in outside for word in before)


def _tells_kind(cast: Cast, text: str, mention: Mention, words: Span) -> bool:
    """Tell whether a name only says whose or of what kind: "the Orr | campaign"."""
    noun = _NOUN.match(text, mention.span.end, words.end)
    if noun is None or mention.form != "name" or cast.actors[mention.actor].kind == "state":
        return False
    known = everywhere("behind_names") | everywhere("off_head")
    return noun[1] in names().common - known and not noun[1].endswith(("ly", "ing"))


def speakers(
    cast: Cast, text: str, made: Sequence[Draft], parents: Sequence[int | None]
) -> list[str | None]:
    """Return the speaker of each draft: named, or carried over from the flow of speech."""
    out: list[str | None] = []
    answers = interviewee(cast, text, made)
    dashed, named = dashed_turns(text, made), _named_in_turns(cast, text, made)
    for number, draft in enumerate(made):
        if dashed.get(number, is_answer(text, draft)) and answers is not None:
            out.append(answers)
        elif number in dashed or (is_question(text, draft) and not draft.source):
            out.append(None)
        else:
            who = _speaker(cast, text, made, parents, out, number, draft)
            others = named.get(words_of(text, draft.source), set()) if draft.why == "turn" else ()
            out.append(None if who in others else who)
    return out


def _speaker(
    cast: Cast,
    text: str,
    made: Sequence[Draft],
    parents: Sequence[int | None],
    known: list[str | None],
    number: int,
    draft: Draft,
) -> str | None:
    parent = parents[number]
    words = text[draft.source[0].start : draft.source[-1].end].lower() if draft.source else ""
    if words in everywhere("first_person") and parent is not None:
        return known[parent]
    if words and is_letter(words):
        return author_of(cast, text, draft.source[0])
    if draft.source and not draft.cue and draft.why == "subject":
        return _in_paragraph(text, made, known, number) or actor_named(cast, text, draft.source)
    if draft.why == "turn":
        return actor_named(cast, text, draft.source) or _labelled(cast, words)
    if words == "it":
        return body_before(cast, text, draft.source[0].start)
    if draft.source:
        named = actor_named(cast, text, draft.source)
        return _last_subject(cast, text, made, parents, known, number, words) or named
    if draft.form != "direct" and not (draft.cue and _drops_subject(text, draft)):
        return None
    if parent is not None and draft.goes_on is None:
        return None
    return _carried(cast, text, made, parents, known, number)


def _labelled(cast: Cast, words: str) -> str | None:
    """Return the one person whose last name a turn's label is: "MARSH:" for Lena Marsh."""
    last = words.split()[-1:]
    named = [
        actor.id
        for actor in cast.actors.values()
        if actor.kind == "person" and actor.name.lower().split()[-1:] == last
    ]
    return named[0] if len(named) == 1 else None


def _named_in_turns(cast: Cast, text: str, made: Sequence[Draft]) -> dict[str, set[str]]:
    """Return whom turns labelled by an office name, by label: "THE PRESIDENT: Let Orr go."

    Nobody calls himself by name. So the office is another's, whom the report need not name.
    """
    articles = tuple(f"{article} " for article in everywhere("definite"))
    found: dict[str, set[str]] = {}
    for draft in made:
        label = words_of(text, draft.source)
        if draft.why == "turn" and label.startswith(articles):
            mentions = (m for span in draft.content for m in cast.within(span.start, span.end))
            found.setdefault(label, set()).update(m.actor for m in mentions if m.form == "name")
    return found


def _in_paragraph(
    text: str, made: Sequence[Draft], known: Sequence[str | None], number: int
) -> str | None:
    """Return who spoke last in the narration of the same paragraph."""
    start = made[number].content[0].start
    opening = _line_start(text, start)
    return next(
        (
            known[k]
            for k in range(number - 1, max(-1, number - 8), -1)
            if made[k].content[0].start >= opening and made[k].level == -1 and known[k]
        ),
        None,
    )


def _line_start(text: str, offset: int) -> int:
    """Return where the line begins, if it does so within the last few thousand characters."""
    return text.rfind("\n", max(0, offset - _LOOK_BACK), offset) + 1


def _last_subject(
    cast: Cast,
    text: str,
    made: Sequence[Draft],
    parents: Sequence[int | None],
    known: Sequence[str | None],
    number: int,
    words: str,
) -> str | None:
    """Return whom "he" in the tag of a quotation means: who spoke in the paragraph before it.

    The narration goes on with its subject; a name inside the quotation is no candidate.
    """
    draft = made[number]
    sex = next((sex for sex in ("he", "she") if words in everywhere(sex)), None)
    if sex is None or draft.form != "direct" or parents[number] is not None:
        return None
    if draft.source[0].start < draft.content[0].start:
        return None
    opening = _line_start(text, draft.content[0].start)
    for k in range(number - 1, max(-1, number - 8), -1):
        other, speaker = made[k], known[k]
        if other.level != -1 or other.content[0].start < opening:
            break
        if parents[k] is None and speaker is not None and other.source:
            return speaker if _may_be(cast, text, speaker, sex) else None
    return None


def _may_be(cast: Cast, text: str, actor: str, words: str) -> bool:
    """Tell whether nothing in the report speaks against calling the actor "he" or "she"."""
    if cast.actors[actor].kind != "person":
        return False
    other = everywhere("she" if words == "he" else "he")
    return all(span.of(text).lower() not in other for span in cast.actors[actor].pronouns)


def _drops_subject(text: str, draft: Draft) -> bool:
    """Tell whether the cue opens or ends its sentence without a subject, as Slavic ones may."""
    kind = draft.why.rsplit(":", 1)[-1]
    if kind == "e" and draft.cue[0].start > draft.content[-1].end and not draft.source:
        return True  # "…, dodał."
    if draft.why == "as-said":
        return True  # "Jak podkreślił, …"
    before = text[max(0, draft.cue[0].start - 3) : draft.cue[0].start].rstrip(" ")[-1:]
    opens = before in ("", "\n", ".", "!", "?", "…", "。", "”", "»")
    first = draft.content[0].of(text).split(maxsplit=1)[0].lower()
    if opens and first in everywhere("that"):
        return True  # "Dodała, że …"
    return (
        opens
        and (kind in ("t", "c") or draft.why.startswith("lead:"))
        and (not draft.cue[0].of(text).isascii() or draft.why.startswith("lead:"))
    )


def _carried(
    cast: Cast,
    text: str,
    made: Sequence[Draft],
    parents: Sequence[int | None],
    known: list[str | None],
    number: int,
) -> str | None:
    """Return who speaks where nothing next to the quotation says so.

    In this order: the utterance that goes on; whoever the same paragraph named last as
    speaking or acting; whoever spoke last.
    """
    draft = made[number]
    if draft.goes_on is not None:
        return next((known[k] for k in range(number) if made[k] is draft.goes_on), None)
    start = draft.content[0].start
    opening = _line_start(text, start)
    before = [
        k
        for k in range(max(0, number - 12), number)
        if made[k].level == draft.level and parents[k] == parents[number]
    ]
    if opening < start - 3:
        here = [k for k in before if made[k].content[0].start >= opening and known[k]]
        if here:
            return known[here[-1]]
        actor = _acting(cast, text, max(opening, start - _LOOK_BACK), start)
        if actor is not None:
            return actor
    spoken = [k for k in before if made[k].form == "direct" and known[k]]
    if not spoken:
        return None
    last = spoken[-1]
    others = [k for k in reversed(spoken) if known[k] != known[last]]
    if _asks(text, made[last]):
        return known[others[0]] if others else known[last]
    asking = [k for k in before if made[k].source and _asks(text, made[k])]
    if _asks(text, draft) and asking and known[asking[-1]] != known[last]:
        return known[asking[-1]]  # whoever asked before, be it nobody known, asks again
    return known[last]


def _asks(text: str, draft: Draft) -> bool:
    return text[draft.content[-1].end - 1] in "?？؟"


def _acting(cast: Cast, text: str, start: int, end: int) -> str | None:
    """Return the actor whose name or epithet opens the last sentence before ``end``."""
    mentions = [
        m
        for m in cast.within(start, end)
        if m.actor in cast.actors and cast.actors[m.actor].kind in ("person", "group")
    ]
    heads = [m for m in mentions if _opens_sentence(text, m)]
    chosen = heads or mentions
    return chosen[-1].actor if chosen else None


def _opens_sentence(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.phrase.start - 4) : mention.phrase.start].rstrip(' "“')[-1:]
    return before in ("", "\n", ".", "!", "?", "”", "…")
