"""A shipped storyline, and a demonstration on it."""
