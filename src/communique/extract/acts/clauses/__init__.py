"""One sentence laid out for finding acts: its words, names, subjects and their ends."""
