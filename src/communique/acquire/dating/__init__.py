"""Dates as reports print them: what they say, and which number is the day.

:func:`~communique.acquire.dating.printed.dates_in` finds the dates that a text prints in
full; :func:`~communique.acquire.dating.order.decide` says which of its readings a date in
numbers has, and on what evidence.
"""
