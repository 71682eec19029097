"""What follows the verb or noun of an act: whom, and what it is about."""
