"""The files whose questions `new --ask` asks: begun or gone on with, and kept at every answer."""

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import click

from jobshare_docs.answers.form import Form
from jobshare_docs.answers.form_filling import filled, given_in
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.saving import replace_text

_CHANGED = (
    "this is there already, and is not as the questions left it: go on in it with a text editor,"
    " or name another folder"
)
_ENDED = "\nEnded here: what you gave so far is kept. The same command goes on from there."


class AskedFile:
    """A file that is a form still: nobody wrote in it but the questions."""

    def __init__(self, path: Path, form: Form, given: dict[str, str]) -> None:
        self.path = path
        self.form = form
        self.given = given
        self._text = filled(form, given)

    def keep(self, given: dict[str, str]) -> None:
        """Write what was given so far; raises ProblemsFound where the file was changed since."""
        text = filled(self.form, given)
        replace_text(self.path, self._text, text)
        self._text = text


def asked_files(
    paths: Iterable[Path], blanks: Callable[[Path], Iterable[str]]
) -> Iterator[AskedFile]:
    """The files that are forms still, those that are not there yet as blank ones.

    `blanks` gives the texts that a file may have been filled in from, of which the first begins a
    new one. Raises ProblemsFound where every file was changed since.
    """
    found = {path: _form_at(path, blanks(path)) for path in paths}
    if not any(found.values()):
        raise ProblemsFound([Problem(str(path), _CHANGED) for path in found])
    return filter(None, found.values())


def _form_at(path: Path, blanks: Iterable[str]) -> AskedFile | None:
    text = path.read_bytes().decode("utf-8", "replace") if path.exists() else None
    for blank in blanks:
        form = Form(blank, path.name)
        given = given_in(form, blank if text is None else text)
        if given is not None:
            return AskedFile(path, form, given)
    return None


def ask(files: Iterable[AskedFile], policy: Policy) -> None:
    """Ask what is still to come, until the end or Ctrl-C; UsageError without what it needs."""
    from jobshare_docs.cli.asking import HOW, asked

    click.echo(click.wrap_text(HOW, shutil.get_terminal_size().columns))
    for file in files:
        if asked(file.form, policy, file.given, file.keep) is None:
            click.echo(_ENDED)
            return


def refuse_without_terminal() -> None:
    """Raise UsageError where nobody could be asked."""
    if not sys.stdin.isatty():
        raise click.UsageError("--ask needs a terminal: leave it out, and fill in the file")
    if find_spec("prompt_toolkit") is None:
        raise click.UsageError(
            "--ask needs prompt_toolkit: 'pip install prompt_toolkit' (with pipx: 'pipx inject"
            " jobshare-docs prompt_toolkit'), or leave it out"
        )
