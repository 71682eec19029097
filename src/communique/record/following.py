"""What is found out beside the rows of a report: what its acts are about and its positions on,
for whom actors act, where words stand."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from communique.record import matters, schema, sides, stances
from communique.record.search import concordances


@dataclass(frozen=True, slots=True)
class Following:
    """How that is found out; what is ``None`` is left until the record is opened with it.

    Attributes:
        matter: Tells what acts are about.
        stanced: Tells what positions are on.
        sided: Tells for which states actors act.
        concord: Tells in which sentences the words of a text stand.
    """

    matter: matters.Matter | None = None
    stanced: stances.Stanced | None = None
    sided: sides.Sided | None = None
    concord: concordances.Concord | None = None

    def enter(self, connection: Connection, report: int) -> None:
        """Find out what a report, by its number, is about, and where its words stand."""
        if self.matter:
            matters.enter(connection, report, self.matter)
        else:
            matters.put_down(connection, report)
        while self.stanced and stances.catch_up(connection, self.stanced):
            pass
        if self.concord:
            concordances.enter(connection, report, self.concord)
        else:
            concordances.put_down(connection, report)

    def is_behind(self, connection: Connection) -> bool:
        """Tell whether there are acts, positions or actors of which that is not known yet."""
        worded = connection.execute(select(schema.unworded.c.act).limit(1)).first() is None
        return (
            bool(self.matter and not worded)
            or bool(self.stanced and stances.waits(connection))
            or bool(self.sided and sides.waits(connection))
        )

    def catch_up(self, connection: Connection) -> bool:
        """Find out some of what is not known yet of these; tell if there was any."""
        if self.matter and matters.catch_up(connection, self.matter):
            return True
        if self.stanced and stances.catch_up(connection, self.stanced):
            return True
        return self.sided is not None and sides.catch_up(connection, self.sided)

    def is_unlisted(self, connection: Connection) -> bool:
        """Tell whether there are reports of which it is not known where their words stand."""
        query = select(schema.unlisted.c.report).limit(1)
        return self.concord is not None and connection.execute(query).first() is not None

    def list_words(self, connection: Connection) -> bool:
        """Find out where the words of some of those reports stand; tell if there were any."""
        return self.concord is not None and concordances.catch_up(connection, self.concord)
