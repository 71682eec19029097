"""Where speech without marks of its own goes on: inside a quotation, and behind "said that"."""

from __future__ import annotations

import pytest

from .scene import said

GOES_ON = [
    # He whose words are told addresses somebody: the next sentences still do.
    "I ask them: |neighbours, what did I take from you?| They are silent. You had no loss by me. "
    "Were you asked",
    "I told the harbour master: |you have seen the lists. You were glad of them. Why do you sulk?| "
    "He kept quiet",
    "I say: |neighbours, you asked me for the ferry. I sent it. The crew was paid. "
    "What more do you want from me?| They do not answer",
    "She told me: |you may sail. But you must be back by dawn.| So we sailed",
    "I asked him: |do you trust them? Do you know what your crew thinks?| He laughed",
    "I told them: |leave the pier. Do not come back with that boat.| They left within the hour",
    "I said: |your paper is weak. Strengthen it. Then we can talk.| The envoy took it home",
    "They wrote to me: |come to the capital. Your house is waiting for you.| I did not go",
    # The same subject goes on in the same tense.
    "I once said: |they may meet on a raft, they may meet in a barn. But they have to meet.|",
    "He told me: |we will not sign. We will wait for the thaw.| That was in spring",
    "She said: |I can come on Friday. I will bring the maps.| And she came",
    "He promised me: |we shall open the locks. And we shall keep them open.| The locks stayed shut",
    "I thought: |they must know it. And they must fear it.|",
    "The miller told us: |it is dry. It is dry everywhere.| We believed him",
    # A question or an order that nobody else could give.
    "I told him: |wait. Let us read it again.| He waited",
    "He answered: |go home. Please do not write to me.| I have not written since",
]

ENDS = [
    "He said: |if we hurry, we lose men.| They spare their men. But they do move on",
    "They told me: |warn him that he cannot retreat.| He has taken it upon himself to help",
    "I told him: |it is unwise to go to the island.| He said that he saw it. He said it was far",
    "She replied: |of course, we only teased you.| I said: do not fret",
    "She said: |we are ready.| Our side had been ready for a month",
    "I said: |the pier is ours.| The pier was built by my grandfather",
    "He told me: |I am tired.| I was sorry for him",
    "They said: |we cannot pay.| Nobody paid that year",
    "Lind says: |yes, we agree.| Orr says one thing today and another tomorrow",
    "He said: |no.| You see, that is how they are. It is hard with them",
]


def inner(words: str) -> list[str]:
    """Return the direct speech without marks that is told inside “words”, which Orr says."""
    text = f"“{words.replace('|', '')}.” Orr said.".replace("..”", ".”").replace("?.”", "?”")
    found = [s for s in said(text) if s.parent and not s.marked and s.form == "direct"]
    return [" ".join(span.of(text) for span in s.content) for s in found]


@pytest.mark.parametrize("words", GOES_ON)
def test_unmarked_speech_goes_on_while_it_speaks_to_the_same(words: str) -> None:
    assert inner(words)[:1] == [words.split("|")[1].rstrip(".")]


@pytest.mark.parametrize("words", ENDS)
def test_unmarked_speech_ends_where_the_teller_is_back(words: str) -> None:
    assert inner(words)[:1] == [words.split("|")[1].rstrip(".")]


def test_it_never_leaves_the_quotation_or_the_paragraph() -> None:
    text = "“I told him: you may go.” You must decide, Orr said.\n"
    (inner_one,) = [s for s in said(text) if s.parent and not s.marked]
    assert [span.of(text) for span in inner_one.content] == ["you may go"]
