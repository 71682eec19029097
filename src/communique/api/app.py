"""The application: its routes, its one shape of errors, its description."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from communique import __version__
from communique.api import answers
from communique.api.adding import adding
from communique.api.decisions import decisions
from communique.api.items import items
from communique.api.lists import lists
from communique.api.schema import completed
from communique.api.takeaways import takeaways
from communique.errors import CommuniqueError
from communique.service import Service

_ABOUT = """\
Everything that the record of a storyline can be asked. Lists come in pages: pass `next` of a
page as `after` to get the one behind it. Nothing is called true: each line says what a report
says, and leads to its words."""


def create_api(service: Service, *, protected: bool = False) -> FastAPI:
    """Return the REST API over one service, to be put under a path of its own.

    Its description (OpenAPI) is at ``openapi.json`` below that path. Where it is ``protected``,
    that says that a password is asked for; whatever stands before the API does the asking.
    """
    api = FastAPI(
        title="communique",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(answers.refuse_unknown)],
    )
    for routes in (lists, items, decisions, adding, takeaways):
        api.include_router(routes(service))
    api.add_exception_handler(CommuniqueError, answers.on_failure)
    api.add_exception_handler(RequestValidationError, answers.on_invalid)
    api.add_exception_handler(HTTPException, answers.on_http)
    describe = api.openapi

    def described() -> dict[str, Any]:
        return completed(describe(), protected=protected)

    api.openapi = described  # type: ignore[method-assign]
    return api
