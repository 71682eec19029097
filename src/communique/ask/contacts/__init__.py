"""What answers a question on a contact: who, when, where, how long, about what."""
