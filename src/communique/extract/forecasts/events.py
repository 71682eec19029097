"""What happens by itself, and when: verbs that nobody's plan stands behind."""

from __future__ import annotations

from communique.extract.clauses import STRONG, Subject, clause_end, listed
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.foresights import lies_ahead
from communique.extract.modality import Items
from communique.extract.view import View


def happens(clause: Clause) -> bool:
    """Tell whether the verb is of what happens by itself; "hold" only without an object."""
    word, after = clause.word, clause.after
    if word == "hold":
        return not after[:1].isalnum()
    if f"{word} {after}" in clause.cues.lists["no_events"] and not by_amount(clause):
        return False
    if word == "break" and clause.has_any(clause.ahead(4), "bounds"):
        return False  # "an attack would break international law"
    if word == "win" and (after[:1].isdigit() or after in ("$", "€", "£")):
        return False  # "one of you will win 1,000 crowns"
    if word == "go" and "history" in clause.ahead(4):
        return False  # "she will go down in history as …"
    if word == "come" and clause.ahead(2) == ["down", "to"]:
        return False  # "it will come down to this"
    if is_phrase(clause):
        return True
    if word == "have" and clause.cues.past.get(after) in clause.cues.lists["outcomes"]:
        return True  # "will have vanished by May"
    if word == "succeed" and after.isalpha():
        named = clause.items[clause.verb + 1].ref is not None
        return not named and after in ("in", "at", "where", "because", "if")
    if word == "become" and clause.has_any(clause.ahead(5), "appointed"):
        return False
    if word == "become" and clause.subject.actor is not None and "first" in clause.ahead(2):
        return False  # "she will become the first woman to hold it": known
    if word == "fall" and after in ("on", "upon", "to"):
        return False  # "it will fall on voters to …"
    return clause.does("outcomes")


def by_amount(clause: Clause) -> bool:
    """Tell whether "by" and an amount follow: "will drop by a third", not "will drop by"."""
    ahead = clause.ahead(6)
    amounts = clause.cues.lists["amounts"]
    return ahead[:1] == ["by"] and any(w[:1].isdigit() or w in amounts for w in ahead[1:])


def is_phrase(clause: Clause) -> bool:
    """Tell whether a verb of two words tells what happens by itself: "run dry"."""
    return f"{clause.word} {clause.after}" in clause.cues.lists["phrases"]


def makes(clause: Clause) -> bool:
    """Tell whether "make" is followed by what it brings: "make things worse"."""
    ahead = clause.ahead(5)
    ahead = ahead[1:] if ahead[:1] == ["more"] else ahead  # not "make more calls"
    return clause.word == "make" and clause.has_any(ahead, "made")


def lasts(clause: Clause) -> bool:
    """Tell whether a length follows: "it will take years", "it will be months before"."""
    ahead = clause.ahead(4)
    if ahead[:1] == ["as"]:
        return False  # "they will take as much time as they need"
    long = clause.has_any(ahead[:3], "lengths")
    until = clause.word == "be" and not {"before", "until"}.isdisjoint(ahead)
    return long and (clause.word == "take" or until)


def is_denied(clause: Clause) -> bool:
    """Tell whether "will" is denied: "they will not give up" foretells what others do."""
    near = clause.items[max(0, clause.verb - 3) : clause.verb]
    return any(clause.view.lexicon.has(item.word, "not") for item in near)


def is_undone(clause: Clause) -> bool:
    """Tell whether a thing is told not to come about: "the schools would not reopen"."""
    head = clause.items[clause.verb - 3].word if clause.verb > 2 else ""
    own = clause.view.lexicon.has(head, "first_plural", "first_singular")
    return is_denied(clause) and clause.does("reviving") and not own


def is_told(clause: Clause, phrases: str) -> bool:
    """Tell whether a phrase of the list ``phrases`` stands near the subject and the verb."""
    before = clause.before(8)
    opens = max(
        (n + 1 for n, word in enumerate(before) if word in STRONG and word != ":"), default=0
    )
    told = [item.word for item in clause.items[clause.subject.first : clause.verb + 12]]
    words = " ".join([*before[opens:], *told]).replace("otherwise known", "")
    return any(f" {phrase} " in f" {words} " for phrase in clause.cues.lists[phrases])


def is_dated(view: View, items: Items, at: int) -> bool:
    """Tell whether a day or a span of time to come stands in the clause of ``items[at]``."""
    dates = {item.date for item in items[at : clause_end(view, items, at)] if item.date >= 0}
    return any(lies_ahead(view, view.reading.dates[date]) for date in dates)


def are_people(view: View, items: Items, subject: Subject) -> bool:
    """Tell whether people are the subject: "the judges will bring …" is a credential."""
    head = items[subject.last - 1].word
    if view.lexicon.has(head, "title") or head in ("gentleman", "lady"):
        return True
    return head in listed(view, "crowds") or head.endswith(("ers", "ors", "ists", "ians", "ges"))
