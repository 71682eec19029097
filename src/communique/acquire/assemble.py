"""A parsed document and all that is known about it, made a report."""

from __future__ import annotations

import re

from communique.acquire.dating.order import Decision, Setting, decide
from communique.acquire.dating.printed import PrintedDate, only_date
from communique.acquire.dating.yearless import with_year
from communique.acquire.document import Document
from communique.acquire.imprint import Imprint, read_imprint
from communique.acquire.imprint.headings import heading_words, sections_under
from communique.acquire.language import language_of
from communique.acquire.options import AcquireOptions
from communique.acquire.particulars import SLOTS, Particulars
from communique.errors import EmptyInput, TooLarge
from communique.model import Report, Section, Span, body_id, merged, publication_id
from communique.model.report import location

_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def assemble(
    document: Document, path: str, options: AcquireOptions, sidecar: Particulars | None = None
) -> Report:
    """Return the report that ``document`` is.

    What the caller says outranks the sidecar, the sidecar what the file declares (fields
    of a row, metadata of a page), and that what the text prints.

    Raises:
        EmptyInput: there is no text in it.
        TooLarge: the text is longer than ``options.limits.report_characters``.
    """
    text = document.text
    if not text or text.isspace():
        raise EmptyInput("has no text in it", remedy="check the file")
    if len(text) > options.limits.report_characters:
        raise TooLarge(f"has {len(text):,} characters", remedy="split it")
    told = Particulars(**{slot: getattr(options, slot) for slot in SLOTS})
    declared = told.over(sidecar or Particulars()).over(document.particulars)
    language = _tag(declared.language) or language_of(text[document.start :])
    imprint = read_imprint(text, start=document.start, title=declared.title, language=language)
    known = declared.over(imprint.particulars)
    decision, printed = _published(declared.published, imprint, known, text, language, options)
    body = body_id(text)
    published = decision.value if decision else None
    return Report(
        id=body,
        publication=publication_id(body, known.url or location(path), known.publisher, published),
        path=path,
        url=known.url,
        title=known.title,
        publisher=known.publisher,
        source=known.source,
        distributor=known.distributor,
        published=published,
        published_basis=decision.basis if decision else None,
        published_evidence=(printed.span,) if printed else (),
        language=language,
        text=text,
        sections=_sections(document, imprint, known.title),
        furniture=merged((*document.furniture, *imprint.furniture)),
        told=_told(told.over(sidecar or Particulars()), options, decision),
    )


def _told(said: Particulars, options: AcquireOptions, decision: Decision | None) -> tuple[str, ...]:
    """Return the slots that a person said; the order of day and month says when."""
    slots = {slot for slot in SLOTS if getattr(said, slot)}
    if options.order and decision and decision.basis.startswith(options.order):
        slots.add("published")
    return tuple(sorted(slots))


def is_date(words: str) -> bool:
    """Tell whether ``words``, given outside a text, can be read as a date at all."""
    return bool(_PARTIAL.fullmatch(words.strip())) or only_date(words.strip()) is not None


def is_language_tag(value: str) -> bool:
    """Tell whether ``value`` has the form of a BCP 47 tag of a language."""
    return _tag(value) is not None


def _published(
    declared: str | None,
    imprint: Imprint,
    known: Particulars,
    text: str,
    language: str | None,
    options: AcquireOptions,
) -> tuple[Decision | None, PrintedDate | None]:
    """Return the date of publication, and the printed date that shows it."""
    houses = tuple(name for name in (known.distributor, known.publisher, known.source) if name)
    setting = Setting(
        text=text, houses=houses, url=known.url, language=language, order=options.order
    )
    printed = decide(imprint.date, setting) if imprint.date else None
    if declared is None and imprint.date is None and imprint.day is not None:
        rights = [span.of(text) for span in imprint.rights]
        return with_year(imprint.day, text, rights, known.url, language) or (None, None)
    if declared is None:
        return printed, imprint.date
    decision = _declared(declared, setting, language)
    if decision.value is None and printed is not None and printed.value is not None:
        return printed, imprint.date
    agrees = (
        printed and printed.value and decision.value and printed.value[:10] == decision.value[:10]
    )
    return decision, imprint.date if agrees else None


def _declared(value: str, setting: Setting, language: str | None) -> Decision:
    """Read a date given outside the text: ISO in full or in part, or as printed somewhere."""
    words = value.strip()
    if _PARTIAL.fullmatch(words):
        return Decision(value=words, basis="stated")
    printed = only_date(words, language=language)
    if printed is None:
        return Decision(value=None, basis=f"unreadable: {words[:80]}")
    return decide(printed, setting)


def _sections(document: Document, imprint: Imprint, title: str | None) -> tuple[Section, ...]:
    headings = imprint.headings if document.headings is None else document.headings
    own = [span for span in headings if not _is_title(document.text, span, title)]
    return sections_under(document.text, own, imprint.body_end)


def _is_title(text: str, span: Span, title: str | None) -> bool:
    return title is not None and heading_words(text, span).casefold() == title.casefold()


def _tag(value: str | None) -> str | None:
    tag = (value or "").strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else None
