"""Other reports of a contact count, though they do not name those who are asked about."""

from __future__ import annotations

import pytest

from communique.service import Service
from communique.settings import load

READOUT = """Office of the President of Portugal
Readout of a call
14 March 2032

President Rui Sarmento spoke by telephone today with Prime Minister Ann Lindqvist of Sweden. The
call took place at the initiative of the Swedish side and lasted 45 minutes.
"""
AGENCY = """Leaders of Portugal and Sweden talk about the ferry
By Jon Ahl, Harbour Wire
March 15, 2032

The leaders of Portugal and Sweden spoke by phone on Sunday. The conversation lasted half an hour.
Aides to President Rui Sarmento were pleased.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in {"readout": READOUT, "agency": AGENCY}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    service = Service(load({}, record=folder / "r.sqlite", reader="rules"))
    service.add([folder / "readout.txt", folder / "agency.txt"])
    return service


def test_an_account_that_names_the_states_alone_is_heard(service: Service) -> None:
    reply = service.ask("How long did the call between Sarmento and Lindqvist last?")

    told = {source.passage.text for each in reply.findings for source in each.sources}
    assert any("45 minutes" in words for words in told)
    assert any("half an hour" in words for words in told)
    assert reply.agreement == "differ"
