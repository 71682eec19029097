"""What is judged to be the same as what: what waits to be judged, and what was decided."""
