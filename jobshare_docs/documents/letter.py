"""What the written confirmation says to one employee, or to all parties at once."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.people import ComesFrom
from jobshare_docs.answers.sections import Basis
from jobshare_docs.answers.terms import Confirmation, Effective, EmployeeTerms, ReplacementReason
from jobshare_docs.documents.plain import Absent, plain

# Each is printed for the employee addressed alone, or is no part of a letter.
_NEVER_WHOLE = ("employees", "agreed")
_NOTHING_SETTLED = EmployeeTerms()


def confirmation(agreed: Arrangement, asked: Arrangement) -> dict[str, Any]:
    """The terms that all parties may read: without those of each employee.

    Of an earlier letter they tell whether it was for a time alone, and this one is for good.
    """
    values = plain(Confirmation, agreed.confirmation)
    for name in _NEVER_WHOLE:
        del values[name]
    replaces = values["replaces"]
    if replaces["reason"] is ReplacementReason.NEW_PARTNER and not replaces["new_partner"]:
        replaces["new_partner"] = "B"
    replaces["becomes_permanent"] = becomes = becomes_permanent(agreed, asked)
    if becomes and replaces["reason"] is ReplacementReason.CHANGED:
        replaces["reason"] = ReplacementReason.MADE_PERMANENT
    return values


def becomes_permanent(agreed: Arrangement, asked: Arrangement) -> bool:
    """Whether a letter makes permanent what was asked for, and had so far, for a time alone."""
    replaces = agreed.confirmation.replaces if agreed.confirmation else None
    if replaces is None or agreed.basis is not Basis.PERMANENT:
        return False
    so_far = asked.basis in (Basis.TRIAL, Basis.TIME_BOUND)
    return so_far or replaces.reason is ReplacementReason.MADE_PERMANENT


def replacing(agreed: Arrangement, letter: str | None) -> bool:
    """Whether an employee, or in a document to all anybody, had a letter before this one."""
    replaces = agreed.confirmation.replaces if agreed.confirmation else None
    if replaces is None or replaces.reason is not ReplacementReason.NEW_PARTNER:
        return replaces is not None
    return letter != (replaces.new_partner or "B")


def signs_anew(agreed: Arrangement, asked: Arrangement, letter: str | None) -> bool:
    """Whether rights that are given up were given up before: never by one who is new."""
    replaces = agreed.confirmation.replaces if agreed.confirmation else None
    if not replacing(agreed, letter) or becomes_permanent(agreed, asked):
        return False
    is_new = replaces is not None and replaces.reason is ReplacementReason.NEW_PARTNER
    return letter is not None or not is_new


def starting_apart(agreed: Arrangement) -> list[dict[str, Any]]:
    """Who begins on a day of their own, and the day: for a document that speaks to all."""
    own = ((who.name, own_terms(agreed, letter).effective) for letter, who in agreed.people.items())
    return [{"name": name, "begins": day.date} for name, day in own if day and day.date]


def addressed(agreed: Arrangement, letter: str, person: dict[str, Any]) -> dict[str, Any]:
    """The employee whom a letter addresses: the person's values and the terms of this one alone."""
    terms = own_terms(agreed, letter)
    position = agreed.position
    own_effective = plain(Effective, terms.effective)
    return person | {
        "classification": terms.classification or (position.classification if position else None),
        "conditions": list(terms.conditions or ()),
        "effective": own_effective or _effective(agreed),
        "pay": _pay(full_time_salary(agreed, letter), person["paid_share"]),
        "vacation_days": _vacation(terms.full_time_vacation_days, person["paid_share"]),
    }


def _effective(agreed: Arrangement) -> dict[str, Any]:
    return plain(Effective, agreed.confirmation.effective if agreed.confirmation else None)


def nobody(person: dict[str, Any]) -> dict[str, Any]:
    """The same names for a document that addresses nobody in particular; it counts as false."""
    values = dict.fromkeys(person) | {
        "classification": None,
        "conditions": [],
        "effective": plain(Effective, None),
        "pay": _pay(None, None),
        "vacation_days": _vacation(None, None),
    }
    return Absent(values)


def full_time_salary(agreed: Arrangement, letter: str) -> Decimal | None:
    """The full-time salary on which pay is reckoned: confirmed, else the person's or position's."""
    return own_terms(agreed, letter).full_time_salary or stated_salary(agreed, letter)


def stated_salary(arrangement: Arrangement, letter: str) -> Decimal | None:
    """The full-time salary that the employees state: the person's, else the position's."""
    employee, position = arrangement.people.get(letter), arrangement.position
    own = employee.full_time_salary if employee else None
    return own or (position.full_time_salary if position else None)


def gives_up_full_time(terms: Terms, letter: str) -> bool:
    """Whether the employee gives up all rights to a full-time position by accepting.

    So it may be, as the policy has it, in a permanent job share for one who comes from full-time;
    who holds the position today comes from full-time.
    """
    agreed = terms.arrangement
    employee = agreed.people.get(letter)
    if employee is None or agreed.is_part_time or agreed.basis is not Basis.PERMANENT:
        return False
    if not terms.policy.clauses.gives_up_full_time.holds:
        return False
    return bool(employee.incumbent) or employee.comes_from is ComesFrom.FULL_TIME


def own_terms(agreed: Arrangement, letter: str) -> EmployeeTerms:
    """What was settled for this employee alone."""
    each = agreed.confirmation.employees if agreed.confirmation else None
    return (getattr(each, letter) if each else None) or _NOTHING_SETTLED


def _pay(salary: Decimal | None, share: Fraction | None) -> dict[str, Any]:
    prorated = Fraction(salary) * share if salary is not None and share is not None else None
    values = {"full_time_salary": salary, "prorated_salary": prorated}
    return values if prorated is not None else Absent(values)


def _vacation(days: Decimal | None, share: Fraction | None) -> dict[str, Any]:
    prorated = Fraction(days) * share if days is not None and share is not None else None
    values = {"full_time": days, "prorated": prorated}
    return values if prorated is not None else Absent(values)
