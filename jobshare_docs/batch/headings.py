"""The headings of a table: dotted names of the answers, `employees.A.name`, one a column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.batch.empty_table import usual_names
from jobshare_docs.batch.spoiled import why_spoiled
from jobshare_docs.blocks import Block, ShortFor, fields_of
from jobshare_docs.names import listed, nearest
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import dotted_name, steps
from jobshare_docs.yaml_file.naming import Step

Blocks = Mapping[str, type[Block]]

_Columns = dict[tuple[Step, ...], int]
"""The column, from one, of each name."""

_NOTE = "#"
_MOST_ITEMS = 200
_CORRECT = "correct it, or put # before it if it is a note"
_HOLDS_MORE = "a block or a list stands under this name: name one value of it"


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


def problems_of(headings: Sequence[str], file: str, blocks: Blocks = BLOCKS) -> list[Problem]:
    """What is wrong with the headings of a table, each at its column of the first row."""
    said: list[Problem] = []
    seen: _Columns = {}
    holders: _Columns = {}
    for column, heading in enumerate(map(str.strip, headings), 1):
        if why := why_spoiled(heading):
            said.append(Problem(file, why, 1, column))
    for column, heading in _columns(headings):
        path = steps(heading)
        message = unknown(heading, blocks) or _taken(path, seen, holders)
        if message:
            said.append(Problem(file, message, 1, column + 1, heading))
        seen.setdefault(path, column + 1)
        for end in range(1, len(path)):
            holders.setdefault(path[:end], column + 1)
    if not seen and not said:
        said.append(Problem(file, "no column has a heading: 'new --table' writes them", 1, 1))
    return said


def unknown(heading: str, blocks: Blocks = BLOCKS, otherwise: str = _CORRECT) -> str | None:
    """Why a dotted name leads to no value of these blocks of answers; None where it does.

    `otherwise` is what to do where no name is near.
    """
    path = steps(heading)
    if not path or dotted_name(path) != heading:
        return "this is no name of the answers: write it as employees.A.name or schedule.weeks[0]"
    at: Any = blocks
    for number, step in enumerate(path):
        wrong = _against(at, step, dotted_name(path[:number]), otherwise)
        if wrong:
            return wrong
        at = _inside(at, step)
    holds_more = _is_list(at) or bool(_names(at)) or get_origin(_unwrapped(at)) is dict
    return _HOLDS_MORE if holds_more and not _may_be_text(at) else None


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


def _taken(path: tuple[Step, ...], seen: _Columns, holders: _Columns) -> str | None:
    """Whether another column says the same, what holds it, or a part of it."""
    before = (seen.get(path[:end]) for end in range(1, len(path) + 1))
    column = next(filter(None, before), None) or holders.get(path)
    said = f"column {column} says the same, or a part of it: keep one of them"
    return said if column else None


def _against(at: Any, step: Step, holder: str, otherwise: str) -> str | None:
    """Why a step leads nowhere, None where it leads on."""
    if isinstance(step, int):
        is_there = _is_list(at) and step < _MOST_ITEMS
        return None if is_there else f"'{holder}' has no item [{step}]"
    names = _names(at)
    if names is None or step in names:
        return None
    place = f"in '{holder}'" if holder else "among the blocks"
    return f"there is no '{step}' {place}{_instead(step, names, holder) or f': {otherwise}'}"


def _instead(step: str, known: list[str], holder: str) -> str:
    """The nearest name; where a block is missing, the full names that end like it."""
    if near := nearest(step, known):
        return f"; nearest: '{near}'"
    likely = () if holder else usual_names(step)
    return f"; perhaps {listed(likely, 'or')}" if likely else ""


def _names(at: Any) -> list[str] | None:
    """The names inside: those of all blocks, or of one; None where any may stand."""
    if isinstance(at, Mapping):
        return list(at)
    inner = _unwrapped(at)
    if isinstance(inner, type) and issubclass(inner, Block):
        return list(fields_of(inner))
    return None if get_origin(inner) is dict else []


def _inside(at: Any, step: Step) -> Any:
    """The type that a step leads to."""
    if isinstance(at, Mapping):
        return at[str(step)]
    inner = _unwrapped(at)
    if isinstance(step, int) or get_origin(inner) is dict:
        return get_args(inner)[-1 if get_origin(inner) is dict else 0]
    return fields_of(inner)[step].annotation


def _is_list(at: Any) -> bool:
    return not isinstance(at, Mapping) and get_origin(_unwrapped(at)) is tuple


def _may_be_text(annotation: Any) -> bool:
    """Whether a text may stand for the block."""
    return any(
        isinstance(one, ShortFor) or _may_be_text(one)
        for one in (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
        if not isinstance(one, type)
    )


def _unwrapped(annotation: Any) -> Any:
    """The type inside optional and annotated ones."""
    while not isinstance(annotation, type) and get_origin(annotation) not in (tuple, dict):
        arguments = [one for one in get_args(annotation) if one is not type(None)]
        if not arguments:
            break
        annotation = arguments[0]
    return annotation
