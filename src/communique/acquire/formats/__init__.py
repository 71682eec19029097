"""The formats a report may come in: one file each, and a table of them all.

A parser is a function of the bytes and the caller's encoding that returns a
:class:`~communique.acquire.document.Document`. It raises
:class:`~communique.errors.InputError` for what it cannot use.
"""
