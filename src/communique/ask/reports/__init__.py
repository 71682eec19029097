"""The reports at hand, laid open: who is named where, and how much a sentence covers."""
