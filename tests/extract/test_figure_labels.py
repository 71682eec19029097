"""What looks like a figure and counts nothing, and numbers that marks or line ends cut."""

from __future__ import annotations

import pytest

from communique.extract.figures import FigureExtractor
from communique.extract.figures.numbers import numbers_in
from communique.extract.figures.tables import tables_for
from communique.extract.lexicon import lexicon_for
from communique.extract.view import View
from communique.model import Claims
from extract.build import reading

Bounds = tuple[float | None, float | None, str | None]

CASES: list[tuple[str, list[Bounds]]] = [
    ("The guild raised $100 billion.", [(1e11, 1e11, "USD")]),
    ("The guild raised $100\n  billion for ports.", [(1e11, 1e11, "USD")]),
    ("The guild raised $100-billion.", [(1e11, 1e11, "USD")]),
    ("Hundreds of millions of dollars went missing.", [(2e8, None, "USD")]),
    ("The guild gave 20 million kroner.", [(2e7, 2e7, "krone")]),
    ("The guild gave 40 million zlotys.", [(4e7, 4e7, "PLN")]),
    ("Of the judges 10 won a seat.", [(10, 10, None)]),
    ("The tax fell from 7% to 3%.", [(7, 7, "percent"), (3, 3, "percent")]),
    ("The tax rose from 3 percent to 7 percent.", [(3, 3, "percent"), (7, 7, "percent")]),
    ("The fleet grew from 40 to 60 ships.", [(40, 40, None), (60, 60, None)]),
    ("A fleet of 40 to 60 ships sailed.", [(40, 60, None)]),
    ("Anything from 40 to 60 ships may sail.", [(40, 60, None)]),
    ("Prices went down from $90 to around $70.", [(90, 90, "USD"), (70, 70, "USD")]),
    ("The council passed H.R. 1234 and S. 55.", []),
    ("Duties under Section 232 and Title 42 stay.", []),
    ("It rests on Executive Orders 4711, 4712 and 13849.", []),
    ("The port used its 504 Loan Program, which pays for cranes.", []),
    ("The port runs 504 Community Health Centers.", [(504, 504, None)]),
    ("Two nights ago the mayor confirmed it.", []),
    ("Those who are under 18.", []),
    ("A notice in the Harb. Reg. 983 (January 7, 2031) told of it.", []),
    ("The mason out of Local 44 spoke.", []),
    ("In ‘28 we will close the mine.", []),
    ("Seniors and those 65 or older sail free.", []),
    ("The C5+1 summit met.", []),
    ("We end at quarter of five.", []),
    ("It took eight hundr- — it took 812,000 crowns.", [(812000, 812000, None)]),
    ("Most of them are 12- to 17-year-olds.", []),
    ("About 1 in 7 households starves.", []),
    ("They spend 279 — million dollars on it.", [(279, 279, None)]),
    ("About 4 in March, 5 in April.", [(4, 4, None), (5, 5, None)]),
    ("There were, I think, 38, 40 homes on the hill.", [(38, 40, None)]),
    ("Berths 38, 40 and 42 are shut.", [(38, 38, None), (40, 40, None), (42, 42, None)]),
    ('<td width="40">Port</td> <a id="12">Azul</a>', []),
    ("<tr><td>Azul</td> <td> 27,498</td></tr>", []),
    ("The 50<sup>th</sup> sailing was cheered.", []),
    ("It was the two hundred and forty-eighth year of the guild.", []),
    ("Call the 1-800 line.", []),
    ("It finds a few parts per trillion.", []),
    ("Children under 12 sail free.", []),
    ("More than 12 ferries sail.", [(12, None, None)]),
    ("They fish over 4 million square miles of prime fishing grounds.", [(4e6, None, "mile2")]),
    ("Tolls are down two thirds from their peak.", [(0.6666, 0.6666, "share")]),
    ("Two negative quarters of growth followed.", [(2, 2, None)]),
    ("One in five members sails.", [(0.2, 0.2, "share")]),
    ("Sailors between the ages of 18 and 20 came.", []),
    ("By year 10 of the programme it pays.", []),
    ("Growth went from 5.0 to 7.0 percent.", [(5, 5, "percent"), (7, 7, "percent")]),
    ("They spent billions and billions of dollars.", [(2e9, None, "USD")]),
    ("It costs you 300 bucks.", [(300, 300, "USD")]),
    ("It saved millions.", [(2e6, None, None)]),
    ("Hundreds of millions are hungry.", [(2e8, None, None)]),
    ("It was the two hundred and fiftieth year.", []),
    ("They asked about the five ships.", [(5, 5, None)]),
    ("Goods under 9903.81.99 pay more.", []),
    ("Two out of three sail.", [(0.6667, 0.6667, "share")]),
    ("As 212(f) says, <u>over 97 percent</u> pay.", [(97, None, "percent")]),
    ("They put in several hundred billion dollars.", [(1e11, None, "USD")]),
    ("It stands at 15 Long Harbour Street.", []),
    ("He leads a Fortune 500 firm.", []),
    ("It is three tenths of the catch.", [(0.3, 0.3, "share")]),
    ("Repairs took just 28\n  days.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "figures"), CASES)
def test_figures(words: str, figures: list[Bounds]) -> None:
    claims = FigureExtractor().extract(View(reading(words)), Claims())
    assert [(f.low, f.high, f.unit) for f in claims.figures] == figures


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("They fish 4 square miles of prime fishing grounds.", "prime fishing grounds"),
        ("They lost thousands of their own.", None),
        ("They have 13 percent of Borduria's exports.", "exports"),
        ("They flew out 550 wounded sailors.", "wounded sailors"),
        ("It runs for 100 miles beneath the bay.", None),
        ("They held 26 Guild and Senate briefings.", None),
        ("It has over $3 trillion spent on piers.", None),
        ("They made another $200 million available.", None),
        ("More than 300 federally paid pilots came.", None),
        ("They sell it for 40 percent less here.", None),
        ("About half of three- and four-year-olds sail.", None),
        ("It is a 5 percent rate above income.", "rate"),
        ("Some 40 ships waiting outside left.", "ships"),
        ("It was heard by thousands of state, local and guild clerks.", None),
        ("Another 1.3 million more people sail.", "people"),
        ("They shipped 20,000 last week.", None),
        ("Some 61 percent support higher tolls.", None),
    ],
)
def test_what_is_counted(words: str, thing: str | None) -> None:
    (figure,) = FigureExtractor().extract(View(reading(words)), Claims()).figures
    assert figure.thing == thing


def test_an_editor_may_supply_the_magnitude() -> None:
    text = "Some 220 [million] letters came."
    (number,) = numbers_in(tables_for(lexicon_for("en")), text, 0, len(text))
    assert number.low == 2.2e8
