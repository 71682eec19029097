"""The relations of two states as a picture: contacts above, the tone of acts below.

Drawn as SVG by hand, since it is a dozen kinds of shapes and needs no library, no network
and no script. Colours follow the reader's light or dark scheme; cooperation and conflict are
told apart by their side of the axis as well as by colour. Every bar says its number when
pointed at, and the whole has a title and a description for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape

from communique.errors import UsageError
from communique.model.threads import Relation, Relations
from communique.publish.phrases import count, date_in_words
from communique.publish.saving import save

WIDTH, LEFT, RIGHT = 960, 56, 16
#: Where the upper panel begins and how high it is; the same of the lower one.
_UPPER, _UPPER_HEIGHT = 84, 120
_LOWER, _LOWER_HEIGHT = 258, 200
_HEIGHT = 520
#: The most labels under the axis.
_LABELS = 12
_LEGEND = (
    ("contact", "contacts held"),
    ("vc", "verbal cooperation"),
    ("mc", "material cooperation"),
    ("vx", "verbal conflict"),
    ("mx", "material conflict"),
)


def render(found: Relations) -> str:
    """Return the picture as one SVG document. The same relations give the same document."""
    return "\n".join(_document(found)) + "\n"


def write(found: Relations, path: Path, *, scale: float = 2.0) -> Path:
    """Write the picture to ``path`` and return it: SVG, or PNG if the name ends so.

    Args:
        found: The relations.
        path: The file; an older one is replaced at once.
        scale: Pixels of a PNG by the unit of the SVG (960 wide).

    Raises:
        UsageError: the name ends otherwise, or PNG is not installed.
        OSError: the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in (".svg", ".png"):
        raise UsageError(
            "pictures are .svg or .png", subject=str(path), remedy="name it with one of these"
        )
    svg = render(found)
    data = svg.encode("utf-8") if ending == ".svg" else to_png(svg, scale)
    return save(path, data)


def to_png(svg: str, scale: float = 2.0) -> bytes:
    """Return a picture as PNG, in the light scheme.

    Raises:
        UsageError: the extra ``plots`` is not installed.
    """
    try:
        import resvg_py
    except ImportError as error:
        raise UsageError(
            "PNG needs the extra 'plots'",
            remedy="pip install 'communique[plots]', or write an .svg",
        ) from error
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=round(WIDTH * scale)))


def _document(found: Relations) -> Iterator[str]:
    names = f"{found.one.name} and {found.other.name}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_HEIGHT}" role="img"'
        ' aria-labelledby="relations-title relations-description">'
    )
    yield f'<title id="relations-title">{safe(f"Relations of {names}")}</title>'
    yield f'<desc id="relations-description">{safe(described(found))}</desc>'
    yield f"<style>{style()}</style>"
    yield f'<rect class="ground" width="{WIDTH}" height="{_HEIGHT}"/>'
    yield f'<text class="heading" x="{LEFT}" y="30">{safe(names)}</text>'
    yield f'<text class="sub" x="{LEFT}" y="50">{safe(_span(found))}</text>'
    if not found.periods:
        nothing = "The reports tell of nothing between them."
        yield f'<text class="sub" x="{LEFT}" y="120">{nothing}</text>'
    else:
        yield from _contacts(found)
        yield from _acts(found)
        yield from _axis(found)
    yield from _legend()
    yield "</svg>"


def described(found: Relations) -> str:
    """Return the picture in words, for those who do not see it."""
    names = f"{found.one.name} and {found.other.name}"
    if not found.periods:
        return f"The reports tell of no contacts or acts between {names}."
    contacts = sum(each.contacts for each in found.periods)
    warm = sum(each.verbal_cooperation + each.material_cooperation for each in found.periods)
    cold = sum(each.verbal_conflict + each.material_conflict for each in found.periods)
    most = max(found.periods, key=lambda each: each.contacts)
    told = (
        f"{count(contacts, 'contact')} between {names} by {found.by}, {_span(found)}. "
        f"{count(warm, 'act')} of cooperation and {cold:,} of conflict towards each other."
    )
    if most.contacts:
        told += f" Most contacts in {_period(most.period)}: {most.contacts:,}."
    coldest = min(
        (each for each in found.periods if each.tone is not None),
        key=lambda each: each.tone or 0.0,
        default=None,
    )
    if coldest and coldest.tone is not None and coldest.tone < 0:
        told += f" The tone was coldest in {_period(coldest.period)}."
    return told


def _contacts(found: Relations) -> Iterator[str]:
    """Draw the upper panel: a bar of contacts for each period."""
    most = max(1, *(each.contacts for each in found.periods))
    top, base = _UPPER, _UPPER + _UPPER_HEIGHT
    yield f'<text class="panel" x="{LEFT}" y="{top - 10}">Contacts held</text>'
    for value in ticks(most):
        y = base - value / most * _UPPER_HEIGHT
        yield from grid(y, value)
    for at, each in enumerate(found.periods):
        if each.contacts:
            height = each.contacts / most * _UPPER_HEIGHT
            kinds = ", ".join(f"{number} {kind}" for kind, number in each.by_kind.items())
            tip = f"{_period(each.period)}: {count(each.contacts, 'contact')} ({kinds})"
            yield _bar(found, at, base - height, height, "contact", tip)


def _acts(found: Relations) -> Iterator[str]:
    """Draw the lower panel: cooperation above the axis, conflict below."""
    up = max(each.verbal_cooperation + each.material_cooperation for each in found.periods)
    down = max(each.verbal_conflict + each.material_conflict for each in found.periods)
    whole = max(1, up + down)
    unit = _LOWER_HEIGHT / max(2, whole)
    zero = _LOWER + unit * max(1, up)
    yield f'<text class="panel" x="{LEFT}" y="{_LOWER - 10}">Acts towards each other</text>'
    for value in (*ticks(up), *(-tick for tick in ticks(down) if tick)):
        yield from grid(zero - value * unit, abs(value))
    for at, each in enumerate(found.periods):
        yield from _stack(found, at, each, zero, unit)
    yield f'<line class="zero" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{zero:.1f}" y2="{zero:.1f}"/>'


def _stack(found: Relations, at: int, each: Relation, zero: float, unit: float) -> Iterator[str]:
    """Draw the acts of one period."""
    parts = (
        ("mc", "material cooperation", each.material_cooperation, 1),
        ("vc", "verbal cooperation", each.verbal_cooperation, 1),
        ("mx", "material conflict", each.material_conflict, -1),
        ("vx", "verbal conflict", each.verbal_conflict, -1),
    )
    reach = {1: zero, -1: zero}
    for name, words, number, way in parts:
        if number:
            height = number * unit
            top = reach[way] - height if way > 0 else reach[way]
            reach[way] -= way * height
            tip = f"{_period(each.period)}: {count(number, 'act')} of {words}"
            yield _bar(found, at, top, height, name, tip)


def _bar(found: Relations, at: int, top: float, height: float, name: str, tip: str) -> str:
    step = (WIDTH - LEFT - RIGHT) / len(found.periods)
    width = min(28.0, step * 0.78)
    x = LEFT + step * at + (step - width) / 2
    return (
        f'<rect class="{name}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}"'
        f' height="{max(height - 0.6, 0.8):.1f}" rx="1"><title>{safe(tip)}</title></rect>'
    )


def grid(y: float, value: int) -> Iterator[str]:
    """Yield a line across the picture with its number."""
    yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
    yield f'<text class="tick" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value}</text>'


def ticks(most: int) -> tuple[int, ...]:
    """Return some round numbers from 0 to ``most``, at most five."""
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000):
        if most // step <= 4:
            return tuple(range(0, most + 1, step))
    return (0, most)


def _axis(found: Relations) -> Iterator[str]:
    """Name the periods under the lower panel, as many as there is room for."""
    every = -(-len(found.periods) // _LABELS)
    step = (WIDTH - LEFT - RIGHT) / len(found.periods)
    y = _LOWER + _LOWER_HEIGHT + 20
    for at, each in enumerate(found.periods):
        if at % every == 0:
            x = LEFT + step * (at + 0.5)
            place = f'x="{x:.1f}" y="{y}" text-anchor="middle"'
            yield f'<text class="tick" {place}>{each.period}</text>'


def _legend() -> Iterator[str]:
    x, y = LEFT, _HEIGHT - 16
    for name, words in _LEGEND:
        yield f'<rect class="{name}" x="{x}" y="{y - 10}" width="12" height="12" rx="1"/>'
        yield f'<text class="key" x="{x + 18}" y="{y}">{words}</text>'
        x += 40 + round(7.2 * len(words))


def _span(found: Relations) -> str:
    if not found.periods:
        return "no reports of contacts or acts"
    first, last = _period(found.periods[0].period), _period(found.periods[-1].period)
    return first if first == last else f"{first} to {last}"


def _period(period: str) -> str:
    return date_in_words(period)


def safe(words: str) -> str:
    """Return words as they may stand in a picture."""
    return escape("".join(c if c.isprintable() else "\ufffd" for c in words))


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style of all pictures, light and dark."""
    raw = files("communique.publish").joinpath("templates/relations.css").read_text("utf-8")
    return " ".join(raw.split())
