"""What is measured, on what, against whom; one command each (see docs/accuracy.md)."""
