"""Questions that are put as notes ask what whole ones do."""

from __future__ import annotations

import time

from communique.ask.question.rephrasing import plainly
from communique.ask.question.shorthand import in_full
from communique.ask.question.understanding import understand

#: Notes, and the kinds that whole questions have which ask the same.
NOTES = {
    "Orlo-Brant call: who asked for it?": "who-initiated",
    "Next round: when and where?": "when",
    "the ferry - why was it stopped": "why",
    "Prisoners freed: how many?": "how-many",
    "Orlo's demands": "done",
    "Any concessions by Norland?": "done",
    "Reaction of Norland to the ruling": "what-said",
    "comment from the ministry": "what-said",
    "reason for the delay": "why",
    "cost of the reconstruction": "how-many",
    "wounded on both sides": "how-many",
    "expiry of the lease": "when",
    "destination of the ship": "where",
    "agenda for Thursday's meeting": "about-what",
    "members of the Norlandic delegation": "who-with",
    "Orlo's rank": "who-is",
    "prospects for peace": "foreseen",
    "Ransom paid?": "whether",
    "Truce still in force?": "whether",
    "What was the quota under the old agreement?": "how-many",
    "Which details does the Norlandic readout leave out?": "differ",
}


def test_a_note_is_of_the_kind_of_a_whole_question() -> None:
    assert {note: understand(note).kind for note in NOTES} == NOTES


def test_what_stands_before_a_question_is_what_it_is_about() -> None:
    assert plainly("Orlo-Brant call: who asked for it?") == "who asked for the Orlo-Brant call?"
    assert plainly("Fate of the crew") == "What happened to the crew?"


def test_whole_questions_stay_as_they_are() -> None:
    for question in ("Who is Mira Orlo?", "On what date was it sent?", "relk dravo call duration"):
        assert in_full(question) == question


def test_a_long_note_is_no_trouble() -> None:
    began = time.process_time()
    for words in ("cost of the ", "a's b ", "ships sunk still ", "Orlo: "):
        in_full(words * 200)
    assert time.process_time() - began < 2
