"""Which language a text is in, as far as its script and its commonest words tell."""

from __future__ import annotations

import re
from collections import Counter

#: Languages that there are word lists for.
READ = frozenset(
    ["en", "ar", "be", "de", "es", "fr", "it", "lt", "pl", "pt", "ru", "tr", "uk", "zh"]
)


def is_read(language: str | None) -> bool:
    """Tell whether there are word lists for the language of a BCP 47 tag; for none told, yes.

    In others only names that are sure, states, marks of quotation and dates in figures are
    found, and percentages.
    """
    return not language or language.replace("_", "-").split("-")[0].casefold() in READ


_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 6000
#: Words that are common in one language and rare in the others.
_COMMON = {
    "en": "the of and to in that is was for with he said on by as his it has are this",
    "de": "der die das und nicht ist mit von den dem zu sich auf für eine einen sagte wird hat",
    "fr": "le les des et est une dans que pour qui sur pas du au avec ce il sont été selon",
    "es": "el los las y que una por con para del se es su como más dijo ha al fue este",
    "it": "il di che della per una gli con sono nel del è non ha alla dei più anche detto",
    "pt": "o os da do das dos em não que é uma um com para por se foi ao mais disse são pela pelo",
    "pl": "się nie jest na do że to przez oraz jak od po dla ale są prezydent był o w z i",
    "lt": "ir kad yra su buvo ar dėl iš tai apie bus jo po už taip pat sakė teigė pasak",
    "tr": "ve bir bu için ile da de olarak olan çok daha dedi gibi kadar sonra ise ne",
}
_CYRILLIC = {"uk": "їєґ", "be": "ў", "ru": "ыэъё"}


def tongue_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language of ``text``, or ``None`` where nothing tells."""
    sample = text[:_LOOKED_AT]
    script = _script(sample)
    if script != "latin":
        return (
            _cyrillic(sample) if script == "cyrillic" else {"han": "zh", "arabic": "ar"}.get(script)
        )
    counts = Counter(_WORD.findall(sample.lower()))
    scores = {code: sum(counts[w] for w in words.split()) for code, words in _COMMON.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    return best if scores[best] else None


def _script(sample: str) -> str:
    counts = Counter(
        "cyrillic"
        if "\u0400" <= c <= "\u052f"
        else "han"
        if "\u4e00" <= c <= "\u9fff"
        else "arabic"
        if "\u0600" <= c <= "\u06ff"
        else "latin"
        for c in sample
        if c.isalpha()
    )
    return counts.most_common(1)[0][0] if counts else "latin"


def _cyrillic(sample: str) -> str:
    low = sample.lower()
    counts = {code: sum(low.count(c) for c in letters) for code, letters in _CYRILLIC.items()}
    if counts["be"]:
        return "be"
    return "uk" if counts["uk"] > counts["ru"] else "ru"
