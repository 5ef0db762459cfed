"""The command that lists what falls due."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jobshare_docs.cli.options import (
    ignore_edits_option,
    policy_option,
    templates_option,
    today_option,
)
from jobshare_docs.cli.reporting import reporting, say, tell

if TYPE_CHECKING:
    from jobshare_docs.answers.due import Due

_WITHIN = re.compile(r"(\d{1,4})\s*(d|w)?")
_DAYS = {"d": 1, "w": 7}


class LengthOption(click.ParamType[timedelta]):
    """A number of days or weeks: 60d, 8w."""

    name = "length"

    def convert(
        self, value: str | timedelta, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """The length; fails with a sentence on how to write it."""
        if isinstance(value, timedelta):
            return value
        found = _WITHIN.fullmatch(value.strip().lower())
        if not found:
            self.fail(f"'{value}' is no length of time: write days or weeks, as 60d or 8w")
        return timedelta(days=int(found[1]) * _DAYS[found[2] or "d"])


@click.command("due", epilog="Example: jobshare-docs due proposals --within 8w")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--within",
    type=LengthOption(),
    default="60d",
    show_default=True,
    metavar="DAYS",
    help="How far to look ahead, in days (60d) or weeks (8w).",
)
@today_option
@policy_option
@templates_option
@ignore_edits_option
@reporting
def due_command(
    folder: Path,
    within: timedelta,
    today: date | None,
    policy: Path | None,
    templates: Path | None,
    ignore_edits: bool,
) -> None:
    """List reviews, ends of trials and terms, and offers that wait for an answer, by date.

    They are read from the answers files in FOLDER and the folders in it: those of one folder belong
    to one arrangement. Keep its terms.yaml and reply.yaml beside its answers.yaml, or beside the
    proposal that carries them. What is overdue is listed too, until the files say that it is done:
    'answered' beside 'reply_by' or 'answer_by', 'held' beside the dates of a review.
    """
    from jobshare_docs.answers.due import falls_due
    from jobshare_docs.answers.folders import arrangements_in
    from jobshare_docs.checks.employer import policy_in
    from jobshare_docs.cli.own_templates import own_templates

    now = today or date.today()
    rules = policy_in(policy)
    found, problems = arrangements_in(folder, rules, ignore_edits)
    due = [one for answers in found for one in falls_due(answers, now) if one.day <= now + within]
    sentences = own_templates(templates, rules).sentences()
    for one in sorted(due, key=lambda each: (each.day, each.file, each.line)):
        click.echo(_line(one, now, sentences[f"due.{one.what}"]))
    tell(problems)
    if not due:
        say(f"Nothing falls due by {now + within} in {len(found)} arrangements.")


def _line(due: "Due", today: date, what: str) -> str:
    when, whose = _when(due.day, today), _whose(due.title, due.who)
    return f"{due.day}  {when:<20}  {what:<30}  {whose}  {_place(due)}"


def _when(day: date, today: date) -> str:
    days = abs((day - today).days)
    if not days:
        return "today"
    counted = "1 day" if days == 1 else f"{days} days"
    return f"in {counted}" if day > today else f"OVERDUE {counted}"


def _place(due: "Due") -> str:
    """Where the date is written: answers that a document carries have no lines."""
    return f"{due.file}:{due.line}" if due.line else due.file


def _whose(title: str, who: tuple[str, ...]) -> str:
    return ": ".join(filter(None, (title, ", ".join(who)))) or "-"
