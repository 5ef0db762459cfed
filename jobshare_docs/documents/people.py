"""The people of an arrangement as templates name them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.people import ComesFrom, Employee
from jobshare_docs.answers.sections import Basis
from jobshare_docs.answers.starting import first_days
from jobshare_docs.documents.plain import Absent, plain
from jobshare_docs.schedule.reckoning import Reckoning

# Pay is printed for the employee addressed alone, and never read from here; a personal telephone
# number is nobody's business but the supervisor's.
_PRIVATE = ("full_time_salary", "phone")
# What a family name may begin with, where it is written with a capital letter.
_PARTICLES = frozenset(
    (
        *("Da", "De", "Del", "Della", "Den", "Der", "Des", "Di", "Du", "El", "La", "Le", "Los"),
        *("Saint", "Sainte", "St", "Ste", "Van", "Von"),
    )
)


def people(arrangement: Arrangement, reckoning: Reckoning | None) -> dict[str, Any]:
    """A and B by letter, with initials, first day, hours a week and share; absent who is not there.

    The first day is None where nobody can tell it.
    """
    initials, begins = initials_of(arrangement), first_days(arrangement)
    return {
        letter: _person(
            letter, arrangement.people.get(letter), initials, reckoning, begins.get(letter)
        )
        for letter in ("A", "B")
    }


def _person(
    letter: str,
    employee: Employee | None,
    initials: Mapping[str, str],
    reckoning: Reckoning | None,
    begins: date | None,
) -> dict[str, Any]:
    values = plain(Employee, employee)
    for name in _PRIVATE:
        del values[name]
    values["letter"] = letter
    values["initials"] = initials[letter]
    # Who holds the full-time position comes from full-time, whether it was written or not.
    if values["incumbent"] and not values["comes_from"]:
        values["comes_from"] = ComesFrom.FULL_TIME
    values["begins"] = begins
    worked = reckoning.person(letter) if reckoning else None
    values["hours"] = worked.hours if worked else None
    values["share"] = worked.share if worked else None
    values["paid_share"] = worked.paid_share if worked else None
    return values if employee is not None else Absent(values)


def initials_of(arrangement: Arrangement) -> dict[str, str]:
    """The initials of both letters, told apart; the letter itself where there is no name."""
    names = {letter: who.name for letter, who in arrangement.people.items() if who.name}
    short = {letter: _initials(name) for letter, name in names.items()}
    if len(set(short.values())) < len(short):
        short = {letter: _initials(name, first=2) for letter, name in names.items()}
    if len(set(short.values())) < len(short):
        short = {}
    return {"A": "A", "B": "B"} | short


def _initials(name: str, first: int = 1) -> str:
    words = [word for word in name.split() if word[0].isalpha()]
    if len(words) < 2:
        words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    if len(words) < 2:
        return name[:2].upper()
    return words[0][:first].capitalize() + _family_name(words[1:])[0].upper()


def _family_name(words: list[str]) -> str:
    """Where the family name begins: with `Le` or `Van` if it has a capital, else its last word."""
    return next((word for word in words if word.rstrip(".") in _PARTICLES), words[-1])


def awaited(arrangement: Arrangement) -> str | None:
    """The name of the partner with whose first day it begins: who joins the one who is there."""
    there = [who for who in arrangement.people.values() if who.incumbent]
    joining = [who.name for who in arrangement.people.values() if not who.incumbent]
    return joining[0] if there and joining else None


def returning(arrangement: Arrangement) -> list[str]:
    """The names of those who came from full-time, where the arrangement ends on an agreed day."""
    if arrangement.basis not in (Basis.TRIAL, Basis.TIME_BOUND):
        return []
    return [
        who.name
        for who in arrangement.people.values()
        if who.name and (who.incumbent or who.comes_from is ComesFrom.FULL_TIME)
    ]


def first_name_first(arrangement: Arrangement) -> list[str]:
    """The names of all who ask, the incumbent before others."""
    ordered = sorted(arrangement.people.values(), key=lambda who: not who.incumbent)
    return [who.name for who in ordered if who.name]
