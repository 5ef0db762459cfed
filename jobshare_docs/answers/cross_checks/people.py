"""Who asks, who holds the position, and who is not there."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.people import ComesFrom
from jobshare_docs.problems import Problem


def problems(terms: Terms) -> Iterator[Problem]:
    """At most one incumbent, who comes from full-time; a part-time request is one person's."""
    yield from _incumbents(terms)
    yield from _alone(terms)
    yield from _namesakes(terms)


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
    names = [who.name for who in terms.arrangement.people.values() if who.name]
    if len(names) == 2 and names[0].casefold() == names[1].casefold():
        yield terms.warning("employees.B.name", "A has the same name: is this another person?")
