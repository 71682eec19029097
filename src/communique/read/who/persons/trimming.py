"""Names that run on in lines whose words all have capitals: "Ann Lee | Slams Rivals"."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import Span
from communique.read.who.found import FoundName
from communique.read.who.words.lexicon import names, table, word_class
from communique.read.who.words.orders import family_of

_VERBAL = ("s", "ed", "ing")
_JOINTS = frozenset(("of", "for", "and", "the", "&", "on", "to"))
#: So many words are a family name and a verb.
_AND_VERB = 2


def trim(text: str, found: Iterable[FoundName]) -> None:
    """Cut names in such lines to the part that the report has as a name elsewhere.

    A family name alone is such a part where a word follows that ends like a verb.
    """
    every = list(found)
    for name in every:
        cut_at_verb(text, name)
        _cut_at_rank(text, name)
    plain = [name.words for name in every if not name.risen and len(name.words) > 1]
    whole = {tuple(word.casefold() for word in words) for words in plain}
    families = {family_of(words).casefold() for words in plain}
    titled = {n.words[0].casefold() for n in every if n.titles and len(n.words) == 1}
    families |= titled
    verbs = table("names")["headline_verbs"].split()
    for name in every:
        low = tuple(word.casefold() for word in name.words)
        if name.titles and len(low) == _AND_VERB and low[0] in titled and low[1] in verbs:
            _cut(text, name, 1)  # "President Ruiz Announces", who is "President Ruiz" elsewhere
            continue
        if not name.risen or len(low) < 2 or low in whole:
            continue
        kept = next((n for n in range(len(low) - 1, 1, -1) if low[:n] in whole), 0)
        alone = low[0] in families and names().gender(low[0]) is None
        if not kept and alone and low[1].endswith(_VERBAL):
            kept = 1
        if kept:
            _cut(text, name, kept)


def cut_at_verb(text: str, name: FoundName) -> None:
    """Cut a name of a headline before a verb: "Ruiz | Announces Aid".

    At the end of a name such a word may be a family name ("Grace Marks"), but behind a body it is
    none ("Ferry Bureau | Says").
    """
    low = [word.casefold() for word in name.words]
    verbs = table("names")["headline_verbs"].split()
    kept = next((n for n in range(1, len(low)) if low[n] in verbs), 0)
    behind_body = kept > 1 and low[kept - 1] in names().organisation
    ends = kept < len(low) - 1 or behind_body
    if ends and kept and any(word.isalpha() for word in low[:kept]):
        weights = name.weights
        _cut(text, name, kept)
        name.weights = weights if behind_body else name.weights


def _cut_at_rank(text: str, name: FoundName) -> None:
    """Cut a body's name before the first word of an office: "Ferry League | Senior" (Adviser)."""
    low = [word.casefold() for word in name.words]
    bodies = names().organisation
    for at in range(2, len(low)):
        ahead = bodies.isdisjoint(low[at:]) and low[at - 1] not in _JOINTS
        if low[at] in word_class("ranks_of_offices") and ahead and not bodies.isdisjoint(low[:at]):
            weights = name.weights
            _cut(text, name, at)
            name.weights = weights
            return


def _cut(text: str, name: FoundName, kept: int) -> None:
    end = name.span.start
    for word in name.words[:kept]:
        end = text.index(word, end, name.span.end) + len(word)
    name.span = Span(name.span.start, end)
    name.words = name.words[:kept]
    name.phrase = Span(min(name.phrase.start, name.span.start), end)
    name.weights = {kind: weight for kind, weight in name.weights.items() if kind == "person"}
