"""The `new` command: files to fill in."""

from pathlib import Path

import click

from jobshare_docs.cli.reporting import reporting, say
from jobshare_docs.documents.examples import JOB_SHARE, PART_TIME, example_folder
from jobshare_docs.documents.templates import built_in_folder
from jobshare_docs.saving import create_new

_EMPLOYEE = ("answers.yaml", "worksheet.yaml")
_EMPLOYER = ("organization.yaml", "terms.yaml")


@click.command("new", epilog="Example: jobshare-docs new my-proposal")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--part-time", is_flag=True, help="For part-time work by one employee alone.")
@click.option("--example", is_flag=True, help="Filled in with an invented arrangement.")
@click.option("--hr", is_flag=True, help="The employer's files: organization.yaml and terms.yaml.")
@reporting
def new_command(folder: Path, part_time: bool, example: bool, hr: bool) -> None:
    """Start FOLDER with answers.yaml, a question on every line, to fill in with any text editor.

    worksheet.yaml, put beside it, is for the employee alone: whether the arrangement is affordable
    and right. A file that is there already is never overwritten.
    """
    names = _EMPLOYER if hr else _EMPLOYEE
    source = example_folder(PART_TIME if part_time else JOB_SHARE)
    files = {
        folder / name: (
            source / name if example and (source / name).exists() else _blank(name, part_time)
        ).read_bytes()
        for name in names
    }
    for path in create_new(files):
        click.echo(path)
    say(_next_step(folder, hr))


def _blank(name: str, part_time: bool) -> Path:
    folder = built_in_folder() / "blank"
    own = folder / name.replace(".yaml", "-part-time.yaml")
    return own if part_time and own.exists() else folder / name


def _next_step(folder: Path, hr: bool) -> str:
    if hr:
        return (
            "Fill in organization.yaml once and terms.yaml for each arrangement, then:\n"
            f"  jobshare-docs letter ANSWERS {folder / 'organization.yaml'} {folder / 'terms.yaml'}"
        )
    return (
        f"Fill in {folder / 'answers.yaml'} with a text editor, then:\n"
        f"  jobshare-docs check {folder}\n"
        f"  jobshare-docs proposal {folder}"
    )
