"""Stands that a story tells in plain words, which the narrower readings beside this leave out."""
