"""Asking: the use case of questions, apart from those of looking, adding and deciding."""

from __future__ import annotations

from communique.model.asking import Reply, Source
from communique.record import Store


class Asking:
    """The part of :class:`communique.service.Service` that answers questions."""

    @property
    def _store(self) -> Store:
        raise NotImplementedError

    def ask(self, question: str) -> Reply:
        """Return what the reports say to a question in English, or that they do not say.

        An answer is a value with every place in a report that gives it; values that differ
        stand side by side. Nothing is made up: a question that no passage covers is declined,
        with the passages that come nearest. Any text is a valid question.

        Raises:
            RecordError: there is no record, or it cannot be read.
        """
        from communique.ask import answer

        return answer(question, self._store)

    def like(self, text: str, *, limit: int = 20) -> tuple[Source, ...]:
        """Return the passages of reports that are most like ``text``, best first.

        Unlike :meth:`Service.search` it needs not all words: words of like meaning count too.

        Raises:
            RecordError: there is no record, or it cannot be read.
        """
        from communique.ask import like

        return like(text, self._store, limit)
