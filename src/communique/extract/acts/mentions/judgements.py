"""Judgements told in somebody's words: "the plan is reckless, Lind said", "he is a liar".

In the report's own voice the same words describe; it needs a speaker. What is judged is somebody
or what somebody does or says, for "the storm was terrible" blames nobody.
"""

from __future__ import annotations

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame
from communique.extract.clauses import listed, teller_of
from communique.extract.modality import Modality
from communique.extract.voices import voice_of
from communique.model import Statement

_PREDICATE = 9  # items from "is" to the word that judges
_SUBJECT = 14  # items of what is judged
_QUOTES = frozenset(['"', "“", "”", "''", "``", "'", "‘", "’"])
_CLAUSAL = frozenset(["that", "to", "for", "if", "when", "how", "what"])
_SUBJECTS = frozenset(["he", "she", "they", "i"])
_FRAMES = {
    "criticise": Frame(type="criticise", name="judged"),
    "accuse": Frame(type="accuse", name="judged"),
    "support": Frame(type="support", name="judged"),
    "deny": Frame(type="deny", name="untrue"),
}


def judged_act(clause: Clause, index: int) -> Draft | None:
    """Return the act of a word that judges at ``index``: what it is said of, by whom."""
    verb = _copula(clause, index)
    if verb is None:
        return None
    start = modality.group_start(clause.lexicon, clause.items, verb)
    told = modality.of_verb(clause.view, clause.items, verb, "past")
    negated = told.negated or any(clause.has(at, "not") for at in range(start, index))
    held = told.status == "held" or (told.negated and told.cue and clause.has_not(told.cue))
    if not held or told.condition is not None or _is_asked(clause):
        return None
    first = _subject_start(clause, start)
    if first is None:
        return None
    subject = clause.subject(start)
    if subject is not None and subject.first < first - 1:
        subject = None  # "Lind said that the treaty with Lutha was"
    kind = _kind(clause, index, first, start, subject, negated)
    if is_open(clause, start - 1) or _is_garbled(clause, first, start, subject):
        return None
    inner = range(verb + 1, index)
    if kind == "support" and any(clause.has(at, "preposition") for at in inner):
        return None  # "is in great trouble"
    speaker = speaker_at(clause, verb, first) if kind else None
    if kind is None or speaker is None:
        return None
    if kind != "deny" and _is_own(clause, subject, speaker, start):
        return None
    end = max(index + 1, clause.end(index))
    expletive = clause.word(start - 1) == "it" and clause.word(index + 1) in _CLAUSAL
    if expletive and clause.word(index + 1) == "that":
        end = max(end, clause.end(index + 2))
    if clause.word(end - 1) == "that":
        return None  # "it is shameful that, …"
    return draft_of(clause, _FRAMES[kind], index, first, end, speaker, subject)


def is_open(clause: Clause, at: int) -> bool:
    """Tell whether "she" or "they" at ``at`` leaves open of whom it is said."""
    return clause.word(at) in ("he", "she", "they") and not clause.person_at(at)


def is_weighed(clause: Clause, first: int) -> bool:
    """Tell whether what begins at ``first`` is only weighed: "whether tolls are illegal"."""
    return any(clause.word(at) == "whether" for at in range(max(0, first - _SUBJECT), first))


def _is_garbled(clause: Clause, first: int, start: int, subject: Party | None) -> bool:
    """Tell whether what is judged is cut or only supposed: "Lind, who | left in May, is", "if"."""
    alone = first == start - 1
    if alone and clause.word(first) in ("this", "that"):
        return True  # "that is false"
    if alone and clause.word(first) in ("who", "which"):
        return subject is None or not subject.actors
    before = clause.word(first - 1)
    if (
        before == "and"
        and alone
        and clause.items[first].ref is None
        and not clause.has(first, "pronoun")
    ):
        return True  # "manners and | deference is crazy"
    if before == "," and clause.is_adjectival(first - 2) and clause.has(first - 3, "determiner"):
        return True  # "an ideological, | divided court is"
    nominative = any(clause.word(at) in _SUBJECTS for at in range(first, start - 1))
    cut = before in ("who", "which", "whom", "when", "if")
    return cut or nominative or is_weighed(clause, first)


def draft_of(
    clause: Clause,
    frame: Frame,
    index: int,
    first: int,
    end: int,
    speaker: Party,
    whom: Party | None,
) -> Draft:
    """Return what ``speaker`` says of ``whom`` in the items from ``first`` to ``end``."""
    actor = Party(speaker.actors, speaker.raw, first, first)
    by = teller_of(clause.view, clause.items[index].start, speaker.actor)
    towards = whom if whom is not None and whom.actors else None
    return Draft(
        frame, f"judged:{clause.word(index)}", index, first, actor, towards, (first, end), end,
        frame.status, Modality(reported_by=by),
    )  # fmt: skip


def speaker_at(clause: Clause, verb: int, first: int) -> Party | None:
    """Return who says the clause at ``verb``; ``None`` for the report's own voice."""
    said = clause.view.statement_at(clause.items[verb].start)
    if said is not None and (said.speaker is not None or said.source):
        speaker = clause.speaker(said, first)
        disputed = clause.word(first - 1) == "that" and clause.listed(first - 2, "disputable")
        if disputed or not _is_teller(clause, said, speaker) or _is_behind(clause, said, first):
            return None
        return speaker
    voice = voice_of(clause.view, clause.items, verb)
    if voice is None or voice.actor is None:
        return None
    return Party((voice.actor,), "", first, first)


def _is_teller(clause: Clause, said: Statement, speaker: Party) -> bool:
    """Tell whether somebody says it, and not "who", a heading, or what only "shows" it."""
    raw = speaker.raw.lower()
    if raw in ("who", "which", "one"):
        return False
    if speaker.actors or said.form == "direct":
        return not speaker.raw.isupper() or bool(speaker.actors)
    cue = [word for span in said.cue for word in span.of(clause.view.text).lower().split()]
    telling = listed(clause.view, "telling")
    telling |= {"according"}
    return any(word in telling or clause.lexicon.has(word, "reporting") for word in cue)


def _is_behind(clause: Clause, said: Statement, first: int) -> bool:
    """Tell whether a clause before it says something: "weeks after Lind said so, Lutha bombed"."""
    if said.form == "direct" or not said.cue or said.cue[-1].end > clause.items[first].start:
        return False
    teller = min((span.start for span in (*said.source, *said.cue)), default=0)
    at = next((n for n, i in enumerate(clause.items) if i.start >= teller), first)
    opens = at > 0 and clause.word(at - 1) in ("after", "before", "as", "since", "while", "when")
    cue = said.cue[-1].end
    return opens and any(item.word == "," for item in clause.items[:first] if item.start >= cue)


def _copula(clause: Clause, index: int) -> int | None:
    """Return the verb by which a word at ``index`` is said of a subject: "is", "seemed"."""
    for at in range(index - 1, max(-1, index - _PREDICATE), -1):
        word = clause.word(at)
        if clause.owns(at) or clause.items[at].ref is not None:
            return None
        if (clause.has(at, "be") and word != "being") or clause.listed(at, "linking"):
            return at
        if word == "'s" and not clause.owns(at):
            return at
        known = word in clause.frames.judged or clause.has(at, "not", "adverb", "determiner")
        known = known or clause.is_adverb(at) or clause.listed(at, "degrees")
        known = known or clause.listed(at, "predicate_words") or clause.is_adjectival(at)
        known = known or clause.listed(at, "short_adjectives") or word in _QUOTES
        if not known or (word in clause.frames.judged and _same_kind(clause, at)):
            return None
    return None


def _same_kind(clause: Clause, at: int) -> bool:
    """Tell whether the word at ``at`` has told the judgement of ``index`` already."""
    lists = ("bad", "bad_of", "guilty", "good_people", "untrue", "wanting_good")
    return any(clause.listed(at, one) for one in lists)


def _subject_start(clause: Clause, start: int) -> int | None:
    """Return where the subject of the verb group at ``start`` begins."""
    first = start
    while first > 0 and start - first < _SUBJECT:
        word = clause.word(first - 1)
        if word == "because" and clause.word(first) == "of":
            first -= 1
            continue
        mark = (word in STRONG or word in _QUOTES or word == ",") and not clause.owns(first - 1)
        noun = clause.has(first - 2, "determiner", "possessive")
        joins = clause.has(first - 1, "subordinator", "conditional", "relative")
        joins = joins or (clause.has(first - 1, "reporting") and not noun)
        joins = joins and word not in ("of", "in", "for", "with")
        if mark or joins or word in ("that", "but", "and", "because"):
            break
        first -= 1
    alone = clause.word(start - 1) in ("that", "which", "who", "it")
    return first if first < start else start - 1 if alone else None


def _is_asked(clause: Clause) -> bool:
    return clause.word(len(clause.items) - 1) == "?"


def _is_own(clause: Clause, subject: Party | None, speaker: Party, start: int) -> bool:
    """Tell whether one speaks of himself: "I am not stupid"."""
    if clause.word(start - 1) in ("i", "we", "you"):
        return True
    return subject is not None and bool(set(subject.actors) & set(speaker.actors))


def _kind(
    clause: Clause, index: int, first: int, start: int, subject: Party | None, negated: bool
) -> str | None:
    """Return the type of the act: blame, praise, accusation or denial; ``None`` for none."""
    alone = clause.word(start - 1) in ("it", "this", "that", "these", "those", "which")
    it = clause.word(start - 1) == "it" and clause.word(index + 1) in _CLAUSAL
    pronoun = clause.word(start - 1) in ("he", "she", "they")
    people = subject is not None and (subject.actors or clause.listed(start - 1, "people"))
    somebody = pronoun or (people and not alone)
    words = {part for at in range(first, start) for part in clause.word(at).split()}
    lists = clause.frames.words
    deed = not words.isdisjoint(lists["deeds_judged"])
    general = clause.word(first).endswith("ing") and clause.items[first].ref is None
    thing = it or deed or not (alone or general or words & lists["judged_by_nobody"])
    said = not words.isdisjoint(lists["said_things"]) and not somebody
    if negated:
        so = clause.word(index) == "so" and clause.word(index + 1)[:1].isalnum()
        if clause.listed(index, "wanting_true") and said and not so:
            return "deny"
        if clause.listed(index, "disowned") and somebody:
            return "deny"
        wanting = clause.listed(index, "wanting_good") and (somebody or deed)
        return "criticise" if wanting else None
    if clause.listed(index, "untrue") and said:
        return "deny"
    if clause.listed(index, "guilty") and (somebody or deed):
        return "accuse"
    if clause.listed(index, "bad") and (somebody or thing):
        return "criticise"
    if clause.listed(index, "bad_of") and (somebody or deed):
        return "criticise"
    return "support" if clause.listed(index, "good_people") and somebody else None
