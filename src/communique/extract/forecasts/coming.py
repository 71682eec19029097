"""What is said to come: "will", "may", "would", "is likely to", "is going to".

It is the speaker's forecast where it is about others or about the world.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import (
    Subject,
    listed,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.believing import crowd_at, is_believed, is_warned
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.dooming import befalls, is_dared, is_doom
from communique.extract.forecasts.events import happens, is_phrase, is_told, lasts
from communique.extract.forecasts.flatly import is_only_told, is_unclear
from communique.extract.forecasts.foresights import Foresight, is_open
from communique.extract.forecasts.foretelling import foretells
from communique.extract.forecasts.in_news import (
    is_foreseen_in_news,
    may_be_the_reports_own,
    was_foretold,
)
from communique.extract.forecasts.lookalikes import (
    is_deed,
    is_design,
    is_empty,
    is_lifelong,
    is_no_forecast,
    is_relative,
    is_wished,
)
from communique.extract.forecasts.minds import from_doubt, is_anothers, is_disbelieved, own_voice
from communique.extract.forecasts.own import is_own, is_superior, sides
from communique.extract.forecasts.sources import foreteller_behind, holder_at, source_at
from communique.extract.forecasts.subjects import whole_subject
from communique.extract.modality import Items, of_verb
from communique.extract.view import View
from communique.extract.voices import voice_of

_NO_VERBS = frozenset({"too", "so", "as"})  # "and many others will too"
_JOINING = frozenset({"and", "but", "or", "then", "also"})
_DEALING = 8  # items of "talks between Lutha and Norland"


def to_come(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "will", "may", "could", "is likely to" and "is going to"."""
    clause = _clause(view, cues, items, index, cue)
    if clause is None or is_no_forecast(clause):
        return None
    modality = of_verb(view, items, clause.verb, "base")
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    asked = modality.cue in ("if", "unless", "whether")
    if (asked and not _is_doubted(clause)) or is_wished(clause):
        return None
    leads = condition is not None and condition.start < items[clause.subject.first].start
    clause = replace(clause, doom=leads or is_doom(clause))
    if is_empty(clause):
        return None
    own = is_own(view, items, clause.subject, clause.voice)
    own = own or is_superior(view, items, clause.subject, clause.voice)
    if own and not happens(clause):
        return None
    conditional = condition is not None or clause.doom
    if is_dared(clause) or befalls(clause, conditional):
        others = is_anothers(view, cues, items, clause.subject.first, clause.voice)
        return None if others else _told(clause, clause.subject.first)
    if not _about_others(clause) or not _foretold(clause, own):
        return None
    first = whole_subject(view, items, clause.subject)
    if first is None or is_anothers(view, cues, items, first, clause.voice):
        return None
    probable = _is_probable(cues, items, index, clause.verb, cue)
    if is_unclear(clause) if probable else is_only_told(clause, first):
        return None
    first = _behind_thought(view, items, first, clause.subject.last)
    if _is_two_clauses(view, items, first, clause.subject.last):
        return None
    opens = from_doubt(cues, items, first)
    if opens == first and is_disbelieved(view, items, first):
        return None
    if view.lexicon.has(items[first].word, "possessive") and view.lexicon.has(
        items[first].word, "first_plural", "first_singular"
    ):
        return None  # "my | remarks will be short"
    return _told(clause, opens)


def _clause(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Clause | None:
    """Return the clause of the cue, if it tells and somebody is known to tell it."""
    looks_back = cue.kind == "likely" and items[index - 1].word in ("was", "were")
    if looks_back and not was_foretold(view, cues, items, index):
        return None
    if cue.words[0] in ("headed", "heading") and cue.words[-1] == "for":
        coming = (cues.lists[name] for name in ("eventualities", "prospects", "verdicts"))
        if frozenset().union(*coming).isdisjoint(i.word for i in items[index + 2 : index + 7]):
            return None  # "the grain is heading for poor countries"
    whole = cue.kind == "likely" and cue.words[-1] not in cues.lists["before_verb"]
    verb = _verb_after(view, items, index + len(cue.words) - whole)
    voice = crowd_at(view, items, index) or voice_of(view, items, index)
    if voice is None or (voice.actor is None and not voice.crowd):
        voice = (
            source_at(view, items, index)
            or foreteller_behind(view, cues, items, index)
            or holder_at(view, cues, items, index)
            or voice
        )
    unnamed = view.statement_at(items[index].start) is not None
    unknown = voice is None or (voice.actor is None and not voice.crowd)
    probable = verb is not None and _is_probable(cues, items, index, verb, cue)
    own = verb is not None and may_be_the_reports_own(view, cues, items, index, verb)
    if unknown and not own and (not probable or unnamed or (voice is not None and voice.verb)):
        return None
    start = verb_start(view, items, index)
    if (
        verb is None
        or items[verb].word in _NO_VERBS
        or not _is_verb_group(view, cues, items, start, index, verb, cue)
    ):
        return None
    subject = _subject(view, cues, items, start, index)
    if subject is None:
        return None
    return Clause(view, cues, items, cue, index, verb, subject, voice)


def _foretold(clause: Clause, own: bool) -> bool:
    """Tell whether the clause foretells, as a warning, as what is likely or by its verb."""
    if not own and is_warned(clause):
        return True
    nobody = clause.subject.person == "nobody"
    if nobody and (clause.word in ("have", "pay") or clause.is_by("may")):
        return False  # "no senior will have to pay more": a rule; "none may be said to …"
    used = clause.word == "be" and clause.after.endswith("ed")
    used = used and clause.is_by("will", "may")
    if nobody and used and clause.after not in clause.cues.lists["undone"]:
        return False  # "no dues will be used for it": a pledge
    if nobody and clause.is_by("going") and clause.does("resolve"):
        return False  # "nobody is going to negotiate without them": a vow
    would = clause.is_by("would") and clause.before(1) == ["that"]
    nobody = nobody and (would or clause.is_by("will", "may", "going"))
    nobody = nobody and clause.head != "longer"
    probable = _is_probable(clause.cues, clause.items, clause.index, clause.verb, clause.cue)
    if not (nobody or probable or foretells(clause) or is_foreseen_in_news(clause)):
        return False
    return not (is_design(clause) or is_lifelong(clause) or is_deed(clause))


def _told(clause: Clause, first: int) -> Foresight:
    why = f"{clause.cue.kind}:{clause.cue.words[0]}"
    start = verb_start(clause.view, clause.items, clause.index)
    shared = clause.items[start - 1].word in _JOINING and clause.subject.last < start
    gap = (clause.subject.last, start) if shared else None
    told = clause.voice is not None
    by = clause.speaker if told else own_voice(clause.view, clause.items[clause.index].start)[1]
    return Foresight(by, first, max(clause.end, clause.verb + 1), why, gap)


def _behind_thought(view: View, items: Items, first: int, last: int) -> int:
    """Return where the subject begins behind "I honestly believe | the mayor"."""
    if items[first].word not in ("i", "we"):
        return first
    told = (at + 1 for at in range(first, last - 1) if items[at].word in _thoughts(view))
    return next(told, first)


def _thoughts(view: View) -> frozenset[str]:
    return listed(view, "telling") | listed(view, "content")


def _is_two_clauses(view: View, items: Items, first: int, last: int) -> bool:
    """Tell whether a pronoun and a verb of its own make the subject: "what | we do now will"."""
    alone = view.lexicon.has(items[first].word, "pronoun") and not view.lexicon.has(
        items[first].word, "determiner", "possessive"
    )
    if not alone or last - first < 2 or items[first].word in ("one", "each", "everyone"):
        return False
    follows = items[first + 1].word
    joined = view.lexicon.has(follows, "conjunction", "preposition", "adverb")
    return not joined and follows not in ("guys", "people", "folks")


def _is_probable(cues: Cues, items: Items, index: int, verb: int, cue: Cue) -> bool:
    """Tell whether it is told as likely: "is likely to fall", "will probably fall"."""
    if cue.kind == "likely":
        return True
    between = items[index + 1 : verb]
    likely = any(i.word in cues.lists["probably"] for i in between)
    you = any(item.word in ("you", "guys") for item in items[max(0, index - 2) : index])
    if cue.kind == "would" and (you or items[verb].word in cues.lists["serving"]):
        return False  # "she would probably say the same"
    return cue.kind in ("will", "would") and likely


def _is_doubted(clause: Clause) -> bool:
    """Tell whether it is doubted right before the clause: "I doubt whether they will"."""
    start = verb_start(clause.view, clause.items, clause.index)
    near = clause.items[max(0, clause.subject.first - 3) : start]
    return clause.has_any((item.word for item in near), "doubting")


def _is_verb_group(
    view: View, cues: Cues, items: Items, start: int, index: int, verb: int, cue: Cue
) -> bool:
    """Tell whether "will" and the like stand before a verb: not "the will of the people"."""
    other = ("preposition", "determiner", "conjunction", "pronoun", "conditional")
    if view.lexicon.has(items[verb].word, *other) and cue.words[-1] != "for":
        return False  # "he won't unless"
    group = items[start:index]
    looks = cue.kind == "likely" and cue.words[0] in cues.lists["looking"]
    is_ = any(view.lexicon.has(item.word, "be") for item in group)
    if cue.kind in ("likely", "going") and not looks and not is_:
        return False  # "he put us back on track to …"
    if cue.kind == "likely" and items[index - 1].word in cues.lists["comparing"]:
        return False  # "is more likely to fall on women": how it is
    if cue.kind == "likely" and any(
        i.word.startswith("let") for i in items[max(0, start - 2) : index]
    ):
        return False  # "let's be sure to remember"
    if cue.kind == "likely" and any(i.word == "never" for i in group):
        return False  # "we are never doomed to"
    # "nobody can be bound to …"
    return cue.kind != "likely" or not any(view.lexicon.has(i.word, "modal") for i in group)


def _subject(view: View, cues: Cues, items: Items, start: int, index: int) -> Subject | None:
    """Return the subject of what is to come, in a clause that tells and does not ask."""
    subject = subject_of(view, items, start) or _dealing(view, cues, items, start)
    before = items[start - 1].word if start else ""
    noun = start > 1 and _is_counted(view, cues, items[start - 2].word)
    if (view.lexicon.has(before, "reporting") and not noun) or before in cues.lists["hanging"]:
        return None  # "which she says is going to happen", not "the two states are likely to"
    if subject is None or is_relative(items, start):
        return None
    return None if is_open(view, cues, items, subject.first, index) else subject


def _dealing(view: View, cues: Cues, items: Items, start: int) -> Subject | None:
    """Return what stands between sides: "talks between Lutha and Norland are likely to"."""
    if not start or items[start - 1].ref is None:
        return None
    for at in range(start - 2, max(-1, start - _DEALING), -1):
        item = items[at]
        if item.ref is None and item.word in cues.lists["dealings"]:
            between = view.lexicon.has(items[at + 1].word, "preposition")
            return Subject(at, start, None) if between else None
        known = view.lexicon.has(item.word, "preposition", "article", "determiner")
        joined = item.word in ("and", "two", "both")
        if item.ref is None and not (known or joined):
            return None
    return None


def _is_counted(view: View, cues: Cues, word: str) -> bool:
    """Tell whether a noun follows: behind "the", "two", "both"."""
    return view.lexicon.has(word, "article", "determiner") or word in cues.lists["counts"]


def _verb_after(view: View, items: Items, verb: int) -> int | None:
    """Return the verb behind "not" and adverbs at ``items[verb]``."""
    while verb + 1 < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb")
        or items[verb].word.endswith("ly")
        or items[verb].word in listed(view, "before_verb")
        or items[verb].date >= 0  # "will one day fall"
    ):
        if f"{items[verb].word} {items[verb + 1].word}" in listed(view, "backing_out"):
            break  # "will not back away"
        verb += 1
    return verb if verb < len(items) and items[verb].word[:1].isalpha() else None


def _about_others(clause: Clause) -> bool:
    """Tell whether the subject is somebody or something that the speaker does not decide."""
    subject, head = clause.subject, clause.head
    if subject.person == "nobody" or (
        head == "you" and (clause.does("outcomes") or is_phrase(clause))
    ):
        return True
    if head in ("it", "this") and lasts(clause):
        return True
    if subject.person == "first" or head.split("'")[0] in ("i", "we", "you"):
        return head == "we" and is_told(clause, "otherwise") and clause.word != "get"
    if clause.is_about("no_subject"):
        return (clause.does("unplanned") and head not in ("i", "we", "you")) or is_believed(clause)
    words = [item.word for item in clause.items[subject.first : subject.last]]
    if any(word in ("our", "my", "your") for word in words):
        return False
    if subject.actor is None:
        return True
    others = clause.doom or subject.actor not in sides(clause.view, clause.speaker)
    return subject.actor != clause.speaker and others
