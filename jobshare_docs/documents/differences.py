"""Where the agreed terms differ from what was asked, in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.sections import Implementation
from jobshare_docs.answers.terms import Effective, Review, Sections
from jobshare_docs.blocks import Block, fields_of
from jobshare_docs.documents.grid import GridWriter
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.documents.told import Teller
from jobshare_docs.prose import Prose
from jobshare_docs.schedule.reckoning import Reckoning
from jobshare_docs.wording import capitalized, long_date

# Both are compared as a whole: the rota by its weeks, the tasks by name.
_ROTA = frozenset({"schedule.weeks", "schedule.pattern", "schedule.swap"})
_TASKS = "duties.tasks"

# Pay stands in one employee's own letter, personal reasons in the proposal, telephone numbers in
# neither; and the employee alone declares.
_PRIVATE = frozenset(
    {
        "position.full_time_salary",
        "position.supervisor.phone",
        "purpose.declaration",
        "purpose.other_paid_work",
        "purpose.statement",
    }
)
_OF_TASK = ("who", "how", "why", "backup_who", "prompt")
_APART = _ROTA | _PRIVATE | {_TASKS}

Difference = dict[str, Any]


def written_differences(
    asked: Arrangement,
    changes: Sections | None,
    usual: Mapping[str, Fraction | int],
    teller: Teller,
) -> list[Difference]:
    """Each value that was changed from what was asked: `what` it is, and both texts.

    What is `usual` holds where nothing was asked. The rota and the tasks are not among them: see
    `rota_difference` and `task_differences`; nor is anything that not every reader of a letter may
    know.
    """
    found = _changes("", asked, changes) if changes else ()
    told = ((key, usual.get(key) if old is None else old, new) for key, old, new in found)
    return [
        _difference(_label(key, teller.sentences), teller.said(old), teller.said(new))
        for key, old, new in told
        if key not in _APART and new != old
    ]


def rota_difference(
    asked: Reckoning | None, agreed: Reckoning | None, writer: GridWriter
) -> list[Difference]:
    """The two rotas where they differ, a week a line."""
    if asked is None or agreed is None or asked.cycle.weeks == agreed.cycle.weeks:
        return []
    label = writer.sentences["labels.schedule.weeks"]
    return [_difference(label, _rota(asked, writer), _rota(agreed, writer))]


def task_differences(
    asked: Mapping[str, Any], agreed: Mapping[str, Any], sentences: Sentences
) -> list[Difference]:
    """Each task of which something was changed, from both blocks as templates read them."""
    before = {task["task"]: task for task in asked["tasks"]}
    pairs = ((before[task["task"]], task) for task in agreed["tasks"] if task["task"] in before)
    return [
        _task_difference(old, new, changed, sentences)
        for old, new in pairs
        if (changed := [name for name in _OF_TASK if old[name] != new[name]])
    ]


def confirmed_differences(
    asked: Arrangement, effective: Effective | None, review: Review | None, teller: Teller
) -> list[Difference]:
    """The first day and the reviews where others are confirmed than were asked for."""
    wanted, sentences = asked.implementation or Implementation(), teller.sentences
    pairs = (
        ("preferred_date", wanted.preferred_date, _start(effective, sentences)),
        ("review_dates", wanted.review_dates, review and (review.dates or review.when)),
    )
    return [
        _difference(_label(f"implementation.{name}", sentences), teller.said(old), teller.said(new))
        for name, old, new in pairs
        if old and new and old != new
    ]


def _start(effective: Effective | None, sentences: Sentences) -> date | str | None:
    """The first day that is confirmed, or whose day it is."""
    if effective is None or effective.date or not effective.when:
        return effective.date if effective else None
    if effective.not_after is None:
        return sentences["values.partner-starts"]
    return sentences.filled("values.partner-starts-by", date=long_date(effective.not_after))


def _task_difference(
    old: Mapping[str, Any], new: Mapping[str, Any], changed: list[str], sentences: Sentences
) -> Difference:
    """What was changed of a task, in the terms asked and in the new ones, a line each."""
    label = sentences.filled("labels.task", task=new["task"])
    texts = ("\n\n".join(_said_of_task(task, changed, sentences)) for task in (old, new))
    return _difference(label, *(text or sentences["values.nothing"] for text in texts))


def _said_of_task(task: Mapping[str, Any], names: list[str], sentences: Sentences) -> Iterator[str]:
    for name in names:
        if task[name]:
            yield sentences.filled(f"task.{name}", said=capitalized(str(task[name])))


def _difference(what: str, asked: str | None, agreed: str | None) -> Difference:
    return {
        "what": what,
        "asked": Prose(capitalized(asked or "")),
        "agreed": Prose(capitalized(agreed or "")),
    }


def _changes(prefix: str, asked: Any, agreed: Block) -> Iterator[tuple[str, Any, Any]]:
    """Every value that the agreed block names and that differs from the one that was asked.

    In the order of the answers, whatever the order in which they are written.
    """
    for key, field in fields_of(type(agreed)).items():
        old, new = _of(asked, field.name), getattr(agreed, field.name)
        if isinstance(new, Block):
            yield from _changes(f"{prefix}{key}.", old, new)
        elif new is not None and new != old:
            yield prefix + key, old, new


def _of(asked: Any, name: str) -> Any:
    return asked.block(name) if isinstance(asked, Arrangement) else getattr(asked, name, None)


def _label(key: str, sentences: Sentences) -> str:
    """What a value is called; the section itself where it says that there is nothing to say."""
    if f"labels.{key}" in sentences:
        return sentences[f"labels.{key}"]
    section, *names = (step.replace("_", " ") for step in key.split("."))
    if names == ["none"]:
        return sentences.filled("labels.none", section=section.capitalize())
    return " ".join(names).capitalize()


def _rota(reckoning: Reckoning, writer: GridWriter) -> str:
    """The rota as a list, a week an item, a day after the other; of one week, its days alone."""
    cycle = reckoning.cycle
    if len(cycle.weeks) == 1:
        return _week(1, reckoning, writer)
    return "\n".join(
        f"- {writer.week_label(number)}: {_week(number, reckoning, writer)}"
        for number in range(1, len(cycle.weeks) + 1)
    )


def _week(number: int, reckoning: Reckoning, writer: GridWriter) -> str:
    days = (reckoning.cycle.day(number - 1, day) for day in range(reckoning.cycle.columns))
    return " · ".join(writer.day(day).replace("\n", "; ") for day in days)
