"""Dates, money, lists and numbers as a locale writes them.

The usual locale is at hand (`usual`); every other is Babel's (`through_babel`), which is imported
where one of them is written in.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from typing import Protocol

from jobshare_docs.locale_text.usual import LOCALE, USUAL


class Writing(Protocol):
    """How one locale writes; a number is given to it as text, with a point."""

    locale: str

    def date_text(self, day: date, pattern: str) -> str:
        """A date by a pattern of Babel's, such as `d MMMM y`."""

    def time_text(self, moment: time) -> str:
        """A time of day; in English on the twelve-hour clock."""

    def weekday_names(self, *, short: bool) -> tuple[str, ...]:
        """The names of the days of the week from Monday."""

    def money_text(self, cents: int) -> str:
        """An amount of so many cents, which are left out where it is whole."""

    def list_text(self, items: tuple[str, ...]) -> str:
        """Several texts in one sentence."""

    def number_text(self, number: str) -> str:
        """A number with the locale's own marks."""

    def percent_text(self, number: str) -> str:
        """A percentage."""

    def hours_text(self, number: str) -> str:
        """A number of hours with its noun."""

    def ordinal_text(self, place: int) -> str:
        """A place in an order, in figures: `2nd`; without an ending but in English."""


_HERE: ContextVar[Writing] = ContextVar("here", default=USUAL)


def here() -> Writing:
    """How one writes here: as the usual locale does, but within `written_in`."""
    return _HERE.get()


@contextmanager
def written_in(locale: str) -> Iterator[None]:
    """Let everything within be written as a locale does, such as `fr_CA`."""
    before = _HERE.set(_writing(locale))
    try:
        yield
    finally:
        _HERE.reset(before)


def is_english() -> bool:
    """Whether one writes English, of which some words are known that Babel does not have."""
    return here().locale.startswith("en")


def _writing(locale: str) -> Writing:
    if locale == LOCALE:
        return USUAL
    from jobshare_docs.locale_text.through_babel import ThroughBabel

    return ThroughBabel(locale)
