"""Briefs made by hand, rendered, and read again with libraries that did not write them."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import msgspec
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from communique.errors import UnknownName, UsageError
from communique.model import Span
from communique.model.brief import (
    Brief,
    Note,
    Paragraph,
    Part,
    Picture,
    Subject,
    Table,
    Text,
)
from communique.model.rows import ReportRef
from communique.publish.briefs import pdf, word
from communique.publish.briefs.formats import FORMATS, render
from communique.publish.briefs.legible import quoted, stretches, told

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = (
    "<script>alert(1)</script> ]]> &amp; {{ 7*7 }} #eval(1) $x$ \\input{a} \x00\x0b\x1b[31m "
    "\ufffe \u202egnp.exe\u202c \ud800 =1+1 \"'`"
)
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 52"><rect width="9" height="9"/></svg>'
)


def report(label: str = "The Marrek Post") -> ReportRef:
    return ReportRef(id="r-1", label=label, publisher="Post & Sons", published="2031-03-04")


def brief(words: str = "We will open two gates", **changes: object) -> Brief:
    """Return a brief with something of everything in it."""
    said = Text(text=words, tone="quote", notes=(1,))
    paragraph = Paragraph(texts=(Text(text="Asha Venn:", tone="strong"), said))
    told = Text(text=words, notes=(2, 3))
    rows = ((Text(text="date", tone="strong"), told), (Text(text=""), Text(text="5 March")))
    table = Table(caption=f"Slots {words}", columns=("", "Says"), rows=rows, widths=(1, 3))
    picture = Picture(svg=DRAWN, alt="One bar")
    place = {"spans": (Span(3, 7),), "claim": "s-1"}
    made = Brief(
        subject=Subject(of="contact", id="c-1"),
        title=f"Call: {words}",
        name="contact-call",
        lede="What is told of it.",
        facts=(("Kind", "call"), ("Who", words)),
        parts=(
            Part(heading="Words", blocks=(paragraph, Paragraph(texts=(told,), indent=True))),
            Part(heading=words, blocks=(table, picture), depth=2),
        ),
        notes=(
            Note(report=report(), words=(words,), is_quoted=True, **place),  # type: ignore[arg-type]
            Note(
                report=report(words),
                words=(words, "and more"),
                url='https://post.example/?a=1&b=ü"<>',
                **place,  # type: ignore[arg-type]
            ),
            Note(report=report(), words=(words,), same_as=1, **place),  # type: ignore[arg-type]
            Note(report=report(), words=("again",), **place),  # type: ignore[arg-type]
            Note(report=report(), words=("again",), **place),  # type: ignore[arg-type]
        ),
        left_out=("Only the first 2 are in it.",),
        as_of="2031-03-04",
    )
    # Each note is cited once: the table has those that the paragraphs have not.
    told_again = Text(text=words, notes=(4, 5))
    again = msgspec.structs.replace(
        table, rows=((Text(text="date", tone="strong"), told_again), rows[1])
    )
    second = msgspec.structs.replace(made.parts[1], blocks=(again, picture))
    made = msgspec.structs.replace(made, parts=(made.parts[0], second))
    return msgspec.structs.replace(made, **changes)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_brief_gives_the_same_bytes(ending: str) -> None:
    assert render(brief(), ending) == render(brief(), ending)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownName):
        render(brief(), "odt")


def test_html_leads_from_marks_to_notes_and_back() -> None:
    page = html.fromstring(render(brief(), "html").decode())
    for number in range(1, 6):
        mark = page.get_element_by_id(f"mark-{number}")
        assert mark.get("href") == f"#note-{number}"
        note = page.get_element_by_id(f"note-{number}")
        assert f"#mark-{number}" in [a.get("href") for a in note.iter("a")]
    second = " ".join(page.get_element_by_id("note-2").text_content().split())
    assert "“We will open two gates … and more”" in second
    assert "Post & Sons, 4 March 2031. r-1, s-1, characters 3–7" in second
    assert "As note 1." in page.get_element_by_id("note-3").text_content()
    assert "two gates" not in page.get_element_by_id("note-1").text_content()


def test_html_runs_nothing_and_asks_for_nothing() -> None:
    text = render(brief(HOSTILE), "html").decode()
    page = html.fromstring(text)
    assert not page.xpath("//script | //link | //iframe | //object | //*[@onerror]")
    assert {each.get("src")[:19] for each in page.iter("img")} == {"data:image/svg+xml;"}
    assert "default-src 'none'" in text
    assert "<script>" not in text
    assert not re.search("[\x00-\x08\x0b\x1b\u202e]", text)
    assert "{{ 7*7 }}" in page.text_content()


def test_word_has_real_footnotes_that_python_docx_opens() -> None:
    data = render(brief(), "docx")
    document = docx.Document(io.BytesIO(data))
    assert document.core_properties.title == "Call: We will open two gates"
    assert document.core_properties.created.isoformat().startswith("2031-03-04")
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == ["Words"]
    assert document.tables[1].cell(0, 1).text == "Says"
    assert len(document.inline_shapes) == 1
    files = parts_of(data)
    body, notes = etree.fromstring(files["word/document.xml"]), files["word/footnotes.xml"]
    cited = [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")]
    assert cited == ["1", "2", "3", "4", "5"]
    told = {each.get(f"{W}id"): each for each in etree.fromstring(notes).iter(f"{W}footnote")}
    assert set(told) == {"-1", "0", *cited}
    words = "".join(told["2"].itertext())
    assert "“We will open two gates … and more”" in words
    assert "characters 3–7" in words


def test_word_links_lead_where_the_note_says() -> None:
    files = parts_of(render(brief(), "docx"))
    related = etree.fromstring(files["word/_rels/footnotes.xml.rels"])
    assert [each.get("Target") for each in related] == [
        "https://post.example/?a=1&b=%C3%BC%22%3C%3E"
    ]
    assert b"TargetMode" in files["word/_rels/footnotes.xml.rels"]


def test_every_file_of_a_word_document_is_xml_and_listed() -> None:
    files = parts_of(render(brief(HOSTILE), "docx"))
    for name, content in files.items():
        if not name.endswith(".png"):
            etree.fromstring(content)
    listed = etree.fromstring(files["[Content_Types].xml"])
    named = {each.get("PartName") for each in listed} - {None}
    assert {f"/{name}" for name in files} >= named


def test_word_says_that_a_picture_is_left_out_where_it_cannot_be_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(svg: str, scale: float) -> bytes:
        raise UsageError("PNG needs the extra 'plots'")

    monkeypatch.setattr(word, "to_png", refuse)
    document = docx.Document(io.BytesIO(render(brief(), "docx")))
    assert any("One bar The plot itself is left out" in p.text for p in document.paragraphs)


def test_pdf_holds_the_words_and_the_notes() -> None:
    data = render(brief(), "pdf")
    assert data.startswith(b"%PDF-1.7")
    text = text_of(data)
    assert "Call: We will open two gates" in text
    assert "“We will open two gates … and more”" in text
    assert "r-1, s-1, characters 3–7" in text
    assert pypdfium2.PdfDocument(data).get_metadata_value("Title").startswith("Call:")
    assert b"pdfaid" in data or b"/Metadata" in data


def test_a_reports_markup_is_no_code_in_pdf() -> None:
    text = text_of(render(brief(HOSTILE), "pdf"))
    for words in ("<script>alert(1)</script>", "{{ 7*7 }}", "#eval(1) $x$", "\\input{a}"):
        assert words in text


def test_pdf_prints_scripts_of_the_built_in_font_alike_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fonts = pdf._typst().Fonts(include_system_fonts=False)
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    words = "Оттмар Релк прийняв; Ελληνικά; שלום; Đặng Șerban ≠ ₴40 000"
    text = text_of(render(brief(words), "pdf"))
    assert "Оттмар Релк прийняв; Ελληνικά" in text
    assert "Đặng Șerban" in text


def test_pdf_has_no_empty_boxes_but_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = pdf._typst().Fonts(include_system_fonts=False)
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    with pytest.raises(UsageError, match=r"no font of this machine has .中. \(script: Cjk\)"):
        render(brief("Minister 中文 said"), "pdf")


def test_pdf_spells_signs_that_no_font_has(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = pdf._typst().Fonts(include_system_fonts=False)
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)
    text = text_of(render(brief("peace 🕊 and \ue000 this"), "pdf"))
    assert "peace ⟨U+1F54A⟩ and ⟨U+E000⟩ this" in text


def test_pdf_without_a_day_is_made_too() -> None:
    assert "two gates" in text_of(render(brief(as_of=None), "pdf"))
    assert "two gates" in text_of(render(brief(as_of="2031-05"), "pdf"))


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    with pytest.raises(UsageError, match=r"extra 'briefs'") as told:
        render(brief(), "pdf")
    assert "\n" not in str(told.value)
    assert "pip install 'communique[briefs]'" in str(told.value)


ARABIC = "قال الوزير (50 دقيقة)."


def test_right_to_left_words_are_marked_in_word() -> None:
    files = parts_of(render(brief(ARABIC), "docx"))
    body = etree.fromstring(files["word/document.xml"])
    for run in body.iter(f"{W}r"):
        text = "".join(each.text or "" for each in run.iter(f"{W}t"))
        marked = run.find(f"{W}rPr/{W}rtl") is not None
        assert marked == any("\u0600" <= letter <= "\u06ff" for letter in text), text
    assert b"<w:rtl/>" in files["word/footnotes.xml"]


def test_right_to_left_words_turn_nothing_beside_them() -> None:
    quote, lead = quoted(ARABIC), told(f"Venn to {ARABIC[:10]}: 4 March")
    assert (quote[0], quote[-2:]) == ("\u2068", "\u2069\u200e")
    assert lead == f"Venn to {ARABIC[:10]}\u200e: 4 March"
    assert quoted("plain") == told("plain") == "plain"
    assert told("\u202eturned\u2066") == "turned"
    assert "".join(piece for piece, _ in stretches(quote)) == quote
    assert stretches("") == ()


def test_many_marks_take_no_longer_than_their_number() -> None:
    assert len(told("ا" + " ،." * 100_000)) > 100_000
    assert len(told("ا ." * 100_000)) > 100_000


def test_a_long_table_is_rendered_whole() -> None:
    rows = tuple((Text(text=f"actor {n}"), Text(text="state")) for n in range(3_000))
    table = Table(caption="Actors", columns=("Name", "Kind"), rows=rows)
    long = brief(parts=(Part(heading="Actors", blocks=(table,)),), notes=())
    assert b"actor 2999" in render(long, "html")
    assert b"actor 2999" in parts_of(render(long, "docx"))["word/document.xml"]
    assert "actor 2999" in text_of(render(long, "pdf"))


@settings(max_examples=20, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_words_can_be_rendered(words: str) -> None:
    made = brief(words)
    page = html.fromstring(render(made, "html").decode())
    assert page.get_element_by_id("note-5") is not None
    first = msgspec.structs.replace(made, parts=made.parts[:1])  # pictures take their time
    for content in parts_of(render(first, "docx")).values():
        etree.fromstring(content)


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(codec="latin-1"), max_size=60))
def test_any_latin_words_can_be_printed(words: str) -> None:
    assert render(brief(words), "pdf").startswith(b"%PDF")
