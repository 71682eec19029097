"""Readings for tests, from marked-up words.

Three marks, which may stand inside each other in this order::

    <<p1|We met [p2 Bo Lind] {2031-05-02|on Friday}.>>

``[p1 Ana Ruiz]``       a mention of actor p1; ``[~p1 she]`` a pronoun. The letter tells the
                        kind: p person, s state, o organisation, b bloc, g group.
``{VALUE|words}``       a temporal expression; a value that begins with P is a duration.
``<<p1|words>>``        a statement of p1 (empty: of nobody known); may be nested.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.model import (
    Actor,
    ActorKind,
    Office,
    Origin,
    Reading,
    Report,
    Span,
    Statement,
    When,
)
from communique.read.text import segment, tokenize

_MARK = re.compile(
    r"\[(?P<pro>~)?(?P<actor>[psobg]\d+) |(?P<close>\])|\{(?P<value>[^|{}]*)\||(?P<done>\})"
    r"|<<(?P<who>\w*)\||(?P<said>>>)"
)
_NAMED = ("mention", "pronoun")
_KINDS: dict[str, ActorKind] = {
    "p": "person", "s": "state", "o": "organisation", "b": "bloc", "g": "group",
}  # fmt: skip


@dataclass
class _Build:
    text: str = ""
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    pronouns: dict[str, list[Span]] = field(default_factory=dict)
    dates: list[When] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    stack: list[tuple[str, int, str]] = field(default_factory=list)


def reading(
    marked: str,
    *,
    of: dict[str, str] | None = None,
    members: dict[str, tuple[str, ...]] | None = None,
    titles: dict[str, str] | None = None,
    published: str | None = None,
    language: str = "en",
) -> Reading:
    """Return the reading that ``marked`` describes.

    ``of`` says whose office a person holds (actor id or words), ``members`` who is in a group,
    ``titles`` which office it is (else that of a president).
    """
    build = _Build()
    at = 0
    for match in _MARK.finditer(marked):
        build.text += marked[at : match.start()]
        at = match.end()
        if match["close"] and (not build.stack or build.stack[-1][0] not in _NAMED):
            build.text += "]"  # an editor's bracket
        else:
            _apply(build, match)
    build.text += marked[at:]
    sentences = segment(build.text, language=language)
    report = Report(
        id="0" * 64, publication="0" * 16, text=build.text, language=language, published=published
    )
    return Reading(
        report=report,
        sentences=sentences,
        tokens=tokenize(build.text, sentences),
        actors=_actors(build, of or {}, members or {}, titles or {}),
        statements=tuple(sorted(build.statements, key=lambda s: s.content)),
        dates=tuple(build.dates),
        origin=Origin(program="communique", version="0", settings=""),
    )


def _apply(build: _Build, match: re.Match[str]) -> None:
    here = len(build.text)
    if match["actor"]:
        build.stack.append(("pronoun" if match["pro"] else "mention", here, match["actor"]))
    elif match["value"] is not None:
        build.stack.append(("date", here, match["value"]))
    elif match["who"] is not None:
        build.stack.append(("said", here, match["who"]))
    else:
        kind, start, what = build.stack.pop()
        _close(build, kind, Span(start, here), what)


def _close(build: _Build, kind: str, span: Span, what: str) -> None:
    if kind == "mention":
        build.mentions.setdefault(what, []).append(span)
    elif kind == "pronoun":
        build.pronouns.setdefault(what, []).append(span)
    elif kind == "date":
        of_type = "duration" if what.startswith("P") and what != "PAST_REF" else "date"
        words = span.of(build.text)
        build.dates.append(
            When(raw=words, type=of_type, value=what or None, evidence=(span,))  # type: ignore[arg-type]
        )
    else:
        number = len(build.statements) + 1
        outer = [who for mark, _, who in build.stack if mark == "said"]
        build.statements.append(
            Statement(
                id=f"s{number}",
                form="direct",
                content=(span,),
                speaker=what or None,
                parent="outer" if outer else None,
            )
        )


def _actors(
    build: _Build,
    of: dict[str, str],
    members: dict[str, tuple[str, ...]],
    titles: dict[str, str],
) -> tuple[Actor, ...]:
    names = sorted({*build.mentions, *build.pronouns, *of, *members})
    return tuple(
        Actor(
            id=name,
            name=max(
                (s.of(build.text) for s in build.mentions.get(name, [])), key=len, default=name
            ),
            kind=_KINDS[name[0]],
            offices=_offices(name, of, titles),
            mentions=tuple(build.mentions.get(name, [])),
            pronouns=tuple(build.pronouns.get(name, [])),
            members=members.get(name, ()),
        )
        for name in names
    )


def _offices(name: str, of: dict[str, str], titles: dict[str, str]) -> tuple[Office, ...]:
    if name not in of and name not in titles:
        return ()
    return (Office(title=titles.get(name, "president"), of=of.get(name), evidence=()),)
