"""Turns values into pages: the templates' environment and what they share."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, meta

from communique import __version__
from communique.publish.index import short
from communique.publish.meetings import fullest
from communique.publish.phrases import (
    date_in_words,
    published_in_words,
    slot_in_words,
    when_in_words,
)
from communique.web.choices import CHOICES
from communique.web.links import page_of, words_of
from communique.web.offers import offers

#: The sections of the desk: address and name.
SECTIONS = (
    ("/", "Storyline"),
    ("/actors", "Actors"),
    ("/issues", "Issues"),
    ("/ledger", "Ledger"),
    ("/forecasts", "Forecasts"),
    ("/relations", "Relations"),
    ("/reports", "Reports"),
    ("/ask", "Ask"),
    ("/review", "Review"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def draw(request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page.

    Args:
        request: What it answers; its address says which section is open.
        template: The template's name without its ending.
        status: HTTP's status.
        **values: What the template prints.
    """
    here = request.url.path
    section = next((at for at, _ in SECTIONS[1:] if here.startswith(at)), "")
    if here == "/" or here.startswith("/contacts/"):
        section = "/"
    html = (
        _environment()
        .get_template(f"{template}.html.j2")
        .render(
            here=here,
            query=request.url.query,
            section=section,
            offered=offers(here, request.url.query) if status == 200 else (),
            **values,
        )
    )
    return HTMLResponse(html, status)


def prepare() -> None:
    """Compile all templates, which the first page of each kind would wait for else."""
    environment = _environment()
    assert environment.loader is not None
    names = PackageLoader("communique.web").list_templates()
    for name in names:
        environment.get_template(name)
        source, _, _ = environment.loader.get_source(environment, name)
        used = meta.find_referenced_templates(environment.parse(source))
        # Those of the publications come in as they are used.
        names += [each for each in used if each and each not in names]


@lru_cache(maxsize=1)
def style() -> str:
    """Return the one style sheet: the publications' and what the desk adds."""
    published = files("communique.publish") / "templates" / "dossier.css"
    own = files("communique.web") / "static" / "desk.css"
    return published.read_text("utf-8") + own.read_text("utf-8")


@lru_cache(maxsize=1)
def script() -> str:
    """Return the desk's script; every page can be read without it."""
    return (files("communique.web") / "static" / "desk.js").read_text("utf-8")


@lru_cache(maxsize=1)
def icon() -> str:
    """Return the desk's sign for tabs and bookmarks, an SVG."""
    return (files("communique.web") / "static" / "desk.svg").read_text("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("communique.web"), PackageLoader("communique.publish")]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(sections=SECTIONS, version=__version__, choices=CHOICES)
    environment.globals.update(page_of=page_of, words_of=words_of, slot_in_words=slot_in_words)
    environment.globals.update(fullest=fullest, published_in_words=published_in_words)
    environment.filters.update(
        day=lambda value: date_in_words(value[:10]) if value else "",
        when=lambda value: when_in_words(value) if value else "",
        short=short,
        line=lambda value: " ".join(value.split()),
    )
    return environment


def _shown(value: object) -> object:
    """Make control characters visible; HTML cannot hold them. Runs before escaping."""
    return _CONTROLS.sub("\ufffd", value) if type(value) is str else value
