"""What one answer says against those that are given already."""

from jobshare_docs.answers.cross_checks import cross_checked
from jobshare_docs.answers.layers import layer_of
from jobshare_docs.answers.loading import arranged
from jobshare_docs.policy.policy import Policy

_MISSING = "missing"


def contradiction(text: str, key: str, policy: Policy) -> str | None:
    """What is wrong with the value of a dotted key beside the others of a file, if anything is.

    What is only missing yet is no mistake, nor what is said of a whole list of which more items
    may come.
    """
    terms = arranged([layer_of(text.encode(), "")], policy).asked
    return next(
        (
            problem.message
            for problem in cross_checked(terms)
            if problem.field == key
            and problem.is_error
            and not problem.message.startswith(_MISSING)
        ),
        None,
    )
