"""Finding reports by words, as typed, as spelt and as meant, and laying them open for questions."""
