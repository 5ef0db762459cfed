"""The week that was most likely meant where several days share a name: `Mon Tue Wed: A`."""

import re

from jobshare_docs.schedule.mistakes import NotationError
from jobshare_docs.schedule.notation import parse_cell
from jobshare_docs.schedule.week import WEEKDAYS
from jobshare_docs.schedule.writing import weekday_number

_NOBODY = "-"
_DAYS = re.compile(r"\s*[,;]?\s*([A-Za-z][A-Za-z .,;&/+\u2013-]*?)\s*:\s*([^\s,;:]+)")
_RANGE = re.compile(r"([A-Za-z]+)\.?\s*(?:[-\u2013]|\bto\b)\s*([A-Za-z]+)\.?")


def several_days_told(text: str) -> str | None:
    """What to write for `Mon Tue Wed: A, Thu Fri: B`; None where the text is nothing like it."""
    found = list(_DAYS.finditer(text))
    if not found or "".join(one.group() for one in found).strip() != text.strip():
        return None
    try:
        named = [(_numbers(one[1]), one[2]) for one in found]
        for _, cell in named:
            parse_cell(cell)
    except NotationError:
        return None
    if all(len(numbers) == 1 for numbers, _ in named):
        return None
    return f'one day stands before a colon; write the week as one line: - "{_line(named)}"'


def _numbers(names: str) -> list[int]:
    """The weekdays that are named, Monday being 0; raises NotationError."""
    if span := _RANGE.fullmatch(names):
        return list(range(weekday_number(span[1]), weekday_number(span[2]) + 1))
    words = re.findall(r"[A-Za-z]+", names)
    return [weekday_number(word) for word in words if word.lower() != "and"]


def _line(named: list[tuple[list[int], str]]) -> str:
    cells = {number: cell for numbers, cell in named for number in numbers}
    count = 5 if max(cells, default=0) < 5 else len(WEEKDAYS)
    return " ".join(cells.get(number, _NOBODY) for number in range(count))
