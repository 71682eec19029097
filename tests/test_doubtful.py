"""Keeping the claims that are left out as likely wrong, from the setting to the record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient
from msgspec.structs import replace

from communique.cli.app import app
from communique.errors import UsageError
from communique.model import Claims, LeftOut
from communique.service import Service
from communique.settings import Settings, load
from communique.web import create_desk

STORY = "President Ana Ruiz of Ruritania thanked Prime Minister Bo Lind of Norland for the grain.\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a report all of whose acts are held to be doubtful."""

    def without(view: object, claims: Claims) -> Claims:
        out = (
            LeftOut(kind="act", label=act.type, likelihood=0.4, evidence=act.evidence)
            for act in claims.acts
        )
        return replace(claims, acts=(), left_out=tuple(out))

    monkeypatch.setattr("communique.extract.without_doubtful", without)
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def added(settings: Settings, story: Path) -> tuple[int, int, set[str]]:
    with Service(settings) as service:
        summary = service.add([story])
        acts = {row.what for row in service.acts().rows}
    return summary.added, summary.re_read, acts


def test_a_record_keeps_them_when_asked_and_reads_again_for_it(story: Path, tmp_path: Path) -> None:
    usual = load({}, record=tmp_path / "record.sqlite", reader="rules")
    all_kept = load({}, record=usual.record, reader="rules", doubtful=True)
    *first, few = added(usual, story)
    *second, many = added(all_kept, story)
    *third, same = added(all_kept, story)
    assert (first, second, third) == ([1, 0], [0, 1], [0, 0])
    assert (few, many, same) == (set(), {"the grain"}, {"the grain"})


def test_what_was_left_out_is_counted_kept_and_shown(story: Path, tmp_path: Path) -> None:
    record = ["--record", str(tmp_path / "record.sqlite")]
    first = CliRunner().invoke(app, [*record, "add", str(story), "--reader", "rules"])
    assert "1 claim of releases left out as likely misread" in first.stderr
    with Service(load({}, record=tmp_path / "record.sqlite", reader="rules")) as service:
        (id,) = (row.id for row in service.reports().rows)
        desk = TestClient(create_desk(service), base_url="http://localhost")
        page = desk.get(f"/reports/{id}").text
        assert service.show(id).account.left_out[0].label == "thank"
        assert not [row for row in service.verify() if row.faults]
    shown = CliRunner().invoke(app, [*record, "show", id]).stdout
    assert "1 claim left out as likely misread" in shown
    assert "40%  act thank  " in shown
    assert "1 claim left out as likely misread" in page
    assert "40 % · act, thank" in page
    again = CliRunner().invoke(app, [*record, "add", str(story), "--reader", "rules", "--doubtful"])
    assert "left out" not in again.stderr
    assert "left out" not in CliRunner().invoke(app, [*record, "show", id]).stdout


@pytest.mark.parametrize(
    ("said", "meant"), [("1", True), ("yes", True), ("No", False), ("off", False), ("", False)]
)
def test_the_setting_has_a_variable(said: str, meant: bool) -> None:
    assert load({"COMMUNIQUE_DOUBTFUL": said}).doubtful is meant


def test_a_word_that_is_neither_is_told() -> None:
    with pytest.raises(UsageError, match="COMMUNIQUE_DOUBTFUL: 'perhaps' is not yes or no"):
        load({"COMMUNIQUE_DOUBTFUL": "perhaps"})


def test_the_option_outranks_the_variable(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DOUBTFUL", "1")
    read = ["read", str(story), "--reader", "rules"]
    acts = [
        len(json.loads(CliRunner().invoke(app, [*read, *more]).stdout)["acts"])
        for more in ([], ["--no-doubtful"])
    ]
    assert acts == [1, 0]
