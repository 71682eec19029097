"""By which words acts are found that speak of one matter, so that few need be compared.

Each act is entered under the stems that say more than a common word. An ask is then looked
for among those of its time with which it shares enough of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from communique.model import Act
from communique.model.threads import Deed, Sought
from communique.reconcile.over_time.asks import opening_types, rules, settling_types
from communique.reconcile.wording import COMMON, NAME, stems_of, wording

#: Days within which what settles an ask must be told.
REACH = 366
#: Days within which accounts of one ask are told.
SAME_DAYS = 10
#: The weight that the words in common must have.
MATTER = 1.9
#: Less than any sum of weights can differ by, and more than what is lost in adding them.
_ROUNDING = 1e-6


def telling(act: Act) -> Mapping[str, float]:
    """Return the stems by which an act is found that may open an entry or settle one.

    These are all that say more than a common word, each with its weight; no other act has any.
    """
    return told_by(words_of(act)) if act.type in _types() else {}


def sought(ask: Deed, states: Iterable[str] = ()) -> Sought:
    """Return by which words acts are found that may tell of the same ask, or settle it.

    Those of ``states`` do not tell; common words in the ask may add a little to what is shared.
    """
    words = wording(words_of(ask), stems_of(states))
    common = sum(1 for weight in words.values() if weight <= COMMON)
    day = date.fromisoformat(ask.told_on) if ask.told_on else date.max
    return Sought(
        words={word: weight for word, weight in words.items() if weight > COMMON},
        since=(day - timedelta(days=min(SAME_DAYS, (day - date.min).days))).isoformat(),
        until=(day + timedelta(days=min(REACH, (date.max - day).days))).isoformat(),
        least=max(NAME, MATTER - common * COMMON) - _ROUNDING,
    )


def sought_by(act: Deed, states: Iterable[str] = ()) -> Sought:
    """Return by which words asks are found that an act may settle: the reverse of
    :func:`sought`.

    What common words in an ask may add is not known before it is found, so that more are found
    than there are.
    """
    words = wording(words_of(act), stems_of(states))
    day = date.fromisoformat(act.told_on) if act.told_on else date.min
    return Sought(
        words={word: weight for word, weight in words.items() if weight > COMMON},
        since=(day - timedelta(days=min(REACH, (day - date.min).days))).isoformat(),
        until=(day + timedelta(days=min(SAME_DAYS, (date.max - day).days))).isoformat(),
        least=NAME - _ROUNDING,
    )


def words_of(deed: Deed | Act) -> str:
    """Return what an act is about, with the words that its type alone says."""
    return f"{deed.what} {rules().deed_words.get(deed.type, '')}".strip()


@lru_cache(maxsize=16384)
def told_by(words: str) -> Mapping[str, float]:
    """Return the stems by which acts about one matter are found, with their weights."""
    return {word: weight for word, weight in wording(words).items() if weight > COMMON}


@cache
def _types() -> frozenset[str]:
    return settling_types().union(*opening_types())
