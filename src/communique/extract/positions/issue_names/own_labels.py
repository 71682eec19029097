"""An issue's own name as a label that reports share, where the scheme has none for it.

Reports on one issue tell it in words of their own: "the lasting treaty on the lake", "Lutha's lake
deal". What only judges is left out ("lasting"), so is whose it is, one word stands for those that
mean the same (``[same]``: an *agreement*), and what is done is told by its noun (``[nouns]``:
"closing the gates" is *closure of gates*). What remains may name nothing: then there is no label.
"""

from __future__ import annotations

from itertools import pairwise

from communique.extract.lexicon import Lexicon
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.issue_names.wholeness import is_adjective, is_whole
from communique.extract.positions.wording import Wording

_PEOPLE = ("ists", "ers", "ors", "ees", "ians", "people", "men", "women")
_NOUNS = (
    "need",
    "needs",
    "speed",
    "seed",
    "feed",
    "shed",
    "bed",
    "breed",
    "greed",
    "creed",
    "deed",
    "displaced",
    "wounded",
    "unemployed",
)
_DONE = (
    "shed",
    "ssed",
    "sted",
    "nted",
    "ated",
    "ised",
    "ized",
    "iven",
    "tten",
    "made",
    "done",
    "ined",
)
_SHORT = 3  # words of what a treaty is on, that go before it


def own_label(lexicon: Lexicon, wording: Wording, name: Name) -> str | None:
    """Return the label of a name, or ``None`` where it is a visit, cut or vague."""
    if name.cut or (name.deed and name.words[0] in wording.lists["posting"]):
        return None
    words = _without_owner(name)
    head = len(words) - (len(name.words) - name.head)
    if not name.deed and words[head - 1] in wording.lists["visits"]:
        return None
    if words[head - 1] == "process" and not wording.lists["visits"].isdisjoint(words):
        return None  # "the confirmation process"
    matter = _planned(wording, name)
    planned = own_label(lexicon, wording, matter) if matter else None
    if planned is not None:
        return planned
    if name.definite and len(words) == 1 and words[0] in wording.lists["the_one"]:
        return words[0]
    if _names_nothing(lexicon, wording, words, head, name.deed):
        return None
    if name.deed:
        noun = wording.nouns.get(words[0]) if len(words) > 1 and words[1] != "to" else None
        return _joined((noun, "of", *words[1:]) if noun else words)
    return _agreed(wording, name, words, head)


def _planned(wording: Wording, name: Name) -> Name | None:
    """Return what a plan is for, where that is an issue by itself."""
    matter = name.within
    if name.deed or matter is None or name.words[name.head - 1] not in wording.lists["plans"]:
        return None
    alone = matter.named is not None or len(matter.words) == 1 or matter.ends
    return None if alone else matter


def _agreed(wording: Wording, name: Name, words: tuple[str, ...], head: int) -> str:
    """Return words with one name for all agreements: "the treaty on the lake", "the lake deal"."""
    kind = wording.same.get(words[head - 1], words[head - 1])
    matter = name.within
    carries = words[head - 1] in wording.lists["carriers"] and head == 1
    if not carries or matter is None or matter.deed or matter.ends or matter.named is not None:
        return _joined((*words[: head - 1], kind, *words[head:]))
    if len(matter.words) <= _SHORT:
        return _joined((*matter.words, kind))
    return _joined((*words[: head - 1], kind, *words[head:]))


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(" 's", "'s").replace(" '", "'")


def _without_owner(name: Name) -> tuple[str, ...]:
    """Return the words without whose they are, unless that alone tells which one is meant."""
    owned = [n for n, word in enumerate(name.words[: name.head - 1]) if word.endswith(("'s", "s'"))]
    if name.deed or not owned or len(name.words) - owned[-1] < _SHORT:
        return name.words
    if name.owner is not None:
        return name.words  # "Lutha's right to defend itself"
    return name.words[owned[-1] + 1 :]


def _names_nothing(
    lexicon: Lexicon, wording: Wording, words: tuple[str, ...], head: int, deed: bool
) -> bool:
    """Tell whether words are cut off, or all of them such as name nothing alone."""
    last = words[-1]
    if (last.endswith(".") and len(last) > 2) or last.endswith("-u.s"):
        return True  # "Sen.", "the ASEAN-U.S. talks"
    if lexicon.has(last, "preposition", "determiner", "conjunction", "modal", "adverb", "pronoun"):
        return True
    if words[0] in wording.lists["handing"] and not deed:
        return True  # "giving | farmers what they need"
    if (
        head < len(words)
        and words[head] == "by"
        and words[head - 1] in wording.lists["doers_before"]
    ):
        return True  # "the decision by Lutha"
    if words[0] in wording.lists["all_that"] or "how" in words or _is_share(words):
        return True  # "everything that they do", "a third of the benefits"
    if deed and len(words) == 1:
        return False  # "withdrawing"
    if _ends_in_verb(wording, words, deed):
        return True
    if "every" in words or lexicon.has(last, "be", "have") or last.count("-") > 1:
        return True  # "every lever", "advice that is", "an out-of-control | Court"
    if not deed and _hangs_on(wording, words):
        return True
    if not is_whole(lexicon, words, deed):
        return True  # "services continue", "a more open"
    told = words[1:] if deed else words
    if not deed and _is_owned_only(wording, words):
        return True  # "Lutha's contributions"
    if _says_what(wording, words, told, deed):
        return False
    if not deed and len(words) == head and _is_any(lexicon, wording, words):
        return True  # "federal ban", "modest reforms"
    light = wording.lists["light"]
    if all(
        _tells_nothing(wording, word, deed) or (before == "to" and word in light)
        for before, word in pairwise(("", *told))
    ):
        return True  # "right to make decisions"
    if _are_people(words, head):
        return True
    empty = wording.lists["vague"] | wording.lists["nameless"]
    if len(words) == head + 2 and words[head] != "of" and words[-1] in empty:
        return True  # "investment in areas"
    if deed or (len(words) > 1 and words[0].endswith("ing")):
        led = words[1] == "in"  # "investing in federal programs"
        told_in = led or words[-1] in wording.lists["generic"]
        return told_in and _is_vague(wording, words[1 + led :], wording.lists["generic"])
    return len(words) == head and _is_vague(wording, words)


def _ends_in_verb(wording: Wording, words: tuple[str, ...], deed: bool) -> bool:
    """Tell whether the last word is a verb, or one that goes with what is cut off."""
    last = words[-1]
    if last.endswith("ing") and len(words) > 1 and last not in wording.lists["doings"]:
        return True  # "progress on evolving", "a resolution calling"
    if (
        last[:1].isdigit()
        or last in wording.lists["trailing"] | wording.lists["judging"] | wording.lists["cut_off"]
        or (len(words) > 1 and last.endswith(_DONE))
        or (len(words) > 2 and not deed and last.endswith("ed") and not last.endswith(_NOUNS))
    ):
        return True  # "the statement | written"
    alone = len(words) == 1 and last.endswith(("ing", "ly", "ed"))
    return alone and last not in wording.lists["doings"]


def _says_what(wording: Wording, words: tuple[str, ...], told: tuple[str, ...], deed: bool) -> bool:
    """Tell whether plain words name something: "extending the mission", "report of the mission"."""
    if deed:
        done = words[0] in wording.lists["prolonging"]
        return done and len(told) == 1 and told[0] in wording.lists["the_one"]
    whose = len(words) > 2 and words[1] == "of" and words[-1] not in wording.lists["vague"]
    return whose and words[0] in wording.lists["doers_before"]


def _hangs_on(wording: Wording, words: tuple[str, ...]) -> bool:
    """Tell whether a name runs on into what it does: "proposals | requiring audits"."""
    return any(
        word.endswith("ing") and word not in wording.lists["doings"] and len(before) > 3
        for before, word in pairwise(words[:-1])
        if before not in wording.lists["joins"]
    )


def _is_owned_only(wording: Wording, words: tuple[str, ...]) -> bool:
    """Tell whether what somebody owns names nothing: "the chairman's remarks"."""
    owner = max((at for at, word in enumerate(words) if word.endswith(("'s", "s'"))), default=None)
    if owner is None:
        return False
    vague = wording.lists["vague"] | wording.lists["nameless"] | wording.lists["owned"]
    return all(word in vague for word in words[owner + 1 :])


def _tells_nothing(wording: Wording, word: str, deed: bool) -> bool:
    """Tell whether a word of a name adds nothing: "the broad-based | law", "statement | of"."""
    broad = word.rpartition("-")[2] in wording.lists["broad_endings"] and "-" in word
    joins = word in wording.lists["joins"] and not (deed and word == "of")
    return broad or joins or word in wording.nameless or word[:1].isdigit()


def _is_any(lexicon: Lexicon, wording: Wording, words: tuple[str, ...]) -> bool:
    """Tell whether adjectives stand before a noun that may be any of its kind."""
    alone = len(words) == 1 and words[0] in wording.lists["telling"]
    if alone or words[-1] not in wording.lists["any_of"]:
        return False
    endings = (*wording.lists["adjective_endings"], "ed")
    return all(
        (word.endswith(endings) and not word.endswith("ment"))
        or word in wording.nameless | wording.lists["adjectives"]
        or is_adjective(lexicon, word)
        for word in words[:-1]
    )


def _is_share(words: tuple[str, ...]) -> bool:
    """Tell whether only a share is named: "(ensure that) 40 percent of the benefits (go to …)"."""
    at = next((n for n, word in enumerate(words[:3]) if word == "percent"), None)
    return at is not None and (at + 1 == len(words) or words[at + 1] == "of")


def _are_people(words: tuple[str, ...], head: int) -> bool:
    """Tell whether people are told apart by what they do: "columnists that have commented"."""
    told = head < len(words) and words[head] in ("who", "that")
    return told and words[head - 1].endswith(_PEOPLE)


def _is_vague(
    wording: Wording, words: tuple[str, ...], generic: frozenset[str] = frozenset()
) -> bool:
    """Tell whether adjectives describe what names nothing: "concrete results"."""
    endings = tuple(wording.lists["adjective_endings"])
    vague = wording.lists["vague"] | wording.lists["nameless"] | generic
    return words[-1] in vague and all(
        word.endswith((*endings, "ed")) or word in wording.nameless | wording.lists["adjectives"]
        for word in words[:-1]
    )
