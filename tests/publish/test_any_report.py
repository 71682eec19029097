"""Whatever a report says, the page holds its words, whole and harmless."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.making import ORIGIN

from communique.model import Account, Actor, Contact, Report, Span, Statement, body_id, merged
from communique.model.dossier import Dossier
from communique.model.rows import ReportRow, ShownReport
from communique.publish.dossier import render

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("<>&\"'`/=\\{}%#-! \n\r\t\x00\x0b\x85\u2028\u202e\ufeff\ud800"),
        st.characters(),
        st.sampled_from("ab"),
    ),
    min_size=1,
    max_size=120,
)


class Words(HTMLParser):
    """The words in the paragraphs of reports, and every element's name and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.names: set[str] = set()
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {tag, *(f"@{name}" for name, _ in attrs)}
        if tag == "p" and ("dir", "auto") in attrs:
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "p" and self.inside:
            self.inside = False
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        self.words += data if self.inside else ""


KNOWN = Words(render(Dossier(title="x"))).names


def shown(text: str, spans: list[Span], title: str) -> ShownReport:
    report = Report(id=body_id(text), publication="p", text=text, title=title, url=title)
    statements = tuple(
        Statement(id=f"s{n}", form="direct", content=(span,), speaker="a1", parent=f"s{n - 1}")
        for n, span in enumerate(spans)
    )
    actor = Actor(id="a1", name=title, kind="person", mentions=merged(spans))
    contact = Contact(id="c1", kind="call", evidence=merged(spans))
    account = Account(
        report=report,
        actors=(actor,),
        statements=statements,
        contacts=(contact,),
        origin=ORIGIN,
    )
    row = ReportRow(id="r-1", label=title, url=title, body=report.id, characters=len(text))
    return ShownReport(row=row, account=account)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 119), st.integers(1, 40)), min_size=1), TEXTS)
def test_the_words_are_all_there_and_none_becomes_an_element(
    text: str, places: list[tuple[int, int]], title: str
) -> None:
    spans = [
        Span(start, min(start + length, len(text))) for start, length in places if start < len(text)
    ]
    report = shown(text, spans or [Span(0, len(text))], title)
    html = render(Dossier(title=title, reports=(report,)))
    page = Words(html)
    assert _letters(page.words) == _letters(text)
    assert page.names <= KNOWN | {
        "article", "h3", "h2", "p", "a", "dl", "dt", "dd", "div", "bdi", "code", "span", "ul", "li",
        "ol", "blockquote", "cite",
        "@id", "@class", "@href", "@dir", "@lang", "@data-keys", "@data-items", "@title",
        "@tabindex", "@aria-labelledby", "@aria-hidden", "@rel",
    }  # fmt: skip
    html.encode("utf-8")


def _letters(text: str) -> str:
    """Return ``text`` without white space and without what HTML has no place for."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]+", "", text)


def test_a_dossier_can_be_sent_over_the_wire() -> None:
    dossier = Dossier(title="x", reports=(shown("a b", [Span(0, 1)], "t"),))
    assert msgspec.json.decode(msgspec.json.encode(dossier), type=Dossier) == dossier
