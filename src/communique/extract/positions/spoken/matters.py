"""What a stand in speech is on: the issue's name, or the plain words where it has none."""

from __future__ import annotations

from communique.extract.clauses import STRONG
from communique.extract.positions.cues import Cues
from communique.extract.positions.issue_names.headings import heading_of
from communique.extract.positions.issue_names.issue_words import name_of, thing_at
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.issue_names.words import Words
from communique.extract.positions.spoken.speech import Said, Speech
from communique.extract.positions.stand import Stand

_POINTING = frozenset({"it", "that", "this", "they", "these", "those", "them", "which"})
_ANYBODY = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "people"})
_WIDE = frozenset({"future", "world", "day"})
_MOST = 7  # words of an issue
_LONG = 4  # letters of a word that may name something
_BACK = 3  # sentences back to what "that" stands for


def matter_of(speech: Speech, cues: Cues, scheme: Scheme, said: Said) -> Heading | None:
    """Return the heading of what a stand is on, or ``None`` where no words tell it."""
    first, last = said.about
    if last - first == 1 and speech.word(first) in _POINTING:
        return _before(speech, cues, scheme, said)
    name = _named(speech, said)
    found = _heading(speech, scheme, name)
    if said.why == "spoken:aim" and not (speech.has(first, "to") or speech.word(first) == "that"):
        return found if found is not None and found.label in scheme.labels else None
    return found or _plain(speech, first, last)


def _named(speech: Speech, said: Said) -> Name | None:
    """Return what the words name: a deed where a verb opens them ("will | defend the reef")."""
    first, last = said.about
    if said.why in ("spoken:vow", "spoken:refuse"):
        return name_of(speech.view, speech.items, _stand(said, (first, last), "limit:"))
    if speech.has(first, "to") and speech.word(first + 1) == "see":
        first += 2  # "want to see | the raids end"
    return thing_at(speech.view, speech.items, first, last, asks=said.why == "spoken:want")


def _stand(said: Said, about: tuple[int, int], why: str) -> Stand:
    holder = said.holder
    return Stand(
        None, None, said.polarity, holder.first, holder.last, about[0], said.cue, about[1],
        about, why,
    )  # fmt: skip


def _heading(speech: Speech, scheme: Scheme, name: Name | None) -> Heading | None:
    if name is None:
        return None
    if name.named is not None:
        ref = speech.items[name.named].ref
        return Heading(speech.view.actors[ref.actor].name) if ref is not None else None
    heading = heading_of(speech.view, scheme, name, None)
    if heading is not None and heading.label.split()[0] in _WIDE:
        return None
    if heading is None or heading.label in speech.known.lists["naming.empty"]:
        return None
    return heading


def _plain(speech: Speech, first: int, last: int) -> Heading | None:
    """Return the words themselves, up to where another clause or an aside begins."""
    if speech.word(first) in _ANYBODY:
        return None  # "we need | someone who gets it done"
    done = speech.word(first) == "to"
    while first < last and (
        speech.has(first, "determiner", "to", "pronoun", "adverb", "be", "have", "conjunction")
        or speech.has(first, "asking")
        or speech.word(first) in ("sure", "that", "for", "also", "make", ",")
    ):
        first += 1
    if speech.has(first, "not") or speech.word(first - 1) in ("it", "they", "it's"):
        return None  # "to make sure it is | not lost"
    end = first
    while end < last and end - first < _MOST:
        word = speech.word(end)
        if word in STRONG or word in (",", '"', "“", "”"):
            break
        if (
            end > first
            and speech.word(end - 1) != "to"
            and speech.has(end, "relative", "subordinator", "be", "modal", "future", "do")
        ):
            break
        end += 1
    if end - first == _MOST and end < last:
        joints = range(end - 1, first + 1, -1)
        end = next((n for n in joints if speech.has(n, "preposition", "conjunction")), end)
    if end > first and speech.word(end - 1) in _POINTING:
        return None  # "the guild to see | it"
    while end > first and speech.has(
        end - 1, "preposition", "determiner", "conjunction", "adverb", "pronoun", "to", "genitive"
    ):
        end -= 1
    words = [speech.word(at) for at in range(first, end)]
    if done and words:
        being = speech.word(first - 1) == "be"
        gerund = Words(speech.view, speech.items)._gerund(words[0])
        words = ["being", *words] if being else [gerund, *words[1:]]
    if not words or words[0] in _WIDE or words[-1] in STRONG or words[-1] in ("-", "–", "—"):
        return None
    empty = speech.known.lists["naming.empty"]
    if not any(len(word) >= _LONG and word.isalpha() and word not in empty for word in words):
        return None
    return Heading(" ".join(words).replace(" 's", "'s").replace(" '", "'"))


def _before(speech: Speech, cues: Cues, scheme: Scheme, said: Said) -> Heading | None:
    """Return the issue that "that" stands for, if the scheme knows one right before."""
    view = speech.view
    number = view.sentence_at(speech.items[said.cue].start) or 0
    for back in range(_BACK):
        some = view.items(number - back) if number >= back else ()
        some = some[: said.first] if not back else some
        label = scheme.label_in(" ".join(item.word for item in some)) if some else None
        if label is not None and label not in cues.lists["guards.broad"]:
            return Heading(label)
    return None
