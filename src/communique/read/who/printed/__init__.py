"""Names as they are printed, sentence by sentence: where they begin and end, and of what."""
