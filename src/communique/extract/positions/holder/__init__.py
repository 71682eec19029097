"""Whose a stand is."""
