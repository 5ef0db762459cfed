"""The rows that a policy folder may hold, each with where it comes from and as of when."""

from pydantic import BaseModel, ConfigDict, Field

from jobshare_docs.values import Day, Number, Text, YesNo


class Strict(BaseModel):
    """A block in which an unknown key is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Row(Strict):
    """A fact of the policy: `source` names the text it is from, `as_of` the day it was read."""

    source: Text
    as_of: Day


class Item(Strict):
    """One thing that belongs in a block: its key there and the sentence that asks for it."""

    key: Text
    asks: Text
    alternative: Text | None = Field(None, alias="or")
    when: tuple[Text, ...] = ()
    always: YesNo = False


class OutlineRow(Row):
    """A block of the answers: for a section, `title` is its heading."""

    key: Text
    title: Text | None = None
    title_part_time: Text | None = None
    asks: Text
    items: tuple[Item, ...]


class LimitRow(Row):
    """A figure that the arithmetic is held to, in the unit it names."""

    key: Text
    value: Number
    unit: Text


class OptionRow(Row):
    """An alternative that may be considered where a request cannot be granted as asked."""

    key: Text
    title: Text


class PatternRow(Row):
    """A cycle by name, its weeks written as in the answers."""

    name: Text
    title: Text
    weeks: tuple[object, ...]
    hours_per_day: Text | None = None
    shares: Text
    notes: Text | None = None


class Outline(Strict):
    """`outline.yaml`: the sections of a proposal in order, and the blocks before them."""

    sections: tuple[OutlineRow, ...]
    front: tuple[OutlineRow, ...]


class Terms(Strict):
    """`terms.yaml`: what the written confirmation has to settle."""

    terms: tuple[OutlineRow, ...]


class Limits(Strict):
    """`limits.yaml`."""

    limits: tuple[LimitRow, ...]


class Options(Strict):
    """`options.yaml`."""

    options: tuple[OptionRow, ...]


class Patterns(Strict):
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
