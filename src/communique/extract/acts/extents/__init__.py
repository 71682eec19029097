"""Up to where what an act is about goes on, and where it is cut off."""
