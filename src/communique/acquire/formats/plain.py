"""Plain text: kept exactly as decoded."""

from __future__ import annotations

from communique.acquire.decode import decode
from communique.acquire.document import Document


def parse(data: bytes, encoding: str | None) -> Document:
    """Return the text of a plain-text file, nothing stripped and no line end changed.

    Raises:
        DamagedInput: the bytes are not in the encoding they claim, or in none that can be told.
        UnknownFormat: the bytes are not text.
    """
    return Document(text=decode(data, encoding))
