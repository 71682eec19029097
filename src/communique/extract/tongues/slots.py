"""What a sentence says of a contact besides who takes part: when, where, who began, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extract.tongues.behind import is_place_at
from communique.extract.tongues.cities import cities
from communique.extract.tongues.groups import Group
from communique.extract.tongues.scene import Scene
from communique.model import Label, Place, When

_LONGEST = 24  # words of a topic
_CLOSE = 4  # words between whose initiative it was and the word for it
_NEAR = 8  # words between "at the initiative of" and whose it was


def date_of(scene: Scene, at: int) -> When | None:
    """Return the date that stands nearest to a word in its sentence, before one after it."""
    found = [
        (abs(scene.words[at].start - when.evidence[0].start), number, when)
        for number, when in scene.view.dates_within(scene.span.start, scene.span.end)
        if when.type in ("date", "time") and _is_day(when)
    ]
    first, last = scene.bounds(at)
    edges = scene.words[first].start, scene.words[last - 1].end
    inside = [one for one in found if edges[0] <= one[2].evidence[0].start < edges[1]]
    return min(inside or found, default=(0, 0, None))[2]


def _is_day(when: When) -> bool:
    return bool(when.value) and when.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def duration_of(scene: Scene) -> When | None:
    """Return how long it lasted, where a verb or noun of lasting stands in the clause."""
    lasted = scene.tongue.word("lasted").find(scene.lows, 0, len(scene.lows))
    if lasted is None:
        return None
    whens = scene.view.dates_within(scene.span.start, scene.span.end)
    told = [when for _, when in whens if when.type == "duration"]
    here = scene.words[lasted].start
    return min(told, key=lambda when: abs(when.evidence[0].start - here), default=None)


def place_of(scene: Scene, at: int, more: frozenset[str] = frozenset()) -> Place | None:
    """Return the place named in the clause: "in" or its like, and a name that is nobody's.

    ``more`` are prepositions that say where to, for journeys.
    """
    preps = scene.tongue.some("place") | more
    first, last = _own_words(scene, at)
    if more and (visited := _visited(scene, at)) is not None:
        return visited
    for n in range(first, last):
        if is_place_at(scene, n, goes=bool(more)) and not _in_date(scene, n):
            return _in_case(scene, n)
    onward = (*range(at, last - 1), *range(first, at)) if more else range(first, last - 1)
    for n in onward:  # where a journey goes stands behind its verb before anything else
        if scene.lows[n] not in preps:
            continue
        following = n + 1
        while following < last and scene.lows[following] in scene.tongue.some("skip"):
            if scene.words[following].capital:
                break  # "El Cairo", "La Habana"
            following += 1
        if following >= last or not scene.words[following].capital:
            continue
        group = scene.group_at.get(following)
        if group is not None:
            if scene.view.actors[group.actor].kind == "state":
                return _place(scene, following, group.last, scene.view.actors[group.actor].name)
            continue
        if _in_date(scene, following) or scene.lows[following] in scene.tongue.some("no_place"):
            continue
        end = following + 1
        while end < last and scene.words[end].capital and end not in scene.group_at:
            end += 1
        end = _with_genitive(scene, end, last)
        if scene.tongue.raw.get("nouns") and not _is_name(scene, following):
            continue
        return _place(scene, following, end, "")
    return _antecedent(scene, first)


def _with_genitive(scene: Scene, end: int, last: int) -> int:
    """Return where a place ends with what it is of: "Palacio | de la Moncloa"."""
    ahead = end
    if ahead < last and scene.lows[ahead] in scene.tongue.some("of"):
        ahead += 1
        ahead += ahead < last and scene.lows[ahead] in scene.tongue.some("skip")
    named = end < ahead < last and scene.words[ahead].capital and ahead not in scene.group_at
    return ahead + 1 if named else end


def _visited(scene: Scene, at: int) -> Place | None:
    """Return the place that is the object of a verb of going: "visitar | El Cairo"."""
    first = at + 1
    if first >= len(scene.words) or scene.tongue.raw.get("nouns"):
        return None
    if not scene.words[first].capital or _in_date(scene, first):
        return None
    if (group := scene.group_at.get(first)) is not None:
        state = scene.view.actors[group.actor]
        whole = state.kind == "state" and group.form != "nom"
        return _place(scene, first, group.last, state.name) if whole else None
    return _place(scene, first, _end_of_name(scene, first), "")


def _antecedent(scene: Scene, first: int) -> Place | None:
    """Return the place that a relative clause is about: "Washington, | donde mantuvo …"."""
    if first < 2 or scene.lows[first] not in scene.tongue.some("where"):
        return None
    last = first - 1
    begin = last
    while begin and scene.words[begin - 1].capital and begin - 1 not in scene.group_at:
        begin -= 1
    return _place(scene, begin, last, "") if begin < last else None


def _end_of_name(scene: Scene, first: int) -> int:
    end = first + 1
    while end < len(scene.words) and scene.words[end].capital and end not in scene.group_at:
        end += 1
    return end


def _own_words(scene: Scene, at: int) -> tuple[int, int]:
    """Return the words of a clause that are of one verb, where "and" joins several."""
    first, last = scene.bounds(at)
    if not scene.tongue.raw.get("inverts"):
        return first, last
    joins = [n for n in range(first, last) if scene.lows[n] in scene.tongue.some("and")]
    parts = [n for n in joins if _joins_verb(scene, n)]
    last = next((n for n in parts if n > at), last)
    return first, last


def _in_case(scene: Scene, n: int) -> Place | None:
    """Return the place that a word in the case of places names; who is named is none."""
    group = scene.group_at.get(n)
    if group is None:
        return _place(scene, n, n + 1, "")
    if scene.view.actors[group.actor].kind != "state":
        return None
    return _place(scene, group.first, n + 1, scene.view.actors[group.actor].name)


def _is_name(scene: Scene, n: int) -> bool:
    """Tell a name from a noun where all nouns have capitals: no article or adjective before it."""
    return scene.lows[n - 1] in scene.tongue.some("place") and not re.search(
        scene.tongue.raw["common_noun"], scene.lows[n]
    )


def _in_date(scene: Scene, n: int) -> bool:
    word = scene.words[n]
    return bool(scene.view.dates_within(word.start - 12, word.end + 12)) and any(
        when.evidence[0].start <= word.start < when.evidence[-1].end
        for _, when in scene.view.dates_within(scene.span.start, scene.span.end)
    )


def _place(scene: Scene, first: int, last: int, name: str) -> Place:
    raw = scene.words_of(first, last)
    return Place(
        raw=raw, name=name or bare_place(scene, raw), evidence=(scene.span_of(first, last),)
    )


def bare_place(scene: Scene, raw: str) -> str:
    """Return the name of a place out of its case, where lists or rules tell it."""
    if not scene.tongue.inflected:
        return raw
    more = str(scene.tongue.raw.get("cities", "")).split()
    for city in (*more, *cities(scene.tongue.code)):
        if city[:3] == raw[:3] and abs(len(city) - len(raw)) < 3 and raw.startswith(city[:-1]):
            return city
    for ending, plain in scene.tongue.raw.get("place_endings", ()):
        if " " not in raw and raw.endswith(ending) and len(raw) > len(ending) + 1:
            return raw[: len(raw) - len(ending)] + str(plain)
    return raw


def initiator_of(scene: Scene, first: int, last: int) -> str | None:
    """Return whom the sentence names as having begun a contact: "auf Initiative der …"."""
    if wish := with_preps(scene, scene.tongue.some("invited_by")):
        return wish[0].actor  # "应中方请求": at the request of …
    marker = scene.tongue.word("initiative")
    at = marker.find(scene.lows, first, last)
    if at is None:
        return None
    end = at + marker.at(scene.lows, at)
    if scene.tongue.raw.get("owner_first"):
        before = [g for g in scene.groups if g.last <= at and at - g.last <= _CLOSE]
        return before[-1].actor if before else None
    if (latter := scene.tongue.word("latter").find(scene.lows, end - 1, end + 2)) is not None:
        named = [g for g in scene.groups if g.last <= latter]
        return named[-1].actor if named else None  # "at the request of the latter"
    group = next((g for g in scene.groups if end <= g.last and g.first <= end + _NEAR), None)
    return group.actor if group and group.first >= end - 1 else None


def with_preps(scene: Scene, preps: frozenset[str]) -> list[Group]:
    """Return the groups behind one of the prepositions."""
    return [group for group in scene.groups if group.prep in preps] if preps else []


def topics_in(scene: Scene) -> Iterator[tuple[int, str, tuple[Label, ...]]]:
    """Yield where a sentence says what was discussed or agreed: ``topic`` or ``outcome``."""
    for name in ("topic", "outcome"):
        marker = scene.tongue.word(name)
        at = 0
        while (found := marker.find(scene.lows, at, len(scene.lows))) is not None:
            end = found + marker.at(scene.lows, found)
            labels = _labels(scene, found, end)
            if labels and not (name == "outcome" and _is_to_come(scene, found)):
                yield found, name, labels
            at = end


def _is_to_come(scene: Scene, at: int) -> bool:
    """Tell whether a clause speaks of what is to come: "will be signed"."""
    first, last = scene.bounds(at)
    return scene.tongue.word("to_come").find(scene.lows, first, last) is not None


def about_at(scene: Scene, at: int) -> int:
    """Return where it begins to be told what a contact is about; the end if nowhere."""
    about, end = scene.tongue.some("about"), len(scene.lows)
    told = scene.tongue.word("topic").find(scene.lows, at + 1, end)  # "para discutir …"
    return next((n for n in range(at + 1, told or end) if scene.lows[n] in about), told or end)


def about_of(scene: Scene, at: int) -> tuple[Label, ...]:
    """Return what a contact was about, where its own clause says so: "sprach mit X über …"."""
    about = scene.tongue.some("about")
    _, last = scene.bounds(at)
    for n in range(at + 1, last):
        if _joins_verb(scene, n) or scene.tongue.word("initiative").at(scene.lows, n):
            return ()
        if scene.lows[n] in about and not (
            n + 1 in scene.group_at and _is_talker(scene, scene.group_at[n + 1])
        ):
            return _labels(scene, n, n + 1)
    return ()


def _labels(scene: Scene, found: int, end: int) -> tuple[Label, ...]:
    while end < len(scene.lows) and scene.lows[end] in (",", ":", "-"):
        end += 1
    if scene.tongue.word("lasted").at(scene.lows, end):  # "…, durato un'ora, | la crisi"
        end = next((n + 1 for n in range(end, len(scene.lows)) if scene.lows[n] == ","), end)
    first, last = end, _end_of(scene, end)
    first = _led(scene, first, last)
    occasion = scene.tongue.word("occasion").last(scene.lows, scene.bounds(found)[0], found)
    if last - first < 1 or (occasion is not None and scene.tongue.raw.get("runs")):
        first, last = scene.bounds(found)[0], found  # "双方就 | 缅甸局势 | 交换了意见"
        first = _led(scene, first if occasion is None else occasion + 1, last)
        light = scene.tongue.word("light").find(scene.lows, first, last)
        if light is not None and scene.tongue.raw.get("runs"):
            return ()  # "双方商定在北京 | 举行 | 磋商"
        while last > first and scene.lows[last - 1] in scene.tongue.some("after_topic"):
            last -= 1
    return tuple(
        Label(label=scene.words_of(a, b), evidence=(scene.span_of(a, b),))
        for a, b in _parts(scene, first, last)
    )


def _led(scene: Scene, first: int, last: int) -> int:
    """Skip words before a topic that say nothing of it, and those who talk."""
    fillers = scene.tongue.some("before_topic")
    moved = True
    while first < last and moved:
        moved = False
        if _is_where(scene, first) and first + 2 < last:
            first, moved = first + 2, True  # "обсудили | в Белграде | строительство …"
            continue
        dated = bool(scene.tongue.raw.get("inverts")) and _in_date(scene, first)
        if scene.lows[first] in fillers or not scene.lows[first][0].isalnum() or dated:
            first, moved = first + 1, True
        group = scene.group_at.get(first)
        if group is not None and group.first == first and _is_talker(scene, group):
            first, moved = group.last, True
    return first


def _is_where(scene: Scene, n: int) -> bool:
    """Tell whether a preposition of places and a name that is nobody's stand there."""
    behind = n + 1
    if scene.lows[n] not in scene.tongue.some("place") or behind >= len(scene.words):
        return False
    nouns = bool(scene.tongue.raw.get("nouns"))
    return scene.words[behind].capital and behind not in scene.group_at and not nouns


def _is_talker(scene: Scene, group: Group) -> bool:
    return scene.view.actors[group.actor].kind == "person"


def _end_of(scene: Scene, at: int) -> int:
    """Return where what is talked about ends: with its clause, or before the next verb."""
    for n in range(at, len(scene.lows)):
        low = scene.lows[n]
        if low == "." and n + 1 < len(scene.lows) and not scene.words[n + 1].capital:
            continue  # of an abbreviation
        if low in (";", ".", "!", "?", "(", "«", "“", "„", '"') or (
            n > at and _joins_verb(scene, n)
        ):
            return n
        if low == "," and scene.is_edge(n):
            return n
        if n > at and _meets_somebody(scene, n):
            return n
        if n > at and scene.tongue.raw.get("runs") and scene.is_verb(n):
            return n
    return len(scene.lows)


def _meets_somebody(scene: Scene, n: int) -> bool:
    """Tell whether "with" and a person follow what was discussed: "the situation | with Cruz"."""
    low, frames = scene.lows[n], scene.tongue.contact_verbs.frames
    if not any(low in frame.preps for frame in frames if frame.name == "discuss"):
        return False
    near = (g for g in scene.groups if n < g.first <= n + _CLOSE and g.prep == low)
    return any(_is_talker(scene, group) for group in near)


def _joins_verb(scene: Scene, n: int) -> bool:
    """Tell a conjunction that another verb follows from one that joins two topics."""
    tongue = scene.tongue
    if scene.lows[n] not in tongue.some("and") and scene.lows[n] != ",":
        return False
    return any(scene.is_verb(m) for m in range(n + 1, min(n + 4, len(scene.lows))))


def _parts(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the topics of a list, each a stretch of words."""
    begin = first
    tongue = scene.tongue
    for n in range(first, last + 1):
        split = n == last or scene.lows[n] == "," or scene.lows[n] in tongue.some("and")
        if not split or (n < last and scene.lows[n] != "," and _is_shared(scene, begin, n, last)):
            continue
        start = begin
        while start < n and scene.lows[start] in tongue.some("before_topic"):
            start += 1
        aside = start < n and scene.lows[n - 1] in tongue.some("aside")  # "açıklamaya | göre"
        if start < n and not aside and any(scene.lows[m][0].isalpha() for m in range(start, n)):
            yield start, min(n, start + _LONGEST)
        begin = n + 1


def _is_shared(scene: Scene, begin: int, n: int, last: int) -> bool:
    """Tell whether what follows "and" belongs to both words: "state and prospects of trade"."""
    fillers = scene.tongue.some("before_topic")
    left = sum(scene.lows[m] not in fillers for m in range(begin, n))
    following = [m for m in range(n + 1, last) if scene.lows[m] not in fillers]
    end = next(
        (k for k, m in enumerate(following) if scene.lows[m] in (",", *scene.tongue.some("and"))),
        len(following),
    )
    return left == 1 and end > 1
