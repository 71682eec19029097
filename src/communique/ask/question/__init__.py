"""A question taken apart: what it is after, whom and when it names, what else it says."""
