"""``communique serve``: the desk, on this machine."""

from __future__ import annotations

import click

from communique.cli.command import command
from communique.cli.run import Run, pass_run

#: Where the desk is unless told otherwise.
_PORT = 8437


@command(
    "serve",
    ("communique serve", f"the desk at http://127.0.0.1:{_PORT}"),
    ("communique --record talks.sqlite serve --port 9000", "another record, at another port"),
    ("communique serve --host 0.0.0.0 --name desk.example", "for others too, with a password"),
)
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port",
    default=_PORT,
    type=click.IntRange(0, 65535),
    show_default=True,
    help="The port; 0 for any that is free.",
)
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name that others reach it by."
)
@pass_run
def serve(run: Run, host: str, port: int, names: tuple[str, ...]) -> None:
    """Open the desk: the record in a browser, and the REST API.

    It listens on this machine alone. To let others in, give it an address that they reach,
    the name they reach it by, and a password in COMMUNIQUE_PASSWORD; what they send and see
    is not encrypted, so put a proxy before it that is. Stop it with Ctrl+C.
    """
    from communique.errors import UsageError

    try:
        import uvicorn

        from communique.web import create_desk
        from communique.web.guard import check_binding
        from communique.web.warming import warm
    except ImportError as error:
        raise UsageError(
            "the desk is not installed", remedy="install it: pip install 'communique[desk]'"
        ) from error
    with run.service() as service:
        password = service.settings.password
        check_binding(host, password)
        _check_free(host, port)
        service.reports(limit=1)
        desk = create_desk(service, hosts=(host, *names), password=password)
        warm(service)
        at = f"[{host}]" if ":" in host else host
        if port:
            click.echo(f"the desk is at http://{at}:{port} (Ctrl+C stops it)", err=True)
        uvicorn.run(desk, host=host, port=port, log_level="info" if not port else "warning")


def _check_free(host: str, port: int) -> None:
    """Refuse an address that cannot be listened at, before anything is said to be there.

    Raises:
        UsageError: the port is taken, or the address is not this machine's.
    """
    import socket

    from communique.errors import UsageError

    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            raise UsageError(
                f"cannot listen at {host}, port {port} ({error.strerror})",
                remedy="choose another with --port, or 0 for any that is free",
            ) from error


COMMANDS = {"serve": serve}
