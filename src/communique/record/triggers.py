"""What the file keeps up by itself: lists of what is to be told anew, filled by triggers.

These are the statements of the steps ``sides``, ``doubts`` and ``stances`` of
:mod:`communique.record.migrations`.
"""

from __future__ import annotations

#: What bears on a side puts the actor down by itself, whoever writes it.
SIDES: tuple[str, ...] = (
    "CREATE TABLE sides (actor INTEGER PRIMARY KEY, side TEXT NOT NULL)",
    "CREATE INDEX sides_by_side ON sides (side)",
    "CREATE TABLE unsided (actor INTEGER PRIMARY KEY)",
    "CREATE TABLE states (name TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID",
    """CREATE TRIGGER unsided_by_label AFTER INSERT ON tallies
    WHEN new.slot IN ('name', 'alias', 'holding')
    BEGIN INSERT OR IGNORE INTO unsided (actor) VALUES (new.actor); END""",
    """CREATE TRIGGER unsided_by_lost_label AFTER DELETE ON tallies
    WHEN old.slot IN ('name', 'alias', 'holding')
    BEGIN INSERT OR IGNORE INTO unsided (actor) VALUES (old.actor); END""",
    """CREATE TRIGGER unsided_by_leader AFTER UPDATE OF leader ON actors
    WHEN new.leader IS NOT old.leader
    BEGIN INSERT OR IGNORE INTO unsided (actor) VALUES (new.n), (coalesce(old.leader, new.n)),
    (coalesce(new.leader, new.n)); END""",
    """CREATE TRIGGER sides_of_the_gone AFTER DELETE ON actors
    BEGIN DELETE FROM sides WHERE actor = old.n; DELETE FROM unsided WHERE actor = old.n; END""",
    """INSERT INTO unsided (actor) SELECT n FROM actors
    WHERE leader IS NULL AND kind IN ('state', 'person', 'organisation')""",
    "INSERT OR IGNORE INTO unsided (actor) SELECT leader FROM actors WHERE leader IS NOT NULL",
)

#: What bears on a doubt puts the item down by itself: a reading, a judgement, a report more.
DOUBTS: tuple[str, ...] = (
    """CREATE TABLE doubts (
        id TEXT PRIMARY KEY NOT NULL, sort TEXT NOT NULL, weight REAL NOT NULL, told TEXT NOT NULL,
        payload TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX doubts_in_order ON doubts (weight DESC, told DESC, id)",
    "CREATE INDEX doubts_by_sort ON doubts (sort, weight DESC, told DESC, id)",
    """CREATE TABLE doubted (
        item TEXT NOT NULL, doubt TEXT NOT NULL, PRIMARY KEY (item, doubt)
    ) WITHOUT ROWID""",
    "CREATE INDEX doubted_by_doubt ON doubted (doubt)",
    "CREATE TABLE unexamined (n INTEGER PRIMARY KEY AUTOINCREMENT, item TEXT NOT NULL UNIQUE)",
    *(
        f"""CREATE TRIGGER unexamined_by_{name} {when} BEGIN
        DELETE FROM unexamined WHERE item IN (SELECT item FROM ({items}));
        INSERT INTO unexamined (item) {items}; END"""
        for name, when, items in (
            (
                "reading",
                "AFTER INSERT ON readings",
                "SELECT id AS item FROM reports WHERE n = new.report",
            ),
            (
                "judgement",
                "AFTER INSERT ON judgements",
                "SELECT new.one AS item UNION SELECT new.other WHERE new.other IS NOT NULL",
            ),
            (
                "retraction",
                "AFTER UPDATE OF retracted_at ON judgements",
                "SELECT new.one AS item UNION SELECT new.other WHERE new.other IS NOT NULL",
            ),
            (
                "report",
                "AFTER UPDATE OF reports ON actors WHEN EXISTS ("
                "SELECT 1 FROM judgements WHERE one = new.id OR other = new.id)",
                "SELECT new.id AS item",
            ),
        )
    ),
    "INSERT INTO unexamined (item) SELECT id FROM reports ORDER BY n",
    """INSERT OR IGNORE INTO unexamined (item)
    SELECT one FROM judgements WHERE retracted_at IS NULL AND other IS NOT NULL AND score < 1""",
)

#: A position that comes, changes or is rejected is put down by itself; one that goes, taken out.
STANCES: tuple[str, ...] = (
    """CREATE TABLE stances (
        holder INTEGER NOT NULL, told TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL,
        teller INTEGER, issue TEXT NOT NULL, polarity TEXT NOT NULL, topic TEXT NOT NULL,
        PRIMARY KEY (holder, told, position)
    ) WITHOUT ROWID""",
    "CREATE UNIQUE INDEX stances_by_position ON stances (position)",
    "CREATE TABLE unstanced (position INTEGER PRIMARY KEY)",
    """CREATE TRIGGER unstanced_by_reading AFTER INSERT ON all_claims WHEN new.kind = 'position'
    BEGIN INSERT OR IGNORE INTO unstanced (position) VALUES (new.n); END""",
    """CREATE TRIGGER unstanced_by_decision AFTER UPDATE ON all_claims WHEN new.kind = 'position'
    BEGIN INSERT OR IGNORE INTO unstanced (position) VALUES (new.n); END""",
    """CREATE TRIGGER stances_of_the_gone AFTER DELETE ON all_claims WHEN old.kind = 'position'
    BEGIN DELETE FROM stances WHERE position = old.n;
    DELETE FROM unstanced WHERE position = old.n; END""",
    "INSERT INTO unstanced (position) SELECT n FROM all_claims WHERE kind = 'position'",
)
