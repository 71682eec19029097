"""What a report itself tells of how its forecasts came out.

"As Ruiz had predicted, …", "contrary to what Ruiz had predicted, …", "that forecast proved wrong",
"it did not hold", "it survived".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec.structs import replace as replaced

from communique.extract.clauses import STRONG, listed
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.horizons import horizon_of
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Forecast, Outcome, Span, merged, trimmed

_OUTCOMES: dict[str, Outcome] = {
    "correct": "stated-correct",
    "wrong": "stated-wrong",
    "happened": "happened",
    "failed": "failed",
    "right": "stated-correct",
    "mistaken": "stated-wrong",
}
_VERDICTS = ("right", "mistaken")
_DENIED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_EVENT_ENDS = re.compile(r"\s*(?:[.,;:!?)\]”\"»’']|$|(?:in|on|last|yesterday|either|later|soon)\b)")
_ECHOING = frozenset({"it", "they", "he", "she", "that"})
_FORESEEN = frozenset({"would", "projected", "predicted", "forecast", "expected", "anticipated"})
_WITHIN_CLAUSE = 20  # characters around "as X had foreseen"
_WITHIN = 3  # sentences in which an outcome refers back to a forecast


def fulfilled(view: View, cues: Cues, number: int) -> Forecast | None:
    """Read "as X had foreseen, …", where the rest of the sentence is what came true.

    Of "contrary to what X had foreseen, …" the sentence as a whole is what was foreseen wrongly.
    """
    sentence = view.reading.sentences[number]
    match = cues.as_before.search(view.text, sentence.start, sentence.end)
    if match is None:
        return _refuted(view, cues, number)
    if _is_compared(view, match):
        return None
    if _DENIED.search(view.text, sentence.start, match.start()):
        return None
    by = _named_in(view, match.start("who"), match.end("who"))
    if by is None and match["who"].lower() in ("i", "we"):
        by = view.speaker_at(match.start())
    before = trimmed(view.text, sentence.start, match.start())
    after = trimmed(view.text, match.end(), sentence.end)
    content = max((s for s in (before, after) if s), key=len, default=None)
    crowd = match["who"].lower().split()[-1] in listed(view, "crowds")
    if (by is None and not crowd) or content is None or len(content) < 10:
        return None
    words = " ".join(view.text[content.start : content.end].strip(" ,.;").split()[:30])
    evidence = trimmed(view.text, sentence.start, sentence.end)
    if evidence is None or not words:
        return None
    return Forecast(
        id="o", why="as-foreseen", by=by, what=words, outcome="stated-correct",
        horizon=horizon_of(view, content), evidence=(evidence,),
    )  # fmt: skip


def _refuted(view: View, cues: Cues, number: int) -> Forecast | None:
    """Read "contrary to what X had predicted, …" and "defying all forecasts, …"."""
    sentence = view.reading.sentences[number]
    match = cues.contrary.match(view.text, sentence.start, sentence.end)
    evidence = trimmed(view.text, sentence.start, sentence.end)
    if match is None or evidence is None:
        return None
    group = "who" if match["who"] else "whose"
    by = _named_in(view, match.start(group), match.end(group))
    words = " ".join(view.text[evidence.start : evidence.end].strip(" .;").split()[:30])
    return Forecast(
        id="o", why="contrary", by=by, what=words, outcome="stated-wrong", evidence=(evidence,)
    )


def _named_in(view: View, start: int, end: int) -> str | None:
    """Return the first actor who is named between two offsets."""
    at = bisect_left(view.refs, start, key=lambda ref: ref.start)
    ref = view.refs[at] if at < len(view.refs) else None
    return ref.actor if ref is not None and ref.end <= end else None


def _is_compared(view: View, match: re.Match[str]) -> bool:
    """Tell whether it only measures something: "as mean as I had expected, but worse"."""
    before = view.text[max(0, match.start() - _WITHIN_CLAUSE) : match.start()]
    after = view.text[match.end() : match.end() + _WITHIN_CLAUSE].lower().split()
    return " as " in f" {before.lower()} " or after[:1] == ["but"]


def settle(view: View, cues: Cues, number: int, found: list[tuple[int, Forecast]]) -> None:
    """Put what a sentence says of a forecast's outcome to the last open forecast before it."""
    sentence = view.reading.sentences[number]
    if not found:
        return
    told = view.has_any(number, cues.settling)
    match = cues.outcome.search(view.text, sentence.start, sentence.end) if told else None
    if match is None or match.lastgroup is None:
        settle_by_echo(view, cues, number, found)
        return
    last, forecast = found[-1]
    if (
        view.text[max(0, match.start() - 5) : match.start()]
        .lower()
        .endswith(("how ", "what ", "when "))
    ):
        return  # "more detail in terms of how it happened"
    if not _EVENT_ENDS.match(view.text, match.end()) and match.lastgroup in ("failed", "happened"):
        return  # "that hasn't happened since 1976", "this did not happen by accident"
    edge = forecast.evidence[-1]
    named = match.lastgroup not in _VERDICTS  # "never admits he was wrong" tells nothing of it
    behind = number > last or match.start() >= (edge.start if named else edge.end)
    behind = behind or (named and match.end() > edge.end)  # "fears that … were not borne out"
    if behind and number - last <= _WITHIN and forecast.outcome == "open":
        evidence = merged((*forecast.evidence, Span(match.start(), match.end())))
        settled = replaced(forecast, outcome=_OUTCOMES[match.lastgroup], evidence=evidence)
        found[-1] = (last, settled)


def settle_by_echo(view: View, cues: Cues, number: int, found: list[tuple[int, Forecast]]) -> None:
    """Read "the line would not hold … and it did not hold": the verb of the forecast again."""
    last, forecast = found[-1]
    if not 0 <= number - last <= _WITHIN or forecast.outcome != "open":
        return
    items = view.items(number) if number > last else _behind(view, number, forecast)
    words = forecast.what.lower().split()
    told = _echo(view, cues, items, words)
    if told is None and number == last + 1 and _went_otherwise(items, words):
        told = (False, 0, 0)
    if told is None:
        return
    came, first, end = told
    evidence = merged((*forecast.evidence, Span(items[first].start, items[end].end)))
    outcome: Outcome = "happened" if came else "failed"
    found[-1] = (last, replaced(forecast, outcome=outcome, evidence=evidence))


def _went_otherwise(items: Items, words: list[str]) -> bool:
    """Tell whether "Instead, …" follows a foresight: "said it would fall. Instead, it rose"."""
    opens = [item.word for item in items[:2]] == ["instead", ","]
    return opens and not _FORESEEN.isdisjoint(words) and "will" not in words


def _behind(view: View, number: int, forecast: Forecast) -> Items:
    """Return the items behind a forecast in its own sentence, from ", and" or ", but" on."""
    edge = forecast.evidence[-1].end
    rest = tuple(item for item in view.items(number) if item.start >= edge)
    joined = len(rest) > 1 and rest[0].word == "," and rest[1].word in ("and", "but")
    return rest[2:] if joined else ()


def _echo(view: View, cues: Cues, items: Items, words: list[str]) -> tuple[bool, int, int] | None:
    """Return whether it came so, and the items that say it."""
    denies = any(word in cues.lists["denials"] for word in words)
    if len(items) > 2 and _echoes(view, items):
        denied = any(view.lexicon.has(item.word, "not") for item in items[1:3])
        return denied == denies, 0, 1
    if (came := _comes_true(cues, items, words)) is not None:
        at, same = came
        return same != denies, at - 1, at
    for at in range(1, len(items) - 1):
        if items[at].word not in ("did", "didn't") or items[at - 1].word not in _ECHOING:
            continue
        denied = items[at].word == "didn't" or items[at + 1].word in ("not", "n't")
        verb = min(at + 1 + (items[at + 1].word in ("not", "n't")), len(items) - 1)
        if items[verb].word == "so" and not denied:
            return not denies, at - 1, verb  # "and it did so in April"
        if items[verb].word in words:
            return denied == denies, at - 1, verb
    return None


def _comes_true(cues: Cues, items: Items, words: list[str]) -> tuple[int, bool] | None:
    """Return where the verb of a forecast stands in the past, or its opposite.

    "Would break … It broke in April", "would collapse … it survived".
    """
    if not items:
        return None
    first = 1 + (items[0].word in ("and", "but"))
    for at in range(first, min(len(items) - 1, first + 2)):
        base = cues.past.get(items[at].word, "")
        same = base in words
        if not same and cues.opposites.get(base, frozenset()).isdisjoint(words):
            continue
        if items[at - 1].word in _ECHOING or items[at - 1].word in words:
            return at, same
    return None


def _echoes(view: View, items: Items) -> bool:
    """Tell whether a sentence only says that it came so: "They have.", "It did not: …"."""
    told = view.lexicon.has(items[1].word, "have", "do") or items[1].word in ("was", "were")
    if items[0].word not in _ECHOING or not told:
        return False
    after = items[3] if view.lexicon.has(items[2].word, "not") and len(items) > 3 else items[2]
    return after.word in STRONG
