"""Contacts of short invented stories in many styles, read from plain text by the rules."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.extract import extract
from communique.model import Contact, Reading, Report, body_id, verify_account
from communique.model import account_of as account
from communique.read.rules import RuleReader
from extract.states import states_known

STORIES = [
    story
    for name in (
        "contact_stories.toml",
        "contact_news.toml",
        "contact_agenda.toml",
        "contact_wordings.toml",
        "contact_transcripts.toml",
        "contact_verbs.toml",
        "contact_parties.toml",
        "contact_accounts.toml",
        "contact_company.toml",
        "contact_cut.toml",
        "contact_subjects.toml",
        "contact_ministries.toml",
        "contact_genres.toml",
        "contact_genres_more.toml",
        "contact_desk.toml",
        "contact_several.toml",
        "contact_several_more.toml",
        "contact_overtures.toml",
        "contact_asked.toml",
    )
    for story in tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["story"]
]


@pytest.fixture(scope="module", autouse=True)
def invented_states() -> Iterator[None]:
    """Let the reader know the states of the stories as it knows real ones."""
    with states_known():
        yield


def _cases() -> Iterator[Any]:
    """Yield the stories; those that are not yet read whole are known to fail (``open``)."""
    for story in STORIES:
        marks = [pytest.mark.xfail(strict=True, reason="not yet read")] if "open" in story else []
        yield pytest.param(story, id=story["name"], marks=marks)


@pytest.mark.parametrize("story", list(_cases()))
def test_story(story: dict[str, Any]) -> None:
    text = story["text"]
    report = Report(
        id=body_id(text), publication=body_id(text)[:16], text=text, published="2031-05-14",
        language="en",
    )  # fmt: skip
    (reading,) = RuleReader().read([report])
    claims = extract(reading, doubtful=True)
    verify_account(account(reading, claims))
    left = list(claims.contacts)
    for wanted in story["contacts"]:
        fits = [one for one in left if not faults(reading, wanted, one)]
        assert fits, [(one.kind, faults(reading, wanted, one)) for one in left]
        left.remove(fits[0])
    assert {one.kind for one in left} <= set(story.get("also", ()))


def faults(reading: Reading, wanted: dict[str, Any], told: Contact) -> list[str]:
    """Return in what a contact differs from what a story tells."""
    names = {actor.id: (actor.name, *actor.aliases) for actor in reading.actors}
    text = reading.report.text
    for actor in reading.actors:
        names[actor.id] += tuple(span.of(text) for span in actor.mentions)
    found: dict[str, Any] = {
        "kind": told.kind,
        "status": told.status,
        "initiator": " ".join(names.get(told.initiator or "", ())),
        "date": (told.date.value or "") if told.date else "",
        "place": told.place.name if told.place else "",
        "duration": (told.duration.value or "") if told.duration else "",
        "channel": told.channel,
        "series": told.series,
    }
    wrong = [slot for slot in ("kind", "status", "duration", "channel", "series")
             if slot in wanted and wanted[slot] != found[slot]]  # fmt: skip
    wrong += [slot for slot in ("initiator", "date") if wanted.get(slot, "") not in found[slot]]
    if "place" in wanted and (wanted["place"] not in found["place"] or not wanted["place"]):
        wrong += ["place"] if wanted["place"] or found["place"] else []
    for slot in ("topics", "outcome"):
        labels = [label.label for label in getattr(told, slot)]
        wrong += [w for w in wanted.get(slot, ()) if not any(w in label for label in labels)]
    labels = [label.label for label in told.topics]
    wrong += [f"not {w}" for w in wanted.get("no_topics", ()) if any(w in one for one in labels)]
    return wrong + (strangers(names, wanted["who"], told) if "who" in wanted else [])


def strangers(names: dict[str, tuple[str, ...]], who: list[str], told: Contact) -> list[str]:
    """Return who is missing, or takes part without being wanted."""
    left = list(told.participants)
    wrong: list[str] = []
    for one in who:
        person, _, role = one.partition(":")
        person, _, state = person.partition("/")
        hits = [
            p for p in left
            if any(person in name for name in names[p.actor])
            and (not role or p.role == role)
            and (
                p.represents is None
                if state == "-"
                else state in names.get(p.represents or "", (p.represents or "",))[0]
            )
        ]  # fmt: skip
        if hits:
            left.remove(hits[0])
        else:
            wrong.append(one)
    return wrong + [names[p.actor][0] for p in left]
