"""What the `patterns` command says."""

import textwrap
from collections.abc import Iterator, Mapping

from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import PatternRow

_INDENT = "    "


def pattern_lines(policy: Policy) -> Iterator[str]:
    """Each pattern: its name and shares, its title, its weeks, and what its notes say."""
    for row in policy.patterns.values():
        yield f"{row.name}  ({row.shares})"
        yield from _wrapped(row.title)
        for week in row.weeks:
            yield f"{_INDENT}{_week(week)}"
        if row.hours_per_day:
            yield f"{_INDENT}hours_per_day: {row.hours_per_day}"
        if row.notes:
            yield from _wrapped(row.notes)
        yield from _wrapped(f"Source: {_source(row)}")
        yield ""


def _week(week: object) -> str:
    if isinstance(week, Mapping):
        return "   ".join(f"{half} {line}" for half, line in week.items())
    return str(week)


def _source(row: PatternRow) -> str:
    return f"{row.source}, as of {row.as_of}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 80, initial_indent=_INDENT, subsequent_indent=_INDENT)
