"""Where the name of a body begins and ends: "National Security Council", "Council of Advisers"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.words.lexicon import Entry, Lexicon, Names, word_class
from communique.read.who.words.words import Word

_LINKS = frozenset(("of", "for", "on"))
_VERBAL = ("ing", "ed")
_FAR = 4  # words ahead in which a body's must stand


def opens_body(words: Sequence[Word], at: int, end: int, names: Names, lexicon: Lexicon) -> bool:
    """Tell whether a word that opens no other name opens a body's: "National | Security Council".

    The run of capitalised words that it would open ends before ``end``. A body of one word, such
    as the Senate, needs none.
    """
    if words[at].low not in word_class("body_openers") or end < at + 2:
        return False
    length, entries = lexicon.match(words, at + 1)
    if length == 1 and any(entry.kind == "body" for entry in entries):
        return False
    return any(word.low in names.organisation for word in words[at + 1 : end])


def goes_on_body(
    words: Sequence[Word], first: int, at: int, names: Names, lexicon: Lexicon
) -> bool:
    """Tell whether a known word belongs to a body: "Council of Economic | Advisers".

    It says what the body is for (``fields``), or what kind of people it has, or is a body itself.
    """
    length, entries = lexicon.match(words, at)
    bodies = any(entry.kind == "body" and not entry.bloc for entry in entries)
    if at == first + 1 and bodies and length > 1 and words[first].low in word_class("fields"):
        return True  # "Homeland | Security Council"
    if at == first + 1 and words[first].low in word_class("body_openers"):
        ahead = words[at + 1 : at + 4]
        holds = any(word.capital and word.low in names.organisation for word in ahead)
        openers = word_class("fields") | word_class("body_openers")
        is_field = words[at].low in openers and holds
        return is_field or bodies
    if _opens_within(words, first, at, names):
        return True
    if not is_said_what_for(words, first, at, names):
        return False
    links = [n for n in range(first + 1, at) if words[n].low in _LINKS]
    if words[at].low in word_class("fields"):
        return True
    if words[at].low in word_class("owners_of_bodies"):  # "the Council of Norlandic | Women"
        return at > links[-1]
    if words[at - 1].low in word_class("peoples"):  # "the Initiative on Asian | Norlanders"
        return any(entry.kind in ("people", "adjective", "region") for entry in entries)
    people = any(entry.kind == "office" and entry.plural for entry in entries)
    people = people or is_of_officer(words, first, at)
    return people and at > links[-1] + 1


def _opens_within(words: Sequence[Word], first: int, at: int, names: Names) -> bool:
    """Tell whether a word opens a body's name behind its first: "Norland | First Bank"."""
    if at != first + 1 or words[at].low not in word_class("body_openers"):
        return False
    return names.gender(words[first].low) is None and is_body_ahead(words, at + 1, names)


def is_body_ahead(words: Sequence[Word], at: int, names: Names) -> bool:
    """Tell whether a body's name ends with the capitalised words from ``at``: "Ferry Bank"."""
    end = at
    while end < min(len(words), at + _FAR) and words[end].capital:
        end += 1
        if end > at + 1 and words[end - 1].low in names.organisation:
            return True
    return False


def is_matter_of_body(words: Sequence[Word], first: int, at: int, names: Names) -> bool:
    """Tell whether a word inside a body's name is what it is for: "Racial | Justice Task Force"."""
    is_field = words[at].low in word_class("fields") or words[at].low.endswith("ing")
    named = names.gender(words[first].low) is not None
    return is_field and not named and is_body_ahead(words, at, names)


def is_of_general_body(words: Sequence[Word], at: int, names: Names) -> bool:
    """Tell the "General" of "the General Ferry Administration" from the officer."""
    following = words[at + 1].low if at + 1 < len(words) else ""
    plain = following in names.common and names.gender(following) is None
    return words[at].low == "general" and plain and is_body_ahead(words, at + 1, names)


def is_of_office(words: Sequence[Word], at: int, names: Names, lexicon: Lexicon) -> bool:
    """Tell whether a word behind a body says what an officer is for: "State Department | Energy
    Envoy", "… | Energy and Trade Envoy"."""
    fields, end = word_class("fields"), at + 1
    if words[at].low not in fields or words[at - 1].low not in names.organisation:
        return False
    if end + 1 < len(words) and words[end].low in ("and", "&") and words[end + 1].low in fields:
        end += 2
    entries = lexicon.match(words, end)[1] if end < len(words) else ()
    return any(entry.kind == "office" and not entry.plural for entry in entries)


def is_of_officer(words: Sequence[Word], first: int, at: int) -> bool:
    """Tell whether an office is called by whose it is: "Office of the District | Attorney"."""
    return words[first].low == "office" and words[at].low in word_class("office_bearers")


def is_firm_joined(words: Sequence[Word], at: int) -> bool:
    """Tell whether "&" joins two names of a firm: "Roe | & Lee LLP"."""
    if at + 2 >= len(words) or words[at].text != "&" or not words[at + 1].capital:
        return False
    ends = (n for n in range(at + 2, min(at + 5, len(words))) if words[n].capital)
    return any(words[n].low in word_class("firm_ends") for n in ends)


def is_bodys(words: Sequence[str], names: Names, *, in_headline: bool) -> bool:
    """Tell whether a name's first word belongs to it where it opens a sentence: "Federal Salt
    Board". It does if it is no verb ("Create | Salt Boards"); in a headline, if bodies' names open
    with it."""
    low = words[0].casefold()
    is_body = len(words) > 2 and any(word.casefold() in names.organisation for word in words)
    verbal = low.endswith(_VERBAL) or low in word_class("imperatives")
    plain = not (in_headline or verbal or low in names.openers)
    return is_body and (low in word_class("body_openers") or plain)


def owns_body(words: Sequence[Word], after: int, entry: Entry, names: Names) -> bool:
    """Tell whether a body follows its state: "NORLAND AGENCY", where all is in capitals."""
    return entry.kind == "state" and any(
        word.low in names.organisation for word in words[after : after + 1]
    )


#: Ends of words for what is done or what something is like: "Chief Sustainability Officer".
_ABSTRACT = ("ation", "bility", "ivity")


def is_matter(low: str, names: Names) -> bool:
    """Tell whether a word says what an office or a body is for: "Vice President, Finance"."""
    is_thing = low in names.thing or low in word_class("fields") or low in word_class("matters")
    is_thing = is_thing or low.endswith(_ABSTRACT)
    plural = low in names.common and low.endswith("s")
    surname = low in word_class("common_surnames") or names.gender(low) is not None
    return (is_thing or plural) and not surname


def is_body_next(words: Sequence[Word], at: int) -> bool:
    """Tell whether words before a name say what kind of body it is: "the aid group | Open …"."""
    before = words[at - 1].low if at else ""
    helping = at > 1 and words[at - 2].low in word_class("helping")
    return before in word_class("kinds_of_bodies") and helping


def is_said_what_for(words: Sequence[Word], first: int, at: int, names: Names) -> bool:
    """Tell whether words before ``at`` say what a body is for: "the Association for …"."""
    links = [n for n in range(first + 1, at) if words[n].low in _LINKS]
    return bool(links) and any(w.low in names.organisation for w in words[first : links[0]])


def is_month_told(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word is a month of the year and no given name: "in | August"."""
    if words[at].low not in word_class("months") or not at:
        return False
    before = words[at - 1]
    return before.text[0].isdigit() or before.low in word_class("before_months")


def is_dated(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word is a day of the week or a month: "(de Lange) on | Monday"."""
    return words[at].low in word_class("months") or words[at].low in word_class("weekdays")


def government_of(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """Return where "Government of (the Republic of) X" ends, and the state that it acts for."""
    if not words[at].capital or words[at].low not in word_class("governments"):
        return None
    n = at + 1
    while n + 1 < len(words) and words[n].low == "of":
        n += 2 if words[n + 1].low == "the" else 1
        if n >= len(words):
            return None
        length, entries = lexicon.match(words, n)
        state = next((entry for entry in entries if entry.kind == "state"), None)
        if state is not None:
            return n + length, state
        n += words[n].low in word_class("realms")
    return None
