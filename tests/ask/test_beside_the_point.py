"""Words that stand near what is asked for and tell something else."""

from __future__ import annotations

import pytest

from ask.one_report import check_first, record_of
from communique.service import Service

REPORT = """Norland and the ferry, 12 May 2031

Foreign Minister Mira Oduvan of Norland and Minister Tomas Helk of Sarovia met for three \
hours on Monday, their first meeting in more than a year. \
Helk's wife, Ana, left Norland in April. Nine of the fourteen members of the \
harbour board were in favour of the ferry, three voted against it and two abstained.

Transport Minister Jan Verle has been sheltering in a hotel since Sunday, and the row overshadows \
next week's summit. "If you ask me, the captain counts his money," Verle said. The lamps were \
switched off on Friday.

Spokeswoman Ines Brock: "They say that the crew was beaten." That is simply untrue.
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(REPORT, tmp_path_factory.mktemp("ferry"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("How long did Oduvan and Helk meet?", "three hours"),
        ("Were the lamps turned off?", "switched off"),
        ("When was Verle sheltering?", "Sunday"),
    ],
)
def test_what_is_told_in_other_words(service: Service, asked: str, words: str) -> None:
    check_first(service, asked, words)


def test_how_long_there_was_none_is_no_length(service: Service) -> None:
    reply = service.ask("How long did the meeting of Oduvan and Helk last?")
    assert [finding.value for finding in reply.findings] == ["PT3H"]


def test_of_several_figures_that_of_the_vote_asked_for(service: Service) -> None:
    assert service.ask("How many members voted against the ferry?").findings[0].value == "three"


def test_a_day_to_come_is_not_that_of_what_was_done(service: Service) -> None:
    values = {finding.value for finding in service.ask("When was Verle sheltering?").findings}
    assert "next week" not in values


@pytest.mark.parametrize(
    "asked",
    ["When did Helk leave Norland?", "What did Verle ask Helk for?", "Who is the king of Norland?"],
)
def test_what_is_near_is_no_answer(service: Service, asked: str) -> None:
    assert service.ask(asked).declined


TALKS = """Norland and the mine, 12 May 2031

A hundred miners were protesting outside the palace. The police detained eleven of them. A \
delegation led by Deputy Minister Ana Helk had visited Sarovia in April.

Is there another way? Norland will close the mine, Foreign Minister Mira Oduvan wrote to the \
council. Then the shafts would have to be flooded within a year, Minister Jan Verle said about \
what happens without an agreement. On Friday Tomas Brock left the President's party.
"""


@pytest.fixture(scope="module")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(TALKS, tmp_path_factory.mktemp("mine"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Who led the delegation to Sarovia?", "led by Deputy Minister Ana Helk"),
        ("Who left the President's party?", "Tomas Brock"),
        ("What will happen to the shafts without an agreement?", "flooded within a year"),
    ],
)
def test_it_is_told(talks: Service, asked: str, words: str) -> None:
    check_first(talks, asked, words)


def test_some_of_them_are_of_those_told_of_before(talks: Service) -> None:
    assert "eleven of them" in talks.ask("How many miners were detained?").findings[0].value


CALL = """Two presidents, 12 May 2031

On 2 May the President of Norland, Mira Oduvan, telephoned the President of Sarovia, Tomas Helk. \
Helk proposes to exchange all captives first. Oduvan would like to begin with the border.

Helk had asked her what she thought of the winter. "I said to him: 'The ice does not ask who is \
walking on it.' He answered: 'It asks my wife.'"

In April Helk had said that the corridor would be open by summer. It was opened on 9 May.
"""
LETTER = """A letter from Sarovia, 14 May 2031

"My colleague rang me at night," the envoy Jan Verle said. The President of Sarovia sent a letter \
to the miners on Monday.
"""


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("call")
    service = record_of(CALL, folder)
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    service.add([folder / "letter.txt"])
    return service


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("What did Helk answer to “The ice does not ask who is walking on it”?", "It asks my wife"),
        ("When was the corridor opened?", "9 May"),
        ("What did Helk send to the miners?", "sent a letter to the miners"),
    ],
)
def test_what_is_told_of_by_he_or_by_office(calls: Service, asked: str, words: str) -> None:
    check_first(calls, asked, words)


def test_what_another_wants_is_told_right_behind(calls: Service) -> None:
    reply = calls.ask("How do Helk and Oduvan differ on the captives?")
    words = " ".join(source.passage.text for f in reply.findings for source in f.sources)
    assert "exchange all captives first" in words
    assert "begin with the border" in words


def test_somebodys_own_call_is_not_that_of_the_presidents(calls: Service) -> None:
    values = {f.value for f in calls.ask("Who initiated the call between the presidents?").findings}
    assert "Jan Verle" not in values


DEBT = """The electricity row, 12 May 2031

Norland has cut the current to Sarovia. The measure had been announced in April. It became \
necessary because nothing had been paid since January. The debt stands at 400 million crowns. If \
half of the debt is paid by June, the flow will be restored.

Norland accused Sarovia of theft. Energy Minister Jan Verle of Sarovia denied it, saying that the \
lines were old. Commissioner Bruno Dahl has written to both. He plans to travel to Dale on Monday.

Ann Moss told President Helk that she would close the port to his ships. A paper was on the table. \
Nobody had seen it. The spokeswoman of the company, Ines Brock, declined to comment.

Commissioner Bruno Dahl rang his Norish friend, President Tomas Helk, at eight from the monastery \
of Saint Orban. The sailor Jan Orff, who was held in a prison in Dale for 107 days, is home.
"""


@pytest.fixture(scope="module")
def debt(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return record_of(DEBT, tmp_path_factory.mktemp("debt"))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Why did Norland cut the current?", "because nothing had been paid"),
        ("How high is the debt?", "400 million crowns"),
        ("What did Verle say about the accusation?", "denied it"),
        ("What did Moss threaten Helk with?", "close the port"),
        ("What did Brock say about the paper?", "declined to comment"),
        ("When is Dahl going to Dale?", "on Monday"),
    ],
)
def test_of_the_row(debt: Service, asked: str, words: str) -> None:
    check_first(debt, asked, words)


def test_silence_is_on_what_was_told_before(debt: Service) -> None:
    assert debt.ask("What did Brock say about the old lines?").declined


def test_a_saints_house_is_a_place_and_years_in_prison_are_a_length(debt: Service) -> None:
    check_first(debt, "From where did Dahl ring Helk?", "from the monastery of Saint Orban")
    check_first(debt, "How many days was Orff in prison?", "107 days")
