"""The mentions of one contact brought together, and whether it is over or to come."""
