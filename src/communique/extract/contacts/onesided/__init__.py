"""Contacts of which the words name one side only: "met with union leaders"."""
