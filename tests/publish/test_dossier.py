from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from tests.publish.making import STORY, dossier

from communique.model.dossier import Dossier
from communique.model.rows import Filter
from communique.publish.dossier import render, write


class Read(HTMLParser):
    """The elements, ids, links and visible words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [a[attribute] or "" for _, a in self.tags if attribute in a]


@pytest.fixture(scope="module")
def html() -> str:
    return render(dossier())


@pytest.fixture(scope="module")
def page(html: str) -> Read:
    return Read(html)


def test_ids_are_unique_and_no_link_leads_nowhere(page: Read) -> None:
    ids = page.all("id")
    assert sorted(set(ids)) == sorted(ids)
    assert [h for h in page.all("href") if h[1:] not in ids] == []


def test_every_claim_is_linked_both_ways(page: Read) -> None:
    ids = set(page.all("id"))
    links = set(page.all("href"))
    for key in (
        "s-00000000001a",
        "s-00000000002a",
        "c-00000000001b",
        "f-00000000001a",
        "d-00000000001a",
    ):
        assert {key, f"w-{key}"} <= ids
        assert {f"#{key}", f"#w-{key}"} <= links


def test_a_report_full_of_script_harms_nothing(html: str, page: Read) -> None:
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not any(tag in ("img", "iframe", "object", "link", "base") for tag, _ in page.tags)
    assert not any(name.startswith("on") or name == "style" for _, a in page.tags for name in a)
    assert "javascript:" not in "".join(page.all("href"))
    assert STORY.splitlines()[-1] in "".join(page.words)


def test_the_policy_allows_the_page_its_own_style_and_script_only(html: str, page: Read) -> None:
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv")) or ""
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        assert body
        digest = b64encode(sha256(body[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_nothing_is_fetched_from_anywhere(page: Read) -> None:
    assert page.all("src") == []
    assert all(link.startswith("#") for link in page.all("href"))


def test_differing_accounts_are_told_apart_in_words(page: Read) -> None:
    words = " ".join(" ".join(page.words).split())
    for said in (
        "differ on date, duration",
        "differs: A",
        "differs: B",
        "agrees",
        "only account",
        "does not say",
    ):
        assert said in words
    assert "30 minutes" in words
    assert "5 March 2031" in words


def test_what_can_all_be_so_is_told_apart_from_what_cannot(page: Read) -> None:
    words = " ".join(" ".join(page.words).split())
    assert "Each names more" in words
    assert "names others" in words
    assert "Accounts agree, one is less exact" in words
    assert "differ on date, duration, topics" not in words


def test_nested_speech_is_drawn_inside_the_speech_that_tells_it(page: Read) -> None:
    inner = [a for _, a in page.tags if "say-2" in (a.get("class") or "") and "data-keys" in a]
    assert inner
    for a in inner:
        assert "say-1" in (a["class"] or "")
        assert {"s-00000000001a", "s-00000000002a"} <= set((a["data-keys"] or "").split())
    assert "as told by" in " ".join(page.words)


def test_the_same_dossier_gives_the_same_page(html: str) -> None:
    assert render(dossier()) == html


def test_what_does_not_fit_is_left_out_and_said_so() -> None:
    small = render(dossier(), text_limit=10)
    page = Read(small)
    assert "The texts of 1 report" in small
    assert "w-s-00000000001b" not in page.all("id")
    assert [h for h in page.all("href") if h[1:] not in page.all("id")] == []


def test_a_part_of_a_record_says_what_it_is_narrowed_down_to() -> None:
    part = msgspec.structs.replace(
        dossier(), wanted=Filter(actor="a-00000000rill", since="2031-03")
    )
    assert "a part of the record only: actor Toma Rill, from March 2031." in render(part)
    assert "a part of the record" not in render(dossier())


def test_control_characters_and_broken_letters_are_shown_not_passed_on() -> None:
    whole = dossier()
    odd = msgspec.structs.replace(whole, title="a\x00b\ud800c\x1b[31m")
    assert "a\ufffdb\ufffdc\ufffd[31m" in render(odd)


def test_an_empty_record_has_a_page_too() -> None:
    assert "No report tells of anything" in render(Dossier(title="Nothing yet"))


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = write(dossier(), tmp_path / "d.html")
    assert path.read_text(encoding="utf-8") == render(dossier())
    with pytest.raises(OSError, match="missing"):
        write(dossier(), tmp_path / "missing" / "d.html")
    assert [p.name for p in tmp_path.iterdir()] == ["d.html"]
