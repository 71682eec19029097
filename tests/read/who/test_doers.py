"""Who does and says things without a name or an office."""

from typing import Any

import pytest

FOUND = [
    ("Critics accused the premier of haste.", ["Critics"]),
    ("Elected officials in and around Varn warned the guards.", ["Elected officials"]),
    ("Lawyers for the settlers filed a suit.", ["Lawyers", "the settlers"]),
    ("Tarvenian exiles gathered. The exiles want a vote.", ["Tarvenian exiles"]),
    ("A harbour appeals court refused to hear it.", ["A harbour appeals court"]),
    ("A group of Varn lawmakers introduced a bill.", ["A group of Varn lawmakers"]),
    ("Most voters in the valley want a vote.", ["Most voters"]),
    ("But most Democrats back it.", ["most Democrats"]),
    ("While critics argue, a harbour court Monday refused.", ["critics", "a harbour court"]),
    ("The cabinet exhorted citizens who wait.", ["The cabinet", "citizens"]),
    ("Yet liberal Democrats wait.", ["liberal Democrats"]),
    ("To mollify settlers who wait, the mayor sang.", ["settlers"]),
    ("Ann Lee said that harbour critics were tired.", ["harbour critics"]),
    ("A rule that covers settlers who wait is old.", ["settlers"]),
    ("Mr. Roe's campaign said no.", ["Mr. Roe's campaign"]),
    ("Salt experts, settlers and others said no.", ["Salt experts", "settlers"]),
]
UNTOLD = [
    "Some 56 percent of the farmers said no.",  # a figure counts these
    "He met hundreds of refugees.",
    "He urged better wages for harbour court clerks.",
    "The police station burnt down.",
    "Students for Quiet Seas, a charity, sang.",
    "No exiles came.",
    "He saw workers and left.",
    "It was a matter for the court.",
    "The campaign has two phases.",
    "A salt campaign began in May.",
    "These are events the Quay Club hosts with joy.",
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_who_acts_without_a_name_is_a_group(read: Any, text: str, names: list[str]) -> None:
    groups = [name for name, kind in read(text).names.items() if kind == "group"]
    assert groups == names


def test_the_exiles_are_those_told_of_before(read: Any) -> None:
    met = read("Tarvenian exiles gathered in Varn. The exiles said they would stay.")
    assert met.mentions("Tarvenian exiles") == ["Tarvenian exiles", "The exiles"]
    assert met.pronouns("Tarvenian exiles") == ["they"]


@pytest.mark.parametrize("text", UNTOLD)
def test_nouns_of_things_and_of_names_are_nobody(read: Any, text: str) -> None:
    assert "group" not in read(text).names.values()


POINTED = [
    ("Lind Corp. closed a mill. The company said it was tired.", True),
    ("Lind Corp. closed a mill. Roe Corp. sold it. The company said it was tired.", False),
    ("The Salt Committee met. The company said it was tired.", False),
    ("Lind Corp. rose. Lind Corp. fell. It was May. It rained. It snowed. Roe Corp. sang. "
     "The company said it was tired.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tied"), POINTED)
def test_the_company_is_the_only_one_told_of(read: Any, text: str, tied: bool) -> None:
    told = [a.name for a in read(text).cast.actors.values() if a.kind == "group"]
    assert told == ([] if tied else ["The company"])
