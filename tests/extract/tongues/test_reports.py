"""What whole reports in other languages say, as it was written down before they were read."""

from __future__ import annotations

import pytest

from extract.tongues.cases import Case, missing, reports


@pytest.mark.parametrize("case", reports(), ids=lambda case: f"{case.language}{case.number}")
def test_a_report_says_what_was_written_down_of_it(case: Case) -> None:
    assert missing(case) == []
