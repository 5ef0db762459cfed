"""What letters, replies and postings say because the policy does."""

from fractions import Fraction
from string import Template

from jobshare_docs.policy.clause_rows import FULL_TIME_DAY, ClauseRow, Clauses
from jobshare_docs.wording import in_hours


def clauses(rows: Clauses, full_time_day: Fraction) -> dict[str, str | bool]:
    """The clauses by key, for a position whose full-time day has so many hours."""
    day = {FULL_TIME_DAY: in_hours(full_time_day)}

    def said(row: ClauseRow) -> str:
        return Template(row.says).substitute(day)

    return {
        "returns_at_the_end": rows.returns_at_the_end.holds,
        "job_share_ends": said(rows.job_share_ends),
        "part_time_ends": said(rows.part_time_ends),
        "beyond_the_rota": said(rows.beyond_the_rota),
        "remaining_partner": said(rows.remaining_partner),
        "selection": said(rows.selection),
    }
