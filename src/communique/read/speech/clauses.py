"""Verb groups of attribution: where a cue stands, how far it reaches, who its subject is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.read.speech.lexicon import Cue, Lexicon
from communique.read.speech.phrases import subject_before
from communique.read.speech.streams import Word

_QUOTES = frozenset("\"“”„«»‘'") | {"''"}
_PUNCTUATION = frozenset(",;:.!?…—–-()[]") | {"--", "..."} | _QUOTES


class Group(msgspec.Struct):
    """A verb of attribution with its auxiliaries and adverbs: ``words[start:end]``.

    ``verb`` is the place of the verb itself; ``subject`` is where the noun phrase before the
    group begins (``None``: there is none right before it). ``form`` says how it is used:
    ``finite`` ("said"), ``passive`` ("was accused"), ``reduced`` ("accused by"), or
    ``participle`` ("saying", "to say"), whose subject is that of the clause.
    """

    start: int
    verb: int
    end: int
    cue: Cue
    form: str
    subject: int | None = None


class Clause(msgspec.Struct):
    """A cue with what it attributes: ``words[start:end]``, reported by ``source``."""

    group: Group
    kind: str
    start: int
    end: int
    source: tuple[int, int] | None
    addressee: tuple[int, int] | None = None
    lead: tuple[int, int] | None = None
    inside: bool = False


def groups(words: Sequence[Word], lex: Lexicon) -> list[Group]:
    """Return the verb groups of attribution among ``words``, in order and apart."""
    found: list[Group] = []
    at = 0
    while at < len(words):
        group = _group_at(words, at, lex) if words[at].low in lex.cues else None
        if group is None or (found and group.start < found[-1].end):
            at += 1
            continue
        found.append(group)
        at = group.end
    return found


def _group_at(words: Sequence[Word], at: int, lex: Lexicon) -> Group | None:
    match = lex.cue_at(words, at)
    if match is None or _is_name(words, at):
        return None
    cue, end = match
    start = _group_start(words, at, lex)
    form = _form(words, start, at, end, cue, lex)
    if form is None:
        return None
    group = Group(start, at, end, cue, form)
    if form in ("finite", "passive"):
        group.subject = subject_before(words, start, 0, lex)
        if group.subject is None and words[start].low == "to":
            group.form = "participle"
    return group


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Tell whether the verb is written like a name, where names alone are ("State Department")."""
    if at == 0 or not words[at].raw[0].isupper() or not words[at - 1].raw[0].isalnum():
        return False
    return any(len(word.raw) > 4 and word.raw[0].islower() for word in words)


def _group_start(words: Sequence[Word], verb: int, lex: Lexicon) -> int:
    """Walk left over auxiliaries and adverbs, and over "went on to", "is trying to"."""
    start = verb
    while start > 0 and verb - start < 9:
        low = words[start - 1].low
        if _is_helper(words, start - 1, verb, lex):
            start -= 1
        elif low == "to" and start > 1 and _is_chained(words, start - 1, lex):
            start -= 2
        else:
            break
    while start < verb and words[start].low in ("so", "there", "here", "together", "along"):
        start += 1
    return start


def _is_helper(words: Sequence[Word], at: int, verb: int, lex: Lexicon) -> bool:
    """Tell whether a word before a verb is of its group: an auxiliary, an adverb, a clitic."""
    low = words[at].low
    if low in lex.words("auxiliaries") or low in lex.words("adverbs") or _is_manner(low, lex):
        return True
    return lex.apposed and low in lex.words("objects") and is_clitic(words, at, verb, lex)


def is_clitic(words: Sequence[Word], at: int, verb: int, lex: Lexicon) -> bool:
    """Tell a pronoun of a verb from an article: "l' | a confirmé", "lo | ha detto", "s' est …"."""
    if words[at].low not in lex.words("determiners"):
        return True
    if words[at + 1].low in lex.words("auxiliaries"):
        return True
    return 0 < at == verb - 1 and words[at - 1].raw[-1].isalnum()


def _is_manner(low: str, lex: Lexicon) -> bool:
    return len(low) > 4 and low.endswith("ly") and low not in lex.words("no_adverbs")


def _is_chained(words: Sequence[Word], to: int, lex: Lexicon) -> bool:
    """Tell whether the verb before "to" belongs to the group: "continued to insist"."""
    return words[to - 1].low in lex.words("chaining") or (
        words[to - 1].low == "on" and to > 1 and words[to - 2].low in ("went", "goes", "going")
    )


def _form(
    words: Sequence[Word], start: int, verb: int, end: int, cue: Cue, lex: Lexicon
) -> str | None:
    """Return how the verb is used, or ``None`` if it is no verb here."""
    before = words[start - 1].low if start else ""
    inside = [w.low for w in words[start:verb]]
    if cue.kind == "participle":
        if any(low in lex.words("being") for low in inside):
            return "finite"
        return (
            None
            if before in lex.words("determiners") or (verb != start and not inside)
            else ("participle")
        )
    if cue.kind == "base":
        return _base_form(words, start, verb, end, cue, lex)
    if not inside and before in lex.words("articles") | lex.words("prepositions"):
        return None
    if cue.kind == "past":
        if any(low in lex.words("being") for low in inside) and not cue.lemma.startswith("be_"):
            return (
                "passive"
                if not any(low in ("has", "had", "have") for low in inside[-1:])
                else ("finite")
            )
        if end < len(words) and words[end].low == "by":
            return "reduced"
    if cue.ambiguous and not _is_verb(words, start, verb, end, lex):
        return None
    return "finite"


def _base_form(
    words: Sequence[Word], start: int, verb: int, end: int, cue: Cue, lex: Lexicon
) -> str | None:
    before = words[start - 1].low if start else ""
    inside = [w.low for w in words[start:verb]]
    if before == "to":
        return "participle"
    if any(low in lex.words("auxiliaries") for low in inside):
        return "finite"
    if before in lex.words("determiners") or before in lex.words("prepositions"):
        return None
    if before in ("he", "she", "it", ""):
        return None
    if before in lex.words("pronouns") or before in lex.words("relatives"):
        return "finite"
    plural = before.endswith("s") or before in ("people", "men", "women", "many", "some", ",")
    if not plural and not _list_before(words, start):
        return None
    if cue.ambiguous and not _is_verb(words, start, verb, end, lex):
        return None
    return "finite"


def _list_before(words: Sequence[Word], start: int) -> bool:
    return any(w.low == "and" for w in words[max(0, start - 4) : start])


def _is_verb(words: Sequence[Word], start: int, verb: int, end: int, lex: Lexicon) -> bool:
    """Tell a verb from the noun that looks like it, by what stands on both sides."""
    if start < verb:
        return True
    before = words[start - 1].low if start else ""
    if before in lex.words("pronouns") or before in lex.words("relatives"):
        return True
    if end >= len(words):
        return False
    after = words[end]
    if before in lex.words("determiners") or before in lex.words("prepositions"):
        return False
    if before in lex.verbs and words[start - 1].raw[0].islower():
        return False
    return (
        after.low in lex.conjunctions
        or after.low in lex.words("determiners") - {"'s", "'"}
        or after.low in lex.words("objects")
        or after.low in _QUOTES
        or (after.raw[0].isupper() and start > 0 and words[start - 1].raw[0].isupper())
    )


def clause_subject(words: Sequence[Word], at: int, lex: Lexicon) -> tuple[int, int] | None:
    """Return the subject of the clause that ``words[at]`` belongs to, as a range of words.

    It is the noun phrase before the clause's first finite verb: looked for from the nearest
    clause start before ``at``, and then from the first word.
    """
    for verb in range(_main_clause(words, at, lex), at):
        low = words[verb].low
        if low not in lex.verbs and low not in lex.words("auxiliaries"):
            plain = verb > 0 and low.endswith("ed") and words[verb].raw[0].islower()
            if not plain or words[verb - 1].low in lex.words("determiners"):
                continue
        start = verb
        while start > 0 and (
            words[start - 1].low in lex.words("adverbs") or _is_manner(words[start - 1].low, lex)
        ):
            start -= 1
        subject = subject_before(words, start, 0, lex)
        if subject is not None and words[subject].low not in lex.words("relatives"):
            return subject, start
    return None


def _main_clause(words: Sequence[Word], at: int, lex: Lexicon) -> int:
    """Return where the main clause begins: behind "When the talks ended," if that leads it in."""
    start = 0
    while start < at and words[start].low in ("and", "but", ",", "so"):
        start += 1
    if start < at and words[start].low in lex.words("subordinators"):
        comma = next((k for k in range(start, at) if words[k].low == ","), None)
        return start if comma is None else comma + 1
    return 0


def is_quote_mark(word: Word) -> bool:
    """Tell whether the token is a quotation mark."""
    return word.low in _QUOTES


def is_punctuation(word: Word) -> bool:
    """Tell whether the token is a mark of punctuation."""
    return word.low in _PUNCTUATION
