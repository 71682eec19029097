"""HTML, PDF, Word, Markdown, rich text and mail: the words, and what the format declares."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from tests.acquire.making import docx, paragraph, pdf, report, table

from communique.acquire.formats.table import FORMATS, Format, Formats
from communique.errors import InternalError, UnknownFormat, UnknownName

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def gold(page: Path) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(page.with_suffix(".gold.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("page", [p for p in PAGES if p.stem != "no_text"], ids=lambda p: p.stem)
def test_pages(page: Path) -> None:
    wanted = gold(page)

    found = report(page)

    expected, got = words(str(wanted["text"])), words(found.text)
    common = sum((expected & got).values())
    assert 2 * common / (sum(expected.values()) + sum(got.values())) > 0.92
    assert [section.heading for section in found.sections] == wanted["headings"]
    for slot in ("title", "publisher", "url", "language"):
        assert getattr(found, slot) == wanted[slot]
    assert (found.published or "")[:10] == (wanted["published"] or "")


def test_a_page_keeps_paragraphs_lists_and_rows_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<p>One<br>two.</p><div>Three <b>bold</b><!-- no -->ly.</div><ul><li>Four<li>Five</ul>"
        "<table><tr><td>a<td>b</tr><tr><td>c</td><td>d</td></tr></table><pre>x  y\nz</pre>"
        "Loose words.<br><br>More&nbsp;words &amp; signs."
    )

    assert report(path).text == (
        "One\ntwo.\n\nThree boldly.\n\nFour\nFive\n\na\tb\nc\td\n\nx y\nz\n\n"
        "Loose words.\n\nMore words & signs."
    )


def test_a_page_that_is_a_menu_by_class_only_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<body class="has-sidebar menu-open"><div id="page-with-footer" class="widget">'
        + "<p>The envoys met on Monday, and they agreed to meet again.</p>" * 9
        + "</div></body>"
    )

    assert report(path).text.count("Monday") == 9


@pytest.mark.parametrize(
    ("head", "published", "title"),
    [
        ('<meta name="dcterms.issued" content="2031-05-03">', "2031-05-03", None),
        (
            '<script type="application/ld+json">{"@type":["NewsArticle"],"headline": "Envoys meet",'
            '"datePublished": "2031-05-03"}</script>',
            "2031-05-03",
            "Envoys meet",
        ),
        (
            '<script type="application/ld+json">{broken</script><title>Envoys meet</title>',
            None,
            "Envoys meet",
        ),
        (
            '<meta property="og:title" content="Envoys &amp; ministers meet">',
            None,
            "Envoys & ministers meet",
        ),
        ('<meta name="date" content="soon">', None, None),
    ],
)
def test_what_a_page_declares(
    tmp_path: Path, head: str, published: str | None, title: str | None
) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head>{head}</head><body><p>The envoys met.</p></body></html>")

    found = report(path)

    assert (found.published, found.title) == (published, title)
    if "soon" in head:
        assert found.published_basis == "unreadable: soon"


@pytest.mark.parametrize("label", ["windows-1251", "koi8-r", "utf-8", "iso-8859-5", "utf-16"])
def test_a_page_is_decoded_as_it_declares(tmp_path: Path, label: str) -> None:
    page = (
        f'<html><head><meta charset="{label}"></head><body><p>Послы встретились.</p></body></html>'
    )
    (tmp_path / "a.html").write_bytes(page.encode(label))

    assert report(tmp_path / "a.html").text == "Послы встретились."


WHO = ("", "The two sides", "All three of them", "The envoys")


def test_pdf_paragraphs_headings_and_running_heads(tmp_path: Path) -> None:
    pages = []
    for number in range(1, 4):
        lines = [
            (70, 800, 8, "Ministry of Ferrow - press service"),
            (70, 740, 11, f"{WHO[number]} agreed on the imple-"),
            (70, 726, 11, "mentation of the plan and on a long-"),
            (70, 712, 11, "term schedule with thirty-six steps in"),
            (70, 698, 11, "all. The well-known crossing is open."),
            (70, 670, 11, f"{WHO[number]} were on page {number} by"),
            (70, 656, 11, f"themselves, {WHO[number]}, and no more."),
            (290, 30, 8, f"Page {number} of 3"),
        ]
        pages.append(lines)
    pages[0].insert(1, (70, 770, 18, "Envoys meet in Oberhaven"))
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(pages, title="Envoys meet in Oberhaven"))

    found = report(path)

    assert found.title == "Envoys meet in Oberhaven"
    first, second, third, *_ = found.text.split("\n\n")
    assert first == "Envoys meet in Oberhaven"
    assert second == (
        "The two sides agreed on the implementation of the plan and on a long-term schedule "
        "with thirty-six steps in all. The well-known crossing is open."
    )
    assert third == "The two sides were on page 1 by themselves, The two sides, and no more."
    assert "Page" not in found.text
    assert "press service" not in found.text


def test_pdf_paragraphs_of_a_line_or_two_are_parted(tmp_path: Path) -> None:
    lines = [
        (70, 740, 11, "Ministry of Ferrow, 3 May 2031"),
        (70, 710, 11, "The envoys of the two states met in the old harbour"),
        (70, 696, 11, "and left."),
        (70, 666, 11, "It rained."),
        (70, 636, 11, "Nobody spoke."),
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([lines], title="untitled"))

    assert report(path).text.split("\n\n")[1:] == [
        "The envoys of the two states met in the old harbour and left.",
        "It rained.",
        "Nobody spoke.",
    ]


def test_pdf_paragraphs_run_over_pages(tmp_path: Path) -> None:
    first = [
        (70, 700, 11, "The envoys of the two states met in the"),
        (70, 686, 11, "harbour and were"),
    ]
    second = [
        (70, 700, 11, "seen to shake hands. They left."),
        (70, 686, 11, "It rained on all of them."),
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([first, second], title="untitled"))

    found = report(path)

    assert "met in the harbour and were seen to shake hands." in found.text
    assert found.title is None


def test_word_paragraphs_tables_and_properties(tmp_path: Path) -> None:
    changed = (
        "<w:ins><w:r><w:t> and left</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> never</w:delText></w:r></w:del>"
    )
    hidden = (
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>.</w:t></w:r></w:hyperlink>"
    )
    body = (
        paragraph("Envoys meet", "Title")
        + paragraph("3 May 2031")
        + paragraph("The envoys met", inner=changed + hidden)
        + paragraph("Fees", "Kop1")
        + table([["State", "Paid"], ["Karst", "6"]])
        + paragraph("Nothing else &amp; no more.")
    )
    style = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    path = tmp_path / "a.docx"
    path.write_bytes(docx(body, title="Envoys meet", styles=style))

    found = report(path)

    assert found.text == (
        "Envoys meet\n\n3 May 2031\n\nThe envoys met and left.\n\nFees\n\n"
        "State\tPaid\nKarst\t6\n\nNothing else & no more."
    )
    assert (found.title, found.published) == ("Envoys meet", "2031-05-03")
    (section,) = found.sections
    assert section.heading == "Fees"
    assert found.text[section.start : section.end].startswith("State\tPaid")


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 'Envoys meet'\ndate: 2031-05-03\npublisher: Quay Radio\n---\n",
        '+++\ntitle = "Envoys meet"\ndate = 2031-05-03\npublisher = "Quay Radio"\n+++\r\n',
    ],
)
def test_markdown_keeps_its_text_and_sets_front_matter_apart(tmp_path: Path, front: str) -> None:
    text = f"{front}\n# Envoys meet\n\nThe *envoys* met.\n\n## Fees\n\nNobody paid.\n"
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())

    found = report(path)

    assert found.text == text
    assert (found.title, found.published, found.publisher) == (
        "Envoys meet",
        "2031-05-03",
        "Quay Radio",
    )
    assert found.furniture[0].of(text).strip() == front.strip()
    assert [section.heading for section in found.sections] == ["Fees"]


def test_rich_text(tmp_path: Path) -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\*\generator Word;}\f0 Envoys meet\par "
        rb"\b The\b0  envoys \ldblquote met\rdblquote\emdash in \u1054?\u1073? and "
        rb"\'fcber.\par\par{\pict 0a0b}End\{\}.}"
    )
    path = tmp_path / "a.rtf"
    path.write_bytes(source)

    assert report(path).text == "Envoys meet\n\nThe envoys “met”—in Об and über.\n\nEnd{}."


def test_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"From: Press Office of Karst <press@karst.example>\r\nSubject: =?utf-8?q?Envoys_meet?=\r\n"
        b"Date: Sat, 03 May 2031 10:30:00 +0200\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nThe envoys met =FCber all.\r\n"
    )

    found = report(path)

    assert found.text == "The envoys met über all.\r\n"
    assert (found.title, found.publisher) == ("Envoys meet", "Press Office of Karst")
    assert found.published == "2031-05-03T10:30:00+02:00"


@pytest.mark.parametrize(
    ("name", "head", "format"),
    [
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.HTM", b"words", "html"),
        ("README", b"words", "text"),
        ("", b"  <!DOCTYPE html>", "html"),
        ("", b'{"text": 1}', "jsonl"),
        ("a.tar.gz", b"\x1f\x8b", "tar"),
        ("a.txt.gz", b"\x1f\x8b", "gzip"),
        ("a.docx", b"PK\x03\x04", "word"),
        ("", b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nWords", "mail"),
        ("Talks of 3.5 hours", b"words", "text"),
    ],
)
def test_which_format_a_file_has(name: str, head: bytes, format: str) -> None:
    assert FORMATS.of(name, head).name == format


def test_taken_and_unknown_names() -> None:
    with pytest.raises(InternalError, match="two formats called 'a'"):
        Formats([Format(name="a"), Format(name="a")])
    with pytest.raises(InternalError, match=r"two formats claim '\.x'"):
        Formats([Format(name="a", suffixes=(".x",)), Format(name="b", suffixes=(".x",))])
    with pytest.raises(UnknownName, match=r"choose one of: .*pdf.*word"):
        FORMATS.named("legacy Word")
    with pytest.raises(UnknownFormat):
        FORMATS.of("a.unknown", b"words")


def test_a_format_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.unknown"
    path.write_bytes(b"<p>The envoys met.</p>")

    assert report(path, format="html").text == "The envoys met."
    assert report(path, format="text").text == "<p>The envoys met.</p>"
