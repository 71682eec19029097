"""Ids that can be cited: the same words in the same place always have the same one."""

from __future__ import annotations

from hashlib import sha256

from communique.model.span import Span

#: First letter of an id, by what it names.
PREFIXES = {
    "report": "r",
    "actor": "a",
    "statement": "s",
    "contact": "c",
    "figure": "f",
    "act": "d",
    "position": "p",
    "forecast": "o",
    "proposal": "l",
}


def claim_id(kind: str, publication: str, spans: tuple[Span, ...], says: str) -> str:
    """Return the record-wide id of a claim, such as ``c-1f09ac3be2d4``.

    It is a hash of the kind, the publication, where it stands and what it says
    (``says``: the slots that tell two claims on the same words apart), so reading the same
    report again gives the same ids.

    Raises:
        KeyError: ``kind`` is not in :data:`PREFIXES`.
    """
    where = ",".join(f"{span.start}-{span.end}" for span in spans)
    digest = sha256(f"{kind}\x1f{publication}\x1f{where}\x1f{says}".encode(errors="surrogatepass"))
    return f"{PREFIXES[kind]}-{digest.hexdigest()[:12]}"
