"""The commands that print something in the terminal and write nothing."""

import sys
from datetime import date
from pathlib import Path

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
    from jobshare_docs.answers.cross_checks import rota
    from jobshare_docs.answers.loading import load_answers
    from jobshare_docs.answers.starting import first_weeks_of, is_open
    from jobshare_docs.cli import calendar_making
    from jobshare_docs.cli.painting import shaded
    from jobshare_docs.cli.schedule_view import schedule_lines
    from jobshare_docs.documents.people import initials_of

    rules = policy_in(policy)
    loaded = load_answers(*answers, policy=rules, ignore_edits=ignore_edits)
    terms = loaded.agreed
    about_rota = [one for one in loaded.problems if one.field.startswith(("schedule", "position"))]
    problems = in_order(dict.fromkeys([*about_rota, *rota.problems(terms)]), loaded.files)
    if terms.reckoning is None:
        raise ProblemsFound(problems or [terms.error("schedule.weeks", "missing; write the rota")])
    names = {who: one.name for who, one in terms.arrangement.people.items() if one.name}
    initials = initials_of(terms.arrangement)
    weeks = None if is_open(terms.arrangement) else first_weeks_of(terms)
    for line in schedule_lines(terms.reckoning, names, initials, shaded, weeks):
        show(line)
    tell(problems)
    if errors(problems):
        sys.exit(MISTAKES)
    if ics or out:
        from jobshare_docs.cli.making import folder_beside  # only where a file is written

        path = out or folder_beside(loaded.home) / calendar_making.NAME
        calendar_making.write_calendar(terms, path, today or date.today(), force)


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
