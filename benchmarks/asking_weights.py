"""Learns the weights by which questions without a finding are answered by a sentence, or declined.

    python -m benchmarks.asking_weights --records FOLDER [--write]

Takes every question of ``tests/ask/*.toml`` with the sentence that was written down as its answer,
and those on real reports of ``benchmarks/questions`` that may be worked on (``FOLDER`` keeps a
record of each story, made where there is none). Ranking is learnt as which of a question's
sentences it is; accepting as whether the sentence that ranks first is it, with what ranks first
when the right one is taken away as a further wrong example. Each question on an invented story is
taken twice, with the families of like words and without: a story that was worked on has its words
in them, a new one has not. Prints what each story gets by weights learnt from the others (in eight
parts), and writes ``data/learnt.toml`` from all.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from benchmarks.gold_questions import hits_span
from benchmarks.real_questions import names_of, stories
from benchmarks.real_questions import service_of as real_service
from communique.ask import answering
from communique.ask.candidates import Search
from communique.ask.contacts.slots import SLOTS
from communique.ask.declining import unclear, unnamed
from communique.ask.learnt.choosing import (
    ahead,
    cannot_answer,
    may_answer,
    of_question,
    told_of,
)
from communique.ask.learnt.features import Unit, units
from communique.ask.learnt.weights import valued
from communique.ask.looking import looked_up
from communique.ask.question.understanding import Question, understand
from communique.ask.reports import covering
from communique.service import Service, every
from communique.settings import load

TESTS = Path(__file__).parents[1] / "tests" / "ask"
DATA = Path(__file__).parents[1] / "src" / "communique" / "ask" / "data" / "learnt.toml"
FOLDERS = {"storyline": TESTS.parents[1] / "examples" / "storyline", "quotas": TESTS / "reports"}
PARTS = 8
#: What the name of a story of real reports begins with, and how often its questions are taken.
REAL, AS_REAL = "real:", 2
#: What examples count: questions without an answer, and those whose answer was taken away.
UNTOLD, TAKEN_AWAY = 2.0, 0.3
#: How firmly the weights are held near nothing.
RANKING_HELD, ACCEPTING_HELD = 1.0, 10.0
#: Sentences of a question that ranking is learnt from.
SENTENCES = 30


@dataclass(frozen=True)
class Case:
    """A question with its sentences, and which of these answer (none where nothing does)."""

    story: str
    question: Question
    search: Search
    some: list[Unit]
    right: np.ndarray[Any, Any]
    is_told: bool
    has_kin: bool
    is_declined: bool
    is_open: bool

    @property
    def is_real(self) -> bool:
        """Whether it is asked of real reports."""
        return self.story.startswith(REAL)


def cases(folder: Path) -> Iterator[Case]:
    """Yield all questions, with the families of like words and without."""
    for path in sorted(TESTS.glob("*.toml")):
        for asked in tomllib.loads(path.read_text("utf-8"))["question"]:
            service = service_of(asked["record"], folder)
            for kin in (True, False):
                without = patch.object(covering, "_kin_of", lambda _: (_NO_KIN, _NO_KIN))
                with nullcontext() if kin else without:
                    yield case_of(service, asked, kin=kin)


_NO_KIN = covering._kin(0.0, ())
_services: dict[str, Service] = {}


def real_cases(folder: Path) -> Iterator[Case]:
    """Yield the questions on real reports."""
    for story in stories("worked"):
        service = real_service(story, folder)
        for asked in story.questions:
            right = partial(_hits, asked, names_of(service))
            yield _case(
                service,
                f"{REAL}{story.name}",
                asked["question"],
                right,
                is_told=asked["answerable"],
                kin=True,
            )


def _hits(asked: dict[str, Any], names: dict[str, str], unit: Unit) -> bool:
    """Tell whether a sentence, with its question, overlaps the evidence of a question."""
    name = names[unit.page.material.ref.id]
    return any(hits_span(each.span, name, asked) for each in (unit.put, unit.line) if each)


def service_of(story: str, folder: Path) -> Service:
    """Return the record of a story, made where there is none."""
    if story not in _services:
        service = Service(load({}, record=folder / f"{story}.sqlite", reader="rules"))
        if not (folder / f"{story}.sqlite").exists():
            service.add([FOLDERS.get(story, TESTS / story)])
        _services[story] = service
    return _services[story]


def case_of(service: Service, asked: dict[str, Any], *, kin: bool) -> Case:
    """Return a question on an invented story as an example."""
    names = {row.id: Path(row.path or "").name for row in every(service.reports)}
    wanted = [one for value in asked.get("answers", []) for one in value]
    return _case(
        service,
        asked["record"],
        asked["asks"],
        lambda unit: _answers(unit, wanted, names),
        is_told=bool(wanted),
        kin=kin,
    )


def _case(
    service: Service,
    story: str,
    text: str,
    is_right: Callable[[Unit], bool],
    *,
    is_told: bool,
    kin: bool,
) -> Case:
    question = understand(text)
    search = looked_up(question, service._store, service._spelt)
    search = replace(search, accounts=service._accounts)
    found = answering._found(search)
    is_open = not (unclear(search) or unnamed(search)) and question.kind not in (
        "differ",
        "spelled",
    )
    some = units(search, told_of(found)) if is_open else []
    return Case(
        story,
        search.question,
        search,
        some,
        np.array([is_right(unit) for unit in some], bool),
        is_told,
        kin,
        not any(each.score >= answering._enough(question) for each in found),
        is_open,
    )


def _answers(unit: Unit, wanted: Sequence[tuple[str, str]], names: dict[str, str]) -> bool:
    """Tell whether a sentence, with its question, has any of the words that were written down."""
    page = unit.page
    spans = [each.span for each in (unit.put, unit.line) if each]
    for beginning, words in wanted:
        if names[page.material.ref.id].startswith(beginning):
            match = re.search(r"\s+".join(map(re.escape, words.split())), page.text)
            if match and any(s.start < match.end() and match.start() < s.end for s in spans):
                return True
    return False


class Names:
    """The names of weights, and the numbers that they are multiplied by."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.groups = {kind: group for group, kinds in table["groups"].items() for kind in kinds}
        self.ranking = list(table["ranking"])
        self.accepting = list(table["accepting"])

    def ranked(self, case: Case) -> np.ndarray[Any, Any]:
        """Return the numbers of all sentences of a question."""
        group = self.groups[case.question.kind]
        rows = [[valued(n, group, u.features) for n in self.ranking] for u in case.some]
        return np.array(rows).reshape(len(rows), len(self.ranking))

    def accepted(self, case: Case, ranks: np.ndarray[Any, Any], at: int) -> np.ndarray[Any, Any]:
        """Return the numbers of one sentence."""
        features = {
            **case.some[at].features,
            **of_question(case.search),
            **ahead(list(ranks), at),
        }
        features["may"] = float(may_answer(case.question, features))
        group = self.groups[case.question.kind]
        return np.array([valued(name, group, features) for name in self.accepting])


def learn_ranking(
    rows: Sequence[np.ndarray[Any, Any]], right: Sequence[np.ndarray[Any, Any]]
) -> np.ndarray[Any, Any]:
    """Return weights by which the right sentences rank first (softmax over each question's)."""
    number = len(rows)
    starts = np.cumsum([0, *(len(each) for each in rows[:-1])])
    of = np.repeat(np.arange(number), [len(each) for each in rows])
    all_rows, is_right = np.concatenate(rows), np.concatenate(right)
    weights = np.zeros(all_rows.shape[1])
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, 201):
        score = all_rows @ weights
        powers = np.exp(score - np.maximum.reduceat(score, starts)[of])
        likely = powers / np.add.reduceat(powers, starts)[of]
        mine = np.where(is_right, powers, 0)
        mine = mine / np.maximum(np.add.reduceat(mine, starts), 1e-12)[of]
        slope = (RANKING_HELD * weights - all_rows.T @ (mine - likely)) / number
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        weights -= 0.1 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def learn_accepting(
    rows: np.ndarray[Any, Any], right: np.ndarray[Any, Any], counts: np.ndarray[Any, Any]
) -> np.ndarray[Any, Any]:
    """Return weights by which right ones are told from others (logistic regression)."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread = np.where(spread > 1e-6, spread, np.inf)
    scaled = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    weights = np.zeros(scaled.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        curve = (scaled * (counts * sure * (1 - sure))[:, None]).T @ scaled
        slope = scaled.T @ (counts * (sure - right)) + ACCEPTING_HELD * weights
        weights -= np.linalg.solve(curve + ACCEPTING_HELD * np.eye(len(weights)), slope)
    plain = weights[1:] / spread
    bias: np.ndarray[Any, Any] = np.concatenate([plain, [weights[0] - plain @ mean]])
    return bias


class Learner:
    """All cases with their numbers."""

    def __init__(self, some: list[Case], names: Names) -> None:
        self.cases, self.names = some, names
        self.rows = [names.ranked(case) for case in some]
        self.ranks: list[np.ndarray[Any, Any]] = [np.zeros(0)] * len(some)

    def ranking(self, chosen: Sequence[int]) -> np.ndarray[Any, Any]:
        """Return the weights for ranking that some cases teach."""
        rows, right = [], []
        for each in chosen:
            is_right = self.cases[each].right
            if is_right.any() and not is_right.all():
                keep = is_right.copy()
                keep[:SENTENCES] = True  # They come best first.
                times = AS_REAL if self.cases[each].is_real else 1
                rows += [self.rows[each][keep]] * times
                right += [is_right[keep]] * times
        return learn_ranking(rows, right)

    def accepting(self, chosen: Sequence[int]) -> np.ndarray[Any, Any]:
        """Return the weights for accepting that some cases teach, by their ``ranks``."""
        rows, right, counts = [], [], []
        for each in chosen:
            case, ranks = self.cases[each], self.ranks[each]
            if not case.some:
                continue
            at = int(ranks.argmax())
            rows.append(self.names.accepted(case, ranks, at))
            right.append(float(case.right[at]))
            counts.append(1.0 if case.is_told or case.is_real else UNTOLD)
            wrong = np.flatnonzero(~case.right)
            if case.is_told and len(wrong) > 2:
                fewer = replace(case, some=[case.some[n] for n in wrong])
                at = int(ranks[wrong].argmax())
                rows.append(self.names.accepted(fewer, ranks[wrong], at))
                right.append(0.0)
                counts.append(TAKEN_AWAY)
        return learn_accepting(np.array(rows), np.array(right), np.array(counts))

    def sure(self, each: int, weights: np.ndarray[Any, Any]) -> tuple[float, bool]:
        """Return how surely the sentence that ranks first answers, and whether it does."""
        case, ranks = self.cases[each], self.ranks[each]
        if not case.some:
            return 0.0, False
        at = int(ranks.argmax())
        row = self.names.accepted(case, ranks, at)
        sure = 1 / (1 + np.exp(-(row @ weights[:-1] + weights[-1])))
        if case.question.contact and case.question.kind in SLOTS:
            return 0.0, False
        lacks = cannot_answer(case.question, {**case.some[at].features, **of_question(case.search)})
        return (0.0 if lacks else float(sure)), bool(case.right[at])


def part_of(story: str, stories: list[str]) -> int:
    """Return the part in which a story is left out."""
    return stories.index(story) % PARTS


def report(learner: Learner, sure: dict[int, tuple[float, bool]]) -> None:
    """Print what is gained where nothing was found, by how much is accepted."""
    for which, of in (
        ("real reports", lambda case: case.is_real),
        ("invented, with families of like words", lambda case: case.has_kin and not case.is_real),
        ("invented, without", lambda case: not case.has_kin),
    ):
        some = {
            each: told
            for each, told in sure.items()
            if of(learner.cases[each]) and learner.cases[each].is_declined
        }
        told = [each for each in some if learner.cases[each].is_told]
        print(f"{which}, of those with no finding ({len(told)} told, {len(some) - len(told)} not):")
        for enough in (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
            taken = [each for each, (likely, _) in some.items() if likely >= enough]
            right = sum(some[each][1] for each in taken)
            untold = sum(not learner.cases[each].is_told for each in taken)
            print(f"  {enough}: {right} right, {len(taken) - right} wrong, {untold} of them untold")


def written(path: Path, names: Names, ranking: Sequence[float], accepting: Sequence[float]) -> None:
    """Write the weights into the file that lists their names."""
    text = path.read_text(encoding="utf-8")
    head, _, _ = text.partition("[ranking]")
    lines = ["[ranking]"]
    lines += [f'"{n}" = {w:.3f}' for n, w in zip(names.ranking, ranking, strict=True)]
    lines += ["", "[accepting]"]
    lines += [f'"{n}" = {w:.3f}' for n, w in zip(names.accepting, accepting, strict=True)]
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--without", nargs="*", default=[], help="stories not to learn from")
    arguments = parser.parse_args()
    table = tomllib.loads(DATA.read_text(encoding="utf-8"))
    table["accepting"].setdefault(":", 0.0)
    some = [*cases(arguments.records), *real_cases(arguments.records / "real")]
    learner = Learner(some, Names(table))
    number = range(len(learner.cases))
    stories = sorted({case.story for case in learner.cases} - set(arguments.without))
    part = [-1 if c.story not in stories else part_of(c.story, stories) for c in learner.cases]
    names = learner.names
    left_out: dict[int, tuple[float, bool]] = {}
    for one in sorted(set(part)):
        others = [each for each in number if part[each] not in (one, -1)]
        weights = learner.ranking(others)
        for each in number:
            if part[each] == one:
                learner.ranks[each] = learner.rows[each] @ weights
        if one == -1 or not arguments.without:
            final = weights
    for one in sorted(set(part)):
        accepting = learner.accepting([each for each in number if part[each] not in (one, -1)])
        left_out |= {each: learner.sure(each, accepting) for each in number if part[each] == one}
    for which in (True, False):
        chosen = {e: s for e, s in left_out.items() if (part[e] == -1) is which}
        if chosen:
            print("stories kept out" if which else "stories left out in turn")
            report(learner, chosen)
    taught = [each for each in number if part[each] != -1]
    final = learner.ranking(taught)
    weights = learner.accepting(taught)
    ones = names.accepting.index(":")
    weights[ones] += weights[-1]
    if arguments.write:
        written(DATA, names, list(final), list(weights[:-1]))


if __name__ == "__main__":
    main()
