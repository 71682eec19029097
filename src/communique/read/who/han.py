"""Names in Chinese, which has neither spaces nor capitals: titles show them.

"俄罗斯外长拉夫罗夫表示": a state, an office, and a name that ends before a word that seldom
begins in a name. Once shown, a name is found wherever it stands. Names that no title ever
introduces are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import msgspec

from communique.model import Span, Spans
from communique.read.who.lexicon import state_codes, table

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
# Words that follow a name begin with these: "and", "with", "in", "said", "met" …
_AFTER = "同与和及在向对就会说表指强应于将出访抵通致电发举主签接被也已并等的、，。；：（）“”"


class HanName(msgspec.Struct, frozen=True):
    """A name in a run of Han characters, with the office before it, if any."""

    span: Span
    words: tuple[str, ...]
    state: str | None = None
    office: str | None = None
    title: Span | None = None


@cache
def _patterns() -> tuple[re.Pattern[str], Mapping[str, str], Mapping[str, str]]:
    states = state_codes("zh")
    offices = {
        word: office for office, words in table("offices")["titles"]["zh"].items() for word in words
    }

    def one_of(words: Mapping[str, str]) -> str:
        return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))

    name = rf"[{_HAN}]{{1,8}}·[{_HAN}]{{1,6}}?|[{_HAN}]{{2,6}}?"
    titled = (
        rf"(?P<state>{one_of(states)})?(?P<title>{one_of(offices)})"
        rf"(?:(?P<name>{name})(?=[{_AFTER}]|[^{_HAN}]|$))?|(?P<alone>{one_of(states)})"
    )
    return re.compile(titled), states, offices


def han_names(text: str, sentence: Span) -> tuple[list[HanName], list[tuple[Span, str]]]:
    """Return the titled names of a sentence, and its states by their codes."""
    pattern, states, offices = _patterns()
    found: list[HanName] = []
    named: list[tuple[Span, str]] = []
    for match in pattern.finditer(text, sentence.start, sentence.end):
        which = "alone" if match["alone"] else "state"
        if match[which]:
            named.append((Span(*match.span(which)), states[match[which]]))
        if match["name"]:
            found.append(
                HanName(
                    span=Span(*match.span("name")),
                    words=tuple(match["name"].split("·")),
                    state=states.get(match["state"] or ""),
                    office=offices[match["title"]],
                    title=Span(*match.span("title")),
                )
            )
    return found, named


def again(text: str, sentences: Spans, known: Iterable[str]) -> Iterator[tuple[int, Span]]:
    """Yield where names that are known stand, with the number of the sentence."""
    forms = sorted(known, key=lambda form: (-len(form), form))
    if not forms:
        return
    pattern = re.compile("|".join(map(re.escape, forms)))
    for number, sentence in enumerate(sentences):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield number, Span(*match.span())
