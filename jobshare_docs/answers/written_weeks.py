"""The weeks as they stand in a file; what is no list of weeks says how to make it one."""

from typing import Any

from jobshare_docs.blocks import TextNeededError
from jobshare_docs.schedule.mistakes import NotationError
from jobshare_docs.schedule.notation import parse_cell
from jobshare_docs.schedule.week import Half, Week
from jobshare_docs.schedule.writing import parse_week, weekday_number
from jobshare_docs.yaml_file.traps import long_dash


def list_of_weeks(value: Any) -> None:
    """Look that it is a list of weeks; raises ValueError where it is one week, or its days."""
    if isinstance(value, str) and value.startswith("-") and value[1:2].strip():
        raise ValueError('a space is missing behind each dash; write: - "A A A B B"')
    if isinstance(value, str) and (message := long_dash(value.strip())):
        raise ValueError(message)
    if isinstance(value, str) and value.strip():
        weeks = ", ".join(f'"{line.strip(" ,;")}"' for line in _lines(value))
        raise ValueError(f"a list of weeks is needed here; write: weeks: [{weeks}]")
    if isinstance(value, dict):
        raise ValueError("a list of weeks is needed here: put a dash before each week, '- '")
    if isinstance(value, list):
        _refuse_days(value)


def week_of(value: Any) -> Week:
    """One week in any of its three forms; raises NotationError, TextNeededError for a list."""
    if not isinstance(value, str | dict):
        raise TextNeededError("a week")
    if isinstance(value, dict):
        _refuse_name(value)
        _refuse_several_days(value)
    return parse_week(value)


def _refuse_name(week: dict[str, Any]) -> None:
    """`Week 1: A A A B B`: the order of the list says which week it is."""
    (name, line), *others = week.items() or [("", "")]
    if others or not isinstance(line, str) or len(line.split()) not in (5, 7):
        return
    if name.strip().lower() not in set(Half) and all(_is_cell(cell) for cell in line.split()):
        raise ValueError(f'a week needs no name; write: "{line.strip()}"')


def _refuse_several_days(week: dict[str, Any]) -> None:
    """`Mon Tue Wed: A`: each day has a line of its own, or the week is one line."""
    if all(_is_weekday(name) for name in week):
        return
    from jobshare_docs.schedule.likely_week import several_days_told  # only for a mistake

    if message := several_days_told(", ".join(f"{name}: {cell}" for name, cell in week.items())):
        raise ValueError(message)


def _lines(text: str) -> list[str]:
    """The cells of a text as lines of five or seven days; one line where they are neither."""
    cells = text.split()
    days = next((days for days in (5, 7) if len(cells) % days == 0), len(cells))
    return [" ".join(cells[start : start + days]) for start in range(0, len(cells), days)]


def _refuse_days(items: list[Any]) -> None:
    """`[A, A, B, B, B]` and a list of weekdays: each item of the list would be a week."""
    if len(items) > 1 and all(isinstance(item, str) and _is_cell(item) for item in items):
        line = " ".join(item.strip() for item in items)
        raise ValueError(f'each item of this list is a week; write the days as one: ["{line}"]')
    days = [key for item in items if isinstance(item, dict) and len(item) == 1 for key in item]
    if len(items) > 1 and len(days) == len(items) and all(_is_weekday(day) for day in days):
        raise ValueError(
            "each dash begins a week, and here it begins a day: keep the first dash, take the"
            " others away and indent all the days alike"
        )


def _is_cell(text: str) -> bool:
    try:
        parse_cell(text)
    except NotationError:
        return False
    return True


def _is_weekday(text: str) -> bool:
    try:
        weekday_number(text)
    except NotationError:
        return False
    return True
