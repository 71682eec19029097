"""What a question calls by a name: persons, states, bodies, and who holds an office."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.ask.lexicon import Lexicon
from communique.ask.wording import wording
from communique.ask.words import folded

_WORDING = wording("question/naming")

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[A-Z]+-?\d+(?=s?\b)|[^\W\d_]+(?:[-'’][^\W\d_]+)*"
)
#: What stands before the first word of a sentence.
_BEGUN = re.compile(r"(?:^|[a-z\d][.?!][\"”’]? )$")
#: Two names joined ("the Oduvan-Helk call").
_JOINED = re.compile(r"(?<![\w-])([^\W\d_][^\W_]{1,})[-–]([^\W\d_][^\W_]{1,})(?![\w-])")


@dataclass(frozen=True, slots=True)
class Named:
    """What a question calls by a name (``words``), an office (``title``) of it, or both.

    ``text`` is as it stands in the question, ``words`` may be those by which reports call it. With
    ``is_office`` the holder of ``title`` of what is called by ``words`` is meant.
    """

    text: str
    words: tuple[str, ...]
    title: tuple[str, ...] = ()
    is_office: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question: its start; whether it begins a sentence; whether a comma follows."""

    start: int
    text: str
    first: bool
    comma: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """Return the words of a question; two names joined by a hyphen are two words."""
    parted = _JOINED.sub(_parted, text)
    return [
        Token(
            m.start(),
            m.group(),
            _BEGUN.search(parted, 0, m.start()) is not None,
            parted[m.end() : m.end() + 1] == ",",
        )
        for m in _TOKEN.finditer(parted)
    ]


def _parted(match: re.Match[str]) -> str:
    """Return two joined names as two, at the same places; other words as they are."""
    if match[1][0].isupper() and match[2][0].isupper():
        return f"{match[1]},{match[2]}"
    return match.group()


def named_in(tokens: list[Token], known: Lexicon) -> tuple[list[Named], set[int]]:
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


def _name_at(tokens: list[Token], at: int, known: Lexicon) -> tuple[Named | None, int]:
    """Return what is named from ``at`` on, and the token behind it."""
    title_end = _run_of_titles(tokens, at, known)
    if title_end > at and _is_of_several(tokens, at, title_end, known):
        return None, title_end
    if title_end > at:
        return _after_title(tokens, at, title_end, known)
    end = _run_of_names(tokens, at, known)
    if end == at or (end == at + 1 and tokens[at].text in _WORDING.words("beginning")):
        return None, at
    title_end = _run_of_titles(tokens, end, known)
    if _is_of_office(tokens, title_end, known) and _are_kinds(tokens[end:title_end], known):
        title_end = end  # "the Tarvenian foreign ministry"
    if title_end > end:
        name_end = _run_of_names(tokens, title_end, known)
        if name_end > title_end:
            return _made(tokens, title_end, name_end, tokens[end:title_end]), name_end
        return _office(tokens[at:title_end], tokens[end:title_end], tokens[at:end]), title_end
    behind = _behind_of(tokens, end)
    if behind is not None and (further := _run_of_names(tokens, behind, known)) > behind:
        return _made(tokens, at, further, []), further
    return _made(tokens, at, end, []), end


def _is_of_several(tokens: list[Token], at: int, end: int, known: Lexicon) -> bool:
    """Tell whether an office is one of several ("the foreign ministers"), or none by itself."""
    if end < len(tokens):
        behind = folded(tokens[end].text)
        if behind.endswith("s") and behind[:-1] in known.titles:
            return True
    named = end < len(tokens) and tokens[end].capital
    return not named and _are_kinds(tokens[at:end], known)


def _are_kinds(title: list[Token], known: Lexicon) -> bool:
    """Tell whether words of a title only say what kind of office it is."""
    return all(folded(token.text) in known.kinds_of_office for token in title)


def _is_of_office(tokens: list[Token], at: int, known: Lexicon) -> bool:
    """Tell whether a word at a place goes on with a title, and is none itself ("ministry")."""
    return (
        at < len(tokens) and not tokens[at].capital and folded(tokens[at].text) not in known.passed
    )


def _after_title(
    tokens: list[Token], at: int, end: int, known: Lexicon
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


def _behind_of(tokens: list[Token], at: int) -> int | None:
    """Return the place behind ``of`` or ``of the`` at ``at``."""
    if at >= len(tokens) or tokens[at].text.lower() not in ("of", "for"):
        return None
    the = at + 1 < len(tokens) and tokens[at + 1].text.lower() == "the"
    return at + 2 if the else at + 1


def _run_of_titles(tokens: list[Token], at: int, known: Lexicon) -> int:
    while at < len(tokens) and folded(tokens[at].text) in known.titles:
        at += 1
    return at


def _run_of_names(tokens: list[Token], at: int, known: Lexicon) -> int:
    """Return the place behind words written like a name, one that begins at ``at``."""
    first = at
    while at < len(tokens):
        token = tokens[at]
        word = folded(token.text)
        if at > first and not _follows(tokens[at - 1], token):
            break
        named = word not in known.titles and word not in _WORDING.words("weekdays")
        if token.capital and named and not (token.first and _asks(word, known)):
            at += 1
            if re.search("['’]s?$", token.text):
                break
        elif _is_particle(tokens, at, inside=at > first):
            at += 1
        else:
            break
    return at


def _is_particle(tokens: list[Token], at: int, *, inside: bool) -> bool:
    """Tell whether a small word is part of a name, at its beginning one that is no other word."""
    few = _WORDING.words("particles") if inside else _WORDING.words("leading")
    return tokens[at].text in few and at + 1 < len(tokens) and tokens[at + 1].capital


def _follows(one: Token, other: Token) -> bool:
    """Tell whether nothing but a space stands between two tokens."""
    return other.start == one.start + len(one.text) + 1 and not one.comma


def _asks(word: str, known: Lexicon) -> bool:
    """Tell whether a word begins a question rather than a name."""
    return word in known.passed


def _made(tokens: list[Token], start: int, end: int, title: list[Token]) -> Named:
    if tokens[start].text == "The" and end > start + 1:
        start += 1
    words = tuple(folded(token.text) for token in tokens[start:end])
    text = " ".join(token.text for token in tokens[start:end])
    return Named(re.sub("['’]s?$", "", text), words, tuple(folded(t.text) for t in title))


def _office(whole: list[Token], title: list[Token], of: list[Token]) -> Named:
    return Named(
        " ".join(token.text for token in whole),
        tuple(folded(token.text) for token in of),
        tuple(folded(token.text) for token in title),
        is_office=True,
    )
