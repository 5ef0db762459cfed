"""What the blocks of the answers have in common."""

import re
from fractions import Fraction

from jobshare_docs.blocks import Also, Block
from jobshare_docs.values import ProseText

_HOURS_A_DAY = 24
_AND = r"\s*(?:[+&/]|[Aa][Nn][Dd])?\s*"
_BOTH = rf"^(?:[Aa]{_AND}[Bb]|[Bb]{_AND}[Aa])$"


def _both_as_in_a_rota(text: str) -> str:
    """`AB` and `A+B`, as a rota writes them, are `both`; anything else is left as it is."""
    return "both" if re.fullmatch(_BOTH, text) else text


BOTH_AS_IN_A_ROTA = Also(_both_as_in_a_rota, _BOTH)


def within_a_day(hours: Fraction) -> Fraction:
    """The hours, if a day can have so many; raises ValueError."""
    if not 0 < hours <= _HOURS_A_DAY:
        raise ValueError("a day cannot have so many hours: write those of one worked day, as 7.25")
    return hours


class Section(Block):
    """One of the sections of a proposal; `none` states that there is nothing to say."""

    none: ProseText | None = None
