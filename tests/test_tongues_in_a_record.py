"""Reports in several languages in one record: who is one, and questions in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.cli.add import also_in_lines
from communique.service import Service, every
from communique.settings import load

_REPORTS = {
    "ru.txt": """Телефонный разговор с Президентом Лирвии Тимуром Осканом

12 марта 2031 года

По инициативе лирвийской стороны состоялся телефонный разговор Президента Казахстана
Данияра Сапарова с Президентом Лирвии Тимуром Осканом. Обсуждались поставки угля и
ремонт моста. Данияр Сапаров поблагодарил Тимура Оскана за освобождение 14 рыбаков.
Венгрия предложила провести переговоры.
""",
    "de.txt": """Saparow empfängt Minister

Wien (13. März 2031) – Der kasachische Präsident Danijar Saparow hat am Donnerstag den
Präsidenten von Lirvia, Timur Oskan, in Astana empfangen. In Lirvia wurde das begrüßt.
""",
    "en.txt": """March 14, 2031

President Daniyar Saparov of Kazakhstan met with President Timur Oskan of Lirvia in Astana.
The two presidents discussed fisheries.
""",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in _REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    record: Path = folder / "talks.sqlite"
    service = Service(load(record=str(record), reader="rules"))
    summary = service.add([str(folder / name) for name in _REPORTS])
    assert summary.added == 3
    return service


def test_names_join_across_scripts_and_cases(service: Service) -> None:
    persons = {row.name: row.reports for row in every(service.actors) if row.kind == "person"}
    assert sorted(persons.values()) == [3, 3], persons


def test_questions_in_english_are_answered_from_russian(service: Service) -> None:
    reply = service.ask("Who initiated the call between Saparov and Oskan?")
    assert [(f.slot, f.value) for f in reply.findings] == [("initiator", "Lirvia")]


def test_a_state_is_found_by_its_english_name(service: Service) -> None:
    reply = service.ask("What did Hungary propose?")
    assert not reply.declined
    assert reply.findings[0].value == "провести переговоры"


def test_adding_says_which_reports_are_in_two_languages(tmp_path: Path) -> None:
    release = """The ministers met in Lutha on Monday. They agreed to open the bridge in May.

Les ministres se sont rencontrés lundi à Lutha. Ils ont convenu d'ouvrir le pont en mai.
"""
    (tmp_path / "both.txt").write_text(release, "utf-8")
    service = Service(load(record=str(tmp_path / "r.sqlite"), reader="rules"))

    summary = service.add([str(tmp_path)])

    assert summary.also_in == {"fr": 1}
    assert list(also_in_lines(summary.also_in)) == [
        "1 report tells about as much in another language (fr), which is not read"
    ]
