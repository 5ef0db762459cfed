"""The `new` command: files to fill in."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from jobshare_docs.checks.employer import policy_in
from jobshare_docs.cli.asked_files import ask as ask_all
from jobshare_docs.cli.asked_files import asked_files, refuse_without_terminal
from jobshare_docs.cli.options import policy_option
from jobshare_docs.cli.reporting import reporting, say
from jobshare_docs.cli.table_option import table_option
from jobshare_docs.documents.blanks import ANSWERS, SCHEMA, blank, for_editors
from jobshare_docs.documents.examples import JOB_SHARE, PART_TIME, example_folder
from jobshare_docs.policy.policy import Policy
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
    asked here; Enter leaves one open. Each answer is kept at once: after Ctrl-C the same command
    goes on from there.
    """
    if ask and example:
        raise click.UsageError("--example is filled in already: leave out --ask, or --example")
    rules = policy_in(policy)
    names = _EMPLOYER if hr else _EMPLOYEE
    if ask:
        _ask(folder, names, part_time, rules)
    else:
        staying = _staying(folder, names) if hr else ()
        texts = {name: _text(name, part_time, example, rules) for name in names}
        _begin(folder, {name: texts[name] for name in names if name not in staying}, rules)
        for name in staying:
            say(f"{folder / name}: there already, and stays as it is")
    say(_next_step(folder, hr))


def _begin(folder: Path, texts: dict[str, str], policy: Policy) -> None:
    files = {folder / name: for_editors(text) for name, text in texts.items()}
    for path in create_new(files | _schema(folder, policy)):
        click.echo(path)


def _ask(folder: Path, names: tuple[str, ...], part_time: bool, policy: Policy) -> None:
    """Begin the files, or go on in those that are there, and ask their questions."""
    refuse_without_terminal()

    def blanks(path: Path) -> Iterator[str]:
        yield from (
            for_editors(blank(path.name, one, policy)) for one in (part_time, not part_time)
        )

    files = asked_files([folder / name for name in names if name in _ASKED], blanks)
    missing = [name for name in names if not os.path.lexists(folder / name)]
    _begin(folder, {name: blank(name, part_time, policy) for name in missing}, policy)
    ask_all(files, policy)


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
