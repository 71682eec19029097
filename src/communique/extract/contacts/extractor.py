"""The contacts of a reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.contacts.clauses.scene import Scene, unique
from communique.extract.contacts.company.answers import with_answer
from communique.extract.contacts.company.attendance import present_at, with_attendance
from communique.extract.contacts.company.delegates import delegates_at
from communique.extract.contacts.company.further import with_further
from communique.extract.contacts.company.going_on import asks_who, begun, goes_on
from communique.extract.contacts.company.speakers import in_whose_name
from communique.extract.contacts.company.standing import standing_for
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.mentions.awaited import awaited
from communique.extract.contacts.mentions.chronicle import (
    on_its_line,
    on_same_day,
    within_hours,
)
from communique.extract.contacts.mentions.frames import mentions_in
from communique.extract.contacts.mentions.questions import (
    is_asked,
    is_missed,
    is_presupposed,
    is_to_be,
)
from communique.extract.contacts.mentions.they import with_they
from communique.extract.contacts.mentions.to_come import invitation, next_round
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.merging.days import dated, of_publication, redate
from communique.extract.contacts.merging.merge import clusters_of, settled
from communique.extract.contacts.onesided.finder import with_onesided
from communique.extract.contacts.particulars.hosts import with_host
from communique.extract.contacts.particulars.journeys import is_journey, is_way
from communique.extract.contacts.particulars.slots import dressed
from communique.extract.contacts.particulars.starters import (
    as_interpreters,
    helpers_in,
    initiator_in,
    inviter_in,
    mediators_in,
    passed_on,
)
from communique.extract.contacts.particulars.weekdays import suited
from communique.extract.contacts.parties.unofficial import official
from communique.extract.contacts.topics.headings import headings_of, is_titled
from communique.extract.contacts.topics.topic_owners import FOCUS, give_topics, handed_over
from communique.extract.contacts.triggers import triggers_for
from communique.extract.contacts.untold.alone import is_private
from communique.extract.contacts.untold.cut import is_cut
from communique.extract.contacts.untold.doubts import is_doubtful
from communique.extract.contacts.untold.enough import is_told
from communique.extract.contacts.untold.misnamed import is_misnamed
from communique.extract.view import View
from communique.model import (
    Claims,
    Contact,
    ContactKind,
    Label,
    Place,
    Span,
    Spans,
    When,
    merged,
)

_LONGEST = 400  # tokens; what is longer is a list or a table and no sentence
_BETWEEN_STATES = frozenset({"call", "meeting", "summit", "talks", "visit", "conversation"})
_IN_PERSON = "in person"
_ATTENDED = frozenset({"meeting", "talks", "summit", "call", "visit", "conversation"})
_MEETINGS = frozenset({"meeting", "talks", "summit"})
_NEAR = 3  # sentences behind a contact in which a report tells whom the sides had sent
_RUNG = frozenset({"verb:call", "verb:call-back", "verb:contact"})
_DIALLED = _RUNG | {"verb:reach-out", "verb:get-in-touch"}
_LEAD = 3  # sentences in which the contact that a report is about is told


class ContactExtractor:
    """Finds the contacts of a reading."""

    gives: ClassVar[str] = "contacts"
    needs: ClassVar[frozenset[str]] = frozenset()

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``contacts`` filled, in the order of first mention."""
        clusters = settled(clusters_of(_mentions(view)))
        told = [one for one in clusters if is_told(view, one) and not is_doubtful(view, one)]
        wrong = (is_cut, is_misnamed, is_private)
        told = [one for one in told if not any(test(view, one) for test in wrong)]
        for cluster in told:
            redate(view, cluster)
        main = _main(told)
        interview = next((one for one in told if _is_leading_interview(one)), None)
        told = with_onesided(view, told)
        contacts = tuple(
            _contact(view, cluster, f"c{number}", main)
            for number, cluster in enumerate(told, start=1)
        )
        if interview is not None:
            contacts = _with_headings(view, contacts, told.index(interview))
        return replaced(claims, contacts=tuple(_with_inviter(one, contacts) for one in contacts))


def _with_inviter(contact: Contact, contacts: Iterable[Contact]) -> Contact:
    """Let who invited the other to where they met be who started it."""
    if contact.initiator or contact.status == "invited" or contact.place is None:
        return contact
    people = {one.actor for one in contact.participants}
    hosts = {
        person.actor
        for other in contacts
        if other.status == "invited"
        and other.place is not None
        and other.place.name == contact.place.name
        and {one.actor for one in other.participants} == people
        for person in other.participants
        if person.role == "host"
    }
    return replaced(contact, initiator=hosts.pop()) if len(hosts) == 1 else contact


def _is_leading_interview(cluster: Cluster) -> bool:
    """Tell the interview that a report gives from one that it only mentions."""
    return cluster.kind == "interview" and cluster.mentions[0].sentence < _LEAD


def _with_headings(view: View, contacts: tuple[Contact, ...], at: int) -> tuple[Contact, ...]:
    """Give the interview at ``at`` the report's headings as topics too."""
    topics = _in_order([*contacts[at].topics, *headings_of(view)])
    given = replaced(contacts[at], topics=topics)
    return (*contacts[:at], given, *contacts[at + 1 :])


def _mentions(view: View) -> list[Mention]:
    """Return all mentions with their slots; topics of later sentences are theirs too."""
    triggers = triggers_for(view.lexicon)
    goes_on_by = triggers.words["going_on"]
    found: list[Mention] = []
    for sentence in range(len(view.reading.sentences)):
        here: list[Mention] = []
        if view.has_any(sentence, triggers.anywhere):
            here = _mentions_of(view, sentence)
        here = on_same_day(view, here, found[-1] if found else None)
        if found and (asks_who(view, sentence) or view.has_any(sentence, goes_on_by)):
            here = _going_on(view, sentence, found, here)
        if found and view.has_any(sentence, triggers.words["attendance"]):
            here = _attended(view, sentence, found[-1], here)
        if found and view.has_any(sentence, triggers.words["delegating"]):
            here = _sent(view, sentence, found, here)
        if view.has_any(sentence, triggers.words["to_come"]):
            here = _to_come(view, sentence, found, here)
        if here or (found and sentence - found[-1].sentence <= FOCUS):
            give_topics(view, sentence, here, found)
        found.extend(handed_over(here))
    return found


def _mentions_of(view: View, sentence: int) -> list[Mention]:
    if len(view.items(sentence)) > _LONGEST:
        return []
    scene = Scene(view, sentence)
    listed = (with_further(scene, found) for found in mentions_in(scene))
    own = (one for found in listed if (one := in_whose_name(scene, found)))
    found = [on_its_line(view, within_hours(view, one)) for one in dressed(view, list(own))]
    found = [one for one in found if not is_missed(scene, one)]
    here = [one for one in found if not is_way(view, one)]
    if len(here) > 1:
        here = [one for one in here if not is_journey(one)]
    here = [with_they(scene, with_attendance(scene, mention)) for mention in here]
    spots = [one.index for one in found]
    started = (_with_starters(scene, mention, spots) for mention in here)
    asked = (awaited(scene, _asked(scene, mention)) for mention in passed_on(started))
    return [with_answer(scene, dated(scene, mention)) for mention in asked]


def _going_on(
    view: View, sentence: int, before: Sequence[Mention], here: list[Mention]
) -> list[Mention]:
    """Return what "It lasted an hour", "Lind had asked for it" tells of the contact before.

    ``here`` is what the sentence tells of otherwise, which stays where it has others.
    """
    items, last = view.items(sentence), before[-1]
    told = next((one for one in reversed(before) if len(one.actors) > 1), last)
    if not 0 < sentence - told.sentence <= _NEAR or not items:
        return here
    scene = Scene(view, sentence)
    asked = begun(scene, told)
    begun_by = frozenset({asked.initiator} if asked and asked.initiator else ())
    if asked is not None and all(one.actors <= told.actors | begun_by for one in here):
        return [asked]
    near = sentence - last.sentence == 1 and items[0].word == "it" and not here
    found = goes_on(scene, last) if near else None
    return [_with_starters(scene, one) for one in dressed(view, [found])] if found else here


def _attended(view: View, sentence: int, last: Mention, here: list[Mention]) -> list[Mention]:
    """Return who else was at the contact told of just before: "Also present was Venn"."""
    near = 1 + view.has_any(sentence, triggers_for(view.lexicon).words["at_hand"])
    alone = len(last.actors) < 2 and not last.joins
    if sentence - last.sentence > near or alone or last.kind not in _ATTENDED or _tells_more(here):
        return here
    return [found] if (found := present_at(Scene(view, sentence), last)) else here


def _tells_more(here: Sequence[Mention]) -> bool:
    """Tell whether a sentence tells of a contact by itself."""
    return any(len(one.actors) > 1 or one.why.startswith("verb") for one in here)


def _sent(
    view: View, sentence: int, found: Sequence[Mention], here: list[Mention]
) -> list[Mention]:
    """Return whom the sides of a contact told of shortly before had sent."""
    last = next((one for one in reversed(found) if len(one.actors) > 1), None)
    if last is None or sentence - last.sentence > _NEAR or last.kind not in _ATTENDED:
        return here
    if _tells_more(here):
        return here
    return [sent] if (sent := delegates_at(Scene(view, sentence), last)) else here


def _to_come(
    view: View, sentence: int, found: Sequence[Mention], here: list[Mention]
) -> list[Mention]:
    """Return also what somebody is invited to, or else the next round of what was told of."""
    if len(view.items(sentence)) > _LONGEST:
        return here
    scene = Scene(view, sentence)
    if (invited := invitation(scene)) is not None:
        apart = [one for one in here if not invited.first <= one.index < invited.after]
        return [*apart, *dressed(view, [invited])]
    last = next((one for one in reversed(found) if len(one.actors) > 1), None)
    named = any(one.participants for one in here)
    if named or last is None or sentence - last.sentence > FOCUS or last.kind not in _MEETINGS:
        return here
    later = next_round(scene, last)
    return dressed(view, [later]) if later is not None else here


def _asked(scene: Scene, mention: Mention) -> Mention:
    """Give a contact its status back that a question takes for granted."""
    told = mention.modality
    if told.status in ("held", "planned") and is_asked(scene, mention):
        return replace(mention, modality=replace(told, status="hypothetical"))
    if told.status == told.unasked or not is_presupposed(scene, mention):
        return mention
    to_be = told.unasked == "held" and is_to_be(scene, mention)
    return replace(mention, modality=replace(told, status="planned" if to_be else told.unasked))


def _with_starters(scene: Scene, mention: Mention, others: Sequence[int] = ()) -> Mention:
    """Add who started and who mediated, where the sentence says so apart from the frame."""
    starter = mention.initiator or initiator_in(scene, mention, others)
    more = [*mediators_in(scene, mention), *inviter_in(scene, mention)]
    told = [*mention.participants, *more, *helpers_in(scene, mention)]
    people = unique(as_interpreters(scene, told))
    return replace(mention, initiator=starter, participants=people)


def _main(clusters: Sequence[Cluster]) -> Cluster | None:
    """Return the contact that the report is about: the first held one told in its lead."""
    lead = [c for c in clusters if c.status == "held" and c.mentions[0].sentence < _LEAD]
    return min(lead, key=_prominence, default=None)


def _prominence(cluster: Cluster) -> tuple[int, bool]:
    """Order contacts of a lead: "following her call with Lind, Ruiz met Venn" is of the latter."""
    first = cluster.mentions[0]
    return first.sentence, first.why == "noun:named"


def _is_told_with(cluster: Cluster, main: Cluster | None) -> bool:
    """Tell the second call of "spoke with Lind on Monday and with Moss on Tuesday"."""
    if main is None or cluster is main:
        return main is not None
    first, other = cluster.mentions[0], main.mentions[0]
    return first.distinct and (first.sentence, first.why) == (other.sentence, other.why)


def _contact(view: View, cluster: Cluster, name: str, leading: Cluster | None) -> Contact:
    first, main = cluster.mentions[0], cluster is leading
    told = official(view, cluster.people.values())
    people = standing_for(view, first, told) if main and cluster.kind in _BETWEEN_STATES else told
    spot, duration = _place(view, cluster, cluster.first("place")), cluster.first("duration")
    channel, starter = cluster.first("channel"), _starter(cluster)
    if cluster.kind == "exchange" and channel is None and starter is None:
        starter = first.participants[0].actor  # who told the other
    topics = _in_order(label for m in cluster.mentions for label in (*m.topics, *m.told))
    topics = topics or _in_order(label for m in cluster.mentions for label in m.put)
    outcome = _in_order(label for m in cluster.mentions for label in m.outcome)
    return Contact(
        id=name,
        why=first.why if people == told else f"{first.why}, states:from-context",
        kind=_kind(view, cluster, channel, _is_told_with(cluster, leading)),
        status=first.modality.status,
        participants=with_host(view, people, spot) if cluster.kind == "visit" else people,
        initiator=starter,
        channel=channel if isinstance(channel, str) else None,
        date=suited(cluster.date, first.modality.status, view.reading.report.published or "")
        or of_publication(view, cluster, main),
        place=spot,
        duration=duration if isinstance(duration, When) else None,
        topics=topics,
        outcome=outcome,
        series=first.series,
        main=main,
        evidence=_evidence(cluster),
    )


def _starter(cluster: Cluster) -> str | None:
    """Return who started a contact: who asked for it, else who called."""
    told = [one for one in cluster.mentions if one.initiator is not None]
    asked = [one for one in told if one.why not in _DIALLED]
    return next((one.initiator for one in (*asked, *told)), None)


def _in_order(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Return the labels in the order of the text, of those that overlap the first."""
    found: list[Label] = []
    for label in sorted(labels, key=lambda label: label.evidence):
        if not found or not found[-1].evidence[-1].overlaps(label.evidence[0]):
            found.append(label)
    return tuple(found)


def _place(view: View, cluster: Cluster, told: object) -> Place | None:
    """Return the place: as told, or the state visited. A call has none."""
    if cluster.kind == "call":
        return None
    return told if isinstance(told, Place) else _visited(view, cluster)


def _visited(view: View, cluster: Cluster) -> Place | None:
    """Return the state that a visit goes to, as its place."""
    if cluster.kind != "visit":
        return None
    for host in cluster.people.values():
        if host.role == "host" and view.actors[host.actor].kind == "state" and host.evidence:
            words = host.evidence[0].of(view.text)
            return Place(raw=words, name=" ".join(words.split()), evidence=host.evidence)
    return None


def _kind(view: View, cluster: Cluster, channel: object, main: bool) -> ContactKind:
    """Return the kind; a conversation is a call where the report is about it, else talks."""
    kind, title = cluster.kind, view.reading.report.title
    in_person = channel == _IN_PERSON
    has_channel = channel is not None and not in_person
    triggers = triggers_for(view.lexicon)
    if kind == "exchange":
        return "call" if has_channel else "other"
    if kind == "briefing" and has_channel:
        return "call"  # "briefed Lind by telephone"
    if kind == "conversation":
        if in_person or (cluster.mentions[0].place and not has_channel):
            return "meeting"
        if main and not has_channel and is_titled(title, triggers.words["met"]):
            return "meeting"
        talks = cluster.mentions[0].why in ("verb:discuss", "verb:confer")
        return "call" if has_channel or (main and not talks) else "talks"
    called = cluster.mentions[0].kind == "conversation" and not in_person
    if kind == "meeting" and main and called and is_titled(title, triggers.words["called"]):
        return "call"  # "spoke today … this meeting", under "Readout of the call"
    return kind  # type: ignore[return-value]


def _evidence(cluster: Cluster) -> Spans:
    spans: list[Span] = []
    for mention in cluster.mentions:
        spans += [mention.evidence, *mention.extra]
    return merged(spans)
