"""The words of a question that something must be found of, and the acts that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.ask.lexicon import Lexicon
from communique.ask.question.naming import Token
from communique.ask.wording import wording
from communique.ask.words import folded, stem
from communique.model.asking import QuestionKind
from communique.model.claims import ActType

_WORDING = wording("question/terms")

#: Words that may stand between the first word of a phrase and the next ("hand it over").
_INSIDE = 3


@dataclass(frozen=True, slots=True)
class Term:
    """A word to be found: its stem, and the families of words that mean alike, or may do so.

    Of a phrase ("hand over") the stem is that of all its words, with spaces.
    """

    stem: str
    families: tuple[str, ...]
    loose: tuple[str, ...] = ()


def terms_of(left: Sequence[Token], known: Lexicon, kind: QuestionKind) -> list[Term]:
    """Return the words that something must be found of, each stem once.

    Words that only ask are among them where no others are and the answer is words of any kind;
    but for those that say no more than the ``kind``.
    """
    words = [folded(token.text) for token in left]
    noun = A_CALL.search(" ".join(words)) is not None
    phrases, rest = _phrases(words, known)
    chosen = [word for word in rest if word not in known.passed]
    if kind in _FREE and not chosen and not phrases:
        only_asks = _words(_ONLY_ASKS.get(kind))
        chosen = [word for word in rest if word in known.kept - only_asks]
    chosen = [word for word in chosen if word not in _words(_ASKED_FOR.get(kind))] or chosen
    roots = dict.fromkeys([*map(stem, chosen), *phrases])
    terms = [
        Term(root, _families(root, known, noun=noun), _unless_narrower(root, known.loose, known))
        for root in roots
    ]
    return _apart(terms) if kind == "who" else terms


def _apart(terms: list[Term]) -> list[Term]:
    """Return words without the families that two of them share: they ask for two things.

    ("Who is the judge in the trial?" is not answered by one word for a court.)
    """
    shared = {
        each
        for at, one in enumerate(terms)
        for other in terms[at + 1 :]
        for each in set(one.families) & set(other.families)
    }
    return [
        Term(each.stem, tuple(f for f in each.families if f not in shared), each.loose)
        for each in terms
    ]


def _words(name: str | None) -> frozenset[str]:
    """Return the words of a name; none of no name."""
    return _WORDING.words(name) if name else frozenset()


#: Kinds of question that are answered by words rather than by a slot, and words that only say so.
_FREE = frozenset({"what-said", "who-said", "stand", "done", "whether", "why", "who", "what"})
#: Words that say what kind of place, length or number is asked for, which an answer need not have.
_ASKED_FOR: dict[QuestionKind, str] = {
    "where": "places",
    "how-long": "lengths",
    "how-many": "shares",
}
_ONLY_ASKS: dict[QuestionKind, str] = {"stand": "stands", "what": "novelties"}


def _phrases(words: list[str], known: Lexicon) -> tuple[list[str], list[str]]:
    """Return the phrases among words, by their stems, and the words that are in none."""
    roots = [stem(word) for word in words]
    found: list[str] = []
    taken: set[int] = set()
    for at, root in enumerate(roots):
        for rest in known.phrases.get(root, ()):
            places = _places(roots, at, rest)
            if places and _is_of_time(words, places[-1]):
                continue
            if places and taken.isdisjoint((at, *places)):
                taken.update((at, *places))
                found.append(" ".join((root, *rest)))
    return found, _measured([(at, word) for at, word in enumerate(words) if at not in taken])


def _is_of_time(words: list[str], at: int) -> bool:
    """Tell whether the last word of a phrase belongs to a day or month behind it ("on Monday")."""
    return (
        words[at] in ("on", "in", "at", "by")
        and at + 1 < len(words)
        and bool(_CALENDAR.match(words[at + 1]))
    )


_CALENDAR = _WORDING.pattern("calendar")


def _places(roots: list[str], at: int, rest: Sequence[str]) -> tuple[int, ...]:
    """Return where the other words of a phrase stand behind its first; none if they do not."""
    places: list[int] = []
    for each in rest:
        inside = (
            1 if each in _WORDING.words("prepositions") else _INSIDE
        )  # "led the delegation | to" is no "lead to"
        near = range(at + 1, min(at + 1 + inside, len(roots)))
        here = next((n for n in near if roots[n] == each), None)
        if here is None:
            return ()
        places.append(here)
        at = here
    return tuple(places)


def _measured(placed: list[tuple[int, str]]) -> list[str]:
    """Return words but for a measure behind ``how`` ("how far"), which no answer need have."""
    behind_how = {at + 1 for at, word in placed if word == "how"}
    many = {at + 1 for at, word in placed if word == "many" and at in behind_how}
    return [
        word
        for at, word in placed
        if (at not in behind_how or word not in _WORDING.words("measures"))
        and (at not in many or word != "times")
    ]


def _families(root: str, known: Lexicon, *, noun: bool) -> tuple[str, ...]:
    """Return the families of a word; a ``noun`` "call" is none of those of saying."""
    families = _unless_narrower(root, known.families, known)
    if noun and root == "call":
        return tuple(family for family in families if family != "say")
    return families


def _unless_narrower(
    root: str, lists: dict[str, tuple[str, ...]], known: Lexicon
) -> tuple[str, ...]:
    """Return the families of a word but for those in which it is only a kind of the first one."""
    return tuple(each for each in lists.get(root, ()) if known.broad.get(each, root) == root)


#: A call as a contact, not as naming or asking.
A_CALL = _WORDING.pattern("a-call")


@dataclass(frozen=True, slots=True)
class Deeds:
    """Types of acts that a question asks for, and the word that asks.

    Acts of the type in ``first`` are told by the word itself; of those of other types it must be
    found in what tells of them.
    """

    types: tuple[ActType, ...] = ()
    first: ActType | None = None
    stem: str | None = None


def deeds_of(tokens: Sequence[Token], used: set[int], known: Lexicon) -> Deeds:
    """Return what a question asks of acts: by its verb if it has one, else by a noun."""
    clause = next((at for at, token in enumerate(tokens) if at and _begins_clause(token)), None)
    found = [
        (at, types)
        for at, token in enumerate(tokens[:clause])
        if token.start not in used
        and (types := known.act.get(stem(token.text)))
        and not _is_contact(tokens, at)
    ]
    verbs = [each for each in found if not _is_noun(tokens, each[0])]
    chosen = verbs or found
    if not chosen:
        return Deeds()
    types = tuple(dict.fromkeys(each for _, some in chosen for each in some))
    root = stem(tokens[chosen[0][0]].text)
    own = next((each for each in types if stem(each) == root), None)
    return Deeds(types, own, root)


def _begins_clause(token: Token) -> bool:
    """Tell whether a clause begins that says under which circumstances something is done."""
    return token.text.lower() in ("if", "unless", "once")


def _is_contact(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "call" is a contact, or naming: it asks only before ``for`` or ``on``."""
    if stem(tokens[at].text) != "call":
        return False
    return at + 1 >= len(tokens) or tokens[at + 1].text.lower() not in ("for", "on", "upon")


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word stands behind an article or whose it is, a word between at most."""
    before = [token.text.lower() for token in tokens[max(at - 2, 0) : at]]
    if any(re.search("['’]s?$", word) for word in before[-1:]):
        return True
    return any(word in _WORDING.words("determiners") for word in before[-1:]) or (
        len(before) > 1
        and before[0] in _WORDING.words("determiners")
        and stem(before[1]) not in _WORDING.stems("auxiliary")
    )


def is_on_thing(plain: str, known: Lexicon) -> bool:
    """Tell whether a question is after a thing ("What reward did X offer?"), not after a deed."""
    match = _THING.match(plain)
    return match is not None and not any(
        stem(word) in known.act or stem(word) in _WORDING.stems("deeds")
        for word in match[1].split()
    )


_THING = _WORDING.pattern("thing")
