"""Languages that there are no word lists for: little is read, and nothing is invented."""

from __future__ import annotations

from importlib.resources import files

import pytest

from communique.extract.tongues.lexicon import languages
from communique.read.tongue import READ
from extract.tongues.cases import account

REPORTS = {
    "nl": "Minister van Buitenlandse Zaken Pieter van Dalen heeft dinsdag in Brussel gesproken met"
    ' zijn ambtgenoot Anton Beres. "Wij blijven helpen", zei Van Dalen. Hongarije weigert het te'
    " steunen. Er zijn 12 miljoen stemmen, 4% meer. President Anna de Wit will not travel.",
    "cs": "Ministr zahraničí Tomáš Hruška v úterý jednal s protějškem Jozefem Kováčem."
    " „Podporujeme Kadar,“ řekl Hruška. Prezident Karel Novotný přijal kancléře Hanse Webera.",
    "ro": "Ministrul de externe Andrei Popa s-a întâlnit cu omologul său, Petar Dimov."
    " „Sprijinim aderarea”, a declarat Popa. Ungaria a refuzat să semneze acordul de 12 milioane.",
    "hu": "Szabó Péter külügyminiszter kedden tárgyalt Anton Beres kollégájával. „Nem” – mondta a"
    " miniszter. Magyarország elutasította a javaslatot.",
    "ja": "高橋誠首相は14日、官邸で大統領と会談した。高橋首相は「支援を続ける」と述べた。",
    "fa": "بهروز تهرانی وزیر امور خارجه در تهران دیدار کرد. تهرانی گفت: «آماده مذاکره است.»",
}
SAID = {"nl": "Pieter van Dalen", "cs": "Tomáš Hruška", "ro": "Andrei Popa", "hu": None}


@pytest.mark.parametrize("language", REPORTS)
def test_english_words_claim_nothing(language: str) -> None:
    told = account(REPORTS[language], language)
    assert not [*told.contacts, *told.acts, *told.positions, *told.forecasts, *told.proposals]
    assert [figure.raw for figure in told.figures] == (["4%"] if language == "nl" else [])


@pytest.mark.parametrize("language", SAID)
def test_a_quotation_is_whose_name_stands_beside_it_or_nobodys(language: str) -> None:
    told = account(REPORTS[language], language)
    names = {actor.id: actor.name for actor in told.actors}
    assert [names.get(said.speaker or "") for said in told.statements] == [SAID[language]]


def test_names_are_those_that_a_given_name_shows() -> None:
    told = account(REPORTS["cs"], "cs")
    people = {actor.name for actor in told.actors if actor.kind == "person"}
    assert people == {"Tomáš Hruška", "Karel Novotný"}


def test_the_languages_that_are_read_are_those_with_lists() -> None:
    named = {file.name[:2] for file in (files("communique.read.data") / "tongues").iterdir()}
    assert languages() | {"en"} == READ
    assert named - {"gi"} == READ - {"en", "zh"}
