"""What an interview says of a contact in answer to a question ("How long did you talk?")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from communique.ask.pages import Line, Page
from communique.ask.question import understand
from communique.model.asking import QuestionKind
from communique.model.claims import Contact

#: Sentences behind those of a contact in which a question may go on about it.
_REACH = 30
#: Sentences of an answer that still answer the question; of what was spoken about, more do.
_ANSWER, _LONG = 2, 4


def answers(page: Page, contacts: Iterable[Contact], kind: QuestionKind) -> Iterator[Line]:
    """Yield the sentences that answer a question of a kind which is put about contacts.

    A question is about them if it names nobody but those who take part, and stands behind them
    with no question of its kind between.
    """
    mine = sorted({line.number for each in contacts for line in page.lines_of(each.evidence)})
    if not mine:
        return
    for line in page.lines[mine[0] : mine[-1] + _REACH]:
        text = line.span.of(page.text)
        if not is_question(text) or _kind(_put(text)) != kind:
            continue
        length = _LONG if kind == "about-what" else _ANSWER
        for behind in page.lines[line.number + 1 : line.number + 1 + length]:
            if is_question(behind.span.of(page.text)):
                break
            yield behind
        return


def is_question(text: str) -> bool:
    """Tell whether a sentence asks."""
    return text.rstrip('"”’») \n').endswith("?")


def _put(text: str) -> str:
    """Return a question without who puts it ("Correspondent: How …")."""
    _, colon, rest = text.partition(":")
    return " ".join((rest if colon and rest.strip() else text).split())


@lru_cache(maxsize=2_000)
def _kind(text: str) -> QuestionKind:
    return understand(text).kind
