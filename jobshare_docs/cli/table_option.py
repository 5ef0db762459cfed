"""`new --table`: an empty table for `batch`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from jobshare_docs.cli.reporting import reporting, say

_Command = TypeVar("_Command", bound=Callable[..., Any])


def table_option(command: _Command) -> _Command:
    """Write a table in the place of the folder that the command starts."""
    return click.option(
        "--table",
        type=click.Path(path_type=Path),
        metavar="FILE.csv",
        is_eager=True,
        expose_value=False,
        callback=_written,
        help="Instead an empty table for 'batch', a row for each arrangement.",
    )(command)


def _written(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    if path is not None:
        _write(path)
        context.exit()


@reporting
def _write(path: Path) -> None:
    from jobshare_docs.batch.empty_table import empty_table
    from jobshare_docs.saving import create_new

    for written in create_new({path: empty_table(path)}):
        click.echo(written)
    say(
        "Delete the columns that all have in common and put those answers into a file, then:\n"
        f"  jobshare-docs batch {path} --kind letter --common FILE --out letters"
    )
