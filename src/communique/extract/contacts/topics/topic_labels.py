"""What words of a report make a topic: lists cut into labels, ends of clauses."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.extract.contacts.topics.topic_patterns import TopicPatterns
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View
from communique.model import Label, Span, trimmed

_CLAUSE_END = re.compile(
    r"[;:!?—…](?=\s|$)|(?<![A-Z])(?<!\bM[rs])(?<!\b[DS][rt])(?<!\bMrs)\.(?=\s)"
    r"|\n\s*\n|\s[–-]\s"
)
_TRAILING = re.compile(r"\s+(?:and|or)$")
_LAST_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_RESUMES = re.compile(r",\s+(?:and|as\s+well\s+as)\s+", re.IGNORECASE)
_MARKS = '.,;:!?"”»’'
_DOTTED = re.compile(r"\b\w\.\w\.$")  # "the U.S."
_OWNED = re.compile(r"(?:['’]s|s['’]|\b(?:my|our|his|her|its|their))$")
_OF_IT = re.compile(r"(?:the|a|an)\s+(?:[\w-]+\s+)?[\w-]+\s+of\s", re.IGNORECASE)
_ANOTHER = re.compile(
    r",?\s+(?:and|but)\s+(?:[A-Z][\w’'-]+|he|she|they|both)\s+(?:also\s+|had\s+)*$"
)
_LINK = re.compile(r"\b(?:of|between)\b", re.IGNORECASE)
_WITH = re.compile(r"\s+with\s+")
_LONGEST = 16  # words of a label
_BARE = 2  # words of one that only points: "these things"
_SAID = re.compile(r"(?<=\w),[\"”»]\s.*", re.DOTALL)
_QUOTES = (("“", "”"), ("«", "»"))
_BEFORE_TIME = 12  # characters of "about" before half an hour, of "9" behind "Oct."


def listed(view: View, patterns: TopicPatterns, start: int, end: int) -> tuple[Label, ...]:
    """Cut a list of topics into labels: "A, B and C"."""
    for opening in (patterns.announced, patterns.both):
        if begins := opening.match(view.text, start, end):
            start = begins.end()
    stop = min(clause_end(view, start, end), _end_of_speech(view, start, end))
    stop = min(stop, _other_side(view, start, stop))
    ended, resumed = stop, None
    if halt := patterns.stop.search(view.text, start, stop):
        stop = halt.start()
        relative = halt.group().strip(" ,").lower() in ("which", "who")
        resumed = _RESUMES.search(view.text, halt.end(), ended) if relative else None
    stop = min(stop, _another_clause(view, patterns, start, stop))
    labels: list[Label] = []
    begin = start
    for separator in [*_separators(view.text, patterns, start, stop), None]:
        finish = separator.start() if separator else stop
        label = whole(view, begin, finish)
        if label and not (begin > start and _is_report(view, label)):
            labels.append(label)
        begin = separator.end() if separator else stop
    if resumed and (label := whole(view, resumed.end(), ended)):
        labels.append(label)  # "tolls, which were due, and the pier"
    return tuple(labels)


def _is_report(view: View, label: Label) -> bool:
    """Tell "(talked about grain), officials of both sides said"."""
    return view.lexicon.has(label.label.split()[-1].lower(), "reporting")


def _another_clause(view: View, patterns: TopicPatterns, start: int, end: int) -> int:
    """Return where ", and Lind also brought up" begins, which has topics of its own."""
    for match in patterns.topic.finditer(view.text, start, end):
        if joint := _ANOTHER.search(view.text[start : match.start()]):
            return start + joint.start()
    return end


def _end_of_speech(view: View, start: int, end: int) -> int:
    """Return where the statement ends that ``start`` lies in: no topic goes beyond it.

    One that begins there is of the topics themselves ("discussed | the ferry and the dues"), and
    may have been read as the first of them alone.
    """
    statement = view.statement_at(start)
    if statement is None:
        return end
    return next((span.end for span in statement.content if span.start < start < span.end), end)


def _other_side(view: View, start: int, end: int) -> int:
    """Return where "with Lind" begins after what was raised; ``end`` if it does not follow."""
    for match in _WITH.finditer(view.text, start, end):
        at = bisect_left(view.refs, match.end(), key=lambda ref: ref.start)
        near = view.refs[at] if at < len(view.refs) else None
        if near is None or near.start >= end or view.actors[near.actor].kind != "person":
            continue
        if all(word[:1].isupper() for word in view.text[match.end() : near.start].split()):
            return match.start()
    return end


def _separators(text: str, patterns: TopicPatterns, start: int, end: int) -> list[re.Match[str]]:
    """Return what separates the labels of a list, a last plain "and" included."""
    found = list(patterns.separator.finditer(text, start, end))
    rest = found[-1].end() if found else start
    if found and found[-1].group().strip() == ",":
        return found + list(_LAST_AND.finditer(text, rest, end))[-1:]
    apart = patterns.apart.finditer(text, rest, end)
    joints = [m for m in apart if not _within(text, rest, m) or _is_like(text[rest:end], m, rest)]
    last = list(_LAST_AND.finditer(text, rest, end))[-1:]
    return found + (
        joints or [m for m in last if _are_two(text[rest : m.start()], text[m.end() : end])]
    )


def _are_two(left: str, right: str) -> bool:
    """Tell "prisoner swaps and water rights" from "cultural and trade links"."""
    before, behind = left.split(), right.split()
    several = len(before) > 1 and len(behind) > 1 and before[-1].endswith("s")
    return several and not before[-1].endswith(("ss", "ous")) and not _LINK.search(left)


def _within(text: str, start: int, joint: re.Match[str]) -> bool:
    """Tell the "and" of "the role of the guilds and the port" from one between topics."""
    links = _LINK.findall(text, start, joint.start())
    return bool(links) and joint["opens"].lower() in ("the", "a", "an", "their", "its", "our")


def _is_like(text: str, joint: re.Match[str], start: int) -> bool:
    """Tell "the return of boats and the reopening of clinics", which are two."""
    left, right = text[: joint.start() - start], text[joint.end() - start :]
    return bool(_OF_IT.match(left) and _OF_IT.match(right))


def whole(view: View, start: int, end: int) -> Label | None:
    """Return ``[start, end)`` as a label, without marks at its end, if it says something."""
    while end > start and (view.text[end - 1] in _MARKS or view.text[end - 1].isspace()):
        if _DOTTED.search(view.text, max(start, end - 6), end):
            break
        end -= 1
    if dangling := _TRAILING.search(view.text, start, end):
        end = dangling.start()
    span = trimmed(view.text, start, end)
    if span is None:
        return None
    words = view.text[span.start : span.end].split()
    if not any(_tells(view, word) for word in words) or len(words) > 3 * _LONGEST:
        return None
    first, last = words[0].lower(), words[-1].lower()
    listed_words = triggers_for(view.lexicon).words
    if first in listed_words["no_topic"]:
        return None
    if last in listed_words["phone"] and len(words) <= len(("the", "phone")):
        return None  # "talked on the phone"
    if last in listed_words["initiative_nouns"] and len(words) > 1 and _OWNED.search(words[-2]):
        return None  # "(took place on) Lind's initiative"
    if view.lexicon.has(first, "be"):
        return None  # "(what they talked about) was the ferry"
    if _points_back(view, words) or view.lexicon.has(first, "to", "adverb", "conjunction"):
        return None
    if view.lexicon.has(first, "preposition") and first not in ("like", "over"):
        return None
    if view.lexicon.has(last, "pronoun", "possessive", "preposition", "determiner"):
        return None
    near = view.dates_within(max(0, start - _BEFORE_TIME), end + _BEFORE_TIME)
    dates = [when.evidence[0] for _, when in near if when.evidence[0].overlaps(span)]
    dates = [at for at in dates if at.of(view.text).lower() not in listed_words["timeless"]]
    if any(at.start - span.start <= len("the ") for at in dates):
        return None  # "(talks over) the past week", "(talked for about) half an hour"
    span = _with_marks(view.text, span)
    words = view.text[span.start : span.end].split()
    return Label(label=" ".join(words[:_LONGEST]), evidence=(span,))


def _with_marks(text: str, span: Span) -> Span:
    """Return a label with the mark that closes a quotation in it, up to where quoted words end.

    Marks at the end of a label are cut off as those of a sentence are.
    """
    words = span.of(text)
    for opening, closing in (*_QUOTES, ('"', '"')):
        odd = words.count(opening) % 2 if opening == closing else opening in words
        if not odd or (opening != closing and words.count(closing) == words.count(opening)):
            continue
        behind = text.find(closing, span.end, span.end + _BARE)
        if behind >= 0 and text[span.end : behind].strip(_MARKS) == "":
            return Span(span.start, behind + 1)
        if words.startswith(opening):
            return Span(span.start + 1, span.end)
    said = _SAID.search(words)
    return Span(span.start, span.start + said.start()) if said else span


def _points_back(view: View, words: list[str]) -> bool:
    """Tell "it", "that extensively", "these things" from "that agreement" and "what to do"."""
    first, last = words[0].lower(), words[-1].lower()
    if len(words) == _BARE and last in triggers_for(view.lexicon).words["bare_topics"]:
        return view.lexicon.has(first, "determiner")
    if not view.lexicon.has(first, "pronoun") or view.lexicon.has(first, "relative"):
        return False
    if not view.lexicon.has(first, "determiner"):
        return first != "what"
    second = words[1].lower() if len(words) > 1 else ""
    return not second.isalpha() or second.endswith("ly") or second in view.lexicon.classes


def _tells(view: View, word: str) -> bool:
    """Tell a word of content from one of grammar."""
    plain = word.lower().strip(_MARKS + "“«(")
    if not plain.isalnum():
        return len(plain) > 2
    return not view.lexicon.has(
        plain, "determiner", "pronoun", "preposition", "conjunction", "adverb", "be", "to"
    )


def clause_end(view: View, start: int, end: int) -> int:
    """Return where the clause that ``start`` lies in ends, at the latest at ``end``."""
    found = _CLAUSE_END.search(view.text, start, end)
    return found.start() if found else end
