"""RSS and Atom: a report an entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.acquire.making import fault, outcomes, reports

from communique.errors import DamagedInput, EmptyInput, InputError
from communique.model import Report

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quay Radio</title><link>https://quay.example/</link><language>en-gb</language>
<item><title>Envoys &amp;amp; boats</title><link>https://quay.example/1</link>
<pubDate>Sat, 03 May 2031 09:30:00 +0200</pubDate><description>The envoys met.</description>
<content:encoded><![CDATA[<p>The envoys of Karst met on Friday.</p><p>They talked of boats.</p>]]>
</content:encoded></item>
<item><title>Late</title><guid isPermaLink="true">https://quay.example/2</guid>
<source url="https://wire.example/">Karst Wire</source>
<description>Nothing was agreed &amp;mdash; yet.</description></item>
<item><title>Nothing but a title</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Gouvernement</title>
<entry><title>Entretien</title><link rel="self" href="https://gov.example/self"/>
<link href="https://gov.example/1"/><id>urn:1</id><updated>2031-05-04T10:00:00Z</updated>
<published>2031-05-03T10:00:00Z</published><summary>Un entretien.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Les envoyés se sont entretenus vendredi.</p></div></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old Wire</title></channel>
<item><title>Talks</title><link>https://old.example/1</link><dc:date>2031-05-03</dc:date>
<description>The envoys met again.</description></item></rdf:RDF>"""


def test_an_rss_feed_gives_a_report_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "news.xml"
    path.write_text(RSS, "utf-8")

    first, second, third = outcomes(path)

    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == "The envoys of Karst met on Friday.\n\nThey talked of boats."
    assert (first.title, first.publisher, first.url) == (
        "Envoys & boats",
        "Quay Radio",
        "https://quay.example/1",
    )
    assert (first.published or "").startswith("2031-05-03T09:30")
    assert (first.language, first.path) == ("en-gb", f"{path}:1")
    assert second.text == "Nothing was agreed — yet."
    assert (second.publisher, second.url) == ("Karst Wire", "https://quay.example/2")
    assert isinstance(third, InputError)
    assert third.subject == f"{path}:3"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.atom", ATOM, ("Les envoyés se sont entretenus vendredi.", "https://gov.example/1")),
        ("b.rss", RDF, ("The envoys met again.", "https://old.example/1")),
        ("no ending", RDF, ("The envoys met again.", "https://old.example/1")),
    ],
)
def test_other_feeds_are_read(tmp_path: Path, name: str, text: str, told: tuple[str, str]) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    (found,) = reports(tmp_path / name)

    assert (found.text, found.url) == told
    assert (found.published or "").startswith("2031-05-03")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<rss><channel><title>Quiet</title></channel></rss>", EmptyInput),
        ("<rss><channel><item>", DamagedInput),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><item><description>&a;</description></item></rss>',
         DamagedInput),
    ],
)  # fmt: skip
def test_what_is_no_good_feed_is_refused(tmp_path: Path, text: str, kind: type[InputError]) -> None:
    (tmp_path / "bad.rss").write_text(text, "utf-8")

    assert isinstance(fault(tmp_path / "bad.rss"), kind)
