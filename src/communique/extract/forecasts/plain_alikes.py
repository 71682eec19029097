"""What sounds like plain words of what is to come and is praise, a motto, a vow or a denial.

These are the look-alikes of :mod:`~communique.extract.forecasts.lookalikes` that nobody takes for a
forecast. The others there (what a measure will do, what is told with "now") are none in releases,
but in stories and in answers they are.
"""

from __future__ import annotations

from communique.extract.clauses import Subject
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.cues import Cue, CueKind, Cues
from communique.extract.forecasts.flatly import is_pledged
from communique.extract.forecasts.lookalikes import (
    is_bare_relative,
    is_dated_only,
    is_lifelong,
    is_named_plan,
    is_praise,
    is_scheduled,
    is_unforeseen,
)
from communique.extract.forecasts.minds import is_anothers
from communique.extract.forecasts.plain_clause import PlainClause
from communique.extract.voices import voice_of

_KINDS: dict[str, CueKind] = {"would": "would", "could": "could", "may": "may", "likely": "likely"}
_BEFORE = 12  # items before a subject in which a denial stands


def looks_alike(plain: PlainClause, cues: Cues) -> bool:
    """Tell whether a plain clause only looks like a forecast."""
    clause = _as_clause(plain, cues)
    if _is_denied(plain) or is_unforeseen(clause) or is_bare_relative(clause):
        return True
    reported = plain.statement is not None and plain.statement.form == "indirect"
    if not reported and is_anothers(plain.view, cues, plain.items, plain.first, clause.voice):
        return True
    if is_named_plan(clause) or is_scheduled(clause):
        return True
    if plain.kind == "future":
        group = {item.word for item in plain.items[plain.start : plain.verb]}
        denied = not group.isdisjoint({"not", "never", "won't"})
        vowed = denied and clause.does("resolve") and plain.actor is not None
        if vowed or is_lifelong(clause) or is_dated_only(clause) or _is_motto(clause):
            return True
        if plain.thought is None and (_is_ours(plain) or is_pledged(clause, plain.first)):
            return True
        if plain.thought is None and (_is_set(plain) or _tells_which(plain)):
            return True
    if _stands_alone(plain) or _is_vowed(plain) or _is_recalled(plain):
        return True
    quoted = plain.statement is not None and plain.statement.form == "direct"
    return quoted and "longer" not in plain.subject and is_praise(clause)


def _as_clause(plain: PlainClause, cues: Cues) -> Clause:
    view, items, index = plain.view, plain.items, plain.index
    words = (items[index].word,)
    kind = _KINDS.get(plain.kind, "going" if words[0] in ("going", "gonna") else "will")
    last = plain.gap[0] if plain.gap is not None else plain.start
    person = "nobody" if plain.has("none_of", plain.subject[:1]) else "third"
    subject = Subject(plain.first, last, plain.actor, person)
    voice = voice_of(view, items, index)
    return Clause(view, cues, items, Cue(words, kind), index, plain.verb, subject, voice)


def _is_denied(plain: PlainClause) -> bool:
    """Tell whether it is only supposed, or said not to be said: "I am not saying that it will"."""
    before = [item.word for item in plain.items[max(0, plain.first - _BEFORE) : plain.first]]
    if plain.has("supposing", before) and "you" in before:
        return True
    opens = [item.word for item in plain.items[max(0, plain.first - 3) : plain.first]]
    if opens[:1] == ["to"] and opens[-1] in ("and", "or"):
        return True  # "any attempt to weaken or | lessen the guilds will …"
    names = ("unsaying",) if plain.thought is not None else ("unsaying", "believing")
    lexicon = plain.view.lexicon
    return any(
        any(lexicon.has(one, "not") for one in before[max(0, at - 3) : at])
        for at, word in enumerate(before)
        if any(plain.has(name, [word]) for name in names)
    )


def _is_motto(clause: Clause) -> bool:
    """Tell whether it is said who prevails: "love will prevail", "evil will not win"."""
    heads = [i.word for i in clause.items[clause.subject.first : clause.subject.last]]
    return clause.has_any(heads, "ideals") and clause.does("struggles", "triumphs")


def _is_ours(plain: PlainClause) -> bool:
    """Tell whether what is "ours" or "yours" will do well: a promise, unless harm is told."""
    owned = {"our", "my", "your"}.intersection(plain.subject)
    return bool(owned) and not plain.does("harming") and not plain.does("befalling")


def _is_set(plain: PlainClause) -> bool:
    """Tell whether a law or a schedule sets it: "the tariff will take effect in June"."""
    starts = plain.word in ("take", "come", "be") and plain.has("effective", plain.ahead(2))
    return starts or plain.has("set_by_law", plain.subject[-1:])


def _tells_which(plain: PlainClause) -> bool:
    """Tell whether only a verb follows "that": "a country that will last"."""
    follows = plain.ahead(1)
    ends = not follows or not follows[0][:1].isalnum()
    return ends and plain.subject[-1:] in (["that"], ["which"], ["who"])


def _is_recalled(plain: PlainClause) -> bool:
    """Tell whether speakers recall what was once thought: "he thought the union would split"."""
    if plain.thought is None or plain.statement is None or plain.statement.form != "direct":
        return False
    held = (item.word for item in plain.items[plain.thought : plain.first])
    return plain.has("thought_once", held)


def _is_vowed(plain: PlainClause) -> bool:
    """Tell whether somebody is told to have said what "it would never" do."""
    never = any(item.word == "never" for item in plain.items[plain.start : plain.verb])
    return never and plain.kind == "would" and plain.subject == ["it"]


def _stands_alone(plain: PlainClause) -> bool:
    """Tell whether "they" opens the first sentence of all, and so nobody can be meant."""
    if plain.subject not in (["he"], ["she"], ["they"]) or plain.actor is not None:
        return False
    number = plain.view.sentence_at(plain.items[0].start)
    return not number and plain.first <= 1
