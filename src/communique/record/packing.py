"""How texts and spans are packed into a record's columns, and sealed."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate, chain, pairwise

import msgspec

from communique.model import Span, Spans, spans_lists
from communique.record.faults import damaged


def pack_text(text: str) -> bytes:
    """Return ``text`` as compressed UTF-8.

    Raises:
        UnicodeEncodeError: there are lone surrogates in it.
    """
    return zlib.compress(text.encode(), 6)


@lru_cache(maxsize=256)
def unpack_text(packed: bytes) -> str:
    """Return the text that :func:`pack_text` packed; the last ones are kept.

    Raises:
        NotARecord: the bytes are damaged.
    """
    try:
        return _unpacked(packed).decode()
    except UnicodeDecodeError as error:
        raise damaged("a packed text", error) from error


def pack_spans(spans: Spans) -> bytes:
    """Return spans, in order and apart, as few bytes: their edges' distances, compressed."""
    edges = [0, *chain.from_iterable((span.start, span.end) for span in spans)]
    steps = [later - earlier for earlier, later in pairwise(edges)]
    return zlib.compress(msgspec.msgpack.encode(steps), 6)


def unpack_spans(packed: bytes) -> Spans:
    """Return the spans that :func:`pack_spans` packed."""
    edges = unpack_edges(packed)
    return tuple(Span(*edge) for edge in zip(edges[::2], edges[1::2], strict=True))


def unpack_edges(packed: bytes) -> list[int]:
    """Return where the spans start and end that :func:`pack_spans` packed, by turns.

    Raises:
        NotARecord: the bytes are damaged.
    """
    steps = msgspec.msgpack.decode(_unpacked(packed), type=list[int])
    return list(accumulate(steps))


def _unpacked(packed: bytes) -> bytes:
    """Return what was compressed.

    Raises:
        NotARecord: the bytes are damaged.
    """
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise damaged("a packed text", error) from error


def pack_prints(prints: Mapping[int, int]) -> bytes:
    """Return fingerprints (below 2**48) with their places (below 2**32) as bytes, by place."""
    placed = sorted((place, value) for value, place in prints.items())
    return b"".join(v.to_bytes(6, "big") + place.to_bytes(4, "big") for place, v in placed)


def unpack_prints(packed: bytes) -> dict[int, int]:
    """Return the fingerprints that :func:`pack_prints` packed, with their places."""
    starts = range(0, len(packed), 10)
    return {
        int.from_bytes(packed[at : at + 6], "big"): int.from_bytes(packed[at + 6 : at + 10], "big")
        for at in starts
    }


def seal(text: str, value: object) -> str:
    """Return a short hash over the words of every span in ``value``.

    It is kept beside the value, so that :mod:`communique.record.verifying` can tell
    whether the spans still cover the words that they covered when they were read.
    """
    digest = sha256()
    for spans in spans_lists(value):
        for span in spans:
            digest.update(span.of(text).encode("utf-8", "surrogatepass"))
            digest.update(b"\x1f")
        digest.update(b"\x1e")
    return digest.hexdigest()[:16]
