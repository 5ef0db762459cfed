"""The arrangements whose answers lie in a folder and the folders in it."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.yaml_file import read

_ENDINGS = (".yaml", ".yml")
_PEOPLE = "employees"
_PRIVATE = "worksheet"
# The order in which files of one arrangement are laid; others come after these, by name.
_ORDER = ("answers", "organization", "terms", "reply")


def arrangements_in(folder: Path, policy: Policy) -> tuple[list[Answers], list[Problem]]:
    """Every arrangement in the folder and below, and what could not be read.

    Where one file of a folder names the employees, the others there are laid over it; where several
    do, each is an arrangement of its own, and so is each file where none does.
    """
    found: list[Answers] = []
    problems: list[Problem] = []
    for files in _by_folder(folder):
        for layers in _layers(files):
            try:
                answers = load_answers(*layers, policy=policy)
                found.append(answers)
                problems += errors(answers.problems)
            except ProblemsFound as error:
                problems += error.problems
    return found, problems


def _by_folder(folder: Path) -> Iterator[list[Path]]:
    by_folder: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _ENDINGS and path.is_file():
            by_folder[path.parent].append(path)
    return iter(by_folder.values())


def _layers(files: list[Path]) -> list[list[Path]]:
    blocks = {file: _blocks(file) for file in files}
    ours = sorted((file for file in files if blocks[file] - {_PRIVATE}), key=_place)
    named = [file for file in ours if _PEOPLE in blocks[file]]
    if len(named) == 1:
        return [[*named, *(file for file in ours if file not in named)]]
    return [[file] for file in named or ours]


def _blocks(file: Path) -> set[str]:
    """The blocks of the answers in a file; those of a file that cannot be read are its own."""
    tree, problems = read(file)
    found = set(tree.entries) & set(BLOCKS) if tree else set()
    return found or ({_PEOPLE} if problems else set())


def _place(file: Path) -> tuple[int, str]:
    known = _ORDER.index(file.stem) if file.stem in _ORDER else len(_ORDER)
    return known, file.name
