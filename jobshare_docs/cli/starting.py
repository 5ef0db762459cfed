"""The `new` command: files to fill in."""

import os
import sys
from pathlib import Path

import click

from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli.options import policy_option
from jobshare_docs.cli.reporting import reporting, say
from jobshare_docs.cli.table_option import table_option
from jobshare_docs.documents.blanks import ANSWERS, SCHEMA, blank, for_editors
from jobshare_docs.documents.examples import JOB_SHARE, PART_TIME, example_folder
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.saving import create_new

_EMPLOYEE = (ANSWERS, "worksheet.yaml")
_EMPLOYER = ("organization.yaml", "terms.yaml", "reply.yaml", "posting.yaml")
_ASKED = (ANSWERS, "organization.yaml", "terms.yaml")


@click.command("new", epilog="Example: jobshare-docs new my-proposal")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part-time", is_flag=True, help="For part-time work by one employee alone.")
@click.option("--example", is_flag=True, help="Filled in with an invented arrangement.")
@click.option("--hr", is_flag=True, help="The employer's files instead.")
@table_option
@click.option("--ask", is_flag=True, help="Ask the questions here, one after another.")
@policy_option
@reporting
def new_command(
    folder: Path, part_time: bool, example: bool, hr: bool, ask: bool, policy: Path | None
) -> None:
    """Start FOLDER with answers.yaml, a question on every line, to fill in with any text editor.

    worksheet.yaml, put beside it, is for the employee alone: whether the arrangement is affordable
    and right. With --hr the files are the employer's: organization.yaml, and for one arrangement
    terms.yaml, reply.yaml and posting.yaml, which belong beside its answers. A file that is there
    already is never overwritten: those that are missing are written. Editors that know YAML's
    schemas, as VS Code with the extension of Red Hat does, complete and check while you type.

    With --ask the questions of answers.yaml (of --hr: of organization.yaml and terms.yaml) are
    asked here; Enter leaves one open, and Ctrl-C keeps what was given so far.
    """
    if ask and example:
        raise click.UsageError("--example is filled in already: leave out --ask, or --example")
    rules = policy_in(policy)
    names = _EMPLOYER if hr else _EMPLOYEE
    staying = _staying(folder, names) if hr else ()
    texts = {name: _text(name, part_time, example, rules) for name in names if name not in staying}
    if ask:
        _refuse_what_is_there(folder, tuple(texts))
        texts |= _asked({name: texts[name] for name in texts if name in _ASKED}, rules)
    files = {folder / name: for_editors(text) for name, text in texts.items()}
    for path in create_new(files | _schema(folder, rules)):
        click.echo(path)
    for name in staying:
        say(f"{folder / name}: there already, and stays as it is")
    say(_next_step(folder, hr))


def _staying(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the files that are there; none where all are, which is refused as anywhere."""
    there = tuple(name for name in names if os.path.lexists(folder / name))
    return there if len(there) < len(names) else ()


def _text(name: str, part_time: bool, example: bool, policy: Policy) -> str:
    filled_in = example_folder(PART_TIME if part_time else JOB_SHARE) / name
    if example and filled_in.exists():
        return filled_in.read_text(encoding="utf-8")
    return blank(name, part_time, policy)


def _schema(folder: Path, policy: Policy) -> dict[Path, str]:
    """The schema for editors, unless it lies there already: it is the same for all files."""
    from jobshare_docs.cli.schema_printing import schema_text

    path = folder / SCHEMA
    return {} if path.exists() else {path: schema_text(policy)}


def _refuse_what_is_there(folder: Path, names: tuple[str, ...]) -> None:
    """Nobody should answer a hundred questions for a file that cannot be written."""
    there = [folder / name for name in names if (folder / name).exists()]
    if there:
        message = "this is there already: go on in it with a text editor, or name another folder"
        raise ProblemsFound([Problem(str(path), message) for path in there])


def _asked(texts: dict[str, str], policy: Policy) -> dict[str, str]:
    """The texts with what was answered in the terminal."""
    if not sys.stdin.isatty():
        raise click.UsageError("--ask needs a terminal: leave it out, and fill in the file")
    try:
        from jobshare_docs.cli.asking import asked
    except ImportError as error:
        raise click.UsageError(
            "--ask needs prompt_toolkit: pip install 'jobshare-docs[ask]', or leave it out"
        ) from error
    from jobshare_docs.answers.form import Form
    from jobshare_docs.answers.form_filling import filled

    forms = {name: Form(text, name) for name, text in texts.items()}
    return {name: filled(form, asked(form, policy)) for name, form in forms.items()}


def _next_step(folder: Path, hr: bool) -> str:
    if hr:
        return (
            "Fill in organization.yaml once, and terms.yaml (or reply.yaml) for the arrangement\n"
            f"whose answers.yaml or proposal.docx lies beside it in {folder}; then:\n"
            f"  jobshare-docs letter {_answers_in(folder)} {folder / 'organization.yaml'}"
            f" {folder / 'terms.yaml'}"
        )
    return (
        f"Fill in {folder / ANSWERS} with a text editor, then:\n"
        f"  jobshare-docs check {folder}\n"
        f"  jobshare-docs proposal {folder}"
    )


def _answers_in(folder: Path) -> Path:
    """What to name as the answers: the folder, unless only a proposal lies in it."""
    proposal = folder / "proposal.docx"
    return proposal if proposal.exists() and not (folder / ANSWERS).exists() else folder
