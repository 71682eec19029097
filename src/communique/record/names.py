"""How names are compared: what is left of them without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from communique.model.actor import Actor
from communique.model.days import first_and_last
from communique.model.ids import claim_id
from communique.model.reading import Account
from communique.model.report import Report

#: Separates the title, what it is of, and the month in what is tallied of an office held.
APART = "\x1f"

_APART = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the ")


def folded(text: str) -> str:
    """Return ``text`` in lower case without accents, its words parted by single spaces.

    An apostrophe or a full stop inside a word goes without parting it (``U.S.`` is ``us``).
    """
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in ".'’ʼ")
    return _APART.sub(" ", letters.casefold()).strip()


def is_name(text: str) -> bool:
    """Tell a name from a description ("a senior official") by its letters.

    In scripts with capitals a name has one; in scripts without, every word may be one.
    """
    return any(c.isupper() for c in text) or text.lower() == text.upper()


def is_description(actor: Actor) -> bool:
    """Tell whether a person is not named but described ("the Norland president", "Norland's
    President")."""
    name = actor.name.replace("’", "'")
    begins = name[:1].islower() or name.casefold().startswith("the ")
    return actor.kind == "person" and (begins or "'s " in name)


def holdings_of(actor: Actor, names: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Return the offices that a report gives an actor: title, and what it is of or nothing.

    :data:`APART` is taken out of both.

    ``names`` are those of the report's actors by local id.
    """
    return frozenset(
        (title.replace(APART, " "), of.replace(APART, " "))
        for title, of in ((o.title, names.get(o.of or "", o.of or "")) for o in actor.offices)
    )


def actor_ids(account: Account, apart: Collection[str] = ()) -> dict[str, str]:
    """Return the citable ids of an account's actors over all reports, by local id.

    Actors of one kind whose fullest names are alike, but for case, accents, punctuation
    and a leading article, have one id. A person of whom only one name is printed has
    another id for other offices, and one who is only described another for each month, for
    offices change hands. Groups ("the two presidents") and descriptions that tell no office
    are nobody beyond their own report. All else is left to judgements.

    ``apart`` are ids that would mean somebody else here (a person says so): they give way to ids
    of this report alone.
    """
    names = {actor.id: actor.name for actor in account.actors}
    ids = {actor.id: _actor_id(actor, account.report, names) for actor in account.actors}
    publication = account.report.publication
    return {local: namesake_id(id, publication) if id in apart else id for local, id in ids.items()}


def namesake_id(actor: str, publication: str) -> str:
    """Return the id of whom one report calls as others call the actor with that id."""
    return claim_id("actor", publication, (), f"namesake\x1f{actor}")


def month_of(report: Report) -> str:
    """Return the month in which a report was published, such as ``2031-05``; or nothing."""
    days = first_and_last(report.published) if report.published else None
    return days[0][:7] if days else ""


def _actor_id(actor: Actor, report: Report, names: Mapping[str, str]) -> str:
    """Return the citable id of one actor over all reports."""
    key = _ARTICLE.sub("", folded(actor.name))
    held = sorted({(folded(title), folded(of)) for title, of in holdings_of(actor, names)})
    offices = "\x1f".join(f"{title}|{of}" for title, of in held)
    if is_description(actor):
        month = month_of(report)
        if month and any(of for _, of in held):
            return claim_id("actor", "", (), f"described\x1f{offices}\x1f{month}")
    elif actor.kind != "group" and key and is_name(actor.name):
        lone = actor.kind == "person" and " " not in key and offices
        return claim_id(
            "actor", "", (), f"{actor.kind}\x1f{key}" + (f"\x1f{offices}" if lone else "")
        )
    here = f"only here\x1f{actor.kind}\x1f{actor.name}"
    return claim_id("actor", report.publication, (), here)
