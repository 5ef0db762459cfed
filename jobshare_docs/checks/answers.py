"""Whether answers are right, and complete for what is to be made of them."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.answers.cross_checks import cross_checked
from jobshare_docs.answers.requirements import Missing
from jobshare_docs.documents.catalogue import Kind, kind_named
from jobshare_docs.documents.needs import fits, kinds_at_hand, missing_for, terms_of
from jobshare_docs.documents.outline import under
from jobshare_docs.problems import Problem, in_order
from jobshare_docs.yaml_file import Mapping, find

# Whatever is made, its author is told that this would be sent with the rest.
_PRIVATE = "worksheet"


def check(
    answers: Answers, kind: Kind | str | None = None, *, missing_is_wrong: bool = True
) -> list[Problem]:
    """Everything wrong or doubtful in the answers, in the order of place.

    With a kind, what that kind requires and what contradicts itself in the blocks it reads; without
    one, what the blocks at hand are for, and every contradiction.
    """
    kind = kind_named(kind) if kind else None
    found = list(answers.problems)
    if missing_is_wrong:
        for one in [kind] if kind else kinds_at_hand(answers.asked):
            found += missing_in(answers, one)
    found += _contradictions(answers, kind)
    return in_order(dict.fromkeys(found), answers.files)


def missing_in(answers: Answers, kind: Kind) -> list[Problem]:
    """What a kind still needs, each value at the place where it should stand, in that order."""
    terms = terms_of(answers, kind)
    if not fits(kind, terms):
        return [_unfit(terms, kind)]
    said = frozenset(field for problem in answers.problems for field in _told_of(problem) if field)
    lacking = (one for one in missing_for(kind, terms) if not _is_said(one, terms, said))
    return in_order((one.problem(terms) for one in lacking), answers.files)


def _unfit(terms: Terms, kind: Kind) -> Problem:
    if terms.arrangement.is_part_time:
        return terms.error(
            "purpose.request",
            f"'{kind.name}' is for two who share a position, and this is a part-time request: make"
            " another document",
        )
    return terms.error("employees.B", f"missing; '{kind.name}' needs both partners: add B's name")


def _told_of(problem: Problem) -> tuple[str, str]:
    """What a problem has told of: a value, or all of its block; and what was meant by its name."""
    field = problem.field.partition(".")[0] if problem.hides_more else problem.field
    return field, problem.meant


def _is_said(missing: Missing, terms: Terms, said: frozenset[str]) -> bool:
    """Whether the value, or what would hold it, was told to be unreadable or misspelt."""
    if any(f"{missing.key}.".startswith(f"{field}.") for field in said):
        return True
    if find(terms.tree, missing.block) is None:
        return any(field.partition(".")[0] == missing.block for field in said)
    return not terms.could_read(missing.key) and not _has_a_block(terms, missing.key)


def _has_a_block(terms: Terms, key: str) -> bool:
    """Whether the value could stand where it is looked for, since what holds it is a block."""
    return isinstance(find(terms.tree, key.rpartition(".")[0]), Mapping)


def _contradictions(answers: Answers, kind: Kind | None) -> Iterator[Problem]:
    if kind is None:
        yield from cross_checked(answers.asked)
        yield from cross_checked(answers.agreed)
        yield from cross_checked(answers.replied)
        return
    needs = under(kind, answers.policy).needs
    for problem in cross_checked(terms_of(answers, kind)):
        if problem.field.partition(".")[0] in (*needs, _PRIVATE):
            yield problem
