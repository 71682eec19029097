"""What all tests share: where the data beside the checkout is, and how property tests look.

Property tests take the same examples in every run, so that a run tells of the code alone.
``make fuzz`` takes others each time.
"""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from communique.cli import GARBAGE

# As the command does; what is left open is still found, at the end if not before.
gc.set_threshold(GARBAGE)

# How long an example takes says more about what else the machine does than about the code.
_ANY_TIME = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("same", _ANY_TIME, derandomize=True)
settings.register_profile("fuzz", _ANY_TIME)
settings.load_profile("same")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real reports and corpora, or skip the test and say so."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the reports and corpora in {SHARED.name}/ beside the checkout")
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in a browser first: they take longest, and no worker ends alone with them."""
    items.sort(key=lambda item: "browser" not in getattr(item, "fixturenames", ()))
