"""What only looks like a stand, turns it round or leaves it open."""
