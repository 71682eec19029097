"""Dates in the other languages as their news print them: ranges, seasons, evenings, hours."""

from __future__ import annotations

import pytest

from communique.read.dates import find_dates
from communique.read.text import segment

#: A Wednesday.
PUBLISHED = "2031-05-14"


def values(language: str, text: str) -> list[tuple[str, str | None]]:
    whens = find_dates(text, segment(text, language), PUBLISHED, language=language)
    assert all(when.raw == when.evidence[0].of(text) for when in whens)
    return [(when.raw, when.value) for when in whens]


@pytest.mark.parametrize(
    ("language", "text", "first", "value"),
    [
        ("de", "Am Freitag, den 9. Mai 2031, kam er.", "Freitag, den 9. Mai 2031", "2031-05-09"),
        ("tr", "9 Mayıs 2031 Cuma günü geldi.", "9 Mayıs 2031 Cuma günü", "2031-05-09"),
        ("zh", "他于2031年5月9日星期五到达。", "2031年5月9日星期五", "2031-05-09"),
        ("ar", "وصل يوم ٩ مايو ٢٠٣١.", "٩ مايو ٢٠٣١", "2031-05-09"),
        ("ar", "وصل في أيار/مايو 2031.", "أيار/مايو 2031", "2031-05"),
        ("lt", "Jis atvyko gegužės pradžioje.", "gegužės pradžioje", "2031-05"),
        ("pl", "Przybył na początku maja.", "maja", "2031-05"),
        ("ru", "Он прибыл в начале мая.", "мая", "2031-05"),
        ("uk", "Він прибув на початку травня.", "травня", "2031-05"),
        ("be", "Ён прыбыў у пачатку мая.", "мая", "2031-05"),
        ("fr", "Il est arrivé mi-mai.", "mi-mai", "2031-05"),
        ("tr", "Mayıs ayında geldi.", "Mayıs ayında", "2031-05"),
        ("zh", "他5月初到达。", "5月初", "2031-05"),
    ],
)
def test_days_and_months(language: str, text: str, first: str, value: str) -> None:
    assert values(language, text) == [(first, value)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Zwischen dem 3. und 5. Mai 2031 tagen sie."),
        ("fr", "Ils siègent entre le 3 et le 5 mai 2031."),
        ("es", "Se reúnen entre el 3 y el 5 de mayo de 2031."),
        ("it", "Si riuniscono tra il 3 e il 5 maggio 2031."),
        ("pl", "Obradują między 3 a 5 maja 2031 roku, od 3 do 5 maja 2031 roku."),
        ("ru", "Они заседают с 3 по 5 мая 2031 года."),
        ("lt", "Jie posėdžiauja 2031 m. gegužės 3–5 d. ir ilsisi."),
        ("zh", "会议于2031年5月3日至5日举行。"),
    ],
)
def test_from_day_to_day(language: str, text: str) -> None:
    assert values(language, text)[-1][1] == "2031-05-03/2031-05-05"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am 3. und 5. Mai 2031 tagten sie."),
        ("fr", "Ils ont siégé les 3 et 5 mai 2031."),
        ("es", "Se reunieron el 3 y el 5 de mayo de 2031."),
        ("it", "Si sono riuniti il 3 e il 5 maggio 2031."),
        ("pl", "Obradowali 3 i 5 maja 2031 roku."),
        ("ru", "Они заседали 3 и 5 мая 2031 года."),
        ("uk", "Вони засідали 3 і 5 травня 2031 року."),
        ("tr", "3 ve 5 Mayıs 2031 tarihlerinde toplandılar."),
    ],
)
def test_two_days(language: str, text: str) -> None:
    assert [value for _, value in values(language, text)] == ["2031-05-03", "2031-05-05"]


@pytest.mark.parametrize(
    ("language", "text", "raw"),
    [
        ("de", "Am Montagabend kam er.", "Montagabend"),
        ("fr", "Il est venu lundi soir.", "lundi soir"),
        ("it", "È venuto lunedì sera.", "lunedì sera"),
        ("ru", "В понедельник вечером он приехал.", "понедельник вечером"),
        ("pl", "W poniedziałek wieczorem przyjechał.", "poniedziałek wieczorem"),
    ],
)
def test_the_evening_of_a_day(language: str, text: str, raw: str) -> None:
    assert values(language, text) == [(raw, "2031-05-12TEV")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Llegó esta mañana.", "2031-05-14TMO"),
        ("es", "Anoche llegó.", "2031-05-13TNI"),
        ("it", "È arrivato stamattina.", "2031-05-14TMO"),
        ("fr", "Il est arrivé ce matin.", "2031-05-14TMO"),
        ("ar", "وصل مساء أمس.", "2031-05-13TEV"),
        ("de", "Es begann um 10 Uhr.", "2031-05-14T10:00"),
        ("de", "Es begann um 10.30 Uhr.", "2031-05-14T10:30"),
        ("fr", "La séance a commencé à 10h30.", "2031-05-14T10:30"),
        ("it", "È cominciato alle 10.30.", "2031-05-14T10:30"),
        ("tr", "Görüşme saat 10.30'da başladı.", "2031-05-14T10:30"),
        ("pl", "Zaczęło się o godz. 10.30.", "2031-05-14T10:30"),
    ],
)
def test_hours_and_parts_of_the_day(language: str, text: str, value: str) -> None:
    assert [found for _, found in values(language, text)] == [value]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "Im Sommer 2031 endet es.", "2031-SU"),
        ("fr", "En été 2031 cela finira.", "2031-SU"),
        ("es", "En verano de 2031 terminará.", "2031-SU"),
        ("it", "Nell'estate 2031 finirà.", "2031-SU"),
        ("ru", "Летом 2031 года всё закончится.", "2031-SU"),
        ("pl", "Latem 2031 roku to się skończy.", "2031-SU"),
        ("de", "Bis Ende des Jahres ist es fertig.", "2031"),
        ("fr", "À la fin de l'année ce sera fait.", "2031"),
        ("es", "A finales de año estará hecho.", "2031"),
        ("ru", "До конца года всё будет готово.", "2031"),
        ("be", "Летась было інакш.", "2030"),
        ("de", "In den 1990er Jahren war es anders.", "199"),
        ("fr", "Dans les années 1990 c'était autrement.", "199"),
        ("it", "Negli anni '90 era diverso.", "199"),
        ("ru", "В 1990-х годах было иначе.", "199"),
        ("pl", "W latach 90. było inaczej.", "199"),
        ("ar", "قبل عامين كان الأمر مختلفا.", "2029"),
        ("lt", "Po trijų dienų jie grįžo.", "2031-05-17"),
        ("ru", "Разговор длился в течение двух часов.", "PT2H"),
        ("zh", "他们每周一开会。", "XXXX-WXX-1"),
    ],
)
def test_longer_and_shorter_times(language: str, text: str, value: str) -> None:
    assert [found for _, found in values(language, text)] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Guten Morgen, sagte sie."),
        ("fr", "Il a été reçu par la ministre."),
        ("es", "Dos barcos salieron."),
    ],
)
def test_words_that_only_look_like_times(language: str, text: str) -> None:
    assert values(language, text) == []
