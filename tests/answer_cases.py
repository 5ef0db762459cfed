"""Answers files as test cases: what a case expects stands in the comments it begins with.

    # base: part-time                  the blocks it is laid over, from base/ (job-share; none)
    # instead of: duties, schedule     blocks of the base that it takes the place of
    # for: letter                      checked for that kind of document alone
    # expect: 14:9: field: message     one line for each message, in order, and no other
    # expect: 14:9: warning: …         a warning; `FILE:14:9:` where it stands in another file
    # expect: nothing
    # reckoned: A 14.5 hours 40%       worked by hand (good cases)

A folder is one case of several layers, laid in the order of their names; the first holds the
comments. A file that cannot hold comments (an encoding, a binary file) has them beside it, in
NAME.expect.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.checks.answers import check
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.problems import Problem, ProblemsFound

FOLDER = Path(__file__).parent / "answers"

_HEADER = re.compile(r"# (base|instead of|for|expect|reckoned): (.*)")


@dataclass(frozen=True)
class Case:
    """One case: its layers, and what their first lines say of them."""

    name: str
    layers: tuple[Path, ...]
    base: str
    instead_of: tuple[str, ...]
    kinds: tuple[str, ...]
    expected: tuple[str, ...]
    reckoned: tuple[str, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The blocks of the base in the order of the outline, then the case's own layers."""
        folder = FOLDER / "base" / self.base
        blocks = (folder / f"{name}.yaml" for name in BLOCKS if name not in self.instead_of)
        return (*(file for file in blocks if file.exists()), *self.layers)

    def load(self) -> Answers:
        """The answers of the case; raises ProblemsFound."""
        return load_answers(*self.files)

    def messages(self, kind: str | None) -> tuple[str, ...]:
        """Everything that is said of the case, each as one line without the path of the case."""
        return tuple(self._line(problem) for problem in self._problems(kind))

    def _problems(self, kind: str | None) -> list[Problem]:
        try:
            return check(self.load(), CATALOGUE[kind] if kind else None)
        except ProblemsFound as error:
            return list(error.problems)

    def _line(self, problem: Problem) -> str:
        line = str(problem)
        if len(self.layers) == 1:
            line = line.replace(f"{self.layers[0]}:", "", 1).lstrip()
        for file in self.files:
            line = line.replace(str(file), file.name)
        return line


def cases(folder: str) -> list[Case]:
    """Every case in a folder of answers."""
    found = (FOLDER / folder).iterdir()
    return [_case(path) for path in sorted(found) if path.suffix != ".expect"]


def _case(path: Path) -> Case:
    layers = tuple(sorted(path.iterdir())) if path.is_dir() else (path,)
    beside = path.with_suffix(".expect")
    header = _header(beside if beside.exists() else layers[0])
    return Case(
        name=path.stem,
        layers=layers,
        base="".join(header.get("base", ["job-share"])),
        instead_of=_words(header, "instead of"),
        kinds=_words(header, "for"),
        expected=tuple(line for line in header.get("expect", []) if line != "nothing"),
        reckoned=tuple(header.get("reckoned", [])),
    )


def _header(file: Path) -> dict[str, list[str]]:
    """What the comments at the top of a file say; raises ValueError where they expect nothing."""
    header: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").split("\n"):
        found = _HEADER.fullmatch(line)
        if not found:
            break
        header.setdefault(found[1], []).append(found[2])
    if "expect" not in header:
        raise ValueError(f"{file} does not begin with what it expects")
    return header


def _words(header: dict[str, list[str]], name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s,]+", " ".join(header.get(name, []))))
