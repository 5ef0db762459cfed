"""The letters that are measured: the built-in offer and proposal, with fresh values each time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.documents.catalogue import LETTER, PROPOSAL
from jobshare_docs.documents.templates import Templates, built_in_folder
from jobshare_docs.generate import Order, plan
from jobshare_docs.policy.loading import BUILT_IN, load_policy
from jobshare_docs.word_template import WordTemplate
from jobshare_docs.wording import FILTERS

EXAMPLE = built_in_folder().parent / "proposals" / "community-health-nurse"
LAYERS = [str(EXAMPLE), *(str(EXAMPLE / name) for name in ("organization.yaml", "terms.yaml"))]
TODAY = date(2026, 11, 16)


@dataclass(frozen=True)
class Letter:
    """A template and the values of one document made from it."""

    name: str
    path: Path
    values: Mapping[str, Any]

    def fresh(self, number: int) -> dict[str, Any]:
        """The values of another document: every name and every sentence is a new one."""
        return varied(self.values, number)

    def template(self) -> WordTemplate:
        """The template, compiled."""
        return WordTemplate.load(self.path, FILTERS)


@cache
def answers() -> Answers:
    return load_answers(*LAYERS, policy=load_policy(BUILT_IN))


def letters() -> list[Letter]:
    """The offer to A and the proposal, of the example."""
    kinds = (("letter of offer", LETTER, "letter_offer"), ("proposal", PROPOSAL, "proposal"))
    return [
        Letter(name, Templates().path(template), values_of(kind)) for name, kind, template in kinds
    ]


def values_of(kind: Any) -> dict[str, Any]:
    """The values of the first document of a kind."""
    first = plan(answers(), Order(kind, TODAY))[0]
    return first.values(first.letter)


def varied(value: Any, number: int) -> Any:
    """The same values with a number at the end of every text of several words."""
    if isinstance(value, str):
        return type(value)(f"{value.rstrip()} {number}") if " " in value else value
    if isinstance(value, dict):
        return type(value)({name: varied(each, number) for name, each in value.items()})
    if isinstance(value, list):
        return [varied(each, number) for each in value]
    return value
