"""Names in Chinese, which has neither spaces nor capitals: titles and sounds show them.

"俄罗斯外长拉夫罗夫表示": a state, an office, and a name that ends before a word that seldom
begins in a name. Foreign names are written with few characters, chosen for their sound, and
their parts stand apart by a dot; so are states that no list knows ("诺维利亚总统 …"). Once
shown, a name is found wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from communique.model import Span, Spans
from communique.read.who.found import Found, FoundEpithet, FoundKnown, FoundName, Title
from communique.read.who.printed.front import headline_names
from communique.read.who.tongues.own_state import give_own_state
from communique.read.who.words.lexicon import state_codes, state_name, table
from communique.read.who.words.words import Quotes

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_DOT = "[·•‧・．]"
_EPITHETS = ("head-of-state", "head-of-government", "foreign-minister", "royal", "spokesperson")
_HEADS = 4  # letters of a name without a dot, at most


class Lists(msgspec.Struct, frozen=True):
    """What a report in Chinese is looked through for, as patterns, and what they mean."""

    titled: re.Pattern[str]
    dotted: re.Pattern[str]
    state: re.Pattern[str]
    body: re.Pattern[str]
    states: Mapping[str, str]
    offices: Mapping[str, str]
    sides: Mapping[str, str]
    organisations: Mapping[str, str]


@cache
def _lists() -> Lists:
    raw = table("han")
    sounds = "".join(raw["sounds"].split())
    states = {**state_codes("zh"), **{n: c for c, names in raw["states"].items() for n in names}}
    offices = {
        word: office for office, words in table("offices")["titles"]["zh"].items() for word in words
    }
    sides = {side: code for code, side in raw["sides"].items()}
    organisations = {n: key for key, names in raw["organisations"].items() for n in names}
    known = f"(?P<state>{_one_of(states)})"
    unknown = rf"(?:(?<=[{raw['before_states']}])|(?<![{_HAN}]))(?P<unlisted>[{sounds}]{{2,7}})"
    dotted = rf"[{sounds}]{{1,8}}(?:{_DOT}[{sounds}]{{1,8}})+"
    foreign, plain = rf"[{sounds}]{{2,6}}", rf"[{_HAN}]{{2,{_HEADS}}}?"
    ended = rf"(?=[{raw['after']}]|(?!{_DOT})[^{_HAN}]|$)"
    freely = rf"[{_HAN}]{{1,5}}(?:{_DOT}[{_HAN}]{{1,5}}?)+{ended}"
    name = f"(?P<name>{dotted}{ended}|{freely}|{dotted}|{foreign}{ended}|{plain}{ended}|{foreign})"
    behind = f"(?:(?!{'|'.join(raw['no_names'].split())}){name})?"
    return Lists(
        titled=re.compile(rf"(?:{known}|{unknown})?(?P<title>{_one_of(offices)}){behind}"),
        dotted=re.compile(dotted),
        state=re.compile(f"{_one_of({**states, **sides, **organisations})}"),
        body=re.compile(
            f"(?P<state>{_one_of(states)})(?P<body>{_one_of(dict.fromkeys(raw['bodies']['words']))}"
            f"|{_one_of(dict.fromkeys(raw['bodies']['governments']))})"
        ),
        states=states,
        offices=offices,
        sides=sides,
        organisations=organisations,
    )


def _one_of(words: Mapping[str, object]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def find_han(text: str, sentences: Spans, quotes: Quotes, title: str | None) -> Found:
    """Return the names, epithets, states and bodies of a report in Chinese."""
    finder = _Finder(text, sentences, quotes)
    found = finder.found()
    if not title or not title.strip():
        return found
    top = _Finder(title, (Span(0, len(title)),), Quotes(())).found()
    return msgspec.structs.replace(found, headline=headline_names(top.names))


class _Finder:
    def __init__(self, text: str, sentences: Spans, quotes: Quotes) -> None:
        self._text = text
        self._sentences = sentences
        self._quotes = quotes
        self._names: dict[Span, FoundName] = {}
        self._states: dict[str, str] = {}
        self._titles: dict[Span, Title] = {}
        self._epithets: list[FoundEpithet] = []
        self._known: list[FoundKnown] = []

    def found(self) -> Found:
        """Look the report through: for what titles show, then for that again everywhere."""
        for number, sentence in enumerate(self._sentences):
            self._titled(number, sentence)
        for number, sentence in enumerate(self._sentences):
            self._again(number, sentence)
            self._named(number, sentence)
        found = Found(
            names=sorted(self._names.values(), key=lambda name: name.span),
            epithets=sorted(self._epithets, key=lambda epithet: epithet.span),
            known=sorted(self._known, key=lambda known: known.span),
            pronouns=[],
            sides=[],
            countries=[],
        )
        named = {known.key: False for known in self._known if known.kind == "state"}
        give_own_state(found, named, table("han"))
        return found

    # ------------------------------------------------------------------ titles

    def _titled(self, number: int, sentence: Span) -> None:
        lists = _lists()
        for match in lists.titled.finditer(self._text, sentence.start, sentence.end):
            state = lists.states.get(match["state"] or "") or self._unlisted(match)
            begin = match.start("state") if match["state"] else match.start("title")
            if match["unlisted"] and state:
                begin = match.start("unlisted")
            evidence = Span(begin, match.end("title"))
            title = Title(
                office=lists.offices[match["title"]],
                name=match["title"],
                states=(state,) if state else (),
                evidence=evidence,
            )
            if match["name"]:
                span = Span(*match.span("name"))
                self._names[span] = self._name(number, span, title)
            elif state or title.office in _EPITHETS:
                self._epithet(number, evidence, title)

    def _unlisted(self, match: re.Match[str]) -> str | None:
        """Return the state before an office that no list knows; somebody's name is none."""
        name = match["unlisted"]
        if not name:
            return None
        sure = match["name"] or name[-1] in table("han")["state_ends"] or name in self._states
        if not sure:
            return None
        self._states[name] = name
        return str(name)

    def _epithet(self, number: int, span: Span, title: Title) -> None:
        self._epithets.append(
            FoundEpithet(
                span=span,
                line=number,
                quoted=self._quotes.hold(span.start),
                title=title,
                determiner="the",
            )
        )

    def _name(self, number: int, span: Span, title: Title | None) -> FoundName:
        return FoundName(
            span=span,
            words=tuple(part for part in re.split(_DOT, span.of(self._text)) if part),
            line=number,
            quoted=self._quotes.hold(span.start),
            initial=False,
            phrase=Span(title.evidence.start, span.end) if title and title.evidence else span,
            weights={"person": 5},
            titles=[title] if title else [],
        )

    # ------------------------------------------------------------------ again

    def _again(self, number: int, sentence: Span) -> None:
        """Find names with dots, and those that are known."""
        for span in self._occurrences(sentence):
            if not any(span.overlaps(known) for known in self._names):
                self._names[span] = self._name(number, span, None)

    def _occurrences(self, sentence: Span) -> Iterator[Span]:
        lists = _lists()
        for match in lists.dotted.finditer(self._text, sentence.start, sentence.end):
            yield Span(*match.span())
        forms = {name.words[-1] for name in self._names.values() if len(name.words[-1]) > 1}
        forms |= {span.of(self._text) for span in self._names}
        for form in sorted(forms, key=lambda form: (-len(form), form)):
            at = self._text.find(form, sentence.start, sentence.end)
            while at >= 0:
                yield Span(at, at + len(form))
                at = self._text.find(form, at + len(form), sentence.end)

    def _named(self, number: int, sentence: Span) -> None:
        """Find states, sides and organisations that are no part of a name."""
        lists = _lists()
        taken = [span for span in self._names if span.overlaps(sentence)]
        bodies = [Span(*m.span()) for m in lists.body.finditer(self._text, *_ends(sentence))]
        for match in lists.body.finditer(self._text, *_ends(sentence)):
            self._body(number, match, lists)
        for match in self._state_pattern().finditer(self._text, *_ends(sentence)):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in (*taken, *bodies)):
                continue
            word = match[0]
            if word in lists.organisations or lists.sides.get(word) == "EU":
                kind, name = _organisation(lists.organisations.get(word, "EU"), word)
                key = lists.organisations.get(word, "EU")
                self._add(number, span, kind, key, name)
                continue
            code = lists.states.get(word) or self._side(word, lists) or word
            self._add(number, span, "state", code, state_name(code))

    def _side(self, word: str, lists: Lists) -> str | None:
        """Return whose side "乌方" is: Uzbekistan's where that is named and Ukraine is not."""
        usual = lists.sides.get(word)
        too = next((code for code, side in table("han")["sides_too"].items() if side == word), None)
        if too is None or usual == too:
            return usual
        named = {code for name, code in lists.states.items() if name in self._text}
        return too if too in named and usual not in named else usual

    def _state_pattern(self) -> re.Pattern[str]:
        if not self._states:
            return _lists().state
        return re.compile(f"{_one_of(self._states)}|{_lists().state.pattern}")

    def _body(self, number: int, match: re.Match[str], lists: Lists) -> None:
        code, span = lists.states[match["state"]], Span(*match.span())
        if not match["body"]:
            self._add(number, span, "state", code, state_name(code))
            return
        title = Title(office="", name=match["body"], states=(code,), evidence=span)
        self._add(number, span, "organisation", f"{match['body']}:{code}", match[0], title)

    def _add(
        self, number: int, span: Span, kind: str, key: str, name: str, title: Title | None = None
    ) -> None:
        self._known.append(
            FoundKnown(
                span=span,
                line=number,
                quoted=self._quotes.hold(span.start),
                kind=kind,  # type: ignore[arg-type]
                key=key,
                name=name,
                title=title,
            )
        )


def _ends(sentence: Span) -> tuple[int, int]:
    return sentence.start, sentence.end


def _organisation(key: str, printed: str) -> tuple[str, str]:
    """Return the kind and the usual English name of an organisation."""
    bodies = table("bodies")
    if key in bodies["blocs"]:
        return "bloc", str(bodies["blocs"][key][0])
    return "organisation", str(bodies["organisations"].get(key, [printed])[0])
