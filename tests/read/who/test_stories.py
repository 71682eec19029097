"""Who is told apart and put together in short texts of many kinds (``*_stories.toml``).

A case may state the persons named (all of them), the bodies (all of them), the mentions and
pronouns of an actor (all of them), offices that he holds, the members of a group, and what must
be nobody's name.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = [
    case
    for path in sorted(Path(__file__).parent.glob("*_stories.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def bare(name: str) -> str:
    return name[4:] if name[:4].casefold() == "the " else name


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_who_is_who(read: Any, case: dict[str, Any]) -> None:
    told = read(case["text"])
    actors = list(told.cast.actors.values())
    names = {actor.id: actor.name for actor in actors}
    by_name = {bare(actor.name): actor for actor in reversed(actors)}

    def printed(name: str, kind: str) -> list[str]:
        spans = getattr(by_name[bare(name)], kind)
        return [bare(" ".join(span.of(case["text"]).split())) for span in spans]

    if "persons" in case:
        people = [a.name for a in actors if a.kind == "person" and a.name[0].isupper()]
        named = [name for name in people if name.split()[0] not in ("The", "An", "His", "Her")]
        assert sorted(named) == sorted(case["persons"])
    if "bodies" in case:
        bodies = [bare(a.name) for a in actors if a.kind in ("organisation", "bloc")]
        assert sorted(bodies) == sorted(case["bodies"])
    for kind in ("mentions", "pronouns"):
        for name, spans in case.get(kind, {}).items():
            assert printed(name, kind) == list(map(bare, spans)), name
    for name, offices in case.get("offices", {}).items():
        held = {f"{o.title} | {names.get(o.of or '', o.of)}" for o in by_name[bare(name)].offices}
        assert held >= set(offices)
    for name, members in case.get("members", {}).items():
        assert sorted(names[m] for m in by_name[bare(name)].members) == sorted(members)
    for name in case.get("nobody", ()):
        assert name not in by_name
