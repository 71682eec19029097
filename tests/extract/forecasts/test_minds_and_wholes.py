"""Whose foresight it is, whether it is told whole, and what the report says came of it."""

from __future__ import annotations

import pytest

from communique.extract.forecasts import ForecastExtractor
from communique.extract.view import View
from communique.model import Claims, Forecast, Report, body_id
from communique.read.rules import RuleReader
from extract.forecasts.by_grammar import by_grammar

#: Class -> sentences that foretell nothing, or nothing that can be told whole.
NONE: dict[str, list[str]] = {
    "who foresees it is not known": [
        'President Ivo Kral said: "Some in the hall knew that their vote would ruin the guilds."',
        'President Ivo Kral said: "The mayor\'s view is that the yard will collapse."',
    ],
    "what somebody does not think": [
        'Premier Ana Relk said: "We didn\'t anticipate that the cabinet would fall."',
        "No agency predicted a flood.",
        'Premier Ana Relk said: "I don\'t believe, in our tenth year, this town is going to fall."',
    ],
    "a subject of which only the end would be told": [
        'Premier Ana Relk said: "Fully restoring this canal will double the trade."',
        'Premier Ana Relk said: "Any attempt to weaken or lessen the guilds will ruin the trade."',
        'Premier Ana Relk said: "What we do in the next two, three years will change the coast."',
        'Premier Ana Relk said: "These steps, paired with the loans in our plan will bring work."',
    ],
    "one's own way and plan": [
        "The envoy Mira Holm is on track to visit nine towns.",
        "The fleet is poised to lead by example.",
        'Premier Ana Relk said: "We expect an inquiry to be held."',
        "Ivo Kral expects they will do the same.",
    ],
    "praise, mottos and rules": [
        'Premier Ana Relk said: "Nothing will lower the toll more than this bill."',
        'Premier Ana Relk said: "Democracy will prevail over tyranny."',
        'Premier Ana Relk said: "They will not be able to trade in our ports."',
        'Premier Ana Relk said: "No taxes will be used for the bridge."',
    ],
    "what is or was": [
        "It is likely that as many as nine towns are without water.",
        "The risk is often tied to poor soil.",
        'Premier Ana Relk said: "We don\'t see anybody offering more."',
        'Premier Ana Relk said: "That we do not see',
        'Premier Ana Relk said: "I would be surprised if that was the plan."',
        "The bank estimates that nine in ten are paid in tin and would be poor.",
    ],
}

#: Sentence -> who foresees it (the name, or nobody) and what.
TOLD: list[tuple[str, str | None, str]] = [
    ('Minister Ana Relk said: "I expect a ruling in the spring."',
     "Ana Relk", "I expect a ruling in the spring"),
    ('Premier Ivo Dravo said: "We do not expect the talks to resume before June."',
     "Ivo Dravo", "We do not expect the talks to resume before June"),
    ('Premier Ivo Dravo said: "I do not foresee any change before the vote."',
     "Ivo Dravo", "I do not foresee any change before the vote"),
    ("By the end of the year Lutha will have run out of gas, said Pavel Orn, a geologist at the "
     "Karst Institute.", "Pavel Orn", "Lutha will have run out of gas"),
    ("Most diplomats expect no breakthrough at the summit.",
     "Most diplomats", "Most diplomats expect no breakthrough at the summit"),
    ("The bank now expects the economy to shrink in 2032.",
     "The bank", "The bank now expects the economy to shrink in 2032"),
    ('"There\'s a 50 per cent chance that the truce will hold," said Mira Holm.',
     "Mira Holm", "There's a 50 per cent chance that the truce will hold"),
    ('President Ivo Kral said: "We do not believe that a war is inevitable."',
     "Ivo Kral", "do not believe that a war is inevitable"),
    ('President Ivo Kral said: "That means prices will go up."', "Ivo Kral", "prices will go up"),
    ('President Ivo Kral said: "The canal will bring not only work, but also peace."',
     "Ivo Kral", "The canal will bring not only work, but also peace"),
    ('President Ivo Kral said: "Prices will come down, and the bank acknowledges that."',
     "Ivo Kral", "Prices will come down"),
    ('President Ivo Kral said: "The next few weeks will be hard."',
     "Ivo Kral", "The next few weeks will be hard"),
    ("While prices will likely rise due to the toll, the harvest to date is good.",
     None, "prices will likely rise due to the toll"),
]  # fmt: skip

OUTCOMES: list[tuple[str, str | None, str]] = [
    ("Contrary to what Ivo Dravo had predicted, the cabinet survived the vote.",
     "Ivo Dravo", "stated-wrong"),
    ("Contrary to forecasts, output grew in the first quarter.", None, "stated-wrong"),
    ("Just as analysts had expected, the bank left its rate unchanged.",
     "analysts", "stated-correct"),
    ("Ivo Dravo had predicted that the cabinet would collapse within weeks, but it survived.",
     "Ivo Dravo", "failed"),
    ("Ana Relk predicted that prices would fall, but they rose by a tenth.", "Ana Relk", "failed"),
    ("Ana Relk predicted that prices would not rise. They did not.", "Ana Relk", "happened"),
    ("Ana Relk warned in March that the dam would not hold. It burst three weeks later.",
     "Ana Relk", "happened"),
    ("In May Mira Holm predicted a run on the banks; none came.", "Mira Holm", "failed"),
    ("Ivo Dravo thought the pact would collapse, and it didn't.", "Ivo Dravo", "failed"),
    ('"The war will be over by Christmas," Ivo Dravo said in August. It was not.',
     "Ivo Dravo", "failed"),
    ("Ivo Kral warned that the dam would break. It was built in 1970.", "Ivo Kral", "open"),
]  # fmt: skip


def _read(text: str) -> tuple[dict[str, str], tuple[Forecast, ...]]:
    """Return the names of the actors by id, and the forecasts of ``text``."""
    report = Report(
        id=body_id(text), publication=body_id(text)[:16], text=text, title=None,
        published="2031-03-02", language="en",
    )  # fmt: skip
    (reading,) = RuleReader().read([report])
    names = {actor.id: actor.name for actor in reading.actors}
    return names, by_grammar(ForecastExtractor().extract(View(reading), Claims()).forecasts)


@pytest.mark.parametrize(
    "words", [pytest.param(text, id=f"{name}: {text}") for name in NONE for text in NONE[name]]
)
def test_nothing_is_foretold(words: str) -> None:
    assert [f.what for f in _read(words)[1]] == []


@pytest.mark.parametrize("words", sorted({words for words, _, _ in (*TOLD, *OUTCOMES)}))
def test_a_text_may_end_anywhere(words: str) -> None:
    parts = words.split()
    _read("\n\n".join(" ".join(parts[:end]) for end in range(1, len(parts))))


def test_a_text_may_end_behind_a_guess() -> None:
    assert _read('President Ivo Kral said: "My guess is')[1] == ()


@pytest.mark.parametrize(("words", "by", "what"), TOLD)
def test_whose_it_is_and_the_whole_of_it(words: str, by: str | None, what: str) -> None:
    names, forecasts = _read(words)
    assert [(names.get(f.by or ""), f.what) for f in forecasts] == [(by, what)]


@pytest.mark.parametrize(("words", "by", "outcome"), OUTCOMES)
def test_what_came_of_it_is_told_in_the_report(words: str, by: str | None, outcome: str) -> None:
    names, forecasts = _read(words)
    assert [f.outcome for f in forecasts] == [outcome]
    assert {names.get(f.by or "") for f in forecasts} <= {by, None}
