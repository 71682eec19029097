"""Briefs: what a page of the desk shows as a document, cited to the words.

One module for each kind of page makes parts out of the record's values, citing through a
:class:`~communique.publish.briefs.notebook.Notebook`; :mod:`.formats` names the formats that
a :class:`~communique.model.brief.Brief` can be rendered to.
"""
