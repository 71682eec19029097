from __future__ import annotations

import pytest

from communique.publish.index import short


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("reports/may/one.txt", "one.txt"),
        ("talks.jsonl:12", "talks.jsonl:12"),
        ("in/talks.jsonl:12", "talks.jsonl:12"),
        ("https://quay.example/news/1", "1"),
        ("https://quay.example/news/", "https://quay.example/news/"),
        ("Statement/Readout", "Statement/Readout"),
        ("<script>alert('x')</script>", "<script>alert('x')</script>"),
        ("Press release 117/2031", "Press release 117/2031"),
    ],
)
def test_only_paths_and_addresses_are_shortened(label: str, shown: str) -> None:
    assert short(label) == shown
