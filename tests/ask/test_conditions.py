"""Asked under what condition, what must come first is told."""

from __future__ import annotations

from pathlib import Path

from tests.ask.one_report import check_first, record_of


def test_what_must_come_first_is_the_condition(tmp_path: Path) -> None:
    text = """Lisbon and the fish
3 May 2031

President Rui Sarmento thanked the crews. He stressed that the inquiry must run its course.
Portugal is ready to sign the fisheries protocol as soon as Sweden withdraws its patrol vessels.
"""
    service = record_of(text, tmp_path)
    asked = "Under what condition is Portugal ready to sign the fisheries protocol?"
    check_first(service, asked, "as soon as Sweden withdraws")
