"""The rows that a policy folder may hold, each with where it comes from and as of when."""

from typing import Annotated, Any

from jobshare_docs.blocks import Block, Then, Whole
from jobshare_docs.schedule.clock import parse_length
from jobshare_docs.schedule.cycle import FIT
from jobshare_docs.schedule.writing import parse_week
from jobshare_docs.values import Day, Number, Text, YesNo


class Row(Block):
    """A fact of the policy: `source` names the text it is from, `as_of` the day it was read."""

    source: Text
    as_of: Day


class Item(Block):
    """One thing that belongs in a block: its key there and the sentence that asks for it.

    `for` names the kinds of documents that alone require it; `optional`, that none does. `list`
    makes it a list of texts, in a section that no other employer has.
    """

    key: Text
    asks: Text
    or_: Text | None = None
    when: tuple[Text, ...] = ()
    for_: tuple[Text, ...] = ()
    always: YesNo = False
    optional: YesNo = False
    list_: YesNo = False


class OutlineRow(Row):
    """A block of the answers: for a section, `title` is its heading.

    In a part-time request `title_part_time` and `asks_part_time` stand in their places.
    `own` makes it a section of prose that no other policy has, with a block of its own key.
    """

    key: Text
    title: Text | None = None
    title_part_time: Text | None = None
    own: YesNo = False
    asks: Text
    asks_part_time: Text | None = None
    items: tuple[Item, ...]


class LimitRow(Row):
    """A figure that the arithmetic is held to, in the unit it names."""

    key: Text
    value: Number
    unit: Text


class OptionRow(Row):
    """An alternative that may be considered where a request cannot be granted as asked.

    `unless` names facts of a request that make it none, as a trial is where a trial was asked for.
    """

    key: Text
    title: Text
    unless: tuple[Text, ...] = ()


def _week(written: Any) -> Any:
    """The week as it is written; raises NotationError where it cannot be read."""
    parse_week(written)
    return written


def _hours(text: str) -> str:
    if text != FIT:
        parse_length(text)
    return text


Written = Annotated[Any, Whole(_week, "A week, as in the answers.")]
HoursPerDay = Annotated[Text, Then(_hours)]


class PatternRow(Row):
    """A cycle by name, its weeks written as in the answers."""

    name: Text
    title: Text
    weeks: tuple[Written, ...]
    hours_per_day: HoursPerDay | None = None
    shares: Text
    notes: Text | None = None


class Outline(Block):
    """`outline.yaml`: the sections of a proposal in order, and the blocks before them."""

    sections: tuple[OutlineRow, ...]
    front: tuple[OutlineRow, ...]


class Terms(Block):
    """`terms.yaml`: what the written confirmation has to settle."""

    terms: tuple[OutlineRow, ...]


class Limits(Block):
    """`limits.yaml`."""

    limits: tuple[LimitRow, ...]


class Options(Block):
    """`options.yaml`."""

    options: tuple[OptionRow, ...]


class Patterns(Block):
    """`patterns.yaml`."""

    patterns: tuple[PatternRow, ...]


class Identity(Row):
    """`policy.yaml`: whose policy it is."""

    name: Text
    title: Text
    employer: Text
    version: Text
    locale: Text
    definition: Text
    refused_purposes: Text
