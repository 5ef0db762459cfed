"""What the `fields` command says."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.documents.catalogue import CATALOGUE, Kind
from jobshare_docs.documents.names import names_and_values
from jobshare_docs.documents.outline import under
from jobshare_docs.documents.templates import Templates
from jobshare_docs.policy.policy import Policy
from jobshare_docs.schedule.figures import hours_text
from jobshare_docs.wording import FILTERS

_WIDTH = 80
_MARKS = {"required": "R", "optional": "o", "": ""}


def field_lines(policy: Policy, templates: Templates) -> Iterator[str]:
    """The names with their example values, the filters, and what each kind of document needs."""
    found = names_and_values(policy, templates)
    yield "Names that a template may use, with their value in the example"
    yield ""
    for name, value in found.items():
        shown = _shown(value)
        yield f"  {name}" + (f"  {shown}" if shown else "")
    yield ""
    yield "Filters, as in {{ today | long_date }}"
    yield ""
    for name, write in FILTERS.items():
        yield f"  {name}  {(write.__doc__ or '').splitlines()[0]}"
    yield ""
    yield from _needs(policy)


def _shown(value: Any) -> str:
    """The value in one line; nothing for a block, a list or an absent value."""
    if value is None or isinstance(value, Mapping | list):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return hours_text(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    text = " ".join(str(value).split())
    return text if len(text) <= _WIDTH // 2 else f"{text[: _WIDTH // 2 - 1]}…"


def _needs(policy: Policy) -> Iterator[str]:
    yield "What each kind of document needs (R required, o printed if given)"
    yield ""
    kinds = [under(kind, policy) for kind in CATALOGUE.values()]
    yield f"  {'':30}" + "".join(f"{kind.name:>11}" for kind in kinds)
    for block in blocks_of(policy):
        marks = [_mark(kind, block) for kind in kinds]
        if any(marks):
            yield f"  {block:30}" + "".join(f"{mark:>11}" for mark in marks)


def _mark(kind: Kind, block: str) -> str:
    return _MARKS[kind.needs[block]] if block in kind.needs else ""
