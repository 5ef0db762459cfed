"""The blank changeover log of one round of the cycle: its turns, and the tasks handed over."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.sections import DoneBy
from jobshare_docs.answers.starting import first_days
from jobshare_docs.documents.grid import GridWriter, dated_week, told_of
from jobshare_docs.documents.plain import Absent
from jobshare_docs.schedule.dated import begun, monday_of, weeks_from
from jobshare_docs.schedule.turns import Slot, WorkedTurn, cycle_on, turns_ending
from jobshare_docs.wording import date_without_year, weekday_names

_Values = dict[str, Any]
_HANDED_OVER = (DoneBy.BOTH, DoneBy.ON_DUTY)


def changeover(terms: Terms, names: dict[str, str], writer: GridWriter, today: date) -> _Values:
    """Every name under `changeover`, for the round of the cycle that holds today.

    Before the arrangement begins, for its first round.
    """
    cycle = terms.cycle
    if cycle is None:
        return no_changeover()
    starts = first_days(terms.arrangement)
    begins = cycle_on(cycle, _from(starts, today))
    round_of = [begun(week, starts) for week in weeks_from(cycle, begins, len(cycle.weeks))]
    weeks = [dated_week(week, writer) for week in round_of]
    return (
        _nothing()
        | told_of(weeks)
        | {
            "begins": begins,
            "ends": round_of[-1].days[-1].date,
            "weeks": weeks,
            "turns": _turns(turns_ending(cycle, begins, starts), names, writer),
            "tasks": _tasks(terms),
        }
    )


def no_changeover() -> _Values:
    """The same names with nothing behind them."""
    return Absent(_nothing())


def _nothing() -> _Values:
    # What a person fills in is printed as an empty text, so that no template has an empty cell.
    lists: _Values = {name: [] for name in ("weeks", "turns", "tasks")}
    none = dict.fromkeys(("begins", "ends", "not_begun", "both_on_a_day"))
    return none | {"to_fill_in": ""} | lists


def _from(starts: Mapping[str, date], today: date) -> date:
    """Today, or the first day on which both are there."""
    return monday_of(max(today, *starts.values())) if starts else today


def _turns(turns: Iterable[WorkedTurn], names: dict[str, str], writer: GridWriter) -> list[_Values]:
    return [_turn(number, turn, names, writer) for number, turn in enumerate(turns, 1)]


def _turn(number: int, turn: WorkedTurn, names: dict[str, str], writer: GridWriter) -> _Values:
    other = "B" if turn.who == "A" else "A"
    return {
        "number": number,
        "letter": turn.who,
        "name": names[turn.who],
        "to": names[other],
        "begins": _day(turn.first, writer),
        "ends": _day(turn.last, writer),
        "is_one_day": turn.first == turn.last,
        "together": turn.together,
    }


def _day(slot: Slot, writer: GridWriter) -> str:
    """The weekday and date of a slot, with its half of the day where the halves differ."""
    said = writer.sentences.filled(
        "turn.day", weekday=weekday_names()[slot.date.weekday()], date=date_without_year(slot.date)
    )
    if slot.half is None:
        return said
    return writer.sentences.filled("turn.half", day=said, half=writer.half(slot.half))


def _tasks(terms: Terms) -> list[_Values]:
    """The tasks that both do, or whoever is on duty, in the order of the answers."""
    block = terms.arrangement.duties
    return [
        {"task": task.task, "prompt": bool(task.prompt)}
        for task in (block.tasks if block else None) or ()
        if task.done_by in _HANDED_OVER
    ]
