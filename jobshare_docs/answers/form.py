"""A blank file as a form: its questions in order, with the comments that stand above them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.yaml_file import Mapping, Node, Scalar, Sequence, read_bytes

_HEADING = re.compile(r"\s*# ---- (.*?) ----\s*")
_COMMENT = re.compile(r"\s*#\s?(.*)")
_EACH = "[]"


@dataclass(frozen=True, slots=True)
class Question:
    """One line to fill in.

    `key` is dotted, with `[]` for each item of a list; `line` counts from zero. `default` is what
    stands there already. A question that `repeats` is a list of texts.
    """

    key: str
    line: int
    comment: tuple[str, ...] = ()
    default: str = ""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of blocks: the questions of one item, which stand on the lines from `first` on."""

    key: str
    first: int
    last: int
    questions: tuple[Question, ...]


Part = Question | Items


@dataclass(frozen=True)
class Form:
    """A blank file; raises ProblemsFound where it cannot be read."""

    text: str
    name: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The questions, and the lists of blocks, in the order of the file."""
        tree, problems = read_bytes(self.text.encode(), self.name)
        if tree is None or problems:
            raise ProblemsFound(problems)
        return tuple(self._parts(tree, "", ()))

    def heading(self, line: int) -> str:
        """The heading under which a line stands, empty where it has none."""
        above = (_HEADING.fullmatch(self.lines[number]) for number in range(line, -1, -1))
        return next((found[1] for found in above if found), "")

    def why(self, line: int) -> tuple[str, ...]:
        """What stands right below the heading of a line: why its questions are asked."""
        above = (number for number in range(line, -1, -1) if _HEADING.fullmatch(self.lines[number]))
        here = next(above, len(self.lines))
        below = takewhile(bool, map(_COMMENT.fullmatch, self.lines[here + 1 : line]))
        return tuple(found[1] for found in below if found)

    def _parts(self, block: Mapping, prefix: str, above: tuple[str, ...]) -> Iterator[Part]:
        """What a block asks; the comment above the block belongs to its first question."""
        for key, entry in block.entries.items():
            line = entry.key.line - 1
            comment = above + self._comment(line)
            yield from self._part(entry.value, prefix + key, line, comment)
            above = ()

    def _part(self, node: Node, key: str, line: int, comment: tuple[str, ...]) -> Iterator[Part]:
        if isinstance(node, Mapping):
            yield from self._parts(node, f"{key}.", comment)
        elif isinstance(node, Scalar):
            yield Question(key, line, comment, node.text)
        elif isinstance(node.items[0], Mapping):
            yield self._items(node, key, comment)
        else:
            yield Question(key + _EACH, node.items[0].place.line - 1, comment, repeats=True)

    def _items(self, node: Sequence, key: str, comment: tuple[str, ...]) -> Items:
        item = node.items[0]
        questions = (
            self._parts(item, f"{key}{_EACH}.", comment) if isinstance(item, Mapping) else ()
        )
        asked = tuple(part for part in questions if isinstance(part, Question))
        return Items(key, asked[0].line, asked[-1].line, asked)

    def _comment(self, line: int) -> tuple[str, ...]:
        """The comment right above a line."""
        said: list[str] = []
        for number in range(line - 1, -1, -1):
            found = _COMMENT.fullmatch(self.lines[number])
            if not found or _HEADING.fullmatch(self.lines[number]):
                break
            said.insert(0, found[1])
        return tuple(said)
