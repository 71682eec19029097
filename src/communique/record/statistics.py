"""What SQLite is told of the tables, so that it finds its way in them.

Figures of a record of 14,157 reports, as its ``ANALYZE`` counted them.
"""

from __future__ import annotations

#: Of each index: its rows, and how many of them are equal in its first columns, one, two, …
STATISTICS: tuple[tuple[str, str | None, str], ...] = (
    ("act_words", "act_words", "189254 18 2 1"),
    ("act_words", "act_words_by_act", "189254 4"),
    ("actor_keys", "actor_keys", "88835 2 1"),
    ("actor_keys", "actor_keys_by_actor", "88835 2"),
    ("actors", "actors_as_counted", "78375 258 1"),
    ("actors", "actors_by_kind", "78375 15675 144 1"),
    ("actors", "actors_by_leader", "8159 3"),
    ("actors", "sqlite_autoindex_actors_1", "78375 1"),
    ("all_claims", "claims_as_told", "581535 83077 14 1"),
    ("all_claims", "claims_by_id", "581535 1"),
    ("all_claims", "claims_by_issue", "19644 8 2 1 1"),
    ("all_claims", "claims_by_report", "581535 42 14"),
    ("all_claims", "claims_on_line", "18080 11 2 1"),
    ("all_claims", "claims_on_line_by_kind", "18080 6027 6 6"),
    ("appearances", "appearances_by_actor", "293794 4 1"),
    ("appearances", "appearances_by_id", "293794 1"),
    ("appearances", "appearances_by_report", "293794 21 1"),
    ("bodies", "sqlite_autoindex_bodies_1", "14038 1"),
    ("claim_actors", "claim_actors", "382544 25 14 4 1"),
    ("claim_actors", "claim_actors_by_claim", "382544 2"),
    ("dates", "dates", "277155 21 1"),
    ("formulas", None, "1396"),
    ("judgements", "judgements_of_one", "18889 2"),
    ("judgements", "judgements_of_other", "18889 2"),
    ("judgements", "sqlite_autoindex_judgements_1", "18889 1"),
    ("prints", "prints", "3104962 2 1"),
    ("readings", "readings_by_report", "14157 1"),
    ("reports", "reports_as_told", "14157 1"),
    ("reports", "reports_by_body", "14157 1"),
    ("reports", "reports_by_publisher", "14157 14157"),
    ("reports", "sqlite_autoindex_reports_1", "14157 1"),
    ("shared", "shared", "29392 5 1"),
    ("sides", "sides_by_side", "3228 12"),
    ("tallies", "tallies", "186945 3 2 1"),
    ("tallies", "tallies_by_words", "186945 16995 3"),
)
