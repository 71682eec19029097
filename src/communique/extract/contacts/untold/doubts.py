"""Contacts told before the press that too much speaks against for them to be told.

Who answers questions speaks of many contacts by the way, half of them still to come or of
somebody else than it seems. Each of these makes it likelier that one was read wrongly: no day is
told; a noun tells of it and not a verb; it is named in a question; the sentence is long or
broken off; much stands between its verb and the other side; three or more take part; its verb
often means something else. What a noun tells of as over, without a day, counts for more (but for
visits), and who is told by "they" or "the leaders" twice. One or two of them are common, and
most such contacts are right.
Where three come together, only about half were in those that people judged
(``benchmarks/judged/contacts.tsv``), and none is made.
"""

from __future__ import annotations

from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View

_TOO_MANY = 3  # doubts with which a contact is not told
_LONG = 45  # items of a sentence; some 40 words
_APART = 120  # characters from one side to the other
_SEVERAL = 3  # who take part


def is_doubtful(view: View, cluster: Cluster) -> bool:
    """Tell whether too much speaks against a contact, told before the press, for it to be told."""
    return view.is_press_conference and doubts(view, cluster) >= _TOO_MANY


def doubts(view: View, cluster: Cluster) -> int:
    """Count what makes it likelier that a contact was read wrongly: 0 to 11."""
    first = cluster.mentions[0]
    items = view.items(first.sentence)
    words = triggers_for(view.lexicon).words
    undated = not any(mention.date for mention in cluster.mentions)
    named = first.why.startswith("noun")
    return sum(
        (
            undated,
            named,
            undated and named and first.modality.status != "planned" and cluster.kind != "visit",
            2 * _are_several(view, cluster),
            items[-1].word == "?",
            len(items) > _LONG,
            any(item.word == "—" for item in items),
            first.evidence.end - first.evidence.start > _APART,
            len(cluster.people) >= _SEVERAL,
            first.why.removeprefix("verb:") in words["ambiguous"],
        )
    )


def _are_several(view: View, cluster: Cluster) -> bool:
    """Tell whether two who take part are told by one "they", "both" or "the leaders"."""
    spans = [one.evidence[:1] for one in cluster.people.values() if one.evidence]
    shared = len(spans) > len(set(spans))
    words = {span.of(view.text).lower() for one in spans for span in one}
    return shared and any(word in ("they", "both") or word.startswith("the ") for word in words)
