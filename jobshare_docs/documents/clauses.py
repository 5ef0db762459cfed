"""What letters, replies and postings say because the policy does."""

from fractions import Fraction
from string import Template
from typing import Any

from jobshare_docs.blocks import fields_of
from jobshare_docs.documents.plain import Absent
from jobshare_docs.policy.clause_rows import FULL_TIME_DAY, ClauseRow, Clauses, FactRow
from jobshare_docs.wording import in_hours

_OF_A_ROW = ("source", "as_of", "notes", "holds")


def clauses(rows: Clauses, full_time_day: Fraction) -> dict[str, Any]:
    """The clauses by key, for a position whose full-time day has so many hours.

    A clause is its text, None where the employer has none; a fact is its texts by name, absent
    where it does not hold.
    """
    day = {FULL_TIME_DAY: in_hours(full_time_day)}
    return {name: _said(getattr(rows, name), day) for name in fields_of(Clauses)}


def _said(row: ClauseRow | FactRow | None, day: dict[str, str]) -> Any:
    if not isinstance(row, FactRow):
        return _filled(row.says, day) if row else None
    names = [name for name in fields_of(type(row)) if name not in _OF_A_ROW]
    texts = {name: _filled(getattr(row, name), day) if row.holds else None for name in names}
    return texts if row.holds else Absent(texts)


def _filled(text: str | None, day: dict[str, str]) -> str | None:
    return Template(text).substitute(day) if text else None
