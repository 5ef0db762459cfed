"""Every name that a template may use, with the value it has in the example."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.documents.catalogue import (
    CHANGEOVER,
    LETTER,
    POSTING,
    PROPOSAL,
    REPLY,
    WORKSHEET,
)
from jobshare_docs.documents.draft import draft
from jobshare_docs.documents.examples import JOB_SHARE, example_layers, example_worksheet
from jobshare_docs.documents.templates import Templates
from jobshare_docs.documents.values import ValuesOf
from jobshare_docs.policy.policy import Policy

_SPECIMEN = Path(__file__).with_name("specimen.yaml")
_TODAY = date(2026, 11, 16)


def names_and_values(policy: Policy, templates: Templates) -> dict[str, Any]:
    """Each dotted name with its value in the example, None where the example has none.

    `[]` stands for each item of a list; its value is that of the first.
    """
    files = example_layers(JOB_SHARE)
    fuller = _values(load_answers(*files, _SPECIMEN, policy=policy), templates)
    shown = _values(load_answers(*files, example_worksheet(JOB_SHARE), policy=policy), templates)
    # The specimen alone lacks something of every section, as a draft does.
    lacking = draft(load_answers(_SPECIMEN, policy=policy).asked, PROPOSAL)
    return {name: shown.get(name) for name in (*fuller, *dict(_each("draft", lacking)))}


def _values(answers: Answers, templates: Templates) -> dict[str, Any]:
    """The values of a letter to A, and what other kinds alone have: all names but a draft's."""
    sentences = templates.sentences()
    letter = ValuesOf(answers, LETTER, sentences, _TODAY, addressed="A")()
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
