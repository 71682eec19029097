"""``python -m communique.cli`` is the command ``communique``."""

from communique.cli import main

main()
