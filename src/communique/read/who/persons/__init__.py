"""Which names, offices and epithets are one person, body or group."""
