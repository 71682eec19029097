"""When, where, how long, by what channel, and on whose initiative a contact was."""
