"""Whether answers are right, and complete for what is to be made of them."""

from collections.abc import Iterable, Iterator

from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.answers.cross_checks import cross_checked
from jobshare_docs.documents.catalogue import CATALOGUE, Kind
from jobshare_docs.documents.needs import kinds_at_hand, missing_for
from jobshare_docs.problems import Problem, in_order


def check(
    answers: Answers, kind: Kind | None = None, *, missing_is_wrong: bool = True
) -> list[Problem]:
    """Everything wrong or doubtful in the answers, in the order of place.

    With a kind, what that kind requires and what contradicts itself in the blocks it reads; without
    one, what the blocks at hand are for, and every contradiction.
    """
    found = list(answers.problems)
    if missing_is_wrong:
        kinds = [kind] if kind else list(kinds_at_hand(answers.asked))
        found += _missing(answers, kinds)
    found += _contradictions(answers, kind)
    return in_order(dict.fromkeys(found), answers.files)


def terms_of(answers: Answers, kind: Kind) -> Terms:
    """The terms that a kind speaks of."""
    return answers.agreed if kind.speaks_of_agreed else answers.asked


def lacking(answers: Answers) -> dict[str, int]:
    """How many values or blocks each kind of document still needs, by its name."""
    return {
        kind.name: len(missing_for(kind, terms_of(answers, kind))) for kind in CATALOGUE.values()
    }


def _missing(answers: Answers, kinds: Iterable[Kind]) -> list[Problem]:
    said = {problem.field for problem in answers.problems}
    return [
        missing.problem(terms)
        for kind in kinds
        for terms in [terms_of(answers, kind)]
        for missing in missing_for(kind, terms)
        if missing.key not in said
    ]


def _contradictions(answers: Answers, kind: Kind | None) -> Iterator[Problem]:
    if kind is None:
        yield from cross_checked(answers.asked)
        yield from cross_checked(answers.agreed)
        return
    for problem in cross_checked(terms_of(answers, kind)):
        if problem.field.partition(".")[0] in kind.needs:
            yield problem
