from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from communique import model

DOCS = Path(__file__).resolve().parents[1] / "docs"
STRUCTS = [
    thing
    for name in model.__all__
    if isinstance(thing := getattr(model, name), type)
    and issubclass(thing, msgspec.Struct)
    and name not in ("Span", "Claim", "Claims", "Reading", "Section")
]


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_field_of_the_contract_is_documented(struct: type[msgspec.Struct]) -> None:
    page = (DOCS / "reading.md").read_text(encoding="utf-8")
    missing = [f for f in struct.__struct_fields__ if not re.search(rf"`{f}(\[\])?`", page)]
    assert not missing


def test_docs_link_only_to_pages_that_exist() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in DOCS.glob("*.md")
        for target in re.findall(r"\]\(((?!https?:)[^)#]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken
