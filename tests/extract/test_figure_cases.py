"""Short cases of figures, in varied words: what counts, and what does not."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import account_of, verify_account
from extract.build import reading

Bounds = tuple[float | None, float | None, str | None, str | None]

# words -> low, high, unit, thing
CASES: list[tuple[str, list[Bounds]]] = [
    ("The guards let 16 individuals go.", [(16, 16, None, "individuals")]),
    ("They have fought seven, six wars over water.", [(6, 7, None, "wars")]),
    ("A thousand and a half or three thousands were counted at the "
     "pier.", [(1500, 3000, None, None)]),
    ("Dozens of sailors waited.", [(24, None, None, "sailors")]),
    ("About 300 lanterns burned.", [(300, 300, None, "lanterns")]),
    ("Between 5 and 7 ferries sail daily.", [(5, 7, None, "ferries")]),
    ("More than 40 villages were flooded.", [(40, None, None, "villages")]),
    ("Exports grew by 12.5 percent.", [(12.5, 12.5, "percent", None)]),
    ("The loan is worth $3.2 billion.", [(3.2e9, 3.2e9, "USD", None)]),
    ("The pipeline runs 1,200 km through the hills.", [(1200, 1200, "km", None)]),
    ("Ruritania sent 500 tonnes of rice.", [(500, 500, "t", "rice")]),
    ("Up to 90 soldiers may stay.", [(None, 90, None, "soldiers")]),
    ("Some 40% of the population cannot vote.", [(40, 40, "percent", "population")]),
    ("Two hundred and fifty thousand refugees crossed.", [(250000, 250000, None, "refugees")]),
    ("Half a million people marched.", [(500000, 500000, None, "people")]),
    ("Tens of thousands of people marched.", [(20000, None, None, "people")]),
    ("They paid 5 to 7 million euros.", [(5e6, 7e6, "EUR", None)]),
    ("A 30-day ceasefire is on the table.", []),
    ("He was jailed and got 14 years in prison.", [(14, 14, "year", None)]),
    ("In 2019 the first ferry sailed.", []),
    ("The next round is in the second half of April.", []),
    ("Half of the sailors left.", [(0.5, 0.5, "share", "sailors")]),
    ("At least 17 people died. [p1 Ruiz] puts the toll at nine.",
     [(17, None, None, "people"), (9, 9, None, "people")]),
    ("One of them left, and one-sided offers came on the 21st.", []),
    ("The council passed Resolution 2202 under Section 5.", []),
    ("The line opens at 17:30 or 5 p.m. every day.", []),
    ("Call +41 22 555 01 01 for details.", []),
    ("1. Open the port.\n2. Close the pier.", []),
    ("The two leaders shook hands.", []),
    ("An F-16 flew over the G20 venue.", []),
    ("Three Seas Forum delegates arrived.", []),
    ("See https://harbour.example/2031/450 for the list.", []),
    ("About 2000 soldiers left in 2030.", [(2000, 2000, None, "soldiers")]),
    ("The fund holds €400 million and no fewer than 12 ships.",
     [(4e8, 4e8, "EUR", None), (12, None, None, "ships")]),
    ("Two-thirds of the members voted.", [(0.6666, 0.6666, "share", "members")]),
    ("It weighs 2.5 tons or so.", [(2.5, 2.5, "t", None)]),
    ("The number of prisoners was 52.", [(52, 52, None, "prisoners")]),
    ("They fought seven wars and skirmishes, or six.", [(6, 7, None, "wars")]),
    ("They advance by half a kilometre.", [(0.5, 0.5, "km", None)]),
    ("As many as 16 sailors left.", [(16, 16, None, "sailors")]),
    ("The storm did trillions of harm.", [(2e12, None, None, "harm")]),
    ("Families of the sailors, about 60 of whom protested, got no letters.",
     [(60, 60, None, "Families")]),
    ("They carried 112 Red Lantern messages.", [(112, 112, None, "Red Lantern messages")]),
    ("Borduria claims $45 million in damages, in court.", [(4.5e7, 4.5e7, "USD", "damages")]),
    ("It paid $45 million in exchange, $2 million in all, $9 million in Krasna.",
     [(4.5e7, 4.5e7, "USD", None), (2e6, 2e6, "USD", None), (9e6, 9e6, "USD", None)]),
    ("Kelmar holds 35 detainees. It says that three were released.",
     [(35, 35, None, "detainees"), (3, 3, None, "detainees")]),
    ("There were 14 people, 3 of them children, aboard.",
     [(14, 14, None, "people"), (3, 3, None, "children")]),
    ("Q: How many of your sailors are held?\nA: Thirty-five. We let three go.",
     [(35, 35, None, "sailors"), (3, 3, None, "sailors")]),
    ("Q: How many ships came? And when did the rest leave?\nA: At noon. Perhaps 5 or so.",
     [(5, 5, None, None)]),
    ("It adds hundreds of jobs at $4.1 million.",
     [(200, None, None, "jobs"), (4.1e6, 4.1e6, "USD", None)]),
    ("She won it 78 times since '20.", []),
    ("Only 38% of the US$ 27 million appeal has been funded.",
     [(38, 38, "percent", None), (2.7e7, 2.7e7, "USD", "appeal")]),
    ("[p1 Bo Lind], 49, told reporters that 12 ships left.", [(12, 12, None, "ships")]),
    ("The town has between 18 and 22 days of gas in storage.", [(18, 22, "day", "gas")]),
    ("Math scores rose, and scores of villages burned.", [(40, None, None, "villages")]),
    ("The index skidded 1.74 to 123.5.", [(1.74, 1.74, None, None), (123.5, 123.5, None, None)]),
    ("Tolls will rise 5 to 7 percent.", [(5, 7, "percent", None)]),
    ("Exports fell by almost half to 300 million euros.",
     [(0.5, 0.5, "share", None), (3e8, 3e8, "EUR", None)]),
    ("They took in about a quarter of a million people.", [(250000, 250000, None, "people")]),
    ("They waited through four quiet decades.", []),
    ("The guild lost over 6,000 dead and wounded.", [(6000, None, None, "dead and wounded")]),
    ("Lind sold yen worth of 5.7% bonds.", [(5.7, 5.7, "percent", None)]),
    ("Some 40 percent of likely voters agree.", [(40, 40, "percent", "likely voters")]),
    ("The house has three children: Anna, 34; Tom, 22; and Eva, 9.", [(3, 3, None, "children")]),
    ("Flight TV 417 left gate 14 with 212 passengers.", [(212, 212, None, "passengers")]),
    ("The shares closed at $44.50 in early trading.", [(44.5, 44.5, "USD", None)]),
    ("Snipers shot five Harbours police officers.", [(5, 5, None, "Harbours police officers")]),
    ("Hundreds of pro-Adams marchers came.", [(200, None, None, "pro-Adams marchers")]),
    ("Families in the lower half of the list get less.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "figures"), CASES)
def test_figures(words: str, figures: list[Bounds]) -> None:
    read = reading(words)
    claims = extract(read)
    verify_account(account_of(read, claims))
    found = [(f.low, f.high, f.unit, f.thing) for f in claims.figures]
    assert [f[2:] for f in found] == [f[2:] for f in figures]
    for (low, high, *_), (want_low, want_high, *_) in zip(found, figures, strict=True):
        assert low == pytest.approx(want_low, abs=1e-3) if want_low is not None else low is None
        assert high == pytest.approx(want_high, abs=1e-3) if want_high is not None else high is None


def test_a_figure_is_claimed_by_the_innermost_speaker() -> None:
    read = reading(
        "<<p1|[p2 Lind] said: <<p2|we lost 45 ships>>>>, [p1 Ruiz] recalled 7 days later."
    )
    (figure,) = extract(read).figures
    assert (figure.claimant, figure.raw, figure.thing) == ("p2", "45", "ships")


def test_the_reports_own_voice_claims_with_none() -> None:
    (figure,) = extract(reading("Officials counted 45 ships as of {2031-05|May}.")).figures
    assert figure.claimant is None
    assert figure.as_of is not None
    assert figure.as_of.value == "2031-05"


def test_a_credited_source_claims_a_figure() -> None:
    read = reading("They hold a thousand ships according to [p3 Venn], [p1 Ruiz] said.")
    (figure,) = extract(read).figures
    assert figure.claimant == "p3"
