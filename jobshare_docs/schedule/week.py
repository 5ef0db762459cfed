"""A day and a week of a rota, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from jobshare_docs.schedule.clock import Span
from jobshare_docs.schedule.notation import NOBODY, Who

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKEND = (5, 6)
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)

HALF_DAY = Fraction(1, 2)
NO_HOURS = Fraction(0)


class Half(StrEnum):
    """One of the two halves of a day."""

    MORNING = "am"
    AFTERNOON = "pm"


class Turn(NamedTuple):
    """One person's worked time between two times of the clock."""

    first: int
    last: int
    who: str

    @property
    def span(self) -> Span:
        """The time it lasts."""
        return Span(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Work:
    """Worked time before the length of a day is known: half-days, and minutes of turns.

    Whole numbers, so that a cycle is added up without a fraction for every day.
    """

    halves: int = 0
    minutes: int = 0

    def __add__(self, other: "Work") -> "Work":
        return Work(self.halves + other.halves, self.minutes + other.minutes)

    def hours(self, length: Fraction) -> Fraction:
        """The hours worked, where a whole day has `length` hours."""
        turns = Fraction(self.minutes, 60) if self.minutes else NO_HOURS
        return turns + self.halves * length / 2 if self.halves else turns


NO_WORK = Work()


class Day(NamedTuple):
    """Who works on one day: in which halves, or (and then no halves) in which turns."""

    morning: Who = NOBODY
    afternoon: Who = NOBODY
    turns: tuple[Turn, ...] = ()

    @classmethod
    def whole(cls, who: Who) -> "Day":
        """A day that the same people work from its start to its end."""
        return cls(who, who)

    @classmethod
    def of_turns(cls, spans: Mapping[str, Iterable[Span]]) -> "Day":
        """A day written in times of the clock, for each letter."""
        turns = (Turn(span.first, span.last, who) for who in spans for span in spans[who])
        return cls(turns=tuple(sorted(turns)))

    @property
    def people(self) -> Who:
        """All who work at any time of the day."""
        return self.morning | self.afternoon | {turn.who for turn in self.turns}

    @property
    def is_off(self) -> bool:
        """Whether nobody works."""
        return not (self.morning or self.afternoon or self.turns)

    def has(self, who: str) -> bool:
        """Whether the person works at any time of the day."""
        if self.turns:
            return any(turn.who == who for turn in self.turns)
        return who in self.morning or who in self.afternoon

    @property
    def is_split(self) -> bool:
        """Whether its halves differ."""
        return self.morning != self.afternoon

    def by_half(self) -> tuple[tuple[Half, Who], ...]:
        """Who works in each half; nothing of a day written in turns."""
        if self.turns:
            return ()
        return (Half.MORNING, self.morning), (Half.AFTERNOON, self.afternoon)

    def work(self, who: str) -> Work:
        """What the person works; a day is in halves or in turns."""
        if self.turns:
            return Work(minutes=sum(t.last - t.first for t in self.turns if t.who == who))
        return Work((who in self.morning) + (who in self.afternoon))

    def of(self, who: Who) -> "Day":
        """The day with these people alone."""
        turns = tuple(turn for turn in self.turns if turn.who in who)
        return Day(self.morning & who, self.afternoon & who, turns)

    def swapped(self) -> "Day":
        """The day with A and B exchanged."""
        turns = (Turn(turn.first, turn.last, _other(turn.who)) for turn in self.turns)
        return Day(_swapped(self.morning), _swapped(self.afternoon), tuple(sorted(turns)))


DAY_OFF = Day()


class Week(NamedTuple):
    """Five days from Monday, or seven; the weekend of a week of five is off."""

    days: tuple[Day, ...]

    def day(self, weekday: int) -> Day:
        """The day of the week, Monday being 0."""
        return self.days[weekday] if weekday < len(self.days) else DAY_OFF

    def work(self, who: str) -> Work:
        """What the person works in the week."""
        return sum((day.work(who) for day in self.days), NO_WORK)

    def has(self, who: str) -> bool:
        """Whether the person works in the week."""
        return any(day.has(who) for day in self.days)

    def swapped(self) -> "Week":
        """The week with A and B exchanged."""
        return Week(tuple(day.swapped() for day in self.days))


def _swapped(who: Who) -> Who:
    return frozenset(_other(letter) for letter in who)


def _other(who: str) -> str:
    return "B" if who == "A" else "A"
