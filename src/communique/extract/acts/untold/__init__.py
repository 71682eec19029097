"""Acts that are not told: cut, pointing elsewhere, or verbs in another sense."""
