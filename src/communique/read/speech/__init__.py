"""Who says what: quotation marks, attributions, statements. See docs/read-speech.md."""
