"""Whether a contact is over or to come, by its day and by when its report came out."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.particulars.weekdays import (
    gone_by,
    names_a_day_before,
    to_come,
    told_on,
)
from communique.extract.contacts.topics.headings import is_titled
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View
from communique.model import When

_OVER = ("during", "after", "following", "since", "building", "builds")
"""Words before a contact that is over."""
_AHEAD_OF = frozenset({"advance", "ahead", "before"})
"""Words before a contact that was still to come when something else was done."""
_AS_WE_SPEAK = 4  # items behind a contact in which it is told to be under way
_GOING = frozenset({"verb:travel", "verb:meet", "verb:host", "verb:welcome", "verb:sit-down"})
"""What is to come where it is going on over a time: "is meeting Lind this week"."""
_OWNING = ("has", "have", "got")
"""Verbs of what is on one's schedule."""


def dated(scene: Scene, mention: Mention) -> Mention:
    """Take a contact for planned that is named for a day after the report came out.

    "Her trip on Friday", "is hosting Lind later today": only the day tells that it is to come.
    "During her trip in July" is of a July that is over.
    """
    published = told_on(mention.date, scene.view.reading.report.published or "")
    told, day = mention.modality, _first_day(mention.date)
    progressive = _is_progressive(scene, mention) or _is_present(scene, mention)
    if told.status == told.unasked == "held" and not progressive and _is_beside(scene, mention):
        mention = replace(mention, date=gone_by(mention.date, published))
        day = _first_day(mention.date)
    if told.status == "hypothetical" and told.cue == "about" and _is_over(mention, published):
        return replace(mention, modality=replace(told, status="held", unasked="held"))
    known = (*_AHEAD_OF, *_OVER)  # "during her visit last year, which … will remember"
    if told.status == "planned" and told.cue in known and _is_past(mention.date, published):
        return replace(mention, modality=replace(told, status="held", unasked="held"))
    if told.status != "held" or len(published) != 10 or told.cue in _OVER:
        return mention
    named = mention.why.startswith("noun:named")
    if not day:  # "is travelling to Borduria", "is meeting Lind shortly"
        ahead = mention.date is not None and mention.date.value == "FUTURE_REF"
        journey = progressive and mention.why == "verb:travel"
        journey = journey or (mention.why in _GOING and _is_ahead_now(scene, mention))
        journey = journey or (ahead and (progressive or named))
        return replace(mention, modality=replace(told, status="planned")) if journey else mention
    if _is_progressive(scene, mention) and to_come(mention.date, "planned", published) != (
        mention.date
    ):
        return replace(mention, modality=replace(told, status="planned"))  # "is meeting on Friday"
    if not (named or progressive):
        return mention
    going = _is_progressive(scene, mention) and mention.why in _GOING
    if going and mention.date and mention.date.interval and mention.date.interval[1] >= published:
        return replace(mention, modality=replace(told, status="planned"))  # "is flying this week"
    words = mention.date.raw.lower().split() if mention.date else []
    later = day == published and not scene.triggers.words["later"].isdisjoint(words)
    later = later and not (named and _is_dated_before(scene, mention))
    if day > published or later or (day == published and _is_scheduled(scene, mention)):
        return replace(mention, modality=replace(told, status="planned"))
    return mention


def _is_beside(scene: Scene, mention: Mention) -> bool:
    """Tell "flew to Azul | on Sunday" from "met to prepare Sunday's summit"."""
    spans = mention.date.evidence if mention.date else ()
    if not spans or not mention.why.startswith("verb:"):
        return False
    at = next((n for n, one in enumerate(scene.items) if one.start >= spans[0].start), 0)
    after = at + 1
    while scene.is_dated(after):
        after += 1
    owned = scene.word(after) in ("'s", "’s", "'")
    near = scene.word(at - 1) == "on" or at == mention.after
    return near and not owned and at - mention.after <= _AS_WE_SPEAK


def _is_over(mention: Mention, published: str) -> bool:
    """Tell "talked about speaking with Lind yesterday" from what is yet to be."""
    day = _first_day(mention.date)
    return bool(day) and day < published


def _is_past(date: When | None, published: str) -> bool:
    """Tell whether a day, a month or a season is over when the report comes out."""
    return date is not None and date.interval is not None and date.interval[1][:10] < published


def _is_dated_before(scene: Scene, mention: Mention) -> bool:
    """Tell "this afternoon, Ruiz was told of her talks", whose day is that of the telling."""
    spans = mention.date.evidence if mention.date else ()
    return bool(spans) and spans[0].end <= scene.items[mention.first].start


def _first_day(date: When | None) -> str:
    """Return the first day that a contact's date may mean; empty if it is vague."""
    if date is not None and date.interval:
        return date.interval[0][:10]
    day = ((date.value if date else None) or "")[:10]
    return day if len(day) == 10 and day[:4].isdigit() else ""


def redate(view: View, cluster: Cluster) -> None:
    """Settle a contact that is told as held on a day after the report came out.

    Where it is only named ("her first trip abroad … that trip in June"), it is to come. Where
    it took place, the day is that of something else ("met to prepare Monday's summit").
    """
    published = told_on(cluster.date, view.reading.report.published or "")
    first = cluster.mentions[0]
    if cluster.status == "held" and _is_in_preview(view, cluster):
        cluster.mentions[0] = replace(first, modality=replace(first.modality, status="planned"))
    if cluster.status != "held" or len(published) != 10 or _first_day(cluster.date) <= published:
        return
    if all(one.why == "noun:named" for one in cluster.mentions):
        if first.modality.cue not in _OVER:
            ahead = replace(first.modality, status="planned")
            cluster.mentions[0] = replace(first, modality=ahead)
        return
    cluster.mentions = [
        replace(one, date=None) if _first_day(one.date) > published else one
        for one in cluster.mentions
    ]


def _is_in_preview(view: View, cluster: Cluster) -> bool:
    """Tell "their meeting" in a report whose title says that it previews one."""
    ahead = triggers_for(view.lexicon).words["previewing"]
    named = all(one.why == "noun:named" and one.date is None for one in cluster.mentions)
    told = any(one.distinct or one.series for one in cluster.mentions)
    return named and not told and is_titled(view.reading.report.title, ahead)


def _is_present(scene: Scene, mention: Mention) -> bool:
    """Tell "meets Lind on Friday" from "met"."""
    if mention.why == "noun:held":
        words = (scene.word(at) for at in range(mention.first, mention.index))
        finite = any(scene.triggers.light.get(word) in ("third", "base") for word in words)
        return finite or _is_scheduled(scene, mention)
    verb = scene.triggers.verbs.get(scene.word(mention.index))
    return verb is not None and verb.form == "third" and mention.why.startswith("verb:")


def _is_scheduled(scene: Scene, mention: Mention) -> bool:
    """Tell "has a meeting (today)", "we've got the meeting (today)" from "held one"."""
    words = [scene.word(at) for at in range(mention.first, mention.index)]
    own = [at for at, word in enumerate(words) if word in _OWNING]
    return mention.why == "noun:held" and any(
        words[at] != "got" or (at and scene.lexicon.has(words[at - 1], "have")) for at in own
    )


def _is_ahead_now(scene: Scene, mention: Mention) -> bool:
    """Tell "is meeting Lind because of it", which is to come, from "is now meeting Lind"."""
    near = (scene.word(at) for at in range(mention.first, mention.after + _AS_WE_SPEAK))
    return _is_progressive(scene, mention) and scene.triggers.words["under_way"].isdisjoint(near)


def _is_progressive(scene: Scene, mention: Mention) -> bool:
    near = range(max(mention.first, mention.index - 8), mention.index)
    light = scene.triggers.light
    held = any(light.get(scene.word(at)) == "ing" for at in near)
    return (held or scene.word(mention.index).endswith("ing")) and any(
        scene.word(at) in scene.triggers.words["present"] for at in near
    )


def of_publication(view: View, cluster: Cluster, main: bool) -> When | None:
    """Return "about the day of publication" for a readout that names no day itself.

    Only for the main contact, told in the first sentence as something that happened, where its
    words before name no day shortly before.
    """
    published = (view.reading.report.published or "")[:10]
    first = cluster.mentions[0]
    if not main or len(published) != 10 or first.sentence > 0 or first.series:
        return None
    if names_a_day_before(view, first.sentence, first.evidence.end, published):
        return None  # "arrived in Azul on Sunday and was received by": perhaps on Sunday
    return When(raw="", value=f"{published}~", basis="from-publication", anchor=published)
