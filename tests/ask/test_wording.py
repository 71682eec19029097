"""The patterns and words of the files in ``data/wording``, and the modules that use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import communique.ask
from communique.ask.wording import wording

ROOM = Path(communique.ask.__file__).parent
FOLDER = ROOM / "data" / "wording"
FILES = sorted(str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.rglob("*.toml"))


@pytest.mark.parametrize("file", FILES)
def test_a_module_uses_what_its_file_has_and_nothing_else(file: str) -> None:
    source = (ROOM / f"{file}.py").read_text(encoding="utf-8")
    assert f'wording("{file}")' in source
    used = set(re.findall(r'_WORDING\.(?:pattern|words|stems)\(\s*"([\w-]+)"', source))
    there = set(wording(file).entries)
    assert used <= there
    assert not [name for name in there if f'"{name}"' not in source]


@pytest.mark.parametrize("file", FILES)
def test_patterns_compile_and_words_are_there(file: str) -> None:
    own = wording(file)
    for name, entry in own.entries.items():
        if isinstance(entry, str):
            assert own.compiled(name).pattern
        else:
            assert len(own.words(name)) == len(entry) > 0


def test_a_pattern_is_that_of_its_file_when_it_is_used() -> None:
    pattern = wording("contacts/dating").pattern("until")
    assert pattern.search("until Friday")
    assert not pattern.search("Friday")


def test_a_name_that_is_in_no_file_is_told_when_it_is_used() -> None:
    pattern = wording("contacts/dating").pattern("no-such-name")
    with pytest.raises(KeyError):
        pattern.search("until Friday")
