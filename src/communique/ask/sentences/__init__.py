"""What answers where no claim does: sentences, by what they cover and how they tell it."""
