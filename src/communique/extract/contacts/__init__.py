"""Contacts: calls, meetings, visits, talks, letters … between actors.

One contact per contact in a report, however often it is mentioned. The way:
:mod:`~communique.extract.contacts.parties.groups` finds who stands together in a sentence,
:mod:`~communique.extract.contacts.mentions.frames` finds the verbs and nouns of contact and puts
the groups on their sides, :mod:`~communique.extract.contacts.particulars.slots` and
:mod:`~communique.extract.contacts.topics.topics` read the rest of the sentence, and
:mod:`~communique.extract.contacts.merging.merge` brings mentions together.
"""

from communique.extract.contacts.extractor import ContactExtractor

__all__ = ["ContactExtractor"]
