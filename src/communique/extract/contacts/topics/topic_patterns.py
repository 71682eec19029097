"""The patterns by which topics and outcomes are told, from ``data/LANG/contacts.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.lazily import lazily
from communique.extract.lexicon import lexicon_for

_BEGINS = (
    r"(?:^|(?<=[.!?,;:—“”])\s*|(?<=[.!?,;:—“”\"]\s)|(?<=\n)|(?<=\bsaid\s)|(?<=\bsaid\sthat\s))"
)
_OPENS = r"(?:^|(?<=[.!?“”\"]\s)|(?<=\n))"
_LONGEST_NAME = 60  # characters of whoever is urged
_LONGEST = 120  # characters of a topic before "was discussed"


@dataclass(frozen=True, slots=True)
class TopicPatterns:
    """How topics are told in one language.

    A topic follows what ``topic`` and ``about`` match ("discussed", "a call on"); ``passive``
    has it in its group of that name ("visas were discussed"). ``stop`` is where a list of
    topics ends, ``separator`` and ``apart`` ("and", with the word after it in the group
    ``opens``) what parts it. ``including`` leads to more after a passive, ``both`` opens a
    list, as does ``announced`` ("three matters:"). ``ranging`` leads to "A to B". ``outcome``
    is what begins an outcome, ``wanted`` what one asks of the other ("called for").
    ``impersonal`` is found in words whose subject takes no part ("attention was paid to"),
    ``purpose`` leads to what a contact is for ("met to sign"), ``urging`` to what is asked of
    the one in its group ``whom`` ("urged Lind to open the port"). What ``denied`` stands before
    was not talked about ("denied that they had discussed"). ``several`` is ``passive`` for a list
    ("visas, tolls and cables were discussed"), ``fronted`` has the topic that a clause is about
    ("On the islands, they agreed"), and ``additive`` opens one whose clause has another as well;
    ``of_topics`` only counts topics ("three issues were discussed"), which are ``listed_behind``;
    ``topic_lines`` leads from "discussed" to lines of their own, each a ``bullet``. ``with_as`` has
    the topic of "with the drought as the main item", ``answered`` that of "asked what they talked
    about, Lind said: "Fish"";
    ``loosely`` leads to one behind whatever verb ("chewed over the pipeline"), ``put`` and
    ``put_that`` to what one side said to the other ("stressed that the port must open").
    """

    topic: re.Pattern[str]
    passive: re.Pattern[str]
    outcome: re.Pattern[str]
    stop: re.Pattern[str]
    separator: re.Pattern[str]
    apart: re.Pattern[str]
    about: re.Pattern[str]
    including: re.Pattern[str]
    both: re.Pattern[str]
    announced: re.Pattern[str]
    wanted: re.Pattern[str]
    ranging: re.Pattern[str]
    impersonal: re.Pattern[str]
    purpose: re.Pattern[str]
    urging: re.Pattern[str]
    denied: re.Pattern[str]
    several: re.Pattern[str]
    fronted: re.Pattern[str]
    additive: re.Pattern[str]
    of_topics: re.Pattern[str]
    listed_behind: re.Pattern[str]
    topic_lines: re.Pattern[str]
    with_as: re.Pattern[str]
    answered: re.Pattern[str]
    loosely: re.Pattern[str]
    put: re.Pattern[str]
    put_that: re.Pattern[str]
    bullet: re.Pattern[str]


@lru_cache(maxsize=16)
def topic_patterns(language: str) -> TopicPatterns | None:
    """Return the patterns of a language; ``None`` for one without lists."""
    slots: dict[str, Any] = lexicon_for(language).table("contacts").get("slots", {})
    if not slots.get("discussed"):
        return None

    def words(name: str) -> str:
        return _any(slots.get(name, ()))

    agenda = [_filled(pattern, slots) for pattern in slots.get("agenda", ())]
    verbs = "|".join([*agenda, _any([*slots["discussed"], *slots["about"]])])
    return TopicPatterns(
        topic=lazily(
            rf"\b(?:{verbs})\s+(?!(?:by|with|at|in|during|when|to)\b)"
            rf"(?!(?:the\s+)?(?:{words('no_topic')})\b)"
        ),
        topic_lines=lazily(
            rf"\b(?:{verbs})(?:\s+(?:{slots.get('announced', '(?!)')}))?\s*:?\s*\n"
            r"(?=[^\S\n]*(?:[-–—•*▪◦·●]|\(?\w{1,2}[.)])\s)"
        ),
        **_behind(slots),
        **_before(slots),
        **_parting(slots),
    )


def _behind(slots: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """Return the patterns that lead to a topic behind them, or tell what stands there."""

    def words(name: str) -> str:
        return _any(slots.get(name, ()))

    return {
        "wanted": lazily(
            rf"\b(?:{'|'.join(slots.get('wanted', ('(?!)',)))})\s*(?<=\s)"
            r"(?!(?:that|to|by|with|him|her|them|it)\b)"
        ),
        "urging": lazily(
            rf"\b(?:{'|'.join(slots.get('urging', ('(?!)',)))})\s+"
            rf"(?P<whom>[^.,;:?!—“”]{{2,{_LONGEST_NAME}}}?)\s+(?:not\s+)?to\s+"
        ),
        "purpose": lazily(rf"\b(?:{'|'.join(slots.get('purpose', ('(?!)',)))})\s+"),
        "ranging": lazily(rf"\b(?:{slots.get('ranging', '(?!)')})\s+"),
        "put": lazily(rf"\b{slots.get('put', '(?!)')}\s+"),
        "put_that": lazily(rf"\b{slots.get('put_that', '(?!)')}\s+"),
        "loosely": lazily(
            rf"\b{slots.get('loosely', '(?!)')}\s+"
            rf"(?!(?:by|with|at|in|during|when|to|it|this|that|him|her|them)\b)"
            rf"(?!(?:the\s+)?(?:{words('no_topic')})\b)"
        ),
        "about": lazily(
            rf",?\s+(?:(?:{words('mostly')})\s+)?(?:{words('noun_about')})\s+"
            rf"(?![A-Z][a-z]+ \d|\w+day\b|(?:the\s+)?(?:{words('no_topic')})\b)",
            flags=0,
        ),
        "outcome": lazily(rf"\b(?:{words('outcome')})\s+(?:{words('outcome_starts')})\b"),
        "denied": lazily(rf"\b(?:{words('denied')})\b"),
        "announced": lazily(rf"{slots.get('announced', '(?!)')}\s*"),
        "impersonal": lazily(slots.get("impersonal", "(?!)")),
    }


def _before(slots: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """Return the patterns that have a topic in themselves, as before "was discussed"."""
    passive, including, arising = (
        "|".join(form.replace(" ", r"\s+") for form in slots.get(name, ())) or "(?!)"
        for name in ("passive", "including", "arising")
    )
    in_which = slots.get("in_which", "(?!)")
    return {
        "passive": lazily(
            rf"{_BEGINS}(?:(?:this|that) is why |but |and |while |{in_which} )?"
            rf"(?P<topic>[^.,;:!?—“”]{{3,{_LONGEST}}}?)"
            r"\s+(?:(?:was|were|has\s+been|have\s+been)"
            rf"\s+(?:also\s+|then\s+|\w+ly\s+)?(?:{passive})"
            rf"|(?:had\s+|has\s+|have\s+)?(?:also\s+)?(?:{arising}))\b"
        ),
        "several": lazily(
            rf"{_OPENS}(?P<topic>(?:[^.,;:!?—“”\n]{{3,{_LONGEST_NAME}}},\s+){{1,5}}"
            rf"[^.,;:!?—“”\n]{{3,{_LONGEST}}}?)"
            r"\s+(?:(?:were|have\s+been)"
            rf"\s+(?:also\s+|then\s+|all\s+|\w+ly\s+)?(?:{passive})|(?:had\s+)?(?:also\s+)?(?:{arising}))\b"
        ),
        "including": lazily(rf",?\s+(?:{including})\s+"),
        "fronted": lazily(
            rf"{_OPENS}(?:(?:But|And)\s+)?{slots.get('fronted', '(?!)')}\s+"
            rf"(?!{slots.get('no_front', '(?!)')})"
            rf"(?P<topic>[^.,;:!?—“”\n]{{3,{_LONGEST_NAME}}}),\s+(?=[^.;:!?]{{10}})",
            flags=0,
        ),
        "additive": lazily(slots.get("additive", "(?!)"), flags=0),
        "of_topics": lazily(rf"(?:[\w-]+ ){{0,4}}(?:{slots.get('topic', '(?!)')})"),
        "listed_behind": lazily(r"[^.;:!?\n]{0,60}:\s+"),
        "answered": lazily(slots.get("answered", "(?!)")),
        "with_as": lazily(slots.get("with_as", "(?!)")),
    }


def _parting(slots: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """Return the patterns that begin, part and end a list of topics."""

    def words(name: str) -> str:
        return _any(slots.get(name, ()))

    return {
        "stop": lazily(
            rf",\s+(?:{words('stop_topic')})\b|,?\s+and\s+(?:also\s+)?(?!related)\w+ed\b"
            rf"|\s+(?:{'|'.join(slots.get('stops_at_once', ('(?!)',)))})\b"
        ),
        "separator": lazily(
            rf",?\s+(?:{words('items')})\s+|,\s+(?:and\s+)?(?:about\s+|on\s+(?=the\b))?"
        ),
        "apart": lazily(rf"\s+and\s+(?:also\s+)?(?=(?P<opens>{words('opens')})\s)"),
        "both": lazily(rf"(?:{words('both')})\s+"),
        "bullet": lazily(
            r"[^\S\n]*(?:[-–—•*▪◦·●]|\(?\w{1,2}[.)])[^\S\n]+(?P<topic>[^\n]{3,400})(?:\n\s*|$)"
        ),
    }


def _filled(pattern: str, slots: dict[str, Any]) -> str:
    """Return a pattern with the words that ``<adv>``, ``<contact>`` and ``<topic>`` stand for."""
    for name, slot in (("adv", "adverbial"), ("contact", "contact"), ("topic", "topic")):
        pattern = pattern.replace(f"<{name}>", slots.get(slot, ""))
    return pattern


def _any(words: Iterable[str]) -> str:
    """Return an alternation of the words, longest first; one that never matches if empty."""
    found = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in found) or "(?!)"
