"""Who else took part, as words behind a contact or sentences after it tell."""
