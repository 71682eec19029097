"""Whom pronouns mean, and whose words a place in the text belongs to."""
