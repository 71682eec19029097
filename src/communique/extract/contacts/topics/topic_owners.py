"""Which contact a topic or an outcome belongs to: one of its sentence, or the one in focus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.contacts.clauses.adverbials import runs_to
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group, groups_of
from communique.extract.contacts.topics.topics import Found, after_noun, topics_in, what_was_told
from communique.extract.contacts.triggers import triggers_for
from communique.extract.genres import tells_news
from communique.extract.view import Item, View
from communique.model import Label, Span

FOCUS = 10  # sentences over which a report goes on about a contact
_LED_BY = re.compile(r",?\s+(?:on|in|at|aboard)(?:\s+the)?$")
_NEAR = 4  # words between a contact and what was talked about in it
_SPOKEN = frozenset({"conversation", "exchange", "call", "briefing", "letter"})
_ABOUT = frozenset({"about", "over", "regarding", "concerning"})
_DAYS = 5  # items of a day between a contact and its topic
_THEM = frozenset({"him", "her", "them", "each other", "one another", "the other side"})
_STOPS = frozenset(";:.!?—…")
_CLAUSES = ("relative", "subordinator", "reporting", "conjunction", "be", "have", "future", "modal")
_FAR = 16  # items between a contact and what it is for
_WANTED = 2  # the same for what one side asks for
_AHEAD = 3  # sentences over which a report goes on about a contact to come
_LEAD = 3  # sentences in which a story tells of the contact that it is about
_FAR_ON = 6  # sentences over which it goes on about that
_BY_THE_WAY = frozenset({"interview", "letter"})
_DIRECT = 4  # words between a subject and what it is told to have talked about


def give_topics(view: View, sentence: int, here: list[Mention], before: list[Mention]) -> None:
    """Put the topics and outcomes of a sentence to the mention that they belong to."""
    span = view.reading.sentences[sentence]
    items = view.items(sentence) if here else ()
    for position, mention in enumerate(here):
        end = items[mention.after - 1].end
        limit = items[here[position + 1].first].start if position + 1 < len(here) else span.end
        spoken = mention.kind in _SPOKEN or mention.why == "verb:summon"
        if not (mention.why.startswith("noun") or spoken):
            continue
        labels = after_noun(view, end, limit) if limit > end else ()
        if not labels and spoken:
            past = runs_to(view, items, mention.after) - 1
            end = max(end, items[past].end if items[past].word != "," else items[past - 1].end)
            labels = after_noun(view, end, limit) if limit > end else ()
            labels = labels or _past_day(view, items, mention, limit)
        own = tuple(_without_circumstances(view, mention, label) for label in labels)
        if mention.kind == "interview":
            own = tuple(label for label in own if not _is_station(view, label))
        here[position] = replace(mention, topics=mention.topics + own)
    for position, mention in enumerate(here):
        if (said := what_was_told(view, sentence, mention)) is not None:
            here[position] = replace(here[position], told=(said,))
    for found in topics_in(view, span.start, span.end):
        owner = _topic_owner(view, sentence, found, here, before)
        if owner is None:
            continue
        mentions, at = owner
        if found.whom is not None and not _is_asked(view, sentence, found.whom, mentions[at]):
            continue
        if mentions is here and not found.outcome and _is_of_contact(items, mentions[at], found):
            continue  # "asked Lind for | a meeting"
        if found.outcome and mentions[at].modality.status == "planned":
            continue  # what was agreed before is no outcome of what is to come
        mentions[at] = _told(view, mentions[at], found)


def _is_station(view: View, label: Label) -> bool:
    """Tell "an interview on | Harbour Radio" from one on the harbour."""
    return label.label.split()[-1].lower() in triggers_for(view.lexicon).words["press_names"]


def _is_of_contact(items: Sequence[Item], mention: Mention, found: Found) -> bool:
    """Tell a label that holds the contact's own word, and so is none of its topics."""
    word = items[mention.index]
    return any(label.evidence[0].overlaps(Span(word.start, word.end)) for label in found.labels)


def handed_over(here: list[Mention]) -> list[Mention]:
    """Give the contact named behind a quotation what is quoted of it.

    "“We talked about grain,” Ruiz said after her call with Lind" tells of one contact.
    """
    told = list(here)
    for position in reversed(range(len(here) - 1)):
        said, whole = told[position : position + 2]
        quoted = said.needed and said.modality.statement and not whole.modality.statement
        if quoted and said.actors < whole.actors and whole.modality.status == "held":
            given = replace(whole, topics=_added(whole.topics, said.topics))
            told[position : position + 2] = [given]
    return told


def _past_day(view: View, items: Sequence[Item], mention: Mention, limit: int) -> tuple[Label, ...]:
    """Return the topics of "summoned Lind on Monday over A and B"."""
    for at in range(mention.after, min(mention.after + _DAYS, len(items))):
        if items[at].word in _ABOUT and items[at].start < limit:
            return after_noun(view, items[at - 1].end, limit)
    return ()


def _told(view: View, mention: Mention, found: Found) -> Mention:
    labels = tuple(_without_circumstances(view, mention, label) for label in found.labels)
    if found.outcome:
        return replace(mention, outcome=_added(mention.outcome, labels))
    if found.put:
        return replace(mention, put=_added(mention.put, labels))
    return replace(mention, topics=_added(mention.topics, labels))


def _without_circumstances(view: View, mention: Mention, label: Label) -> Label:
    """Cut "in Lake City on Monday" off a topic, where and when the contact was."""
    slots = (mention.date, mention.place)
    spans = [one.evidence[0] for one in slots if one is not None and one.evidence]
    span = label.evidence[0]
    for inner in sorted(spans, key=lambda one: one.start):
        end = len(view.text[span.start : inner.start].rstrip()) + span.start
        led = (
            _LED_BY.search(view.text, span.start, end)
            if span.start < inner.start < span.end
            else None
        )
        if led is not None and led.start() > span.start:
            cut = Span(span.start, led.start())
            return Label(label=" ".join(cut.of(view.text).split()), evidence=(cut,))
    return label


def _added(known: tuple[Label, ...], more: tuple[Label, ...]) -> tuple[Label, ...]:
    fresh = [
        label
        for label in more
        if not any(old.evidence[0].overlaps(label.evidence[0]) for old in known)
    ]
    return known + tuple(fresh)


def _topic_owner(
    view: View, sentence: int, found: Found, here: list[Mention], before: list[Mention]
) -> tuple[list[Mention], int] | None:
    """Return the mention that a topic belongs to: in its sentence, or the one in focus."""
    items = view.items(sentence)
    earlier = [
        i
        for i, m in enumerate(here)
        if items[m.index].start < found.at and not _is_aside(view, items, m)
    ]
    if found.purpose:
        return _of_purpose(view, items, found, here, earlier)
    held = [i for i in earlier if here[i].modality.status == "held"]
    if held or (earlier and _is_near(items, here[earlier[-1]], found.at)):
        return here, held[-1] if held else earlier[-1]
    owner = _in_focus(view, sentence, found, before)
    if owner and tells_news(view) and not _goes_on(view, sentence, found, owner[0][owner[1]]):
        owner = None
    if owner and _is_wish(view, found.at) and owner[0][owner[1]].modality.status == "held":
        return None
    if found.loose and not earlier:
        return owner  # "it kept mum about the timing before Ruiz met Lind"
    return owner if owner or not here else (here, earlier[-1] if earlier else 0)


def _is_asked(view: View, sentence: int, whom: Span, mention: Mention) -> bool:
    """Tell whether those of whom something is asked take part in a contact."""
    if whom.of(view.text).lower() in _THEM:
        return True
    items = view.items(sentence)
    asked = [
        group
        for group in groups_of(view, sentence)
        if whom.start <= items[group.last - 1].start < whom.end
    ]
    stands = mention.actors | {one.represents for one in mention.participants}
    return bool(asked) and bool(asked[-1].actors) and asked[-1].actors <= stands


def _of_purpose(
    view: View, items: Sequence[Item], found: Found, here: list[Mention], earlier: Sequence[int]
) -> tuple[list[Mention], int] | None:
    """Return the contact that "met Lind in Azul | to sign a treaty" is told of, if no clause
    lies between."""
    if not earlier:
        return None
    mention = here[earlier[-1]]
    between = [one for one in items[mention.after :] if one.start < found.at]
    clause = any(
        one.word in _STOPS or (one.ref is None and view.lexicon.has(one.word, *_CLAUSES))
        for one in between
    )
    return None if clause or len(between) > _FAR else (here, earlier[-1])


def _is_aside(view: View, items: Sequence[Item], mention: Mention) -> bool:
    """Tell "the two, who last met in May, (discussed coal)" from what a sentence is about."""
    near = items[max(0, mention.index - 3) : mention.index]
    led = any(one.ref is None and view.lexicon.has(one.word, "relative") for one in near)
    return mention.distinct and led and mention.why.startswith("verb")


def _is_near(items: Sequence[Item], mention: Mention, offset: int) -> bool:
    """Tell whether no more than a few words part a mention from what follows it."""
    between = [item for item in items[mention.after :] if item.start < offset]
    return len(between) <= _NEAR


def _is_wish(view: View, at: int) -> bool:
    """Tell what one is ready to talk about from what was: "we are ready to | discuss the banks"."""
    before = view.text[max(0, at - 24) : at].lower().split()[-2:]
    return before[1:] == ["to"] and before[0] in triggers_for(view.lexicon).words["wishing"]


def _in_focus(
    view: View, sentence: int, found: Found, before: list[Mention]
) -> tuple[list[Mention], int] | None:
    """Return the held mention that a later sentence goes on about.

    Its subject takes part or is several ("the sides"); "grain was discussed" has none.
    """
    subject = _subject_before(view, sentence, found.at)
    if subject is None and not found.passive:
        return None
    for at in range(len(before) - 1, max(-1, len(before) - 12), -1):
        mention = before[at]
        if sentence - mention.sentence > _reach(view, subject, found):
            return None
        if not _may_be_in_focus(mention, sentence):
            continue
        if subject is None or _are_its_sides(subject, mention):
            return before, at
    return None


def _goes_on(view: View, sentence: int, found: Found, mention: Mention) -> bool:
    """Tell whether a sentence of a story goes on about a contact told of before it.

    Stories move on to other matters. One that is not about the contact tells of it in the next
    sentences only, and of an interview or a letter in its own. The subject stands next to what
    it talked about, not "Lind, whose party is torn by" strife; where there is none, a word for
    the contact does ("the talks touched on").
    """
    behind, led = sentence - mention.sentence, mention.sentence < _LEAD
    if led and behind < _FAR_ON:
        return True
    aside = mention.kind in _BY_THE_WAY or behind > (_WANTED if found.outcome else _FAR_ON - 1)
    if not led and aside:
        return False
    items = view.items(sentence)
    ahead = [one for one in groups_of(view, sentence) if items[one.last - 1].end <= found.at]
    if found.passive:
        nouns = triggers_for(view.lexicon).nouns
        return (behind <= 1 and not ahead) or any(item.word in nouns for item in items)
    ahead = [one for one in ahead if one.preposition is None and not one.possessive]
    if not ahead or not _are_its_sides(ahead[-1], mention):
        return False
    if view.lexicon.has(items[ahead[-1].first].word.split()[0], "possessive"):
        return False  # "his supporters"
    between = [one for one in items[ahead[-1].last :] if one.start < found.at]
    return len(between) <= _DIRECT and not any(one.word in _STOPS for one in between)


def _are_its_sides(subject: Group, mention: Mention) -> bool:
    """Tell whether a subject is one who takes part, or several for whom they stand."""
    if not (subject.parties or subject.plural):
        return False
    sides = {one.represents or one.actor for one in mention.participants}
    return subject.actors <= mention.actors or (
        len(subject.parties) > 1 and subject.actors <= sides
    )


def _reach(view: View, subject: Group | None, found: Found) -> int:
    """Return over how many sentences a report goes on about a contact."""
    if found.put:
        return _WANTED if view.is_press_conference else FOCUS
    if found.loose or (found.wanted and found.whom is None):
        return _WANTED
    return FOCUS if subject else FOCUS // 2


def _may_be_in_focus(mention: Mention, sentence: int) -> bool:
    """Tell a contact that was held, or is told of just before as to come, from the others."""
    status = mention.modality.status
    to_come = status == "planned" and sentence - mention.sentence <= _AHEAD
    return len(mention.actors) > 1 and (status == "held" or to_come)


def _subject_before(view: View, sentence: int, offset: int) -> Group | None:
    """Return the first group before ``offset``, or that of the clause that it is reported in.

    "A spokesman said that Ruiz …" is about Ruiz.
    """
    items = view.items(sentence)
    last: Group | None = None
    for group in groups_of(view, sentence):
        if items[group.last - 1].end <= offset and group.preposition is None:
            reported = group.first > 0 and items[group.first - 1].word == "that"
            last = group if reported else last or group
    return last
