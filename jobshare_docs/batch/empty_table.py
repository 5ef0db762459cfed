"""The headings of an empty table: what differs from one arrangement to the next."""

from pathlib import Path

from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem, ProblemsFound

_PERSON = ("name", "number", "email", "comes_from", "former_position", "address")
_TERMS = ("full_time_salary", "full_time_vacation_days", "classification")
HEADINGS = (
    *("position.title", "position.number", "position.classification", "position.location"),
    *("position.supervisor.name", "position.supervisor.title"),
    *("employees.A.incumbent",),
    *(f"employees.{letter}.{name}" for letter in "AB" for name in _PERSON),
    *("purpose.basis", "purpose.ends", "schedule.pattern", "schedule.swap"),
    *("schedule.weeks[0]", "schedule.weeks[1]", "schedule.first_week_begins"),
    *("implementation.preferred_date", "confirmation.date", "confirmation.effective"),
    *(f"confirmation.employees.{letter}.{name}" for letter in "AB" for name in _TERMS),
    "confirmation.reply_by",
)


_MOST = 4


def usual_names(word: str) -> list[str]:
    """The usual headings, quoted, whose last part is most like a word, such as `Name`."""
    by_last: dict[str, list[str]] = {}
    for heading in sorted(HEADINGS, key=lambda each: not each.startswith("employees")):
        by_last.setdefault(heading.rpartition(".")[2], []).append(f"'{heading}'")
    asked = "_".join(word.casefold().split())
    holding = (last for last in by_last if last.endswith(f"_{asked}"))
    return by_last.get(nearest(asked, by_last) or next(holding, ""), [])[:_MOST]


def empty_table(path: Path) -> str:
    """The text of a new table; raises ProblemsFound where it would be no CSV file."""
    if path.suffix.lower() != ".csv":
        message = "a new table is a .csv, which Excel opens and can save as .xlsx: end its name so"
        raise ProblemsFound([Problem(str(path), message)])
    return "\ufeff" + ",".join(HEADINGS) + "\r\n"
