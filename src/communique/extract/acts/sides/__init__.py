"""To whom an act is addressed, who does it as well, and for whom somebody speaks."""
