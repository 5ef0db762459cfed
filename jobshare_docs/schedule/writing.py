"""The three ways in which a week is written: a line, a pair of lines, a block by weekday."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from jobshare_docs.schedule.clock import parse_spans
from jobshare_docs.schedule.mistakes import Mistake, NotationError
from jobshare_docs.schedule.notation import NOBODY, PEOPLE, Who, parse_cell, parse_line
from jobshare_docs.schedule.week import DAY_OFF, SHORT_WEEKDAYS, WEEKDAYS, WEEKEND, Day, Half, Week

DayText = str | Mapping[str, str | None] | None
"""A day as it is written: a cell, `{A: times, B: times}`, `{am: cell, pm: cell}`, or empty."""

WeekText = str | Mapping[str, DayText]
"""A week as it is written: a line, `{am: line, pm: line}`, or days by weekday."""

_Written = TypeVar("_Written")
_Read = TypeVar("_Read")


def parse_week(text: WeekText) -> Week:
    """A week written in any of the three ways; raises NotationError within its keys."""
    wrong = list(_not_texts(text, ()))
    if wrong:
        raise NotationError(wrong)
    if isinstance(text, str):
        return week_of_line(text)
    lines = {_lowered(key): line for key, line in text.items()}
    if set(lines) & set(Half):
        return _week_of_pair(lines)
    return week_of_days(text)


def _not_texts(value: object, within: tuple[str, ...]) -> Iterator[Mistake]:
    """Every list in a week, and every block deeper than a day's."""
    if isinstance(value, Mapping) and len(within) < 2:
        for key, inner in value.items():
            yield from _not_texts(inner, (*within, key))
    elif value is not None and not isinstance(value, str):
        kind = "block" if isinstance(value, Mapping) else "list"
        yield Mistake(f"a {kind} stands here: write it as one text in quotes", within=within)


def week_of_line(text: str) -> Week:
    """A week of whole days: `"A A AB B B"`; raises NotationError."""
    return Week(tuple(Day.whole(who) for who in parse_line(text)))


def week_of_halves(am: str, pm: str) -> Week:
    """A week whose mornings and afternoons differ; raises NotationError within `am` or `pm`."""
    lines = _each(parse_line, {"am": am, "pm": pm})
    if len(lines["am"]) != len(lines["pm"]):
        found = f"am has {len(lines['am'])} days and pm has {len(lines['pm'])}"
        raise NotationError.of(f"{found}: give both the same days").inside("pm")
    return Week(tuple(map(Day, lines["am"], lines["pm"])))


def week_of_days(days: Mapping[str, DayText]) -> Week:
    """A week by weekday: `{"Mon": "A", "Wed": {"A": "8:30-13:00", "B": "12:00-16:45"}}`.

    A day left out, or empty, is off; Saturday or Sunday make it a week of seven. Raises
    NotationError within the weekday.
    """
    read = _each(_weekday_and_day, {key: (key, text) for key, text in days.items()})
    by_number: dict[int, Day] = {}
    for key, (number, day) in read.items():
        if number in by_number:
            twice = f"{WEEKDAYS[number]} is given twice: keep one of them"
            raise NotationError.of(twice).inside(key)
        by_number[number] = day
    columns = 7 if by_number.keys() & set(WEEKEND) else 5
    return Week(tuple(by_number.get(number, DAY_OFF) for number in range(columns)))


def weekday_number(text: str) -> int:
    """The weekday of a name such as `Mon` or `Monday`, Monday being 0; raises NotationError."""
    name = text.strip().rstrip(".").lower()
    for number, weekday in enumerate(WEEKDAYS):
        if len(name) >= 3 and weekday.lower().startswith(name):
            return number
    raise NotationError.of(f"'{text}' is not a weekday: use {', '.join(SHORT_WEEKDAYS)}")


def _week_of_pair(lines: Mapping[str, DayText]) -> Week:
    other = [
        Mistake("stands beside am and pm: a week needs only these two", within=(key,))
        for key in lines
        if key not in set(Half)
    ]
    if other:
        raise NotationError(other)
    am, pm = lines.get(Half.MORNING), lines.get(Half.AFTERNOON)
    if not isinstance(am, str) or not isinstance(pm, str):
        raise NotationError.of('give a line for am and a line for pm: {am: "A A A B B", pm: …}')
    return week_of_halves(am, pm)


def _weekday_and_day(entry: tuple[str, DayText]) -> tuple[int, Day]:
    key, text = entry
    return weekday_number(key), _day(text)


def _day(text: DayText) -> Day:
    if text is None:
        return DAY_OFF
    if isinstance(text, str):
        return Day.whole(_cell_not_times(text))
    keys = {_lowered(key) for key in text}
    return _day_of_halves(text) if keys & set(Half) else _day_of_turns(text)


def _cell_not_times(text: str) -> Who:
    if ":" in text:
        raise NotationError.of(f'say who works at these times: {{A: "{text.strip()}"}}')
    return parse_cell(text)


def _day_of_halves(text: Mapping[str, str | None]) -> Day:
    _only(text, set(Half), "is not one of am, pm")
    cells = _each(parse_cell, {key: cell for key, cell in text.items() if cell})
    halves = {_lowered(key): who for key, who in cells.items()}
    return Day(halves.get("am", NOBODY), halves.get("pm", NOBODY))


def _day_of_turns(text: Mapping[str, str | None]) -> Day:
    _only(text, {letter.lower() for letter in PEOPLE}, "is not one of A, B (or am, pm)")
    spans = _each(parse_spans, {key: times for key, times in text.items() if times})
    return Day.of_turns({key.strip().upper(): times for key, times in spans.items()})


def _only(text: Mapping[str, str | None], known: set[str], problem: str) -> None:
    wrong = [
        Mistake(f"'{key}' {problem}", within=(key,)) for key in text if _lowered(key) not in known
    ]
    if wrong:
        raise NotationError(wrong)


def _each(read: Callable[[_Written], _Read], texts: Mapping[str, _Written]) -> dict[str, _Read]:
    """What each text says; raises NotationError with the mistakes of all, each within its key."""
    found: dict[str, _Read] = {}
    wrong: list[Mistake] = []
    for key, text in texts.items():
        try:
            found[key] = read(text)
        except NotationError as error:
            wrong.extend(error.inside(key).mistakes)
    if wrong:
        raise NotationError(wrong)
    return found


def _lowered(key: str) -> str:
    return key.strip().lower()
