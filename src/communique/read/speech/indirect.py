"""Proposals for reported speech without marks of its own: "Orr said that the talks failed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.model import Spans
from communique.read.speech.attribution import Attribution, span_of
from communique.read.speech.clauses import (
    Clause,
    Group,
    clause_subject,
    groups,
    is_punctuation,
)
from communique.read.speech.following import after_addressee, follows
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.nominal import nominal_clauses
from communique.read.speech.passed_on import agent, is_aside, quoted, told_in
from communique.read.speech.phrase_ends import timeless
from communique.read.speech.phrases import phrase_after, subject_before
from communique.read.speech.postposed import inverted, postposed
from communique.read.speech.retold import is_retold
from communique.read.speech.streams import Segment, Word

#: How far behind a passive verb its agent may stand.
_REACH = 14
_COORDINATORS = frozenset(["and", "but", "or", "yet"])
_CONTRAST = frozenset(["and", "but", "while", "although", "though", "whereas", "yet", "as", "even"])


def reported(segment: Segment, lex: Lexicon, told: bool = False) -> Iterator[Attribution]:
    """Yield the attributions of reported speech in a segment, outer ones first.

    ``told`` says that the segment is itself part of what somebody says: then only cues
    that report words count, not those that describe a stance.
    """
    words = segment.words
    nominal = [] if told else list(nominal_clauses(segment, lex))
    clauses = [c for g in groups(words, lex) if (c := _clause(words, g, lex)) is not None]
    _bound(words, clauses, lex)
    nominal = [n for n in nominal if n.source or not _is_object(words, clauses, n)]
    yield from nominal
    for clause in clauses:
        begin = words[_begin(clause)].start
        clause.inside |= any(s.start <= begin < s.end for n in nominal for s in n.content)
        if (end := told_in(words, _begin(clause), nominal)) is not None:
            clause.end = min(clause.end, end)
    for clause in clauses:
        proposal = _proposal(segment, clause, lex, told)
        if proposal is not None:
            yield proposal


def _is_object(words: Sequence[Word], clauses: Sequence[Clause], noun: Attribution) -> bool:
    """Tell whether a noun that attributes to nobody stands in what a verb attributes.

    "Orr denied reports that …" is one statement, Orr's.
    """
    at = noun.cue[0].start
    return any(
        words[c.start].start <= at < words[c.end - 1].end for c in clauses if c.start < c.end
    )


def _clause(words: Sequence[Word], group: Group, lex: Lexicon) -> Clause | None:
    """Return what the group attributes; ``None`` if nothing that it can attribute follows."""
    if group.form == "reduced" or (group.form == "passive" and "a" not in group.cue.after):
        return _passive(words, group, lex)
    if lex.pattern == "vso" and (group.subject is None or _is_in_turn(words, group, lex)):
        return _verb_first(words, group, lex)
    if lex.pattern == "sov":
        return _verb_last(words, group)
    if is_aside(words, group, lex):
        return None
    kind, start, addressee = follows(words, group, lex)
    if kind in "xp" and (turned := inverted(words, group, lex)) is not None:
        return turned
    if kind in "ep":
        return postposed(words, group, start, lex)
    if _asked(words, group):
        return Clause(group, kind, start, _comma_after(words, start), None, addressee)
    if kind not in group.cue.after and not (kind == "c" and _leads_up(group, lex)):
        return None
    if group.cue.lemma in lex.words("raising"):
        return _raised(words, group, start, lex)
    if group.form == "passive":
        source = agent(words, group, lex)
        if kind == "x" or (kind == "i" and group.cue.lemma not in ("ask",)):
            return None
        if source is not None and group.subject is not None:
            addressee = (group.subject, group.start)
    else:
        source = _source(words, group, lex)
        if source is None and not (lex.drops_subjects and kind in "tc" and group.start == 0):
            return None
    end = _relative_end(words, group, start, lex)
    return Clause(group, kind, start, end, source, addressee)


def _raised(words: Sequence[Word], group: Group, start: int, lex: Lexicon) -> Clause:
    """Return "the talks seem to fail": nobody says it, and its subject belongs to the content."""
    subject = group.subject
    named = subject is not None and words[subject].low not in lex.words("expletives")
    lead = (subject, group.start) if subject is not None and named else None
    return Clause(group, "s", start, len(words), None, None, lead)


def _leads_up(group: Group, lex: Lexicon) -> bool:
    """Tell whether a colon behind the cue opens what was said, or thought in words."""
    return "q" in group.cue.after or group.cue.lemma in lex.words("thinking")


def _is_in_turn(words: Sequence[Word], group: Group, lex: Lexicon) -> bool:
    """Tell "من جهته | قال …", for his part, from a subject before its verb."""
    first = group.subject or 0
    return any(words[at].low in lex.words("in_turn") for at in range(first, group.start))


def _verb_first(words: Sequence[Word], group: Group, lex: Lexicon) -> Clause | None:
    """Return the clause of a language that puts the verb first: verb, speaker, content."""
    kind, start, named = after_addressee(words, group.end, lex)
    if kind not in "tc" or named is None:
        return None
    return Clause(group, kind, start, len(words), named if named[0] < named[1] else None)


def _verb_last(words: Sequence[Word], group: Group) -> Clause | None:
    """Return the clause of a language that puts the verb last: speaker, content, verb."""
    comma = next((k for k, w in enumerate(words[:12]) if w.low == ","), None)
    rest = [w for w in words[group.end :] if w.raw[0].isalnum()]
    if comma is None or comma >= group.start - 1 or rest or not words[0].raw[0].isupper():
        return None
    return Clause(group, "t", group.start, group.start, (0, comma), None, (comma + 1, group.start))


def _asked(words: Sequence[Word], group: Group) -> bool:
    """Tell whether the verb opens "Asked whether …, she said": asked by nobody named."""
    if group.cue.kind != "past" or "a" not in group.cue.after or group.start < group.verb:
        return False
    before = words[group.start - 1].low if group.start else "when"
    return group.cue.lemma in ("ask", "question", "press") and before in ("when", "if", "once")


def _comma_after(words: Sequence[Word], start: int) -> int:
    return next((at for at in range(start, len(words)) if words[at].low == ","), len(words))


def _relative_end(words: Sequence[Word], group: Group, start: int, lex: Lexicon) -> int:
    """Return where the content ends: with "…, who said …," before the main verb."""
    subject = group.subject
    if subject is None or subject == 0 or words[subject].low not in lex.words("relatives"):
        return len(words)
    opening = words[subject - 1].low
    if opening not in (",", "—", "–", "--", "-", "("):
        return len(words)
    closing = {"(": ")"}.get(opening, opening)
    for at in range(start, len(words) - 1):
        if words[at].low != closing:
            continue
        after = words[at + 1].low
        if closing != "," or after in lex.verbs or after.endswith(("ed", "ly")):
            return at
    return len(words)


def _source(words: Sequence[Word], group: Group, lex: Lexicon) -> tuple[int, int] | None:
    """Return the words for whoever says it."""
    if group.form == "finite" and group.subject is not None:
        return group.subject, group.start
    if group.form == "participle":
        if (named := quoted(words, group, lex)) is not None:
            return named
        before = words[group.start - 1] if group.start else None
        if (
            before is not None
            and words[group.verb].low.endswith("ing")
            and before.raw[0].isalpha()
            and before.low not in lex.words("prepositions") | lex.words("conjunctions")
        ):
            start = subject_before(words, group.start, 0, lex)
            if start is not None:
                return start, group.start
        return clause_subject(words, group.start, lex)
    if group.start and words[group.start - 1].low in _COORDINATORS | {","}:
        return clause_subject(words, group.start, lex)
    return None


def _passive(words: Sequence[Word], group: Group, lex: Lexicon) -> Clause | None:
    """Return "the plan was rejected by the envoy": the content stands on both sides."""
    start = group.subject
    if group.form == "reduced":
        return None
    if start is None or not set("x") & set(group.cue.after):
        return None
    source = None
    end = len(words)
    for at in range(group.end, min(len(words), group.end + _REACH)):
        if words[at].low == "by" and at + 1 < len(words) and not words[at + 1].low.endswith("ing"):
            source = (at + 1, phrase_after(words, at + 1, lex))
            end = at
            break
        if is_punctuation(words[at]):
            break
    return Clause(group, "s", group.end, end, source, None, (start, group.start))


def _take_in(outer: list[Clause], lead: tuple[int, int]) -> None:
    """Put the clauses that stand before "…, Orr said" inside what Orr said."""
    while outer and outer[-1].end > lead[1]:
        inner = outer.pop()
        inner.end = lead[1]
        inner.inside = True


def _bound(words: Sequence[Word], clauses: list[Clause], lex: Lexicon) -> None:
    """End each content where the next attribution of the same rank begins; nest the others."""
    outer: list[Clause] = []
    for clause in clauses:
        begin = _begin(clause)
        while outer and begin >= outer[-1].end:
            outer.pop()
        if clause.kind == "e" and clause.lead is not None:
            if outer and words[begin - 1].low == "as":
                clause.lead = None
                clause.start = clause.end
                continue
            _take_in(outer, clause.lead)
        while outer and clause.group.subject is not None and begin <= outer[-1].group.start:
            outer[-1].end = min(outer[-1].end, clause.group.start)
            outer.pop()
        if outer and begin < outer[-1].end:
            cut = _peer_break(words, clause, begin, outer[-1])
            if (
                cut is None
                and words[begin - 1].low == ","
                and _is_subordinate(words, outer[0], lex)
            ):
                cut = begin - 1
            if cut is None:
                clause.inside = True
                clause.end = min(clause.end, outer[-1].end)
            else:
                while outer and cut < outer[-1].end:
                    if cut > outer[-1].start:
                        outer[-1].end = cut
                    outer.pop()
                if clause.lead is not None and clause.kind == "e":
                    clause.lead = None
        outer.append(clause)


def _begin(clause: Clause) -> int:
    if clause.lead is not None:
        return clause.lead[0] if clause.kind == "s" else clause.group.subject or clause.group.start
    if clause.group.form == "finite" and clause.group.subject is not None:
        return clause.group.subject
    return clause.group.start


def _is_subordinate(words: Sequence[Word], outer: Clause, lex: Lexicon) -> bool:
    """Tell whether the outer clause leads in a main clause: "While Orr said …, she said …"."""
    begin = _begin(outer)
    return begin > 0 and words[begin - 1].low in lex.words("subordinators")


def _peer_break(words: Sequence[Word], clause: Clause, begin: int, outer: Clause) -> int | None:
    """Return where the outer content ends if ``clause`` does not belong to it."""
    if begin == 0:
        return None
    before = words[begin - 1].low
    comma = begin > 1 and words[begin - 2].low in (",", ";", "—", "–", "-", "--")
    own = clause.group.form == "finite" and clause.group.subject is not None
    if clause.group.form == "participle":
        speech = clause.kind in "tqw" and before == "and"
        return begin - 1 if speech or before in (",", "—", "–", "-") else None
    if not own:
        says = clause.kind == "x" and {"e", "q"} <= set(clause.group.cue.after)
        stance = outer.kind == "x" and "e" not in outer.group.cue.after
        if before in _COORDINATORS and (clause.kind in "tqwc" or says or stance):
            return begin - 1
        return begin - 1 if before == "," else None
    if before == ";" or (before in _CONTRAST and comma):
        return begin - 1
    return None


def _proposal(segment: Segment, clause: Clause, lex: Lexicon, told: bool) -> Attribution | None:
    words = segment.words
    nested = told or clause.inside or quoted(words, clause.group, lex) is not None
    if nested and not is_retold(
        words,
        clause.group,
        clause.kind,
        (clause.start, clause.end),
        clause.addressee is not None,
        lex,
    ):
        return None
    content = _content(words, clause, lex)
    if not content or _is_addressee(words, clause, lex):
        return None
    group = clause.group
    unmarked = clause.kind == "c" and _is_direct(words, clause, told)
    return Attribution(
        content=content,
        cue=span_of(words, group.start, group.end),
        source=span_of(words, *timeless(words, clause.source, lex)) if clause.source else (),
        addressee=span_of(words, *clause.addressee) if clause.addressee else (),
        level=segment.level,
        why=f"{group.cue.lemma}:{clause.kind}",
        marked=not unmarked,
        nested=nested,
    )


def _is_addressee(words: Sequence[Word], clause: Clause, lex: Lexicon) -> bool:
    """Tell whether all that stands behind a verb of saying is whom it is said to: "сказал мне:"."""
    said = [w for w in words[clause.start : clause.end] if not is_punctuation(w)]
    told = bool(said) and all(word.low in lex.words("objects") for word in said)
    return told and clause.kind == "x" and any(w.low in (":", "：") for w in words[clause.start :])


def _is_direct(words: Sequence[Word], clause: Clause, told: bool) -> bool:
    """Tell whether the words behind a colon are somebody's own, without marks.

    "They admitted: they had lost" keeps the teller's person, so it is not. In the report's
    own voice only a first or second person shows that somebody else is speaking.
    """
    content = words[clause.start : clause.end]
    if told:
        source = words[clause.source[0]].low if clause.source else ""
        return source in ("i", "we") or not content or content[0].low != source
    return any(w.low in ("i", "we", "you") for w in content)


def _content(words: Sequence[Word], clause: Clause, lex: Lexicon) -> Spans:
    parts: list[tuple[int, int]] = []
    if clause.lead is not None:
        parts.append(_without_lead(words, *clause.lead, lex))
    if clause.end > clause.start:
        parts.append((clause.start, clause.end))
    spans = [span for part in parts for span in span_of(words, *part)]
    return tuple(spans)


def _without_lead(words: Sequence[Word], start: int, end: int, lex: Lexicon) -> tuple[int, int]:
    while start < end - 1 and (words[start].low in lex.words("leading") or words[start].low == ","):
        start += 1
    return start, end
