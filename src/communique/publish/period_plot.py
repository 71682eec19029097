"""How much is told of each year, month or day, as a picture: contacts and acts, in columns.

Drawn as :mod:`.relation_plot` is, and in its colours; acts are hatched, so that they are told
from contacts without colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from communique.model.threads import Period
from communique.publish.phrases import count, date_in_words
from communique.publish.relation_plot import LEFT, RIGHT, WIDTH, grid, safe, style, ticks

By = Literal["year", "month", "day"]
_TOP, _PLOT, _HEIGHT = 70, 200, 340
_BASE = _TOP + _PLOT
#: The most labels under the axis.
_LABELS = 12
_HATCH = (
    '<defs><pattern id="acts" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect class="vc" width="6" height="6"/><path class="zero" d="M0 6L6 0"/></pattern></defs>'
)


def render(periods: Sequence[Period]) -> str:
    """Return the picture as one SVG document. The same periods give the same document."""
    return "\n".join(_document(periods)) + "\n"


def described(periods: Sequence[Period]) -> str:
    """Return the picture in words, for those who do not see it."""
    if not periods:
        return "Nothing is told of."
    contacts, acts = (sum(each.counts.get(kind, 0) for each in periods) for kind in _KINDS)
    most = max(periods, key=_told)
    first, last = date_in_words(periods[0].period), date_in_words(periods[-1].period)
    return (
        f"{count(contacts, 'contact')} and {count(acts, 'act')}, as told, from {first} to {last}; "
        f"most in {date_in_words(most.period)}: {_told(most):,}. Periods without any are left out."
    )


_KINDS = ("contact", "act")


def _told(each: Period) -> int:
    return sum(each.counts.get(kind, 0) for kind in _KINDS)


def _document(periods: Sequence[Period]) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_HEIGHT}" role="img"'
        ' aria-labelledby="periods-title periods-description">'
    )
    yield '<title id="periods-title">Contacts and acts over time</title>'
    yield f'<desc id="periods-description">{safe(described(periods))}</desc>'
    yield f"<style>{style()}</style>{_HATCH}"
    yield f'<rect class="ground" width="{WIDTH}" height="{_HEIGHT}"/>'
    yield f'<text class="heading" x="{LEFT}" y="30">Contacts and acts over time</text>'
    yield f'<text class="sub" x="{LEFT}" y="50">{safe(described(periods))}</text>'
    most = max(1, *(_told(each) for each in periods), 1)
    for value in ticks(most):
        yield from grid(_BASE - value / most * _PLOT, value)
    step = (WIDTH - LEFT - RIGHT) / max(1, len(periods))
    for at, each in enumerate(periods):
        yield from _column(each, LEFT + step * at, step, _PLOT / most)
    every = -(-len(periods) // _LABELS) or 1
    for at, each in enumerate(periods):
        if at % every == 0:
            place = f'x="{LEFT + step * (at + 0.5):.1f}" y="{_BASE + 20}" text-anchor="middle"'
            yield f'<text class="tick" {place}>{safe(each.period)}</text>'
    yield from _legend()
    yield "</svg>"


def _column(each: Period, left: float, step: float, unit: float) -> Iterator[str]:
    """Draw one period: acts below, contacts on them."""
    width = min(28.0, step * 0.78)
    x, top = left + (step - width) / 2, float(_BASE)
    for kind, look in (("act", 'fill="url(#acts)"'), ("contact", 'class="contact"')):
        number = each.counts.get(kind, 0)
        if number:
            top -= number * unit
            tip = f"{date_in_words(each.period)}: {count(number, kind)}"
            yield (
                f'<rect {look} x="{x:.1f}" y="{top:.1f}" width="{width:.1f}"'
                f' height="{max(number * unit - 0.6, 0.8):.1f}"><title>{safe(tip)}</title></rect>'
            )


def _legend() -> Iterator[str]:
    y = _HEIGHT - 16
    for x, look, words in (
        (LEFT, 'class="contact"', "contacts, as told"),
        (LEFT + 180, 'fill="url(#acts)"', "acts, as told"),
    ):
        yield f'<rect {look} x="{x}" y="{y - 10}" width="12" height="12"/>'
        yield f'<text class="key" x="{x + 18}" y="{y}">{words}</text>'
