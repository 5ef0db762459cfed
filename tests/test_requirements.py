"""What the policy requires, against what the answers can hold."""

from itertools import product

import pytest

from jobshare_docs.answers.arrangement import BLOCKS, Arrangement
from jobshare_docs.answers.people import Employee, Employees
from jobshare_docs.answers.sections import Basis, Purpose, Request
from jobshare_docs.answers.terms import EndingCause, Outcome, ReplacementReason
from jobshare_docs.blocks.block import fields_of
from jobshare_docs.blocks.readers import BlockOf, ListOf, reader_of
from jobshare_docs.documents.catalogue import CATALOGUE, Kind
from jobshare_docs.policy.loading import load_policy
from jobshare_docs.policy.policy import Requirement

POLICY = load_policy()
REQUIREMENTS = (*POLICY.requirements, *POLICY.required_terms)

# A rota of several weeks is a fact too, and is known only where the rota is reckoned.
RECKONED = {"long-cycle"}


def known_facts() -> set[str]:
    """Every fact that some arrangement has."""
    facts: set[str] = set()
    for request, basis, partner in product((None, *Request), (None, *Basis), (None, Employee())):
        facts |= Arrangement(
            purpose=Purpose(request=request, basis=basis),
            employees=Employees(A=Employee(), B=partner),
        ).facts
    words = (*Outcome, *EndingCause, *ReplacementReason)
    return facts | RECKONED | {word.value for word in words}


def exists(dotted: str) -> bool:
    """Whether the answers can hold a value of that dotted name."""
    block, *keys = dotted.replace("[]", "").split(".")
    model: type | None = BLOCKS.get(block)
    for key in keys:
        if model is None or key not in fields_of(model):
            return False
        reader: object = reader_of(fields_of(model)[key].annotation)
        while isinstance(reader, ListOf) or hasattr(reader, "reader"):
            reader = reader.item if isinstance(reader, ListOf) else reader.reader
        model = reader.block if isinstance(reader, BlockOf) else None
    return True


def test_there_are_requirements() -> None:
    assert len(REQUIREMENTS) > 60


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.key)
def test_every_required_value_can_be_given(requirement: Requirement) -> None:
    assert exists(requirement.key)
    assert requirement.alternative is None or exists(requirement.alternative)
    assert requirement.asks


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda one: one.key)
def test_every_condition_is_a_fact_that_can_hold(requirement: Requirement) -> None:
    assert requirement.when <= known_facts()
    assert set(requirement.kinds) <= set(CATALOGUE) | {"reply", "posting", "changeover"}


def test_a_value_that_answers_cannot_hold_is_seen() -> None:
    assert not exists("purpose.hobby")
    assert not exists("duties.tasks[].colour")


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.name)
def test_every_block_that_a_kind_reads_exists(kind: Kind) -> None:
    assert set(kind.needs) <= set(BLOCKS)
    assert set(kind.embeds) <= set(BLOCKS)
    assert set(kind.required) <= set(POLICY.blocks)
