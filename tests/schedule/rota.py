"""Cycles for the tests, written as people write them."""

from datetime import date
from fractions import Fraction
from typing import Any

from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.writing import WeekText, parse_week

FULL_DAY = Fraction(29, 4)  # 7 1/4 hours, five days: 36 1/4 a week

BOTH = frozenset("AB")
MONDAY = date(2027, 1, 4)


def cycle(*weeks: WeekText, **terms: Any) -> Cycle:
    """A cycle of written weeks, on the guideline's full-time day unless `terms` say otherwise."""
    return Cycle(tuple(map(parse_week, weeks)), **{"full_time_day": FULL_DAY} | terms)
