"""To whom an act is done, and what it is about: the words around its verb."""

from __future__ import annotations

from communique.extract.tongues.groups import Group
from communique.extract.tongues.lexicon import Frame
from communique.extract.tongues.scene import Scene
from communique.model import Span

_LONGEST = 30  # words of what an act is about
_NEAR = 7  # words between a verb and whom it is done to


def target_of(scene: Scene, frame: Frame, at: int, end: int, who: list[Group]) -> Group | None:
    """Return to whom it is done: the object of the verb, or behind one of its prepositions."""
    first, last = scene.bounds(at)
    if (opened := _bracket(scene, at)) is not None and at - opened > 1:
        return _inside(scene, frame, opened, at, who)
    end = behind_subject(scene, end, who)
    if end < len(scene.lows) and scene.lows[end] in scene.tongue.some("you"):
        statement = scene.view.statement_at(scene.words[at].start)
        heard = statement.addressee if statement else None
        return (
            Group(heard, None, end, end + 1, "", "obl", scene.span_of(end, end + 1))
            if heard
            else None
        )
    pronoun = end < len(scene.lows) and scene.lows[end] in scene.tongue.some("object")
    if pronoun or _has_clitic(scene, at):
        named = [g for g in scene.groups if g.last <= at and g not in who]
        return next((g for g in reversed(named) if _is_person(scene, g)), None)
    if frame.preps:
        named = [g for g in scene.groups if first <= g.first < last and g.prep in frame.preps]
        stop = _clause_end(scene, end) if scene.tongue.raw.get("inverts") else last
        near = [g for g in named if abs(g.first - end) <= _NEAR + 3 and g not in who]
        near = [g for g in near if g.first < max(stop, end)]
        joins = scene.tongue.some("and") if scene.tongue.raw.get("inverts") else ()
        near = [
            g
            for g in near
            if g.first >= end or not any(low in joins for low in scene.lows[g.last : at])
        ]  # "thanked Spain and | invited …"
        if scene.tongue.raw.get("semitic"):
            near = [g for g in near if g.first >= end]  # "… للأردن، | ودعا نظيره"
        after = [g for g in near if g.first >= end] if scene.tongue.raw.get("inverts") else []
        if after or near:
            return (after or near)[0]
    if not frame.direct:
        return None
    if "towards" in frame.flags:  # "thanked for …, and invited | X"
        last = next((n for n in range(end, last) if frame.what.at(scene.lows, n)), last)
        last = min(last, _clause_end(scene, end)) if scene.tongue.raw.get("inverts") else last
    for group in scene.groups:
        owns = group.genitive and (
            not scene.tongue.inflected or scene.tongue.raw.get("owner_first")
        )
        if group in who or not group.is_bare or owns:
            continue
        if end <= group.first < min(last, end + _NEAR):
            if "towards" not in frame.flags and not _is_next(scene, end, group):
                return None
            behind = bool(who) and who[-1].last <= at  # its subject stands before the verb
            return group if behind or not scene.tongue.inflected or group.form != "nom" else None
    if scene.tongue.raw.get("owner_first") and scene.tongue.raw.get("verb_last"):
        objects = [g for g in scene.groups if first <= g.first and g.last <= at and g not in who]
        objects = [g for g in objects if g.is_bare and g.form == "obl" and not g.genitive]
        return objects[-1] if objects else None
    left = [g for g in scene.groups if first <= g.first and g.last <= at and at - g.last <= 2]
    pronouns = scene.tongue.some("oblique") | scene.tongue.some("object")
    clitic = [g for g in left if g.is_bare and g not in who and scene.lows[g.first] in pronouns]
    return clitic[-1] if clitic else None


def _bracket(scene: Scene, at: int) -> int | None:
    """Return the auxiliary of a participle at the end of its clause: "hat | X für Y | gedankt"."""
    first, last = scene.bounds(at)
    ends = at + 1 >= last or not _is_word(scene, at + 1)
    return scene.tongue.word("brackets").last(scene.lows, first, at) if ends else None


def _inside(scene: Scene, frame: Frame, opened: int, at: int, who: list[Group]) -> Group | None:
    """Return to whom it is done, of those between an auxiliary and its participle."""
    inside = [g for g in scene.groups if opened < g.first < at and g not in who]
    behind = [g for g in inside if g.prep in frame.preps]
    bare = [g for g in inside if g.is_bare and not g.genitive and _is_next(scene, opened + 1, g)]
    return next(iter(behind or (bare if frame.direct else [])), None)


def behind_subject(scene: Scene, end: int, who: list[Group]) -> int:
    """Return where the rest of a clause begins whose verb stands before its subject."""
    raw = scene.tongue.raw
    able = raw.get("verb_first") or raw.get("inverts")
    able = able or (raw.get("nouns") and who and who[0].form == "nom")  # "rief er | Kadar auf"
    inverted = able and who and who[0].first >= end
    if able and not who and scene.tongue.word("collective").at(scene.lows, end):
        return end + 1  # "اتفق | الوزيران | على …"
    return who[-1].last if inverted else end


def _is_next(scene: Scene, end: int, group: Group) -> bool:
    """Tell whether nothing but articles and the like stands between a verb and a group."""
    skip, adjective = scene.tongue.some("skip"), scene.tongue.word("adjective")
    return all(
        scene.lows[n] in skip or adjective.at(scene.lows, n) for n in range(end, group.first)
    )


def _has_clitic(scene: Scene, at: int) -> bool:
    """Tell whether an object pronoun stands before the verb: "l'a remercié", "lo invitó"."""
    clitics, auxiliary = scene.tongue.some("clitic"), scene.tongue.some("auxiliary")
    n = at - 1
    while n >= 0 and scene.lows[n] in auxiliary:
        n -= 1
    return n >= 0 and scene.lows[n] in clitics


def _is_person(scene: Scene, group: Group) -> bool:
    return scene.view.actors[group.actor].kind == "person"


def matter_of(
    scene: Scene, frame: Frame, at: int, end: int, target: Group | None
) -> tuple[int, int]:
    """Return the words that say what it is about: behind the verb and whom it is done to."""
    tongue = scene.tongue
    if tongue.matter_first:
        return max(_before_verb(scene, at), at - _LONGEST), at
    begin = target.last if target is not None and target.first >= end else end
    stop = _clause_end(scene, _past_mark(scene, begin))
    opened = _bracket(scene, at)
    if opened is not None and at - opened > 1:
        held = target is not None and target.first > opened and not target.prep
        begin, stop = target.last if held and target else opened + 1, at
    while begin < stop and (_is_before_matter(scene, begin) or _is_where(scene, begin)):
        begin += 1
    begin += frame.what.at(scene.lows, begin) if begin < stop else 0
    if begin >= stop and target is not None and target.prep and target.first > end:
        begin, stop = end, _preposition_of(scene, target, end)  # "versera 8 millions | à l'Italie"
    if tongue.raw.get("nouns") and _is_bare(scene, begin, stop):
        begin = stop  # "die Vorwürfe | wies er zurück"
    if begin >= stop and tongue.raw.get("verb_last"):
        begin, stop = _before_verb(scene, at), at
    stop = min(stop, begin + _LONGEST)
    while stop - begin > 1 and scene.lows[stop - 1] in tongue.some("particle"):
        stop -= 1
    return begin, stop


def tagged(scene: Scene, frame: Frame, at: int, end: int) -> Group | None:
    """Return who says what stands before: "…, | warnte Minister Cruz" at the end of a sentence."""
    aux = scene.tongue.some("auxiliary")
    opens = next((n for n in range(at - 1, -1, -1) if scene.lows[n] not in aux), -1)
    if "what" not in frame.flags or opens < 0 or scene.lows[opens] not in _TAGS:
        return None
    group = next((g for g in scene.groups if end <= g.first <= end + _TAG and g.is_bare), None)
    if scene.lows[opens] == "," and any(g.last == opens and g.is_bare for g in scene.groups):
        return None  # "il ministro, Luca Bassi, | ha esortato la Tunisia"
    if group is None or group.form == "obl":
        return None
    behind = scene.lows[group.last] if group.last < len(scene.lows) else "."
    over = behind in (".", "!", ",") or behind in scene.tongue.some("prepositions")
    plain = not any(low in (",", ".") for low in scene.lows[end : group.first])
    return group if over and plain and at - said_before(scene, at) > _TAG else None


def tag_edge(scene: Scene, at: int) -> int:
    """Return the mark before a tag: "…, | a annoncé"."""
    return next((n for n in range(at - 1, 0, -1) if scene.lows[n] in _TAGS), at - 1)


def said_before(scene: Scene, at: int) -> int:
    """Return where the words begin that a tag stands behind: with the sentence or its marks."""
    opens = [n for n in range(at) if scene.lows[n] in _OPENS]
    return opens[-1] + 1 if opens and opens[-1] < at - 2 else 0


_TAG = 2  # words between a tag's verb and whose it is
_TAGS = frozenset((",", "“", "”", "»", '"', "–", "—"))


def _past_mark(scene: Scene, begin: int) -> int:
    """Return where a matter begins whose marks stand behind small words: "di | "vendere armi"."""
    ahead = range(begin, min(begin + _OPENING, len(scene.lows)))
    small = scene.tongue.some("before_matter") | scene.tongue.some("skip")
    mark = next((n for n in ahead if scene.lows[n] in _OPENS), None)
    plain = mark is not None and all(scene.lows[n] in small for n in range(begin, mark))
    return mark + 1 if plain and mark is not None else begin


_OPENING = 3  # words before the marks of a matter
_OPENS = frozenset('"“„«')


def _is_where(scene: Scene, n: int) -> bool:
    """Tell a place before a matter: "acordaron | en La Paz | reactivar …"."""
    if not scene.tongue.raw.get("inverts") or n + 2 >= len(scene.words):
        return False
    preps, plain = scene.tongue.some("place"), n + 1 not in scene.group_at
    if scene.lows[n] in preps:
        return scene.words[n + 1].capital and plain
    return (
        scene.words[n].capital
        and n not in scene.group_at
        and n > 0
        and (scene.lows[n - 1] in preps or (n > 1 and scene.lows[n - 2] in preps))
    )


def _is_before_matter(scene: Scene, n: int) -> bool:
    """Tell small words, marks and days before a matter: "anunció | este martes que | …"."""
    low, behind = scene.lows[n], scene.lows[n + 1] if n + 1 < len(scene.lows) else ""
    apart = low in scene.tongue.some("particle") and behind == ","  # "bot an, | zu vermitteln"
    if low in scene.tongue.some("before_matter") or not _is_word(scene, n) or apart:
        return True
    word = scene.words[n]
    dates = scene.view.dates_within(word.start - _DATED, word.end + _DATED)
    spans = (when.evidence for _, when in dates if when.evidence)
    return bool(scene.tongue.raw.get("inverts")) and any(
        span[0].start - _ARTICLE <= word.start < span[-1].end for span in spans
    )


_DATED, _ARTICLE = 12, 5  # characters around a day, and before it: "este martes"


def _is_bare(scene: Scene, begin: int, stop: int) -> bool:
    """Tell whether nothing but particles of a verb stands between two words."""
    particle = scene.tongue.some("particle")
    return all(scene.lows[n] in particle or not _is_word(scene, n) for n in range(begin, stop))


def led_matter(scene: Scene, frame: Frame, end: int, last: int) -> tuple[int, int] | None:
    """Return what somebody is thanked for or accused of, where nobody known is: "thanked for …"."""
    if frame.type not in ("thank", "accuse"):
        return None
    for n in range(end, min(last, end + _NEAR)):
        if length := frame.what.at(scene.lows, n):
            stop = min(_clause_end(scene, n + length), n + length + _LONGEST)
            return (n + length, stop) if stop > n + length else None
    return None


def split_condition(scene: Scene, first: int, last: int) -> tuple[int, Span | None]:
    """Return where a matter ends before its condition, and the words of that: "…, if …"."""
    found = scene.tongue.word("if").find(scene.lows, first + 1, last + 2)
    if found is None:
        return last, None
    end = max(last, _clause_end(scene, found))
    stop = found - 1 if scene.lows[found - 1] == "," else found
    return (stop, scene.span_of(found, end)) if stop > first and end - found > 1 else (last, None)


def _preposition_of(scene: Scene, group: Group, end: int) -> int:
    """Return where the preposition of a group stands, or the group where it is part of it."""
    before = range(group.first - 1, end - 1, -1)
    return next((n for n in before if scene.lows[n] == group.prep), group.first)


def _before_verb(scene: Scene, at: int) -> int:
    """Return where the matter begins that stands before a verb: behind who is named first."""
    begin = scene.bounds(at)[0]
    skip = scene.tongue.some("before_matter") | scene.tongue.some("postpositions")
    for group in scene.groups:
        if begin <= group.first < at and group.first - begin <= 1 and group.last < at:
            begin = group.last
            while begin < at and (scene.lows[begin] in skip or not _is_word(scene, begin)):
                begin += 1
    joins = scene.tongue.some("and")  # "teşekkür etti | ve Doğan'ı davet etti"
    for n in range(at - 1, begin, -1):
        if scene.lows[n] in joins and scene.is_verb(n - 1):
            return n + 1
    return begin


def _is_word(scene: Scene, n: int) -> bool:
    return scene.lows[n][0].isalnum()


def _clause_end(scene: Scene, at: int) -> int:
    """Return where the words about a matter end: with the sentence, or before another verb."""
    tongue = scene.tongue
    for n in range(at, len(scene.lows)):
        low = scene.lows[n]
        if low == "." and n + 1 < len(scene.lows) and not scene.words[n + 1].capital:
            continue  # of an abbreviation
        if low in (";", ".", "!", "?", "…", "»", "”", "(", '"', "–", "—"):
            return n
        if low == ":" and n + 1 < len(scene.lows) and scene.lows[n + 1] in _OPENS:
            return n
        joins = low in tongue.some("and") or low == ","
        behind = scene.lows[n + 1] if n + 1 < len(scene.lows) else ""
        if low == "," and behind in tongue.some("contrast"):
            return n
        if joins and n > at and _verb_follows(scene, n):
            return n
    return len(scene.lows)


def _verb_follows(scene: Scene, n: int) -> bool:
    tongue = scene.tongue
    if tongue.word("said").at(scene.lows, n + 1):
        return True
    for m in range(n + 1, min(n + 4, len(scene.lows))):
        if scene.is_verb(m):
            return True
        frames = (*tongue.acts.begun_by(scene.lows[m]), *tongue.positions.begun_by(scene.lows[m]))
        if any(frame.forms.at(scene.lows, m) for frame in frames):
            return True
        if scene.lows[m] in (",", ";"):
            return False
    return False
