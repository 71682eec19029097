"""What tells of an act in a sentence: verbs, nouns, auxiliaries, direct speech."""
