"""Briefs: the use case of taking a page of the desk away as a cited document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.composing import Looking
    from communique.model.brief import Brief, Subject

#: Lines of a list that a brief holds where the caller does not say.
MOST = 200


class Briefing:
    """The part of :class:`communique.service.Service` that makes documents of pages."""

    def brief(self: Looking, subject: Subject, *, most: int = MOST) -> Brief:
        """Return what a page of the desk shows as a document, cited to the words.

        Args:
            subject: What it is about.
            most: Lines of each list that it holds at most; what is left out is said in it.

        Raises:
            NotInRecord: nothing has the id, or no state has the name.
            UsageError: the id names something else than the subject says.
        """
        from communique.composing import Composer

        return Composer(self, subject, most).brief()
