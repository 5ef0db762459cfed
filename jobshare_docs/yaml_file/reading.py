"""A file, or bytes, into a located tree; every mistake of its author is returned, none raised."""

import os
import re
from dataclasses import replace
from pathlib import Path

import yaml

from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file.decoding import decoded
from jobshare_docs.yaml_file.lost_text import lost_behind_number_sign
from jobshare_docs.yaml_file.parsing import Parser
from jobshare_docs.yaml_file.text_being_read import TooMuchError
from jobshare_docs.yaml_file.top import top_block
from jobshare_docs.yaml_file.tree import Mapping

MOST_BYTES = 1024 * 1024
_LONGEST_MESSAGE = 500
# Notepad adds .txt, which Windows does not show.
_MISNAMED = re.compile(r"answers(?:\.ya?ml)?(?:\.txt|\.ya?ml)", re.IGNORECASE)

Read = tuple[Mapping | None, list[Problem]]


def read(path: str | os.PathLike[str]) -> Read:
    """The tree of a file, None where there is none, with everything that is wrong in it.

    A block that is not YAML is left out of the tree; the `field` of its problem begins with its
    name.
    """
    where = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return None, [Problem(where, _unreadable(Path(path), error))]
    return read_bytes(content, where)


def read_bytes(content: bytes, where: str) -> Read:
    """The tree of what a file holds, as `read` has it; `where` is what its mistakes name."""
    if len(content) > MOST_BYTES:
        return None, [Problem(where, "the file is larger than 1 MiB: answers are a few pages")]
    text, problems = decoded(content, where)
    if text is None:
        return None, problems
    tree, found = _parsed(text, where)
    return tree, [_brief(problem) for problem in problems + found]


def _brief(problem: Problem) -> Problem:
    """The problem with the beginning and the end of what it shows, where that is very long."""
    message, field = problem.message, problem.field
    if len(message) <= _LONGEST_MESSAGE and len(field) <= _LONGEST_MESSAGE:
        return problem
    half = _LONGEST_MESSAGE // 2
    short = (
        f"{each[:half]} … {each[-half:]}" if len(each) > _LONGEST_MESSAGE else each
        for each in (message, field)
    )
    return replace(problem, message=next(short), field=next(short))


def _parsed(text: str, where: str) -> Read:
    parser = Parser(text, where)
    try:
        root = parser.root()
    except TooMuchError as error:
        return None, [error.problem]
    except yaml.YAMLError as error:
        return _in_blocks(text, where, error, parser)
    tree, problems = top_block(root, where)
    if root is not None:
        problems = [*lost_behind_number_sign(text, root, where), *problems]
    return tree, parser.problems + problems


def _in_blocks(text: str, where: str, error: yaml.YAMLError, parser: Parser) -> Read:
    # Imported only now, since most files can be read and a command should start quickly.
    from jobshare_docs.yaml_file.recovery import read_in_blocks
    from jobshare_docs.yaml_file.syntax import explained

    return read_in_blocks(text, where, explained(error, parser))


def _unreadable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file" + _nearest(path)
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return _folder(path)
    if isinstance(error, PermissionError):
        return "the file may not be read: ask its owner, or close the program that holds it"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"the file cannot be read ({reason}): look at its name and where it lies"


def _folder(path: Path) -> str:
    """What to name in a folder, or what to call the file that should be there."""
    name = misnamed_in(path)
    if name:
        hidden = "; Windows hides the last part of a name" * name.lower().endswith(".txt")
        return f"this folder has no answers.yaml, but '{name}': rename it to answers.yaml{hidden}"
    yaml_files = [name for name in _names_in(path) if name.lower().endswith((".yaml", ".yml"))]
    example = "answers.yaml" if not yaml_files else yaml_files[0]
    return f"this is a folder: name a file in it, such as {example}"


def misnamed_in(folder: Path) -> str | None:
    """The name of the file in a folder that has only to be renamed to answers.yaml."""
    return next(filter(_MISNAMED.fullmatch, _names_in(folder)), None)


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(found.name for found in folder.iterdir())
    except OSError:
        return []


def _nearest(path: Path) -> str:
    try:
        names = [found.name for found in path.parent.iterdir()]
    except (OSError, ValueError):
        return ": look at the name of the folder"
    near = nearest(path.name, names)
    return f"; nearest: '{path.with_name(near)}'" if near else ": look at its name and folder"
