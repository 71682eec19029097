"""Epithets that tell where somebody is from, or a party."""

from typing import Any

import pytest

TIED = [
    ("Sen. Ann Lee (I-Vt.) met Texas Sen. Bo Roe. The Vermont senator said no.", "Ann Lee"),
    ("Sen. Ann Lee (I-Vt.) met Gov. Bo Roe of Ohio. The Ohio governor said no.", "Bo Roe"),
    ("Sen. Ann Lee, D-Ohio, met Texas Sen. Bo Roe. The senator from Texas said no.", "Bo Roe"),
    (
        "Republican presidential candidate Ben Roe met Democratic candidate Ann Lee. "
        "The Democratic nominee said no.",
        "Ann Lee",
    ),
    ("Ann Lee met Bo Roe. The senator said no.", "Ann Lee"),
    ("Ann Lee rose. Bo Roe was for Jon Holm while the Ohio governor was out.", "Jon Holm"),
    ("Spokesman Bo Roe sang. The senator said no.", None),
    ("In a talk with Jon Holm and Ann Lee, the senator said no.", None),
    ("Texas Sen. Bo Roe sang. The Ohio senator said no.", None),
]


@pytest.mark.parametrize(("text", "who"), TIED)
def test_who_is_from_there(read: Any, text: str, who: str | None) -> None:
    met = read(text)
    words = ("governor", "senator", "nominee")
    tied = [
        actor.name
        for actor in met.cast.actors.values()
        for span in actor.mentions
        if span.of(text).endswith(words) and span.start
    ]
    assert (tied == [who]) if who else ("Roe" not in " ".join(tied) and "Lee" not in " ".join(tied))
