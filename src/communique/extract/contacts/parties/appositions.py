"""What goes on behind a name: "of Ruritania", "(RUR)", ", the foreign minister,", "II"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.extract.contacts.parties.holders import OfficeHolders
from communique.extract.contacts.parties.phrases import POSSESSIVE
from communique.model import Span

#: What may follow a name without being taken into the mention: "Ruiz II", "Lind, Jr.".
_SUFFIX = re.compile(r"[ivx]{1,4}|[js]r\.?")
_GENERATION = re.compile(r"[js]r\.?")
_OFFICE_LINKS = frozenset({"of", "for", "and", "to", "at", "from"})


@dataclass(frozen=True, slots=True)
class Party:
    """One actor of a group, for whom, and the words that name the actor."""

    actor: str
    represents: str | None
    span: Span


class Appositions(OfficeHolders):
    """Noun phrases past the head that names somebody."""

    def _after_head(self, at: int, parties: tuple[Party, ...]) -> tuple[int, str | None]:
        """Skip what follows a name: "of Ruritania", "(RUR)", ", the foreign minister,"."""
        named: str | None = None
        while True:
            if (
                _SUFFIX.fullmatch(self.word(at))
                or self._goes_on_as_name(at)
                or self._goes_on_as_people(at, parties, named)
            ):
                at += 1
            elif self.word(at) == "," and _GENERATION.fullmatch(self.word(at + 1)):
                at += 2
            elif self.word(at) == "of" and (state := self._state_after(at + 1)) is not None:
                named, at = named or self.ref_actor(state), state + 1
            elif self.word(at) == "of" and (past := self._past_place(at, parties)) > at:
                at = past
            elif self.word(at) == "(" and (close := self.closing(at)) is not None:
                at = close + 1
            elif self.word(at) == "," and (close := self._apposition(at, parties)) is not None:
                named = named or self._state_within(at, close)
                at = close
            else:
                return at, named

    def _past_place(self, at: int, parties: tuple[Party, ...]) -> int:
        """Return where "of Port Azul" ends after "Mayor X"; ``at`` if that does not follow."""
        end = at + 1
        people = parties and all(self.view.actors[p.actor].kind == "person" for p in parties)
        while people and end < min(at + 5, len(self.items)):
            item = self.items[end]
            if not item.upper or item.ref is not None or item.date >= 0 or self.word(end) == "i":
                break
            end += 1
        return end if end > at + 1 else at

    def _goes_on_as_people(
        self, at: int, parties: tuple[Party, ...], named: str | None = None
    ) -> bool:
        """Tell "Borduria officials", "the Harbour Union countries", which the body stands for."""
        if not self.lexicon.has(self.word(at), "group_noun") or self.ref_actor(at) is not None:
            return False
        bodies = ("state", "organisation", "bloc")
        return bool(parties or named) and self.kind(at - 1) in bodies

    def _goes_on_as_name(self, at: int) -> bool:
        """Tell whether a capitalised word continues a name that was not taken in whole."""
        if not self.inside(at) or not self.items[at].upper:
            return False
        return not self.lexicon.has(self.word(at), "title", "determiner")

    def _state_after(self, at: int) -> int | None:
        """Return the index of the state or body that "of …" leads to."""
        for index in range(at, min(at + 8, len(self.items))):
            if self.items[index].ref is not None:
                bodies = self.kind(index) in ("state", "organisation", "bloc")
                return index if bodies or self.is_collective(index) else None
            if not (self.inside(index) or self.word(index) in ("of", *POSSESSIVE)):
                return None
        return None

    def _state_within(self, first: int, last: int) -> str | None:
        for index in range(first, last):
            if self.kind(index) in ("state", "organisation", "bloc"):
                return self.ref_actor(index)
        return None

    def _apposition(self, comma: int, parties: tuple[Party, ...]) -> int | None:
        """Return where the apposition after ``comma`` ends, or ``None`` if there is none."""
        titled, closing = False, comma
        for index in range(comma + 1, min(comma + 16, len(self.items) + 1)):
            if index <= closing:
                continue
            word = self.word(index)
            if word == "(" and titled and (close := self.closing(index)) is not None:
                closing = close
                continue
            if word in (",", ".", "", ";") and titled:
                return index + 1 if word == "," else index
            other = self.ref_actor(index)
            if other is not None:
                known = {party.actor for party in parties}
                whose = (titled and self.word(index - 1) in ("to", "of")) or (
                    index == comma + 1 and f"{word} ".startswith(("the ", "his ", "her ", "their "))
                )
                if self.kind(index) == "person" and other not in known and not whose:
                    return None
                if other not in known and self._are_bodies(parties):
                    return None  # "Ruritania, the Harbour Union and Borduria": a list
                titled = titled or other in known or word.startswith(("the ", "his ", "her "))
            elif not (self.inside(index) or word in _OFFICE_LINKS or word in POSSESSIVE):
                return None
            titled = titled or self.lexicon.has(word, "title")
        return None

    def _are_bodies(self, parties: tuple[Party, ...]) -> bool:
        kinds = {self.view.actors[party.actor].kind for party in parties}
        return bool(kinds) and kinds <= {"state", "bloc", "organisation"}

    def _paired(self, at: int, parties: tuple[Party, ...]) -> tuple[Party, int] | None:
        """Return the other state of "the Ruritania-Borduria (working group)", and where it ends."""
        if (
            len(parties) != 1
            or self.word(at) not in ("-", "–", "‑")
            or self.kind(at - 1) != "state"
        ):
            return None
        other = self.ref_actor(at + 1)
        if other is None and at + 1 < len(self.items):
            other = self.view.state_of_adjective(self.word(at + 1))
        if other is None or self.view.actors[other].kind != "state":
            return None
        return Party(other, None, self._span(at + 1)), at + 2

    def _span(self, at: int) -> Span:
        return Span(self.items[at].start, self.items[at].end)
