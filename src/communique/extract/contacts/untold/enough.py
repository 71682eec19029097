"""Whether enough is known of a contact to tell it: two sides, or one and an occasion."""

from __future__ import annotations

from itertools import pairwise

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.merging.cluster import Cluster
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import View
from communique.model import Participant

_LABEL = 5  # items of a speaker's name before an answer
_NOT_YET = frozenset({"yet", "at", "that", "to", "today", "so", "since", "as"})
_YEAR = 4  # characters of a date that is a year


def is_told(view: View, cluster: Cluster) -> bool:
    """Tell whether enough is known of a contact: two sides, or one and what it was about."""
    mentions = cluster.mentions
    if all(_is_only_asked_about(view, one) for one in mentions):
        return False
    if _is_denied_at_once(view, cluster) or _is_of_one_side(view, cluster):
        return False
    if _is_of_many(view, cluster):
        return False
    if _is_unsent(view, cluster) or _is_unreal(view, cluster) or _is_posted(view, cluster):
        return False
    if cluster.kind == "visit":
        return _is_visit(view, cluster)
    if all(_is_one_side(view, m) for m in mentions):
        return any(m.series for m in mentions)  # "a meeting with Ruiz and Lind"
    if len(cluster.people) >= 2:
        return not (_is_routine(view, cluster) or _is_by_the_way(view, cluster))
    persons = any(view.actors[a].kind == "person" for a in cluster.people)
    if all(m.why == "noun:named" and _is_plural(view, m) for m in mentions):
        return any(m.series for m in mentions)  # "her previous meetings"
    singled_out = persons and any(_is_singled_out(view, m) for m in mentions)
    if singled_out and not view.is_press_conference:
        return True  # "the last meeting with Lind", whoever it was that met Lind
    if cluster.people and any(m.series for m in mentions):
        return True
    situated = any(m.date or m.place for m in mentions)
    if persons and any(m.unnamed and not m.definite for m in mentions):
        return situated and _is_led(view, mentions[0]) and not _is_by_pronoun(view, cluster)
    several = any(view.actors[a].kind in ("bloc", "group") for a in cluster.people)
    dated = any(m.date and (m.date.value or "")[:1].isdigit() for m in mentions)
    several = several or (dated and any(m.place for m in mentions))
    if cluster.kind in ("summit", "talks", "meeting") and several:
        return situated
    alone = cluster.kind in ("summit", "interview") and situated
    return persons and alone and not _is_by_pronoun(view, cluster)


def _is_one_side(view: View, mention: Mention) -> bool:
    """Tell "a meeting with Ruiz and Lind", "he had talks with them", of whom no other is known."""
    if not mention.unnamed or mention.definite:
        return False
    noun = view.items(mention.sentence)[mention.index]
    behind = all(one.evidence[0].start > noun.start for one in mention.participants if one.evidence)
    several = len(mention.participants) > 1
    return mention.why == "noun:named" or (mention.why == "noun:held" and behind and several)


def _is_of_one_side(view: View, cluster: Cluster) -> bool:
    """Tell "Lind, who attended the meeting", "led her own state's talks" from two sides."""
    people = list(cluster.people.values())
    names = sorted(view.actors[actor].name.lower() for actor in cluster.people)
    if len(people) == 2 and names[1].startswith(f"{names[0]} "):
        return True  # "Lind Corp. … a meeting of Lind shareholders"
    if all(mention.joins for mention in cluster.mentions) and len(people) < 2:
        return True
    stands = {one.represents for one in people if one.represents}
    return len(people) == 2 and cluster.kind != "visit" and bool(stands & set(cluster.people))


def _is_of_many(view: View, cluster: Cluster) -> bool:
    """Tell "the leaders discussed" of a report on a call with G7 leaders, from that of two."""
    if len(cluster.people) > 2 or not all(one.taken_up for one in cluster.mentions):
        return False
    title = (view.reading.report.title or "").lower().split()
    return any(
        view.lexicon.has(word, "group_noun") and before not in ("the", "of", "two", "both")
        for before, word in pairwise(title)
    )


def _is_unsent(view: View, cluster: Cluster) -> bool:
    """Tell "lawyers sent letters to Ruiz and Lind", of which nobody who was read is the writer."""
    if cluster.kind != "letter" or len(cluster.mentions) > 1:
        return False
    mention = cluster.mentions[0]
    items = view.items(mention.sentence)
    starts = sorted(one.evidence[0].start for one in cluster.people.values() if one.evidence)
    if mention.why != "noun:held" or not starts or starts[0] <= items[mention.index].start:
        return False
    led = [item for item in items if item.end <= starts[0]]
    while led and led[-1].upper:  # "to Premier (Lind)"
        led.pop()
    return bool(led) and led[-1].word == "to" and mention.initiator is None


def _is_unreal(view: View, cluster: Cluster) -> bool:
    """Tell "if Ruiz had met Lind", who did not, from "if Ruiz meets Lind"."""
    for mention in cluster.mentions:
        before = [item.word for item in view.items(mention.sentence)[: mention.index]]
        if mention.modality.status != "hypothetical" or not mention.why.startswith("verb"):
            return False
        if "if" not in before or before[-1] != "had":
            return False
    return True


def _is_posted(view: View, cluster: Cluster) -> bool:
    """Tell what one told another before all the world, in a post, from what was told in private."""
    posts = triggers_for(view.lexicon).words["posts"]
    told = cluster.kind == "exchange"
    return told and all(view.has_any(one.sentence, posts) for one in cluster.mentions)


def _is_led(view: View, mention: Mention) -> bool:
    """Tell whether the one who is named is told to do it: "Ruiz met officials on Monday"."""
    trigger = view.items(mention.sentence)[mention.index]
    told = mention.modality.status in ("held", "planned")
    return told and all(one.evidence[0].start < trigger.start for one in mention.participants)


def _is_by_pronoun(view: View, cluster: Cluster) -> bool:
    """Tell whether all who take part are named by pronouns only: "he met with them"."""
    spans = [span for one in cluster.people.values() for span in one.evidence]
    words = (span.of(view.text).lower() for span in spans)
    return all(view.lexicon.has(word, "pronoun", "possessive") for word in words)


def _is_singled_out(view: View, mention: Mention) -> bool:
    end = view.items(mention.sentence)[mention.after - 1].end
    behind = all(one.evidence[0].start < end for one in mention.participants if one.evidence)
    named = mention.distinct and mention.why == "noun:named" and not _is_own(view, mention)
    return named and behind and mention.modality.status == "held"


def _is_only_asked_about(view: View, mention: Mention) -> bool:
    """Tell a contact named in "could her meeting with Lind hurt?", which may be to come."""
    items, told = view.items(mention.sentence), mention.modality
    if items[-1].word != "?" or mention.why != "noun:named" or told.status != "held":
        return False
    open_to = any(
        view.lexicon.has(one.word, "modal", "future") and after.word != "you"
        for one, after in pairwise(items)
    )
    known = told.cue or told.condition or mention.date or mention.place or mention.distinct
    return open_to and not known


def _is_denied_at_once(view: View, cluster: Cluster) -> bool:
    """Tell "Has Ruiz met Lind?" to which the answer is "No", "She has not"."""
    last = cluster.mentions[-1]
    asked = view.items(last.sentence)[-1].word == "?" and len(cluster.mentions) == 1
    if not asked or cluster.status != "hypothetical" or last.modality.unasked != "held":
        return False
    if last.sentence + 1 >= len(view.reading.sentences):
        return False
    items = view.items(last.sentence + 1)
    begin = next((at + 1 for at in range(min(_LABEL, len(items))) if items[at].word == ":"), 0)
    words = [item.word for item in items[begin : begin + 3]]
    if words[:1] == ["no"] and words[1:2] in ([","], ["."], []):
        return True
    later = any(view.lexicon.has(item.word, "future") for item in items)  # "Not yet, I will"
    if words[:1] == ["not"] and words[1:2] and words[1] in _NOT_YET and not later:
        return True  # "Not at this point", "Not yet", "Not that I know of"
    return (
        len(words) == 3
        and view.lexicon.has(words[0], "pronoun")
        and view.lexicon.has(words[1], "have", "do", "be")
        and (view.lexicon.has(words[1], "not") or view.lexicon.has(words[2], "not"))
    )


def _is_own(view: View, mention: Mention) -> bool:
    """Tell "my next meeting", of which nobody else is told, from "the last one with Lind"."""
    noun = view.items(mention.sentence)[mention.index]
    return all(p.evidence[0].start < noun.start for p in mention.participants if p.evidence)


def _is_by_the_way(view: View, cluster: Cluster) -> bool:
    """Tell "he told me", of which nobody knows the occasion, from "I told Lind".

    What one told another makes a contact of its own where the words name both, and both are
    known to act for somebody. What people tell the press is none.
    """
    if cluster.kind != "exchange" or any(m.channel for m in cluster.mentions):
        return False
    if _is_to_the_author(view, cluster):
        return True  # "the Secretary has informed me", a formula of orders
    third = triggers_for(view.lexicon).words["pronouns"]
    spans = [span for one in cluster.people.values() for span in one.evidence]
    if view.is_press_conference or any(span.of(view.text).lower() in third for span in spans):
        return True  # before the press many things are told of many, on no occasion that is named
    return not all(_is_somebody(view, one) for one in cluster.people.values())


def _is_to_the_author(view: View, cluster: Cluster) -> bool:
    """Tell what the one who writes a report was told, outside anybody's speech."""
    quoted = {one.id for one in view.reading.statements if one.form != "indirect"}
    written = all(one.modality.statement not in quoted for one in cluster.mentions)
    spans = [span for one in cluster.people.values() for span in one.evidence]
    words = (span.of(view.text).lower() for span in spans)
    return written and any(view.lexicon.has(word, "first_singular") for word in words)


def _is_somebody(view: View, one: Participant) -> bool:
    """Tell a state, a speaker or who holds an office from "told the Gazette"."""
    actor = view.actors[one.actor]
    press = triggers_for(view.lexicon).words["reporters"]
    if any(not press.isdisjoint(office.title.lower().split()) for office in actor.offices):
        return False
    said = one.evidence[0].of(view.text).lower() if one.evidence else ""
    return actor.kind != "person" or bool(actor.offices) or view.lexicon.has(said, "pronoun")


def _is_routine(view: View, cluster: Cluster) -> bool:
    """Tell what offices do by their rules ("the Guild will consult with the Board")."""
    kinds = {view.actors[actor].kind for actor in cluster.people}
    undated = not any(mention.date or mention.place for mention in cluster.mentions)
    consults = all(mention.why == "verb:confer" for mention in cluster.mentions)
    return kinds == {"organisation"} and undated and consults


def _is_visit(view: View, cluster: Cluster) -> bool:
    """Tell whether somebody visits somebody, or some place, or on some day."""
    guests = [person for person in cluster.people.values() if person.role != "host"]
    crowds = [one for one in guests if view.actors[one.actor].kind == "state"]
    if not guests or (len(crowds) == len(guests) and not any(_are_sent(view, c) for c in crowds)):
        return False  # "people who visited Borduria", "Bordurians who arrived"
    hosts = {one.actor for one in cluster.people.values() if one.role == "host"}
    returned = all(m.why == "verb:return" for m in cluster.mentions)
    if returned and any(view.actors[host].kind == "bloc" for host in hosts):
        return False  # "has just returned from the G7", which is a summit and nowhere
    if hosts and hosts <= {one.represents for one in guests}:
        return False  # a Bordurian minister's way to Borduria
    dates = [m.date.value or "" for m in cluster.mentions if m.date]
    years = bool(dates) and all(len(value) == _YEAR for value in dates)
    if years and all(m.why == "verb:travel" and m.word == "arrived" for m in cluster.mentions):
        return False  # "she arrived in Borduria four years ago", to live there
    bodies = all(view.actors[one.actor].kind == "organisation" for one in guests)
    if bodies and all(m.why == "verb:travel" for m in cluster.mentions):
        return False  # "the Harbour Mission arrived in Borduria", to stay
    many = len(cluster.people) < 2 and all(m.why == "noun:named" for m in cluster.mentions)
    if many and any(_is_plural(view, mention) for mention in cluster.mentions):
        return any(mention.date for mention in cluster.mentions)
    if view.is_press_conference and _is_open(cluster):
        return False  # "on the President's trip to Azul", which may be to come
    if len(guests) < len(cluster.people):
        return True
    moved = all(m.why == "verb:travel" for m in cluster.mentions) and len(guests) == 1
    if moved and years:
        return False  # "she arrived in Port Azul in 2005", to live there
    return any(m.date or m.place for m in cluster.mentions)


def _is_open(cluster: Cluster) -> bool:
    """Tell whether nothing says that a contact that is named took place, or when."""
    return cluster.status == "held" and all(
        one.why == "noun:named" and one.modality.cue is None and one.date is None
        for one in cluster.mentions
    )


def _are_sent(view: View, guest: Participant) -> bool:
    """Tell "Bordurian representatives" from "Bordurians"."""
    end = guest.evidence[-1].end if guest.evidence else 0
    words = view.text[end : end + 40].split()
    return bool(words) and view.lexicon.has(words[0].lower(), "group_noun")


def _is_plural(view: View, mention: Mention) -> bool:
    """Tell "her previous visits" from "her visit"."""
    return view.items(mention.sentence)[mention.index].word.endswith("s")
