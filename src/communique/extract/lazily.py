"""Patterns that are compiled when first used.

A language has some hundred idioms, of which a report needs few; compiling them all takes longer
than reading it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazily:
    """Looks like a compiled pattern, and becomes one when something is asked of it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        # From now on these are found without coming here.
        for each in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazily(source: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """Return the pattern, which is compiled when first used.

    A fault in ``source`` shows then and no sooner, as :class:`re.error`.
    """
    return cast("re.Pattern[str]", _Lazily(source, flags))
