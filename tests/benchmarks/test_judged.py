"""Figures of what was judged: every line of a file of verdicts counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.judged import HERE, LABELS, LAST, Verdict, figure, lines_of, verdicts

LINES = """release\tstart\tend\tlabel\tverdict\tnote
talks\t10\t40\tfor\tright\t
talks\t10\t40\tfor\twrong\tanother holder
talks\t50\t60\tagainst\twrong\tone missing
"""


def test_claims_on_the_same_words_count_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "positions.tsv"
    path.write_text(LINES, encoding="utf-8")
    figure(lines_of(path))
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("right: 1 of 3 = 33.3 %")
    assert printed[1].endswith("2 = 66.7 %")
    assert [line.split()[1:] for line in printed[2:]] == [["1", "of", "2"], ["0", "of", "1"]]
    assert list(verdicts(path).values()) == [
        Verdict("wrong", "another holder"),
        Verdict("wrong", "one missing"),
    ]


def test_there_is_a_newest_file_for_each_kind() -> None:
    assert LAST.keys() == LABELS.keys()
    assert all(lines_of(HERE / f"{name}.tsv") for name in LAST.values())
