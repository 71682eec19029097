"""Whom a question means: its names looked up among the actors of the reports at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.ask.question.naming import Named
from communique.ask.reports.cast import initials, name_parts
from communique.ask.reports.officers import holders_near, officers
from communique.ask.reports.pages import Page
from communique.ask.wording import wording
from communique.ask.words import folded, stem
from communique.model.actor import Actor
from communique.model.rows import ActorRef

_WORDING = wording("reports/names")

#: Letters that a state's name and its adjective share at least ("Soldav-an").
_SHARED = 4
#: Letters at the end of a state's name that its adjective may leave out.
_LOST = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """One that a question names. ``actors`` are those it may be, ``ids`` their ids.

    ``keys`` are the stems of the words by which its mention is known in a sentence: all of
    them must be there; each of ``akin`` will do by itself, an adjective or demonym of a state.
    ``holders`` are the ids of those who hold an office of it in any of the reports at hand,
    ``others``, of a state, the stems of the names and adjectives of other states.
    """

    text: str
    actors: tuple[ActorRef, ...]
    keys: frozenset[str]
    ids: frozenset[str]
    akin: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def resolved(named: Iterable[Named], pages: list[Page]) -> tuple[Asked, ...]:
    """Look up what a question names; what is no actor of the reports keeps its words."""
    return tuple(_resolved(each, pages) for each in named)


def _resolved(named: Named, pages: list[Page]) -> Asked:
    """Look up one name: whom it fits best, and all that go by the same id."""
    best = 0
    found: dict[str, ActorRef] = {}
    labels: dict[str, ActorRef] = {}
    ranks: dict[tuple[object, ...], int] = {}
    for page in pages:
        for actor, ref in _perhaps_named(named, page):
            if named.is_office:
                rank = _office_rank(named, actor, page)
            else:
                # Many reports name the same ones alike.
                called = actor.kind, actor.name, actor.aliases
                if called not in ranks:
                    ranks[called] = _rank(named, actor)
                rank = ranks[called]
            if rank > best:
                best, found = rank, {}
            if rank and rank == best:
                found[ref.id] = ref
    if len(named.words) == 1 and any(ref.kind == "person" for ref in found.values()):
        labels = {id: ref for id, ref in found.items() if _is_label(ref.name)}
        found = {id: ref for id, ref in found.items() if ref.kind == "person"}
    found |= _slips(found.values(), pages)
    found |= _by_office_alone(found, pages) | _by_office_of(found, pages) | labels
    like = _akin_words(named, found.values(), pages) | _as_asked(named)
    if named.is_office and not found and named.words:
        own = _adjectives(named.words, pages)
        found = holders_near(named, own, _others((), own, pages), pages)
    holders = {id for page in pages for each in found for id in page.holders.get(each, ())}
    others = frozenset[str]()
    if any(ref.kind == "state" for ref in found.values()):
        holders |= officers(_keys(named) | like, pages)
        others = _others(found, _keys(named) | like, pages)
    return Asked(
        named.text,
        tuple(found.values()),
        _keys(named),
        frozenset(found),
        like,
        frozenset(holders),
        others,
    )


def _adjectives(words: tuple[str, ...], pages: Iterable[Page]) -> frozenset[str]:
    """Return the stems in the reports of what a state may be called by its name or adjective."""
    return frozenset(
        each
        for each, word in _begun(words, pages)
        if each == stem(word) or akin(each, word) or akin(word, each)
    )


def _begun(words: Iterable[str], pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Yield the stems in the reports that begin like a word, each with that word."""
    long = [word for word in words if len(word) >= _SHARED]
    for page in pages:
        for word in long:
            for each in page.stems_beginning(word[:_SHARED]):
                yield each, word


def _others(found: Iterable[str], own: frozenset[str], pages: Iterable[Page]) -> frozenset[str]:
    """Return the stems of the names and adjectives of other states than those found."""
    known = set(found)
    return frozenset(
        each
        for page in pages
        for each, name in _begun(
            {
                folded(ref.name)
                for actor, ref in page.cast.everybody
                if actor.kind == "state" and ref.id not in known and " " not in ref.name
            },
            (page,),
        )
        if each not in own and (each == stem(name) or akin(each, name))
    )


def _perhaps_named(named: Named, page: Page) -> Iterable[tuple[Actor, ActorRef]]:
    """Return those in a report whom a question may name: a name has its last word."""
    if named.is_office or not named.words:
        return page.cast.everybody
    return page.cast.with_word(named.words[-1])


def _is_label(name: str) -> bool:
    """Tell whether a name may be that over what somebody says in a transcript ("LYLE: …")."""
    return name.isupper() and " " not in name and len(name) >= _SHARED


def _akin_words(named: Named, found: Iterable[ActorRef], pages: Iterable[Page]) -> frozenset[str]:
    """Return the stems in the reports that are adjectives of a state's name, or the name of one."""
    states = [ref for ref in found if ref.kind == "state"]
    if named.is_office or len(named.words) != 1 or (not states and any(True for _ in found)):
        return frozenset()
    names = {named.words[0], *(folded(ref.name) for ref in states if " " not in ref.name)}
    return frozenset(
        each
        for each, name in _begun(names, pages)
        if each != stem(name) and (akin(each, name) or akin(name, each))
    )


def _by_office_alone(found: dict[str, ActorRef], pages: list[Page]) -> dict[str, ActorRef]:
    """Return those whom a report calls only by an office that one who is meant alone has.

    Of all persons in the reports at hand no other may have an office of that title. "The
    President" may be of any state, so such titles do not do.
    """
    if len(found) != 1 or any(ref.kind != "person" for ref in found.values()):
        return {}
    titles: dict[tuple[str, ...], set[str]] = {}
    for page in pages:
        for title, id in page.cast.titles:
            titles.setdefault(title, set()).add(id)
    alone = [
        title
        for title, holders in titles.items()
        if holders == set(found) and not _is_of_many(title)
    ]
    return {
        ref.id: ref
        for page in pages
        if alone
        for called, ref in page.cast.persons
        if any(_is_called(called, title) for title in alone)
    }


def _by_office_of(found: dict[str, ActorRef], pages: list[Page]) -> dict[str, ActorRef]:
    """Return those whom a report calls only by an office of a state ("the President of X").

    Of all persons in the reports at hand the one who is meant alone is named with that office.
    """
    if len(found) != 1 or any(ref.kind != "person" for ref in found.values()):
        return {}
    offices = [each for page in pages for each in page.cast.offices]
    held = {(title, of) for title, of, ref, named in offices if named and ref.id in found}
    others = {(title, of) for title, of, ref, named in offices if named and ref.id not in found}
    return {
        ref.id: ref
        for title, of, ref, named in offices
        if not named and (title, of) in held - others
    }


def _is_of_many(title: tuple[str, ...]) -> bool:
    """Tell whether a title is one that every state has."""
    return len(title) == 1 and title[0] in _WORDING.words("of-many")


def _is_called(name: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Tell whether a name is no more than a title, with what it is of or without."""
    return name == title or (name[: len(title)] == title and name[len(title)] == "of")


def _slips(found: Iterable[ActorRef], pages: list[Page]) -> dict[str, ActorRef]:
    """Return those whose full names differ by one letter, as a slip of the pen may have it."""
    names = {name_parts(ref.name) for ref in found if ref.kind == "person"}
    if not names:
        return {}
    before = {name[:-1] for name in names}
    return {
        ref.id: ref
        for page in pages
        for called, ref in page.cast.called
        if called[:-1] in before and any(_is_slip(called, name) for name in names)
    }


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether names differ by one letter inside the last word, but for which they are alike.

    Its first and last letters count as they are: "Ivanov" and "Ivanova" are two.
    """
    if len(one) != len(other) or len(one) < 2 or one[:-1] != other[:-1]:
        return False
    a, b = sorted((one[-1], other[-1]), key=len)
    if len(a) < _SHARED or len(b) - len(a) > 1 or a == b or a[0] != b[0] or a[-1] != b[-1]:
        return False
    same = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[same + (len(a) == len(b)) :] == b[same + 1 :]


def _keys(named: Named) -> frozenset[str]:
    """Return the stems that a mention must have: of a person's full name, the last one."""
    if named.is_office:
        return frozenset(stem(word) for word in (*named.title, *named.words))
    return frozenset({stem(named.words[-1])}) if named.words else frozenset()


def _as_asked(named: Named) -> frozenset[str]:
    """Return the stem of a name as the question spells it, where reports call it otherwise."""
    asked = tuple(map(folded, named.text.split()))
    return frozenset(map(stem, asked)) if len(asked) == 1 and asked != named.words else frozenset()


def _rank(named: Named, actor: Actor) -> int:
    """Return how well a name fits: 4 exactly, 3 as the last words, 2 as some, 1 loosely."""
    wanted = named.words
    best = 0
    for name in (actor.name, *actor.aliases):
        parts = name_parts(name)
        if not parts:
            continue
        if parts == wanted == parts[-1:] and (actor.kind == "person" or _is_label(name)):
            # Where only a family name is printed, it is that of a fuller one elsewhere.
            best = max(best, 3)
        elif parts == wanted or (len(wanted) == 1 and wanted[0] in initials(parts)):
            best = max(best, 4)
        elif parts[-len(wanted) :] == wanted and not _is_only_of(wanted, parts, actor):
            best = max(best, 3)
        elif actor.kind == "person" and set(wanted) <= set(_before_of(parts)):
            best = max(best, 2 if not _DESCRIBED.match(name) else 0)
    if best:
        return best
    if actor.kind == "person" and len(wanted) > 1:
        last = [folded(p) for p in actor.name.split()][-1:]
        one_name = " " not in actor.name.strip()
        return 2 if one_name and last == [wanted[-1]] else 0
    return 1 if actor.kind == "state" and len(wanted) == 1 and akin(wanted[0], actor.name) else 0


def _is_only_of(wanted: tuple[str, ...], parts: tuple[str, ...], actor: Actor) -> bool:
    """Tell whether a name only says what somebody, or a body, is of ("the ferrymen of Dale")."""
    behind = "of" in parts[: -len(wanted)]
    bodies = _WORDING.words("governing")
    return behind and (
        actor.kind == "person" or (actor.kind == "organisation" and bodies.isdisjoint(parts))
    )


#: What calls somebody without a name ("a Norlandic diplomat").
_DESCRIBED = _WORDING.pattern("described")


def _before_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name but for what it is of ("the captain of the X" is not X)."""
    return parts[: parts.index("of")] if "of" in parts else parts


def akin(word: str, state: str) -> bool:
    """Tell whether ``word``, in lower case, is an adjective or demonym of a state's name."""
    name = folded(state)
    if name.endswith(_LAND) and len(name) >= _SHARED + len(_LAND):
        root = name.removesuffix(_LAND)
        if word.startswith(root) and re.fullmatch(r"i?sh|ic|e[rn]s?", word[len(root) :]):
            return True
    shared = 0
    for one, other in zip(word, name, strict=False):
        if one != other:
            break
        shared += 1
    if shared < max(_SHARED, len(name) - _LOST) or word == name:
        return False
    return _DEMONYM.fullmatch(word[shared:]) is not None


#: An ending of states' names that their adjectives leave out ("Norland", "Norish").
_LAND = "land"
#: What is left of an adjective or demonym behind what it shares with the state's name.
_DEMONYM = _WORDING.pattern("demonym")


def _office_rank(named: Named, actor: Actor, page: Page) -> int:
    """Return 3 if the actor holds the office that is named, 2 if it is described so."""
    if actor.kind not in ("person", "organisation"):
        return 0
    others = page.cast.by_local
    for office in actor.offices:
        title = {folded(word) for word in office.title.split()}
        if set(named.title) <= title and any(
            _is_of(named.words, of) for of in _owners(office.of, others)
        ):
            return 3
    described = actor.name.lower().split()
    if set(named.title) <= set(described) and _is_of(named.words, " ".join(described)):
        return 2
    return 0


def _owners(of: str | None, others: dict[str, Actor]) -> Iterator[str]:
    """Yield the names of what an office is of: of a person's envoy, also that person's state."""
    owner = others.get(of or "")
    if owner is None:
        yield of or ""
        return
    yield from (owner.name, *owner.aliases)
    for office in owner.offices:
        state = others.get(office.of or "")
        yield state.name if state else office.of or ""


def _is_of(wanted: tuple[str, ...], of: str) -> bool:
    """Tell whether what an office is of is what the question says."""
    parts = {folded(word) for word in of.split()}
    if set(wanted) <= parts or (len(wanted) == 1 and wanted[0] in initials(name_parts(of))):
        return True
    return len(wanted) == 1 and any(akin(wanted[0], p) or akin(p, wanted[0]) for p in parts)


def is_asked(names: Iterable[Asked], id: str) -> bool:
    """Tell whether an actor is one of those that a question names."""
    return any(id in name.ids for name in names)
