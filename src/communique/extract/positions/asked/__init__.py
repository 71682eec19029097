"""Stands taken in answers, and what questions ask about."""
