"""What runs over time: asks and what became of them, shifts, outcomes, relations."""
