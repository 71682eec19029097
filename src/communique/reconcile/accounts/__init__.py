"""What several reports say of one thing, side by side, slot by slot."""
