"""One spelling for what texts write in several ways, so that words can be compared."""

from __future__ import annotations

_VOWEL_SIGNS = map(chr, range(0x64B, 0x653))
_SAME = str.maketrans(
    {
        "’": "'",
        "ё": "е",
        "\u0307": None,  # the dot that Turkish "İ" leaves in lower case
        **dict.fromkeys("أإآٱ", "ا"),
        "ى": "ي",
        "ـ": None,
        **dict.fromkeys(_VOWEL_SIGNS),
        "،": ",",
        "，": ",",
        "؛": ";",
        "；": ";",
        "؟": "?",
        "？": "?",
        "！": "!",
        "。": ".",
        "：": ":",
        "（": "(",
        "）": ")",
    }
)


def plain(text: str) -> str:
    """Return text in lower case with one form of letters and marks that have several."""
    return text.translate(_SAME)
