"""The REST API: everything the record can be asked, over HTTP, as the contract's JSON.

:func:`create_api` makes the application; ``communique serve`` puts it under ``/api/v1`` of
the desk. Each route calls one method of :class:`communique.service.Service`.
"""

from communique.api.app import create_api

__all__ = ["create_api"]
