"""The options that commands share, and what they come to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


class DateOption(click.ParamType[date]):
    """A date as answers write it: 2027-01-04 or 4 January 2027."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; fails with a sentence on how to write it."""
        from jobshare_docs.values.dates import parse_day

        if isinstance(value, date):
            return value
        try:
            return parse_day(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class OneOf(click.Choice[str]):
    """One of several words; the message on another names the nearest."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What is wrong, all the words, and which was likely meant."""
        from jobshare_docs.names import nearest

        near = nearest(str(value), self.choices)
        hint = f" Did you mean '{near}'?" if near else ""
        return f"{super().get_invalid_choice_message(value, ctx)}{hint}"


class _Employee(click.Choice[str]):
    """A or B, however it is written; the message on a name says where the letters are."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What to write."""
        return f"'{value}': write A or B, as in employees.A of the answers, not a name."


EMPLOYEE = _Employee(["A", "B"], case_sensitive=False)


def answers_argument(command: _Command) -> _Command:
    """The answers files, laid one on another from left to right."""
    return click.argument(
        "answers",
        nargs=-1,
        required=True,
        type=click.Path(readable=False),  # what may not be read is told with what else is wrong
        metavar="ANSWERS...",
    )(command)


def policy_option(command: _Command) -> _Command:
    """Another employer's policy."""
    return click.option(
        "--policy",
        type=click.Path(path_type=Path),
        envvar="JOBSHARE_DOCS_POLICY",
        metavar="FOLDER",
        help="Another employer's policy, in place of Manitoba's.",
    )(command)


def ignore_edits_option(command: _Command) -> _Command:
    """What to do with answers out of a document whose text was edited."""
    return click.option(
        "--ignore-edits",
        is_flag=True,
        help="Take the answers that a document carries although its text was edited since.",
    )(command)


def embed_option(command: _Command) -> _Command:
    """Whether a proposal carries its answers."""
    return click.option(
        "--embed/--no-embed",
        default=True,
        help="Let the proposal carry its answers, so that the letter can be made from it (as it"
        " does), or not.",
    )(command)


def templates_option(command: _Command) -> _Command:
    """A folder of one's own templates."""
    return click.option(
        "--templates",
        type=click.Path(path_type=Path),
        envvar="JOBSHARE_DOCS_TEMPLATES",
        metavar="FOLDER",
        help="Templates in this folder take the place of the built-in ones by name.",
    )(command)


def today_option(command: _Command) -> _Command:
    """The date to reckon from."""
    return click.option(
        "--today",
        type=DateOption(),
        envvar="JOBSHARE_DOCS_TODAY",
        metavar="DATE",
        help="The date to reckon from. [default: the date of this computer]",
    )(command)


class Making(NamedTuple):
    """What the shared options of a document command say."""

    answers: tuple[str, ...]
    out: Path | None
    policy: Path | None
    templates: Path | None
    today: date
    force: bool
    quiet: bool
    open_after: bool
    pdf: bool
    ignore_edits: bool


_MAKING = (
    click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        envvar="JOBSHARE_DOCS_OUT",
        metavar="FOLDER",
        help="Where to put the documents. [default: documents/ beside the answers]",
    ),
    click.option(
        "--pdf",
        is_flag=True,
        envvar="JOBSHARE_DOCS_PDF",
        help="Also make a PDF of each, through LibreOffice. As with the documents, a PDF that"
        " somebody changed, or that is not ours, is never overwritten.",
    ),
    policy_option,
    templates_option,
    today_option,
    click.option(
        "--force",
        is_flag=True,
        envvar="JOBSHARE_DOCS_FORCE",
        help="Replace a document that somebody edited; the old one is kept as NAME.bak.docx.",
    ),
    ignore_edits_option,
    click.option(
        "-q",
        "--quiet",
        is_flag=True,
        envvar="JOBSHARE_DOCS_QUIET",
        help="Say nothing of warnings.",
    ),
    click.option(
        "--open",
        "open_after",
        is_flag=True,
        envvar="JOBSHARE_DOCS_OPEN",
        help="Open the documents afterwards.",
    ),
)


def making_options(command: _Command) -> _Command:
    """The answers and the options that every document command shares."""
    for option in reversed(_MAKING):
        command = option(command)
    return answers_argument(command)


def making(answers: tuple[str, ...], today: date | None, **options: Any) -> Making:
    """The shared options as one value; the only place that asks for today's date."""
    return Making(answers=answers, today=today or date.today(), **options)
