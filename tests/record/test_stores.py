"""What every store does; run over all of them (see ``conftest.py``)."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.record.making import NEWER, RULES, accounts, call, report_of, sentences_of
from tests.record.stores import STORES, Opener

from communique.errors import NotInRecord, UsageError
from communique.model import Account, from_json, to_json
from communique.model.citation import citations, report_id
from communique.model.rows import EVERYTHING, Filter
from communique.record import Store

IN_ONE_RECORD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
ORIGINS = (replace(RULES, version=f"0.1.{number}") for number in count())


def everything(store: Store) -> list[object]:
    """Return all that the lists show and all that is verified."""
    pages = (store.reports, store.actors, store.contacts, store.statements, store.figures)
    rows: list[object] = [page(EVERYTHING, 1000, None) for page in pages]
    return [*rows, store.timeline(EVERYTHING, 1000, None), list(store.verify())]


class TestAdding:
    def test_an_account_comes_back_as_it_went_in(self, store: Store) -> None:
        account = call()
        assert store.add(account, sentences_of(account)) == "added"
        id = report_id(account.report.publication)
        assert store.account(id) == account
        assert store.source(id) == (account.report, sentences_of(account))

    @settings(max_examples=25, deadline=None, suppress_health_check=IN_ONE_RECORD)
    @given(account=accounts())
    def test_any_account_comes_back(self, store: Store, account: Account) -> None:
        assert from_json(to_json(account)) == account
        # The record lives as long as the test, so the same text may have been in it before.
        account = replace(account, origin=next(ORIGINS))
        store.add(account)
        assert store.account(report_id(account.report.publication)) == account
        assert [v for v in store.verify() if v.faults] == []

    @settings(max_examples=15, deadline=None, suppress_health_check=IN_ONE_RECORD)
    @given(account=accounts())
    def test_reading_again_leaves_nothing_of_the_old_reading(
        self, opener: Opener, account: Account
    ) -> None:
        store = opener()
        account = replace(account, origin=next(ORIGINS))
        store.add(account)
        bare = replace(call(), report=account.report, actors=(), origin=NEWER)
        bare = replace(bare, statements=(), contacts=(), figures=(), dates=())
        assert store.add(bare) == "re-read"
        assert store.account(report_id(account.report.publication)) == bare
        assert store.actors(EVERYTHING, 100, None).rows == ()
        assert store.search(account.report.text, Filter(kind="statement"), 5, None).rows == ()
        assert store.add(account) == "re-read"
        assert store.account(report_id(account.report.publication)) == account
        store.add(bare)
        store.close()

    def test_adding_twice_changes_nothing(self, store: Store) -> None:
        for number in range(3):
            store.add(call(number))
        before = everything(store)
        assert [store.add(call(number)) for number in range(3)] == ["unchanged"] * 3
        assert everything(store) == before

    def test_the_order_of_adding_does_not_show(
        self, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        for make in STORES.values():
            seen = []
            for order in ((1, 2, 3, 4), (3, 1, 4, 2)):
                store = make(tmp_path_factory.mktemp("order"))()
                for number in order:
                    store.add(call(number, day=f"2031-05-1{number % 2}"))
                seen.append(everything(store))
                store.close()
            assert seen[0] == seen[1]

    def test_a_newer_reading_takes_the_place_of_the_old(self, store: Store) -> None:
        old = call()
        new = replace(old, statements=old.statements[:1], figures=(), origin=NEWER)
        assert [store.add(old), store.add(new)] == ["added", "re-read"]
        id = report_id(old.report.publication)
        assert store.account(id) == new
        readings = store.readings(id)
        assert [reading.origin for reading in readings] == [NEWER, RULES]
        assert [reading.claims for reading in readings] == [2, 4]
        assert readings[0].replaced_at is None
        assert readings[1].replaced_at is not None
        assert store.figures(EVERYTHING, 10, None).rows == ()
        assert not store.search("lorries", Filter(kind="statement"), 10, None).rows
        actor = store.actors(Filter(actor="Oduvan"), 10, None).rows[0]
        assert actor.claims == {"contact": 1, "statement": 1}
        assert actor.reports == 1

    def test_a_claim_keeps_its_id_when_read_again(self, store: Store) -> None:
        old = call()
        renamed = replace(old.statements[0], id="s9", speaker="a2")
        new = replace(old, statements=(renamed,), origin=NEWER)
        assert citations(new)["statement:s9"] == citations(old)["statement:s1"]

    def test_claims_alike_in_everything_have_ids_of_their_own(self) -> None:
        account = call()
        twin = replace(account.figures[0], id="f2")
        ids = citations(replace(account, figures=(account.figures[0], twin)))
        assert ids["figure:f1"] != ids["figure:f2"]

    def test_copies_share_a_body(self, store: Store) -> None:
        text = call().report
        for path in ("one.txt", "two.txt"):
            copy = report_of(text.text, path=path, published=text.published)
            store.add(replace(call(), report=copy))
        first, second = store.reports(EVERYTHING, 10, None).rows
        assert first.body == second.body
        assert first.copies == (second.id,)
        assert second.copies == (first.id,)

    def test_what_made_the_readings(self, store: Store) -> None:
        account = call()
        store.add(account)
        publication = account.report.publication
        assert store.origins([publication, "0" * 16]) == {publication: RULES}


class TestFinding:
    def test_every_id_finds_what_it_names(self, store: Store) -> None:
        account = call()
        store.add(account)
        for key, id in citations(account).items():
            kind, local = key.split(":")
            found = store.find(id)
            assert (found.kind, found.local) == (kind, local)
        report = report_id(account.report.publication)
        assert store.find(report).report == report

    def test_a_unique_beginning_will_do(self, store: Store) -> None:
        store.add(call())
        statement = store.statements(EVERYTHING, 1, None).rows[0].id
        assert store.find(statement[:7]).id == statement

    def test_a_beginning_of_several_lists_them(self, store: Store) -> None:
        for number in range(20):
            store.add(call(number))
        with pytest.raises(UsageError, match="several ids begin so") as caught:
            _find_all_beginnings(store)
        assert "s-" in str(caught.value)

    @pytest.mark.parametrize(
        "id", ["", "s", "x-12", "s-", "s 12", "S-12", "'; drop table", "s-\x00"]
    )
    def test_no_id(self, store: Store, id: str) -> None:
        with pytest.raises(UsageError, match="is not an id"):
            store.find(id)

    def test_nothing_has_it(self, store: Store) -> None:
        with pytest.raises(NotInRecord, match="r-0000"):
            store.find("r-0000")
        for method in (store.report, store.account, store.source, store.readings, store.actor):
            with pytest.raises(NotInRecord):
                method("r-0000")


def _find_all_beginnings(store: Store) -> None:
    """Look for statements by the first digit of their ids; forty share sixteen digits."""
    for digit in "0123456789abcdef":
        try:
            store.find(f"s-{digit}")
        except NotInRecord:
            continue


class TestLists:
    def test_rows_say_what_was_added(self, store: Store) -> None:
        store.add(call())
        contact = store.contacts(EVERYTHING, 10, None).rows[0]
        assert [p.actor.name for p in contact.participants] == ["Mira Oduvan", "Tomas Helk"]
        assert contact.participants[0].represents is not None
        assert contact.participants[0].represents.name == "Norland"
        assert contact.words == "telephoned"
        first, second = store.statements(EVERYTHING, 10, None).rows
        assert first.words == "We want the border crossings open by autumn"
        assert (first.source, first.cue) == ("Mira Oduvan", "said")
        assert second.continues == first.id
        assert second.speaker == first.speaker
        figure = store.figures(EVERYTHING, 10, None).rows[0]
        assert (figure.raw, figure.thing) == ("312", "lorries")
        report = store.reports(EVERYTHING, 10, None).rows[0]
        assert report.claims == {"contact": 1, "figure": 1, "statement": 2}
        assert (report.actors, report.label) == (3, "Call 1")

    def test_actors_of_several_reports_are_one_row(self, store: Store) -> None:
        for number, name in enumerate(["Mira Oduvan", "MIRA ODUVAN", "Míra Oduvan"]):
            store.add(call(number, caller=name))
        mira = store.actors(Filter(actor="oduvan"), 10, None).rows
        assert [(row.reports, row.claims["statement"]) for row in mira] == [(3, 6)]
        assert set(mira[0].names) >= {"Mira Oduvan", "MIRA ODUVAN", "Míra Oduvan", "Oduvan"}
        assert mira[0].offices == ("President",)

    def test_pages_hold_everything_once(self, store: Store) -> None:
        for number in range(11):
            store.add(
                call(number, day=f"2031-05-{number // 3 + 10}", caller=f"Ann {'XYZ'[number % 3]}o")
            )
        lists = (
            store.reports,
            store.actors,
            store.contacts,
            store.statements,
            store.figures,
            store.timeline,
        )
        for pages in lists:
            whole = pages(EVERYTHING, 1000, None).rows
            rows: list[object] = []
            after = None
            while True:
                page = pages(EVERYTHING, 3, after)
                assert len(page.rows) <= 3
                rows += page.rows
                after = page.next
                if after is None:
                    break
            assert tuple(rows) == whole
            assert len(whole) >= 5

    def test_a_last_page_that_is_full_has_none_behind_it(self, store: Store) -> None:
        store.add(call())
        assert store.statements(EVERYTHING, 2, None).next is None

    @pytest.mark.parametrize("after", ["", "!", "e30", "WzFd", "WyJhIiwgImIiLCAiYyIsICJkIl0", "ä"])
    def test_a_cursor_that_is_none(self, store: Store, after: str) -> None:
        store.add(call())
        with pytest.raises(UsageError, match="does not name a page"):
            store.statements(EVERYTHING, 2, after)

    def test_filters(self, store: Store) -> None:
        for number in (1, 2, 3):
            store.add(call(number, day=f"2031-0{number}-15", publisher=f"Bureau {number}"))
        other = call(4, day="2032-01-01", caller="Pia Lund", called="Ola Brekk")
        store.add(other)

        def reports(**wanted: str) -> list[str]:
            rows = store.statements(Filter(**wanted), 100, None).rows
            return sorted({row.report.label for row in rows})

        assert reports(since="2031-02") == ["Call 2", "Call 3", "Call 4"]
        assert reports(until="2031-02") == ["Call 1", "Call 2"]
        assert reports(since="2031-02-15", until="2031-02-15") == ["Call 2"]
        assert reports(actor="lund") == ["Call 4"]
        assert reports(actor="Mira Oduvan", since="2031-03") == ["Call 3"]
        assert reports(publisher="bureau 2") == ["Call 2"]
        assert reports(publisher="BÜREAU") == ["Call 1", "Call 2", "Call 3"]
        assert reports(publisher="nowhere") == []
        assert reports(report=report_id(other.report.publication)[:9]) == ["Call 4"]
        assert reports(kind="mixed") == []
        assert len(store.contacts(Filter(kind="call", status="held"), 9, None).rows) == 4
        assert store.contacts(Filter(status="planned"), 9, None).rows == ()
        assert [r.label for r in store.reports(Filter(actor="Brekk"), 9, None).rows] == ["Call 4"]
        assert [r.name for r in store.actors(Filter(kind="state"), 9, None).rows] == ["Norland"]
        names = {r.name for r in store.actors(Filter(publisher="Bureau 1"), 9, None).rows}
        assert names == {"Mira Oduvan", "Tomas Helk", "Norland"}

    def test_a_filter_that_names_nothing_is_no_empty_list(self, store: Store) -> None:
        store.add(call())
        with pytest.raises(NotInRecord, match="no actor is called 'Nobody'"):
            store.statements(Filter(actor="Nobody"), 9, None)
        with pytest.raises(NotInRecord):
            store.statements(Filter(report="r-00000"), 9, None)
        with pytest.raises(UsageError, match="is not a date"):
            store.statements(Filter(since="May"), 9, None)

    def test_the_timeline_is_in_order_and_what_is_undated_comes_last(self, store: Store) -> None:
        undated = call(9)
        contact = replace(undated.contacts[0], date=None)
        store.add(replace(undated, contacts=(contact,)))
        for number, day in ((1, "2031-07"), (2, "2031-05-17"), (3, "2030")):
            account = call(number)
            date = account.contacts[0].date
            assert date is not None
            contact = replace(account.contacts[0], date=replace(date, raw=f"in {day}", value=day))
            store.add(replace(account, contacts=(contact,)))
        rows = store.timeline(EVERYTHING, 10, None).rows
        assert [row.value for row in rows] == ["2030", "2031-05-17", "2031-07", None]
        assert [row.first_on for row in rows] == ["2030-01-01", "2031-05-17", "2031-07-01", None]
        assert rows[0].raw == "in 2030"
        dated = store.timeline(Filter(since="2031"), 10, None).rows
        assert [row.value for row in dated] == ["2031-05-17", "2031-07"]
        assert len(store.timeline(Filter(actor="Helk", kind="call"), 10, None).rows) == 4
        assert store.timeline(Filter(kind="act"), 10, None).rows == ()


class TestSearch:
    def test_finds_words_without_case_and_accents(self, store: Store) -> None:
        store.add(call(called="Tomás Hélk"))
        for typed in ("TOMAS helk", "Tomás", '"tomas helk"', "hél*", "“Tomas Helk” telephoned"):
            hits = store.search(typed, EVERYTHING, 10, None).rows
            assert [hit.kind for hit in hits] == ["report"], typed
            passage = hits[0].passage
            marked = [mark.of(passage.text) for mark in passage.marks]
            assert marked, typed
            assert passage.text in call(called="Tomás Hélk").report.text

    def test_statements_say_who(self, store: Store) -> None:
        store.add(call())
        hit = store.search("border crossings", Filter(kind="statement"), 10, None).rows[0]
        assert hit.speaker is not None
        assert hit.speaker.name == "Mira Oduvan"
        assert [m.of(hit.passage.text) for m in hit.passage.marks] == ["border", "crossings"]
        assert hit.id == store.statements(EVERYTHING, 1, None).rows[0].id

    def test_all_words_must_occur_and_phrases_stand_together(self, store: Store) -> None:
        store.add(call())
        assert store.search("grain quotas", EVERYTHING, 10, None).rows
        assert not store.search("grain zeppelin", EVERYTHING, 10, None).rows
        assert not store.search('"quotas grain"', EVERYTHING, 10, None).rows
        assert not store.search("quot", EVERYTHING, 10, None).rows
        assert store.search("quot*", EVERYTHING, 10, None).rows

    def test_the_better_match_comes_first(self, store: Store) -> None:
        plain = "The council talked of many things, and one of them was wheat, at some length."
        full = "Wheat. The price of wheat, the quality of wheat and the wheat harvest itself."
        for number, text in enumerate((plain, full)):
            store.add(replace(_bare(), report=report_of(text, path=f"{number}.txt")))
        hits = store.search("wheat", EVERYTHING, 10, None).rows
        assert [hit.report.label for hit in hits] == ["1.txt", "0.txt"]
        assert hits[0].score > hits[1].score

    @settings(max_examples=60, deadline=None, suppress_health_check=IN_ONE_RECORD)
    @given(typed=st.text(max_size=40))
    def test_whatever_is_typed_is_a_search(self, store: Store, typed: str) -> None:
        store.search(typed, EVERYTHING, 5, None)

    @pytest.mark.parametrize(
        "typed",
        [
            '"',
            '""',
            "*",
            "a AND",
            "NOT",
            "NEAR(a b",
            "title:x",
            "^a",
            "-a",
            "a OR",
            "(",
            "a\x00b",
            "{a}:b",
        ],
    )
    def test_no_operator_is_one(self, store: Store, typed: str) -> None:
        store.add(call())
        store.search(typed, EVERYTHING, 5, None)

    def test_filters_and_pages(self, store: Store) -> None:
        for number in (1, 2, 3):
            store.add(call(number, day=f"2031-0{number}-15"))
        wanted = Filter(since="2031-02", kind="report", actor="Helk")
        first = store.search("grain", wanted, 1, None)
        second = store.search("grain", wanted, 1, first.next)
        assert second.next is None
        labels = {hit.report.label for hit in (*first.rows, *second.rows)}
        assert labels == {"Call 2", "Call 3"}
        with pytest.raises(UsageError, match="cannot search for"):
            store.search("grain", Filter(kind="figure"), 1, None)


class TestVerifying:
    def test_all_holds(self, store: Store) -> None:
        store.add(call(1))
        store.add(call(2))
        checked = list(store.verify())
        assert len(checked) == 2
        assert all(each.spans > 10 and not each.faults for each in checked)
        one = report_id(call(2).report.publication)
        assert [each.report for each in store.verify(one)] == [one]


def _bare() -> Account:
    account = call()
    return replace(account, actors=(), statements=(), contacts=(), figures=(), dates=())
