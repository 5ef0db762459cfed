"""Problems and news on standard error, in colour where a person reads it."""

import errno
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from jobshare_docs.names import listed
from jobshare_docs.problems import Problem, ProblemsFound

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")

MISTAKES = 1

_REASONS = {
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM),
        "this may not be read or written: ask its owner, or close the program that holds it",
    ),
    errno.ENAMETOOLONG: "this name is too long for the disk: choose a shorter one",
    errno.ENOENT: "there is no such file: look at its name and folder",
    errno.ENOSPC: "the disk is full; make room and run the command again",
}


def reporting(
    command: Callable[_Parameters, _Result],
) -> Callable[_Parameters, _Result]:
    """Turn whatever stops a command into clear lines and an exit status, never a traceback."""

    @wraps(command)
    def reported(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        try:
            return command(*args, **kwargs)
        except ProblemsFound as error:
            tell(error.problems)
        except KeyboardInterrupt:
            say("interrupted: nothing was written")
        except BrokenPipeError:
            _leave_the_pipe()
        except OSError as error:
            say(f"{error.filename or 'the system'}: {_what_to_do(error)}")
        sys.exit(MISTAKES)

    return reported


def _what_to_do(error: OSError) -> str:
    """What the system says, in plain words where it is something that its user can mend."""
    reason = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, f"{reason}: look at its name and where it lies")


def tell(problems: Iterable[Problem], quiet: bool = False) -> None:
    """Print problems, one line each; `quiet` leaves warnings out."""
    hidden: dict[str, None] = {}
    for problem in problems:
        if problem.is_error or not quiet:
            click.echo(_coloured(problem), err=True, color=colour())
        if problem.hides_more:
            hidden[f"'{problem.field.partition('.')[0] or problem.where}'"] = None
    if hidden:
        ends = "its end" if len(hidden) == 1 else "their ends"
        say(f"{listed(list(hidden))} could not be read to {ends}: more may follow once mended")


def say(line: str = "") -> None:
    """Print news on standard error."""
    click.echo(line, err=True, color=colour())


def show(line: str) -> None:
    """Print a line on standard output, coloured where a person reads it; else without its blanks.

    A shade reaches to the edge of its cell, and needs blanks there that nothing else does.
    """
    seen = colour() is None and sys.stdout.isatty()
    click.echo(line if seen else click.unstyle(line).rstrip())


def _coloured(problem: Problem) -> str:
    text = str(problem)
    head, _, tail = text.partition(": ")
    return (
        click.style(head, bold=True)
        + ": "
        + (
            tail
            if problem.is_error
            else tail.replace("warning", click.style("warning", fg="yellow"), 1)
        )
    )


def colour() -> bool | None:
    """No colour where NO_COLOR is set; else click decides by what it prints to."""
    return False if os.environ.get("NO_COLOR") else None


def _leave_the_pipe() -> None:
    """The reader has gone: say nothing more, also not while Python closes its streams."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
