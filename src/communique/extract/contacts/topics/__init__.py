"""What was talked about and what came of it, and to which contact it belongs."""
