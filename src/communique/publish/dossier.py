"""The dossier: a record, or a part of it, as one HTML file that needs nothing else.

Reports are written by others, so nothing of theirs is trusted: all text is escaped by the
templates (jinja2 with autoescape), control characters are shown as such, links to the
outside are taken over only if they lead to the web, and the page forbids itself every
script, style and connection but its own two, by their hashes (Content Security Policy).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from communique import __version__
from communique.model.dossier import Dossier
from communique.model.rows import ActorRow, ShownReport
from communique.publish import entries, meetings, voices
from communique.publish.index import Index
from communique.publish.phrases import count, date_in_words, narrowed_in_words
from communique.publish.saving import save
from communique.publish.texts import report_view
from communique.publish.views import ActorView, Page

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

#: Code points of report text that one page holds; a browser is still at ease with it.
TEXT_LIMIT = 1_000_000
#: Lines of the timeline that one page holds.
TIMELINE_LIMIT = 2_000

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def render(dossier: Dossier, *, text_limit: int = TEXT_LIMIT) -> str:
    """Return the dossier as one HTML document.

    The texts of reports after the first ``text_limit`` code points, and the statements and
    figures in them, are left out, and the page says so. The same dossier always gives the
    same document.
    """
    page = _page(dossier, text_limit)
    style, script = _asset("dossier.css"), _asset("dossier.js")
    return (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            page=page,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def write(dossier: Dossier, path: Path) -> Path:
    """Write the dossier to ``path`` and return it. An older file there is replaced at once.

    Raises:
        OSError: the file cannot be written.
    """
    return save(path, render(dossier).encode("utf-8"))


def _page(dossier: Dossier, text_limit: int) -> Page:
    shown = _that_fit(dossier.reports, text_limit)
    index = Index(dossier, shown)
    contacts = tuple(meetings.contact_view(contact, index) for contact in dossier.contacts)
    said, figures = voices.voices(index), voices.figures(index)
    statements = sum(len(voice.statements) for voice in said)
    return Page(
        title=dossier.title,
        lede=_lede(dossier),
        made_at=dossier.made_at or "",
        version=__version__,
        left_out=(*_narrowed(dossier), *dossier.left_out, *_left_out(dossier, len(shown))),
        counts=(
            ("contacts", len(contacts), "contact"),
            ("statements", statements, "statement"),
            ("actors", len(dossier.actors), "actor"),
            ("figures", len(figures), "figure"),
            ("reports", len(dossier.reports), "report"),
        ),
        months=meetings.months(dossier.timeline[:TIMELINE_LIMIT], dossier.contacts, index),
        contacts=contacts,
        voices=said,
        actors=tuple(map(_actor, dossier.actors)),
        figures=figures,
        others=voices.others(index),
        reports=tuple(
            report_view(report, index, with_text=number < len(shown))
            for number, report in enumerate(dossier.reports)
        ),
        differing=tuple(contact for contact in contacts if contact.differs),
        ledger=entries.ledger(dossier.ledger, index),
        shifts=entries.shifts(dossier.shifts, index),
    )


def _that_fit(reports: tuple[ShownReport, ...], limit: int) -> tuple[ShownReport, ...]:
    """Return the first reports whose texts stay under ``limit`` together; at least one."""
    total = 0
    for number, report in enumerate(reports):
        total += len(report.account.report.text)
        if total > limit and number:
            return reports[:number]
    return reports


def _narrowed(dossier: Dossier) -> Iterator[str]:
    return narrowed_in_words(dossier.wanted, {actor.id: actor.name for actor in dossier.actors})


def _left_out(dossier: Dossier, shown: int) -> Iterator[str]:
    if missing := len(dossier.reports) - shown:
        yield (
            f"The texts of {count(missing, 'report')} and the statements and figures in them "
            "are left out, because they would make this page too large."
        )
    if (missing := len(dossier.timeline) - TIMELINE_LIMIT) > 0:
        yield f"The last {count(missing, 'line')} of the timeline are left out."


def _lede(dossier: Dossier) -> str:
    rows = [report.row for report in dossier.reports]
    publishers = len({row.publisher for row in rows if row.publisher})
    days = sorted(row.published[:10] for row in rows if row.published)
    by = f" from {count(publishers, 'publisher')}" if publishers else ""
    since = ""
    if days:
        first, last = date_in_words(days[0]), date_in_words(days[-1])
        since = f", published {first}" + (f" to {last}" if last != first else "")
    contacts = count(len(dossier.contacts), "contact")
    say = "says" if len(rows) == 1 else "say"
    comma = "," if since else ""
    return f"What {count(len(rows), 'report')}{by}{since}{comma} {say} of {contacts}."


def _actor(row: ActorRow) -> ActorView:
    part = ", ".join(count(number, kind) for kind, number in sorted(row.claims.items()))
    also = ", ".join(name for name in row.names if name != row.name)
    offices = "; ".join(row.offices)
    return ActorView(row.id, row.name, row.kind, also, offices, count(row.reports, "report"), part)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("communique.publish"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Make control characters visible; HTML cannot hold them. Runs before escaping."""
    return _CONTROLS.sub("\ufffd", value) if type(value) is str else value


def _asset(name: str) -> Markup:
    """Return our own style or script, which alone goes into the page unescaped."""
    from markupsafe import Markup

    return Markup((files("communique.publish") / "templates" / name).read_text("utf-8"))


def _hash(asset: str) -> str:
    return f"sha256-{b64encode(sha256(asset.encode()).digest()).decode()}"
