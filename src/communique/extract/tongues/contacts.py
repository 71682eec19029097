"""The contacts of a reading in a language other than English."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.acts.plover import code_of_contact
from communique.extract.tongues.lexicon import Tongue
from communique.extract.tongues.mention import Told
from communique.extract.tongues.scene import Scene, scenes_of
from communique.extract.tongues.sides import subjects
from communique.extract.tongues.slots import topics_in
from communique.extract.tongues.told import told_in
from communique.extract.view import View
from communique.model import (
    Claims,
    Contact,
    ContactKind,
    Label,
    Participant,
    Place,
    Span,
    When,
    merged,
)

_FEW = 4  # people who are still meant by "they" all together
_FOCUS = 8  # sentences over which a report goes on about a contact
_LEAD = 3  # sentences in which the contact that a report is about is told
_WEAK = ("conversation", "talks", "other")  # kinds that a closer one replaces


class TongueContacts:
    """Finds the contacts of a reading with the words of its language."""

    gives: ClassVar[str] = "contacts"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``contacts`` filled, in the order of first mention."""
        clusters = [c for c in _clusters(view, self._tongue) if _stands(view, c)]
        main = next((c for c in clusters if _is_lead(c)), None)
        contacts = [
            _contact(view, cluster, f"c{number}", main is cluster, self._tongue)
            for number, cluster in enumerate(clusters, start=1)
        ]
        coded = tuple(replaced(c, plover=code_of_contact(c)) for c in contacts)
        return replaced(claims, contacts=coded)


@dataclass(slots=True)
class Cluster:
    """The mentions of one contact."""

    mentions: list[Told] = field(default_factory=list)
    people: dict[str, Participant] = field(default_factory=dict)
    topics: list[Label] = field(default_factory=list)
    outcome: list[Label] = field(default_factory=list)

    def add(self, told: Told) -> None:
        """Take a mention in."""
        self.mentions.append(told)
        self.topics += told.topics
        for person in told.people:
            known = self.people.get(person.actor)
            if known is None:
                self.people[person.actor] = person
            elif known.role == "party" and person.role != "party":
                spans = merged((*known.evidence, *person.evidence))
                self.people[person.actor] = replaced(known, role=person.role, evidence=spans)
            elif known.represents is None and person.represents:
                self.people[person.actor] = replaced(known, represents=person.represents)

    @property
    def kind(self) -> str:
        """The kind, the closest that a mention tells."""
        kinds = [told.kind for told in self.mentions]
        return next((kind for kind in kinds if kind not in _WEAK), kinds[0])

    def first(self, slot: str) -> object:
        """Return the first value that a mention has for a slot."""
        values = (getattr(told, slot) for told in self.mentions)
        return next((value for value in values if value), None)


def _clusters(view: View, tongue: Tongue) -> list[Cluster]:
    out: list[Cluster] = []
    focus: Cluster | None = None
    before: str | None = None
    for sentence, scene in enumerate(scenes_of(view, tongue)):
        here: list[Cluster] = []
        scene.partners = _partners(view, out, sentence)
        for told in told_in(scene, before):
            cluster = _joined(view, out, told)
            here.append(cluster)
            talked = told.kind == "visit" and any(c is focus and c.kind != "visit" for c in here)
            if told.status == "held" and not told.definite and not talked:
                focus = cluster
        _give_topics(scene, here, focus, sentence)
        scene.partners = _partners(view, out, sentence)
        before = _subject(scene) or before
    return out


def _partners(
    view: View, clusters: Sequence[Cluster], sentence: int
) -> tuple[tuple[Participant, ...], ...]:
    """Return who took part in the last contacts, as long as the report goes on about them."""
    near = [
        cluster
        for cluster in clusters
        if cluster.mentions[0].status == "held"
        and sentence - cluster.mentions[-1].sentence <= _FOCUS
    ]
    near.sort(key=lambda cluster: -cluster.mentions[-1].sentence)
    met = (_people_of(view, cluster) for cluster in near)
    return tuple(people for people in met if 1 < len(people) <= _FEW)


def _subject(scene: Scene) -> str | None:
    """Return the first actor of a sentence that can be its subject."""
    able = (g for g in scene.groups if g.is_bare and g.form != "obl" and not g.genitive)
    return next((g.actor for g in able if scene.view.actors[g.actor].kind == "person"), None)


def _joined(view: View, clusters: list[Cluster], told: Told) -> Cluster:
    """Put a mention to the contact that it is of, a new one if there is none."""
    for cluster in reversed(clusters):
        if _is_same(view, cluster, told):
            cluster.add(told)
            return cluster
    fresh = Cluster()
    fresh.add(told)
    clusters.append(fresh)
    return fresh


def _is_same(view: View, cluster: Cluster, told: Told) -> bool:
    last = cluster.mentions[-1]
    if (told.status == "held") != (last.status == "held"):
        return False
    if told.status != "held" and told.status != last.status:
        return False
    if {cluster.kind, told.kind} & {"visit"} and _meets_others(view, cluster, told):
        return False
    if not _kinds_fit(cluster.kind, told.kind) or not _dates_fit(cluster.first("date"), told.date):
        return False
    if told.definite and not told.people:
        return told.sentence - last.sentence <= _FOCUS
    mine, theirs = set(cluster.people), set(told.actors)
    if mine & theirs == min(mine, theirs, key=len):
        return told.sentence - last.sentence <= _FOCUS or len(theirs) > 1
    strangers = mine ^ theirs
    if mine - theirs and theirs - mine and all(view.actors[a].kind == "person" for a in strangers):
        return False
    return _sides(cluster.people.values()) == _sides(told.people) and bool(mine & theirs)


def _meets_others(view: View, cluster: Cluster, told: Told) -> bool:
    """Tell talks on a visit to a state, with somebody there, from the visit itself."""
    return cluster.kind != told.kind and any(
        view.actors[actor].kind == "person" for actor in told.actors ^ frozenset(cluster.people)
    )


def _kinds_fit(one: str, other: str) -> bool:
    if one == other or one in _WEAK or other in _WEAK:
        return not {one, other} & {"letter", "gift"} or one == other
    return {one, other} == {"meeting", "summit"}


def _dates_fit(one: object, other: When | None) -> bool:
    if not isinstance(one, When) or other is None or one.value is None or other.value is None:
        return True
    a, b = one.value[:10], other.value[:10]
    return a.startswith(b) or b.startswith(a) or "X" in a + b


def _sides(people: Iterable[Participant]) -> set[str]:
    return {person.represents or person.actor for person in people}


def _give_topics(
    scene: Scene, here: Sequence[Cluster], focus: Cluster | None, sentence: int
) -> None:
    """Give what a sentence says was discussed to a contact of it, else to the last one told of."""
    for at, name, labels in topics_in(scene):
        told = [c for c in here if c.mentions[-1].status in ("held", "planned")]
        outside = [c for c in told if not _within(scene, c.mentions[-1].at, labels)]
        owner = next(iter(outside), None) or focus
        if owner is None or sentence - owner.mentions[-1].sentence > _FOCUS:
            continue
        who = [g for g in subjects(scene, at) if not _is_inside(g.core, labels)]
        able = {*owner.people, *(p.represents for p in owner.people.values())}
        if who and not any(g.actor in able for g in who):
            continue
        known = owner.topics if name == "topic" else owner.outcome
        known += [
            label for label in labels
            if not any(old.evidence[0].overlaps(label.evidence[0]) for old in known)
        ]  # fmt: skip


def _is_inside(span: Span, labels: Sequence[Label]) -> bool:
    """Tell whether somebody is named in what was talked about: "双方就 | 缅甸 | 局势 …"."""
    return any(label.evidence[0].covers(span) for label in labels)


def _within(scene: Scene, at: int, labels: Sequence[Label]) -> bool:
    """Tell whether a word stands in what is talked about: "discussed the summit"."""
    span = scene.span_of(at, at + 1)
    return any(label.evidence[0].covers(span) for label in labels)


def _stands(view: View, cluster: Cluster) -> bool:
    """Tell whether enough is told of a contact to record it."""
    several = any(view.actors[a].kind in ("group", "bloc") for a in cluster.people)
    if len(cluster.people) >= 2 or several:
        return len(_sides(cluster.people.values())) > 1 or several or _persons(view, cluster) > 1
    if cluster.kind == "visit":
        places = {told.place.name for told in cluster.mentions if told.place}
        return bool(places) and any(view.actors[a].name not in places for a in cluster.people)
    return False


def _name(view: View, person: Participant) -> str:
    return view.actors[person.actor].name


def _persons(view: View, cluster: Cluster) -> int:
    return sum(view.actors[actor].kind == "person" for actor in cluster.people)


def _is_lead(cluster: Cluster) -> bool:
    first = cluster.mentions[0]
    return first.status == "held" and first.sentence < _LEAD


def _contact(view: View, cluster: Cluster, name: str, main: bool, tongue: Tongue) -> Contact:
    first = cluster.mentions[0]
    date, place, duration = cluster.first("date"), cluster.first("place"), cluster.first("duration")
    starter = cluster.first("initiator")
    day = _dated(view, cluster, date, main)
    return Contact(
        id=name,
        why=next((t.why for t in cluster.mentions if t.people), first.why),
        kind=_kind(cluster, main, str(tongue.raw.get("conversation", "call"))),
        status="planned" if first.status == "held" and _is_ahead(view, day) else first.status,
        participants=_people_of(view, cluster),
        initiator=starter if isinstance(starter, str) else None,
        date=day,
        place=place if isinstance(place, Place) and cluster.kind != "call" else None,
        duration=duration if isinstance(duration, When) else None,
        topics=_in_order(cluster.topics),
        outcome=_in_order(cluster.outcome),
        main=main,
        evidence=merged(told.evidence for told in cluster.mentions),
    )


def _people_of(view: View, cluster: Cluster) -> tuple[Participant, ...]:
    """Return who takes part; a state is left out whose people do."""
    stood_for = {p.represents for p in cluster.people.values() if p.represents}
    persons = _persons(view, cluster)
    places = {told.place.name for told in cluster.mentions if told.place}
    return tuple(
        person for person in cluster.people.values()
        if not (persons > 1 and (person.actor in stood_for or _name(view, person) in places))
    )  # fmt: skip


def _kind(cluster: Cluster, main: bool, usual: str) -> ContactKind:
    """Return the kind; a conversation that a report is about is of the language's ``usual``."""
    kind = cluster.kind
    if kind == "conversation":
        placed = any(told.place for told in cluster.mentions)
        kind = "meeting" if placed else usual if main else "talks"
    return kind  # type: ignore[return-value]


def _in_order(labels: Sequence[Label]) -> tuple[Label, ...]:
    return tuple(sorted(labels, key=lambda label: label.evidence))


def _dated(view: View, cluster: Cluster, date: object, main: bool) -> When | None:
    """Return the date; one without a year lies ahead where the contact is yet to come."""
    if not isinstance(date, When):
        return _of_publication(view, main)
    published = (view.reading.report.published or "")[:10]
    value = date.value or ""
    coming = cluster.mentions[0].status in _AHEAD
    past = date.interval is not None and date.interval[1] < published
    if not (coming and past and date.basis == "from-publication" and value[:4].isdigit()):
        return date
    if len(value) == _DAY and not any(letter.isdigit() for letter in date.raw):
        return _week_on(date, published)  # "est attendu vendredi"
    if str(int(published[:4])) in date.raw or int(published[:4]) - int(value[:4]) != 1:
        return date
    first, last = ((f"{int(day[:4]) + 1}{day[4:]}") for day in date.interval or ("", ""))
    return replaced(date, value=f"{int(value[:4]) + 1}{value[4:]}", interval=(first, last))


_AHEAD = ("planned", "invited", "proposed", "hypothetical", "declined")
_DAY = 10  # characters of a day


def _week_on(date: When, published: str) -> When:
    """Return a day of the week as the next one, where it was read as the last one."""
    day = datetime.date.fromisoformat((date.value or "")[:_DAY])
    gone = (datetime.date.fromisoformat(published) - day).days
    if not 0 < gone < _WEEK:
        return date
    coming = (day + datetime.timedelta(days=_WEEK)).isoformat()
    return replaced(date, value=coming, interval=(coming, coming))


_WEEK = 7


def _is_ahead(view: View, day: When | None) -> bool:
    """Tell whether a day is yet to come when the report appears: "reist am Montag nach …"."""
    published = (view.reading.report.published or "")[:10]
    return bool(published) and day is not None and (day.interval or ("",))[0] > published


def _of_publication(view: View, main: bool) -> When | None:
    """Return "about the day of publication" for a readout that names no day itself."""
    published = (view.reading.report.published or "")[:10]
    if main and (day := _of_heading(view)) is not None:
        return day
    if not main or len(published) != 10:
        return None
    return When(raw="", value=f"{published}~", basis="from-publication", anchor=published)


def _of_heading(view: View) -> When | None:
    """Return the day that stands on a line of its own above the text."""
    for sentence in view.reading.sentences[:_LEAD]:
        words = view.text[sentence.start : sentence.end].strip(" .")
        for _, when in view.dates_within(sentence.start, sentence.end):
            if (
                when.type == "date"
                and len(when.value or "") == 10
                and len(when.raw) * 2 > len(words)
            ):
                return replaced(when, basis="from-heading")
    return None
