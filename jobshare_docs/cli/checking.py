"""The `check` command: answers, a template or a finished document."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli.checked_files import files_to_check
from jobshare_docs.cli.options import OneOf, ignore_edits_option, policy_option, templates_option
from jobshare_docs.cli.reporting import MISTAKES, reporting, say, tell
from jobshare_docs.documents.catalogue import CATALOGUE, WORKSHEET
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, errors

if TYPE_CHECKING:
    from jobshare_docs.checks.finished import FinishedDocument


@click.command(
    "check",
    epilog="Examples: jobshare-docs check my-proposal · jobshare-docs check templates/memo.docx",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(readable=False), metavar="FILE..."
)
@click.option(
    "--for",
    "kind",
    type=OneOf(list(CATALOGUE)),
    help="Hold the answers to what this kind of document requires.",
)
@click.option(
    "--mark",
    is_flag=True,
    help="Also write a copy of a template, NAME.marked.docx, with a comment at each mistake.",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to put the marked copy. [default: beside the template]",
)
@click.option(
    "--diff",
    is_flag=True,
    help="Print where the text of a proposal differs from what its answers gave.",
)
@policy_option
@templates_option
@ignore_edits_option
@reporting
def check_command(
    files: tuple[str, ...],
    kind: str | None,
    mark: bool,
    out: Path | None,
    diff: bool,
    policy: Path | None,
    templates: Path | None,
    ignore_edits: bool,
) -> None:
    """Look for mistakes, and tell each with its place and what to do.

    FILE is an answers file (.yaml) or a folder that holds one; several are laid one on another. A
    .docx is checked by itself: a template, or a finished document, also one edited in Word. One
    that carries answers is also the first layer under YAML files that are given with it. Of a
    folder without answers.yaml every .docx is checked, and the files that belong with its proposal.
    Nothing is written but the copies that --mark asks for.
    """
    rules = policy_in(policy)
    if kind == WORKSHEET.name:
        files = _with_worksheets(files)
    documents, arrangements = files_to_check(files, kind is not None)
    problems: list[Problem] = []
    for document in documents:
        found = _check_word_file(document, rules)
        if mark and found:
            _mark(document, found, out or document.parent, rules)
        problems += found
        if diff:
            _show_differences(document, rules, templates)
    for layers in arrangements:
        problems += _check_answers(layers, kind, rules, ignore_edits)
    if errors(problems):
        sys.exit(MISTAKES)


def _with_worksheets(files: tuple[str, ...]) -> tuple[str, ...]:
    from jobshare_docs.cli.worksheets import with_worksheets  # the private one is for this alone

    return tuple(with_worksheets(files))


def _show_differences(path: Path, policy: Policy, templates: Path | None) -> None:
    from jobshare_docs.cli.finished_view import difference_lines
    from jobshare_docs.cli.own_templates import own_templates

    own = own_templates(templates, policy)
    for line in difference_lines(path, path.read_bytes(), policy, own):
        click.echo(line)


def _check_answers(
    files: list[str], kind: str | None, policy: Policy, ignore_edits: bool
) -> list[Problem]:
    from jobshare_docs.answers.loading import load_answers
    from jobshare_docs.checks.answers import check
    from jobshare_docs.cli.answers_view import state_lines

    try:
        answers = load_answers(*files, policy=policy, ignore_edits=ignore_edits)
    except ProblemsFound as error:  # which says nothing of the other files
        tell(error.problems)
        return list(error.problems)
    found = check(answers, CATALOGUE[kind] if kind else None)
    tell(found)
    for line in state_lines(answers, CATALOGUE[kind] if kind else None, found):
        say(line)
    return found


def _check_word_file(path: Path, policy: Policy) -> list[Problem]:
    problems = list(_word_file_problems(path, policy))
    tell(problems)
    if not problems:
        say(f"{path}: complete")
    return problems


def _show_sections(found: "FinishedDocument", document: bytes) -> None:
    """What became of each section, where the document has the sections of a proposal."""
    from jobshare_docs.cli.finished_view import section_lines

    if found.sections:
        for line in section_lines(found, document):
            say(line)


def _mark(path: Path, problems: list[Problem], folder: Path, policy: Policy) -> None:
    from jobshare_docs.checks.finished import is_template
    from jobshare_docs.checks.marking import can_be_marked, marked_copy, marked_name
    from jobshare_docs.docx_text import DocxError
    from jobshare_docs.saving import save

    try:
        if not is_template(path.read_bytes()) and not any(map(can_be_marked, problems)):
            say(f"{path}: not marked; --mark is for templates, and this is a finished document")
            return
    except (OSError, DocxError):
        return  # no Word file: that is what was told
    for written in save({folder / marked_name(path): marked_copy(path, problems, policy)}):
        click.echo(written)


def _word_file_problems(path: Path, policy: Policy) -> Iterator[Problem]:
    from jobshare_docs.checks.finished import check_document, is_template
    from jobshare_docs.checks.marking import MARKED
    from jobshare_docs.checks.templates import check_template, near_tags
    from jobshare_docs.documents.templates import LETTERHEAD, Templates
    from jobshare_docs.docx_text import DocxError

    try:
        document = path.read_bytes()
        if is_template(document):
            yield from check_template(path, policy)
        elif path.name == LETTERHEAD:
            yield from Templates(path.parent).hard_to_read()
        else:
            found = check_document(path, document, policy)
            _show_sections(found, document)
            yield from found.problems
            if found.kind in (None, MARKED):
                yield from near_tags(path, policy)
    except IsADirectoryError:
        yield Problem(str(path), "this is a folder: name a .docx file in it")
    except DocxError as error:
        yield Problem(str(path), str(error))
