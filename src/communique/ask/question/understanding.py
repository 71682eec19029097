"""A question taken apart: what it is after, whom and what it names, and which words remain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.ask.lexicon import Lexicon, lexicon
from communique.ask.question.foreign import is_foreign
from communique.ask.question.naming import Named, Token, named_in, tokens_of
from communique.ask.question.predicate import thing_of, verb_of
from communique.ask.question.rephrasing import plainly
from communique.ask.question.terms import Deeds, Term, deeds_of, is_on_thing, terms_of
from communique.ask.question.times import Time, relative, times
from communique.ask.wording import wording
from communique.ask.words import folded, stem
from communique.model.asking import QuestionKind
from communique.model.claims import ActType, ContactKind

_WORDING = wording("question/understanding")

#: Letters of a question that count; patterns are tried on every one of them.
_LONGEST = 1000
#: Whose account is asked for, where it has no name.
_BY_ACCOUNT = _WORDING.pattern("by-account")
#: Words of somebody that a question quotes.
_QUOTED = re.compile(r"[\"“«„]\w+(?:\W+\w+){2,}[\"”»“]")
_ASIDE = re.compile(r"\([^()]*\)")
#: A second question behind the first.
_SECOND = _WORDING.pattern("second")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its words alone tell; the record is not asked yet.

    ``also`` is a second kind that it asks for ("when and where"); ``inner`` is, for ``differ``,
    the kind of question that the accounts may differ on; ``thing`` the stem of what is counted,
    where a question asks how many, ``verb`` that of what the first one named does or did. It may
    ask for the ``future`` or the ``past``, or whether a promise was ``kept``. With ``is_foreign``
    it is not in English. ``occasion`` holds stems of words for an occasion ("after the talks"), of
    which an answer need have none. ``pointing`` is a pronoun that stands for a person whom the
    question has not named; ``relative`` are words for a time as seen from a day ("last week").
    """

    text: str
    kind: QuestionKind
    named: tuple[Named, ...] = ()
    terms: tuple[Term, ...] = ()
    contact: tuple[ContactKind, ...] = ()
    deeds: Deeds = field(default_factory=Deeds)
    time: Time | None = None
    future: bool = False
    past: bool = False
    also: QuestionKind | None = None
    inner: QuestionKind | None = None
    words: tuple[str, ...] = field(default=())
    thing: str | None = None
    verb: str | None = None
    kept: bool = False
    occasion: frozenset[str] = frozenset()
    is_foreign: bool = False
    relative: str | None = None
    pointing: str | None = None

    @property
    def acts(self) -> tuple[ActType, ...]:
        """The types of acts that it asks for."""
        return self.deeds.types


def understand(text: str) -> Question:
    """Take a question apart; any text has a reading, at worst as words to look for.

    Of two questions in one sentence the first is taken; what stands in brackets is left out.
    """
    known = lexicon()
    text, also = _one_of_two(_BY_ACCOUNT.sub(" ", plainly(_ASIDE.sub(" ", text[:_LONGEST]))))
    plain = " ".join(text.lower().split())
    kind = _kind(plain, known)
    quotes = _QUOTED.search(text) is not None
    if quotes and kind == "who-with":
        kind = "what-said"
    time, cut = times(text)
    tokens = [t for t in tokens_of(text) if not any(a <= t.start < b for a, b in cut)]
    named, used = named_in(tokens, known)
    left = [token for token in tokens if token.start not in used]
    occasion: list[str] = []
    if time:
        left = [token for token in left if token.text.lower() not in _WORDING.words("hours")]
    if kind in _AT_TIMES and (found := _ON_OCCASION.search(text)):
        occasion = [stem(t.text) for t in left if found.start() <= t.start < found.end()]
        left = [token for token in left if not found.start() <= token.start < found.end()]
        named = [name for name in named if name.text not in found[0]]
    there = _BEING_THERE.match(text)
    if there:
        left = [t for t in left if not there.start(1) <= t.start < there.end(1)]
    stems = [stem(token.text) for token in left]
    terms = _with_being_there(terms_of(left, known, kind), text, there is not None)
    kind = _settled(kind, plain, stems, terms)
    kept = kind == "whether" and known.patterns["promise-kept"].search(plain) is not None
    deeds, verb = deeds_of(tokens, used, known), verb_of(tokens, used, known)
    if kind == "done" and len(terms) > 1 and is_on_thing(plain, known):
        terms, deeds = [term for term in terms if term.stem != verb] or terms, Deeds()
    deed = [term for term in terms if {"promise", "keep_word"}.isdisjoint(term.families)]
    if kept := kept and bool(deed):
        terms = deed
    contact = () if quotes or _speaks_alone(plain, kind) else _contact(text, stems, terms)
    terms = _without_going(terms, text, contact)
    return Question(
        text=text,
        kind=kind,
        named=tuple(named),
        terms=tuple(_meant(terms, kind, known)),
        contact=contact,
        deeds=deeds,
        time=time,
        future=_FUTURE.search(plain) is not None or _AWAITED.search(plain) is not None,
        past=_PAST.search(plain) is not None and _AWAITED.search(plain) is None,
        also=also,
        inner=_inner(plain, known) if kind == "differ" else None,
        words=tuple(dict.fromkeys(folded(token.text) for token in left)),
        thing=thing_of(text, known),
        verb=verb,
        kept=kept,
        occasion=frozenset(occasion) - {stem(word) for word in known.passed},
        relative=None if time else relative(text),
        is_foreign=is_foreign(plain, known),
        pointing=_pointing(tokens, used),
    )


def _without_going(terms: list[Term], text: str, contact: tuple[ContactKind, ...]) -> list[Term]:
    """Return the words of a question but for going, where it is going somewhere on a visit."""
    if contact != ("visit",) or not _GOING.search(text):
        return terms
    return [term for term in terms if term.stem not in _WORDING.words("going-stems")]


def _with_being_there(terms: list[Term], text: str, there: bool) -> list[Term]:
    """Return the words of a question, with those for being there where it speaks of that."""
    if _PRESENT.search(text):
        terms = [_being_there(term) for term in terms]
    return [*terms, Term(stem("attend"), ("attend", "visit"))] if there else terms


def may_be(text: str, kind: QuestionKind) -> bool:
    """Tell whether a question may prove to be of a kind, without taking it apart."""
    plain = _plain(text)
    before = {kind, *(each for each, others in _BECOMING.items() if kind in others)}
    told = (pattern for name, pattern in lexicon().kinds if name in before)
    if kind not in _OTHERWISE and not any(pattern.search(plain) for pattern in told):
        return False
    return kind in _kinds_of(plain)


def kinds_of(text: str) -> frozenset[QuestionKind]:
    """Return the kinds of which a question may prove to be, told without taking it apart."""
    return _kinds_of(_plain(text))


def _plain(text: str) -> str:
    """Return a question as its kind is told by: plain, the first of two, in lower case."""
    text, _ = _one_of_two(_BY_ACCOUNT.sub(" ", plainly(_ASIDE.sub(" ", text[:_LONGEST]))))
    return " ".join(text.lower().split())


def _kinds_of(plain: str) -> frozenset[QuestionKind]:
    kind = _kind(plain, lexicon())
    called: list[QuestionKind] = ["who-initiated"] if plain.startswith("who called") else []
    return frozenset((kind, *_BECOMING.get(kind, ()), *called))


#: Kinds that questions may be of which have no pattern of the kind.
_OTHERWISE = frozenset({"what", "who-initiated"})
#: Kinds that questions of a kind may prove to be, once their words are known.
_BECOMING: dict[QuestionKind, tuple[QuestionKind, ...]] = {
    "who-with": ("what-said",),
    "who-said": ("who-initiated",),
    "foreseen": ("when", "how-many"),
}


def _speaks_alone(plain: str, kind: QuestionKind) -> bool:
    """Tell whether it is asked how long one person spoke, which is no contact of two."""
    alone = lexicon().patterns["speaks-alone"]
    return kind == "how-long" and alone.search(plain) is not None


def _one_of_two(text: str) -> tuple[str, QuestionKind | None]:
    """Return a question without a second one behind it, and what else it asks for before it."""
    text = _FIRST.sub("?", text)
    if match := _BOTH.match(text):
        second: QuestionKind = "when" if match[2].lower() == "when" else "where"
        return match[1] + text[match.end() :], second
    match = _SECOND.search(text)
    if match is None or len(text[: match.start()].split()) < _WHOLE:
        return text, None
    office: QuestionKind | None = "who-is" if _OFFICE.search(match.group()) else None
    return text[: match.start()] + "?", office


_OFFICE = _WORDING.pattern("office")
#: A question in a sentence of its own behind the first.
_FIRST = re.compile(r"(?<=[\w)])\? +[A-Z]\w+\b[^?\"“”]*\?\s*$")
_BOTH = _WORDING.pattern("both")
#: Words that a question has at least which another one may follow.
_WHOLE = 4


def _meant(terms: list[Term], kind: QuestionKind, known: Lexicon) -> list[Term]:
    """Return terms without what only asks; whether something was done its opposite tells too."""
    if kind == "differ":
        meant = _WORDING.stems("accounts")
        return [term for term in terms if term.stem != "agre" and term.stem not in meant]
    if kind == "foreseen":
        return [term for term in terms if term.stem not in _WORDING.stems("coming-true")]
    if kind == "done":
        return [_asking(term) for term in terms]
    if kind != "whether":
        return terms
    return [
        Term(
            term.stem,
            tuple(
                dict.fromkeys(
                    each for own in term.families for each in (own, *known.opposites.get(own, ()))
                )
            ),
            term.loose,
        )
        for term in terms
    ]


def _asking(term: Term) -> Term:
    """Return a word for asking as that of a demand, and of no invitation to talks."""
    if "demand" not in term.families:
        return term
    return Term(
        term.stem,
        tuple(each for each in term.families if each != "initiate"),
        tuple(each for each in term.loose if each != "initiate"),
    )


def _being_there(term: Term) -> Term:
    """Return a word as that of being there, and of nothing that is given."""
    return Term(term.stem, ("attend",)) if term.stem == "present" else term


#: Kinds of question of which the answer need not say on what occasion it was.
_AT_TIMES = frozenset({"what-said", "who"})
#: On what occasion something was said, which the words themselves need not say.
_ON_OCCASION = _WORDING.pattern("on-occasion")
_FUTURE = _WORDING.pattern("future")
_AWAITED = _WORDING.pattern("awaited")
_PAST = _WORDING.pattern("past")


def _pointing(tokens: list[Token], used: set[int]) -> str | None:
    """Return the first pronoun of a person that stands before any name.

    In "Who lost his seat?" it stands for whoever that was.
    """
    if tokens and tokens[0].text.lower() in ("who", "which"):
        return None
    for token in tokens:
        if token.start in used:
            return None
        if token.text.lower() in _WORDING.words("personal"):
            return token.text.lower()
    return None


def _kind(plain: str, known: Lexicon) -> QuestionKind:
    for name, pattern in known.kinds:
        if pattern.search(plain):
            return name
    return "what"


def _settled(kind: QuestionKind, plain: str, stems: list[str], terms: list[Term]) -> QuestionKind:
    """Return the kind of a question, now that its words are known.

    Who wrote a letter, and who called somebody, is asked of a contact and not of words.
    """
    if kind == "who-said" and not {"letter", "messag"}.isdisjoint(stems):
        return "who-initiated"
    if kind == "foreseen" and (match := _EXPECTED_WHEN.match(plain)):
        return "when" if match[0].endswith("when") else "how-many"
    if plain.startswith("who called") and all(term.stem == "call" for term in terms):
        return "who-initiated"
    return kind


_EXPECTED_WHEN = _WORDING.pattern("expected-when")


def _inner(plain: str, known: Lexicon) -> QuestionKind | None:
    """Return what accounts may differ on, where the question says so."""
    plain = _WHERE_DIFFER.sub("", plain)
    for name, pattern in known.kinds:
        if name in ("who-initiated", "how-long", "how-many", "when", "where") and pattern.search(
            plain
        ):
            return name
    return next((kind for kind, hint in _HINTS.items() if hint.search(plain)), None)


#: Where accounts differ, which is in no place.
_WHERE_DIFFER = _WORDING.pattern("where-differ")
#: Words by which a question tells on what accounts may differ.
_HINTS: dict[QuestionKind, re.Pattern[str]] = {
    "who-initiated": _WORDING.pattern("differing-initiators"),
    "how-long": _WORDING.pattern("differing-lengths"),
    "how-many": _WORDING.pattern("differing-figures"),
    "when": _WORDING.pattern("differing-dates"),
    "where": _WORDING.pattern("differing-places"),
    "about-what": _WORDING.pattern("differing-topics"),
}


def _alone(stems: list[str], terms: list[Term]) -> list[str]:
    """Return words but for those that are part of a phrase: what is called off is no call."""
    parts = {part for term in terms if " " in term.stem for part in term.stem.split()[:1]}
    return [each for each in stems if each not in parts]


def _contact(text: str, stems: list[str], terms: list[Term]) -> tuple[ContactKind, ...]:
    """Return the kinds of contact named; of talks only where no word says what kind they were."""
    known, stems = lexicon(), _alone(stems, terms)
    passed = set() if known.patterns["round-of-talks"].search(text) else {"round"}
    if _PRESENT.search(text):
        passed.add("present")
    named = [known.contact[each] for each in stems if each in known.contact and each not in passed]
    if not named and _GOING.search(text):
        return ("visit",)
    if not named and _SEEING.search(text):
        return ("meeting",)
    special = [kinds for kinds in named if "talks" not in kinds]
    return tuple(dict.fromkeys(kind for kinds in special or named for kind in kinds))


#: Whether somebody was at a contact.
_BEING_THERE = _WORDING.pattern("being-there")
#: Being there, which is no gift; and going to a place with a name.
_PRESENT = _WORDING.pattern("present")
_SEEING = _WORDING.pattern("seeing")
_GOING = _WORDING.pattern("going")
