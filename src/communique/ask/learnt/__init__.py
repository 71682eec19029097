"""What is learnt from questions with answers: how surely a sentence answers, and if any does."""
