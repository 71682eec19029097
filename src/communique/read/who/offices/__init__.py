"""Noun phrases around offices: whose they are, what they are of, and who holds them."""
