"""One call, told by reports in many languages, is one contact with its accounts side by side."""

from __future__ import annotations

import pytest

from communique.service import Service, every
from communique.settings import load

_CALL = {
    "en.txt": """May 14, 2031

President Bogdan Karimov of Uzbekistan spoke by telephone with Polish Prime Minister Tomasz
Belinski on 13 May. They discussed grain exports.
""",
    "ru.txt": """13 мая 2031 года состоялся телефонный разговор Президента Узбекистана Богдана
Каримова с Премьер-министром Польши Томашем Белинским. Разговор прошёл по инициативе польской
стороны. Обсуждался экспорт зерна.
""",
    "pl.txt": """13 maja 2031 roku premier Polski Tomasz Belinski rozmawiał telefonicznie
z prezydentem Uzbekistanu Bogdanem Karimowem. Tematem rozmowy był eksport zboża.
""",
    "lt.txt": """2031 m. gegužės 13 d. Uzbekistano prezidentas Bogdanas Karimovas telefonu
kalbėjosi su Lenkijos ministru pirmininku Tomaszu Belinskiu. Aptartas grūdų eksportas.
""",
    "de.txt": """Der polnische Ministerpräsident Tomasz Belinski hat am 13. Mai 2031 mit dem
usbekischen Präsidenten Bogdan Karimow telefoniert. Sie sprachen über den Export von Getreide.
""",
    "tr.txt": """Özbekistan Cumhurbaşkanı Bogdan Kerimov, 13 Mayıs 2031'de Polonya Başbakanı
Tomasz Belinski ile telefonda görüştü. Görüşmede tahıl ihracatı ele alındı.
""",
    "ar.txt": """أجرى رئيس أوزبكستان بوغدان كريموف اتصالا هاتفيا مع رئيس الوزراء البولندي
توماش بيلينسكي يوم 13 مايو 2031. وبحث الجانبان صادرات الحبوب.
""",
    "zh.txt": "2031年5月13日，乌兹别克斯坦总统博格丹·卡里莫夫与波兰总理托马什·贝林斯基通电话。"
    "双方讨论了粮食出口问题。\n",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in _CALL.items():
        (folder / name).write_text(text, "utf-8")
    made = Service(load(record=str(folder / "talks.sqlite"), reader="rules"))
    assert made.add([str(folder / name) for name in _CALL]).added == len(_CALL)
    return made


def test_those_who_spoke_are_one_person_each(service: Service) -> None:
    persons = [row.reports for row in every(service.actors) if row.kind == "person"]
    assert persons == [len(_CALL), len(_CALL)]


def test_the_call_is_one_contact_with_all_accounts(service: Service) -> None:
    (found,) = service.contacts_compared()
    assert {row.report.label for row in found.accounts} == set(_CALL)
    assert {row.kind for row in found.accounts} == {"call"}
    assert {row.date.value for row in found.accounts if row.date} == {"2031-05-13"}


def test_its_states_have_one_name(service: Service) -> None:
    states = {row.name: row.reports for row in every(service.actors) if row.kind == "state"}
    assert states == {"Uzbekistan": len(_CALL), "Poland": len(_CALL)}


def test_a_question_in_english_is_answered_by_all(service: Service) -> None:
    reply = service.ask("Who initiated the call between Karimov and Belinski?")
    assert [finding.value for finding in reply.findings] == ["Poland"]


_MEETING = {
    "en.txt": """May 15, 2031

President Oleg Stavrin of Veloria met Polish Prime Minister Tomasz Belinski in Warsaw on 14 May.
""",
    "uk.txt": """14 травня 2031 року Президент Велорії Олег Ставрін зустрівся у Варшаві
з Прем'єр-міністром Польщі Томашем Белінським.
""",
    "pl.txt": """14 maja 2031 roku prezydent Velorii Oleg Stawrin spotkał się w Warszawie
z premierem Polski Tomaszem Belinskim.
""",
}


def test_a_state_that_no_list_knows_and_a_city_are_one_across_scripts(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in _MEETING.items():
        (folder / name).write_text(text, "utf-8")
    made = Service(load(record=str(folder / "talks.sqlite"), reader="rules"))
    made.add([str(folder / name) for name in _MEETING])
    (found,) = made.contacts_compared()
    assert {row.report.label for row in found.accounts} == set(_MEETING)
    names = {row.name: row.reports for row in every(made.actors)}
    assert names["Veloria"] == len(_MEETING)
