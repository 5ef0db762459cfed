"""A text while it is read: what is wrong in it, each with its place, and how much was read."""

from yaml.events import Event

from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import traps
from jobshare_docs.yaml_file.marks import start_of
from jobshare_docs.yaml_file.naming import Step, dotted_name
from jobshare_docs.yaml_file.tree import Place

MOST_LEVELS = 30
MOST_VALUES = 10_000


class TooMuchError(Exception):
    """Raised where a file is nested too deeply or holds too many values; nothing of it is used."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class TextBeingRead:
    """One text, or the part of one that begins after `lines_before` lines.

    What is wrong in what can be read is put in `problems`; `values` counts what was read, aliases
    expanded; `path` leads to what is being read.
    """

    def __init__(self, text: str, file: str, lines_before: int = 0, values: int = 0) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.file = file
        self.lines_before = lines_before
        self.values = values
        self.problems: list[Problem] = []
        self.path: list[Step] = []
        self._level = 0
        self._deepest = 0

    def place(self, event: Event) -> Place:
        """Where an event begins."""
        mark = event.start_mark
        assert mark is not None
        return Place(self.file, mark.line + 1 + self.lines_before, mark.column + 1)

    def _count(self, event: Event, more: int = 1) -> None:
        self.values += more
        if self.values > MOST_VALUES:
            raise self._too_much(event, traps.TOO_MANY_VALUES.format(MOST_VALUES))

    def _check_level(self, event: Event, level: int) -> None:
        self._deepest = max(self._deepest, level)
        if level > MOST_LEVELS:
            raise self._too_much(event, traps.TOO_DEEP.format(MOST_LEVELS))

    def _line(self, event: Event) -> str:
        return self.lines[start_of(event).line]

    def _wrong(self, event: Event, message: str, *inside: str) -> None:
        self.problems.append(self._problem(event, message, *inside))

    def _too_much(self, event: Event, message: str) -> TooMuchError:
        return TooMuchError(self._problem(event, message))

    def _problem(self, event: Event, message: str, *inside: str) -> Problem:
        file, line, column = self.place(event)
        return Problem(file, message, line, column, dotted_name((*self.path, *inside)))
