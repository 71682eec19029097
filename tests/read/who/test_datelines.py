"""Datelines name places."""

from typing import Any

import pytest

from communique.model import Report, body_id
from communique.read.rules import RuleReader


@pytest.mark.parametrize(
    "text",
    [
        "PORT VARN, 14 May (Orbis News) — Premier Jan Mroz left. Mroz was in Port Varn.",
        "KUMBAL (Sahel Wire) - Premier Jan Mroz left.",
        "TARSK – Premier Jan Mroz left. Tarsk denied it.",
    ],
)
def test_a_dateline_names_nobody(read: Any, text: str) -> None:
    assert [n for n, kind in read(text).names.items() if kind == "person"] == ["Jan Mroz"]


def test_a_name_set_off_by_dashes_is_no_dateline(read: Any) -> None:
    assert "Ann Lee" in read("Ann Lee — President of Chile — spoke.").names


@pytest.mark.parametrize(
    "dateline",
    ["PORT VARN, 14 May (Orbis News) - ", "VARN — ", "(Port Varn) – ", "PORT VARN, Nordia -- "],
)
def test_what_is_said_begins_behind_the_dateline(dateline: str) -> None:
    said = "Nordia left the talks with Sudria"
    text = f"{dateline}{said}, two diplomats said."
    report = Report(id=body_id(text), publication="p", text=text, language="en")
    (statement,) = next(iter(RuleReader().read([report]))).statements
    assert [span.of(text) for span in statement.content] == [said]
