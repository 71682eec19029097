"""Accounts in which no contact was read, and those that differ by a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.service import Service
from communique.settings import load

REPORTS = {
    "palace.txt": """State House, Republic of Kestria
Azul, 18 July 2035

His Excellency President Timo Dorn today granted an audience to Envoy Jonna Welk of Olmark. The \
audience, which had been sought by the Envoy, lasted one hour.

Kestria will deliver the boats within 48 hours.
""",
    "ministry.txt": """Ministry of Foreign Affairs of Olmark
19 July 2035

Envoy Jonna Welk met President Timo Dorn of Kestria on 18 July in Azul. They talked for about \
forty minutes. The meeting was held at the invitation of the President.
""",
    "bo.txt": """Harbour Wire, 12 August 2035

Foreign Minister Bo Lund of Olmark met Foreign Minister Ada Crane of Kestria in Azul on 11 August.
""",
    "ada.txt": """Ministry of Foreign Affairs of Kestria
13 August 2035

On 10 August Minister of Foreign Affairs Ada Crane held talks with Minister of Foreign Affairs of \
Olmark Bo Lund.
""",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder: Path = tmp_path_factory.mktemp("unread")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    made = Service(load({}, record=folder / "r.sqlite", reader="rules"))
    made.add([folder])
    return made


def test_both_lengths_stand_side_by_side(service: Service) -> None:
    reply = service.ask("How long did Welk and Dorn talk?")
    assert {finding.value for finding in reply.findings} == {"PT1H", "PT40M"}
    assert reply.agreement == "differ"


def test_both_say_who_asked_for_it(service: Service) -> None:
    reply = service.ask("Who asked for the meeting of Welk and Dorn?")
    told = " ".join(s.passage.text for f in reply.findings for s in f.sources)
    assert "sought by the Envoy" in told
    assert "invitation of the President" in told


def test_accounts_may_differ_by_a_day(service: Service) -> None:
    reply = service.ask("When did Lund and Crane meet?")
    assert {finding.value for finding in reply.findings} == {"2035-08-10", "2035-08-11"}
