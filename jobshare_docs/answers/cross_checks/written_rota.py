"""The schedule as it is written: one way of giving the weeks, and no row that lacks a part."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.rota import Schedule
from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem

_NEEDED = {
    "schedule.day": {"start": "when the worked day begins", "end": "when the worked day ends"},
    "schedule.extra": {
        "what": "what the hours are for",
        "who": "who works them: A, B or both",
        "hours": "how many hours",
        "per": "how often: week, cycle, month or year",
    },
    "schedule.exceptions": {"from": "the first date", "who": "who works then: A, B or both"},
}


def problems(terms: Terms, schedule: Schedule) -> Iterator[Problem]:
    """Weeks or a pattern that exists, and nothing begun that would silently count for nothing."""
    if schedule.weeks and schedule.pattern:
        yield terms.error(
            "schedule.pattern", "the weeks are written out as well: keep either weeks or pattern"
        )
    if schedule.pattern and schedule.pattern not in terms.policy.patterns:
        near = nearest(schedule.pattern, terms.policy.patterns)
        hint = f"; nearest: '{near}'" if near else "; 'jobshare-docs patterns' prints them"
        yield terms.error("schedule.pattern", f"there is no pattern '{schedule.pattern}'{hint}")
    yield from _incomplete(terms, schedule)
    if schedule.swap and not schedule.pattern:
        yield terms.error("schedule.swap", "only a pattern is swapped: exchange A and B in weeks")


def _incomplete(terms: Terms, schedule: Schedule) -> Iterator[Problem]:
    blocks = {name: terms.items(name) for name in ("schedule.extra", "schedule.exceptions")}
    blocks["schedule.day"] = ["schedule.day"] if schedule.day else []
    for name, fields in blocks.items():
        for field in fields:
            for key, asks in _NEEDED[name].items():
                if not terms.gives(f"{field}.{key}"):
                    yield terms.error(f"{field}.{key}", f"missing; what belongs here: {asks}")
