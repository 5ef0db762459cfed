"""What a kind of document still needs of the answers."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.answers.requirements import Missing, missing
from jobshare_docs.documents.catalogue import CATALOGUE, Kind, Reading
from jobshare_docs.documents.outline import under
from jobshare_docs.policy.policy import Policy, Requirement

_CONFIRMATION = "confirmation"


def terms_of(answers: Answers, kind: Kind) -> Terms:
    """The terms that a kind speaks of."""
    by_reading = {
        Reading.ASKED: answers.asked,
        Reading.AGREED: answers.agreed,
        Reading.REPLIED: answers.replied,
    }
    return by_reading[kind.speaks_of]


def fits(kind: Kind, terms: Terms) -> bool:
    """Whether a document of that kind makes sense for such an arrangement at all."""
    return kind.only_where <= terms.facts


def missing_for(kind: Kind, terms: Terms) -> list[Missing]:
    """What is missing: a block that is not there as one, else each value that it lacks."""
    required = under(kind, terms.policy).required
    absent = [block for block in required if not terms.gives(block)]
    asked_for = [need for need in required_by(kind, terms.policy) if need.block not in absent]
    part_time = terms.arrangement.is_part_time
    return [Missing(block, terms.policy.asks(block, part_time)) for block in absent] + missing(
        terms, asked_for
    )


def missing_items(kind: Kind, terms: Terms) -> list[Missing]:
    """What is missing value by value, also of the blocks that are not there at all."""
    return missing(terms, required_by(kind, terms.policy))


def required_by(kind: Kind, policy: Policy) -> list[Requirement]:
    """The values that a kind requires where their facts hold."""
    kind = under(kind, policy)
    asked = [
        need
        for need in policy.requirements
        if (kind.name in need.kinds if need.kinds else kind.requires(need.key))
    ]
    if _CONFIRMATION in kind.required:
        asked += policy.required_terms
    return asked


def kinds_at_hand(terms: Terms) -> Iterator[Kind]:
    """The kinds that the blocks at hand are for: a proposal of its sections, a letter of terms."""
    given = terms.arrangement.given
    return (kind for kind in CATALOGUE.values() if under(kind, terms.policy).at_hand & given)


def kinds_to_speak_of(terms: Terms) -> list[Kind]:
    """The kinds that are made, or told to be incomplete, without being asked for by name."""
    given = terms.arrangement.given
    known = given | terms.facts
    return [
        kind
        for kind in CATALOGUE.values()
        if fits(kind, terms)
        and (not kind.kept_apart or kind.at_hand & given)
        and (kind.wanted_where is None or kind.wanted_where & known)
    ]
