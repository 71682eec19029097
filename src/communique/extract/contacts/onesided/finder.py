"""Contacts of which one side is named, besides those that the other rules have found."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.circumstances import dates_differ
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.merging.days import dated, redate
from communique.extract.contacts.onesided.journeys import journeys_in
from communique.extract.contacts.onesided.press import press_in
from communique.extract.contacts.onesided.summits import summits_in
from communique.extract.contacts.onesided.wording import words_for
from communique.extract.contacts.particulars.slots import dressed
from communique.extract.contacts.untold.alone import is_private
from communique.extract.contacts.untold.misnamed import is_misnamed
from communique.extract.genres import tells_news
from communique.extract.view import View

_YEAR = 4  # characters of a date that is a year
_COME = frozenset({"arrived", "came", "landed", "went"})
_TAKEN_UP = 5  # sentences in which "the interview" is the one told of
_NEAR = 2  # sentences in which the same two are of the same contact
_LONGEST = 400  # items of a sentence; what is longer is a list or a table


def with_onesided(view: View, told: Sequence[Cluster]) -> list[Cluster]:
    """Return what was told of, and the contacts of one side, in the order of first mention.

    Speeches, briefings and releases are not read for these: readers found most to be wrong there.
    """
    if not tells_news(view):
        return list(told)
    words = words_for(view.lexicon)
    own: list[Cluster] = []
    taken = {(m.sentence, i) for c in told for m in c.mentions for i in range(m.index, m.after)}
    for sentence in view.sentences_with(words.anywhere):
        if len(view.items(sentence)) > _LONGEST or not view.items(sentence):
            continue
        scene = Scene(view, sentence)
        found = [
            one
            for finder in (journeys_in, press_in, summits_in)
            for one in finder(scene)
            if (sentence, one.index) not in taken and not _is_way(one, told)
        ]
        found.sort(key=lambda one: one.index)
        for one in dressed(view, found):
            _placed(view, own, told, dated(scene, one))
    wrong = (is_private, is_misnamed)
    own = [one for one in own if not (_is_to_live(one) or any(test(view, one) for test in wrong))]
    for cluster in own:
        redate(view, cluster)
    return sorted([*told, *own], key=lambda c: (c.mentions[0].sentence, c.mentions[0].index))


def _is_way(one: Mention, told: Sequence[Cluster]) -> bool:
    """Tell "flew to Azul (and met Lind)", which is how the contact of its sentence came about."""
    return one.kind == "visit" and any(
        other.sentence == one.sentence and not one.actors.isdisjoint(cluster.people)
        for cluster in told
        for other in cluster.mentions
    )


def _is_to_live(cluster: Cluster) -> bool:
    """Tell "she arrived in Borduria in 2005" from a visit."""
    value = (cluster.date.value or "") if cluster.date else ""
    return cluster.kind == "visit" and len(value) == _YEAR and cluster.mentions[0].word in _COME


def _placed(view: View, own: list[Cluster], told: Sequence[Cluster], one: Mention) -> None:
    """Add a mention to the contact that it is of, or as one of its own."""
    if one.definite and any(_is_other(cluster, one) for cluster in (*told, *own)):
        return
    for cluster in reversed(own):
        if _is_same(view, cluster, one):
            cluster.add(one)
            return
    if any(_is_of(cluster, one) and _is_near(cluster, one) for cluster in told):
        return
    own.append(Cluster())
    own[-1].add(one)


def _is_other(cluster: Cluster, one: Mention) -> bool:
    """Tell "he said in the interview" where the one told of just before is somebody else's."""
    other = cluster.kind == one.kind and one.actors.isdisjoint(cluster.people)
    return other and any(0 <= one.sentence - m.sentence <= _TAKEN_UP for m in cluster.mentions)


def _is_near(cluster: Cluster, one: Mention) -> bool:
    return any(abs(other.sentence - one.sentence) <= _NEAR for other in cluster.mentions)


def _is_of(cluster: Cluster, one: Mention) -> bool:
    stands = {person.represents for person in cluster.people.values()}
    alike = one.kind == cluster.kind and one.actors <= {*cluster.people, *stands}
    return alike and not dates_differ(cluster, one)


def _is_same(view: View, cluster: Cluster, one: Mention) -> bool:
    """Tell whether a contact of the same kind, people and day has been told of."""
    if not _is_of(cluster, one):
        return False
    if one.kind != "briefing":
        return True
    last = one.evidence.of(view.text).split()[-1]
    return any(m.evidence.of(view.text).split()[-1] == last for m in cluster.mentions)
