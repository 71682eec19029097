"""Which accounts tell of one contact, and which contact is part of another."""
