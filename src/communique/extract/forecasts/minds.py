"""Whose foresight it is, where it may be somebody else's than the speaker's, or nobody's.

"Every broker predicts that …" within a speech, "I don't think, even now, that …", "they" who
are a state for the reader, the heading "Myth:" of a list of claims.
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, listed, subject_of, verb_start
from communique.extract.forecasts.cues import Cues, cues_for
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice

_BACK = 14  # items from a subject back to the doubt that covers it
_DOUBT = 5  # items between a doubt and what is doubted
_OWNED = 4  # items of "the mayor's view is"
_DENYING = 3  # items between a denial and its verb
_LETTERS = 6  # of an abbreviation
_NEAR = 8  # items between "they believe" and what they believe


def own_voice(view: View, offset: int) -> tuple[bool, str | None]:
    """Return whether it is known whose words stand at ``offset``, and whose, where no verb tells.

    Outside statements they are those of the giver of a speech, or of the report (``None``). In a
    quotation whose speaker the reader does not know they are nobody's.
    """
    statement = view.statement_at(offset)
    if statement is None or (statement.form == "indirect" and statement.speaker is None):
        return True, view.issuer or view.author
    return statement.speaker is not None, statement.speaker


def is_anothers(view: View, cues: Cues, items: Items, first: int, voice: Voice | None) -> bool:
    """Tell whether somebody whom the reader cannot name foresees what ``items[first]`` opens."""
    if voice is not None and voice.actor is not None and _is_heading(view, cues, voice.actor):
        return True
    if voice is not None and voice.verb:
        return _is_state_as_they(view, items, first, voice)
    if _is_viewed(view, items, first) or _is_relative_thought(view, cues, items, first):
        return True
    if _is_told_by_another(view, items, first, voice) or _is_assessed(view, items, first):
        return True
    first = _behind_that(items, first)
    if first < 2 or items[first - 1].word != "that" or items[first - 2].ref is not None:
        return False
    verb = items[first - 2].word
    foresees = any(cue.kind == "foresee" for cue in cues.by_first.get(verb, ()))
    if not (foresees or verb in listed(view, "telling") or verb in cues.lists["knowing"]):
        return False
    start = verb_start(view, items, first - 2)
    subject = subject_of(view, items, start)
    if subject is None:
        return foresees and bool(start) and not _is_impersonal(cues, items[start - 1].word)
    if subject.person == "first" or items[subject.last - 1].word in ("you", "we", "i"):
        return False
    if subject.actor is not None and voice is not None and subject.actor == voice.actor:
        return False
    people = subject.actor is not None or subject.crowd or subject.person == "pronoun"
    return (people or foresees) and not _is_impersonal(cues, items[subject.last - 1].word)


def _behind_that(items: Items, first: int) -> int:
    """Return the item behind the "that" which opens "that, to save the yards, | tin will"."""
    if not first or items[first - 1].word != ",":
        return first
    for at in range(first - 2, max(0, first - _BACK), -1):
        if items[at].word in STRONG or items[at].word in QUOTES:
            return first
        if items[at].word == "that":
            return at + 1
    return first


def _is_told_by_another(view: View, items: Items, first: int, voice: Voice | None) -> bool:
    """Tell whether somebody else is told to say it: "she said if they leave, | there will be"."""
    speaker = voice.actor if voice is not None else None
    for at in range(first - 1, max(0, first - _BACK), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word in ("and", "but"):
            return False
        if items[at].ref is None and view.lexicon.has(word, "reporting"):
            teller = items[at - 1]
            if teller.ref is not None:
                return teller.ref.actor != speaker
            return teller.word in ("he", "she", "they")
    return False


def _is_assessed(view: View, items: Items, first: int) -> bool:
    """Tell whether "what they found is that" opens it."""
    near = [item.word for item in items[max(0, first - _NEAR) : first]]
    if near[-1:] != ["that"] or len(near) < 2 or not view.lexicon.has(near[-2], "be"):
        return False
    return "what" in near and near[near.index("what") + 1] in ("they", "he", "she")


def _is_viewed(view: View, items: Items, first: int) -> bool:
    """Tell whether it is somebody else's view: "the mayor's view is that | the yard will"."""
    at = first - 1 - (first > 1 and items[first - 1].word == "that")
    if at < _OWNED or not view.lexicon.has(items[at].word, "be"):
        return False
    owner, noun = items[at - 2], items[at - 1].word
    held = noun in listed(view, "views") or noun in listed(view, "held_views")
    own = view.lexicon.has(owner.word, "first_singular", "first_plural")
    return held and not own and view.lexicon.has(owner.word, "genitive", "possessive")


def _is_relative_thought(view: View, cues: Cues, items: Items, first: int) -> bool:
    """Tell whether it is said which are meant: "the laws that I think | they will use"."""
    for at in range(first - 1, max(1, first - _OWNED), -1):
        if items[at].word not in cues.lists["believing"] or items[at].ref is not None:
            continue
        who = at - 1
        opens, noun = items[who - 1].word, items[who - 2].word if who > 1 else "."
        named = noun.isalpha() and noun not in listed(view, "telling")
        known = view.lexicon.has(noun, "be", "conjunction", "adverb", "subordinator", "preposition")
        return opens in ("that", "which", "who") and named and not known
    return False


def from_doubt(cues: Cues, items: Items, first: int) -> int:
    """Return where the doubt begins of which ``items[first]`` is told: "doubts that | Lutha"."""
    for at in range(first - 1, max(-1, first - _DOUBT), -1):
        if items[at].word in STRONG or items[at].word in QUOTES or items[at].word == ",":
            break
        if items[at].word in cues.lists["doubting"]:
            if items[at - 1].word == "no":
                return first  # "no doubt that | they will"
            return at - (at > 0 and items[at - 1].word in ("do", "does", "did"))
    return first


def is_disbelieved(view: View, items: Items, first: int) -> bool:
    """Tell whether what ``items[first]`` opens is what somebody does not think.

    "I do not believe that | a war is inevitable", "I don't think, even now, | it will hold".
    """
    lists = cues_for(view.lexicon).lists
    for at in range(first - 1, max(0, first - _BACK), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word in ("but", "because"):
            return False
        if word in lists["believing"] and items[at].ref is None:
            near = items[max(0, at - _DENYING) : at]
            if word == "doubt" and near and near[-1].word == "no":
                return False  # "I have no doubt that | they will"
            return any(view.lexicon.has(item.word, "not") for item in near)
    return False


def _is_impersonal(cues: Cues, word: str) -> bool:
    return word.split("'")[0] in cues.lists["impersonal"] | {"this", "which", "what", "history"}


def _is_state_as_they(view: View, items: Items, first: int, voice: Voice) -> bool:
    """Tell whether "they think" is read as of a state: it mostly means people named before it."""
    actor = view.actors.get(voice.actor or "")
    if actor is None or actor.kind not in ("state", "bloc"):
        return False
    near = [item.word for item in items[max(0, first - _NEAR) : first]]
    return voice.verb in near and "they" in near[: near.index(voice.verb)]


def _is_heading(view: View, cues: Cues, actor: str) -> bool:
    """Tell whether the speaker is a heading, as "Myth:" is, or a paper of which letters are known.

    The body whose statement a text is has a name; letters alone ("MOU") mostly are the paper.
    """
    found = view.actors.get(actor)
    if found is None:
        return False
    letters = found.name[:2].isupper() and " " not in found.name and len(found.name) < _LETTERS
    return found.name.lower() in cues.lists["headings"] or (letters and actor == view.issuer)
