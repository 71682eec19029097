"""The articles on which choices of joining are made."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from benchmarks.joining import drawn


def test_articles_are_drawn_by_seed_whatever_their_order(tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{number}"}) + "\n" for number in range(9)]
    taken = []
    for order in (1, -1):
        source = tmp_path / f"{order}.gz"
        source.write_bytes(gzip.compress("".join(lines[::order]).encode()))
        taken.append(gzip.decompress(drawn(source, 4, 7, tmp_path / "out.gz").read_bytes()))
    assert taken[0] == taken[1]
    assert len(taken[0].splitlines()) == 4
    source.write_bytes(gzip.compress("".join(lines).encode()))
    assert gzip.decompress(drawn(source, 4, 8, tmp_path / "out.gz").read_bytes()) != taken[0]
    assert (
        len(gzip.decompress(drawn(source, 99, 7, tmp_path / "out.gz").read_bytes()).splitlines())
        == 9
    )
