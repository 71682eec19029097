"""Whether two mentions in news tell of one happening: inspectable features, learnt weights.

What a mention is told with (the word itself, the words around it and what they mean, the names
beside it, the text it stands in) is compared with what the other is told with, as contacts are
compared in :mod:`communique.reconcile.contacts.occasions`; here each feature's weight is learnt by
logistic regression. ``happenings.json`` holds weights, threshold and the pairs of words that told
of one happening in the training texts; ``python -m benchmarks.ecbplus --fit`` writes it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import mul
from pathlib import Path

import msgspec
import numpy as np

from communique.ask.reports.meanings import meaning
from communique.ask.words import stem as asked_stem
from communique.reconcile.wording import lists, stem

FILE = Path(__file__).parent / "happenings.json"
#: Words to either side of a mention that count as near it.
NEAR = 4
#: What a name or number weighs in a text, and a word of its first two sentences.
NAME, OPENING = 2.0, 1.5
#: The exponent of the inverse document frequency.
RARITY = 1.5
#: What follows a verb without being its head.
PARTICLES = frozenset(
    ["out", "up", "down", "off", "over", "in", "away", "back", "of", "to", "on", "for", "about"]
)
FEATURES = (
    "bias",
    "same word",
    "same stem",
    "stems begin alike",
    "words known to go together",
    "words of both",
    "words around in common",
    "words near in common",
    "same name before",
    "same name behind",
    "other names before",
    "numbers in common",
    "other numbers",
    "texts alike",
    "one text",
    "one sentence",
    "both open their text",
    "same word, rare",
    "same word, texts alike",
    "same word, words near",
    "same word, other names before",
    "other words, words near",
    "other words, texts alike",
    "other words, meaning alike",
    "sentences meaning alike",
    "other words, sentences meaning alike",
    "other words, meaning alike, texts alike",
)


class Mention(msgspec.Struct, frozen=True):
    """A mention in a sentence, as it is compared."""

    text: str
    sentence: int
    word: str
    stem: str
    stems: frozenset[str]
    rarity: float
    around: Mapping[str, float]
    near: Mapping[str, float]
    before: str | None
    behind: str | None
    numbers: frozenset[str]
    opens: bool
    sense: tuple[float, ...]
    meaning: tuple[float, ...]


class Model(msgspec.Struct, frozen=True):
    """What was learnt: a weight for each feature, words that go together, the threshold."""

    weights: dict[str, float]
    together: frozenset[tuple[str, str]]
    threshold: float

    def vector(self) -> np.ndarray:
        """The weights in the order of :data:`FEATURES`."""
        return np.array([self.weights[name] for name in FEATURES])


def lemma(word: str) -> str:
    """A word without the ending of its form: ``killed`` and ``kills`` are ``kill``."""
    plain = word.lower()
    for ending, instead in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        bare = plain.removesuffix(ending)
        if bare != plain and len(bare) > 2 and not plain.endswith("ss"):
            doubled = len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "lsz"
            return (bare[:-1] if doubled else bare + instead).rstrip("e")
    return plain.rstrip("e") if len(plain) > 3 else plain


def head(words: Sequence[str]) -> int:
    """Which word of a mention is its head: the last, or the first before a particle."""
    return 0 if len(words) > 1 and words[-1].lower() in PARTICLES else len(words) - 1


def _says(word: str) -> bool:
    return word.isalnum() and word.lower() not in lists().empty


def rarities(texts: Mapping[str, Mapping[int, Sequence[str]]]) -> dict[str, float]:
    """The inverse document frequency of each stem."""
    counts: Counter[str] = Counter()
    for sentences in texts.values():
        counts.update({stem(w) for words in sentences.values() for w in words if _says(w)})
    return {word: math.log((len(texts) + 1) / (n + 0.5)) for word, n in counts.items()}


def likeness(
    texts: Mapping[str, Mapping[int, Sequence[str]]], rare: Mapping[str, float]
) -> tuple[list[str], np.ndarray]:
    """The ids of texts, and how alike each two are: the cosine of their weighed stems.

    Stems of one text only, the rarest, do not count.
    """
    rarest = math.log((len(texts) + 1) / 1.5)
    ids = sorted(texts)
    shared = [word for word, rarity in rare.items() if rarity < rarest - 1e-9]
    places = {word: n for n, word in enumerate(shared)}
    table = np.zeros((len(ids), len(places)), dtype=np.float32)
    for row, id in enumerate(ids):
        bag: dict[str, float] = defaultdict(float)
        for number, words in texts[id].items():
            for at, word in enumerate(words):
                if _says(word):
                    named = (at > 0 and word[0].isupper()) or word[0].isdigit()
                    weight = (NAME if named else 1.0) * (OPENING if number < 2 else 1.0)
                    bag[stem(word)] += weight
        for word, weight in bag.items():
            if word not in places:
                continue
            table[row, places[word]] = (1 + math.log(weight)) * rare[word] ** RARITY
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    return ids, table @ table.T


def mention(
    text: str, sentence: int, words: Sequence[str], at: Sequence[int], rare: Mapping[str, float]
) -> Mention:
    """A mention, whose words stand ``at`` these places of a sentence."""
    own = [words[place] for place in at]
    middle = at[head(own)]
    around: dict[str, float] = {}
    near: dict[str, float] = {}
    before = behind = None
    for place, word in enumerate(words):
        if place in at or not _says(word):
            continue
        bare = stem(word)
        around[bare] = rare.get(bare, 3.0)
        if abs(place - middle) <= NEAR:
            near[bare] = around[bare]
        if place and word[0].isupper():
            before = bare if place < middle else before
            behind = bare if place > middle and behind is None else behind
    return Mention(
        text=text,
        sentence=sentence,
        word=lemma(words[middle]),
        stem=stem(words[middle]),
        stems=frozenset(stem(word) for word in own if word.lower() not in PARTICLES),
        rarity=rare.get(stem(words[middle]), 3.0),
        around=_unit(around),
        near=_unit(near),
        before=before,
        behind=behind,
        numbers=frozenset(word for word in words if word[0].isdigit()),
        opens=sentence == 0,
        sense=_meaning([own[head(own)]]),
        meaning=_meaning([word for word in words if _says(word)]),
    )


def _meaning(words: Iterable[str]) -> tuple[float, ...]:
    """The vector of what words mean together, at length 1; nothing where none is known."""
    vector = meaning({asked_stem(word.lower()) for word in words})
    if vector is None:
        return ()
    numbers = np.frombuffer(vector, np.int8).astype(float)
    return tuple((numbers / np.linalg.norm(numbers)).tolist())


def _alike(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum(map(mul, one, other)))


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def features(
    one: Mention, other: Mention, alike: float, together: frozenset[tuple[str, str]]
) -> tuple[float, ...]:
    """What speaks for and against one happening, in the order of :data:`FEATURES`."""
    stems = (min(one.stem, other.stem), max(one.stem, other.stem))
    same_stem = one.stem == other.stem
    same = float(one.word == other.word or same_stem)
    near = _cosine(one.near, other.near)
    here = one.text == other.text
    texts = 0.5 if here else alike
    both = one.stems | other.stems
    others_before = float(bool(one.before and other.before and one.before != other.before))
    numbers = one.numbers & other.numbers
    senses = max(0.0, _alike(one.sense, other.sense))
    sentences = max(0.0, _alike(one.meaning, other.meaning))
    return (
        1.0,
        float(one.word == other.word),
        float(same_stem),
        float(not same_stem and len(one.stem) > 3 and one.stem[:4] == other.stem[:4]),
        float(not same_stem and stems in together),
        len(one.stems & other.stems) / len(both) if both else 0.0,
        _cosine(one.around, other.around),
        near,
        float(one.before is not None and one.before == other.before),
        float(one.behind is not None and one.behind == other.behind),
        others_before,
        min(2, len(numbers)) / 2,
        float(bool(one.numbers and other.numbers and not numbers)),
        texts,
        float(here),
        float(here and one.sentence == other.sentence),
        float(one.opens and other.opens),
        same * min(one.rarity, other.rarity) / 6,
        same * texts,
        same * near,
        same * others_before,
        (1 - same) * near,
        (1 - same) * texts,
        (1 - same) * senses,
        sentences,
        (1 - same) * sentences,
        (1 - same) * senses * texts,
    )


def fitted(table: np.ndarray, right: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Weights by logistic regression (Newton's method), with a ridge of 1 on all but the bias."""
    weights = np.zeros(table.shape[1])
    ridge = np.r_[0.0, np.ones(table.shape[1] - 1)]
    for _ in range(15):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (chance - right)) + ridge * weights
        bend = (table * (counts * chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        weights -= np.linalg.solve(bend + 1e-6 * np.eye(len(weights)), slope)
    return weights


def grouped(chance: np.ndarray, threshold: float) -> list[list[int]]:
    """Groups by average linkage: the two most alike are joined while they reach the threshold."""
    links = chance.astype(float).copy()
    np.fill_diagonal(links, -np.inf)
    groups = [[n] for n in range(len(links))]
    while len(links) > 1:
        one, other = divmod(int(np.argmax(links)), len(links))
        if links[one, other] < threshold:
            break
        mine, theirs = len(groups[one]), len(groups[other])
        joined = (links[one] * mine + links[other] * theirs) / (mine + theirs)
        links[one], links[:, one] = joined, joined
        links[one, one] = -np.inf
        links[other, :], links[:, other] = -np.inf, -np.inf
        groups[one] += groups[other]
        groups[other] = []
    return [group for group in groups if group]
