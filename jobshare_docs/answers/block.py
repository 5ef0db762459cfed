"""What every block of the answers has in common."""

import re
from fractions import Fraction
from typing import Any

from pydantic import BaseModel, ConfigDict

from jobshare_docs.values import ProseText

_HOURS_A_DAY = 24
_BOTH = re.compile(r"A\s*(?:[+&/]|and)?\s*B|B\s*(?:[+&/]|and)?\s*A", re.IGNORECASE)


def both_as_in_a_rota(value: Any) -> Any:
    """`AB` and `A+B`, as a rota writes them, are `both`; anything else is left as it is."""
    return "both" if isinstance(value, str) and _BOTH.fullmatch(value.strip()) else value


def within_a_day(hours: Fraction) -> Fraction:
    """The hours, if a day can have so many; raises ValueError."""
    if not 0 < hours <= _HOURS_A_DAY:
        raise ValueError("a day cannot have so many hours: write those of one worked day, as 7.25")
    return hours


class Block(BaseModel):
    """A mapping of named keys, each of which may be absent; an unknown key is a mistake."""

    # Built where it is first used: a command that reads no reply does not wait for its model.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Section(Block):
    """One of the sections of a proposal; `none` states that there is nothing to say."""

    none: ProseText | None = None
