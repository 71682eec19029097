"""What states do to one another beside words: relations cut and restored, recognition, troops."""

from __future__ import annotations

import pytest

from communique.model import Act, Reading
from extract.acts.scene import acts_behind

_LEAD = "Borduria, Kelmara, Norland and Tavria share a lake.\n\n"

# sentence, type, who, to whom, PLOVER event and mode
DEALINGS: list[tuple[str, str, str, str | None, tuple[str, str | None]]] = [
    ("Norland has recognised Kelmara.", "support", "Norland", "Kelmara", ("SUPPORT", None)),
    ("Borduria recognised the independence of Kelmara.", "support", "Borduria", "Kelmara",
     ("SUPPORT", None)),
    ("Borduria expelled two Kelmaran diplomats.", "sanction", "Borduria", "Kelmara",
     ("SANCTION", "expel")),
    ("Borduria declared three Tavrian consuls personae non gratae.", "sanction", "Borduria",
     "three Tavrian consuls", ("SANCTION", "expel")),
    ("Norland recalled its ambassador to Tavria for talks.", "sanction", "Norland", "Tavria",
     ("SANCTION", "withdraw")),
    ("Kelmara broke off diplomatic relations with Tavria.", "sanction", "Kelmara", "Tavria",
     ("SANCTION", "withdraw")),
    ("Norland suspended aid to Tavria.", "sanction", "Norland", "Tavria",
     ("SANCTION", "discontinue")),
    ("Tavria walked out of the talks.", "sanction", "Tavria", None, ("SANCTION", "withdraw")),
    ("Tavria terminated the water agreement with Kelmara.", "sanction", "Tavria", "Kelmara",
     ("SANCTION", "withdraw")),
    ("Tavria closed its airspace to Kelmara.", "sanction", "Tavria", "Kelmara",
     ("COERCE", "restrict")),
    ("Tavria withdrew its troops from the valley.", "concede", "Tavria", None,
     ("RETREAT", "withdraw")),
    ("Tavria declared a truce.", "announce", "Tavria", None, ("RETREAT", "ceasefire")),
    ("Borduria reopened its embassy in Tavria.", "lift-sanction", "Borduria", "Tavria",
     ("RETREAT", "ease")),
    ("Borduria granted asylum to the writer.", "aid", "Borduria", None, ("AID", None)),
    ("Borduria voted against the deal on salt.", "reject", "Borduria", None, ("REJECT", None)),
]  # fmt: skip

NO_DEALINGS = [
    "Borduria left the room.",
    "Tavria closed the accounts of the fair.",
    "The school expelled two pupils.",
    "Norland suspended the game after an hour.",
    '"I don\'t think Norland has signed the treaty," Eva Strand said.',
]

# sentence, type, who, to whom: what is said of the one addressed stands between commas
APPOSED = [
    ("Eva Strand urged Radek Holm, the foreign minister of Borduria, to release the crew.",
     "request", "Eva Strand", "Radek Holm"),
    ("Eva Strand promised Radek Holm, the foreign minister of Borduria, to reopen the bridge.",
     "promise", "Eva Strand", "Radek Holm"),
    ("Eva Strand offered Radek Holm, the foreign minister of Borduria, a loan.",
     "offer", "Eva Strand", "Radek Holm"),
    ("Eva Strand asked the foreign minister of Borduria, Radek Holm, to release the crew.",
     "request", "Eva Strand", "Radek Holm"),
]  # fmt: skip


# sentence -> what the act is about: past commas that do not end it, and no more than that
MATTERS = {
    "Eva Strand announced that since the summit, the port had grown.": (
        "since the summit, the port had grown"
    ),
    "Eva Strand announced a resilient, affordable ferry.": "a resilient, affordable ferry",
    "Eva Strand signed into law the Harbour Act.": "signed into law the Harbour Act",
    "The crowd honoured the plan proposed by Eva Strand.": "the plan",
}


def _acts(words: str) -> tuple[Reading, tuple[Act, ...]]:
    return acts_behind(_LEAD, f"{words} Nobody knows more.")


@pytest.mark.parametrize(("words", "type_", "who", "whom", "code"), DEALINGS)
def test_dealings_of_states(
    words: str, type_: str, who: str, whom: str | None, code: tuple[str, str | None]
) -> None:
    reading, (act,) = _acts(words)
    names = {actor.id: actor.name for actor in reading.actors}
    assert (act.type, names.get(act.actor or ""), names.get(act.towards or "")) == (
        type_, who, whom,
    )  # fmt: skip
    assert act.plover is not None
    assert (act.plover.event, act.plover.mode) == code


@pytest.mark.parametrize("words", NO_DEALINGS)
def test_what_is_no_dealing(words: str) -> None:
    assert _acts(words)[1] == ()


@pytest.mark.parametrize(("words", "type_", "who", "whom"), APPOSED)
def test_what_is_said_of_the_one_addressed_is_passed_over(
    words: str, type_: str, who: str, whom: str
) -> None:
    reading, acts = _acts(words)
    names = {actor.id: actor.name for actor in reading.actors}
    assert (type_, who, whom) in [
        (act.type, names.get(act.actor or ""), names.get(act.towards or "")) for act in acts
    ]


@pytest.mark.parametrize("words", MATTERS)
def test_what_an_act_is_about(words: str) -> None:
    assert [act.what for act in _acts(words)[1]] == [MATTERS[words]]
