"""The kinds of lists: what one is made of, and those of claims and of threads over time."""

from __future__ import annotations

from dataclasses import dataclass

from communique.cli.command import Example


@dataclass(frozen=True)
class Kind:
    """A kind of list.

    ``row`` names its struct in that ``module`` of :mod:`communique.model`, ``shown`` the
    columns of the table for people; ``kinds`` and ``statuses`` name the literals to filter by.
    """

    name: str
    about: str
    row: str
    shown: tuple[str, ...]
    examples: tuple[Example, ...]
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    module: str = "rows"
    has_about: bool = False
    module_of_names: str = "communique.model"
    #: What a flag of the command lists instead, and what the flag is called.
    instead: Kind | None = None
    flag: str = ""


CONTACT_LINES = Kind(
    name="contact_lines",
    about="List contacts once each, with the dates that reports give.",
    row="ContactLine",
    module="threads",
    shown=("id", "date", "kind", "status", "participants", "accounts", "place"),
    examples=(),
    flag="contacts",
)

CLAIMS = (
    Kind(
        name="acts",
        about="List who asked, offered, promised, refused … what.\n\n"
        "--actor acts, is acted towards or tells of it.",
        row="ActRow",
        module="claim_rows",
        shown=("id", "type", "status", "actor", "towards", "report_label", "what"),
        examples=(
            ("communique acts --kind demand", "demands"),
            ("communique acts --actor Venn --about border", "what Venn did about the border"),
            ("communique acts --format csv > acts.csv", "with PLOVER codes, for a spreadsheet"),
        ),
        kinds=("ActType",),
        statuses=("ActStatus",),
        has_about=True,
    ),
    Kind(
        name="positions",
        about="List who stands where on what, in order of telling.\n\n"
        "Where somebody else than the holder tells of it, reported_by names him. "
        "'communique shifts' lists the changes.",
        row="PositionRow",
        module="claim_rows",
        shown=("id", "published", "actor", "issue", "polarity", "reported_by", "stance"),
        examples=(
            ("communique positions --actor Venn --about ceasefire", "one actor on one issue"),
            ("communique positions --kind against --since 2031-03", "who is against what"),
            ("communique positions --format jsonl", "for a program"),
        ),
        kinds=("Polarity",),
        has_about=True,
    ),
    Kind(
        name="proposals",
        about="List plans in stages, and who backs or opposes them.\n\n"
        "A plan is one where its steps are told in order.",
        row="ProposalRow",
        module="claim_rows",
        shown=("id", "by", "title", "report_label", "steps"),
        examples=(
            ("communique proposals", "all of them"),
            ("communique proposals --actor Venn --format json", "those that Venn has a part in"),
        ),
        has_about=True,
    ),
)

THREADS = (
    Kind(
        name="ledger",
        about="List asks, offers and promises, and what came of each.\n\n"
        "An entry is open, granted, accepted, refused, done, broken or overtaken, with the "
        "later passage that makes it so: told by a report, inferred by the program (with a "
        "score and reasons), or decided by a person. 'communique settle' overrules it.",
        row="LedgerEntry",
        module="threads",
        shown=("id", "made_on", "sort", "status", "actor", "towards", "settled", "what"),
        examples=(
            ("communique ledger --status open", "what is still to be answered"),
            ("communique ledger --kind promise --actor Venn", "what Venn promised, or was"),
            ("communique ledger --format json", "with every account, passage and reason"),
        ),
        kinds=("Sort",),
        statuses=("LedgerStatus",),
        module_of_names="communique.model.threads",
        has_about=True,
    ),
    Kind(
        name="shifts",
        about="List where somebody's stand on a matter changed.\n\n"
        "Both sides are quoted. Tellings that differ on one day, or by who tells, are listed "
        "as differing accounts.",
        row="Shift",
        module="threads",
        shown=(
            "id",
            "kind",
            "actor",
            "issue",
            "before_published",
            "before_words",
            "after_published",
            "after_words",
        ),
        examples=(
            ("communique shifts", "all of them"),
            ("communique shifts --actor Venn --about sanctions", "one actor on one issue"),
            ("communique shifts --kind shift --format json", "for a program, with reasons"),
        ),
        kinds=("ShiftKind",),
        module_of_names="communique.model.threads",
        has_about=True,
    ),
    Kind(
        name="forecasts",
        about="List what was foreseen, and what came of it.\n\n"
        "An outcome is told by the report itself, or read off a later one that says the same "
        "as a fact; 'open' where no report says.",
        row="ForecastThread",
        module="threads",
        shown=("id", "published", "by", "due", "outcome", "what", "later"),
        examples=(
            ("communique forecasts", "all of them"),
            ("communique forecasts --actor Venn --status happened", "where Venn was right"),
            ("communique forecasts --format csv > forecasts.csv", "for a spreadsheet"),
        ),
        statuses=("Outcome",),
        has_about=True,
    ),
)
