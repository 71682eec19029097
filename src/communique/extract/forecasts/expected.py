"""What is expected in nobody's name: "prices are expected to fall" is whoever's speaks."""

from __future__ import annotations

from communique.extract.clauses import Subject, clause_end, subject_of, verb_start
from communique.extract.forecasts.amounts import counted_at
from communique.extract.forecasts.clause import own_end
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.events import are_people
from communique.extract.forecasts.foresights import Foresight, is_open
from communique.extract.forecasts.in_news import was_foretold
from communique.extract.forecasts.minds import is_anothers, own_voice
from communique.extract.forecasts.plights import are_in_need
from communique.extract.forecasts.subjects import whole_subject
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice

_SHARES = frozenset({"a", "half", "third", "quarter", "two-thirds", "multiple", "more"})
_EFFECTS = ("reviving", "drifting", "harming", "going_on", "effects", "could_verbs", "phrased")
_AMOUNT = 9  # items of "by an average of 700"


def expected(view: View, cues: Cues, items: Items, start: int, index: int) -> Foresight | None:
    """Read "prices are expected to fall": whoever speaks foresees."""
    if index > 2 and [i.word for i in items[index - 2 : index]] == ["to", "be"]:
        return _to_be_expected(view, cues, items, index)
    if index + 1 >= len(items) or items[index + 1].word != "to":
        return None
    subject = subject_of(view, items, start)
    verb = index + 2
    if subject is None or subject.person != "third" or verb >= len(items):
        return None
    while verb + 1 < len(items) and items[verb].word.endswith("ly"):
        verb += 1  # "is expected to directly affect"
    word = items[verb].word
    needy = are_in_need(cues, items, subject.last - 1, verb)
    if not _comes_about(view, cues, items, (start, index, verb), subject, needy=needy):
        return None  # "the site is expected to serve 3,000 a day": how it is built
    near = [item.word for item in items[max(0, subject.first - 2) : subject.first]]
    told = view.lexicon.has(near[0], "reporting", "be") if near else False
    if near[1:] == ["that"] and near[0].isalpha() and not told:
        return None  # "the choice that she is expected to make"
    if is_open(view, cues, items, subject.first, start):
        return None
    if _is_no_longer(view, cues, items, start, index):
        return None
    if subject.actor is None and word in cues.lists["containing"]:
        return None  # "the park is expected to house the yards": a plan
    after = items[verb + 1].word if verb + 1 < len(items) else ""
    if word == "be" and after.endswith("ed") and after not in cues.lists["undone"]:
        return None  # "are expected to be published": a schedule
    own = needy or word in cues.lists["outcomes"] or word in cues.lists["things"]
    hosted = view.speaker_at(items[index].start) is not None or view.issuer is not None
    if hosted and word in cues.lists["arranged"] and not own:
        return None  # what a host says that the guests will announce
    if word == "be" and after in cues.lists["done"]:
        return None  # "are expected to be available"
    if (subject.actor is None or subject.crowd) and are_people(view, items, subject) and not own:
        return None  # "women are expected to shoulder it"
    bound = word in cues.lists["arranged"] and word not in cues.lists["things"]
    bound = bound and not needy and (subject.actor is None or word not in cues.lists["expected_of"])
    bound = bound and not any(item.word == "widely" for item in items[start:index])
    if bound or any(view.lexicon.has(i.word, "future", "modal") for i in items[start:index]):
        return None  # "bidders are expected to submit …" binds them
    end = _with_amount(view, items, own_end(view, items, verb))
    known, by = own_voice(view, items[index].start)
    first = whole_subject(view, items, subject)
    if not known or first is None or end <= verb:
        return None
    head = items[subject.last - 1].word
    if head[:1].isdigit() or head in ("million", "billion", "thousand"):
        return None  # "of these ports, a million are expected to be fast"
    if any(item.word in ("—", "–") for item in items[first:start]):
        return None  # "the union – and other gains are expected to help": cut
    voice = Voice(by) if by is not None else None
    if is_anothers(view, cues, items, first, voice) or _is_ours(view, items, first, subject):
        return None
    return Foresight(by, first, end, "expected to")


def _comes_about(
    view: View,
    cues: Cues,
    items: Items,
    at: tuple[int, int, int],
    subject: Subject,
    *,
    needy: bool,
) -> bool:
    """Tell whether what is expected comes about, is counted, or is "widely" expected in a story.

    ``at`` are where the verb group, "expected" and the verb stand.
    """
    start, index, verb = at
    word = items[verb].word
    if word in cues.lists["expected_of"] | cues.lists["outcomes"] | cues.lists["things"]:
        return True
    if needy or _is_counted(view, cues, items, verb):
        return True
    widely = any(item.word in cues.lists["widely"] for item in items[start:index])
    if widely and not is_staged(view) and word != "be":
        return True
    return not subject.actor and any(word in cues.lists[name] for name in _EFFECTS)


def _to_be_expected(view: View, cues: Cues, items: Items, index: int) -> Foresight | None:
    """Read "no breakthrough was to be expected" and "a renewal is hardly to be expected"."""
    start = verb_start(view, items, index - 2)
    subject = subject_of(view, items, start)
    group = items[start : index - 2]
    if subject is None or subject.actor is not None or subject.person in ("first", "pronoun"):
        return None
    if not any(view.lexicon.has(item.word, "be") for item in group):
        return None
    was = any(item.word in ("was", "were") for item in group)
    if was and not was_foretold(view, cues, items, index):
        return None
    if is_open(view, cues, items, subject.first, start):
        return None
    known, by = own_voice(view, items[index].start)
    first = whole_subject(view, items, subject)
    end = clause_end(view, items, index + 1) if index + 1 < len(items) else index + 1
    return (
        Foresight(by, first, max(end, index + 1), "expected to")
        if known and first is not None
        else None
    )


def _is_counted(view: View, cues: Cues, items: Items, verb: int) -> bool:
    """Tell whether an amount is expected, whatever the verb: "to mobilise 2 billion crowns"."""
    if items[verb].word == "be":
        return False
    return counted_at(cues, items, verb + 1, clause_end(view, items, verb)) is not None


def _is_no_longer(view: View, cues: Cues, items: Items, start: int, index: int) -> bool:
    """Tell whether it tells what is, or what once was to come: "were estimated to exceed"."""
    verb, group = index + 2, items[start:index]
    word, after = items[verb].word, items[verb + 1].word if verb + 1 < len(items) else ""
    was = any(item.word in ("was", "were") for item in group)
    estimated = items[index].word.startswith("estimat")
    reported = view.statement_at(items[index].start)
    if was and (estimated or reported is None or reported.form == "direct"):
        return True  # "before the loan, the fund was projected to run dry"
    dated = any(item.date >= 0 for item in items[verb : clause_end(view, items, verb)])
    foretold = items[index].word == "predicted" and not dated
    if word == "be" and after in ("the", "most") and foretold:
        return True  # "is predicted to be the most common"
    amount = word == "be" or word in cues.lists["amounting"]
    now = any(item.word in ("now", "currently", "already") for item in group)
    return word in ("represent", "account") or (estimated and (amount or now))


def _is_ours(view: View, items: Items, first: int, subject: Subject) -> bool:
    """Tell whether "our" and "my" say whose the subject is: one's own plan."""
    owned = items[first : subject.last]
    return any(view.lexicon.has(i.word, "first_plural", "first_singular") for i in owned)


def _with_amount(view: View, items: Items, end: int) -> int:
    """Return where a clause ends whose amount looks like its agent: "to fall | by 9 percent"."""
    amount = end + 1 < len(items) and items[end].word == "by"
    near = items[end + 1 : end + _AMOUNT] if amount else ()
    counted = any(item.word[:1].isdigit() or item.word in _SHARES for item in near)
    return clause_end(view, items, end + 1) if counted else end
