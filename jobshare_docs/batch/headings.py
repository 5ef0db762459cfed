"""The headings of a table: dotted names of the answers, `employees.A.name`, one a column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.blocks import Block, fields_of
from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import dotted_name, steps
from jobshare_docs.yaml_file.naming import Step

_NOTE = "#"
_MOST_ITEMS = 200


@dataclass(frozen=True, slots=True)
class Plan:
    """How the cells of a row make a tree: a cell by its column from zero, or what lies inside."""

    column: int | None = None
    inside: "tuple[tuple[Step, Plan], ...]" = ()

    @property
    def is_list(self) -> bool:
        """Whether what lies inside are items."""
        return any(isinstance(step, int) for step, _ in self.inside)


def plan_of(headings: Sequence[str]) -> Plan:
    """The plan of a table's headings; one that is empty or begins with `#` is a note to oneself."""
    named = [(steps(heading), column) for column, heading in _columns(headings)]
    return _plan(named)


def problems_of(headings: Sequence[str], file: str) -> list[Problem]:
    """What is wrong with the headings of a table, each at its column of the first row."""
    said: list[Problem] = []
    seen: dict[tuple[Step, ...], int] = {}
    for column, heading in _columns(headings):
        path = steps(heading)
        message = unknown(heading) or _taken(path, seen)
        if message:
            said.append(Problem(file, message, 1, column + 1, heading))
        seen.setdefault(path, column + 1)
    if not seen and not said:
        said.append(Problem(file, "no column has a heading: 'new --table' writes them", 1, 1))
    return said


def unknown(heading: str) -> str | None:
    """Why a dotted name leads to no value of the answers; None where it does."""
    path = steps(heading)
    if dotted_name(path) != heading:
        return "this is no name of the answers: write it as employees.A.name or schedule.weeks[0]"
    at: Any = None
    for number, step in enumerate(path):
        known = _known(at) if number else list(BLOCKS)
        if isinstance(step, int):
            if not _is_list(at) or step >= _MOST_ITEMS:
                return f"'{dotted_name(path[:number])}' has no item [{step}]"
            at = _item(at)
        elif known is not None:
            if step not in known:
                return _no_such(step, known, dotted_name(path[:number]))
            at = _field(at, step) if number else BLOCKS[step]
    if number == 0 or _is_list(at):
        return "a block or a list stands under this name: name one value of it"
    return None


def _columns(headings: Sequence[str]) -> Iterable[tuple[int, str]]:
    stripped = enumerate(heading.strip() for heading in headings)
    return [(n, each) for n, each in stripped if each and not each.startswith(_NOTE)]


def _plan(named: list[tuple[tuple[Step, ...], int]]) -> Plan:
    leaves = [column for path, column in named if not path]
    if leaves:
        return Plan(column=leaves[0])
    firsts = dict.fromkeys(path[0] for path, _ in named)
    ordered = sorted(firsts, key=lambda step: step if isinstance(step, int) else 0)
    return Plan(
        inside=tuple(
            (step, _plan([(path[1:], column) for path, column in named if path[0] == step]))
            for step in ordered
        )
    )


def _taken(path: tuple[Step, ...], seen: dict[tuple[Step, ...], int]) -> str | None:
    """Whether another column says the same, or a part of it."""
    for other, column in seen.items():
        shorter = min(len(path), len(other))
        if path[:shorter] == other[:shorter]:
            return f"column {column} says the same, or a part of it: keep one of them"
    return None


def _no_such(step: str, known: list[str], holder: str) -> str:
    near = nearest(step, known)
    place = f"in '{holder}'" if holder else "among the blocks"
    if near:
        return f"there is no '{step}' {place}; nearest: '{near}'"
    return f"there is no '{step}' {place}: correct it, or put # before it if it is a note"


def _unwrapped(annotation: Any) -> Any:
    """The type inside optional and annotated ones."""
    while not isinstance(annotation, type) and get_origin(annotation) not in (tuple, dict):
        arguments = [one for one in get_args(annotation) if one is not type(None)]
        if not arguments:
            break
        annotation = arguments[0]
    return annotation


def _known(annotation: Any) -> list[str] | None:
    """The names inside a type; None where any may stand."""
    inner = _unwrapped(annotation)
    if isinstance(inner, type) and issubclass(inner, Block):
        return list(fields_of(inner))
    return None


def _field(annotation: Any, step: str) -> Any:
    return fields_of(_unwrapped(annotation))[step].annotation


def _is_list(annotation: Any) -> bool:
    return get_origin(_unwrapped(annotation)) is tuple


def _item(annotation: Any) -> Any:
    return get_args(_unwrapped(annotation))[0]
