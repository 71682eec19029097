"""The clause around a cue: whose it is, and where it ends.

A cue ("opposes", "expects", "is ready to") says little without its subject and its
complement. The walk is over items: left over titles, appositions, relative pronouns and
joined verbs to the one who holds the view; right to the end of the clause.

Limits: a pronoun that the reader did not resolve has no actor, except "I" and "we" inside a
statement, which are its speaker.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.extract.antecedents import antecedent, owner_of_body
from communique.extract.appositions import over_apposition
from communique.extract.extents import QUOTES as QUOTES
from communique.extract.extents import STRONG as STRONG
from communique.extract.extents import clause_end as clause_end
from communique.extract.extents import listed as listed
from communique.extract.extents import opens_verb
from communique.extract.extents import span_of as span_of
from communique.extract.extents import words_of as words_of
from communique.extract.modality import Items, noun_start
from communique.extract.view import View

_ENDS = frozenset(".!?;？…")
_GROUP = 10  # items of a verb group
_DEEPEST = 20  # statements inside one another
_BRACKET = 10  # items of an editor's remark
_LONGEST = 60  # items of a clause
_PARTS = frozenset({"of", "in", "for", "from", "with", "between"})
_BOTH = frozenset({"neither", "both"})
_MEMBER = 7  # items of "was one of the few"
_QUOTED = 8  # items of a few quoted words
_SAID = 5  # items before "that" among which the verb is that tells it
_REACH = 24  # items between a verb and the subject that it shares with an earlier verb


@dataclass(frozen=True, slots=True)
class Subject:
    """Items ``[first, last)`` that name the one whose clause it is.

    ``actor`` is ``None`` for people whom the report does not name ("many experts") and for
    things; ``person`` is ``first`` for I and we, ``nobody`` for a denied subject.
    """

    first: int
    last: int
    actor: str | None
    person: str = "third"
    crowd: bool = False


def subject_of(view: View, items: Items, start: int) -> Subject | None:
    """Return the subject of the verb group that begins at ``items[start]``, if it is told."""
    at = _before_date(items, start - 1)
    if at > 1 and items[at].word == "]":
        at = _before_bracket(items, at)
    at -= at > 0 and items[at].word in listed(view, "themselves")  # "the bank itself expects"
    if at >= 0 and items[at].word in ("and", "but", "or", "then", "also"):
        return _shared(view, items, at)
    if at >= 0 and items[at].word == ",":
        before = over_apposition(items, at)
        if before is None:
            return _shared(view, items, at)
        at = before
    if at >= 0 and view.lexicon.has(items[at].word, "relative") and items[at].ref is None:
        if (member := _one_of_those(view, items, at - 1)) is not None:
            return member
        at -= 1
        if at >= 0 and items[at].word == ",":
            at -= 1
    return None if at < 0 else _phrase(view, items, at)


def _before_date(items: Items, at: int) -> int:
    """Return the item before a date that stands behind a name: "Ruiz | on Wednesday" welcomed."""
    before = at
    while before > 0 and items[before].date >= 0 and items[before].ref is None:
        before -= 1
    if before == at:
        return at
    before -= before > 0 and items[before].word == "on"
    return before if before >= 0 and items[before].ref is not None else at


def _one_of_those(view: View, items: Items, at: int) -> Subject | None:
    """Return who "was one of the few | who …" or "is among those | who …"."""
    if at < 2 or items[at].word not in listed(view, "some_of_whom"):
        return None
    for be in range(at - 1, max(0, at - _MEMBER), -1):
        if items[be].ref is not None or items[be].word in STRONG or items[be].word == ",":
            return None
        if view.lexicon.has(items[be].word, "be"):
            one_of = any(item.word in listed(view, "among") for item in items[be + 1 : at])
            return subject_of(view, items, verb_start(view, items, be)) if one_of else None
    return None


def _before_bracket(items: Items, close: int) -> int:
    """Return the item that names whom an editor's "[the Luthan side]" before ``close`` means.

    It is the name in the bracket, else what stands before it: "they [the miners] want".
    """
    for at in range(close - 1, max(-1, close - _BRACKET), -1):
        if items[at].word == "[":
            named = next((i for i in range(close - 1, at, -1) if items[i].ref is not None), None)
            return at - 1 if named is None else named
    return close


def joined_with(view: View, items: Items, subject: Subject) -> tuple[list[str], bool]:
    """Return who else is named as the subject, nearest first, and whether "neither" denies it.

    "Ruiz, Lind and Moss oppose": Lind and Ruiz beside Moss. A list that something governs
    ("met Lind and Moss") is nobody's subject.
    """
    others: list[str] = []
    at = subject.last - 1
    if items[at].ref is None:
        return [], False
    first = noun_start(view.lexicon, items, at, _BOTH)
    while first > 1 and items[first - 1].word in ("and", "nor", "or", ",") and first - at < 1:
        before = first - 2
        if items[before].word == "," and before:
            before -= 1
        ref = items[before].ref
        if ref is None or ref.actor == subject.actor:
            break
        others.append(ref.actor)
        at, first = before, noun_start(view.lexicon, items, before, _BOTH)
    if not others or not first:
        return others, False
    word = items[first - 1].word
    if word == "neither":
        return others, True
    opens = word in STRONG or word in QUOTES or word in ("that", ",", "both", "but", "while")
    return (others if opens else []), False


def verb_start(view: View, items: Items, index: int) -> int:
    """Return where the auxiliaries and adverbs before ``items[index]`` begin.

    Verbs and nouns that govern an infinitive are left out, other than in
    :func:`~communique.extract.modality.group_start`: "the proposal" | "must be".
    """
    start = index
    while start > max(0, index - _GROUP) and items[start - 1].ref is None:
        word = items[start - 1].word
        if word in ("there", "here"):
            break
        helped = start > 1 and view.lexicon.has(items[start - 2].word, "have", "be")
        longer = word == "longer" and start > 1 and items[start - 2].word == "no"
        if not (longer or (helped and view.lexicon.has(word, "aux_adverb"))) and (
            not view.lexicon.has(word, "adverb", "be", "have", "do", "future", "modal", "not")
            and (not (word.endswith("ly") and len(word) > 4) or word in listed(view, "no_manner"))
        ):
            break
        start -= 1
    return start


def asks(view: View, items: Items, first: int) -> bool:
    """Tell whether the clause whose subject begins at ``items[first]`` is an embedded question."""
    return any(item.word in listed(view, "asking") for item in items[max(0, first - 2) : first + 1])


def is_asked(view: View, items: Items, index: int) -> bool:
    """Tell whether ``items[index]`` stands in a question, by its mark or by its order of words."""
    if items[-1].word in ("?", "？"):
        return True
    marks = (item.word for item in items[index : index + _LONGEST] if item.word in _ENDS)
    if next(marks, ".") == "?":
        return True
    for at in range(index - 1, max(-1, index - _REACH), -1):
        if items[at].word in STRONG or items[at].word in QUOTES:
            return False
        if items[at].word in ("you", "they", "he", "she", "we", "it", "there") and at:
            before = items[at - 2].word if at > 1 else "."
            asks_ = view.lexicon.has(items[at - 1].word, "do", "be", "future", "modal")
            opens = not before[:1].isalnum() or before in ("and", "but", "so", "why", "how")
            if asks_ and opens and items[at - 1].word not in ("be", "been", "being"):
                return True
    return False


def is_tangled(view: View, items: Items, index: int) -> bool:
    """Tell whether more auxiliaries stand before ``items[index]`` than a sentence has."""
    return index - verb_start(view, items, index) >= _GROUP


def _phrase(view: View, items: Items, at: int) -> Subject | None:
    """Return the noun phrase that ends at ``items[at]`` as a subject."""
    item = items[at]
    if item.ref is None and view.lexicon.has(item.word, "first_singular", "first_plural"):
        if item.word in ("i", "we"):
            return Subject(at, at + 1, view.speaker_at(item.start), "first")
        return None
    if item.word in listed(view, "nobody"):
        return Subject(at, at + 1, None, "nobody")
    if item.ref is not None:
        return _mention(view, items, at)
    if view.lexicon.has(item.word, "pronoun") and item.word not in ("each",):
        if item.word in ("it", "he", "she", "they"):
            meant = meant_by(view, items, at)
            if meant is not None:
                return Subject(at, at + 1, meant)
        return Subject(at, at + 1, None, "pronoun")
    if not item.word[:1].isalpha() or view.lexicon.has(item.word, "preposition", "conjunction"):
        return None
    return _noun(view, items, at)


def meant_by(view: View, items: Items, at: int) -> str | None:
    """Return whom an open pronoun at ``items[at]`` means, where its clause leaves no choice."""
    return antecedent(view, items, at, listed(view, "telling"), _told_by)


def _told_by(view: View, items: Items, verb: int) -> str | None:
    subject = subject_of(view, items, verb_start(view, items, verb))
    return subject.actor if subject is not None and subject.last <= verb else None


def _mention(view: View, items: Items, at: int) -> Subject | None:
    item = items[at]
    assert item.ref is not None
    if view.lexicon.has(item.word, "possessive") and item.word != "her":
        return None
    if _after_aside(view, items, at):
        return Subject(at, at + 1, item.ref.actor)
    first = noun_start(view.lexicon, items, at)
    while first < at and items[first].date >= 0:
        first += 1  # "in January | Ruiz", "within days | the militia"
    before = items[first - 1].word if first else ""
    if view.lexicon.has(before, "preposition") and not view.lexicon.has(before, "subordinator"):
        return _governed(view, items, first - 1, at)
    if first > 1 and items[first - 1].word in ("and", ",") and items[first - 2].ref is not None:
        first -= 2
    own = item.word in ("i", "we") and item.ref.actor == view.speaker_at(item.start)
    whose = owner_of_body(view, items[at], listed(view, "bodies")) or item.ref.actor
    return Subject(first, at + 1, whose, "first" if own else "third")


def _after_aside(view: View, items: Items, at: int) -> bool:
    """Tell whether words like "on the whole" stand right before ``items[at]``, without a comma."""
    return any(
        " ".join(item.word for item in items[max(0, at - len(aside.split())) : at]) == aside
        for aside in listed(view, "asides")
    )


def _governed(view: View, items: Items, preposition: int, at: int) -> Subject | None:
    """Return the subject of "the government of X …", where X is ``items[at]``."""
    head = preposition - 1
    if head < 0:
        return None
    if items[head].ref is not None and items[preposition].word in ("of", "from", "in"):
        return Subject(noun_start(view.lexicon, items, head), at + 1, _actor(items, head))
    if items[preposition].word == "of" and items[head].word in listed(view, "bodies"):
        return Subject(noun_start(view.lexicon, items, head), at + 1, _actor(items, at))
    if items[head].word in listed(view, "asked_by") and head:
        head -= 1  # "economists polled by the Gazette"
    if items[head].word in listed(view, "crowds"):  # "economists at the Harbour Bank"
        return Subject(noun_start(view.lexicon, items, head), at + 1, None, crowd=True)
    return None


def _noun(view: View, items: Items, at: int) -> Subject | None:
    """Return a noun phrase without a name: a state's body, a crowd, or a thing."""
    first = noun_start(view.lexicon, items, at)
    word = items[at].word
    if word in listed(view, "bodies"):
        if first > 1 and items[first - 1].word in ("'s", "'") and items[first - 2].ref is not None:
            if first > 3 and items[first - 3].word in ("in", "within", "inside"):
                return _phrase(view, items, first - 4)  # "hawks in Ruiz's party"
            return Subject(first - 2, at + 1, _actor(items, first - 2))
        owner = first - int(_is_owner(view, items, first - 1))  # "her | government"
        inner = next((i for i in range(owner, at) if items[i].ref is not None), None)
        if inner is not None:
            return Subject(min(first, inner), at + 1, _actor(items, inner))
        for i in range(first, at):
            if items[i].upper and (state := view.state_of_adjective(items[i].word)):
                return Subject(first, at + 1, state)
    denied = "nobody" if items[first].word == "no" else "third"
    first = _whole(view, items, first) if denied == "third" else first
    return Subject(first, at + 1, None, denied, word in listed(view, "crowds"))


def _is_owner(view: View, items: Items, at: int) -> bool:
    """Tell whether "her" or "its" at ``items[at]`` says whose something is."""
    return at >= 0 and items[at].ref is not None and view.lexicon.has(items[at].word, "possessive")


def _whole(view: View, items: Items, first: int) -> int:
    """Return where "a retreat of the fleet" begins, whose last part begins at ``first``."""
    for _ in range(3):
        if first < 2 or items[first - 1].word not in _PARTS:
            break
        head = items[first - 2]
        if (
            head.ref is not None
            or not head.word[:1].isalpha()
            or view.lexicon.has(
                head.word,
                "pronoun",
                "be",
                "have",
                "do",
                "adverb",
                "conjunction",
                "preposition",
                "reporting",
                "subordinator",
            )
        ):
            break
        first = noun_start(view.lexicon, items, first - 2)
    return first


def _actor(items: Items, at: int) -> str | None:
    ref = items[at].ref
    return ref.actor if ref is not None else None


def _shared(view: View, items: Items, joint: int) -> Subject | None:
    """Return the subject that a joined verb shares with the first verb of its clause."""
    last = joint
    if items[joint - 1].word == ",":  # "said that …, and recommended": past what is said
        last = _that_before(items, joint) or last
    last = said_before(view, items, joint) or last
    for at in range(last - 1, max(-1, joint - _REACH), -1):
        if at > last:
            continue  # within words in quotation marks
        word = items[at].word
        if word in QUOTES and (opens := _opening_mark(items, at)) is not None:
            last = opens
            continue
        if word in STRONG or word in QUOTES or word == "that":
            break
        follows = items[at + 1].word
        if word == "," and opens_verb(view, items, at + 1):
            before = over_apposition(items, at)
            if before is not None:
                return _phrase(view, items, before)
        if items[at].ref is None and word not in ("i", "we"):
            continue
        opens = opens_verb(view, items, at + 1) or (word in ("we", "they") and follows.isalpha())
        if at + 1 >= joint or not opens:
            continue
        if follows in (",", "and", "'s") or view.lexicon.has(follows, "preposition"):
            continue
        if (found := _phrase(view, items, at)) is not None:
            return found
    return None


def _that_before(items: Items, joint: int) -> int | None:
    near = range(joint, max(-1, joint - _REACH), -1)
    return next((at for at in near if items[at].word == "that"), None)


def said_before(view: View, items: Items, joint: int) -> int | None:
    """Return where the words begin of "noted | that Borduria has suffered and called for talks".

    It is who noted it that called; ``joint`` is the place of "and".

    What is told is in the present or the perfect, and tells itself of nothing said; the joined
    verb is of the past like the one that tells it.
    """
    that = _that_before(items, joint)
    if that is None or not view.lexicon.has(items[joint + 1].word, "addressing"):
        return None
    told = [item.word for item in items[that + 1 : joint]]
    now = any(view.lexicon.has(word, "present_auxiliary") for word in told)
    near = [item.word for item in items[max(0, that - _SAID) : that]]
    said = any(view.lexicon.has(word, "reporting", "addressing") for word in near)
    alike = any(view.lexicon.has(word, "addressing") for word in told)
    return that if now and said and not alike else None


def _opening_mark(items: Items, close: int) -> int | None:
    """Return where a few quoted words begin whose closing mark is ``items[close]``."""
    near = range(close - 1, max(-1, close - _QUOTED), -1)
    return next((at for at in near if items[at].word in QUOTES), None)


def teller_of(view: View, offset: int, actor: str | None) -> str | None:
    """Return who tells what stands at ``offset`` of ``actor``: nobody where it is the actor.

    It is the speaker of the innermost statement that is not the actor's own, so a view told
    inside a quotation inside a speech is reported by the one who gives the speech.
    """
    statement = view.statement_at(offset)
    for _ in range(_DEEPEST):
        if statement is None or statement.speaker != actor:
            break
        statement = view.statements.get(statement.parent or "")
    return statement.speaker if statement is not None and statement.speaker != actor else None
