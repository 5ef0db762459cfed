"""A day and a week of a rota, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from jobshare_docs.schedule.clock import Span
from jobshare_docs.schedule.notation import NOBODY, Who

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKEND = (5, 6)
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)

HALF_DAY = Fraction(1, 2)


class Half(StrEnum):
    """One of the two halves of a day."""

    MORNING = "am"
    AFTERNOON = "pm"


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """One person's worked time between two times of the clock."""

    first: int
    last: int
    who: str

    @property
    def span(self) -> Span:
        """The time it lasts."""
        return Span(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Day:
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
    def is_split(self) -> bool:
        """Whether its halves differ."""
        return self.morning != self.afternoon

    def by_half(self) -> tuple[tuple[Half, Who], ...]:
        """Who works in each half; nothing of a day written in turns."""
        if self.turns:
            return ()
        return (Half.MORNING, self.morning), (Half.AFTERNOON, self.afternoon)

    def halves(self, who: str) -> int:
        """How many of its two halves the person works; none of a day written in turns."""
        return (who in self.morning) + (who in self.afternoon)

    def turn_hours(self, who: str) -> Fraction:
        """The hours of the person's turns."""
        return sum((turn.span.hours for turn in self.turns if turn.who == who), Fraction(0))

    def hours(self, who: str, length: Fraction) -> Fraction:
        """The hours that the person works, where a whole day has `length` hours."""
        return self.turn_hours(who) + self.halves(who) * HALF_DAY * length

    def swapped(self) -> "Day":
        """The day with A and B exchanged."""
        turns = (Turn(turn.first, turn.last, _other(turn.who)) for turn in self.turns)
        return Day(_swapped(self.morning), _swapped(self.afternoon), tuple(sorted(turns)))


DAY_OFF = Day()


@dataclass(frozen=True, slots=True)
class Week:
    """Five days from Monday, or seven; the weekend of a week of five is off."""

    days: tuple[Day, ...]

    def day(self, weekday: int) -> Day:
        """The day of the week, Monday being 0."""
        return self.days[weekday] if weekday < len(self.days) else DAY_OFF

    def has(self, who: str) -> bool:
        """Whether the person works in the week."""
        return any(who in day.people for day in self.days)

    def swapped(self) -> "Week":
        """The week with A and B exchanged."""
        return Week(tuple(day.swapped() for day in self.days))


def _swapped(who: Who) -> Who:
    return frozenset(_other(letter) for letter in who)


def _other(who: str) -> str:
    return "B" if who == "A" else "A"
