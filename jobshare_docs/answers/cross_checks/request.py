"""What is asked for, and whether the policy grants such requests."""

from collections.abc import Iterator

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.block import Section
from jobshare_docs.answers.sections import Basis, Beneficiary
from jobshare_docs.blocks import fields_of
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import find, is_given

_NO_SENTENCES = ("yes", "no", "true", "false", "none", "nothing", "n/a", "na", "x", "-")


def problems(terms: Terms) -> Iterator[Problem]:
    """The declaration, other paid work, an end where there is one, an advantage to the employer."""
    yield from _declaration(terms)
    yield from _ends(terms)
    yield from _advantages(terms)
    yield from _none_and_more(terms)
    yield from _private(terms)


def _declaration(terms: Terms) -> Iterator[Problem]:
    purpose = terms.arrangement.purpose
    if purpose is None:
        return
    identity = terms.policy.identity
    if purpose.declaration is False:
        yield terms.error(
            "purpose.declaration",
            f"the policy refuses requests made for {identity.refused_purposes} ({identity.title},"
            " Policy Description): say 'yes' only if that is not so, or do not send the request",
        )
    if purpose.other_paid_work:
        yield terms.warning(
            "purpose.other_paid_work",
            "other paid work is for human resources to judge: talk to them before you send this;"
            " no document prints it",
        )


def _ends(terms: Terms) -> Iterator[Problem]:
    purpose = terms.arrangement.purpose
    if purpose is None or purpose.ends is None:
        return
    if purpose.basis is Basis.PERMANENT:
        yield terms.error(
            "purpose.ends",
            "a permanent arrangement has no end: leave this out, or write basis: time-bound",
        )
    starts = terms.arrangement.starts
    if starts and purpose.ends <= starts:
        yield terms.error(
            "purpose.ends", f"this is not after the first day, {starts}: change one of the two"
        )
    confirmation = terms.arrangement.confirmation
    latest = confirmation.effective.not_after if confirmation and confirmation.effective else None
    if latest and purpose.ends <= latest:
        yield terms.error(
            "confirmation.effective.not_after",
            f"this is not before the last day, {purpose.ends}: change one of the two",
        )


def _advantages(terms: Terms) -> Iterator[Problem]:
    section = terms.arrangement.advantages_and_disadvantages
    listed = section.advantages if section else None
    if listed and all(one.to is not Beneficiary.ORGANIZATION for one in listed):
        yield terms.error(
            "advantages_and_disadvantages.advantages",
            "none of these is to the organization: add at least one that is",
        )


def _none_and_more(terms: Terms) -> Iterator[Problem]:
    for name in fields_of(Arrangement):
        block = getattr(terms.arrangement, name)
        if not isinstance(block, Section) or not block.none:
            continue
        if block.none.strip(" .").casefold() in _NO_SENTENCES:
            yield terms.error(
                f"{name}.none",
                f"'{block.none}' would stand under the heading: write a sentence that says there is"
                " nothing to report",
            )
        if _says_more(terms, name, block):
            yield terms.warning(
                f"{name}.none",
                "the section says that there is nothing to say, and says more: leave out one",
            )


def _says_more(terms: Terms, name: str, block: Section) -> bool:
    facts = (
        "none",
        "request",
        "basis",
        "ends",
        "declaration",
        "weeks",
        "pattern",
        "preferred_date",
    )
    said = block.given.difference(facts)
    # What stands empty in the file, as it was given to fill in, is a value and says nothing.
    return any(is_given(find(terms.tree, f"{name}.{key}")) for key in said)


def _private(terms: Terms) -> Iterator[Problem]:
    if terms.arrangement.worksheet and _is_beside_others(terms, "worksheet"):
        yield terms.warning(
            "worksheet",
            "you will send this with it: keep the worksheet in a file of its own",
        )


def _is_beside_others(terms: Terms, name: str) -> bool:
    """Whether the block stands in one file with blocks that are sent."""
    entries = terms.tree.entries
    return any(
        other.key.file == entries[name].key.file and is_given(other.value)
        for key, other in entries.items()
        if key not in (name, "position")
    )
