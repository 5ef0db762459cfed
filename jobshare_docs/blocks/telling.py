"""Where a value is read, and the telling of what is wrong with it there."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from jobshare_docs.problems import Problem
from jobshare_docs.schedule.mistakes import NotationError
from jobshare_docs.yaml_file.naming import Step, dotted_name
from jobshare_docs.yaml_file.tree import Mapping, Node, Place, Scalar, Sequence

WRONG: Final[Any] = object()
"""What stands for a value that cannot be read, after its author was told why."""

_CURLY_QUOTES = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab"


class TextNeededError(ValueError):
    """Raised by a parser that is given a list or a block; `kind` is what it wants."""

    def __init__(self, kind: str = "text") -> None:
        self.kind = kind
        super().__init__(f"{kind} is needed here")


class At(NamedTuple):
    """The path and place of a value, and the problems found on the way to it."""

    path: tuple[Step, ...]
    place: Place
    problems: list[Problem]

    def inside(self, step: Step, node: Node, place: Place) -> "At":
        """A value inside this one; a text stands where it begins, others where their key does."""
        return At(
            (*self.path, step), node.place if isinstance(node, Scalar) else place, self.problems
        )

    def wrong(self, message: str, columns: int = 0, meant: str = "") -> Any:
        """Tell what is wrong with the value, so many columns after it begins.

        `meant` is the name in whose place its own stands, where it has a wrong one.
        """
        file, line, column = self.place
        field = dotted_name(self.path)
        meant = dotted_name((*self.path[:-1], meant)) if meant else ""
        self.problems.append(Problem(file, message, line, column + columns, field, meant=meant))
        return WRONG

    def told(self, parse: Callable[[], Any], node: Node) -> Any:
        """What a parser makes of the value; what it raises is told."""
        try:
            return parse()
        except NotationError as error:
            return self._slips(error, node)
        except TextNeededError as error:
            return self.other_kind(error.kind, node)
        except ValueError as error:
            return self.wrong(_in_curly_quotes(node) or str(error))

    def other_kind(self, needed: str, node: Node, keys: list[str] | None = None) -> Any:
        """Tell that a list or a block stands where a text is needed, or the like."""
        # Imported only now, since most answers are right and a command should start quickly.
        from jobshare_docs.blocks.wording import of_other_kind

        in_list = bool(self.path) and isinstance(self.path[-1], int)
        return self.wrong(of_other_kind(needed, node, keys or [], in_list))

    def _slips(self, error: NotationError, node: Node) -> Any:
        """Each mistake of a written week or time, at the very sign that is wrong."""
        for mistake in error.mistakes:
            at, inner = self, node
            for key in mistake.within:
                if isinstance(inner, Mapping) and key in inner.entries:
                    place, inner = inner.entries[key]
                    at = at.inside(key, inner, place)
            one_line = isinstance(inner, Scalar) and "\n" not in inner.text
            quote = isinstance(inner, Scalar) and inner.quoted
            at.wrong(mistake.message, mistake.offset + quote if one_line else 0)
        return WRONG


def data(node: Node) -> Any:
    """The node as `str`, `list` and `dict`."""
    if isinstance(node, Scalar):
        return node.text if node.given else None
    if isinstance(node, Sequence):
        return [data(item) for item in node.items]
    return {key: data(entry.value) for key, entry in node.entries.items()}


def _in_curly_quotes(node: Node) -> str | None:
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if not text or text[0] not in _CURLY_QUOTES:
        return None
    return f"{text}: curly quotes are no quotes for YAML: leave them out, or type them anew"
