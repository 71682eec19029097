"""How a SQLite record came to have its tables, step by step.

A step is a function with :func:`migration` before it. Steps run in the order of this
file, each in its own transaction together with the note that it was done; a record keeps
the notes in ``migrations`` and their number in SQLite's ``user_version``. A step that has
been published is never edited: a later one changes what it made.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from communique.errors import NotARecord, RecordTooNew
from communique.record.statistics import STATISTICS
from communique.record.triggers import DOUBTS, SIDES, STANCES

#: Marks the file as a record ("COMQ"); `file` and SQLite itself show it.
APPLICATION_ID = 0x434F4D51

Step = Callable[[Connection], None]
STEPS: list[Step] = []


def migration(step: Step) -> Step:
    """Put ``step`` behind the steps so far."""
    STEPS.append(step)
    return step


def version_of(connection: Connection, known: int | None = None) -> int:
    """Return how many steps the record has behind it; 0 for a file with nothing in it.

    ``known`` is how many steps there are, those of this file if left out.

    Raises:
        NotARecord: it is a SQLite file of something else.
        RecordTooNew: a later communique has taken steps that this one does not know.
    """
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if mark != APPLICATION_ID:
        holds = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if mark or version or holds:
            raise NotARecord("is a database of something else", remedy="name another file")
        return 0
    known = len(STEPS) if known is None else known
    if version > known:
        raise RecordTooNew(
            f"was written by a later communique (step {version}, this one knows {known})",
            remedy="update communique",
        )
    return int(version)


def migrate(engine: Engine, steps: list[Step] | None = None) -> None:
    """Take the steps that the record does not have behind it.

    Another process may be doing the same; each step looks again, under the write lock,
    whether it is still to be taken.

    Raises:
        NotARecord: see :func:`version_of`.
        RecordTooNew: see :func:`version_of`.
    """
    todo = STEPS if steps is None else steps
    for number, step in enumerate(todo, start=1):
        with engine.connect() as connection:
            if version_of(connection, len(todo)) >= len(todo):
                return
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if version_of(connection, len(todo)) < number:
                step(connection)
                _note(connection, number, step)


def _note(connection: Connection, number: int, step: Step) -> None:
    """Write down that a step was taken."""
    connection.exec_driver_sql(
        "INSERT INTO migrations (number, name, taken_at) VALUES (?, ?, ?)",
        (number, step.__name__, datetime.now(UTC).isoformat(timespec="seconds")),
    )
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


@migration
def first(connection: Connection) -> None:
    """Make the tables of the first record."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in _FIRST.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


@migration
def judgements(connection: Connection) -> None:
    """Make room for judgements, and put all actors and contacts down to be judged."""
    for statement in _JUDGEMENTS.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


@migration
def lineage(connection: Connection) -> None:
    """Make room for passages that texts share; all texts wait to be traced."""
    for statement in _LINEAGE.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


@migration
def decisions(connection: Connection) -> None:
    """Leave what persons rejected out of what lists look at; let persons name actors."""
    for statement in _DECISIONS.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


@migration
def matters(connection: Connection) -> None:
    """Find acts by the words of their matter, positions by issue, what bears a date by kind."""
    for statement in _MATTERS.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


@migration
def gazetteer(connection: Connection) -> None:
    """Make room for the user's list of persons and the offices they held."""
    connection.exec_driver_sql(
        "CREATE TABLE gazetteer (id TEXT PRIMARY KEY NOT NULL, payload TEXT NOT NULL) WITHOUT ROWID"
    )


@migration
def sides(connection: Connection) -> None:
    """Keep for which state each actor acts; that of all is still to be told."""
    for statement in SIDES:
        connection.exec_driver_sql(statement)


@migration
def statistics(connection: Connection) -> None:
    """Tell SQLite how many rows of each table have a value, as in a record of 14,000 reports.

    Without that it takes a kind of claim to be as rare as an id, and reads all claims of it to
    find ten. With figures of the same record everywhere, the ways that it takes are the same too.
    """
    connection.exec_driver_sql("ANALYZE migrations")
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    connection.exec_driver_sql(
        "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES "
        + ", ".join(["(?, ?, ?)"] * len(STATISTICS)),
        tuple(value for row in STATISTICS for value in row),
    )
    connection.exec_driver_sql("ANALYZE sqlite_schema")


@migration
def concordances(connection: Connection) -> None:
    """Keep in which sentences the words of reports stand; that of all is still to be found out."""
    for statement in _CONCORDANCES.split(";"):
        connection.exec_driver_sql(statement)


@migration
def doubts(connection: Connection) -> None:
    """Keep what the program is unsure of; that of all reports is still to be found out."""
    for statement in DOUBTS:
        connection.exec_driver_sql(statement)


@migration
def meanings(connection: Connection) -> None:
    """Keep what sentences mean beside where their words stand; that of all is to be found out."""
    connection.exec_driver_sql("ALTER TABLE concordances ADD COLUMN meanings BLOB")
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO unlisted (report) SELECT report FROM concordances"
    )


@migration
def stances(connection: Connection) -> None:
    """Keep what positions are on beside them; that of all is still to be told."""
    for statement in STANCES:
        connection.exec_driver_sql(statement)


@migration
def left_out(connection: Connection) -> None:
    """Keep what is too likely misread to be told; that of reports read before is not known."""
    connection.exec_driver_sql(
        """
        CREATE TABLE left_out (
            report INTEGER NOT NULL REFERENCES reports (n), ordinal INTEGER NOT NULL,
            payload TEXT NOT NULL, seal TEXT NOT NULL,
            PRIMARY KEY (report, ordinal)
        ) WITHOUT ROWID
        """
    )


_CONCORDANCES = """
CREATE TABLE concordances (report INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE unlisted (report INTEGER PRIMARY KEY);
INSERT INTO unlisted (report) SELECT n FROM reports
"""


_MATTERS = """
CREATE TABLE act_words (
    word TEXT NOT NULL, day TEXT NOT NULL, act INTEGER NOT NULL, weight REAL NOT NULL,
    PRIMARY KEY (word, day, act)
) WITHOUT ROWID;
CREATE INDEX act_words_by_act ON act_words (act);
CREATE TABLE unworded (act INTEGER PRIMARY KEY);
INSERT INTO unworded (act) SELECT n FROM all_claims WHERE kind = 'act';

DROP VIEW claims;
ALTER TABLE all_claims ADD COLUMN issue TEXT;
CREATE VIEW claims AS SELECT
    n, id, report, kind, local, start, type, status, told, first_on, last_on, line_on, payload,
    seal, issue
    FROM all_claims WHERE rejected = 0;
UPDATE all_claims SET issue = coalesce(
    (
        SELECT value FROM judgements
        WHERE one = all_claims.id AND slot = 'issue' AND verdict = 'correct' AND person = 1
            AND retracted_at IS NULL
        ORDER BY judgements.n DESC LIMIT 1
    ),
    json_extract(payload, '$.issue')
) WHERE kind = 'position';
CREATE INDEX claims_by_issue ON all_claims (issue, told, n, rejected) WHERE issue IS NOT NULL;
CREATE INDEX claims_on_line_by_kind ON all_claims (kind, line_on, rejected)
    WHERE line_on IS NOT NULL;
CREATE INDEX claim_actors_by_claim ON claim_actors (claim);
CREATE INDEX actors_by_kind ON actors (kind, counted DESC, id);

UPDATE tallies SET folded = substr(
    label,
    instr(label, char(31)) + 1,
    instr(substr(label, instr(label, char(31)) + 1), char(31)) - 1
) WHERE slot = 'holding'
"""


_DECISIONS = """
ALTER TABLE claims RENAME TO all_claims;
ALTER TABLE all_claims ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
CREATE VIEW claims AS SELECT
    n, id, report, kind, local, start, type, status, told, first_on, last_on, line_on, payload, seal
    FROM all_claims WHERE rejected = 0;
ALTER TABLE actors ADD COLUMN called TEXT;
CREATE INDEX judgements_by_value ON judgements (value) WHERE value IS NOT NULL;

UPDATE all_claims SET rejected = 1 WHERE id IN (
    SELECT one FROM judgements WHERE verdict = 'reject' AND person = 1 AND retracted_at IS NULL
)
"""


_LINEAGE = """
ALTER TABLE bodies ADD COLUMN prints BLOB;
CREATE INDEX bodies_untraced ON bodies (n) WHERE prints IS NULL;

CREATE TABLE prints (
    print INTEGER NOT NULL, body INTEGER NOT NULL, PRIMARY KEY (print, body)
) WITHOUT ROWID;
CREATE TABLE formulas (print INTEGER PRIMARY KEY);

CREATE TABLE shared (
    body INTEGER NOT NULL, other INTEGER NOT NULL, payload TEXT NOT NULL,
    PRIMARY KEY (body, other)
) WITHOUT ROWID
"""


_JUDGEMENTS = """
CREATE TABLE judgements (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL,
    one TEXT NOT NULL, other TEXT, judge TEXT NOT NULL, person INTEGER NOT NULL,
    made_at TEXT NOT NULL, score REAL, slot TEXT, value TEXT, why TEXT NOT NULL,
    retracted_at TEXT, retracted_by TEXT
);
CREATE INDEX judgements_of_one ON judgements (one);
CREATE INDEX judgements_of_other ON judgements (other) WHERE other IS NOT NULL;
CREATE INDEX judgements_of_persons ON judgements (n) WHERE person = 1;

CREATE TABLE waiting (
    item TEXT NOT NULL, month TEXT NOT NULL, PRIMARY KEY (item, month)
) WITHOUT ROWID;

CREATE TABLE actor_keys (
    key TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (key, actor)
) WITHOUT ROWID;
CREATE INDEX actor_keys_by_actor ON actor_keys (actor);

ALTER TABLE actors ADD COLUMN leader INTEGER;
ALTER TABLE actors ADD COLUMN counted INTEGER;
UPDATE actors SET counted = reports;
DROP INDEX actors_by_reports;
CREATE INDEX actors_as_counted ON actors (counted DESC, id);
CREATE INDEX actors_by_leader ON actors (leader) WHERE leader IS NOT NULL;

INSERT INTO waiting (item, month) SELECT id, '' FROM actors;
INSERT OR IGNORE INTO waiting (item, month) SELECT id, '' FROM claims WHERE kind = 'contact'
"""


_FIRST = """
CREATE TABLE migrations (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, taken_at TEXT NOT NULL
);

CREATE TABLE bodies (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, characters INTEGER NOT NULL,
    packed BLOB NOT NULL
);

CREATE TABLE origins (n INTEGER PRIMARY KEY, payload TEXT NOT NULL UNIQUE);

CREATE TABLE reports (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    body INTEGER NOT NULL REFERENCES bodies (n),
    reading INTEGER REFERENCES readings (n),
    told TEXT NOT NULL, first_on TEXT, last_on TEXT, publisher_folded TEXT,
    payload TEXT NOT NULL, sentences BLOB NOT NULL
);
CREATE INDEX reports_by_body ON reports (body);
CREATE INDEX reports_as_told ON reports (told);
CREATE INDEX reports_by_publisher ON reports (publisher_folded);

CREATE TABLE readings (
    n INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (n),
    origin INTEGER NOT NULL REFERENCES origins (n),
    read_at TEXT NOT NULL, claims INTEGER NOT NULL, replaced_at TEXT
);
CREATE INDEX readings_by_report ON readings (report);

CREATE TABLE actors (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
    reports INTEGER NOT NULL
);
CREATE INDEX actors_by_reports ON actors (reports DESC, id);

CREATE TABLE tallies (
    actor INTEGER NOT NULL REFERENCES actors (n), slot TEXT NOT NULL, label TEXT NOT NULL,
    folded TEXT NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (actor, slot, label)
) WITHOUT ROWID;
CREATE INDEX tallies_by_words ON tallies (slot, folded);

CREATE TABLE appearances (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (n), local TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors (n),
    payload TEXT NOT NULL, seal TEXT NOT NULL
);
CREATE INDEX appearances_by_id ON appearances (id);
CREATE INDEX appearances_by_report ON appearances (report, local);
CREATE INDEX appearances_by_actor ON appearances (actor, report);

CREATE TABLE claims (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (n),
    kind TEXT NOT NULL, local TEXT NOT NULL, start INTEGER NOT NULL,
    type TEXT, status TEXT,
    told TEXT NOT NULL, first_on TEXT, last_on TEXT, line_on TEXT,
    payload TEXT NOT NULL, seal TEXT NOT NULL
);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_report ON claims (report, kind);
CREATE INDEX claims_as_told ON claims (kind, told, n);
CREATE INDEX claims_on_line ON claims (line_on, told, n) WHERE line_on IS NOT NULL;

CREATE TABLE claim_actors (
    actor INTEGER NOT NULL REFERENCES actors (n), kind TEXT NOT NULL, told TEXT NOT NULL,
    claim INTEGER NOT NULL,
    PRIMARY KEY (actor, kind, told, claim)
) WITHOUT ROWID;

CREATE TABLE dates (
    report INTEGER NOT NULL REFERENCES reports (n), ordinal INTEGER NOT NULL,
    first_on TEXT, last_on TEXT, payload TEXT NOT NULL, seal TEXT NOT NULL,
    PRIMARY KEY (report, ordinal)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE report_words USING fts5 (
    title, words, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
)
"""
