"""Who stands together in a sentence, and whom offices, lists and appositions name."""
