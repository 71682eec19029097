"""Figures and acts of several reports about one thing, and holders of one office."""

from __future__ import annotations

from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA

from communique.model import Report, Span, When, body_id
from communique.model.claim_rows import ActRow
from communique.model.comparison import Slot, Versions
from communique.model.rows import ActorRef, FigureRow, ReportRef
from communique.reconcile.accounts.matters import acts, figures
from communique.reconcile.accounts.tables import Told
from communique.reconcile.actors.tenures import Tenure, tenures

QUAKE = "The earthquake near Varn on Tuesday killed {} people in the hill villages."


def source(number: int, text: str, published: str | None, publisher: str | None) -> Report:
    return Report(
        id=body_id(text),
        publication=f"p{number}",
        text=text,
        published=published,
        publisher=publisher or f"Paper {number}",
    )


def ref(number: int, published: str | None) -> ReportRef:
    return ReportRef(id=f"r-{number}", label=f"{number}.txt", published=published)


def figure(
    number: int,
    raw: str,
    value: float,
    *,
    text: str = QUAKE,
    published: str | None = "2031-05-18",
    publisher: str | None = None,
    **slots: object,
) -> Told[FigureRow]:
    words = text.format(raw)
    at = words.index(raw)
    span = Span(at, at + len(raw))
    row = FigureRow(
        id=f"f-{number}",
        report=ref(number, published),
        raw=raw,
        low=value,
        high=value,
        thing="people",
        evidence=(span,),
        words=raw,
    )
    report = source(number, words, published, publisher)
    return Told(row=replace(row, **slots), report=report, sentences=(Span(0, len(words)),))


def slot(found: Versions, name: str) -> Slot:
    return next(each for each in found.slots if each.name == name)


def one(found: object) -> Versions:
    (only,) = found  # type: ignore[misc]
    assert isinstance(only, Versions)
    return only


class TestFigures:
    def test_different_numbers_of_one_thing(self) -> None:
        other = "In the hill villages around Varn the earthquake left {} people dead on Tuesday."
        found = one(
            figures(
                [
                    figure(1, "412", 412, claimant=MIRA),
                    figure(2, "390", 390, text=other, claimant=HELK),
                ]
            )
        )
        assert found.items == ("f-1", "f-2")
        assert found.differs
        number = slot(found, "number")
        assert (number.verdict, number.difference, number.sources) == (
            "differ",
            "contradiction",
            2,
        )
        assert [value.value for value in number.values] == ["412", "390"]
        claimant = slot(found, "claimant")
        assert (claimant.verdict, claimant.difference) == ("agree", "more")
        assert found.why[0].startswith("both count people; both have ")
        assert "earthquak" in found.why[0]

    def test_about_so_many_and_at_least_so_many_go_together(self) -> None:
        exact, about = figure(1, "412", 412), figure(2, "400", 400, exact=False)
        assert slot(one(figures([exact, about])), "number").difference == "precision"
        least = figure(2, "400", 400, high=None)
        assert not one(figures([exact, least])).differs
        more = figure(2, "500", 500, high=None)
        assert one(figures([exact, more])).differs

    def test_other_things_are_kept_apart(self) -> None:
        fair = "The fair in Ostrel drew {} people over the holidays."
        assert list(figures([figure(1, "412", 412), figure(2, "390", 390, text=fair)])) == []
        lorries = figure(2, "390", 390, thing="lorries")
        assert list(figures([figure(1, "412", 412), lorries])) == []
        far = figure(2, "390", 390, published="2031-09-18")
        assert list(figures([figure(1, "412", 412), far])) == []
        here = figure(1, "390", 390)
        assert list(figures([figure(1, "412", 412), here])) == []

    def test_a_far_greater_number_is_more_likely_of_something_else(self) -> None:
        county = "The county around Varn, where the earthquake struck, has {} people."
        assert list(figures([figure(1, "412", 412), figure(2, "3,900", 3900, text=county)])) == []
        assert one(figures([figure(1, "412", 412), figure(2, "390", 390, text=county)]))

    def test_a_copy_is_no_second_source(self) -> None:
        found = one(figures([figure(1, "412", 412), figure(2, "412", 412, published="2031-05-20")]))
        assert not found.differs
        assert found.sources == 1
        assert [(c.contact, c.origin) for c in found.copied] == [("f-2", "f-1")]

    def test_the_order_does_not_matter(self) -> None:
        told = [
            figure(1, "412", 412),
            figure(2, "390", 390, published="2031-05-19"),
            figure(3, "455", 455, published=None),
        ]
        assert list(figures(told)) == list(figures(told[::-1]))
        assert len(one(figures(told)).items) == 3


def act(number: int, type_: str, what: str, **slots: object) -> Told[ActRow]:
    text = f"{MIRA.name} spoke: {what}. No. {number}"
    row = ActRow(
        id=f"d-{number}",
        report=ref(number, "2031-05-18"),
        type=type_,  # type: ignore[arg-type]
        status="stated",
        actor=MIRA,
        towards=HELK,
        what=what,
        evidence=(Span(text.index(what), text.index(what) + len(what)),),
        words=what,
    )
    return Told(row=replace(row, **slots), report=source(number, text, "2031-05-18", None))


class TestActs:
    def test_agreed_in_one_and_refused_in_the_other(self) -> None:
        found = one(
            acts(
                [
                    act(1, "agree", "to reopen the grain terminal at Velm"),
                    act(2, "refuse", "reopening of the grain terminal in Velm"),
                ]
            )
        )
        assert found.differs
        assert slot(found, "type").difference == "contradiction"
        assert slot(found, "what").verdict == "agree"

    def test_promised_and_done_is_a_matter_of_time(self) -> None:
        what = "to reopen the grain terminal at Velm"
        found = one(acts([act(1, "promise", what), act(2, "promise", what, status="done")]))
        assert slot(found, "status").difference == "time"
        assert not found.differs

    def test_other_deeds_parties_and_days(self) -> None:
        what = "to reopen the grain terminal at Velm"
        first = act(1, "promise", what)
        for other in (
            act(2, "promise", "to release two fishermen"),
            act(2, "thank", what),
            act(2, "promise", what, towards=LUND),
            act(2, "promise", what, actor=LUND),
            act(2, "promise", what, when=When(raw="", value="2031-07-01")),
        ):
            assert list(acts([first, other])) == []


def tenure(number: int, holder: ActorRef, published: str, title: str = "President") -> Told[Tenure]:
    text = f"{title} {holder.name} of Norland opened a bridge. No. {number}"
    row = Tenure(
        holder=holder,
        title=title,
        of="Norland",
        report=ref(number, published),
        evidence=(Span(0, len(title)),),
    )
    return Told(row=row, report=source(number, text, published, None))


class TestOffices:
    def test_two_holders_at_one_time(self) -> None:
        told = [
            tenure(1, MIRA, "2031-03-01"),
            tenure(2, LUND, "2031-04-01"),
            tenure(3, MIRA, "2031-05-01"),
        ]
        found = one(tenures(told))
        assert found.about == "President of Norland"
        assert found.differs
        assert found.items == (MIRA.id, LUND.id)

    def test_a_successor_is_no_difference(self) -> None:
        told = [
            tenure(1, MIRA, "2031-03-01"),
            tenure(2, MIRA, "2031-04-01"),
            tenure(3, LUND, "2031-05-01"),
        ]
        assert not one(tenures(told)).differs

    def test_offices_of_several_holders_are_left_alone(self) -> None:
        for title in ("Ambassador", "Deputy Prime Minister", "leader"):
            told = [tenure(1, MIRA, "2031-03-01", title), tenure(2, LUND, "2031-03-01", title)]
            assert list(tenures(told)) == []
