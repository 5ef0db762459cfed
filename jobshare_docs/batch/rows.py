"""One arrangement of many: what its row or file says, and the layer that becomes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobshare_docs.answers.layers import Layer, layer_of
from jobshare_docs.batch.headings import Plan
from jobshare_docs.batch.spoiled import why_spoiled
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import Entry, Mapping, Node, Place, Scalar, is_given
from jobshare_docs.yaml_file import Sequence as List
from jobshare_docs.yaml_file.decoding import forbidden_in

# What is laid over the request there takes the place of it, so that an empty cell must not stand.
_CHANGES = (("confirmation", "agreed"), ("reply", "terms"))
_NOT_UTF_8 = "a character of this cell is not UTF-8: save the table as 'CSV UTF-8'"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, by its cells, or a file by its content; `number` is what users call it."""

    number: int
    file: str
    cells: tuple[str, ...] | None = None
    content: bytes = b""
    mistake: str = ""


def ground_of(row: Row) -> Layer:
    """A layer without anything, to lay the others on: what is missing is missing in the row."""
    line = row.number if row.cells is not None else 1
    return Layer(row.file, Mapping({}, Place(row.file, line, 1)))


def layer_of_row(row: Row, plan: Plan | None, ignore_edits: bool = False) -> Layer:
    """The layer of a row: each value has the file, row and column that it stands in."""
    if row.mistake:
        return Layer(row.file, None, (Problem(row.file, row.mistake, row.number or None, 1),))
    if row.cells is None or plan is None:
        return layer_of(row.content, row.file, ignore_edits)
    tree = _Tree(row, row.cells)
    block = tree.block(plan, ())
    wrong = tuple(_unprintable(row, row.cells)) + tree.spoiled()
    return Layer(row.file, None if wrong else block, wrong)


def _unprintable(row: Row, cells: Sequence[str]) -> Iterator[Problem]:
    for column, text in enumerate(cells, 1):
        if text.isprintable():
            continue
        found = forbidden_in(text)
        if found:
            broken = any("\ud800" <= sign <= "\udfff" for sign in text)
            message = f"this cell holds {found}, which no document can: delete it"
            yield Problem(row.file, _NOT_UTF_8 if broken else message, row.number, column)


class _Column(int):
    """The column of a cell: whatever is wrong further on in its text is wrong in that column."""

    def __add__(self, other: int) -> "_Column":
        return self


class _Tree:
    """Makes the tree of one row."""

    def __init__(self, row: Row, cells: Sequence[str]) -> None:
        self._file = row.file
        self._row = row.number
        self._cells = cells
        self._spoiled: dict[int, str] = {}

    def spoiled(self) -> tuple[Problem, ...]:
        """The cells that hold an error in the place of an answer, in their order."""
        found = sorted(self._spoiled.items())
        return tuple(Problem(self._file, why, self._row, column) for column, why in found)

    def block(self, plan: Plan, path: tuple[str, ...]) -> Mapping:
        """The values of a block; those not given keep their place, for what is missing there."""
        entries: dict[str, Entry] = {}
        for step, inner in plan.inside:
            name = str(step)
            node = self._node(inner, (*path, name))
            if node is not None:
                entries[name] = Entry(node.place, node)
        first = next(iter(entries.values()), None)
        return Mapping(entries, first.key if path and first else Place(self._file, self._row, 1))

    def _node(self, plan: Plan, path: tuple[str, ...]) -> Node | None:
        """A value; None for an empty list, and wherever an empty value would change something."""
        if plan.column is not None:
            node: Node | None = self._cell(plan.column)
        elif plan.is_list:
            node = self._list(plan, path)
        else:
            node = self.block(plan, path)
        return None if path[:2] in _CHANGES and not is_given(node) else node

    def _cell(self, column: int) -> Scalar:
        text = self._cells[column] if column < len(self._cells) else ""
        if why := why_spoiled(text):
            self._spoiled[column + 1] = why
        return Scalar(text, bool(text), Place(self._file, self._row, _Column(column + 1)))

    def _list(self, plan: Plan, path: tuple[str, ...]) -> List | None:
        nodes = (self._node(inner, path) for _, inner in plan.inside)
        items = tuple(node for node in nodes if node is not None and is_given(node))
        return List(items, items[0].place) if items else None
