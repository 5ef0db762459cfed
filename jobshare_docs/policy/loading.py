"""A policy folder, read and checked like answers: every mistake with its file and line."""

from pathlib import Path
from typing import Any

from jobshare_docs.blocks import Block, validate
from jobshare_docs.keeping import folder_for_keeping, kept
from jobshare_docs.names import listed, nearest
from jobshare_docs.policy.benefit_rows import Benefits
from jobshare_docs.policy.clause_rows import Clauses
from jobshare_docs.policy.policy import LIMITS, Policy
from jobshare_docs.policy.readiness_rows import Readiness
from jobshare_docs.policy.rows import (
    Identity,
    Limits,
    Options,
    Outline,
    Patterns,
    Terms,
)
from jobshare_docs.problems import Problem, ProblemsFound
from jobshare_docs.remembering import while_unchanged
from jobshare_docs.yaml_file import Mapping, read

_PACKAGE = Path(__file__).parent.parent
BUILT_IN = _PACKAGE / "policies" / "manitoba"

_BLOCKS: dict[str, type[Block]] = {
    "policy": Identity,
    "outline": Outline,
    "terms": Terms,
    "limits": Limits,
    "options": Options,
    "benefits": Benefits,
    "clauses": Clauses,
    "patterns": Patterns,
    "readiness": Readiness,
}
FILES = tuple(_BLOCKS)
_MAKERS = [_PACKAGE / name for name in ("policy", "blocks", "values", "yaml_file")]


@while_unchanged
def load_policy(folder: Path = BUILT_IN) -> Policy:
    """The policy in `folder`; raises ProblemsFound with every mistake in its files."""
    _refuse_incomplete(folder)
    files = [folder / f"{name}.yaml" for name in FILES]
    return kept(folder_for_keeping(), str(folder), files, _MAKERS, lambda: _read(folder))


def _read(folder: Path) -> Policy:
    reader = _Reader(folder)
    parts = reader.parts()
    if reader.problems:
        raise ProblemsFound(reader.problems)
    return _policy(folder, reader.trees, parts)


def as_far_as_read(folder: Path) -> tuple[Policy, list[Problem]]:
    """The policy in a folder, and every mistake for which a file of it cannot be read.

    In the place of such a file, or of one that is not there, stands the built-in one's.
    """
    reader, usual = _Reader(folder), _Reader(BUILT_IN)
    read, parts = reader.parts(), usual.parts()
    broken = {Path(problem.where).stem for problem in reader.problems}
    parts |= {name: rows for name, rows in read.items() if name not in broken}
    trees = {name: tree for name, tree in reader.trees.items() if name not in broken}
    return _policy(folder, usual.trees | trees, parts), reader.problems


def _policy(folder: Path, trees: dict[str, Mapping], parts: dict[str, Any]) -> Policy:
    return Policy(
        folder=folder,
        files=trees,
        identity=parts["policy"],
        sections=parts["outline"].sections,
        front=parts["outline"].front,
        terms=parts["terms"].terms,
        limit_rows=parts["limits"].limits,
        options=parts["options"].options,
        benefits=parts["benefits"],
        clauses=parts["clauses"],
        pattern_rows=parts["patterns"].patterns,
        readiness=parts["readiness"],
    )


def _refuse_incomplete(folder: Path) -> None:
    """Raise ProblemsFound where files are missing, with all that a policy is made of."""
    names = [f"{name}.yaml" for name in FILES]
    absent = [name for name in names if not (folder / name).is_file()]
    if not absent:
        return
    if not folder.is_dir():
        message = "there is no such folder of a policy: correct its name"
    elif len(absent) == len(names):
        message = f"this is no policy: one is a folder with {listed(names)}"
    else:
        message = f"this policy lacks {listed(absent)}: {_next_step(folder, absent)}"
    raise ProblemsFound([Problem(str(folder), message)])


def _next_step(folder: Path, absent: list[str]) -> str:
    """What to rename, where a file has nearly the right name, or what to copy."""
    others = {path.name for path in folder.iterdir()} - {f"{name}.yaml" for name in FILES}
    misnamed = {name: near for name in absent if (near := nearest(name, others))}
    if not misnamed:
        return f"copy what is missing from {BUILT_IN}"
    return "; ".join(f"rename {near} to {name}" for name, near in misnamed.items())


class _Reader:
    """Reads the files of one folder and keeps every problem found on the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.trees: dict[str, Mapping] = {}

    def parts(self) -> dict[str, Any]:
        """What each file says, by its name, as far as it can be read."""
        read = {name: self._file(name, block) for name, block in _BLOCKS.items()}
        limits = read["limits"]
        if limits and not any("limits.yaml" in problem.where for problem in self.problems):
            self.problems += _without_limits(limits, self.folder)
        return {name: rows for name, rows in read.items() if rows is not None}

    def _file(self, name: str, block: type[Block]) -> Any:
        tree, problems = read(self.folder / f"{name}.yaml")
        self.problems += problems
        if tree is None:
            return None
        self.trees[name] = tree
        rows, problems = validate(block, tree, "")
        self.problems += problems
        return rows


def _without_limits(limits: Limits, folder: Path) -> list[Problem]:
    """A problem for each figure that no row gives."""
    where, given = str(folder / "limits.yaml"), {row.key for row in limits.limits}
    return [
        Problem(where, f"no row has the key '{key}'; add one with its value", 1, 1, "limits")
        for key in LIMITS
        if key not in given
    ]
