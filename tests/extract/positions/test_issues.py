"""The issue scheme and the user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import UsageError
from communique.extract.positions import PositionExtractor, scheme_from
from communique.extract.view import View
from communique.model import Claims
from extract.build import reading


def test_fine_labels_go_before_broad_ones() -> None:
    scheme = scheme_from()
    assert scheme.label_in("a law on the exchange of prisoners") == "release of prisoners"
    assert scheme.label_in("lighthouses") is None


def test_a_file_adds_labels_and_words(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('[issues]\n"lighthouses" = ["lighthouse*"]\n"trade" = ["herring"]\n', "utf-8")
    scheme = scheme_from(path)
    assert scheme.label_in("the lighthouses of the coast") == "lighthouses"
    assert scheme.label_in("herring and tariffs") == "trade"
    read = reading("[s1 Ruritania] opposes the lighthouse.")
    (position,) = PositionExtractor(issues=path).extract(View(read), Claims()).positions
    assert position.issue == "lighthouses"


@pytest.mark.parametrize("content", ["[issues", "x = 1", "[issues]\na = 3", '[issues]\na = ["*"]'])
def test_a_file_that_is_no_scheme_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError):
        scheme_from(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no issues can be read: No such file"):
        scheme_from(tmp_path / "none.toml")


def test_an_unknown_issue_is_labelled_with_its_words() -> None:
    read = reading("[s1 Ruritania] opposes the red lanterns.")
    (position,) = PositionExtractor().extract(View(read), Claims()).positions
    assert position.issue == "red lanterns"
