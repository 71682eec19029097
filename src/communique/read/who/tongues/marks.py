"""A line's words with what the lists say of them: offices, states, links, names.

A *mark* is a stretch of words that means one thing. Words in none are left to the finder.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.model import Span
from communique.read.who.tongues.grammar import Meaning, Phrases, Tongue, compound
from communique.read.who.tongues.inflection import case_of, is_given
from communique.read.who.words.words import Line, Word

_LONGEST_NAME = 5
#: Small words inside names.
_PARTICLES = frozenset(
    (
        *("von", "van", "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "el"),
        *("al", "bin", "ibn", "ben", "zu", "der", "y"),
        *("ван", "фон", "де", "да", "аль", "эль", "бин", "ибн", "дер", "ден", "бін", "ібн"),
    )
)
_CUT = "'’ʼ"


class Mark(msgspec.Struct):
    """Words ``first`` to ``last`` (exclusive) of a line.

    ``kind`` is that of the meaning, ``name`` for a run of unknown capitalised words, else
    ``word``. ``case`` is the case that the form of an office shows.
    """

    kind: str
    first: int
    last: int
    start: int
    end: int
    meaning: Meaning | None = None
    low: str = ""
    case: str | None = None
    capital: bool = False

    @property
    def key(self) -> str:
        """The key of its meaning."""
        return self.meaning.key if self.meaning else ""


def split_words(text: str, line: Line, tongue: Tongue) -> list[Word]:
    """Return the words of a line, with elided articles and suffixes behind apostrophes apart."""
    out: list[Word] = []
    for word in line.words:
        cut = _cut_at(word, tongue)
        if cut:
            out.append(Word(text, Span(word.start, word.start + cut)))
            out.append(Word(text, Span(word.start + cut, word.end)))
        else:
            out.append(word)
    return out


def _cut_at(word: Word, tongue: Tongue) -> int:
    """Return where a word is to be cut: "d'|Anton", "Beres|'le"; 0 if nowhere."""
    if tongue.nouns and word.text.startswith("US-"):
        return 3  # "US-Außenminister"
    if (
        tongue.inverted
        and (found := word.text.rfind("-") + 1)
        and word.text[found:].lower() in (tongue.inverted)
    ):
        return found  # "a-t-|elle"
    if not tongue.elided or not word.is_word:
        return 0
    at = next((n for n, letter in enumerate(word.text) if letter in _CUT), -1)
    if at <= 0 or at + 1 >= len(word.text):
        return 0
    head = word.text[:at].casefold()
    if head in tongue.elided:
        return at + 1
    return at if "'" in tongue.elided and word.capital else 0


def marks_of(words: Sequence[Word], tongue: Tongue, phrases: Phrases) -> list[Mark]:
    """Return the marks of a line's words, in order; every word is in one."""
    out: list[Mark] = []
    at = 0
    while at < len(words):
        mark = _mark_at(words, at, tongue, phrases)
        out.append(mark)
        at = mark.last
    return _with_realms(out)


def _mark_at(words: Sequence[Word], at: int, tongue: Tongue, phrases: Phrases) -> Mark:
    word = words[at]
    length, meaning = phrases.match(words, at) if word.is_word else (0, None)
    if meaning is None and word.capital and (meaning := compound(word.low, tongue)) is not None:
        length, meaning = 1, msgspec.structs.replace(meaning, name=word.text)
    if meaning is not None and not (meaning.kind == "state" and _opens(words, at, length, tongue)):
        case = None
        if meaning.kind in ("office", "counterpart") and tongue.inflected:
            lemma, head = _head(words[at : at + length], meaning.name, tongue)
            case = case_of(head.low, lemma, tongue)
            if endings := tongue.raw.get("titles_of_women"):
                gender = "f" if head.low.endswith(tuple(endings.split())) else "m"
                meaning = msgspec.structs.replace(meaning, gender=gender)
        return _made(words, at, at + length, meaning.kind, meaning, case)
    low = word.low
    if low in tongue.definite or low in tongue.indefinite:
        return _made(words, at, at + 1, "determiner", None)
    if low in tongue.links:
        return _made(words, at, at + 1, "link", None)
    if _opens_name(word, at, words, tongue):
        return _made(words, at, _name_end(words, at, tongue, phrases), "name", None)
    return _made(words, at, at + 1, "word", None)


def _head(words: Sequence[Word], name: str, tongue: Tongue) -> tuple[str, Word]:
    """Return the word of an office that shows its case, with its lemma.

    It is the first, or the last that is declined where genitives stand before their noun.
    """
    lemmas = name.casefold().split()
    if tongue.state_first and len(lemmas) == len(words):
        pairs = zip(lemmas, words, strict=True)
        declined = [(lemma, word) for lemma, word in pairs if word.low != lemma]
        return declined[-1] if declined else (lemmas[-1], words[-1])
    head = next((w for w in words if w.low[:2] == lemmas[0][:2]), words[0])
    return lemmas[0], head


def _opens(words: Sequence[Word], at: int, length: int, tongue: Tongue) -> bool:
    """Tell a word that opens a sentence from a state that is spelt alike: "Того" дня."""
    first = at == 0 or not words[at - 1].is_word
    return length == 1 and first and words[at].low in tongue.function


def _made(
    words: Sequence[Word],
    first: int,
    last: int,
    kind: str,
    meaning: Meaning | None,
    case: str | None = None,
) -> Mark:
    low = words[first].low if last == first + 1 else " ".join(w.low for w in words[first:last])
    start, end = words[first].start, words[last - 1].end
    return Mark(kind, first, last, start, end, meaning, low, case, words[first].capital)


def _opens_name(word: Word, at: int, words: Sequence[Word], tongue: Tongue) -> bool:
    if not word.capital or not word.is_word:
        return False
    opens = at == 0 or not words[at - 1].is_word
    if word.low in tongue.function and (opens or tongue.nouns):
        return _is_month_named(words, at, tongue)
    common = tongue.raw.get("common_noun")
    if common and re.search(common, word.low) and not is_given(word.text):
        return False
    if word.text.isupper() and len(word.text) > 1 and "." not in word.text:
        return False  # an abbreviation, or a headline in capitals
    return len(word.text) > 1 or _is_initial(words, at)


def _is_month_named(words: Sequence[Word], at: int, tongue: Tongue) -> bool:
    """Tell a given name from the word that is spelt alike: "…, | Julio Arrieta"."""
    if not 0 < at < len(words) - 1 or words[at - 1].text != ",":
        return False
    after = words[at + 1]
    named = after.is_word and after.capital and not after.text.isupper()
    return named and after.low not in tongue.function and is_given(words[at].text)


def _is_initial(words: Sequence[Word], at: int) -> bool:
    """Tell whether "А." stands before a name: with its stop, or as a token before one."""
    text = words[at].text
    if len(text) == 2 and text[1] == "." and at + 1 < len(words):
        return words[at + 1].capital
    return len(text) == 1 and at + 2 < len(words) and words[at + 1].text == "."


def _name_end(words: Sequence[Word], at: int, tongue: Tongue, phrases: Phrases) -> int:
    end = at + 1
    while end < len(words) and end - at < _LONGEST_NAME:
        word = words[end]
        if word.text == "." and len(words[end - 1].text) == 1 and end + 1 < len(words):
            end += 1
            continue
        particle = word.low in _PARTICLES and word.low not in tongue.prepositions
        if particle and end + 1 < len(words) and words[end + 1].capital:
            ahead = 2 if words[end + 1].low in _PARTICLES and end + 2 < len(words) else 1
            noble = word.low not in tongue.links and not tongue.nouns
            if phrases.match(words, end + ahead)[1] is None and (noble or is_given(words[at].text)):
                end += ahead + 1
                continue
            break
        if not word.capital or not word.is_word or (tongue.nouns and word.low in tongue.function):
            break
        if word.text.isupper() and len(word.text) > 1 and "." not in word.text:
            break
        if phrases.match(words, end)[1] is not None:
            break
        end += 1
    return end


def _with_realms(marks: list[Mark]) -> list[Mark]:
    """Join "Republic" and the name of a state that follows, with a link between or without."""
    out: list[Mark] = []
    at = 0
    while at < len(marks):
        mark = marks[at]
        beside = _adjective_beside(marks, at) if mark.kind == "realm" else None
        if beside is not None:  # "Republik Litauen" is a name, and so is "Litauische Republik"
            first, last = (out.pop(), mark) if beside < at else (mark, marks[beside])
            other = first if beside < at else last
            meaning = Meaning("state", other.key)
            out.append(Mark("state", first.first, last.last, first.start, last.end, meaning))
            at = max(at, beside) + 1
            continue
        if mark.kind == "realm":
            ahead = at + 1
            while ahead < len(marks) and ahead < at + 3 and marks[ahead].kind in (
                "link", "determiner",
            ):  # fmt: skip
                ahead += 1
            if ahead < len(marks) and marks[ahead].kind == "state":
                state = marks[ahead]
                out.append(
                    Mark("state", mark.first, state.last, mark.start, state.end, state.meaning)
                )
                at = ahead + 1
                continue
        out.append(mark)
        at += 1
    return out


def _adjective_beside(marks: Sequence[Mark], at: int) -> int | None:
    """Return the adjective of a state that makes its long name with "republic"."""
    if at and marks[at - 1].kind == "adjective" and marks[at - 1].capital:
        return at - 1
    after = marks[at + 1] if at + 1 < len(marks) else None
    return at + 1 if after is not None and after.kind == "adjective" and marks[at].capital else None


_FOLLOWING = 3  # words behind a pronoun that may show that it means nobody


def pronoun_at(marks: Sequence[Mark], n: int, tongue: Tongue) -> str | None:
    """Return the English pronoun that a word stands for, if it stands for somebody."""
    mark = marks[n]
    if mark.kind != "word":
        return None
    if n and marks[n - 1].low.endswith("-") and mark.low in tongue.inverted:
        return tongue.inverted[mark.low]
    behind = marks[n + 1 : n + 1 + _FOLLOWING]
    nobody = tongue.impersonal.get(mark.low, "").split()
    if any(m.low in nobody for m in behind):
        return None
    beside = [*marks[max(0, n - 1) : n], *marks[n + 1 : n + 2]]
    singular = tongue.raw.get("singular_verb")
    if singular and any(m.kind == "word" and re.search(singular, m.low) for m in beside):
        return tongue.raw.get("pronouns_by_verb", {}).get(mark.low) or tongue.pronouns.get(mark.low)
    return tongue.pronouns.get(mark.low)
