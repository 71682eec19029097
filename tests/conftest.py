"""What all tests share: where the data beside the checkout is, if it is there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real reports and corpora, or skip the test and say so."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the reports and corpora in {SHARED.name}/ beside the checkout")
    return SHARED
