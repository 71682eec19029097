"""The core of temporal expressions in the other languages."""

from __future__ import annotations

import pytest

from communique.read.dates import find_dates, known_languages
from communique.read.dates.lexicon import language_of
from communique.read.text import segment

#: Classes of a sentence that are told by its figures, or by two words of one table.
COUNTED = frozenset({"figure", "face", "tenth", "amounts", "months", "units"})
#: A Wednesday.
PUBLISHED = "2031-05-14"
DAY, YESTERDAY, MONDAY, LAST_WEEK, AGO = (
    "2030-10-24",
    "2031-05-13",
    "2031-05-12",
    "2031-W19",
    "2029",
)

CASES = {
    "ru": "Встреча прошла 24 октября 2030 года. Вчера он уехал. В понедельник он вернулся. "
    "На прошлой неделе шёл дождь. Два года назад было иначе.",
    "uk": "Зустріч відбулася 24 жовтня 2030 року. Учора він поїхав. У понеділок він повернувся. "
    "Минулого тижня йшов дощ. Два роки тому було інакше.",
    "be": "Сустрэча адбылася 24 кастрычніка 2030 года. Учора ён паехаў. У панядзелак ён вярнуўся. "
    "На мінулым тыдні ішоў дождж. Два гады таму было інакш.",
    "pl": "Spotkanie odbyło się 24 października 2030 roku. Wczoraj wyjechał. "
    "W poniedziałek wrócił. W zeszłym tygodniu padało. Dwa lata temu było inaczej.",
    "lt": "Susitikimas įvyko 2030 m. spalio 24 d. Vakar jis išvyko. Pirmadienį jis grįžo. "
    "Praėjusią savaitę lijo. Prieš dvejus metus buvo kitaip.",
    "de": "Das Treffen fand am 24. Oktober 2030 statt. Gestern reiste er ab. Am Montag kam er. "
    "Letzte Woche regnete es. Vor zwei Jahren war es anders.",
    "fr": "La rencontre a eu lieu le 24 octobre 2030. Hier il est parti. Lundi il est revenu. "
    "Il a plu la semaine dernière. Il y a deux ans c'était autre chose.",
    "es": "La reunión fue el 24 de octubre de 2030. Ayer se fue. El lunes volvió. "
    "Llovió la semana pasada. Hace dos años era otra cosa.",
    "it": "L'incontro si è tenuto il 24 ottobre 2030. Ieri è partito. Lunedì è tornato. "
    "La settimana scorsa pioveva. Due anni fa era diverso.",
    "tr": "Görüşme 24 Ekim 2030'da yapıldı. Dün gitti. Pazartesi döndü. "
    "Geçen hafta yağmur yağdı. İki yıl önce başkaydı.",
    "zh": "会谈于2030年10月24日举行。昨天他走了。星期一他回来了。上周下雨。两年前不是这样。",
}


@pytest.mark.parametrize("language", sorted(CASES))
def test_the_core(language: str) -> None:
    text = CASES[language]
    found = find_dates(text, segment(text, language), PUBLISHED, language=language)
    assert [when.value for when in found] == [DAY, YESTERDAY, MONDAY, LAST_WEEK, AGO]
    assert [when.raw for when in found] == [when.evidence[0].of(text) for when in found]


def test_arabic() -> None:
    text = "عقد الاجتماع في 24 أكتوبر 2030. غادر أمس. عاد يوم الاثنين. قبل ثلاث سنوات."
    found = find_dates(text, segment(text, "ar"), PUBLISHED, language="ar")
    assert [when.value for when in found] == [DAY, YESTERDAY, MONDAY, "2028"]


@pytest.mark.parametrize("language", known_languages())
def test_every_language_names_twelve_months_and_seven_weekdays(language: str) -> None:
    tables = language_of(language).tables
    assert set(tables["month"].values()) == set(range(1, 13))
    assert set(tables["weekday"].values()) == set(range(1, 8))


@pytest.mark.parametrize("language", known_languages())
def test_every_rule_has_a_reading_and_can_fire(language: str) -> None:
    from communique.read.dates.find import READINGS

    known = language_of(language)
    classes = COUNTED.union(*known.cues.values())
    assert {rule.gives for rule in known.rules} <= READINGS.keys()
    assert all(rule.on & classes for rule in known.rules)
    assert all(rule.needs <= classes for rule in known.rules)


def test_the_classes_of_a_sentence() -> None:
    english = language_of("en")
    assert english.classes("Nobody came.") & COUNTED == set()
    assert english.classes("It began at 10:35 in the 1990s.") >= {"figure", "face", "tenth"}
    assert english.classes("From 3 May to 2 June.") >= {"amounts", "months"}
    assert english.classes("A year and three months.") >= {"units"}
    assert not english.classes("In May, for two years.") & {"months", "units", "amounts"}


def test_an_unknown_language_is_read_with_the_english_rules() -> None:
    assert language_of("xx-YY").code == "en"
    assert language_of("core").code == "en"
