"""What an arrangement does to one employee's pay and benefits, in this employee's own figures."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from string import Template
from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.terms import EmployeeTerms
from jobshare_docs.documents.letter import own_terms
from jobshare_docs.documents.plain import Absent
from jobshare_docs.policy.benefit_rows import (
    BenefitRow,
    Benefits,
    CycleFact,
    ProratedRow,
    RuleRow,
)
from jobshare_docs.remembering import by_identity
from jobshare_docs.schedule.figures import hours_text, share_text, whole_minutes
from jobshare_docs.schedule.reckoning import PersonHours

_Values = dict[str, Any]


def benefits(terms: Terms, letter: str | None) -> _Values:
    """Every name under `benefits`, from the share that this employee is paid.

    Absent for a document that addresses nobody, and where no usable schedule is given.
    """
    reckoning = terms.reckoning
    part = reckoning.person(letter) if reckoning and letter else None
    day = reckoning.cycle.full_time_day if reckoning else Fraction(0)
    own = own_terms(terms.arrangement, letter or "A")
    values = _values(terms.policy.benefits, own, part, day)
    return values if part else Absent(values)


@by_identity(64)
def _values(rows: Benefits, own: EmployeeTerms, part: PersonHours | None, day: Fraction) -> _Values:
    """The same of all that it hangs on; in a batch many have the very same."""
    share = part.paid_share if part else None
    filled_in = _filled_in(part, day)
    named_alone = [row for row in rows.prorated if not row.has_figures]
    hold = facts(part, day) if part else frozenset()
    return {
        "share": share,
        "salary": _told(rows.salary, filled_in),
        "deductions": _told(rows.deductions, filled_in),
        "reckoned": [
            _told(row, filled_in) | prorated(row, share, own, day)
            for row in rows.prorated
            if row.has_figures
        ],
        "prorated": _all_told(named_alone, filled_in),
        "prorated_from": _one_source(named_alone),
        "calendar_service_means": _told(rows.calendar_service_means, filled_in),
        "calendar_service": _all_told(rows.calendar_service, filled_in),
        "calendar_service_from": _one_source(rows.calendar_service),
        "beyond_the_rota": [_rule(row, part, hold, filled_in) for row in rows.beyond_the_rota],
        "superannuation": _all_told(rows.superannuation, filled_in),
        "not_applicable": _all_told(rows.not_applicable, filled_in),
    }


def prorated(
    row: ProratedRow, share: Fraction | None, own: EmployeeTerms, full_time_day: Fraction
) -> _Values:
    """The figures of a benefit in days, and in hours of the full-time day where it is paid so.

    Where HR gave no entitlement, they are those of the source's example, and say so.
    """
    entitlement = _entitlement(row, own)
    example = row.example
    full_time = example.full_time if entitlement is None and example else entitlement
    return {
        "full_time": full_time,
        "days": _at(share, full_time),
        "full_time_hours": _at(full_time_day, full_time) if row.in_hours else None,
        "hours": _at(full_time_day, _at(share, full_time)) if row.in_hours else None,
        "is_example": entitlement is None,
        "example": {
            "full_time": example.full_time if example else None,
            "share": example.share if example else None,
            "days": _at(example.share, example.full_time) if example else None,
        },
    }


def _entitlement(row: ProratedRow, own: EmployeeTerms) -> Decimal | None:
    """What full time gives this employee, in days: what HR gave, else what the policy fixes."""
    given: Decimal | None = getattr(own, row.entitlement, None) if row.entitlement else None
    return row.full_time if given is None else given


def _at(share: Fraction | None, figure: Decimal | Fraction | None) -> Fraction | None:
    return share * Fraction(figure) if share is not None and figure is not None else None


def facts(part: PersonHours, full_time_day: Fraction) -> frozenset[CycleFact]:
    """What holds of a person's part of a cycle, whatever the rule."""
    known = {CycleFact.ALWAYS, _longest_day(part, full_time_day)}
    return frozenset(known | {CycleFact.HALF_DAYS} if part.only_half_days else known)


def _longest_day(part: PersonHours, full_time_day: Fraction) -> CycleFact:
    difference = whole_minutes(part.longest_day) - whole_minutes(full_time_day)
    if difference > 0:
        return CycleFact.LONGER_DAYS
    return CycleFact.SHORTER_DAYS if difference else CycleFact.WHOLE_DAYS


def _days_in_a_week(part: PersonHours, days: int) -> CycleFact:
    if part.most_days_in_a_week < days:
        return CycleFact.TOO_FEW_DAYS
    return CycleFact.ENOUGH_HALF_DAYS if part.only_half_days else CycleFact.ENOUGH_DAYS


def _rule(
    row: RuleRow, part: PersonHours | None, hold: frozenset[CycleFact], filled_in: dict[str, str]
) -> _Values:
    """The rule, and as `here` its first case that holds for this part of the cycle, if one does."""
    if row.days is not None:
        filled_in = filled_in | {"days": str(row.days)}
        hold |= {_days_in_a_week(part, row.days)} if part else frozenset()
    says = next((case.says for case in row.here if case.when in hold), None)
    return _told(row, filled_in) | {"here": _filled(says, filled_in)}


def _filled_in(part: PersonHours | None, full_time_day: Fraction) -> dict[str, str]:
    """The $names of the policy's sentences."""
    return {
        "share": share_text(part.paid_share) if part else "",
        "full_time_day": hours_text(full_time_day),
        "longest_day": hours_text(part.longest_day) if part else "",
        "most_days": str(part.most_days_in_a_week) if part else "",
        "days": "",
    }


def _all_told(rows: Iterable[BenefitRow], filled_in: dict[str, str]) -> list[_Values]:
    return [_told(row, filled_in) for row in rows]


def _one_source(rows: Sequence[BenefitRow]) -> _Values:
    """The source and its date where all rows have the same, to be named once; else absent."""
    sources = {(row.source, row.as_of) for row in rows}
    source, as_of = sources.pop() if len(sources) == 1 else (None, None)
    values = {"source": source, "as_of": as_of}
    return values if source else Absent(values)


def _told(row: BenefitRow, filled_in: dict[str, str]) -> _Values:
    return {
        "name": row.name,
        "says": _filled(row.says, filled_in),
        "source": row.source,
        "as_of": row.as_of,
    }


def _filled(says: str | None, filled_in: dict[str, str]) -> str | None:
    return Template(says).substitute(filled_in) if says and "$" in says else says
