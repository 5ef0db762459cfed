"""The `fill` command: a document from a template of HR's own."""

from pathlib import Path
from typing import Any

import click

from jobshare_docs.checks.templates import check_names
from jobshare_docs.cli.making import answers_of, folder_of, make, order_of
from jobshare_docs.cli.options import EMPLOYEE, making, making_options
from jobshare_docs.cli.reporting import reporting, tell
from jobshare_docs.documents.catalogue import Sheet
from jobshare_docs.documents.filling import filling
from jobshare_docs.problems import Problem, ProblemsFound, errors

_LETTERS = (None, "A", "B")


@click.command(
    "fill", epilog="Example: jobshare-docs fill our-memo.docx my-proposal organization.yaml"
)
@click.argument("template", type=click.Path(path_type=Path), metavar="TEMPLATE.docx")
@making_options
@click.option("--to", type=EMPLOYEE, help="Only the document to this employee.")
@reporting
def fill_command(template: Path, to: str | None, **options: Any) -> None:
    """Fill any Word template with the names that 'jobshare-docs fields' lists.

    The document gets TEMPLATE's name. It speaks of the agreed terms, where there are any; a
    template that speaks of 'employee' makes one for each, TEMPLATE-A.docx and TEMPLATE-B.docx.
    Mistakes in the template are told, and nothing is written. A template that takes the place of
    one of ours belongs in a folder for --templates.
    """
    shared = making(**options)
    answers = answers_of(shared)
    found = check_names(template, answers.policy)
    if errors(found):
        raise ProblemsFound(found)
    kind = filling(template)
    _keep_the_template(template, kind.sheet(None), folder_of(answers, shared))
    tell(found, shared.quiet)
    make(answers, shared, [order_of(kind, shared, to=to)])


def _keep_the_template(template: Path, sheet: Sheet, folder: Path) -> None:
    """Refuse to write a document where its own template is, also with --force."""
    for letter in _LETTERS:
        if (folder / sheet.file_name(letter)).resolve() == template.resolve():
            message = "the document would take this template's place: name a folder with --out"
            raise ProblemsFound([Problem(str(template), message)])
