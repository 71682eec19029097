"""What an issue is called in the words of a report, and under which label it goes."""
