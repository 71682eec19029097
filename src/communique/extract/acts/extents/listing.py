"""What an act is about where a list tells it: "the following people:" and those under it.

"Announced her intent to nominate the following people to serve in key roles:" says nothing by
itself; its matter takes in the lines of the list, or as much of each as there is room for.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.model import Act, Span

_LINE = re.compile(r"[ \t]*(?:[-*•–]|\(?\w{1,3}[.)])[ \t]+(\S.*(?:\n[ \t]{2,}(?![-*•–] )\S.*)*)")
_GAP = re.compile(r"[*_ \t]*\n(?:[ \t]*\n)*")
_COLON = re.compile(r"[*_\s]*:")
_MARKS = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)|<[^<>]*>|\*\*|\*|__")
_ROOM = 360  # characters of what an act is about with its list
_MOST = 30  # lines of a list


def with_list(clause: Clause, draft: Draft, act: Act) -> Act:
    """Return an act whose matter points at a list ("the following people:") with the list."""
    if draft.what is None or not _points_on(clause, *draft.what):
        return act
    text, end = clause.view.text, act.evidence[-1].end
    colon = _COLON.match(text, end)
    lines = _lines(text, colon.end()) if colon else []
    if not lines:
        return act
    told, last = _told(act.what, lines)
    if last is None:
        return act
    listed = Span(lines[0][0], last)
    return replace(act, what=told, evidence=(*act.evidence, listed))


def _points_on(clause: Clause, first: int, last: int) -> bool:
    """Tell whether the words say that a list follows."""
    listing = clause.frames.words["listing"]
    return any(not listing.isdisjoint(clause.word(at).split()) for at in range(first, last))


def _lines(text: str, at: int) -> list[tuple[int, str]]:
    """Return where the lines of the list behind ``at`` begin, and their words."""
    found: list[tuple[int, str]] = []
    while len(found) < _MOST and (gap := _GAP.match(text, at)):
        line = _LINE.match(text, gap.end())
        if line is None:
            break
        found.append((line.start(1), line.group(1)))
        at = line.end(1)
    return found


def _told(what: str, lines: list[tuple[int, str]]) -> tuple[str, int | None]:
    """Return the matter with the list, and where the last line that fits ends.

    Lines are shortened to what stands before their first comma where not all of them fit.
    """
    for shorten in (False, True):
        words, last = [what + ": "], None
        for begin, line in lines:
            cut = line.split(",", 1)[0] if shorten else line
            more = ("; " if last else "") + " ".join(_MARKS.sub(r"\1", cut).split()).rstrip(".;,")
            if sum(map(len, words)) + len(more) > _ROOM:
                break
            words.append(more)
            last = begin + len(cut)
        if last is not None and (shorten or len(words) > len(lines)):
            return "".join(words), last
    return what, None
