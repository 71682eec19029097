"""Briefs of a real record of an invented storyline: every line cited, every citation exact."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from tests.storyline import act, forecast, meeting, position, sentences_of, told, when

from communique.errors import NotInRecord, UsageError
from communique.judging import judge
from communique.model.brief import Brief, Paragraph, Subject, Table
from communique.model.rows import Filter
from communique.model.threads import ContactLine, Dated
from communique.publish.briefs import chronicle
from communique.publish.briefs.formats import render
from communique.publish.briefs.naming import file_stem, list_stem, slug
from communique.publish.briefs.notebook import Notebook
from communique.service import Service, every
from communique.settings import load

TOLD = (
    told("2031-05-02", act("Mira Oduvan", "demand", "Sudmark", "release the crew of the Sterna")),
    told(
        "2031-05-03",
        meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05-03"),
        position("Mira Oduvan", "for", "the ferry", "the ferry must sail"),
        forecast("Mira Oduvan", "the ferry sails to Sudmark again", "2031-06-01"),
    ),
    told(
        "2031-05-04",
        meeting("call", "Tomas Helk", "Mira Oduvan", day="2031-05-04", place="Varn"),
        position("Mira Oduvan", "against", "the ferry", "the ferry cannot sail"),
        publisher="Post",
    ),
    told("2031-05-20", act("Sudmark", "release", "Norland", "the crew of the Sterna")),
    told("2031-06-20", meeting("visit", "Ada Roon", "Mira Oduvan", day=None)),
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    record = tmp_path_factory.mktemp("briefs") / "record.sqlite"
    with Service(load({}, record=record, reader="rules", by="Analyst")) as service:
        for account in TOLD:
            service._store_for_adding.add(account, sentences_of(account))
        judge(service._store)
        calls = [row.id for row in service.contacts(Filter(kind="call")).rows]
        service.merge(*calls, why="one call, told on two days")
        yield service


def subjects(service: Service) -> list[Subject]:
    """Return a subject of every kind."""
    pages = ("storyline", "actors", "issues", "ledger", "forecasts", "reports", "log")
    found = [Subject(of=page) for page in pages]  # type: ignore[arg-type]
    found += [Subject(of="contact", id=each.id) for each in service.contact_lines().rows]
    found += [Subject(of="actor", id=row.id) for row in service.actors().rows]
    found += [Subject(of="report", id=row.id) for row in service.reports().rows]
    found += [Subject(of="claim", id=row.id) for row in service.acts().rows]
    found.append(Subject(of="answer", question="Who called Tomas Helk?"))
    found.append(Subject(of="relations", one="Norland", other="Sudmark"))
    return found


def words_in(brief: Brief) -> str:
    texts = []
    for part in brief.parts:
        texts.append(part.heading)
        for block in part.blocks:
            if isinstance(block, Paragraph):
                texts += [one.text for one in block.texts]
            elif isinstance(block, Table):
                texts += [cell.text for row in block.rows for cell in row]
    return " | ".join(texts)


def cited(brief: Brief) -> list[int]:
    found: list[int] = []
    for part in brief.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                found += [number for one in block.texts for number in one.notes]
            elif isinstance(block, Table):
                found += [number for row in block.rows for one in row for number in one.notes]
    return found


def test_every_brief_cites_the_exact_words_of_its_reports(service: Service) -> None:
    texts = {row.id: service._store.source(row.id)[0].text for row in every(service.reports)}
    seen = set()
    for subject in subjects(service):
        brief = service.brief(subject)
        assert cited(brief) == list(range(1, len(brief.notes) + 1)), subject
        for note in brief.notes:
            words = tuple(span.of(texts[note.report.id]) for span in note.spans)
            assert note.words == words
            assert all(words)
        seen.add(subject.of)
        if subject.of in ("storyline", "contact", "actor", "ledger", "answer", "report", "claim"):
            assert brief.notes, subject
    assert len(seen) == 13


def test_what_a_quotation_says_stands_in_the_report(service: Service) -> None:
    texts = [" ".join(service._store.source(r.id)[0].text.split()) for r in service.reports().rows]
    for subject in subjects(service):
        for part in service.brief(subject).parts:
            for block in part.blocks:
                for one in block.texts if isinstance(block, Paragraph) else ():
                    if one.tone == "quote":
                        for piece in one.text.split(" … "):
                            assert any(piece in text for text in texts), piece


def test_a_contact_is_told_value_by_value_with_who_says_so(service: Service) -> None:
    call = next(each for each in service.contact_lines().rows if len(each.accounts) > 1)
    brief = service.brief(Subject(of="contact", id=call.accounts[-1]))
    assert brief.subject.id == call.id
    assert brief.title.endswith("3 May 2031 or 4 May 2031")
    table = next(b for part in brief.parts for b in part.blocks if isinstance(b, Table))
    dates = [row for row in table.rows if "May 2031" in row[1].text]
    assert [row[1].text for row in dates] == ["3 May 2031", "4 May 2031"]
    assert dates[0][3].text == "accounts differ"
    assert "Post" in dates[1][2].text
    assert brief.as_of == "2031-05-04"


def test_differing_dates_stand_side_by_side_on_the_storyline(service: Service) -> None:
    said = words_in(service.brief(Subject(of="storyline")))
    assert "3 May 2031 or 4 May 2031" in said
    assert "Dates differ: 3 May 2031 (Wire 2031-05-03, Wire), 4 May 2031 (Post" in said
    assert "Date not given" in said


@pytest.mark.parametrize(
    ("first", "last", "values", "filed"),
    [
        ("2031-05-14", "2031-05-14", ["2031-05-14"], "May 2031"),
        ("2031-05-14", "2031-06-02", ["2031-05-14", "2031-06-02"], "May 2031"),
        ("2031-05-01", "2031-05-31", ["2031-05"], "May 2031"),
        ("2031-01-01", "2031-12-31", ["2031"], "2031"),
        ("2031-04-01", "2031-06-30", ["2031-Q2"], "2031"),
        ("2030-12-30", "2031-01-05", ["2031-W01"], "2030 to 2031"),
        (None, None, [], "Date not given"),
    ],
)
def test_a_contact_is_filed_under_no_more_than_is_told(
    first: str | None, last: str | None, values: list[str], filed: str
) -> None:
    dates = tuple(Dated(value=value, raw=value, reports=()) for value in values)
    line = ContactLine(
        id="c-1", first_on=first, last_on=last, dates=dates, kinds=("call",), status="held",
        accounts=("c-1",), reports=(), words="",
    )  # fmt: skip
    assert chronicle.period_of(line) == filed
    parts = chronicle.by_month([line, line], {}, Notebook(lambda id: TOLD[0].report))
    assert [part.heading for part in parts] == [filed]


def test_acts_that_bear_a_date_stand_on_the_storyline(service: Service) -> None:
    dated = act("Ada Roon", "promise", "Norland", "the ferry", when=when("2031-05"))
    account = told("2031-05-30", dated, publisher="Courier")
    service._store_for_adding.add(account, sentences_of(account))
    brief = service.brief(Subject(of="storyline", wanted=Filter(publisher="Courier")))
    assert "May 2031 | promise (stated) | Ada Roon to Norland: the ferry." in words_in(brief)
    assert brief.lede == "What reports say of 0 contacts and 1 act."
    assert len(brief.notes) == 1


def test_the_ledger_tells_what_settles_an_entry_and_how_that_is_known(service: Service) -> None:
    brief = service.brief(Subject(of="ledger"))
    said = words_in(brief)
    assert "Mira Oduvan to Sudmark: release the crew of the Sterna." in said
    assert re.search(r"(inferred, 0\.\d\d: |the report says so)", said)


def test_a_list_is_cut_and_says_so(service: Service) -> None:
    brief = service.brief(Subject(of="reports"), most=2)
    assert brief.left_out == (
        "Only the first 2 reports are in it; narrow it down to see the others.",
    )
    table = brief.parts[0].blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert not service.brief(Subject(of="reports"), most=50).left_out


def test_a_brief_says_by_what_it_is_narrowed_down(service: Service) -> None:
    actor = next(row for row in service.actors().rows if row.name == "Ada Roon")
    wanted = Filter(actor=actor.id, since="2031-05")
    brief = service.brief(Subject(of="storyline", wanted=wanted))
    assert brief.left_out == ("This is a part of the record only: actor Ada Roon, from May 2031.",)


def test_no_part_stands_without_the_one_that_it_lies_in(service: Service) -> None:
    depths = set()
    for subject in subjects(service):
        depth = 0
        for part in service.brief(subject).parts:
            assert part.depth <= depth + 1, subject
            depth = part.depth
            depths.add(depth)
    assert depths == {1, 2}


def test_the_same_record_gives_the_same_brief(service: Service) -> None:
    for subject in subjects(service)[:8]:
        assert service.brief(subject) == service.brief(subject)
        assert render(service.brief(subject), "docx") == render(service.brief(subject), "docx")


@pytest.mark.parametrize(
    ("subject", "error"),
    [
        (Subject(of="contact", id="c-000000000000"), NotInRecord),
        (Subject(of="actor", id="nonsense"), UsageError),
        (Subject(of="relations", one="Norland", other="Nowhere"), NotInRecord),
    ],
)
def test_what_is_not_there_is_told(
    service: Service, subject: Subject, error: type[Exception]
) -> None:
    with pytest.raises(error):
        service.brief(subject)


def test_an_id_of_something_else_is_told(service: Service) -> None:
    report = service.reports().rows[0].id
    with pytest.raises(UsageError, match="it is no actor"):
        service.brief(Subject(of="actor", id=report))


def test_an_empty_question_gives_an_empty_brief(service: Service) -> None:
    brief = service.brief(Subject(of="answer", question="  "))
    assert brief.title == "No question"
    assert not brief.parts


def test_a_files_name_is_safe_and_says_what_is_in_it() -> None:
    subject = Subject(of="contact", id="c-3f2a")
    title = "Call: Ася Венн / ../../etc\x00 (for “Kestria”), 4 March 2031"
    name = file_stem(subject, title)
    assert name == "contact-call-ася-венн-etc-for-kestria-4-march-2031-c-3f2a"
    assert file_stem(Subject(of="ledger"), "Ledger") == "ledger"
    assert file_stem(replace(subject, of="actor"), "") == "actor-c-3f2a"
    assert file_stem(Subject(of="relations"), "Relations: A and B") == "relations-a-and-b"
    assert list_stem("acts", Filter(actor="a-1", since="2031-05")) == "acts-a-1-2031-05"
    assert slug("...") == ""
    assert len(slug("word " * 99)) <= 60
    assert len(slug("字" * 99)) <= 60
