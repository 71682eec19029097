"""One sentence laid out: its groups of people, and on which side of a verb they are."""
