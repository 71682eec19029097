"""What tells of a contact in a sentence: verbs, nouns, questions, and what is left out."""
