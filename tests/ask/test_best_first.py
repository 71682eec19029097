"""Sentences found one after another, best first, are those that are found all at once."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from ask.one_report import record_of
from communique.ask.candidates import in_order
from communique.ask.looking import looked_up
from communique.ask.question.understanding import understand
from communique.ask.sentences.telling import best_sentences, sentences

REPORT = """Harbour talks

President Mirela Toth of Ardova met Prime Minister Jon Aske of Lissen on 3 March 2031.
Toth said that Ardova would open the harbour in April. Aske asked: "When will the harbour open?"
"In April," she answered. The harbour was closed by Ardova on 2 February 2031. It had been open
for nine years. Aske will visit Ardova in May. He did not ask for the harbour to be closed again.
No harbour of Lissen was closed. The two will meet again, and they may talk about the fleet.
The fleet of Lissen has two options: to wait, or to sail. It waits. Why did Ardova close it?
Because storms had broken its wall, Toth said. Aske thanked her for the harbour master's work.
"""


@pytest.mark.parametrize(
    "asked",
    [
        "When was the harbour of Ardova closed?",
        "Why did Ardova close the harbour?",
        "What did Toth say about the harbour?",
        "Who closed the harbour?",
        "Did Aske close the harbour?",
        "fleet",
    ],
)
def test_the_best_sentences_come_first(asked: str, tmp_path: Path) -> None:
    with record_of(REPORT, tmp_path) as service:
        question = understand(asked)
        search = looked_up(question, service._store)
        for kind in (question.kind, "what"):
            whole = in_order(sentences(search, kind, least=0.05))
            assert whole
            assert list(best_sentences(search, kind, 0.05)) == whole
            assert list(islice(best_sentences(search, kind, 0.05), 2)) == whole[:2]
