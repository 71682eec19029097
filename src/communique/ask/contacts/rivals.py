"""Another length of the same contact that the next sentence tells ("Vael said it took an hour")."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import ENOUGH, Candidate, Search
from communique.ask.contacts.dating import is_window
from communique.ask.contacts.slots import dated, dates_in, matching, teller
from communique.ask.wording import wording

_WORDING = wording("contacts/rivals")


def rival_lengths(search: Search) -> Iterator[Candidate]:
    """Yield how long a contact took by somebody else than the claim's own sentence has it from."""
    for page, contact, fit in matching(search):
        length = contact.duration
        if fit < ENOUGH or length is None or not length.evidence:
            continue
        own = page.line_at(length.evidence[0].start)
        if own is None:
            continue
        for line in page.lines[own.number + 1 : own.number + 1 + _BEHIND]:
            text = line.span.of(page.text)
            for when in dates_in(page, line):
                before = text[: when.evidence[0].start - line.span.start]
                if when.type == "duration" and not is_window(when) and _IT_TOOK.search(before):
                    key, value, spans = dated(when, when.evidence, page)
                    by = line.teller or teller(page, spans)
                    yield Candidate(page, "duration", key, value, spans, _RIVAL * fit, by)


_IT_TOOK = _WORDING.pattern("it-took")
#: Sentences behind that of a length in which another one may be told of the same, and its share.
_BEHIND, _RIVAL = 2, 0.9
