"""Accounts made by hand and by hypothesis, of invented states and people."""

from __future__ import annotations

from hypothesis import strategies as st
from msgspec.structs import replace

from communique.model import (
    Account,
    Act,
    Actor,
    Contact,
    Figure,
    Forecast,
    Label,
    LeftOut,
    Office,
    Origin,
    Participant,
    Place,
    Position,
    Proposal,
    Report,
    Span,
    Spans,
    Statement,
    Step,
    When,
    body_id,
    publication_id,
)

RULES = Origin(program="communique", version="0.1.0", settings="s" * 8)
NEWER = Origin(program="communique", version="0.2.0", model="m1", settings="s" * 8)


def where(text: str, words: str) -> Spans:
    """Return the span of the first place where ``words`` stand."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def report_of(text: str, **slots: str | None) -> Report:
    """Return a report of ``text``."""
    body = body_id(text)
    parts = [slots.get(name) for name in ("path", "publisher", "published")]
    return Report(id=body, publication=publication_id(body, *parts), text=text, **slots)  # type: ignore[arg-type]


def call(
    number: int = 1,
    *,
    day: str = "2031-05-17",
    caller: str = "Mira Oduvan",
    called: str = "Tomas Helk",
    path: str | None = None,
    origin: Origin = RULES,
    publisher: str = "Office of the President",
) -> Account:
    """Return what a report of a call between two presidents says."""
    text = (
        f"No. {number}. President {caller} of Norland telephoned President {called} of Sudmark"
        f" on {day}. They spoke for about 40 minutes about grain quotas. “We want the border"
        f" crossings open by autumn,” {caller} said, and added that 312 lorries were waiting."
    )
    person = Actor(
        id="a1",
        name=caller,
        kind="person",
        aliases=(caller.split()[-1],),
        offices=(Office(title="President", of="a3", evidence=where(text, "President")),),
        mentions=where(text, caller),
    )
    other = Actor(id="a2", name=called, kind="person", mentions=where(text, called))
    state = Actor(id="a3", name="Norland", kind="state", mentions=where(text, "Norland"))
    date = When(raw=day, value=day, basis="stated", evidence=where(text, day))
    return Account(
        report=report_of(
            text,
            path=path or f"{number}.txt",
            publisher=publisher,
            published=day,
            title=f"Call {number}",
        ),
        actors=(person, other, state),
        statements=(
            Statement(
                id="s1",
                form="direct",
                content=where(text, "We want the border crossings open by autumn"),
                cue=where(text, "said"),
                source=where(text, caller),
                speaker="a1",
            ),
            Statement(
                id="s2",
                form="indirect",
                content=where(text, "312 lorries were waiting"),
                cue=where(text, "added"),
                speaker="a1",
                continues="s1",
            ),
        ),
        contacts=(
            Contact(
                id="c1",
                kind="call",
                participants=(
                    Participant(actor="a1", represents="a3", evidence=where(text, caller)),
                    Participant(actor="a2", evidence=where(text, called)),
                ),
                initiator="a1",
                date=date,
                duration=When(
                    raw="about 40 minutes",
                    type="duration",
                    value="PT40M",
                    evidence=where(text, "about 40 minutes"),
                ),
                topics=(Label(label="grain quotas", evidence=where(text, "grain quotas")),),
                main=True,
                evidence=where(text, "telephoned"),
            ),
        ),
        dates=(date,),
        figures=(
            Figure(
                id="f1",
                raw="312",
                low=312,
                high=312,
                thing="lorries",
                claimant="a1",
                evidence=where(text, "312 lorries"),
            ),
        ),
        origin=origin,
    )


def sentences_of(account: Account) -> Spans:
    """Return the spans between full stops."""
    spans, start = [], 0
    for at, letter in enumerate(account.report.text):
        if letter == "." and at + 1 > start:
            spans.append(Span(start, at + 1))
            start = at + 2
    return tuple(spans)


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
_WORDS = st.none() | _TEXT


def _spans(length: int) -> st.SearchStrategy[Spans]:
    """Return spans in order, apart, within ``length`` code points; one or more."""
    edges = st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True).map(sorted)
    return edges.map(lambda e: tuple(Span(*p) for p in zip(e[::2], e[1::2], strict=False)))


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Draw accounts in which every slot may be filled, with whatever words."""
    text = draw(_TEXT)
    spans = _spans(len(text))
    some = st.just(()) | spans
    local = st.sampled_from(["a1", "a2", "a9"])
    maybe = st.none() | local
    days = st.sampled_from(["2031-05-17", "2031-05", "2031", "XXXX-05-17", "PAST_REF", "2031-W07"])
    when = st.builds(
        When,
        raw=_TEXT,
        value=st.none() | days,
        type=st.sampled_from(["date", "duration"]),
        evidence=some,
    )
    labels = st.lists(st.builds(Label, label=_TEXT, evidence=spans), max_size=2).map(tuple)
    ids = st.just("1")

    def many(
        build: st.SearchStrategy[object], letter: str
    ) -> st.SearchStrategy[tuple[object, ...]]:

        def numbered(items: list[object]) -> tuple[object, ...]:
            return tuple(replace(item, id=f"{letter}{n}") for n, item in enumerate(items, 1))  # type: ignore[type-var]

        return st.lists(build, max_size=2).map(numbered)

    lists = {
        "actors": many(
            st.builds(
                Actor,
                id=ids,
                name=_TEXT,
                kind=st.sampled_from(["person", "state", "group", "bloc"]),
                aliases=st.lists(_TEXT, max_size=2).map(tuple),
                offices=st.lists(
                    st.builds(Office, title=_TEXT, of=maybe, evidence=spans), max_size=1
                ).map(tuple),
                mentions=some,
                pronouns=some,
            ),
            "a",
        ),
        "statements": many(
            st.builds(
                Statement,
                id=ids,
                why=_WORDS,
                form=st.sampled_from(["direct", "indirect", "mixed"]),
                content=spans,
                cue=some,
                speaker=maybe,
                addressee=maybe,
                parent=st.sampled_from([None, "s1", "s7"]),
            ),
            "s",
        ),
        "contacts": many(
            st.builds(
                Contact,
                id=ids,
                kind=st.sampled_from(["call", "meeting", "letter"]),
                status=st.sampled_from(["held", "planned"]),
                participants=st.lists(
                    st.builds(Participant, actor=local, represents=maybe, evidence=some),
                    max_size=3,
                ).map(tuple),
                initiator=maybe,
                date=st.none() | when,
                place=st.none() | st.builds(Place, raw=_TEXT, name=_TEXT, evidence=some),
                topics=labels,
                outcome=labels,
                series=st.none() | st.integers(2, 9),
                evidence=spans,
            ),
            "c",
        ),
        "figures": many(
            st.builds(
                Figure,
                id=ids,
                raw=_TEXT,
                low=st.none() | st.floats(allow_nan=False, allow_infinity=False),
                thing=_WORDS,
                claimant=maybe,
                as_of=st.none() | when,
                evidence=spans,
            ),
            "f",
        ),
        "acts": many(
            st.builds(
                Act,
                id=ids,
                type=st.sampled_from(["offer", "reject"]),
                actor=maybe,
                towards=maybe,
                what=_TEXT,
                condition=st.none() | spans,
                when=st.none() | when,
                evidence=spans,
            ),
            "d",
        ),
        "positions": many(
            st.builds(
                Position,
                id=ids,
                actor=maybe,
                issue=_TEXT,
                stance=_TEXT,
                polarity=st.just("for"),
                evidence=spans,
            ),
            "p",
        ),
        "forecasts": many(
            st.builds(
                Forecast, id=ids, by=maybe, what=_TEXT, horizon=st.none() | when, evidence=spans
            ),
            "o",
        ),
        "proposals": many(
            st.builds(
                Proposal,
                id=ids,
                by=maybe,
                title=_TEXT,
                steps=st.lists(
                    st.builds(Step, order=st.just(1), what=_TEXT, evidence=spans), max_size=2
                ).map(tuple),
                backed_by=st.just(()) | st.just(("a1",)),
                evidence=spans,
            ),
            "l",
        ),
        "dates": st.lists(when, max_size=3).map(tuple),
        "left_out": st.lists(
            st.builds(
                LeftOut,
                kind=st.just("act"),
                label=st.just("thank"),
                likelihood=st.just(0.5),
                evidence=spans,
            ),
            max_size=2,
        ).map(tuple),
    }
    published = draw(st.none() | st.sampled_from(["2031-05-17", "2031-05-17T08:29:00+02:00"]))
    report = report_of(text, path=draw(_WORDS), title=draw(_WORDS), published=published)
    # A few lists at a time: all of them would take more than hypothesis likes to draw.
    names = draw(st.lists(st.sampled_from(sorted(lists)), min_size=1, max_size=3, unique=True))
    filled = {name: draw(lists[name]) for name in {*names, "actors"}}
    return Account(report=report, origin=draw(st.sampled_from([RULES, NEWER])), **filled)
