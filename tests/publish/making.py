"""Dossiers made by hand: invented reports, their claims placed by the words that say them."""

from __future__ import annotations

from communique.model import (
    Account,
    Act,
    Actor,
    Contact,
    Figure,
    Office,
    Origin,
    Participant,
    Report,
    Span,
    Spans,
    Statement,
    When,
    body_id,
)
from communique.model.comparison import ContactAccounts, Slot, SlotValue
from communique.model.dossier import Dossier
from communique.model.rows import (
    ActorRef,
    ActorRow,
    ContactRow,
    ParticipantRow,
    ReportRef,
    ReportRow,
    ShownReport,
    TimelineRow,
)

ORIGIN = Origin(program="communique", version="0.1.0", settings="0" * 64)

READOUT = "\n\n".join(
    (
        "Readout of the Prime Minister's call with the President of Lowmark",
        "Prime Minister Asha Venn spoke by telephone with President Toma Rill of Lowmark on "
        "4 March 2031. The call lasted half an hour and was held at the request of Lowmark.",
        "The Prime Minister said: \"The President told me, 'We will open two crossings', and I "
        'believe him." She added that 40 lorries were waiting at the border.',
        "Press Service of the Prime Minister of Kestria",
    )
)

STORY = "\n\n".join(
    (
        "Leaders of Kestria and Lowmark talk about the border",
        "VARDE, 5 March 2031 - The leaders of Kestria and Lowmark talked by telephone on "
        "Wednesday for an hour, two officials said. About 60 lorries are waiting.",
        '"Nothing was promised," an adviser to Mr Rill said. "Nothing at all."',
        "<script>document.title = 'taken over'</script><img src=x onerror=\"alert(1)\">",
    )
)


def spans(text: str, *words: str) -> Spans:
    """Return where each of ``words`` stands in ``text``, one after the other."""
    found: list[Span] = []
    at = 0
    for each in words:
        start = text.index(each, at)
        found.append(Span(start, start + len(each)))
        at = start + len(each)
    return tuple(found)


def venn() -> ActorRef:
    return ActorRef(id="a-00000000venn", name="Asha Venn", kind="person")


def rill() -> ActorRef:
    return ActorRef(id="a-00000000rill", name="Toma Rill", kind="person")


def readout() -> ShownReport:
    text = READOUT
    actors = (
        Actor(
            id="a1",
            name="Asha Venn",
            kind="person",
            offices=(Office(title="Prime Minister", evidence=spans(text, "Prime Minister")),),
            mentions=spans(text, "Asha Venn", "The Prime Minister"),
        ),
        Actor(
            id="a2",
            name="Toma Rill",
            kind="person",
            mentions=spans(text, "Toma Rill", "The President"),
        ),
    )
    said = "\"The President told me, 'We will open two crossings', and I believe him.\""
    statements = (
        Statement(
            id="s1",
            form="direct",
            content=spans(text, said[1:-1]),
            cue=spans(text, "said"),
            source=spans(text, "The Prime Minister"),
            speaker="a1",
        ),
        Statement(
            id="s2",
            form="direct",
            content=spans(text, "We will open two crossings"),
            parent="s1",
            speaker="a2",
            addressee="a1",
            cue=spans(text, "told me"),
        ),
        Statement(
            id="s3",
            form="indirect",
            content=spans(text, "40 lorries were waiting at the border"),
            cue=spans(text, "added"),
            source=spans(text, "She"),
            speaker="a1",
        ),
    )
    contact = Contact(
        id="c1",
        kind="call",
        main=True,
        evidence=spans(
            text,
            "Prime Minister Asha Venn spoke by telephone with President Toma Rill",
        ),
        participants=(Participant(actor="a1"), Participant(actor="a2")),
        date=When(raw="4 March 2031", value="2031-03-04", evidence=spans(text, "4 March 2031")),
        duration=When(raw="half an hour", type="duration", value="PT30M"),
    )
    figure = Figure(
        id="f1",
        raw="40 lorries",
        low=40,
        high=40,
        thing="lorries",
        claimant="a1",
        evidence=spans(text, "40 lorries"),
    )
    act = Act(
        id="d1",
        type="promise",
        actor="a2",
        towards="a1",
        what="open two crossings",
        reported_by="a1",
        evidence=spans(text, "open two crossings"),
    )
    ids = {"actor:a1": venn().id, "actor:a2": rill().id}
    ids |= {f"statement:s{n}": f"s-0000000000{n}a" for n in (1, 2, 3)}
    ids |= {
        "contact:c1": "c-00000000001a",
        "figure:f1": "f-00000000001a",
        "act:d1": "d-00000000001a",
    }
    account = Account(
        report=_report(text, "Readout of a call", "2031-03-04"),
        actors=actors,
        statements=statements,
        contacts=(contact,),
        figures=(figure,),
        acts=(act,),
        origin=ORIGIN,
    )
    return _shown("r-00000000000a", "Press Service of Kestria", account, ids)


def story() -> ShownReport:
    text = STORY
    actors = (Actor(id="a1", name="Toma Rill", kind="person", mentions=spans(text, "Mr Rill")),)
    statements = (
        Statement(
            id="s1",
            form="direct",
            content=spans(text, "Nothing was promised,"),
            cue=spans(text, 'said. "Nothing'),
            source=spans(text, "an adviser to Mr Rill"),
        ),
        Statement(id="s2", form="direct", content=spans(text, "Nothing at all."), continues="s1"),
    )
    contact = Contact(
        id="c1",
        kind="call",
        evidence=spans(
            text, "The leaders of Kestria and Lowmark talked by telephone on Wednesday for an hour"
        ),
        date=When(raw="Wednesday", value="2031-03-05", basis="from-heading"),
    )
    figure = Figure(
        id="f1",
        raw="About 60 lorries",
        low=60,
        high=60,
        exact=False,
        thing="lorries",
        evidence=spans(text, "About 60 lorries"),
    )
    account = Account(
        report=_report(text, "Leaders talk <b>about</b> the border", "2031-03-05"),
        actors=actors,
        statements=statements,
        contacts=(contact,),
        figures=(figure,),
        origin=ORIGIN,
    )
    ids = {
        "actor:a1": rill().id,
        "statement:s1": "s-00000000001b",
        "statement:s2": "s-00000000002b",
    }
    ids |= {"contact:c1": "c-00000000001b", "figure:f1": "f-00000000001b"}
    return _shown("r-00000000000b", "Varde Wire", account, ids, url="javascript:alert(1)")


def _report(text: str, title: str, published: str) -> Report:
    return Report(
        id=body_id(text),
        publication="p",
        title=title,
        published=published,
        text=text,
        language="en",
    )


def _shown(
    id: str, publisher: str, account: Account, ids: dict[str, str], url: str | None = None
) -> ShownReport:
    report = account.report
    row = ReportRow(
        id=id,
        label=report.title or id,
        title=report.title,
        publisher=publisher,
        url=url,
        published=report.published,
        language="en",
        body=report.id,
        characters=len(report.text),
        actors=len(account.actors),
        claims={"statement": len(account.statements), "contact": len(account.contacts)},
    )
    return ShownReport(row=row, account=account, ids=ids)


def ref(report: ShownReport) -> ReportRef:
    row = report.row
    return ReportRef(id=row.id, label=row.label, publisher=row.publisher, published=row.published)


def contact_row(report: ShownReport, id: str, *parties: ActorRef) -> ContactRow:
    contact = report.account.contacts[0]
    words = " … ".join(span.of(report.account.report.text) for span in contact.evidence)
    return ContactRow(
        id=id,
        report=ref(report),
        kind=contact.kind,
        status=contact.status,
        date=contact.date,
        participants=tuple(ParticipantRow(actor=actor) for actor in parties),
        evidence=contact.evidence,
        words=words,
    )


def compared(*reports: ShownReport) -> ContactAccounts:
    first, second = reports
    rows = (
        contact_row(first, "c-00000000001a", venn(), rill()),
        contact_row(second, "c-00000000001b"),
    )

    def value(number: int, said: str | None, raw: str | None = None) -> SlotValue:
        return SlotValue(contact=rows[number].id, report=rows[number].report, value=said, raw=raw)

    return ContactAccounts(
        id=rows[0].id,
        accounts=rows,
        slots=(
            Slot(name="kind", verdict="agree", values=(value(0, "call"), value(1, "call"))),
            Slot(
                name="date",
                verdict="differ",
                values=(
                    value(0, "2031-03-04", "4 March 2031"),
                    value(1, "2031-03-05", "Wednesday"),
                ),
            ),
            Slot(
                name="duration",
                verdict="differ",
                values=(value(0, "PT30M", "half an hour"), value(1, "PT1H", "an hour")),
            ),
            Slot(
                name="topics",
                verdict="differ",
                difference="more",
                values=(value(0, "the locks; the levies"), value(1, "the locks; the mail boats")),
            ),
            Slot(
                name="outcome",
                verdict="agree",
                difference="precision",
                values=(value(0, "a pact"), value(1, "a pact on mail")),
            ),
            Slot(
                name="initiator",
                verdict="single",
                values=(value(0, "Lowmark", "at the request of Lowmark"), value(1, None)),
            ),
            Slot(name="place", verdict="silent", values=(value(0, None), value(1, None))),
        ),
        why=("same kind, dates one day apart, both name Lowmark",),
    )


def dossier() -> Dossier:
    """Return a dossier of two reports about one call, one of them hostile."""
    first, second = readout(), story()
    contact = compared(first, second)
    timeline = (
        TimelineRow(
            id="c-00000000001a",
            kind="contact",
            type="call",
            status="held",
            first_on="2031-03-04",
            last_on="2031-03-04",
            value="2031-03-04",
            raw="4 March 2031",
            basis="stated",
            actors=(venn(), rill()),
            words=contact.accounts[0].words,
            report=ref(first),
        ),
        TimelineRow(
            id="c-00000000001b",
            kind="contact",
            type="call",
            status="held",
            first_on="2031-03-05",
            value="2031-03-05",
            basis="from-heading",
            words=contact.accounts[1].words,
            report=ref(second),
        ),
        TimelineRow(
            id="d-00000000001a",
            kind="act",
            type="promise",
            status="planned",
            words="open two crossings",
            actors=(rill(),),
            report=ref(first),
        ),
    )
    actors = (
        ActorRow(
            id=venn().id,
            name="Asha Venn",
            kind="person",
            names=("Asha Venn", "the Prime Minister"),
            offices=("Prime Minister of Kestria",),
            reports=1,
            claims={"statement": 2},
        ),
        ActorRow(
            id=rill().id,
            name="Toma Rill",
            kind="person",
            names=("Toma Rill",),
            reports=2,
            claims={"contact": 1},
        ),
    )
    return Dossier(
        title="The border talks",
        made_at="2031-03-06T09:00:00Z",
        reports=(first, second),
        actors=actors,
        timeline=timeline,
        contacts=(contact,),
    )
