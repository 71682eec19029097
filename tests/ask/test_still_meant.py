"""Who is still meant where nobody is named: "he" some sentences on, "we" of an interview."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

INTERVIEW = """The Harbour Echo, 3 June 2034
"I count boats, not friends"
Minister Jonna Welk talks to our editor, Pia Sund

Minister, why did you give up the demand for an inquiry?

WELK: Because an inquiry takes ten years, and the boats were needed at once.

General Rask has been against the deal with Kestria. Is that true?

WELK: He was. He came to see me with a map.

And what will become of it now? Will you dismiss him?

WELK: No. I need a man who can read a map.

How often did the envoy come to see you?

WELK: Envoy Dorn flew to us four times.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("echo")
    (folder / "other.txt").write_text(
        "Harbour Wire, 1 June 2034\n\nForeign Minister Bo Lund of Olmark met Foreign Minister "
        "Ada Crane of Kestria in Azul. Olmark had asked for an inquiry into the lost boats.\n",
        encoding="utf-8",
    )
    service = record_of(INTERVIEW, folder)
    service.add([folder / "other.txt"])
    return service


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Why did Olmark drop its demand for an inquiry?", "an inquiry takes ten years"),
        ("How often did Dorn travel to Olmark?", "four times"),
    ],
)
def test_we_and_you_of_an_interview_may_be_a_state(
    service: Service, asked: str, words: str
) -> None:
    check_first(service, asked, words)


def test_a_state_that_is_named_is_not_we(service: Service) -> None:
    assert service.ask("How often did Dorn travel to Kestria?").declined


def test_he_some_sentences_on(service: Service) -> None:
    reply = service.ask("Did Welk dismiss Rask?")
    assert any("Will you dismiss him?" in s.passage.text for f in reply.findings for s in f.sources)
