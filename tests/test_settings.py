"""Settings: what outranks what, and values that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import UsageError
from communique.settings import Settings, load


def test_options_outrank_the_environment_and_that_the_defaults() -> None:
    assert load({}) == Settings()
    environment = {"COMMUNIQUE_RECORD": "talks.sqlite", "COMMUNIQUE_BATCH": "4", "HOME": "/"}
    assert load(environment).record == Path("talks.sqlite")
    assert load(environment).batch == 4
    assert load(environment, record="other.sqlite", batch=None).record == Path("other.sqlite")
    assert load({"COMMUNIQUE_RECORD": ""}) == Settings()


def test_the_processs_own_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_PATIENCE", "2.5")
    assert load().patience == 2.5


@pytest.mark.parametrize("value", ["many", "0", "-3", "1.5", "9" * 30, ""])
def test_a_value_that_cannot_be(value: str) -> None:
    with pytest.raises(UsageError, match="--batch"):
        load({}, batch=value)
    if value:
        with pytest.raises(UsageError, match="COMMUNIQUE_BATCH"):
            load({"COMMUNIQUE_BATCH": value})


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e300", "a while"])
def test_a_wait_without_an_end(value: str) -> None:
    with pytest.raises(UsageError, match=r"COMMUNIQUE_PATIENCE: .* (number|more than 0)"):
        load({"COMMUNIQUE_PATIENCE": value})


def test_a_setting_that_is_none() -> None:
    with pytest.raises(UsageError, match="known: record, reader"):
        load({}, colour="red")
