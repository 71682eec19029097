"""Bytes from anywhere to reports: clean text, and where it came from (``docs/acquire.md``)."""

from communique.acquire.acquire import Candidate, acquire, candidates
from communique.acquire.fields import usual_names
from communique.acquire.formats.table import FORMATS
from communique.acquire.options import AcquireOptions, Limits

__all__ = [
    "FORMATS",
    "AcquireOptions",
    "Candidate",
    "Limits",
    "acquire",
    "candidates",
    "usual_names",
]
