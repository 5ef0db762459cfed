"""Colour in the terminal, which is never the only sign: the words say the same without it.

`click.echo` takes it out where nobody looks on.
"""

from collections.abc import Callable
from typing import TypeAlias

import click

from jobshare_docs.schedule.notation import BOTH, Who

Paint: TypeAlias = Callable[[Who, str], str]

_SHADES = {"A": "cyan", "B": "yellow"}
_OF_BOTH = "green"
_STATES = {"missing": "red", "wrong": "red", "warning": "yellow", "complete": "green"}
_OTHER = "red"


def plainly(who: Who, text: str) -> str:
    """The text as it is, whoever works."""
    return text


def shaded(who: Who, text: str) -> str:
    """The text of a cell of the rota on the shade of those who work, as in the documents."""
    if not who:
        return text
    shade = _OF_BOTH if who == BOTH else _SHADES[next(iter(who))]
    return click.style(text, fg="black", bg=shade)


def state(text: str) -> str:
    """A word on how something stands: complete, with a warning, or missing, changed or wrong."""
    known = (shade for word, shade in _STATES.items() if word in text)
    return click.style(text, fg=next(known, _OTHER))
