"""A contact held in one place does not answer for another that the report's title names."""

from __future__ import annotations

from pathlib import Path

from tests.ask.one_report import check_first, record_of

TEXT = """Lindqvist arrives in Lisbon
3 May 2031

Prime Minister Ann Lindqvist of Sweden spoke with President Rui Sarmento of Portugal. He invited
her to visit Madeira in June. Her next visit to Lisbon, he said, would be on 14 September.
"""


def test_the_title_names_another_place(tmp_path: Path) -> None:
    service = record_of(TEXT, tmp_path)
    check_first(service, "When will Lindqvist visit Lisbon?", "14 September")
