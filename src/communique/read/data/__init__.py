"""Word lists that the reading rules use, as data."""
