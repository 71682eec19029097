"""The tables of a SQLite record, as queries see them.

:mod:`communique.record.migrations` makes them; a test holds both to each other. ``n`` is
a row's number inside this one file; what is cited outside is ``id``.

``told`` is the order in which claims are listed: the day their report was published, then
the report's id. ``line_on`` is their place on the timeline. ``first_on`` and ``last_on``
are the days a claim may be about, by its own date or else by the day it was told.

``leader`` is the number of the actor that stands for the cluster an actor is in, ``counted``
the reports that name any of the cluster, on the leader's row only; both are derived from
``judgements`` and can be made anew. ``waiting`` holds the actors and contacts that are still
to be judged, and in which months' reports there was news of them.

``claims`` are those of ``all_claims`` that no person rejected; of a corrected claim the row keeps
what was read, but the columns that lists filter and order by follow the correction.
``called`` is how a person wants an actor to be called, or how ``gazetteer``, the user's list of
persons and their offices, calls one whom no report names in full. ``issue`` is that of a position.

``act_words`` are the words that tell what an act is about, with their weights, and the day on
which it was told; ``unworded`` the acts of which these are still to be found out. In the slot
``holding`` of ``tallies``, ``folded`` is what the office is of.

``stances`` tell what positions are on, and who holds and who tells of them, as the report names
these; triggers put down in ``unstanced`` the positions of which that is to be told anew.

``sides`` tells for which state each actor acts, by the one that stands for its cluster; triggers
put down in ``unsided`` those of whom that is to be told anew, and ``states`` keeps the names of
states by which it was told.

``left_out`` are claims that are too likely misread to be told.

``concordances`` say in which sentences of a report its words stand, and what these mean;
``unlisted`` are the reports of which that is still to be found out.

``doubts`` are what the program is unsure of, in the order in which they are put to a person;
``doubted`` holds what each is about, ``unexamined`` the items whose doubts are to be found out
anew, put down by triggers, each time with a greater number.

``bodies.prints`` are a text's fingerprints (none yet if it waits to be traced), ``prints`` the
texts that have each, ``formulas`` those that too many have. ``shared`` holds the passages that
two texts share, once as each of them has them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

#: Sorts behind every date.
UNDATED = "~"

#: Kinds of claims that stand on the timeline when they bear a date.
ON_LINE = ("contact", "act", "position", "forecast", "proposal")

bodies = Table(
    "bodies",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Column("prints", LargeBinary),
)

reports = Table(
    "reports",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("body", Integer, nullable=False),
    Column("reading", Integer),
    Column("told", Text, nullable=False),
    Column("first_on", Text),
    Column("last_on", Text),
    Column("publisher_folded", Text),
    Column("payload", Text, nullable=False),
    Column("sentences", LargeBinary, nullable=False),
)

origins = Table(
    "origins",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("payload", Text, nullable=False),
)

readings = Table(
    "readings",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("report", Integer, nullable=False),
    Column("origin", Integer, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("replaced_at", Text),
)

actors = Table(
    "actors",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("leader", Integer),
    Column("counted", Integer),
    Column("called", Text),
)

tallies = Table(
    "tallies",
    METADATA,
    Column("actor", Integer, primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("label", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    Column("times", Integer, nullable=False),
)

appearances = Table(
    "appearances",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("report", Integer, nullable=False),
    Column("local", Text, nullable=False),
    Column("actor", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("seal", Text, nullable=False),
)


def _claim_columns() -> list[Column[Any]]:
    return [
        Column("n", Integer, primary_key=True),
        Column("id", Text, nullable=False),
        Column("report", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("local", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("type", Text),
        Column("status", Text),
        Column("told", Text, nullable=False),
        Column("first_on", Text),
        Column("last_on", Text),
        Column("line_on", Text),
        Column("payload", Text, nullable=False),
        Column("seal", Text, nullable=False),
    ]


all_claims = Table(
    "all_claims",
    METADATA,
    *_claim_columns(),
    Column("rejected", Integer, nullable=False),
    Column("issue", Text),
)
#: A view: the claims that no person has rejected.
claims = Table("claims", METADATA, *_claim_columns(), Column("issue", Text))

claim_actors = Table(
    "claim_actors",
    METADATA,
    Column("actor", Integer, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("told", Text, primary_key=True),
    Column("claim", Integer, primary_key=True),
)

act_words = Table(
    "act_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("act", Integer, primary_key=True),
    Column("weight", Float, nullable=False),
)

unworded = Table("unworded", METADATA, Column("act", Integer, primary_key=True))

stances = Table(
    "stances",
    METADATA,
    Column("holder", Integer, primary_key=True),
    Column("told", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("teller", Integer),
    Column("issue", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("topic", Text, nullable=False),
)

unstanced = Table("unstanced", METADATA, Column("position", Integer, primary_key=True))

dates = Table(
    "dates",
    METADATA,
    Column("report", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("first_on", Text),
    Column("last_on", Text),
    Column("payload", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

left_out = Table(
    "left_out",
    METADATA,
    Column("report", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("payload", Text, nullable=False),
    Column("seal", Text, nullable=False),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text),
    Column("judge", Text, nullable=False),
    Column("person", Integer, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("score", Float),
    Column("slot", Text),
    Column("value", Text),
    Column("why", Text, nullable=False),
    Column("retracted_at", Text),
    Column("retracted_by", Text),
)

waiting = Table(
    "waiting",
    METADATA,
    Column("item", Text, primary_key=True),
    Column("month", Text, primary_key=True),
)

gazetteer = Table(
    "gazetteer",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("payload", Text, nullable=False),
)

sides = Table(
    "sides",
    METADATA,
    Column("actor", Integer, primary_key=True),
    Column("side", Text, nullable=False),
)

unsided = Table("unsided", METADATA, Column("actor", Integer, primary_key=True))

states = Table("states", METADATA, Column("name", Text, primary_key=True))

doubts = Table(
    "doubts",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("sort", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("told", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

doubted = Table(
    "doubted",
    METADATA,
    Column("item", Text, primary_key=True),
    Column("doubt", Text, primary_key=True),
)

unexamined = Table(
    "unexamined",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("item", Text, nullable=False),
)

actor_keys = Table(
    "actor_keys",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
)

concordances = Table(
    "concordances",
    METADATA,
    Column("report", Integer, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
    Column("meanings", LargeBinary),
)

unlisted = Table("unlisted", METADATA, Column("report", Integer, primary_key=True))

prints = Table(
    "prints",
    METADATA,
    Column("print", Integer, primary_key=True),
    Column("body", Integer, primary_key=True),
)

formulas = Table("formulas", METADATA, Column("print", Integer, primary_key=True))

shared = Table(
    "shared",
    METADATA,
    Column("body", Integer, primary_key=True),
    Column("other", Integer, primary_key=True),
    Column("payload", Text, nullable=False),
)
