from typing import Any

import pytest


@pytest.mark.parametrize(
    ("lead", "behind", "name", "office"),
    [
        (
            "Chile's foreign minister said on Monday that the talks had been frank.",
            '"We did not promise anything," Ann Lee told reporters.',
            "Ann Lee",
            ("foreign minister", "Chile"),
        ),
        (
            "PORT AZUL (NTA) - Kastria's prime minister on Monday called for a truce.",
            "Bo Lind said the shelling had to end.",
            "Bo Lind",
            ("prime minister", "Kastria"),
        ),
        (
            "A Peruvian opposition leader was jailed on Monday.",
            "Bo Lind was convicted of treason.",
            "Bo Lind",
            ("opposition leader", "Peru"),
        ),
    ],
)
def test_who_is_named_behind_the_lead_holds_its_office(
    read: Any, lead: str, behind: str, name: str, office: tuple[str, str]
) -> None:
    met = read(f"{lead}\n\n{behind}\n")
    assert met.offices(name) == [office]
    assert [n for n, kind in met.names.items() if kind == "person"] == [name]


@pytest.mark.parametrize(
    "behind",
    [
        "Ann Lee, a fisherman, said she was glad.",  # told who she is
        "Prime Minister Ann Lee said she was glad.",
        "The crowd cheered Ann Lee.",  # no subject
        "Lee said she was glad.",  # the family name alone
    ],
)
def test_others_who_are_named_behind_the_lead_do_not(read: Any, behind: str) -> None:
    met = read(f"Chile's foreign minister spoke on Monday.\n\n{behind}\n")
    assert "Chile's foreign minister" in met.names


def test_a_holder_who_is_named_elsewhere_keeps_the_office(read: Any) -> None:
    met = read(
        "Chile's foreign minister spoke on Monday.\n\nAnn Lee said she was glad. "
        "Foreign Minister Bo Lind of Chile left.\n"
    )
    assert met.offices("Bo Lind") == [("Foreign Minister", "Chile")]
    assert met.offices("Ann Lee") == []


def test_a_party_behind_the_word_opposition_is_no_person(read: Any) -> None:
    met = read("The opposition Green Alliance called for a vote. Its leader, Ann Lee, left.")
    assert met.names["Green Alliance"] == "organisation"
