"""What can be read alone beside its words, and what a speech, a briefing or a joke only says."""

from __future__ import annotations

import pytest

from extract.forecasts.test_staged import _whats

ALONE = [
    ('"He will lose," Mira Kost said of Prime Minister Orn.', ["[Prime Minister Orn] will lose"]),
    ('"They will lose the election," Mira Kost said.', []),
    ('"I don\'t think it will last," Mira Kost said.', []),
    (
        '"It will take years to clear the mines," Mira Kost said.',
        ["It will take years to clear the mines"],
    ),
    (
        '"If the strait is closed, it will cost us dearly," Mira Kost said.',
        ["If the strait is closed, it will cost us dearly"],
    ),
    ("The bank's economists forecast it will be 140 crowns in May.", []),
    ('"If they cross, there will be severe consequences," Mira Kost warned.', []),
    ("The model assumes that a leak is inevitable.", []),
    ("A truce is unlikely where it shall be found that the line was crossed.", []),
]

CLOUDED = [
    ("This grant is expected to create new jobs by May.", []),
    ("This grant is expected to create 33 jobs by May.",
     ["This grant is expected to create 33 jobs by May"]),
    ("Parliament is likely to pass it.", []),
    ("If the casing were not built, the works would likely impede the tunnel.", []),
    ("Small firms are likely to pay more.", []),
    ("Holm announced the start of the Harbour Bank's Risk Sharing programme.", []),
    ("If we don't, then Lutha will easily catch us, Mira Kost said.", []),
    ("Closing this gap is expected to reduce the risk.", []),
    ("Of the ports, a million are expected to be fast.", []),
    ("The south is heading for a famine.", ["The south is heading for a famine"]),
    ("Areas of work will likely include the ports.", []),
    ("The crews have risked everything to reach the port.", []),
    ("The strike risks raising tensions.", ["The strike risks raising tensions"]),
    ("The toll threatens to push a million people into need.",
     ["The toll threatens to push a million people into need"]),
    ("The cabinet is set to fall within days.", ["The cabinet is set to fall within days"]),
    ("Talks are on the brink of collapse.", ["Talks are on the brink of collapse"]),
]  # fmt: skip

SPEECH = """Press Briefing by Press Secretary Mira Holm

Port Lind, 2:04 P.M.

MS. HOLM: Good afternoon. I thank you all.

Q And the port?

MS. HOLM: {}

Q Thanks, Mira. And the war?

MS. HOLM: I have nothing on that.

Q And the talks?

MS. HOLM: Nor on those.
"""
SPOKEN = [
    ("The harbour will never sleep again.", []),
    ("Experts say, “Oh, prices are likely to fall by June.”", []),
    ("That number is likely to rise this winter.", []),
    ("I expect prices to fall by June. (Laughter.)", []),
    ("I think we’ll see some movement on that in May.", []),
    ("If the rains fail, then the mills will suffer.", ["If the rains fail, then the mills"]),
    ("If you have it high, the war is going to last.", []),
    ("I believe they will sign within weeks.", []),
    ("We do not expect any delays.", []),
    ("It will take time to see progress.", []),
    ("The situation is unlikely to improve.", []),
    ("My expectation is that the main focus will be on tolls in May.", []),
    ("We expect that the recovery of the wreck from the bay.", []),
    ("The grain is heading for the poorer towns.", []),
    ("I think Lutha will come round to a way forward on that question.", []),
    ("We expect the Mayor will address the town the day afterwards.", []),
    ("Some will inevitably lose their posts.", []),
    ("The Harbour Board will probably have more detail.", []),
    ("My guess is — a lot depends on how strongly the rebels will fight.", []),
    ("We estimate that we will cut off half of the imports by June.", []),
    ("Experts were projecting that the harvest would fall by half.", []),
    ("The Mayor and the Board will be a wall against the war.", []),
    ("Prices will fall by June.", ["Prices will fall by June"]),
    ("I believe the mills will close within weeks.", ["the mills will close within weeks"]),
]


@pytest.mark.parametrize(("words", "whats"), ALONE + CLOUDED)
def test_what_cannot_be_read_alone_is_left_out(words: str, whats: list[str]) -> None:
    assert _whats(words) == whats


@pytest.mark.parametrize(("words", "whats"), SPOKEN)
def test_a_speech_foresees_little(words: str, whats: list[str]) -> None:
    found = _whats(SPEECH.format(words))
    assert len(found) == len(whats)
    assert all(one.startswith(want) for one, want in zip(found, whats, strict=True))


def test_a_reporters_second_paragraph_is_still_a_question() -> None:
    asked = (
        "I have nothing on that.\n\nQ Okay.\n\nYou just said a truce is unlikely by next Tuesday."
    )
    assert _whats(SPEECH.format(asked)) == []


def test_the_last_words_of_a_long_clause_are_kept() -> None:
    bodies = ", ".join(f"the mills of Port {name}" for name in "ABCDEFG")
    (what,) = _whats(f"Mira Kost predicted that a strike would ruin {bodies} by the harvest.")
    assert what.endswith("by the harvest")


def test_words_told_twice_make_one_claim() -> None:
    assert (
        len(_whats("Prices are expected to fall in May. Prices are expected to fall in May.")) == 1
    )
