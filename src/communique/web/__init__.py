"""The desk: the record in a browser, and the REST API beside it.

:func:`create_desk` makes the application that ``communique serve`` runs.
"""

from communique.web.app import create_desk

__all__ = ["create_desk"]
