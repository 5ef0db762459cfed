"""Every name that a template may use, with the value it has in the example."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.layers import Layer, layer, layer_of
from jobshare_docs.answers.loading import arranged, load_answers
from jobshare_docs.answers.own_sections import own_sections
from jobshare_docs.documents.catalogue import (
    CHANGEOVER,
    LETTER,
    POSTING,
    PROPOSAL,
    REPLY,
    WORKSHEET,
    Kind,
)
from jobshare_docs.documents.draft import draft
from jobshare_docs.documents.examples import (
    JOB_SHARE,
    PART_TIME,
    example_layers,
    example_reply,
    example_worksheet,
)
from jobshare_docs.documents.templates import Templates
from jobshare_docs.documents.values import ValuesOf
from jobshare_docs.policy.loading import load_policy
from jobshare_docs.policy.policy import Policy

_SPECIMEN = Path(__file__).with_name("specimen.yaml")
_TODAY = date(2026, 11, 16)


def names_and_values(policy: Policy, templates: Templates) -> dict[str, Any]:
    """Each dotted name with its value in the example, None where the example has none.

    `[]` stands for each item of a list; its value is that of the first.
    """
    templates = templates.under(policy)
    beside = (example_worksheet(JOB_SHARE), example_reply(JOB_SHARE))
    shown = _values(_answers(policy, *beside), templates)
    names = dict.fromkeys(_names(policy, templates))
    # A list that this policy leaves empty is a name all the same.
    built_in = load_policy()
    others = () if policy is built_in else _names(built_in, templates)
    return {name: shown.get(name) for name in names | dict.fromkeys(others)}


def values_of_examples(
    kind: Kind, letters: Iterable[str | None], policy: Policy, templates: Templates
) -> Iterator[dict[str, Any]]:
    """The values of a kind of document to each employee, in the examples of both requests.

    In the job share every list has an item; the part-time employee is A alone. A kind of sections
    is filled as a draft, too.
    """
    sentences = templates.under(policy).sentences()
    beside = (example_worksheet(JOB_SHARE), example_reply(JOB_SHARE), _SPECIMEN)
    part_time = [layer(file) for file in example_layers(PART_TIME)]
    alone = arranged([*part_time, *_own_sections(policy)], policy)
    for answers in (_answers(policy, *beside), alone):
        for letter in letters:
            if letter is None or letter in answers.agreed.arrangement.people:
                for is_draft in {False, kind.has_sections}:
                    yield ValuesOf(answers, kind, sentences, _TODAY, is_draft)(letter)


def _names(policy: Policy, templates: Templates) -> Iterator[str]:
    yield from _values(_answers(policy, _SPECIMEN), templates)
    # The specimen alone lacks something of every section, as a draft does.
    lacking = draft(load_answers(_SPECIMEN, policy=policy).asked, PROPOSAL)
    yield from dict(_each("draft", lacking))


def _answers(policy: Policy, *last: Path) -> Answers:
    """The example with what is said of the policy's own sections, and more files laid over it."""
    layers = [layer(file) for file in (*example_layers(JOB_SHARE), *last)]
    return arranged([*layers, *_own_sections(policy)], policy)


def _own_sections(policy: Policy) -> Iterator[Layer]:
    """The sections that a policy alone has, each item answered with the question itself."""
    for row in own_sections(policy):
        items = {item.key: [item.asks] if item.list_ else item.asks for item in row.items}
        yield layer_of(json.dumps({row.key: items}).encode(), f"{row.key}.yaml")


def _values(answers: Answers, templates: Templates) -> dict[str, Any]:
    """The values of a letter to A, and what other kinds alone have: all names but a draft's."""
    sentences = templates.sentences()
    letter = ValuesOf(answers, LETTER, sentences, _TODAY)("A")
    apart = {
        kind.name: ValuesOf(answers, kind, sentences, _TODAY)()[kind.name]
        for kind in (WORKSHEET, REPLY, POSTING, CHANGEOVER)
    }
    return dict(_named(letter | apart, ""))


def _named(values: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        yield from _each(prefix + name, value)


def _each(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    yield name, value
    if isinstance(value, Mapping):
        yield from _named(value, f"{name}.")
    elif isinstance(value, list) and value:
        yield from _each(f"{name}[]", value[0])
