"""Which actors are one, across reports, spellings and scripts; who held which office."""
