"""Who held which office when, by a file of the user's own."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import UsageError
from communique.model.matching import Holding, KnownActor, Listed, Term
from communique.reconcile.actors.gazetteer import Gazetteer
from communique.reconcile.actors.gazetteer_file import gazetteer_from

CSV = """person,office,of,from,to,aliases
Ines Rahl,President,Norland,2029-03-10,,Ines Rahl-Oduvan; The Lynx
Lena Varga,President of Norland,Norland,2021,2029-03-09,
Lena Varga,Mayor,Tarnholm,2012,2020,
Yelena Morozenko,Envoy,Norland,2030,,
Pia Sund,Chancellor,Sudmark,2028,2030,
Pia Sund,President of the Republic,Sudmark,2031,,
"""


def listed(tmp_path: Path, text: str = CSV, name: str = "held.csv") -> tuple[Listed, ...]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return gazetteer_from(path)


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    return Gazetteer(listed(tmp_path))


def meant(
    gazetteer: Gazetteer,
    name: str,
    *offices: tuple[str, str, str],
    described: bool = False,
    days: tuple[str, ...] = (),
) -> str | None:
    holdings = tuple(Holding(title=t, of=of, month=month) for t, of, month in offices)
    actor = KnownActor(id="a-1", kind="person", name=name, holdings=holdings, described=described)
    found = gazetteer.meant(actor, days)
    if found is None:
        return None
    assert found.verdict == "same"
    (id,) = set(found.items) - {"a-1"}
    return gazetteer.name_of(id)


class TestFiles:
    def test_rows_of_one_person_are_put_together(self, tmp_path: Path) -> None:
        persons = {person.name: person for person in listed(tmp_path)}
        assert persons["Lena Varga"].terms == (
            Term(title="Mayor", of="Tarnholm", first="2012-01-01", last="2020-12-31"),
            Term(title="President", of="Norland", first="2021-01-01", last="2029-03-09"),
        )
        assert persons["Ines Rahl"].aliases == ("Ines Rahl-Oduvan", "The Lynx")
        assert persons["Pia Sund"].terms[1].title == "President"

    def test_toml_says_the_same(self, tmp_path: Path) -> None:
        toml = """
            [[person]]
            name = "Ines Rahl"
            aliases = ["Ines Rahl-Oduvan", "The Lynx"]
            offices = [{ title = "President", of = "Norland", from = "2029-03-10" }]
        """
        (one,) = listed(tmp_path, toml, "held.toml")
        assert one in listed(tmp_path)

    def test_columns_of_common_exports(self, tmp_path: Path) -> None:
        text = (
            "country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year\n"
            "Norland,P7,President of Norland,P9,Ines Rahl,2029,\n"
        )
        (one,) = listed(tmp_path, text)
        assert one.name == "Ines Rahl"
        assert one.terms == (Term(title="President", of="Norland", first="2029-01-01"),)

    def test_two_of_one_name_are_told_apart_by_their_ids(self, tmp_path: Path) -> None:
        text = "person,id,office,of\nPia Sund,7,Mayor,Tarnholm\nPia Sund,8,Envoy,Norland\n"
        gazetteer = Gazetteer(listed(tmp_path, text))
        assert meant(gazetteer, "Pia Sund") is None
        assert meant(gazetteer, "Pia Sund", ("Envoy", "Norland", "2031-05")) == "Pia Sund"

    @pytest.mark.parametrize(
        ("name", "content", "fault"),
        [
            ("a.csv", b"", "no column person"),
            ("a.csv", b"who,what\nx,y\n", "no column person"),
            ("a.csv", b"person,from\nInes Rahl,last year\n", None),
            ("a.csv", b"person,office,from\nInes Rahl,Envoy,last year\n", "line 2: 'last year'"),
            ("a.csv", b"person,office,from,to\nA B,Envoy,2031,2030\n", "'2031' is after '2030'"),
            ("a.csv", b"person,office\n,Envoy\n", "line 2: it names nobody"),
            ("a.csv", b'person\n"Ines\n', "unexpected end of data"),
            ("a.csv", b"\xff\xfe", "not text in UTF-8"),
            ("a.toml", b"[person", "Expected"),
            ("a.toml", b"x = 1", "unknown field"),
            ("a.toml", b"[[person]]\nnames = 'x'", "unknown field"),
            ("a.toml", b"[[person]]\nname = '?'", "person 1: it names nobody"),
        ],
    )
    def test_a_bad_file_is_told_in_one_line(
        self, tmp_path: Path, name: str, content: bytes, fault: str | None
    ) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        if fault is None:
            assert gazetteer_from(path)
            return
        with pytest.raises(UsageError) as raised:
            gazetteer_from(path)
        assert str(path) in str(raised.value)
        assert fault in str(raised.value)
        assert "\n" not in str(raised.value)

    def test_no_file(self, tmp_path: Path) -> None:
        for path in (tmp_path / "none.csv", tmp_path):
            with pytest.raises(UsageError):
                gazetteer_from(path)

    @given(st.text(max_size=200))
    def test_any_text_is_a_gazetteer_or_a_fault(
        self, tmp_path_factory: pytest.TempPathFactory, text: str
    ) -> None:
        for name in ("a.csv", "a.toml"):
            path = tmp_path_factory.getbasetemp() / name
            path.write_text(f"person,office,from\n{text}", "utf-8", "surrogatepass")
            with contextlib.suppress(UsageError):
                assert all(person.name for person in gazetteer_from(path))


class TestWhoIsMeant:
    def test_by_name_spelling_and_alias(self, gazetteer: Gazetteer) -> None:
        for name in ("Ines Rahl", "INES RAHL", "the lynx", "Rahl Ines"):
            assert meant(gazetteer, name) == "Ines Rahl", name
        for name in ("Елена Морозенко", "Elena Morozenko", "YELENA MOROZENKO"):
            assert meant(gazetteer, name) == "Yelena Morozenko", name
        for name in ("Inga Rahl", "Rahl", "Ines Rohr", "Norland"):
            assert meant(gazetteer, name) is None, name

    def test_one_spelt_alike_but_of_another_state_is_another(self, gazetteer: Gazetteer) -> None:
        name = "Elena Morozenko"
        assert meant(gazetteer, name, ("judge", "Norland", "2031-05")) == "Yelena Morozenko"
        assert meant(gazetteer, name, ("judge", "Westria", "2031-05")) is None

    def test_the_holder_of_that_time(self, gazetteer: Gazetteer) -> None:
        for month, name in (
            ("2031-05", "Ines Rahl"),
            ("2028-12", "Lena Varga"),
            ("2019-01", None),
            ("", None),
        ):
            office = ("President", "Norland", month)
            assert meant(gazetteer, "the Norland president", office, described=True) == name

    def test_a_leader_is_whoever_leads(self, gazetteer: Gazetteer) -> None:
        leader = ("leader", "Sudmark", "2029-05")
        assert meant(gazetteer, "the leader of Sudmark", leader, described=True) == "Pia Sund"
        mayor = ("Mayor", "Norland", "2029-05")
        assert meant(gazetteer, "the mayor", mayor, described=True) is None

    def test_the_day_tells_where_an_office_changed_hands_within_the_month(
        self, gazetteer: Gazetteer
    ) -> None:
        office = ("President", "Norland", "2029-03")
        for days, name in (
            ((), None),
            (("2029-03-04",), "Lena Varga"),
            (("2029-03-10", "2029-03-20"), "Ines Rahl"),
            (("2029-03-09", "2029-03-10"), None),
            (("2029-04-10",), None),
        ):
            said = meant(gazetteer, "the president", office, described=True, days=days)
            assert said == name, days

    def test_a_family_name_needs_its_office(self, gazetteer: Gazetteer) -> None:
        assert meant(gazetteer, "Rahl", ("President", "Norland", "2031-05")) == "Ines Rahl"
        assert meant(gazetteer, "Rahl", ("President", "Norland", "2024-05")) is None
        assert meant(gazetteer, "Rahl", ("Envoy", "Norland", "2031-05")) is None

    def test_bodies_and_states_are_nobody(self, gazetteer: Gazetteer) -> None:
        for kind in ("organisation", "state", "bloc", "group"):
            body = KnownActor(id="a-1", kind=kind, name="Ines Rahl")
            assert gazetteer.meant(body) is None
        assert not Gazetteer(())
