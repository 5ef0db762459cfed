"""The commands that print something in the terminal and write nothing."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli.options import (
    DateOption,
    answers_argument,
    ignore_edits_option,
    policy_option,
    templates_option,
)
from jobshare_docs.cli.reporting import MISTAKES, reporting, show, tell
from jobshare_docs.problems import Problem, ProblemsFound, errors, in_order

if TYPE_CHECKING:
    from jobshare_docs.answers.answers import Answers, Terms
    from jobshare_docs.schedule.reckoning import Reckoning


@click.command("schedule", epilog="Example: jobshare-docs schedule my-proposal")
@answers_argument
@policy_option
@ignore_edits_option
@click.option(
    "--ics",
    is_flag=True,
    help="Write each partner's working days and the reviews as a calendar file, too.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The calendar file. [default: documents/schedule.ics beside the answers]",
)
@click.option("--force", is_flag=True, help="Replace a calendar file; the old one is kept.")
@click.option(
    "--today", type=DateOption(), envvar="JOBSHARE_DOCS_TODAY", metavar="DATE", hidden=True
)
@reporting
def schedule_command(
    answers: tuple[str, ...],
    policy: Path | None,
    ignore_edits: bool,
    ics: bool,
    out: Path | None,
    force: bool,
    today: date | None,
) -> None:
    """Show the cycle as a grid, with hours, shares, overlaps and gaps.

    The total is held to one full-time position (the policy's cap); over it the grid is printed all
    the same, with what would bring it back, and the exit status is 1. With --ics the working days
    and the reviews are written as a file that calendar programs read.
    """
    from jobshare_docs.answers.loading import load_answers

    loaded = load_answers(*answers, policy=policy_in(policy), ignore_edits=ignore_edits)
    terms, problems = loaded.agreed, _about_rota(loaded)
    if terms.reckoning is None:
        raise ProblemsFound(problems or [terms.error("schedule.weeks", "missing; write the rota")])
    for line in _rota_lines(terms, terms.reckoning):
        show(line)
    tell(problems)
    if errors(problems):
        sys.exit(MISTAKES)
    if ics or out:
        _write_calendar(loaded, out, today or date.today(), force)


def _about_rota(answers: "Answers") -> list[Problem]:
    """What is wrong with the rota, or with the position whose hours it shares."""
    from jobshare_docs.answers.cross_checks import rota

    read = [one for one in answers.problems if one.field.startswith(("schedule", "position"))]
    return in_order(dict.fromkeys([*read, *rota.problems(answers.agreed)]), answers.files)


def _rota_lines(terms: "Terms", reckoning: "Reckoning") -> list[str]:
    from jobshare_docs.answers.starting import first_weeks_of, is_open
    from jobshare_docs.cli.painting import shaded
    from jobshare_docs.cli.schedule_view import schedule_lines
    from jobshare_docs.documents.people import initials_of

    arrangement = terms.arrangement
    names = {who: one.name for who, one in arrangement.people.items() if one.name}
    weeks = None if is_open(arrangement) else first_weeks_of(terms)
    return schedule_lines(reckoning, names, initials_of(arrangement), shaded, weeks)


def _write_calendar(answers: "Answers", out: Path | None, today: date, force: bool) -> None:
    from jobshare_docs.cli.calendar_making import NAME, write_calendar
    from jobshare_docs.cli.making import folder_beside

    write_calendar(answers.agreed, out or folder_beside(answers.home) / NAME, today, force)


@click.command("patterns", epilog="Example: jobshare-docs patterns")
@policy_option
@reporting
def patterns_command(policy: Path | None) -> None:
    """List the rotas that can be called by name, with their weeks and shares.

    Use one with 'pattern: week-about' under 'schedule' in your answers; 'swap: yes' exchanges A
    and B.
    """
    from jobshare_docs.cli.pattern_list import pattern_lines

    for line in pattern_lines(policy_in(policy)):
        click.echo(line)


@click.command("fields", epilog="Example: jobshare-docs fields | less")
@policy_option
@templates_option
@reporting
def fields_command(policy: Path | None, templates: Path | None) -> None:
    """List the names that a Word template may use, each with its value in the example.

    A name with [] stands for each item of a list: loop over it with {% for %}. After the names
    follow the filters, and what each kind of document needs.
    """
    from jobshare_docs.cli.field_list import field_lines
    from jobshare_docs.cli.own_templates import own_templates

    rules = policy_in(policy)
    for line in field_lines(rules, own_templates(templates, rules)):
        click.echo(line)


@click.command("text", epilog="Example: jobshare-docs text proposal.docx")
@click.argument("document", type=click.Path(readable=False, path_type=Path), metavar="FILE.docx")
@reporting
def text_command(document: Path) -> None:
    """Print a Word document as plain text: for reading, comparing, or 'git diff'."""
    from jobshare_docs.docx_text import DocxError, text

    try:
        content = document.read_bytes()
        click.echo(text(content), nl=False)
    except IsADirectoryError:
        raise ProblemsFound(
            [Problem(str(document), "this is a folder: name a .docx file in it")]
        ) from None
    except DocxError as error:
        raise ProblemsFound([Problem(str(document), str(error))]) from error
