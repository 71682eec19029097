"""What the finders of contacts of one side share: who does it, and people whom nobody names."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from communique.extract import modality
from communique.extract.contacts.clauses.press import is_outlet
from communique.extract.contacts.clauses.scene import Scene, participants_of, unique
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.modality import Modality, VerbForm
from communique.model import Participant, Role, Span

_PHRASE = 12  # items of a noun phrase
_SUBJECTS = frozenset({"he", "she", "they", "who"})  # "he 's expected"
_FAR = 30  # items between the subject of a sentence and what it is told to have done

_TRIGGERS = (
    *("travel.going", "travel.came", "travel.visiting", "travel.nouns"),
    *("press.conference", "press.interview", "press.asking", "press.stations"),
    *("summit.words", "letter.words", "letter.wrote"),
)
"""Lists of which one word stands in every sentence worth a look."""


class Words:
    """The words of one language for contacts of one side."""

    def __init__(self, language: str) -> None:
        table = lexicon_for(language).table("contacts_onesided")
        every = lexicon_for(language).table("contacts").get("links", {})
        self.of = {
            f"{name}.{key}": frozenset(words)
            for name, rows in table.items()
            for key, words in rows.items()
        }
        lists = ("crowds", "staff", "companies", "relatives")
        self.people = frozenset(w for name in lists for w in every.get(name, ()))
        self.people |= self.of.get("people.more", frozenset())
        self.anywhere = needed(word for name in _TRIGGERS for word in self[name])

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.of.get(name, frozenset())


def words_for(lexicon: Lexicon) -> Words:
    """Return the words of the lexicon's language."""
    return _words(lexicon.language)


@lru_cache(maxsize=16)
def _words(language: str) -> Words:
    return Words(language)


def who(scene: Scene, group: Group | None, role: Role = "party") -> list[Participant]:
    """Return whom a group names; "I" and "we" are the one who speaks."""
    if group is None:
        return []
    if group.parties:
        return participants_of(group, role)
    first = scene.items[group.first]
    if scene.lexicon.has(first.word, "first_singular", "first_plural") and not group.possessive:
        speaker = scene.view.speaker_at(first.start)
        if speaker is not None:
            words = Span(first.start, first.end)
            return [Participant(actor=speaker, role=role, evidence=(words,))]
    return []


def people_at(scene: Scene, at: int) -> int:
    """Return where a noun phrase that tells of people ends; 0 where none begins at ``at``."""
    words, end, head, named = words_for(scene.lexicon), at, "", False
    at = end = _past_count(scene, words, at)
    while end < min(at + _PHRASE, len(scene.items)):
        item = scene.items[end]
        word = item.word
        if item.date >= 0 or not (word[:1].isalnum() or word == "'s"):
            break
        if item.ref is not None:
            named = True
        elif word == "'s":
            named = False  # "her father's | bank"
        elif (
            scene.lexicon.has(word, "preposition", "relative", "be", "have", "to", "modal")
            or (word in ("and", "or", "but", "that", "who", "about", "on", "over"))
            or scene.lexicon.has(word, "future", "do", "reporting", "subordinator")
        ):
            break
        elif item.upper and end > at:
            named = True
        head, end = word, end + 1
    if end < len(scene.items) and scene.view.text[scene.items[end - 1].end :][:1] in ("*", "_"):
        return 0  # a name that marks break off
    if end == at or head in words["people.things"]:
        return 0
    last = head.split()[-1]
    if last.endswith("s'"):
        return 0
    known = last in words.people or scene.lexicon.has(last, "group_noun", "title")
    return end if known or (named and _is_of_person(scene, end)) else 0


def _past_count(scene: Scene, words: Words, at: int) -> int:
    """Return where "every one of | the ministers", "a range of | bankers" goes on."""
    for of in range(at + 1, min(at + 4, len(scene.items))):
        if scene.word(of) == "of" and scene.word(of - 1) in words["people.counted"]:
            return of + 1
    return at


def _is_of_person(scene: Scene, last: int) -> bool:
    """Tell whether the phrase's last word is a mention of somebody, and no possessor."""
    item = scene.items[last - 1]
    if item.ref is None:
        return item.upper
    if scene.lexicon.has(item.word, "possessive"):
        return False
    return scene.view.actors[item.ref.actor].kind in (
        "person",
        "group",
        "state",
        "bloc",
        "organisation",
    )


def is_paper(scene: Scene, actor: str) -> bool:
    """Tell a paper or station, also one whose name does not say that it is one."""
    outlets = words_for(scene.lexicon)["press.outlets"]
    known = not outlets.isdisjoint(scene.view.actors[actor].name.lower().split())
    return known or is_outlet(scene, actor)


def form_of(words: Words, part: str, word: str) -> VerbForm:
    """Return the form of a verb as the lists have it."""
    if word in words[f"{part}.past"]:
        return "past"
    if word in words[f"{part}.third"]:
        return "third"
    return "ing" if word in words[f"{part}.ing"] else "base"


def verb_told(scene: Scene, index: int, form: VerbForm) -> Modality | None:
    """Return how a verb is told; ``None`` where it is denied."""
    told = modality.of_verb(scene.view, scene.items, index, form)
    if told.negated:
        return None
    if told.status == "held" and told.cue is None and form in ("third", "base"):
        usual = form == "base" and scene.word(index) != "negotiate"
        return None if usual else told
    return told


def speaker_in(scene: Scene) -> list[Participant]:
    """Return who says what stands in the sentence, where the sentence itself tells who."""
    begin, end = scene.items[0].start, scene.items[-1].end
    for one in scene.view.reading.statements:
        if one.speaker is None or not one.source:
            continue
        source = one.source[0]
        if begin <= source.start < end:
            return [Participant(actor=one.speaker, role="party", evidence=(source,))]
    return []


def leading(scene: Scene) -> list[Participant]:
    """Return who is the subject of the sentence: the first named group that nothing governs."""
    for group in scene.groups:
        if group.first > _FAR:
            return []
        possessive = group.possessive and scene.word(group.first) not in _SUBJECTS
        if group.preposition is None and not possessive and scene.opens_clause(group):
            return who(scene, group)
    return []


def doers_before(scene: Scene, at: int) -> list[Participant]:
    """Return the subject nearest before an item, whatever stands between."""
    for group in reversed(scene.groups):
        if group.last > at or group.preposition is not None or group.possessive:
            continue
        if scene.opens_clause(group) and (found := who(scene, group)):
            return found
    return []


def told(
    scene: Scene,
    index: int,
    first: int,
    after: int,
    kind: str,
    why: str,
    how: Modality,
    people: list[Participant],
) -> Mention | None:
    """Return the mention, if anybody is known to take part."""
    if not people:
        return None
    starts = [n for n, item in enumerate(scene.items) if item.start == people[0].evidence[0].start]
    begin = min([first, *(n for n in starts if index - n <= _FAR and n < index)])
    made = scene.mention(
        index, begin, after, kind=kind, why=why, modality=how, participants=unique(people)
    )
    return replace(made, unnamed=True)
