"""The rota as rows of cells: one row a week, or a morning and an afternoon where they differ."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jobshare_docs.schedule.clock import span_text
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.week import Day, Half, Turn

NOBODY_TEXT = "\u2013"

_NOON = 12 * 60
_AFTER_LUNCH = 13 * 60


class Cell(NamedTuple):
    """Who works in one cell of the grid, and the turns where the day is written in times."""

    who: Who
    turns: tuple[Turn, ...] = ()

    def lines(self, initials: Mapping[str, str]) -> tuple[str, ...]:
        """The cell's text: `DW, PN`, a dash for nobody, or a line for each turn with its times."""
        if self.turns:
            return tuple(f"{initials[turn.who]} {span_text(turn.span)}" for turn in self.turns)
        return (", ".join(initials[who] for who in PEOPLE if who in self.who) or NOBODY_TEXT,)


class Row(NamedTuple):
    """One row of the grid: a week, from one, or the half of it that `half` names."""

    week: int
    half: Half | None
    cells: tuple[Cell, ...]


def rows(cycle: Cycle) -> tuple[Row, ...]:
    """The rows of the whole cycle, each of five cells, or of seven where any week has seven."""
    return tuple(
        Row(number + 1, half, cells)
        for number in range(len(cycle.weeks))
        for half, cells in week_rows([cycle.day(number, day) for day in range(cycle.columns)])
    )


def week_rows(days: Sequence[Day]) -> list[tuple[Half | None, tuple[Cell, ...]]]:
    """The rows of some days: one, or a morning and an afternoon where the halves of any differ.

    In two rows, a turn stands in each half of the day that it reaches into, with all its time.
    """
    if not any(day.is_split for day in days):
        return [(None, tuple(_cell(day.morning, day.turns) for day in days))]
    mornings = tuple(_cell(day.morning, _morning_turns(day)) for day in days)
    afternoons = tuple(_cell(day.afternoon, _afternoon_turns(day)) for day in days)
    return [(Half.MORNING, mornings), (Half.AFTERNOON, afternoons)]


def _cell(who: Who, turns: tuple[Turn, ...]) -> Cell:
    return Cell(who | {turn.who for turn in turns}, turns)


def _morning_turns(day: Day) -> tuple[Turn, ...]:
    return tuple(turn for turn in day.turns if turn.first < _NOON)


def _afternoon_turns(day: Day) -> tuple[Turn, ...]:
    """Those that last beyond lunch; a turn from 8:30 to 13:00 is a morning's."""
    return tuple(turn for turn in day.turns if turn.last > _AFTER_LUNCH or turn.first >= _NOON)
