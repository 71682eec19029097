from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from communique import model

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
COMMAND = re.compile(r"python -m ((?:benchmarks|training|examples)(?:\.\w+)+)([^`\n;]*)")
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


def test_docs_name_only_commands_and_options_that_exist() -> None:
    named = {
        (command.group(1), option)
        for page in (*DOCS.glob("*.md"), *ROOT.glob("*.md"))
        for command in COMMAND.finditer(page.read_text(encoding="utf-8"))
        for option in ("", *re.findall(r"--[a-z][a-z-]*", command.group(2)))
    }
    files = {module: ROOT / f"{module.replace('.', '/')}.py" for module, _ in named}
    assert {name for name, file in files.items() if not file.exists()} == set()
    assert "benchmarks.accuracy" in files
    unknown = {
        (module, option)
        for module, option in named
        if option and f'"{option}"' not in files[module].read_text(encoding="utf-8")
    }
    assert not unknown


def test_the_floors_are_those_that_imports_are_held_to() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    table = page.split("\n## Floors\n")[1].split("\n## ")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    floors = [name for row in rows for name in re.findall(r"`(\w+)(?:\.py|/)`", row)]
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = rules["tool"]["importlinter"]["contracts"][0]
    depth = {
        name.strip(): number
        for number, layer in enumerate(contract["layers"])
        for name in layer.split("|")
    }
    assert sorted(floors) == sorted(depth)
    assert floors == sorted(floors, key=depth.__getitem__)


def test_the_rooms_within_rooms_are_those_that_imports_are_held_to() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    table = page.split("\n## Rooms within rooms\n")[1].split("\n## ")[0]
    rooms = re.findall(r"^\| `([\w/]+)/` \|", table, flags=re.MULTILINE)
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    held = [
        f"{contract['containers'][0].removeprefix('communique.').replace('.', '/')}/{name.strip()}"
        for contract in rules["tool"]["importlinter"]["contracts"][1:]
        for layer in contract["layers"]
        for name in layer.split("|")
    ]
    source = ROOT / "src/communique"
    assert rooms == [room for room in held if (source / room).is_dir()]
    assert all((source / room / "__init__.py").is_file() for room in rooms)


def test_the_page_on_the_record_names_all_its_modules() -> None:
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    table = page.split("\n## Inside\n")[1].split("| table | a row is |")[0]
    modules = {path.stem for path in (ROOT / "src/communique/record").rglob("*.py")}
    assert set(re.findall(r"`(\w+)`", table)) >= modules - {"__init__"}
