"""Colours."""

import re
from typing import Annotated, TypeAlias

from jobshare_docs.blocks import Leaf

_DIGITS = re.compile(r"#?([0-9A-Fa-f]{6})")


def parse_colour(text: str) -> str:
    """A colour as six hexadecimal digits in capitals, `1F4E68`; raises ValueError."""
    found = _DIGITS.fullmatch(text.strip())
    if found is None:
        raise ValueError(
            f"'{text.strip()}' is no colour: write its six hexadecimal digits, such as \"#1F4E68\""
        )
    return found[1].upper()


Colour: TypeAlias = Annotated[
    str,
    Leaf(parse_colour, "a colour", 'A colour in six hexadecimal digits, such as "#1F4E68".'),
]
