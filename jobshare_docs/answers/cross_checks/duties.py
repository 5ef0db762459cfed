"""The duties against the request and against the rota."""

from collections.abc import Iterator
from enum import StrEnum

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.sections import Backup, DoneBy, Task
from jobshare_docs.problems import Problem
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.week import WEEKDAYS

_SHARED = (DoneBy.BOTH, DoneBy.ON_DUTY)
_GIVEN_AWAY = (DoneBy.OTHER, DoneBy.DROPPED)
_NEEDS_A_PARTNER = ("B", "both", "partner")


def problems(terms: Terms) -> Iterator[Problem]:
    """Each task by itself and against the rota, then all tasks together."""
    duties = terms.arrangement.duties
    tasks = (duties.tasks if duties else None) or ()
    for field, task in zip(terms.items("duties.tasks"), tasks, strict=False):
        yield from _task(terms, field, task)
    yield from _twice(terms, tasks)
    all_read = not any(name.startswith("duties.tasks") for name in terms.unread)
    if tasks and all_read and terms.could_read("purpose.request"):
        yield from _altogether(terms, tasks)


def _task(terms: Terms, field: str, task: Task) -> Iterator[Problem]:
    by_whom = task.by_whom or not terms.could_read(f"{field}.by_whom")
    if task.done_by is DoneBy.OTHER and not by_whom:
        yield terms.error(
            f"{field}.by_whom", "missing; say who does it, since neither partner does"
        )
    if task.by_whom and task.done_by and task.done_by is not DoneBy.OTHER:
        yield terms.warning(
            f"{field}.by_whom",
            f"no document prints this where done_by is '{task.done_by}': say it under how, or write"
            " done_by: other",
        )
    if task.done_by and task.backup and task.backup.value == task.done_by.value in ("A", "B"):
        yield terms.warning(
            f"{field}.backup",
            f"{task.backup} does the task already: name the other, or leave this out",
        )
    if terms.arrangement.is_part_time:
        yield from _partner_named(terms, field, task)
    elif task.prompt and terms.cycle:
        yield from _prompt(terms, field, task, terms.cycle)


def _partner_named(terms: Terms, field: str, task: Task) -> Iterator[Problem]:
    for name in ("done_by", "backup"):
        value: StrEnum | None = getattr(task, name)
        if value in _NEEDS_A_PARTNER:
            yield terms.error(
                f"{field}.{name}",
                f"'{value}' needs a partner, and a part-time request has none: use A, other or"
                f" {'dropped' if name == 'done_by' else 'none'}",
            )


def _prompt(terms: Terms, field: str, task: Task, cycle: Cycle) -> Iterator[Problem]:
    """A task for the same day that waits while the one who does it is away."""
    if task.done_by not in (DoneBy.A, DoneBy.B):
        return
    if task.backup is not None and task.backup not in (Backup.NONE, Backup(task.done_by.value)):
        return
    days = _days_without(cycle, task.done_by.value)
    if days:
        yield terms.warning(
            field,
            f"'{task.task}' needs action the same day, and nobody does it when {task.done_by} is"
            f" off ({', '.join(days)}): name a backup, or let whoever is on duty do it",
        )


def _days_without(cycle: Cycle, letter: str) -> list[str]:
    several = len(cycle.weeks) > 1
    return [
        f"{WEEKDAYS[weekday]} of week {week + 1}" if several else WEEKDAYS[weekday]
        for week, weekday, day in cycle.places()
        if letter not in day.people and (day.people or weekday in cycle.position_days())
    ]


def _twice(terms: Terms, tasks: tuple[Task, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for field, task in zip(terms.items("duties.tasks"), tasks, strict=False):
        name = (task.task or "").casefold()
        if name and name in seen:
            yield terms.warning(f"{field}.task", f"'{task.task}' stands here twice: leave out one")
        seen.add(name)


def _altogether(terms: Terms, tasks: tuple[Task, ...]) -> Iterator[Problem]:
    done_by = {task.done_by for task in tasks}
    if terms.arrangement.is_part_time:
        if not done_by.intersection(_GIVEN_AWAY):
            yield terms.warning(
                "duties.tasks",
                "no task is taken over by somebody else or dropped: say what becomes of the work"
                " that no longer fits, with done_by: other or dropped",
            )
    elif None not in done_by and not done_by.intersection(_SHARED):
        yield terms.warning(
            "duties.tasks",
            "no task is done by both or by whoever is on duty: this reads as a job split. In a job"
            " share both partners answer for most of the position",
        )
