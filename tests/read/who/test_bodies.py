"""Ministries and press services, ships and agencies, and people who are only sources."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "The Polish foreign ministry denied it. The ministry was angry.",
            ["The Polish foreign ministry", "The ministry"],
        ),
        ("Poland’s Foreign Ministry agreed.", ["Poland’s Foreign Ministry"]),
        ("The Foreign Ministry of Poland agreed.", ["The Foreign Ministry of Poland"]),
    ],
)
def test_a_ministry_is_a_body_of_its_state(read: Any, text: str, mentions: list[str]) -> None:
    met = read(text)
    body = next(a for a in met.cast.actors.values() if a.kind == "organisation")
    assert [span.of(text) for span in body.mentions] == mentions
    assert [title.casefold() for title, _ in met.offices(body.name)] == ["foreign ministry"]
    assert met.cast.states[body.id] == "PL"


def test_a_press_service_is_no_person(read: Any) -> None:
    names = read("The press service of the leader said the talks went well.").names
    assert names == {"press service": "organisation"}


def test_a_press_secretary_serves_the_state_of_whom_he_serves(read: Any) -> None:
    text = "“No,” said Ewa Lis, press secretary of Polish President Jan Mroz."
    assert read(text).offices("Ewa Lis") == [("press secretary", "Poland")]


def test_what_ships_and_agencies_are_called_is_no_person(read: Any) -> None:
    text = "The barge Ada sank. The agency Belnova reported it, and then Belnova said no more."
    assert read(text).names == {"Belnova": "organisation"}


def test_unnamed_sources_are_groups(read: Any) -> None:
    names = read("Officials said no. Both envoys and experts agreed.").names
    assert names == {"Officials": "group", "Both envoys and experts": "group"}


def test_a_judge_is_no_minister(read: Any) -> None:
    met = read("Polish Minister Jan Mroz met Ewa Lis. The judge of Poland spoke.")
    assert met.mentions("Jan Mroz") == ["Jan Mroz"]


def test_the_publishers_state_goes_to_the_holder_that_opens_its_report(read: Any) -> None:
    from communique.read.text import segment, tokenize
    from communique.read.who import build_cast

    text = "Prime Minister Ewa Lis called President Lars Dahl of Norway."
    sentences = segment(text, "en")
    tokens = tokenize(text, sentences)
    cast = build_cast(text, sentences, tokens, credits=("Government of Poland",))
    of = [office.of or "" for office in cast.actors["a1"].offices]
    assert [cast.actors[state].name for state in of] == ["Poland"]


def test_what_somebody_is_chief_of_is_an_organisation(read: Any) -> None:
    names = read("The CEO of Halberd, Ann Lee, left. Halberd signed, and Halberd paid.").names
    assert names == {"Ann Lee": "person", "Halberd": "organisation"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The National Security Council met.", ["National Security Council"]),
        ("The Eastern Seas Forum and the Small Ports Administration agreed.", None),
        ("The Council of Salt Advisers met.", ["Council of Salt Advisers"]),
        ("The Office of Harbour Justice agreed.", ["Office of Harbour Justice"]),
        ("The Circuit Court of Varn on Tuesday agreed.", ["Circuit Court of Varn"]),
        ("The New Democratic Party won.", ["New Democratic Party"]),
    ],
)
def test_the_name_of_a_body_is_whole(read: Any, text: str, names: list[str] | None) -> None:
    expected = names or ["Eastern Seas Forum", "Small Ports Administration"]
    assert list(read(text).names) == expected


def test_democratic_opens_no_body_before_the_senate(read: Any) -> None:
    names = list(read("Democratic Senate candidates came.").names)
    assert names == ["Democratic Senate candidates", "Senate"]


def test_the_government_of_a_state_is_the_state(read: Any) -> None:
    met = read("The Government of Peru thanked Special Envoy of the Government of Chile Ana Ruiz.")
    assert met.names == {"Peru": "state", "Chile": "state", "Ana Ruiz": "person"}
    assert met.offices("Ana Ruiz") == [("Special Envoy", "Chile")]


@pytest.mark.parametrize(
    "text",
    ["The FDX-approved drug was sold.", "In FY31 they met at COP99.", "Emergent BioSoft came."],
)
def test_codes_compounds_and_firms_are_no_persons(read: Any, text: str) -> None:
    assert "person" not in read(text).names.values()


def test_peoples_and_stations_are_no_persons(read: Any) -> None:
    met = read("A Norvian-American owner told WPQR-TV of it. Treasurer Ann Lee of San Diego came.")
    assert {n for n, kind in met.names.items() if kind == "person"} == {"Ann Lee"}


def test_a_name_behind_what_an_office_is_of_is_no_part_of_it(read: Any) -> None:
    met = read("Secretary of Ports and Salt Jan Mroz, and Governor Ann Lee, came.")
    assert all("Mroz" not in (of or "") for _, of in met.offices("Ann Lee"))


def test_a_ministry_that_speaks_is_that_of_foreign_affairs(read: Any) -> None:
    met = read("The Ministry of Foreign Affairs of Chile met. The Ministry said it would protest.")
    assert met.mentions("Ministry of Foreign Affairs of Chile")[-1] == "The Ministry"


def test_the_commission_is_the_one_that_is_known(read: Any) -> None:
    met = read("The European Commission opened talks. The Commission said they would be short.")
    assert met.mentions("European Commission")[-1] == "Commission"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Council’s envoy left. The Council said so. She asked the Security Council.",
            {"Council", "Security Council"},
        ),
        (
            "The Board’s envoy left. The Board said so. The Lake Board was not there.",
            {"Board", "Lake Board"},
        ),
        ("The Lake Board met. The Board’s envoy left. The Board said so.", {"Lake Board"}),
        ("The Board met. The Lake Board said so, and the Lake Board is glad.", {"Lake Board"}),
    ],
)
def test_a_body_told_again_and_again_before_another_is_named_in_full(
    read: Any, text: str, names: set[str]
) -> None:
    bodies = {name for name, kind in read(text).names.items() if kind == "organisation"}
    assert bodies == names


def test_a_programme_named_after_somebody_is_not_that_person(read: Any) -> None:
    text = "President Ruiz left. Last year the Ruiz Harbour Moonshot announced a service."
    assert read(text).names == {"Ruiz": "person"}


@pytest.mark.parametrize("place", ["Port Anna", "Fort Ellen", "Mount Marta"])
def test_a_place_with_a_given_name_in_it_is_nobody(read: Any, place: str) -> None:
    assert read(f"She will fly to {place} on Thursday, and then to {place} again.").names == {}
