"""The grid of a rota in plain text, as wide as the terminal, at most eighty columns."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jobshare_docs.cli.painting import Paint, plainly
from jobshare_docs.cli.width import width
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.dated import DatedWeek
from jobshare_docs.schedule.grid import Cell, rows, week_rows
from jobshare_docs.schedule.week import SHORT_WEEKDAYS, Half
from jobshare_docs.wording import short_date

LABEL = 16
_HALVES = {None: "", Half.MORNING: ", am", Half.AFTERNOON: ", pm"}


def cycle_grid(cycle: Cycle, initials: Mapping[str, str], paint: Paint = plainly) -> Iterator[str]:
    """The weekdays, then a line or more for each row of the cycle; `paint` shades its cells."""
    yield _line("", SHORT_WEEKDAYS[: cycle.columns])
    for row in rows(cycle):
        yield from _row(f"Week {row.week}{_HALVES[row.half]}", row.cells, initials, paint)


def dated_grid(
    weeks: Iterable[DatedWeek], initials: Mapping[str, str], paint: Paint = plainly
) -> Iterator[str]:
    """The same for weeks on the calendar, each named by its Monday."""
    for number, week in enumerate(weeks):
        if number == 0:
            yield _line("", SHORT_WEEKDAYS[: len(week.days)])
        for half, cells in week_rows([dated.day for dated in week.days]):
            yield from _row(f"{short_date(week.begins)}{_HALVES[half]}", cells, initials, paint)


def _row(
    label: str, cells: Sequence[Cell], initials: Mapping[str, str], paint: Paint
) -> Iterator[str]:
    wide = _column(len(cells))
    columns = [
        [piece for text in cell.lines(initials) for piece in _fitted(text, wide - 1)]
        for cell in cells
    ]
    for number in range(max(map(len, columns))):
        pieces = [column[number] if number < len(column) else "" for column in columns]
        # the last column stays unshaded, so that shades of neighbours do not run into one another
        painted = [
            paint(cell.who, f"{piece:<{wide - 1}}") + " "
            for piece, cell in zip(pieces, cells, strict=True)
        ]
        yield (f"{'' if number else label:<{LABEL}}" + "".join(painted)).rstrip()


def _line(label: str, pieces: Sequence[str]) -> str:
    wide = _column(len(pieces))
    return (f"{label:<{LABEL}}" + "".join(f"{piece:<{wide}}" for piece in pieces)).rstrip()


def _column(columns: int) -> int:
    return (width() - LABEL) // columns


def _fitted(text: str, width: int) -> list[str]:
    """The text in pieces of at most `width`, parted at a space or after a dash."""
    if len(text) <= width:
        return [text]
    for mark in (" ", "\u2013"):
        before, found, after = text.partition(mark)
        if found and after:
            return _fitted(before + mark.strip(), width) + _fitted(after, width)
    return textwrap.wrap(text, width)
