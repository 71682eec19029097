"""``communique serve`` before it listens."""

from __future__ import annotations

import socket

import pytest

from communique.cli.serve import _check_free
from communique.errors import UsageError


def test_a_port_that_is_taken_is_refused_with_the_way_on() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"port {port} \(.*\); choose another with --port"):
            _check_free("127.0.0.1", port)
    _check_free("127.0.0.1", port)


def test_an_address_that_is_not_this_machines_is_refused() -> None:
    with pytest.raises(UsageError, match=r"cannot listen at 203\.0\.113\.9"):
        _check_free("203.0.113.9", 0)
