"""A question taken apart: what it is after, whom and what it names, and which words remain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.ask.lexicon import Lexicon, lexicon
from communique.ask.times import Time, times
from communique.ask.words import folded, stem
from communique.model.asking import QuestionKind
from communique.model.claims import ActType, ContactKind

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: Words inside a name that are written small.
_PARTICLES = frozenset({"de", "van", "von", "der", "al", "bin", "ibn", "el", "la", "du", "di"})
#: Letters of a question that count; patterns are tried on every one of them.
_LONGEST = 1000
#: Two names joined ("the Oduvan-Helk call").
_JOINED = re.compile(r"(?<![\w-])([^\W\d_][^\W_]{2,})[-–]([^\W\d_][^\W_]{2,})(?![\w-])")
_ASIDE = re.compile(r"\([^()]*\)")
#: A second question behind the first.
_SECOND = re.compile(
    r",? and (?:who|whom|when|where|why|how|which|what)(?: \w+)?"
    r" (?:is|are|was|were|did|does|do|has|have|had)\b.*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a question calls by a name (``words``), an office (``title``) of it, or both.

    ``text`` is as it stands in the question. With ``is_office`` the holder of ``title`` of what
    is called by ``words`` is meant.
    """

    text: str
    words: tuple[str, ...]
    title: tuple[str, ...] = ()
    is_office: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A word to be found: its stem, and the families of words that mean alike."""

    stem: str
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as its words alone tell; the record is not asked yet.

    ``inner`` is, for ``differ``, the kind of question that the accounts may differ on; ``thing``
    the stem of what is counted, where a question asks how many. It may ask for the ``future`` or
    the ``past``. ``pointing`` is a pronoun that
    stands for a person whom the question has not named.
    """

    text: str
    kind: QuestionKind
    named: tuple[Named, ...] = ()
    terms: tuple[Term, ...] = ()
    contact: tuple[ContactKind, ...] = ()
    acts: tuple[ActType, ...] = ()
    time: Time | None = None
    future: bool = False
    past: bool = False
    inner: QuestionKind | None = None
    words: tuple[str, ...] = field(default=())
    thing: str | None = None
    pointing: str | None = None


def understand(text: str) -> Question:
    """Take a question apart; any text has a reading, at worst as words to look for.

    Of two questions in one sentence the first is taken; what stands in brackets is left out.
    """
    known = lexicon()
    text = _SECOND.sub("?", _ASIDE.sub(" ", text[:_LONGEST]))
    plain = " ".join(text.lower().split())
    kind = _kind(plain, known)
    time, cut = times(text)
    tokens = [t for t in _tokens(text) if not any(a <= t.start < b for a, b in cut)]
    named, used = _named(tokens, known)
    left = [token for token in tokens if token.start not in used]
    if kind == "what-said" and (found := _ON_OCCASION.search(text)):
        left = [token for token in left if not found.start() <= token.start < found.end()]
    terms = _terms(left, known, free=kind in _FREE)
    stems = [stem(token.text) for token in left]
    return Question(
        text=text,
        kind=_settled(kind, plain, stems, terms),
        named=tuple(named),
        terms=tuple(t for t in terms if not (kind == "differ" and t.stem == "agre")),
        contact=_contact(stems, known),
        acts=tuple(dict.fromkeys(a for s in stems for a in known.act.get(s, ()))),
        time=time,
        future=_FUTURE.search(plain) is not None,
        past=_PAST.search(plain) is not None,
        inner=_inner(plain, known) if kind == "differ" else None,
        words=tuple(dict.fromkeys(folded(token.text) for token in left)),
        thing=_thing(text, known),
        pointing=_pointing(tokens, used),
    )


#: On what occasion something was said, which the words themselves need not say.
_ON_OCCASION = re.compile(
    r"\b(?:after|before|during|at|following|ahead of) (?:the|their|a|his|her) (?:\w+ )?"
    r"(?:talks|meeting|call|summit|conversation|visit|briefing|interview|press conference)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|is to|are to|going to|plan(?:s|ned)?|scheduled|due|next|upcoming|coming|expected"
    r"|invit\w+|propos\w+)\b"
)
_PAST = re.compile(r"\b(?:did|was|were|had|has|have|\w+ed|met|spoke|took|held|told|went|came)\b")


def _pointing(tokens: list[_Token], used: set[int]) -> str | None:
    """Return the first pronoun of a person that stands before any name."""
    for token in tokens:
        if token.start in used:
            return None
        if token.text.lower() in _PERSONAL:
            return token.text.lower()
    return None


_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})


def _thing(text: str, known: Lexicon) -> str | None:
    """Return the stem of what stands behind ``how many`` or ``number of``."""
    match = _COUNTED.search(text)
    if match is None:
        return None
    for word in match[1].split():
        plain = folded(word.strip("?,.;"))
        if plain in _AUXILIARIES:
            return None
        if plain and plain not in known.passed:
            return stem(plain)
    return None


_COUNTED = re.compile(r"\b(?:how (?:many|much)|(?:number|amount|share|percentage) of)\s+(.+)", re.I)
# fmt: off
_AUXILIARIES = frozenset({
    "did", "do", "does", "has", "have", "had", "is", "are", "was", "were", "will", "would", "can",
    "could", "should", "of",
})
# fmt: on


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
    if plain.startswith("who called") and all(term.stem == "call" for term in terms):
        return "who-initiated"
    return kind


def _inner(plain: str, known: Lexicon) -> QuestionKind | None:
    """Return what accounts may differ on, where the question says so."""
    for name, pattern in known.kinds:
        if name in ("who-initiated", "how-long", "how-many", "when", "where") and pattern.search(
            plain
        ):
            return name
    hints: tuple[tuple[str, QuestionKind], ...] = (
        (r"\bwho (?:call|ask|initiat|request)", "who-initiated"),
        (r"\b(?:long|duration|length|last(?:ed)?)\b", "how-long"),
        (r"\b(?:number|many|much|figure|toll|percent|amount|price|count)", "how-many"),
        (r"\b(?:date|day|when)\b", "when"),
        (r"\b(?:where|place)\b", "where"),
        (r"\b(?:topics?|discuss|about what)", "about-what"),
    )
    return next((kind for hint, kind in hints if re.search(hint, plain)), None)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    text: str
    first: bool
    comma: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def _tokens(text: str) -> list[_Token]:
    parted = _JOINED.sub(_parted, text)
    return [
        _Token(m.start(), m.group(), m.start() == 0, parted[m.end() : m.end() + 1] == ",")
        for m in _TOKEN.finditer(parted)
    ]


def _parted(match: re.Match[str]) -> str:
    """Return two joined names as two, at the same places; other words as they are."""
    if match[1][0].isupper() and match[2][0].isupper():
        return f"{match[1]},{match[2]}"
    return match.group()


def _contact(stems: list[str], known: Lexicon) -> tuple[ContactKind, ...]:
    """Return the kinds of contact named; of talks only where no word says what kind they were."""
    named = [known.contact[s] for s in stems if s in known.contact]
    special = [kinds for kinds in named if "talks" not in kinds]
    return tuple(dict.fromkeys(kind for kinds in special or named for kind in kinds))


#: Kinds of question that are answered by words rather than by a slot.
_FREE = frozenset({"what-said", "who-said", "stand", "done", "whether", "why", "who", "what"})


def _terms(left: list[_Token], known: Lexicon, *, free: bool) -> list[Term]:
    """Return the words that something must be found of, each stem once.

    Words that only ask are among them where no others are and the answer is ``free`` words.
    """
    words = [folded(token.text) for token in left]
    chosen = [word for word in words if word not in known.passed]
    if free and not chosen:
        chosen = [word for word in words if word in known.kept]
    roots = dict.fromkeys(stem(word) for word in chosen)
    noun = _A_CALL.search(" ".join(words)) is not None
    return [Term(root, _families(root, known, noun=noun)) for root in roots]


def _families(root: str, known: Lexicon, *, noun: bool) -> tuple[str, ...]:
    """Return the families of a word; a ``noun`` "call" is none of those of saying."""
    families = known.families.get(root, ())
    if noun and root == "call":
        return tuple(family for family in families if family != "say")
    return families


_A_CALL = re.compile(
    r"\b(?:the|a|phone|telephone|this|that|first|last|joint|video) calls?\b|^calls?$"
)


def _named(tokens: list[_Token], known: Lexicon) -> tuple[list[Named], set[int]]:
    """Return what is named, and where the words stand that name it."""
    found: list[Named] = []
    used: set[int] = set()
    at = 0
    while at < len(tokens):
        named, end = _name_at(tokens, at, known)
        if named is not None:
            found.append(named)
            used.update(token.start for token in tokens[at:end])
        at = max(end, at + 1)
    return found, used


def _name_at(tokens: list[_Token], at: int, known: Lexicon) -> tuple[Named | None, int]:
    """Return what is named from ``at`` on, and the token behind it."""
    title_end = _run_of_titles(tokens, at, known)
    if title_end > at and _is_of_several(tokens, at, title_end, known):
        return None, title_end
    if title_end > at:
        return _after_title(tokens, at, title_end, known)
    end = _run_of_names(tokens, at, known)
    if end == at:
        return None, at
    title_end = _run_of_titles(tokens, end, known)
    if title_end > end:
        name_end = _run_of_names(tokens, title_end, known)
        if name_end > title_end:
            return _made(tokens, title_end, name_end, tokens[end:title_end]), name_end
        return _office(tokens[at:title_end], tokens[end:title_end], tokens[at:end]), title_end
    behind = _behind_of(tokens, end)
    if behind is not None and (further := _run_of_names(tokens, behind, known)) > behind:
        return _made(tokens, at, further, []), further
    return _made(tokens, at, end, []), end


def _is_of_several(tokens: list[_Token], at: int, end: int, known: Lexicon) -> bool:
    """Tell whether an office is one of several ("the foreign ministers"), or none by itself."""
    if end < len(tokens):
        behind = folded(tokens[end].text)
        if behind.endswith("s") and behind[:-1] in known.titles:
            return True
    named = end < len(tokens) and tokens[end].capital
    return not named and all(
        folded(token.text) in known.kinds_of_office for token in tokens[at:end]
    )


def _after_title(
    tokens: list[_Token], at: int, end: int, known: Lexicon
) -> tuple[Named | None, int]:
    """Return whom a title names: its holder by name, or by what it is an office of."""
    title = tokens[at:end]
    behind = _behind_of(tokens, end)
    if behind is not None:
        further = _run_of_names(tokens, behind, known)
        if further > behind:
            own_end = _run_of_names(tokens, further, known)
            if own_end > further:
                return _made(tokens, further, own_end, title), own_end
            return _office(tokens[at:further], title, tokens[behind:further]), further
    name_end = _run_of_names(tokens, end, known)
    if name_end > end:
        return _made(tokens, end, name_end, title), name_end
    if at and tokens[at - 1].text.lower() == "the":
        return _office(tokens[at - 1 : end], title, []), end
    return None, at + 1


def _behind_of(tokens: list[_Token], at: int) -> int | None:
    """Return the place behind ``of`` or ``of the`` at ``at``."""
    if at >= len(tokens) or tokens[at].text.lower() not in ("of", "for"):
        return None
    the = at + 1 < len(tokens) and tokens[at + 1].text.lower() == "the"
    return at + 2 if the else at + 1


def _run_of_titles(tokens: list[_Token], at: int, known: Lexicon) -> int:
    while at < len(tokens) and folded(tokens[at].text) in known.titles:
        at += 1
    return at


def _run_of_names(tokens: list[_Token], at: int, known: Lexicon) -> int:
    """Return the place behind words written like a name, one that begins at ``at``."""
    first = at
    while at < len(tokens):
        token = tokens[at]
        word = folded(token.text)
        if at > first and not _follows(tokens[at - 1], token):
            break
        if token.capital and word not in known.titles and not (token.first and _asks(word, known)):
            at += 1
            if re.search("['’]s?$", token.text):
                break
        elif at > first and word in _PARTICLES and at + 1 < len(tokens) and tokens[at + 1].capital:
            at += 1
        else:
            break
    return at


def _follows(one: _Token, other: _Token) -> bool:
    """Tell whether nothing but a space stands between two tokens."""
    return other.start == one.start + len(one.text) + 1 and not one.comma


def _asks(word: str, known: Lexicon) -> bool:
    """Tell whether a word begins a question rather than a name."""
    return word in known.passed


def _made(tokens: list[_Token], start: int, end: int, title: list[_Token]) -> Named:
    if tokens[start].text == "The" and end > start + 1:
        start += 1
    words = tuple(folded(token.text) for token in tokens[start:end])
    text = " ".join(token.text for token in tokens[start:end])
    return Named(re.sub("['’]s?$", "", text), words, tuple(folded(t.text) for t in title))


def _office(whole: list[_Token], title: list[_Token], of: list[_Token]) -> Named:
    return Named(
        " ".join(token.text for token in whole),
        tuple(folded(token.text) for token in of),
        tuple(folded(token.text) for token in title),
        is_office=True,
    )
