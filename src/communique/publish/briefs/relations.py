"""Two states over time in a brief: the plot, the same as a table, and all that is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.model.brief import Block, Paragraph, Part, Picture, Table, Text
from communique.model.claim_rows import ActRow
from communique.model.rows import ContactRow
from communique.model.threads import Relations
from communique.publish.briefs.notebook import Notebook, line
from communique.publish.briefs.standing import name_of, names_of
from communique.publish.meetings import who_met
from communique.publish.phrases import date_in_words, when_in_words
from communique.publish.relation_plot import described, render

_COLUMNS = (
    "Period",
    "Contacts",
    "Words of cooperation",
    "Deeds of cooperation",
    "Words of conflict",
    "Deeds of conflict",
    "Tone",
)


def over_time(found: Relations) -> Iterator[Part]:
    """Yield the plot of two states, and the same as a table without the empty periods."""
    if not found.periods:
        return
    rows = tuple(
        tuple(
            Text(text=cell)
            for cell in (
                date_in_words(each.period),
                *(
                    str(number)
                    for number in (
                        each.contacts,
                        each.verbal_cooperation,
                        each.material_cooperation,
                        each.verbal_conflict,
                        each.material_conflict,
                    )
                ),
                "" if each.tone is None else f"{each.tone:.2f}",
            )
        )
        for each in found.periods
        if each.ids
    )
    table = Table(
        caption="Contacts and acts, period by period; periods without any are left out",
        columns=_COLUMNS,
        rows=rows,
        widths=(18, 12, 16, 16, 13, 13, 12),
    )
    yield Part(
        heading="Over time", blocks=(Picture(svg=render(found), alt=described(found)), table)
    )


def counted(
    contacts: Iterable[ContactRow], acts: Iterable[ActRow], notes: Notebook
) -> Iterator[Part]:
    """Yield what is counted: each contact and each act, with its words."""
    blocks: list[Block] = []
    for row in contacts:
        when = when_in_words(row.date) if row.date else "date not given"
        lead = Text(text=f"{when}, {row.kind}: {line(who_met(row))}.", tone="strong")
        blocks.append(Paragraph(texts=(lead, *notes.quote(row.report, row.evidence, row.id))))
    yield Part(heading="Contacts counted", blocks=tuple(blocks))
    done: list[Block] = []
    for act in acts:
        who = names_of(act.doers) or name_of(None, act.actor_raw)
        to = f" to {names_of(act.addressees)}" if act.addressees else ""
        lead = Text(text=f"{act.type}, {who}{to}:", tone="strong")
        done.append(Paragraph(texts=(lead, *notes.quote(act.report, act.evidence, act.id))))
    yield Part(heading="Acts counted", blocks=tuple(done))
