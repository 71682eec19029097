"""Proposals for speech in marks: the tag behind it, the words that lead up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.read.speech.apposed import past_times, tag_at
from communique.read.speech.attribution import Attribution, span_of
from communique.read.speech.clauses import Group, clause_subject, groups
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.nominal import according_at, opinion_at
from communique.read.speech.occasions import past_occasion
from communique.read.speech.phrase_ends import timeless
from communique.read.speech.phrases import phrase_after, subject_before
from communique.read.speech.postposed import inside_body
from communique.read.speech.streams import Segment, Streams, Word
from communique.read.speech.unread import beside_unknown_verb
from communique.read.speech.uses import final_character

_STOPS = ".!?…。！？"
_DASHES = frozenset(("—", "–", "-", "--", "―"))
_LIGHT = frozenset(",،，.")
_LABEL_ENDS = frozenset(("*", "]", ":", "：", "_", "(", "**"))
#: The most words of a name before a colon.
_LABEL = 10
#: A tag is found within so many words behind the quotation.
_TAG = 45


def proposals(streams: Streams, lex: Lexicon) -> Iterator[Attribution]:
    """Yield the attributions of each quotation that stands alone, by what is next to it."""
    for index in sorted(streams.alone):
        after, before = streams.after.get(index), streams.before.get(index)
        if after is not None:
            yield from _tag(streams, index, after, lex)
        if before is not None and lex.cues:
            yield from _introduction(index, before, lex)


def _tag(streams: Streams, index: int, segment: Segment, lex: Lexicon) -> Iterator[Attribution]:
    """Propose the words behind the quotation: "…,” said the envoy"."""
    words = segment.words
    start = 0
    while start < len(words) and words[start].low in _DASHES | _LIGHT:
        start += 1
    if start == len(words) or (start and words[0].low == "."):
        return
    if not lex.cues:
        yield from beside_unknown_verb(segment, index, start)
        return
    last = final_character(streams.quotations[index].content.of(streams.text))
    parted = segment.parted and last in ".。" and start == 0
    limit = min(len(words), start + _TAG)
    made = _according(index, segment, start, lex) or _verb_tag(
        segment, index, start, limit, parted, streams.before.get(index), lex
    )
    if made is None and not parted and words[start - 1 if start else 0].low in _DASHES:
        made = _signature(segment, index, start)
    if made is None and not parted and last not in _STOPS:
        made = _any_verb(segment, index, start, lex) or _unknown_verb(segment, index, start, lex)
    if made is not None:
        yield made


def _made(
    segment: Segment,
    index: int,
    source: tuple[int, int] | None,
    cue: tuple[int, int] | None,
    weight: float,
    why: str,
    addressee: tuple[int, int] | None = None,
) -> Attribution:
    words = segment.words
    return Attribution(
        quotations=(index,),
        source=span_of(words, *source) if source else (),
        cue=span_of(words, *cue) if cue else (),
        addressee=span_of(words, *addressee) if addressee else (),
        level=segment.level,
        weight=weight,
        why=why,
    )


def _verb_tag(
    segment: Segment,
    index: int,
    start: int,
    limit: int,
    parted: bool,
    named: Segment | None,
    lex: Lexicon,
) -> Attribution | None:
    words = segment.words
    for group in groups(words[:limit], lex):
        if group.start < start or not _says(group):
            continue
        if group.start == start:
            inverted = _inverted(segment, index, group, parted, lex)
            if inverted is None and lex.pattern == "sov":
                inverted = _verb_alone(segment, index, group, named)
            if inverted is not None:
                return inverted
            continue
        subject = group.subject
        if group.form == "participle" or group.form == "reduced":
            continue
        if subject is None:
            continue
        if segment.parted and _has_clause(words, group, lex):
            return None
        if parted and (words[-1].low == ":" or not _is_bare(words, group, lex)):
            return None
        gap = subject - start
        if gap > 12:
            return None
        weight = 3.0 - (1.5 if parted else 0) - 0.1 * gap
        return _made(
            segment,
            index,
            timeless(words, (subject, group.start), lex),
            (group.start, group.end),
            weight,
            f"tag:{group.cue.lemma}",
            _told(words, group, lex),
        )
    return None


def _verb_alone(
    segment: Segment, index: int, group: Group, named: Segment | None
) -> Attribution | None:
    """Propose "Orr, “…” said": the subject stands before the quotation, the verb behind it."""
    if named is None or not 1 < len(named.words) <= 14 or named.words[-1].low != ",":
        return None
    end = next(k for k, w in enumerate(named.words) if w.low == ",")
    return Attribution(
        quotations=(index,),
        source=span_of(named.words, 0, end),
        cue=span_of(segment.words, group.start, group.end),
        level=segment.level,
        weight=2.5,
        why=f"verb-last:{group.cue.lemma}",
    )


def _says(group: Group) -> bool:
    return "q" in group.cue.after or "t" in group.cue.after or "e" in group.cue.after


def _has_clause(words: Sequence[Word], group: Group, lex: Lexicon) -> bool:
    """Tell whether the verb has a content of its own: "Orr noted that …"."""
    return group.end < len(words) and words[group.end].low in lex.conjunctions


def _is_bare(words: Sequence[Word], group: Group, lex: Lexicon) -> bool:
    """Tell whether nothing that could be its content follows the verb."""
    rest = [w for w in words[group.end :] if w.raw[0].isalnum()]
    return "q" in group.cue.after and (
        len(rest) == 0
        or (
            words[group.end].low in lex.words("times") | lex.words("prepositions") and len(rest) < 7
        )
    )


def _told(words: Sequence[Word], group: Group, lex: Lexicon) -> tuple[int, int] | None:
    """Return the words for whom it is said to: "told the envoy", "said to the envoy"."""
    at = group.end
    if at < len(words) and words[at].low == "to" and "q" in group.cue.after:
        at += 1
    elif "a" not in group.cue.after:
        return None
    if at >= len(words) or not words[at].raw[0].isalpha():
        return None
    if words[at].low in lex.words("times") or words[at].low in lex.words("prepositions"):
        return None
    return at, phrase_after(words, at, lex)


def _inverted(
    segment: Segment, index: int, group: Group, parted: bool, lex: Lexicon
) -> Attribution | None:
    """Propose "said the envoy", whose subject stands behind the verb."""
    words = segment.words
    if "q" not in group.cue.after or group.cue.kind == "participle" or parted:
        return None
    at = past_times(words, inside_body(words, group.verb, group.end, lex), lex)
    at = past_occasion(words, at, lex)
    if at >= len(words):
        return None
    first = words[at]
    if first.low in lex.words("prepositions") or first.low in lex.words("conjunctions"):
        return None
    if not first.raw[0].isalpha() or (first.low in lex.words("objects") - lex.words("determiners")):
        return None
    end = phrase_after(words, at, lex)
    if end == at:
        return None
    return _made(
        segment, index, (at, end), (group.start, group.end), 3.0, f"inverted:{group.cue.lemma}"
    )


def _any_verb(segment: Segment, index: int, start: int, lex: Lexicon) -> Attribution | None:
    """Propose "…», s'est réjouie Ana Kos": a verb of no list right behind the marks, and a name."""
    found = tag_at(segment.words, start, lex)
    return _made(segment, index, *found, 1.4, "any-verb") if found else None


def _according(index: int, segment: Segment, start: int, lex: Lexicon) -> Attribution | None:
    words = segment.words
    if start < len(words) and words[start].low == "as":
        for group in groups(words[start : start + 20], lex):
            if group.form == "finite" and group.subject == 1:
                cue = (start + group.start, start + group.end)
                source = (start + 1, start + group.start)
                return _made(segment, index, source, cue, 2.9, "as-put")
    end = _thus_at(words, start, lex) or according_at(words, start, lex)
    if end is None:
        return None
    source = (end, phrase_after(words, end, lex, plain=segment.parted))
    if segment.parted and any(word.raw[0].isalnum() for word in words[source[1] :]):
        return None  # a sentence of its own: "“We sail.” According to Orr, the port is shut."
    return _made(segment, index, source, (start, end), 2.8, "according")


def _thus_at(words: Sequence[Word], at: int, lex: Lexicon) -> int | None:
    """Return where the name begins in "“…”, so Orr", as German reports have it."""
    if at + 1 >= len(words) or words[at].low not in lex.words("thus"):
        return None
    after = words[at + 1]
    return at + 1 if after.raw[0].isupper() or after.low in lex.words("determiners") else None


def _signature(segment: Segment, index: int, start: int) -> Attribution | None:
    """Propose "“…” — Ann Orr": a name and nothing else behind a dash."""
    words = segment.words
    rest = words[start:]
    if 0 < len(rest) <= 10 and rest[0].raw[0].isupper():
        return _made(segment, index, (start, len(words)), None, 1.5, "signature")
    return None


def _unknown_verb(segment: Segment, index: int, start: int, lex: Lexicon) -> Attribution | None:
    """Propose the subject of a tag whose verb is in no list ("…,” Orr resumed the tale)."""
    words = segment.words
    subject = clause_subject(words[start : start + 20], len(words[start : start + 20]), lex)
    if subject is not None and subject[0] == 0:
        source = (start, start + subject[1])
        return _made(segment, index, source, (source[1], source[1] + 1), 1.2, "subject")
    end = phrase_after(words, start, lex)
    if start < end < len(words) and words[end].low.endswith(("ed", "s")):
        return _made(segment, index, (start, end), (end, end + 1), 1.0, "subject")
    capital = start
    while capital < len(words) and words[capital].raw[0].isupper():
        capital += 1
    if start < capital < len(words) and words[capital].low.endswith("ed"):
        return _made(segment, index, (start, capital), (capital, capital + 1), 1.0, "subject")
    return None


def _introduction(index: int, segment: Segment, lex: Lexicon) -> Iterator[Attribution]:
    """Propose the words before the quotation: "Orr told the envoy: “…”"."""
    words = segment.words
    colon = segment.ends_with_colon
    if segment.closed and not colon:
        return
    found = [g for g in groups(words, lex) if g.form != "reduced"]
    chosen = _introducing(words, found, colon, lex)
    if chosen is None:
        made = _nominal(segment, index, colon, lex)
        if made is not None:
            yield made
        return
    group, near = chosen
    source = _subject_of(words, group, lex)
    if source is None and lex.pattern == "sov":
        comma = next((k for k, word in enumerate(words[:_LABEL]) if word.low == ","), 0)
        source = (0, comma) if 0 < comma < group.start else None
    weight = (2.8 if colon else 2.4) if near else (1.8 if colon else 0.8)
    yield _made(
        segment,
        index,
        source,
        (group.start, group.end),
        weight if source else weight - 0.5,
        f"lead:{group.cue.lemma}",
        _told(words, group, lex),
    )


def _introducing(
    words: Sequence[Word], found: list[Group], colon: bool, lex: Lexicon
) -> tuple[Group, bool] | None:
    """Choose the verb that leads up to the quotation, and say whether it stands close to it."""
    for group in reversed(found):
        gap = len(words) - group.end
        between = words[group.end : -1]
        clean = not any(w.low in lex.verbs for w in between)
        if "q" in group.cue.after and clean and gap <= (16 if colon else 12):
            if group.form == "passive" and group.cue.lemma != "ask":
                continue
            if group.form == "participle" and not _opens(words, group, gap):
                continue
            return group, True
    if not colon:
        return None
    for group in found:
        if group.form == "finite" and (group.subject is not None):
            return group, False
    return None


def _opens(words: Sequence[Word], group: Group, gap: int) -> bool:
    """Tell whether a participle leads up to the quotation: ", adding that day: “…”"."""
    return gap <= 2 or (group.start > 0 and words[group.start - 1].low == ",")


def _subject_of(words: Sequence[Word], group: Group, lex: Lexicon) -> tuple[int, int] | None:
    if group.form == "passive":
        return None
    if group.subject is not None:
        return timeless(words, (group.subject, group.start), lex)
    first = group.start == 0 or lex.pattern == "vso"
    if group.form == "finite" and group.end < len(words) and first:
        end = phrase_after(words, group.end, lex)
        if end > group.end:
            return group.end, end
    if group.form == "participle" and group.start and words[group.verb].low.endswith("ing"):
        start = subject_before(words, group.start, 0, lex)
        if start is not None and words[group.start - 1].low != ",":
            return start, group.start
    return clause_subject(words, group.start, lex)


def _nominal(segment: Segment, index: int, colon: bool, lex: Lexicon) -> Attribution | None:
    """Propose a lead without a verb of saying: "In his words: “…”", "Orr: “…”"."""
    words = segment.words
    opinion = opinion_at(words, 0, lex)
    if opinion is not None:
        source, end = opinion
        return _made(segment, index, source, (0, end), 2.0, "opinion")
    start = according_at(words, 0, lex) or _for_at(words, lex)
    if start is not None:
        source = (start, phrase_after(words, start, lex))
        return _made(segment, index, source, (0, start), 2.0, "according")
    if not colon:
        return None
    name = _label(words, lex)
    if name is not None:
        return _made(segment, index, name, None, 2.0, "name")
    subject = clause_subject(words, len(words), lex)
    if subject is not None:
        return _made(segment, index, subject, None, 0.9, "subject")
    return None


def _for_at(words: Sequence[Word], lex: Lexicon) -> int | None:
    """Return where the name begins in "Pour Ana Kos, « … »", if so the words begin."""
    opens = bool(words) and words[0].low in lex.words("for") and words[-1].low == ","
    return 1 if opens and any(word.raw[0].isupper() for word in words[1:]) else None


def _label(words: Sequence[Word], lex: Lexicon) -> tuple[int, int] | None:
    """Return the name that a colon follows and nothing else stands beside: "Ann Orr:".

    Stars, brackets and the address of a link, which Markdown puts around it, do not count.
    """
    letters = [k for k, word in enumerate(words) if word.raw[0].isalpha()]
    if not letters or not words[letters[0]].raw[0].isupper():
        return None
    end = next((k for k in range(letters[0], len(words)) if words[k].low in _LABEL_ENDS), None)
    if end is None or not 0 < end - letters[0] <= _LABEL + 6 * lex.apposed:
        return None
    name = words[letters[0] : end]
    big = sum(word.raw[0].isupper() for word in name)
    titled = lex.apposed and phrase_after(words, letters[0], lex) == end and big > 1
    if not titled and (2 * big < len(name) or any(word.low in lex.verbs for word in name)):
        return None
    beside = [w for w in words[end + 1 :] if w.raw[0].isalpha() and "/" not in w.raw]
    return (letters[0], end) if not beside else None
