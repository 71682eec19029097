"""Records as they were before a step was taken: the newest steps taken back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from communique.record import migrations

#: What takes back each of the newest steps, the newest first.
BACK = {
    "left_out": "DROP TABLE left_out;",
    "stances": (
        "DROP TABLE stances; DROP TABLE unstanced; DROP TRIGGER unstanced_by_reading;"
        "DROP TRIGGER unstanced_by_decision; DROP TRIGGER stances_of_the_gone;"
    ),
    "meanings": "ALTER TABLE concordances DROP COLUMN meanings;",
    "doubts": (
        "DROP TABLE doubts; DROP TABLE doubted; DROP TABLE unexamined;"
        "DROP TRIGGER unexamined_by_reading; DROP TRIGGER unexamined_by_judgement;"
        "DROP TRIGGER unexamined_by_retraction; DROP TRIGGER unexamined_by_report;"
    ),
    "concordances": "DROP TABLE concordances; DROP TABLE unlisted;",
    "statistics": "DROP TABLE sqlite_stat1;",
    "sides": (
        "DROP TABLE sides; DROP TABLE unsided; DROP TABLE states; DROP TRIGGER unsided_by_label;"
        "DROP TRIGGER unsided_by_lost_label; DROP TRIGGER unsided_by_leader;"
        "DROP TRIGGER sides_of_the_gone;"
    ),
    "gazetteer": "DROP TABLE gazetteer;",
    "matters": (
        "DROP TABLE act_words; DROP TABLE unworded; DROP VIEW claims; DROP INDEX claims_by_issue;"
        "DROP INDEX claims_on_line_by_kind; DROP INDEX claim_actors_by_claim;"
        "DROP INDEX actors_by_kind;"
        "ALTER TABLE all_claims DROP COLUMN issue;"
        "CREATE VIEW claims AS SELECT n, id, report, kind, local, start, type, status, told,"
        " first_on, last_on, line_on, payload, seal FROM all_claims WHERE rejected = 0;"
        "UPDATE tallies SET folded = '' WHERE slot = 'holding';"
    ),
    "decisions": (
        "DROP VIEW claims; DROP INDEX judgements_by_value;"
        "ALTER TABLE all_claims DROP COLUMN rejected; ALTER TABLE all_claims RENAME TO claims;"
        "ALTER TABLE actors DROP COLUMN called;"
    ),
    "lineage": (
        "DROP TABLE shared; DROP TABLE formulas; DROP TABLE prints; DROP INDEX bodies_untraced;"
        "ALTER TABLE bodies DROP COLUMN prints;"
    ),
}


def as_before(path: Path, step: str) -> None:
    """Make the record at ``path`` what it was before ``step`` was taken."""
    number = [each.__name__ for each in migrations.STEPS].index(step)
    with sqlite3.connect(path) as connection:
        for name, statements in BACK.items():
            connection.executescript(statements)
            if name == step:
                break
        connection.executescript(
            f"DELETE FROM migrations WHERE number > {number}; PRAGMA user_version = {number};"
        )
    connection.close()
