"""What is wrong, and where: the one form in which every mistake of a user is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the document, a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, its place, and what to do about it.

    `where` is a file's path or, for a Word file, its path and the place in it; `line` and `column`
    count from one and are absent where a place has none; `field` is the dotted name of the value.
    `hides_more` says that what stands around it could not be read, and was not looked through;
    `meant` is the dotted name that was most likely meant by a `field` that there is not.
    """

    where: str
    message: str
    line: int | None = None
    column: int | None = None
    field: str = ""
    severity: Severity = Severity.ERROR
    hides_more: bool = False
    meant: str = ""

    def __str__(self) -> str:
        # A column without a line would be taken for one.
        parts = (self.where, self.line, self.column) if self.line else (self.where,)
        place = ":".join(str(part) for part in parts if part)
        kind = "warning" if self.severity is Severity.WARNING else ""
        return ": ".join(part for part in (place, kind, self.field, self.message) if part)

    @property
    def is_error(self) -> bool:
        """Whether this problem stops the document."""
        return self.severity is Severity.ERROR


class ProblemsFound(Exception):
    """Raised where work cannot go on, with every problem found so far in the order of its place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type["ProblemsFound"], tuple[tuple[Problem, ...]]]:
        """What another process that is sent it makes it of."""
        return type(self), (self.problems,)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a document."""
    return [problem for problem in problems if problem.is_error]


def in_order(problems: Iterable[Problem], files: Iterable[str] = ()) -> list[Problem]:
    """The problems sorted by place: in the order of `files`, then line, then column."""
    rank = {name: number for number, name in enumerate(files)}
    return sorted(
        problems,
        key=lambda found: (
            rank.get(found.where, len(rank)),
            found.where,
            found.line or 0,
            found.column or 0,
        ),
    )
