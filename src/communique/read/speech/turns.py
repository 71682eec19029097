"""Transcripts: turns that begin with who speaks ("ORR: …", "Question: …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from communique.model import Span, Spans, trimmed
from communique.read.speech.attribution import Attribution
from communique.read.speech.lexicon import everywhere

_LABEL = re.compile(
    r"""[*_#>\s]{0,6}
    (?P<name>
        (?:[Qq]|[Aa]|Q\d{1,2}|[Qq]uestion|[Aa]nswer|Вопрос|Ответ|Питання|Відповідь|Пытанне|Адказ
           |Pytanie|Odpowiedź|Frage|Antwort|Pregunta|Respuesta|Domanda|Risposta|Soru|Cevap|问|答)
      | [^\W\d_a-z][^\s:.!?,;"“”«»()\[\]*|]*\.?
        (?:[ ](?:[^\W\d_a-z][^\s:!?;"“”«»()\[\]*|]*|(?:of|the|and|for|de|von|van|bin|al)\b)){0,6}
        (?:[ ]\#?\d{1,2})?
    )
    (?P<delegation>[ ]?\([^()\n]{1,60}\))?[*_]{0,3}
    [ \t]?(?:[:：]|\.(?=[ ]?[—–-]))[*_]{0,3}[ \t]*
    # Many transcripts set the reporters' letter apart with blanks alone.
    | [*_]{0,3}(?P<dotted>[QA])\.[*_]{0,3}[ \t\u00a0]+(?=[^\W\d_])
    | [*_]{0,3}
    (?P<letter>Q(?=[*_]{0,3}[ \t\u00a0])|A(?=[*_]{0,3}(?:\t|[ \u00a0]{2})))
    [*_]{0,3}[ \t\u00a0]+""",
    re.VERBOSE,
)
_QA = re.compile(
    r"(?:[qa]\d{0,2}|question|answer|вопрос|ответ|frage|antwort|pregunta|respuesta)$", re.I
)
_NUMBER = re.compile(r"\d+$")
#: Lines such as "Date:" or "Source:" are no turns; a transcript has at least so many turns.
_FEWEST = 4
_FEWEST_DELEGATES = 2
#: The names of the rule, by what is known of a turn without its label.
TURNS = {None: "turn", True: "asked", False: "answered"}


class Turn(msgspec.Struct, frozen=True):
    """What one speaker says until the next one speaks; ``label`` are the words that name him.

    Where turns have no labels, ``asks`` tells questions from answers.
    """

    label: Span | None
    content: Span
    asks: bool | None = None


def find_turns(text: str, paragraphs: Spans) -> tuple[Turn, ...]:
    """Return the turns of a transcript; none where the text is not one.

    A text is a transcript where several paragraphs begin with a label, and one who has
    spoken speaks again after another.
    """
    labelled = [(p, found) for p in paragraphs if (found := _LABEL.match(text, p.start, p.end))]
    counts = Counter(_name(found).lower() for _, found in labelled)
    ends = [Counter(some) for some in zip(*map(_ends, counts), strict=True)]
    shouted = 2 * sum(_is_set_apart(_name(found)) for _, found in labelled) > len(labelled)
    if shouted:  # "Orr: “No tolls”", the headline over "ORR: …"
        exact = Counter(_name(found) for _, found in labelled)
        labelled = [
            (p, found)
            for p, found in labelled
            if _is_set_apart(_name(found)) or exact[_name(found)] > 1
        ]
    labelled = [
        (p, found)
        for p, found in labelled
        if counts[_name(found).lower()] > 1
        or any(
            word and some[word] > 1 for some, word in zip(ends, _ends(_name(found)), strict=True)
        )
        or _is_set_apart(_name(found))
        or (len(counts) <= 3 and not shouted)
    ]
    names = [_name(found).lower() for _, found in labelled]
    several = len(labelled) >= _FEWEST and _takes_turns(names)
    if not several and not _is_one_question(text, labelled) and not _are_listed(labelled):
        return ()
    return tuple(_turns(text, [(p.start, found) for p, found in labelled], paragraphs))


def _is_one_question(text: str, labelled: Sequence[tuple[Span, re.Match[str]]]) -> bool:
    """Tell an interview of a single question: "Q: Who pays? ¶ A: Nordia does."

    Marks for questions and answers must be all its labels.
    """
    marks = [_NUMBER.sub("", _name(found).lower()) for _, found in labelled]
    asks = [mark in everywhere("question_labels") for mark in marks]
    if not marks or not asks[0] or all(asks):
        return False
    answers = all(asks[n] or mark in everywhere("answer_labels") for n, mark in enumerate(marks))
    first, _ = labelled[asks.index(False)]
    return answers and text[: first.start].rstrip(' \n\t*_"”').endswith(("?", "？", "؟"))


def _are_listed(labelled: Sequence[tuple[Span, re.Match[str]]]) -> bool:
    """Tell whether delegates speak once each, in capitals and with whom they speak for.

    "MS. ROTH (Nordia): …" are the minutes of a council.
    """
    delegates = [found for _, found in labelled if found["delegation"]]
    set_apart = all(_is_set_apart(_name(found)) for found in delegates)
    return len(delegates) == len(labelled) >= _FEWEST_DELEGATES and set_apart


def _ends(name: str) -> tuple[str, str]:
    """Return the first and the last word of a label of several: "Deputy Ann Lee", "Mrs Lee"."""
    words = name.lower().split()
    return (words[0], words[-1]) if len(words) > 1 else ("", words[0])


def _takes_turns(names: Sequence[str]) -> bool:
    """Tell whether one who has spoken speaks again after another."""
    seen: set[str] = set()
    for before, name in pairwise(names):
        seen.add(before)
        if name != before and name in seen:
            return True
    return False


def _name(found: re.Match[str]) -> str:
    return found["name"] or found["dotted"] or found["letter"]


def _is_set_apart(name: str) -> bool:
    """Tell whether a label is a letter, or holds a name in capitals: "Q", "Dr. ORR"."""
    big = any(len(word) > 2 and word.isupper() for word in re.split(r"[^\w]+", name))
    return big or name.isupper() or _QA.match(name) is not None


def _turns(
    text: str, labelled: Sequence[tuple[int, re.Match[str]]], paragraphs: Spans
) -> Iterator[Turn]:
    last = paragraphs[-1].end
    for number, (_, found) in enumerate(labelled):
        end = labelled[number + 1][0] if number + 1 < len(labelled) else last
        if number + 1 == len(labelled):
            end = next((p.end for p in paragraphs if p.end > found.end()), last)
        content = trimmed(text, found.end(), end)
        if content is not None:
            label = next(each for each in ("name", "dotted", "letter") if found[each])
            yield Turn(Span(*found.span(label)), content)


def turn_proposals(turns: Sequence[Turn]) -> Iterator[Attribution]:
    """Yield one attribution per turn: speech without marks, named by its label."""
    for turn in turns:
        source = (turn.label,) if turn.label is not None else ()
        why = TURNS[turn.asks]
        yield Attribution(content=(turn.content,), source=source, weight=5.0, why=why, marked=False)
