"""What was talked about, and what came of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import groups_of
from communique.extract.contacts.topics.topic_labels import clause_end, listed, whole
from communique.extract.contacts.topics.topic_patterns import TopicPatterns, topic_patterns
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View
from communique.model import Label, Span

_RANGE_TO = re.compile(r",?\s+(?:all\s+the\s+way\s+)?to\s+")
_BEFORE_TOLD = frozenset({"that", "'", ":", ",", '"', "“", "‘", "«", "—", "well", "guys"})
_ASKING = frozenset({"for", "about", "of"})
_ENDS = re.compile(r"[.;:!?,—…”\"’»)]")
_NEGATED = 3  # words before a verb, one of which may deny it
_ASIDE = 8  # items between whom one tells and what
_FEWEST = 3  # words of something told
_LONGEST = 16  # words of a label
_LONG_SUBJECT = 60  # characters between "On the islands," and the end of the subject
_BREAK = 40  # characters of a line's end, behind which its list begins
_LINES_AHEAD = re.compile(r"\n[^\S\n]*(?:[-–—•*▪◦·●]|\(?\w{1,2}[.)])\s")
_WORD = re.compile(r"\b(\w+)\s+(?:that\s+)?")
_LINE_END = re.compile(r"[;.](?=\s|$)|\s[–—]\s|,?\s+and\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """Topics or outcomes at an offset of the text.

    ``wanted`` if one side asks for them, ``purpose`` if they are what a contact is for, ``loose``
    if only a preposition leads to them, ``put`` if they are what one side
    said. ``whom`` is where it stands of whom they are asked.
    """

    at: int
    labels: tuple[Label, ...]
    outcome: bool
    passive: bool = False
    wanted: bool = False
    purpose: bool = False
    loose: bool = False
    put: bool = False
    whom: Span | None = None


def topics_in(view: View, start: int, end: int) -> list[Found]:
    """Return topics and outcomes told of between two offsets of one sentence, in order."""
    patterns = topic_patterns(view.lexicon.language)
    if patterns is None:
        return []
    found = [
        Found(
            m.start(),
            listed(view, patterns, m.end(), end),
            False,
            _is_impersonal(view, patterns, m),
        )
        for m in patterns.topic.finditer(view.text, start, end)
        if not _is_passive(view, m.start(), m[0])
        and not _is_denied(view, patterns, start, m.start())
    ]
    found += _in_lines(view, patterns, start, end)
    found += _fronted(view, patterns, start, end)
    found += _passive(view, patterns, start, end)
    for match in patterns.loosely.finditer(view.text, start, end):
        if not _is_denied(view, patterns, start, match.start()):
            labels = listed(view, patterns, match.end(), end)
            found.append(Found(match.start(), labels, False, loose=True))
    found += _put(view, patterns, start, end)
    as_items = (p.finditer(view.text, start, end) for p in (patterns.with_as, patterns.answered))
    for match in chain(*as_items):
        if label := whole(view, *match.span("topic")):
            found.append(Found(match.start(), (label,), False, passive=True))
    for match in patterns.ranging.finditer(view.text, start, end):
        found.append(Found(match.start(), _ranged(view, patterns, match.end(), end), False, True))
    for match in patterns.wanted.finditer(view.text, start, end):
        wanted = listed(view, patterns, match.end(), end)
        if labels := tuple(one for one in wanted if not _is_contact(view, one)):
            found.append(Found(match.start(), labels, False, wanted=True))
    for match in patterns.purpose.finditer(view.text, start, end):
        if labels := listed(view, patterns, match.end(), end):
            found.append(Found(match.start(), labels, False, purpose=True))
    for match in patterns.urging.finditer(view.text, start, end):
        deed = whole(view, match.end(), clause_end(view, match.end(), end))
        whom = Span(*match.span("whom"))
        found.append(Found(match.start(), (deed,) if deed else (), False, wanted=True, whom=whom))
    for match in patterns.outcome.finditer(view.text, start, end):
        if _is_passive(view, match.start(), "signed"):
            continue  # "it had to be signed the same day"
        if label := whole(view, match.start(), clause_end(view, match.end(), end)):
            found.append(Found(match.start(), (label,), True))
    return sorted((f for f in found if f.labels), key=lambda f: f.at)


def _passive(view: View, patterns: TopicPatterns, start: int, end: int) -> list[Found]:
    """Return the topics of "visas were discussed, as were tolls", "visas and tolls came up"."""
    found = []
    for match in patterns.several.finditer(view.text, start, end):
        words = match["topic"].lower().split()
        if any(view.lexicon.has(word.strip(","), "relative", "reporting") for word in words):
            continue
        labels = listed(view, patterns, match.start("topic"), match.end("topic"))
        if len(labels) > 1:
            found.append(Found(match.start(), labels, False, passive=True))
    for match in patterns.passive.finditer(view.text, start, end):
        label = whole(view, _past_report(view, *match.span("topic")), match.end("topic"))
        ahead = patterns.listed_behind.match(view.text, match.end(), end)
        if label and ahead and patterns.of_topics.fullmatch(label.label):
            labels = listed(view, patterns, ahead.end(), end)
            found.append(Found(match.start(), labels, False, passive=True))
            continue  # "Three issues were discussed: A, B and C"
        more = patterns.including.match(view.text, match.end(), end)
        labels = listed(view, patterns, more.end(), end) if more else ()
        if label or labels:
            first = (label,) if label else ()
            found.append(Found(match.start(), (*first, *labels), False, passive=True))
    return found


def _past_report(view: View, start: int, end: int) -> int:
    """Return where what "a diplomat said (that)" begins, at ``start`` where nobody says it."""
    for match in reversed(list(_WORD.finditer(view.text, start, end))):
        if view.lexicon.has(match[1].lower(), "reporting"):
            return match.end()
    return start


def _put(view: View, patterns: TopicPatterns, start: int, end: int) -> list[Found]:
    """Return what one side put to the other: "reaffirmed her support", "stressed that …"."""
    found = []
    for match in patterns.put.finditer(view.text, start, end):
        if _is_passive(view, match.start(), match[0].split()[0]):
            continue
        labels = listed(view, patterns, match.end(), end)
        if labels and not _is_somebody(view, labels[0]):
            found.append(Found(match.start(), labels, False, put=True))
    for match in patterns.put_that.finditer(view.text, start, end):
        if label := whole(view, match.end(), clause_end(view, match.end(), end)):
            found.append(Found(match.start(), (label,), False, put=True))
    return found


def _is_somebody(view: View, label: Label) -> bool:
    """Tell "(welcomed) President Lind" from "(welcomed) President Lind's offer"."""
    span = label.evidence[0]
    at = bisect_left(view.refs, span.start, key=lambda ref: ref.start)
    near = view.refs[at] if at < len(view.refs) else None
    if near is None or near.end > span.end or view.actors[near.actor].kind != "person":
        return False
    titled = all(word[:1].isupper() for word in view.text[span.start : near.start].split())
    return titled and not view.text.startswith(("'", "’"), near.end)


def _fronted(view: View, patterns: TopicPatterns, start: int, end: int) -> list[Found]:
    """Return the topic of "On the islands, the two agreed", of whom its clause tells."""
    match = patterns.fronted.search(view.text, start, end)
    label = whole(view, *match.span("topic")) if match else None
    sentence = view.sentence_at(match.end()) if match else None
    if match is None or label is None or sentence is None or _is_somebody(view, label):
        return []
    if patterns.additive.match(match[0]) and (
        not patterns.topic.search(view.text, match.end(), end)
        or label.label.split()[0].endswith("ing")
    ):
        return []  # "Besides the treaty, they signed a note", "In addition to speaking in Azul"
    ends = [group.last for group in groups_of(view, sentence)]
    items = view.items(sentence)
    subject = next((items[at - 1].end for at in ends if items[at - 1].start >= match.end()), None)
    near = subject is not None and subject - match.end() < _LONG_SUBJECT
    return [Found(subject, (label,), False)] if subject is not None and near else []


def _in_lines(view: View, patterns: TopicPatterns, start: int, end: int) -> list[Found]:
    """Return the topics that stand each on a line of its own behind "The leaders discussed:"."""
    if _LINES_AHEAD.search(view.text, start, end + _BREAK) is None:
        return []
    opened = None
    for match in patterns.topic_lines.finditer(view.text, start, end + _BREAK):
        opened = match
    if opened is None or opened.start() >= end:
        return []
    labels, at = list[Label](), opened.end()
    while line := patterns.bullet.match(view.text, at):
        stop = line.end("topic")
        if halt := _LINE_END.search(view.text, line.start("topic"), stop):
            stop = halt.start()
        if label := whole(view, line.start("topic"), stop):
            labels.append(label)
        at = line.end()
    return [Found(opened.start(), tuple(labels), False, _is_impersonal(view, patterns, opened))]


def _is_contact(view: View, label: Label) -> bool:
    """Tell "(asked for) a meeting", which is a contact and no topic of one."""
    words, nouns = label.label.lower().split(), triggers_for(view.lexicon).nouns
    named = view.lexicon.has(words[0], "determiner") and any(word in nouns for word in words[1:3])
    return named or (len(words) < _FEWEST and words[-1] in nouns)


def _is_denied(view: View, patterns: TopicPatterns, start: int, at: int) -> bool:
    """Tell whether the words say that something was not talked about."""
    before = view.text[start:at].casefold().split()
    if any(view.lexicon.has(word.replace("’", "'"), "not") for word in before[-_NEGATED:]):
        return "only" not in before[-_NEGATED:]
    return patterns.denied.search(view.text, start, at) is not None


def _is_passive(view: View, at: int, words: str) -> bool:
    """Tell "(was) raised during the call" and "(is) concerned" from the active forms."""
    before = view.text[max(0, at - 30) : at].lower().split()[-2:]
    return len(words.split()) == 1 and any(view.lexicon.has(word, "be") for word in before)


def _is_impersonal(view: View, patterns: TopicPatterns, match: re.Match[str]) -> bool:
    """Tell "attention was paid to", "it was devoted to", whose subject takes no part."""
    if patterns.impersonal.search(match[0]):
        return True
    before = view.text[max(0, match.start() - 20) : match.start()].lower().split()[-1:]
    if before and before[0] in triggers_for(view.lexicon).nouns:
        return True  # "Talks centred on gas"
    return any(view.lexicon.has(word, "be") for word in (*before, *match[0].lower().split()))


def _ranged(view: View, patterns: TopicPatterns, start: int, end: int) -> tuple[Label, ...]:
    """Return the labels of "(ranging from) A to B and C"."""
    stop = clause_end(view, start, end)
    to = _RANGE_TO.search(view.text, start, stop)
    first = whole(view, start, to.start()) if to else None
    return (first, *listed(view, patterns, to.end(), end)) if to and first else ()


def after_noun(view: View, start: int, end: int) -> tuple[Label, ...]:
    """Return the topics of "a call about X and Y", where ``start`` is just past the noun."""
    patterns = topic_patterns(view.lexicon.language)
    match = patterns.about.match(view.text, start, end) if patterns else None
    return listed(view, patterns, match.end(), end) if patterns and match else ()


def what_was_told(view: View, sentence: int, mention: Mention) -> Label | None:
    """Return the words that one told the other: "told Lind that | the pier was closed"."""
    items = view.items(sentence)
    telling = triggers_for(view.lexicon).words["telling"]
    for at in range(mention.first, len(items) - 2):
        item = items[at]
        if item.ref is not None or item.word not in telling or items[at + 1].word in _ASKING:
            continue
        at += items[at + 1].word == "by"  # "was told by Lind that"
        group = next((g for g in groups_of(view, sentence) if g.first == at + 1), None)
        start = group.last if group and not group.possessive else at + 2
        if start < len(items) and _is_aside(view, items[start]):
            start = _past_aside(items, start)  # "told Lind by phone | that the pier was closed"
        while start < len(items) and items[start].word in _BEFORE_TOLD:
            start += 1
        end = start
        while end < len(items) and not (_ENDS.fullmatch(items[end].word) and end - start > 1):
            end += 1
        if end - start < _FEWEST or items[start].word in ("about", "of", "to"):
            return None
        if items[start].word in triggers_for(view.lexicon).words["no_topic"]:
            return None  # "told me so"
        span = Span(items[start].start, items[end - 1].end)
        words = span.of(view.text).split()
        return Label(label=" ".join(words[:_LONGEST]), evidence=(span,))
    return None


def _past_aside(items: Sequence[Item], start: int) -> int:
    """Return where "that" follows an aside; the end where none does, as in "told Lind at sea"."""
    for at in range(start, min(start + _ASIDE, len(items))):
        if items[at].word == "that" and at > start:
            return at
        if _ENDS.fullmatch(items[at].word):
            break
    return len(items)


def _is_aside(view: View, item: Item) -> bool:
    """Tell when, where or how something is told from what is told."""
    if item.date >= 0:
        return True
    aside = view.lexicon.has(item.word, "preposition", "adverb", "subordinator", "relative")
    return aside and item.word not in ("that", "if", "whether")
