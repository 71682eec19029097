"""Speech as reports of other languages set it: their marks, and tags inside the marks."""

from __future__ import annotations

import time

import pytest

from communique.model import Claims, Report, account_of, body_id, publication_id, verify_account
from communique.read.rules import RuleReader
from communique.read.speech.find import find_quoted
from communique.read.text import paragraphs


def said(language: str, text: str) -> list[tuple[str, str | None, list[str]]]:
    """Form, the words that name the speaker, and the content, of each statement."""
    body = body_id(text)
    report = Report(id=body, publication=publication_id(body), text=text, language=language)
    (reading,) = RuleReader().read([report])
    verify_account(account_of(reading, Claims()))
    return [
        (
            s.form,
            " ".join(span.of(text) for span in s.source) or None,
            [span.of(text) for span in s.content],
        )
        for s in reading.statements
        if s.parent is None
    ]


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        (
            "de",
            "„Die Fähre fährt“, sagte Ministerin Lena Marsch am Montag. „Wir sind bereit.“\n",
            "Ministerin Lena Marsch",
            ["Die Fähre fährt", "Wir sind bereit."],
        ),
        ("de", "„Die Fähre“, so Marsch, „wird fahren.“\n", "Marsch", ["Die Fähre", "wird fahren."]),
        ("de", "»Die Fähre fährt«, betonte Lena Marsch.\n", "Lena Marsch", ["Die Fähre fährt"]),
        (
            "fr",
            "« Le ferry partira », a déclaré la ministre Lena Marche. « Tout est prêt. »\n",
            "la ministre Lena Marche",
            ["Le ferry partira", "Tout est prêt."],
        ),
        (
            "fr",
            "« Le ferry partira », s'est réjoui le ministre norvélien des Ports, Luc Marche.\n",
            "le ministre norvélien des Ports, Luc Marche",
            ["Le ferry partira"],
        ),
        (
            "es",
            "«El ferry saldrá», ha zanjado este lunes la ministra de Puertos, Lena Marcos.\n",
            "la ministra de Puertos, Lena Marcos",
            ["El ferry saldrá"],
        ),
        (
            "it",
            "«Il traghetto partirà», le parole della ministra dei Porti, Lena Marchi.\n",
            "ministra dei Porti, Lena Marchi",
            ["Il traghetto partirà"],
        ),
        ("fr", "« Le ferry, a-t-elle dit, partira. »\n", "elle", ["Le ferry", "partira."]),
        ("fr", "« Le ferry partira, dit-il, et vite. »\n", "il", ["Le ferry partira", "et vite."]),
        (
            "ru",
            "«Паром пойдёт, — заявила министр Елена Марш в среду. — Команда готова».\n",
            "министр Елена Марш",
            ["Паром пойдёт,", "Команда готова"],
        ),
        (
            "ru",
            "— Паром пойдёт, — сказал Карл Линд, — и скоро.\n",
            "Карл Линд",
            ["Паром пойдёт,", "и скоро."],
        ),
        (
            "uk",
            "«Пором піде, — заявила міністерка Олена Марш. — Команда готова».\n",
            "міністерка Олена Марш",
            ["Пором піде,", "Команда готова"],
        ),
        (
            "be",
            "«Паром пойдзе, — сказаў Карл Лінд, — і хутка».\n",
            "Карл Лінд",
            ["Паром пойдзе,", "і хутка"],
        ),
        (
            "es",
            "—El ferry zarpará —dijo Carlos Lindo—, y pronto.\n",
            "Carlos Lindo",
            ["El ferry zarpará", "y pronto."],
        ),
        (
            "es",
            "«El ferry zarpará», dijo la ministra Elena Marsa el lunes.\n",
            "la ministra Elena Marsa",
            ["El ferry zarpará"],
        ),
        (
            "it",
            "“Il traghetto - ha aggiunto Carlo Lindi - partirà”.\n",
            "Carlo Lindi",
            ["Il traghetto", "partirà"],
        ),
        (
            "pl",
            "– Prom odpłynie – powiedział Karol Lind. – Załoga jest gotowa.\n",
            "Karol Lind",
            ["Prom odpłynie", "Załoga jest gotowa."],
        ),
        (
            "pl",
            "„Prom odpłynie” – powiedziała minister Elena Marsz. „Mamy załogę”.\n",
            "minister Elena Marsz",
            ["Prom odpłynie", "Mamy załogę"],
        ),
        (
            "lt",
            "„Keltas išplauks“, – sakė ministrė Elena Marš. „Įgula pasirengusi.“\n",
            "ministrė Elena Marš",
            ["Keltas išplauks", "Įgula pasirengusi."],
        ),
        ("tr", "Bakan Lind, “Feribot kalkacak” dedi.\n", "Bakan Lind", ["Feribot kalkacak"]),
        (
            "tr",
            "Lind, şunları söyledi: “Feribot kalkacak. Hazırız.”\n",
            "Lind",
            ["Feribot kalkacak. Hazırız."],
        ),
        ("ar", "«العبارة ستبحر»، قال كارل ليند.\n", "كارل ليند", ["العبارة ستبحر"]),
        (
            "ar",
            'قالت الوزيرة لينا مارش: "العبارة ستبحر".\n',
            "الوزيرة لينا مارش",
            ["العبارة ستبحر"],
        ),
        (
            "zh",
            "林娜部长说：“渡轮五月起航。船员准备好了。”\n",
            "林娜部长",
            ["渡轮五月起航。船员准备好了。"],
        ),
        ("zh", "“渡轮起航，”林娜部长说，“很快。”\n", "林娜部长", ["渡轮起航，", "很快。"]),
    ],
)
def test_marks_and_tags(language: str, text: str, source: str, content: list[str]) -> None:
    assert said(language, text) == [("direct", source, content)]


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        (
            "fr",
            "Luc Marche a affirmé lundi, lors d'une visite du port, que le ferry partirait.\n",
            "Luc Marche",
            ["que le ferry partirait"],
        ),
        (
            "fr",
            "Pour le chef du port, Luc Marche, « le ferry partira ».\n",
            "le chef du port, Luc Marche",
            ["le ferry partira"],
        ),
        (
            "es",
            "Según la ministra de Puertos, Lena Marcos, el ferry saldrá.\n",
            "la ministra de Puertos, Lena Marcos",
            ["el ferry saldrá"],
        ),
        (
            "it",
            "Il traghetto partirà, ha indicato il capo del porto, Luca Marchi.\n",
            "il capo del porto, Luca Marchi",
            ["Il traghetto partirà"],
        ),
        (
            "it",
            "A detta dell'ambasciatore Luca Marchi, il traghetto partirà.\n",
            "ambasciatore Luca Marchi",
            ["il traghetto partirà"],
        ),
    ],
)
def test_who_says_what_is_not_all_in_marks(
    language: str, text: str, source: str, content: list[str]
) -> None:
    assert [(one[1], one[2]) for one in said(language, text)] == [(source, content)]


@pytest.mark.parametrize(
    ("language", "text", "inner"),
    [
        ("de", "„Er sagte mir: ‚Wir fahren nicht‘“, berichtete Lena Marsch.\n", "Wir fahren nicht"),
        ("fr", "« Il m'a dit : “Nous restons” », raconte Lena Marche.\n", "Nous restons"),
        ("ru", "Карл Линд: «Он сказал мне: „Мы не пойдём“».\n", "Мы не пойдём"),
        ("pl", "Karol Lind zaznaczył: „Powiedział mi: «Zostajemy»”.\n", "Zostajemy"),
        ("zh", "林娜部長說：「他告訴我：『我們不走』。」\n", "我們不走"),
    ],
)
def test_speech_told_inside_speech(language: str, text: str, inner: str) -> None:
    body = body_id(text)
    report = Report(id=body, publication=publication_id(body), text=text, language=language)
    (reading,) = RuleReader().read([report])
    told = [s for s in reading.statements if s.parent is not None and s.form == "direct"]
    assert [s.content[0].of(text) for s in told] == [inner]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "« Tout est prêt. » Selon Karl Lind, le port est fermé.\n", "le port est fermé"),
        ("en", "“We sail.” According to Karl Lind, the port is shut.\n", "the port is shut"),
        ("pl", "Zdaniem Eleny Marsz port jest zamknięty.\n", "port jest zamknięty"),
        ("lt", "„Viskas gerai.“ Pasak Karlo Lindo, uostas uždarytas.\n", "uostas uždarytas"),
    ],
)
def test_according_to_somebody_is_a_sentence_of_its_own(
    language: str, text: str, expected: str
) -> None:
    reported = [(s, content) for form, s, content in said(language, text) if form == "indirect"]
    assert [content for _, content in reported] == [[expected]]
    direct = [source for form, source, _ in said(language, text) if form == "direct"]
    assert direct in ([], [None])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“A fork — assure the crew — is a spoon,” Ann Orr said.\n"),
        ("ru", "Карл Линд сказал: «Паром — это мост, — и мы его строим».\n"),
        ("de", "Lena Marsch sagte: „Die Fähre – ein Schiff – wird fahren.“\n"),
        ("fr", "Lena Marche a dit : « Le ferry, vieux, rouge, partira. »\n"),
    ],
)
def test_dashes_and_commas_that_hold_no_tag_cut_nothing(language: str, text: str) -> None:
    assert [len(content) for _, _, content in said(language, text)] == [1]


def test_a_tag_of_an_inner_quotation_does_not_cut_the_outer_one() -> None:
    text = "Карл Линд: «Было так. „Паром, — сказал я, — идёт“, и он пошёл».\n"
    ((_, source, content),) = said("ru", text)
    assert source == "Карл Линд"
    assert content == ["Было так. „Паром, — сказал я, — идёт“, и он пошёл"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "«" + "Паром, — сказал Линд, — и " * 5_000 + "идёт».\n"),
        ("ru", "— " + "Паром, — сказал Линд, — и " * 5_000 + "идёт.\n"),
        ("fr", "« " + "Le ferry, dit-il, et " * 5_000 + "partira ».\n"),
        ("es", "—" + "El ferry —dijo Lindo—, y " * 5_000 + "zarpará.\n"),
        ("ru", "«" * 3_000 + "Паром, — сказал Линд, — идёт" + "»" * 3_000 + "\n"),
        ("es", "—\n" * 5_000),
    ],
    ids=["inside marks", "dashes", "commas", "no blanks", "nested", "empty"],
)
def test_many_tags_take_little_time(language: str, text: str) -> None:
    begun = time.process_time()
    find_quoted(text, paragraphs(text), language)
    assert time.process_time() - begun < 4
