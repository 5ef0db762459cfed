"""Who asks, who holds the position, and who is not there."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.people import ComesFrom, Employee
from jobshare_docs.problems import Problem

# Blocks that the summary prints, which the team pins up.
_PINNED_UP = ("communications", "working_together")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s().\-\u2010-\u2013]+(?=\d)")
_FEWEST_DIGITS = 7
# A name of these words alone, such as 'nobody yet' or 'to be found', is nobody's.
_NOBODY = frozenset(
    (
        *("nobody", "none", "no", "one", "not", "yet", "to", "be", "found", "hired", "named"),
        *("chosen", "determined", "decided", "announced", "confirmed", "tbd", "tba", "tbc"),
        *("n", "a", "unknown", "open", "vacant", "vacancy", "partner", "new", "hire", "employee"),
    )
)
_INSTEAD = {
    "A": "write the name of the employee who asks",
    "B": "while no partner is found, leave out B (partner.candidates may name possible ones)",
}
_LEAST_A_YEAR, _MOST_A_YEAR = 1_000, 1_000_000


def problems(terms: Terms) -> Iterator[Problem]:
    """At most one incumbent, who comes from full-time; a part-time request is one person's."""
    yield from _incumbents(terms)
    yield from _alone(terms)
    yield from _namesakes(terms)
    yield from _nobodies(terms)
    yield from _private_numbers(terms)
    yield from _salaries(terms)


def _incumbents(terms: Terms) -> Iterator[Problem]:
    people = terms.arrangement.people
    if len(people) == 2 and all(who.incumbent for who in people.values()):
        yield terms.error(
            "employees.B.incumbent",
            "A is the incumbent already: one person holds a full-time position; keep 'yes' for one",
        )
    for letter, who in people.items():
        if who.incumbent and who.comes_from not in (None, ComesFrom.FULL_TIME):
            yield terms.error(
                f"employees.{letter}.comes_from",
                f"the incumbent holds the full-time position and comes from full-time, not from"
                f" '{who.comes_from}': change one of the two",
            )


def _alone(terms: Terms) -> Iterator[Problem]:
    people = terms.arrangement.people
    if "B" in people and terms.arrangement.is_part_time:
        yield terms.error(
            "employees.B",
            "a part-time request is made by one employee alone: leave out B, or ask for a"
            " job-share",
        )
    if "B" in people and "A" not in people:
        yield terms.error("employees.B", "the first employee is A: call this one A, or add A")


def _namesakes(terms: Terms) -> Iterator[Problem]:
    people = tuple(terms.arrangement.people.values())
    same = [key for key in ("name", "number") if len(people) == 2 and _is_same(*people, key)]
    if len(same) == 2:
        yield terms.error(
            "employees.B.name",
            "A has the same name and number: write B's own, or leave out B where no partner is"
            " found yet",
        )
    elif same:
        yield terms.warning(
            f"employees.B.{same[0]}", f"A has the same {same[0]}: is this another person?"
        )


def _nobodies(terms: Terms) -> Iterator[Problem]:
    """Words that stand for a person who is not there, and would be printed as a name."""
    for letter, who in terms.arrangement.people.items():
        if who.name and not set(re.findall(r"[^\W\d_]+", who.name.casefold())) - _NOBODY:
            yield terms.warning(
                f"employees.{letter}.name",
                f"'{who.name}' would be printed as a person's name: {_INSTEAD[letter]}",
            )


def _is_same(one: Employee, other: Employee, key: str) -> bool:
    its, others = getattr(one, key) or "", getattr(other, key) or ""
    return bool(its) and its.casefold() == others.casefold()


def _salaries(terms: Terms) -> Iterator[Problem]:
    """A full-time salary that is hardly one of a year: in thousands, by the hour, or in cents."""
    for field, salary in _full_time_salaries(terms.arrangement):
        if salary and not _LEAST_A_YEAR <= salary <= _MOST_A_YEAR:
            yield terms.warning(
                field,
                f"is {salary:,} dollars the full-time salary of a year? Write a year's salary in"
                " dollars, such as 72,000",
            )


def _full_time_salaries(arrangement: Arrangement) -> Iterator[tuple[str, Decimal | None]]:
    position, confirmation = arrangement.position, arrangement.confirmation
    if position:
        yield "position.full_time_salary", position.full_time_salary
    for letter, who in arrangement.people.items():
        yield f"employees.{letter}.full_time_salary", who.full_time_salary
    settled = confirmation.employees if confirmation else None
    for letter, own in (("A", settled.A), ("B", settled.B)) if settled else ():
        if own:
            yield f"confirmation.employees.{letter}.full_time_salary", own.full_time_salary


def _private_numbers(terms: Terms) -> Iterator[Problem]:
    """An employee's own telephone number in a text that everybody reads."""
    for letter, who in terms.arrangement.people.items():
        number = re.sub(r"\D", "", who.phone or "")
        for field in _fields_with(terms, number) if len(number) >= _FEWEST_DIGITS else ():
            yield terms.warning(
                field,
                f"this holds the telephone number of {letter}, and the summary is pinned up: say"
                " who has the number instead",
            )


def _fields_with(terms: Terms, number: str) -> Iterator[str]:
    for name in _PINNED_UP:
        block = getattr(terms.arrangement, name)
        for field in sorted(block.given) if block else ():
            if number in _BETWEEN_DIGITS.sub("", getattr(block, field)):
                yield f"{name}.{field}"
