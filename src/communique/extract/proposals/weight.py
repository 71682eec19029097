"""Whether steps are deeds between sides, and not talk, chores, mottoes or a programme.

Words of order stand everywhere: in speeches, biographies, recipes. What makes a plan of a chain
is that its steps are of war, peace, borders, prisoners, trade or recognition (``affairs``), most
of them at least. A condition ("if they leave, we will …") is a plan only where what is promised
eases something (``favour``) and what is asked is no hostile deed, which would make it a threat.
"""

from __future__ import annotations

from bisect import bisect_left

from communique.extract.proposals.steps import Chain
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_OPENING = 60  # letters of a step in which its verb stands
_VERB = 30  # letters of a verb
_SUBJECT = 40  # letters of "will Lutha" before its verb
_ANNOUNCED = 120  # letters before a chain in which its stages are announced


def is_weighty(view: View, words: Words, span: Span) -> bool:
    """Tell whether a step speaks of an affair between sides, or in words that they share."""
    return any(
        some.search(view.text, span.start, span.end) is not None
        for some in (words.affairs, words.dealings)
    )


def is_grave(view: View, words: Words, *spans: Span) -> bool:
    """Tell whether one of some steps speaks of war, peace, prisoners, borders or recognition."""
    return any(words.affairs.search(view.text, s.start, s.end) is not None for s in spans)


def is_of_sides(view: View, words: Words, chain: Chain) -> bool:
    """Tell whether the steps of a chain are deeds between sides.

    Two of them have to be, or one where stages of a plan are announced; and none may be talk.
    """
    spans = [span for _, span in chain.steps]
    if any(words.says("small_talk", " ".join(span.of(view.text).split())) for span in spans):
        return False
    weighty = sum(is_weighty(view, words, span) for span in spans)
    first = min(span.start for span in spans)
    lead = view.reading.sentences[chain.lead].start
    near = max(0, first - _ANNOUNCED)
    before = near if "\n" not in view.text[near:lead] else max(lead, near)
    staged = words.says("staged", view.text, max(0, first - _ANNOUNCED), spans[-1].start)
    if staged and words.affairs.search(view.text, before, first) is not None:
        return True  # "the talks should be held in two rounds: first on fish, …"
    if words.stages.search(view.text, before, spans[-1].start) is not None:
        return weighty * 3 >= len(spans)
    if not (staged or is_grave(view, words, *spans)):
        return False
    return weighty * 2 >= len(spans) and (weighty > 1 or staged)


def is_favour(
    view: View, words: Words, asked: Span, given: Span, *, withheld: bool = False
) -> bool:
    """Tell whether something is given for something, and not a blow for a blow.

    ``withheld`` says that the words are of what is not given until then ("will not … unless").
    """
    opening = min(given.end, given.start + _OPENING)
    if not withheld and words.says("withheld", view.text, given.start, opening):
        return False
    ready = words.idioms["ready"].search(view.text, given.start, opening)
    verb = ready.end() if ready is not None else given.start
    eases = words.idioms["favour"].search(view.text, verb, max(opening, verb + _VERB))
    if ready is not None and not _is_side(view, words, given.start, ready.start()):
        return False
    direct = ready is not None and ready.start() > given.start  # not "will Lutha send"
    if eases is None or eases.start() > verb + (0 if direct else _SUBJECT):
        return False
    return not any(
        words.says("hostile", view.text, span.start, span.end) for span in (asked, given)
    )


def _is_side(view: View, words: Words, start: int, verb: int) -> bool:
    """Tell whether somebody gives it: "*they* will free", and not "the war in Lutha would end"."""
    subject = view.text[start:verb].rstrip()
    if subject.rpartition(" ")[2].lower() in ("is", "are", "was", "were"):
        subject = subject.rpartition(" ")[0]  # "Lutha was prepared to"
    if not subject or words.says("side", subject):
        return True
    end = start + len(subject)
    at = bisect_left(view.refs, end, key=lambda ref: ref.end)
    named = at < len(view.refs) and start <= view.refs[at].start and view.refs[at].end == end
    return named and not words.says("placed", view.text[start : view.refs[at].start])


def is_known(view: View, words: Words, chain: Chain, by: str | None) -> bool:
    """Tell whether a chain is somebody's; where nobody has a name, each step must be weighty."""
    return by is not None or all(is_weighty(view, words, span) for _, span in chain.steps)
