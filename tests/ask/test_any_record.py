"""Whatever reports say and whatever is asked, there is a reply, and it quotes them."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.record.making import accounts, call, sentences_of

from communique.ask import answer, like
from communique.model import Account
from communique.model.asking import Material
from communique.model.citation import citations, ref_of
from communique.model.rows import ActorRef

WORDS = [
    "who", "initiated", "when", "where", "how", "long", "many", "did", "say", "promise", "differ",
    "the", "call", "between", "and", "Mira", "Oduvan", "Tomas", "Helk", "Norland", "President",
    "of", "grain", "quotas", "lorries", "spelled", "position", "predict", "?", "on", "17", "May",
]  # fmt: skip
QUESTIONS = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


class OneReport:
    """A shelf with one report on it."""

    def __init__(self, account: Account) -> None:
        self.id = ref_of(account.report).id
        self.material = Material(
            ref=ref_of(account.report),
            account=account,
            sentences=sentences_of(account) if "." in account.report.text else (),
            who={a.id: ActorRef(id=f"a-{a.id}", name=a.name, kind=a.kind) for a in account.actors},
            cited=citations(account),
        )

    def about(self, words: Sequence[str], limit: int) -> list[str]:
        return [self.id]

    def with_actors(self, actors: Sequence[Sequence[str]], limit: int) -> list[str]:
        return []

    def meaning(self, vector: bytes, limit: int) -> list[tuple[str, int, float]]:
        return []

    def materials(self, reports: Iterable[str], kinds: Collection[str] = ()) -> list[Material]:
        return [self.material for id in reports if id == self.id]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(account=st.just(call()) | accounts(), question=QUESTIONS)
def test_any_question_gets_a_reply_in_the_words_of_the_report(
    account: Account, question: str
) -> None:
    shelf = OneReport(account)
    reply = answer(question, shelf)
    assert reply.declined != bool(reply.findings)
    sources = [s for finding in reply.findings for s in finding.sources]
    for source in (*sources, *reply.nearest, *like(question, shelf, 5)):
        passage, text = source.passage, account.report.text
        assert text[passage.start : passage.start + len(passage.text)] == passage.text
        assert source.spans[-1].end <= len(text)


def test_a_question_of_a_megabyte_is_no_trouble() -> None:
    shelf = OneReport(call())
    assert answer("how did " * 130_000, shelf)
    assert answer("Who initiated the call? " * 50_000, shelf)


def test_nothing_on_the_shelf() -> None:
    class Nothing(OneReport):
        def about(self, words: Sequence[str], limit: int) -> list[str]:
            return []

    reply = answer("Who initiated the call between Oduvan and Helk?", Nothing(call()))
    assert reply.declined
    assert reply.nearest == ()


def test_a_report_of_one_endless_sentence_is_no_trouble() -> None:
    account = call()
    text = "from will had asked that by the " * 6_000
    report = msgspec.structs.replace(account.report, text=text)
    shelf = OneReport(Account(report=report, origin=account.origin))
    for question in (
        "How has the number of lorries changed?",
        "Did Norland keep its promise to open the border?",
        "Until when will they stay?",
        "What did Oduvan promise?",
        "Was the border opened?",
    ):
        started = time.process_time()
        assert answer(question, shelf).declined
        assert time.process_time() - started < 20
