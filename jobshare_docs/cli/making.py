"""The commands that make documents."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.layers import is_document
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.checks.answers import check, missing_in
from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli import pdf_making
from jobshare_docs.cli.options import EMPLOYEE, Making, OneOf, embed_option, making, making_options
from jobshare_docs.cli.own_templates import own_templates
from jobshare_docs.cli.reporting import reporting, say, tell
from jobshare_docs.documents.catalogue import (
    BENEFITS,
    CHANGEOVER,
    LETTER,
    POSTING,
    PROPOSAL,
    REPLY,
    SUMMARY,
    WORKSHEET,
    Kind,
)
from jobshare_docs.documents.needs import terms_of
from jobshare_docs.documents.posting import filled_share
from jobshare_docs.documents.templates import Templates
from jobshare_docs.documents.worksheet import worksheet
from jobshare_docs.generate import Order, render
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.saving import save

_DOCUMENTS = "documents"


@click.command("proposal", epilog="Example: jobshare-docs proposal my-proposal")
@making_options
@click.option(
    "--draft",
    is_flag=True,
    help="Make it although something is missing, with a box that says what belongs there.",
)
@embed_option
@reporting
def proposal_command(draft: bool, embed: bool, **options: Any) -> None:
    """Make proposal.docx: the nine sections that a supervisor can approve.

    ANSWERS is the answers file, or the folder that holds answers.yaml (or, where there is none, a
    proposal that carries its answers). Several are laid one on another, left to right.
    """
    shared = making(**options)
    answers = answers_of(shared)
    order = order_of(PROPOSAL, shared, draft=draft, embed=embed)
    if draft:
        _tell_what_is_missing(answers)
    make(answers, shared, [order])


@click.command(
    "letter", epilog="Example: jobshare-docs letter my-proposal organization.yaml terms.yaml"
)
@making_options
@click.option("--form", type=OneOf(list(LETTER.sheets)), help="Which form the letter takes.")
@click.option("--to", type=EMPLOYEE, help="Only the letter to this employee.")
@reporting
def letter_command(form: str | None, to: str | None, **options: Any) -> None:
    """Make the written confirmation: a letter of offer, a memo or an agreement.

    A letter of offer and a memo go to each employee (letter-offer-A.docx, letter-offer-B.docx); an
    agreement is one, signed by all. ANSWERS are the employee's answers with the organization's and
    the terms laid over them, left to right.
    """
    shared = making(**options)
    answers = answers_of(shared)
    make(answers, shared, [order_of(LETTER, shared, form=form, to=to)])


@click.command("summary", epilog="Example: jobshare-docs summary my-proposal")
@making_options
@reporting
def summary_command(**options: Any) -> None:
    """Make summary.docx: the arrangement on one page, to pin up for the team."""
    shared = making(**options)
    make(answers_of(shared), shared, [order_of(SUMMARY, shared)])


@click.command(
    "benefits", epilog="Example: jobshare-docs benefits my-proposal organization.yaml terms.yaml"
)
@making_options
@click.option("--to", type=EMPLOYEE, help="Only the statement of this employee.")
@reporting
def benefits_command(to: str | None, **options: Any) -> None:
    """Make benefits-A.docx and benefits-B.docx: what becomes of pay and benefits.

    Each is one employee's own statement, and holds nothing of the other's pay. What the terms do
    not give, such as the days of vacation, is shown as the policy's example and called one.
    """
    shared = making(**options)
    make(answers_of(shared), shared, [order_of(BENEFITS, shared, to=to)])


@click.command("worksheet", epilog="Example: jobshare-docs worksheet my-proposal")
@making_options
@reporting
def worksheet_command(**options: Any) -> None:
    """Make worksheet.docx, for you alone, and say here what it comes to.

    ANSWERS is worksheet.yaml, or the folder that holds it. Laid over your answers it also knows
    your hours and share. No other document holds anything of it: do not send it.
    """
    from jobshare_docs.cli.worksheets import with_worksheets

    shared = making(**options)
    shared = shared._replace(answers=tuple(with_worksheets(shared.answers)))
    answers = answers_of(shared)
    make(answers, shared, [order_of(WORKSHEET, shared)])
    sentences = _templates(shared).under(answers.policy).sentences()
    for line in worksheet(answers.asked, sentences)["verdicts"]:
        say(line)


@click.command(
    "reply", epilog="Example: jobshare-docs reply my-proposal organization.yaml reply.yaml"
)
@making_options
@reporting
def reply_command(**options: Any) -> None:
    """Make reply.docx: the request was received, a counter-offer, a refusal, or how it ends.

    Which of these it is, 'reply.outcome' says. The terms of a counter-offer are laid over the
    request, reckoned and checked as the request is. Of an arrangement that ends, name terms.yaml
    too: what was confirmed may differ from what was asked.
    """
    shared = making(**options)
    make(answers_of(shared), shared, [order_of(REPLY, shared)])


@click.command("posting", epilog="Example: jobshare-docs posting my-proposal organization.yaml")
@making_options
@reporting
def posting_command(**options: Any) -> None:
    """Make posting.docx: the advertisement of the vacant share.

    It names neither partner. The vacant share is B's, unless 'posting.vacant' or
    'reply.ending.leaves' names the other. Where terms were confirmed, name terms.yaml too.
    """
    shared = making(**options)
    answers = answers_of(shared)
    tell(filled_share(terms_of(answers, POSTING)), shared.quiet)
    make(answers, shared, [order_of(POSTING, shared)])


@click.command(
    "changeover", epilog="Example: jobshare-docs changeover my-proposal --today 2027-01-04"
)
@making_options
@reporting
def changeover_command(**options: Any) -> None:
    """Make changeover.docx: a blank log for handing over, for one round of your own cycle.

    It is the round that holds today's date, or the first one; --today names another.
    """
    shared = making(**options)
    make(answers_of(shared), shared, [order_of(CHANGEOVER, shared)])


def answers_of(shared: Making) -> Answers:
    """The answers that a command is given, loaded."""
    policy = policy_in(shared.policy)
    own_templates(shared.templates, policy, shared.quiet)
    return load_answers(*shared.answers, policy=policy, ignore_edits=shared.ignore_edits)


def _templates(shared: Making) -> Templates:
    return Templates(shared.templates)


def order_of(kind: Kind, shared: Making, **more: Any) -> Order:
    """The order for a kind of document, as the shared options have it."""
    return Order(kind=kind, today=shared.today, templates=_templates(shared), **more)


def make(answers: Answers, shared: Making, orders: Iterable[Order]) -> None:
    """Render every order before the first file is written, then write all and print their paths."""
    office = pdf_making.office() if shared.pdf else None
    folder = folder_of(answers, shared)
    problems: dict[Problem, None] = {}
    files: dict[Path, bytes] = {}
    for order in orders:
        found = check(answers, order.kind, missing_is_wrong=not order.draft)
        problems |= dict.fromkeys(found)
        if not errors(found):
            documents = render(answers, order)
            files |= {folder / name: content for name, content in documents.items()}
    if errors(problems):
        raise ProblemsFound(problems)
    tell(problems, shared.quiet)
    _write(files, shared, office)


def folder_of(answers: Answers, shared: Making) -> Path:
    """The folder that the documents go to."""
    return shared.out or folder_beside(answers.home)


def folder_beside(home: str) -> Path:
    """Where documents go: beside the answers or, where these came out of one of them, with it."""
    beside = Path(home).parent
    is_there = is_document(home) and beside.resolve().name == _DOCUMENTS
    return beside if is_there else beside / _DOCUMENTS


def _write(documents: Mapping[Path, bytes], shared: Making, office: Path | None) -> None:
    """Write the documents and their PDFs in one go; a PDF that fails stops no document."""
    made: dict[Path, bytes] = {}
    failed: list[Problem] = []
    if office is not None:
        made, failed = pdf_making.pdfs_of(documents, office, shared.today)
    outdated = pdf_making.outdated(documents, made)
    for path in save({**documents, **made}, shared.force):
        click.echo(path)
        if shared.open_after:
            click.launch(str(path))
    tell(outdated, shared.quiet)
    if failed:
        raise ProblemsFound(failed)


def _tell_what_is_missing(answers: Answers) -> None:
    wrong = check(answers, PROPOSAL)
    if errors(check(answers, PROPOSAL, missing_is_wrong=False)):
        say("No draft was written, because something is wrong besides what is missing:")
        raise ProblemsFound(wrong)
    lacking = missing_in(answers, PROPOSAL)
    if lacking:
        say("The draft shows a box for each of these:")
        tell(lacking)
