"""What is wrong in a written schedule, and where in the writing."""

from collections.abc import Iterable
from typing import NamedTuple


class Mistake(NamedTuple):
    """One thing that is wrong in a written week, time or length.

    `offset` counts characters from the start of the text, from zero; `within` names the keys that
    lead to that text in a week of several texts: `("am",)`, `("Wed", "A")`.
    """

    message: str
    offset: int = 0
    within: tuple[str, ...] = ()


class NotationError(ValueError):
    """Raised where a written week, time or length cannot be read, with every mistake in it."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(mistake.message for mistake in self.mistakes))

    @classmethod
    def of(cls, message: str, offset: int = 0) -> "NotationError":
        """An error of one mistake."""
        return cls([Mistake(message, offset)])

    def inside(self, *keys: str) -> "NotationError":
        """The same mistakes, seen from outside the keys that lead to their text."""
        return NotationError(found._replace(within=keys + found.within) for found in self.mistakes)


class ScheduleError(ValueError):
    """Raised where a schedule that can be read makes no sense, in words for its author."""
