"""How the model that ``communique.read.learnt`` uses is trained, measured and exported.

Not part of the installed package. ``python -m training make`` does all of it.
"""
