"""Writing a file that is whole or not there: an older one is replaced at once."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def save(path: Path, data: bytes) -> Path:
    """Write ``data`` to ``path`` and return it, readable for others.

    Raises:
        OSError: the file cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name[:100], suffix=".part")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        # A temporary file is private; what is taken away is meant to be handed on.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
