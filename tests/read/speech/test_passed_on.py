"""What one says that another said: who speaks, to whom, and in whose telling."""

from time import process_time

import pytest

from communique.model import Report, Statement, body_id
from communique.read.rules import RuleReader

Told = tuple[str | None, str | None, str, str | None]


def chain(text: str) -> list[Told]:
    """Return speaker, listener, content and teller of the statements of ``text``."""
    report = Report(id=body_id(text), publication="p", text=text, language="en")
    reading = next(iter(RuleReader().read([report])))
    names: dict[str | None, str] = {actor.id: actor.name for actor in reading.actors}
    speakers = {one.id: names.get(one.speaker) for one in reading.statements}

    def words(one: Statement) -> str:
        return " ".join(span.of(text) for span in one.content)

    return [
        (
            names.get(one.speaker),
            names.get(one.addressee),
            words(one),
            speakers.get(one.parent or ""),
        )
        for one in reading.statements
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ana Devi came. She said the water was safe, according to the UN. She added that more "
            "tents would come.",
            [
                ("United Nations", None, "She said the water was safe", None),
                ("Ana Devi", None, "the water was safe", "United Nations"),
                ("Ana Devi", None, "that more tents would come", None),
            ],
        ),
        (
            "Rosa Linde said she had been told by Tom Reed that the talks had failed.",
            [
                (
                    "Rosa Linde",
                    None,
                    "she had been told by Tom Reed that the talks had failed",
                    None,
                ),
                ("Tom Reed", "Rosa Linde", "that the talks had failed", "Rosa Linde"),
            ],
        ),
        (
            "Ilse Brandt quoted Oru Tassel as saying that he would never resign.",
            [
                ("Ilse Brandt", None, "Oru Tassel as saying that he would never resign", None),
                ("Oru Tassel", None, "that he would never resign", "Ilse Brandt"),
            ],
        ),
        (
            "Oru Tassel said, citing Ana Devi, that the port would open in May.",
            [("Oru Tassel", None, "that the port would open in May", None)],
        ),
        (
            "Oru Tassel said on Friday, citing a report, that the port would open.",
            [("Oru Tassel", None, "that the port would open", None)],
        ),
        (
            "Ana Devi said that, according to Oru Tassel, the deal was dead.",
            [
                ("Ana Devi", None, "that, according to Oru Tassel, the deal was dead", None),
                ("Oru Tassel", None, "the deal was dead", "Ana Devi"),
            ],
        ),
        (
            "According to Rosa Linde, who cited the governor, the bridge is closed.",
            [("Rosa Linde", None, "the bridge is closed", None)],
        ),
        (
            "Spokesman Tom Reed said that Oru Tassel had told Ana Devi that Peru would wait.",
            [
                (
                    "Tom Reed",
                    None,
                    "that Oru Tassel had told Ana Devi that Peru would wait",
                    None,
                ),
                ("Oru Tassel", "Ana Devi", "that Peru would wait", "Tom Reed"),
            ],
        ),
        (
            "Ana Devi warned Oru Tassel that Peru would close its border, Tom Reed said.",
            [
                (
                    "Tom Reed",
                    None,
                    "Ana Devi warned Oru Tassel that Peru would close its border",
                    None,
                ),
                ("Ana Devi", "Oru Tassel", "that Peru would close its border", "Tom Reed"),
            ],
        ),
    ],
)
def test_chains_of_reports(text: str, told: list[Told]) -> None:
    assert chain(text) == told


def test_who_is_quoted_by_a_paper_speaks() -> None:
    told = chain("Rosa Linde was quoted by the Harbour News as saying that the deal was dead.")
    assert told[-1][::2] == ("Rosa Linde", "that the deal was dead")


def test_asides_without_end_take_linear_time() -> None:
    begun = process_time()
    chain("Rosa Linde said, citing " + "Tom Reed, citing " * 4000)
    assert process_time() - begun < 10
