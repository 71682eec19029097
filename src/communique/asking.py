"""Asking: the use case of questions, apart from those of looking, adding and deciding."""

from __future__ import annotations

from collections.abc import Collection

from communique.judging import clusters_of
from communique.model import Spans
from communique.model.asking import Reply, Source
from communique.reconcile.spelling import alike, parts, same_given, skeleton
from communique.reconcile.states import state_key
from communique.record import Store

#: How alike two spellings must be to be taken for one name; "perhaps" (0.75) is not enough.
_ALIKE = 0.85


def concord(text: str, sentences: Spans) -> tuple[dict[str, str], bytes | None]:
    """Return where each word of a text stands, in any form, and what its sentences mean."""
    from communique.ask import concordance, meanings

    places = concordance(text, sentences)
    return places, meanings(places, len(sentences) or int(bool(text)))


class Asking:
    """The part of :class:`communique.service.Service` that answers questions."""

    @property
    def _store(self) -> Store:
        raise NotImplementedError

    def ask(self, question: str) -> Reply:
        """Return what the reports say to a question in English, or that they do not say.

        An answer is a value with every place in a report that gives it; values that differ
        stand side by side. Nothing is made up: a question that no passage covers is declined,
        with the passages that come nearest. A person whom no report spells as the question does
        is looked for under other spellings of the name. Any text is a valid question.

        Raises:
            RecordError: there is no record, or it cannot be read.
        """
        from communique.ask import answer

        return answer(question, self._store, self._spelt, self._accounts)

    def like(self, text: str, *, limit: int = 20) -> tuple[Source, ...]:
        """Return the passages of reports that are most like ``text``, best first.

        Unlike :meth:`Service.search` it needs not all words: words of like meaning count too.

        Raises:
            RecordError: there is no record, or it cannot be read.
        """
        from communique.ask import like

        return like(text, self._store, limit)

    def sought(self, question: str) -> str:
        """Return the words to search for where more is wanted than a question's answers.

        Words that make it a question are left out; what is none comes back as it is.
        """
        from communique.ask import sought

        return sought(question)

    def _accounts(self, contacts: Collection[str]) -> set[str]:
        """Return all accounts of contacts, by what was judged the same."""
        judged = clusters_of(self._store, contacts)
        return {account for contact in contacts for account in judged.of(contact)}

    def _spelt(self, name: str) -> str | None:
        """Return a person's name as the reports spell it, where it can mean but one of them."""
        wanted = parts(name)
        if not wanted:
            return None
        named = self._store.names_under([f"name:{skeleton(wanted[-1])}/"])
        found = {
            id: max(rated, key=lambda each: each[0])[1]
            for id, forms in named.items()
            if (rated := [(score, form) for form in forms if (score := _likeness(wanted, form))])
        }
        if len(found) != 1:
            return None if found else self._spelt_state(name)
        (form,) = found.values()
        return form.split()[-1] if len(wanted) == 1 else form

    def _spelt_state(self, name: str) -> str | None:
        """Return a state's name as reports print it most, for its capital or adjective too."""
        from communique.read.who.words.states import state_meant

        key = state_key(state_meant(name) or name)
        if not key.isupper():
            return None
        forms = self._store.names_under([f"state:{key}"])
        printed = [form for every in forms.values() for form in every if form != name]
        return min(printed, key=lambda form: form.count(" "), default=None)


def _likeness(wanted: tuple[str, ...], form: str) -> float:
    """Return how alike a name is to a printed form, a family name to its end, or 0."""
    printed = parts(form)
    if len(printed) != len(wanted) and len(wanted) > 1:
        return 0.0
    printed = printed[-len(wanted) :]
    family = alike(wanted[-1], printed[-1])
    rest = zip(wanted[:-1], printed[:-1], strict=True)
    if family < _ALIKE or not all(alike(*pair) >= _ALIKE or same_given(*pair) for pair in rest):
        return 0.0
    return family
