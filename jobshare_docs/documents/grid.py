"""The grid of a rota as templates read it: its cells in words, and weeks on the calendar."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.schedule.clock import span_text
from jobshare_docs.schedule.coverage import Stretch
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.dated import DatedDay, DatedWeek
from jobshare_docs.schedule.figures import half_up
from jobshare_docs.schedule.notation import PEOPLE, Who
from jobshare_docs.schedule.week import Day, Half
from jobshare_docs.wording import capitalized, date_without_year, rota_time, weekday_names

_TWENTIETHS = 20
# "MD, 11:45-15:15" fits in a column of a table with five days, and in none of one with seven.
_LONGEST_BESIDE_TIMES, _COLUMNS_WITH_ROOM = 3, 5


class GridWriter:
    """Writes days of the rota with the initials of those who work them."""

    def __init__(self, initials: Mapping[str, str], sentences: Sentences) -> None:
        self.initials = initials
        self.sentences = sentences

    def rows(self, cycle: Cycle) -> list[dict[str, Any]]:
        """The whole cycle, one week after the other; nothing is said twice."""
        numbers = range(len(cycle.weeks))
        return [row for number in numbers for row in self._rows(cycle, number)]

    def _rows(self, cycle: Cycle, number: int) -> list[dict[str, Any]]:
        """One week, a row for each half of the day where the halves of any of its days differ.

        One row also where it has times of the clock.
        """
        days = [cycle.day(number, weekday) for weekday in range(cycle.columns)]
        label = self.week_label(number + 1) if len(cycle.weeks) > 1 else None
        if any(day.turns for day in days) or not any(day.is_split for day in days):
            return [
                {
                    "label": label or self.sentences["grid.every_week"],
                    "cells": [self.cell(day.people, self._in_column(day, days)) for day in days],
                }
            ]
        return [
            {
                "label": self._half_label(label, half),
                "cells": [self._half_cell(day, half) for day in days],
            }
            for half in Half
        ]

    def _half_label(self, week: str | None, half: Half) -> str:
        name = self.half(half)
        if week is None:
            return capitalized(name)
        return self.sentences.filled("grid.half", week=week, half=name)

    def _in_column(self, day: Day, days: Sequence[Day]) -> str:
        """A whole day; its times on a line of their own where they would be parted in the column.

        Word parts a line after a dash, and no character in its fonts keeps it from that.
        """
        text = self.day(day)
        names = max(map(len, self.initials.values()))
        narrow = names > _LONGEST_BESIDE_TIMES or len(days) > _COLUMNS_WITH_ROOM
        return text.replace(", ", "\n") if day.turns and narrow else text

    def cell(self, who: Who, text: str) -> dict[str, str]:
        """A cell: who works (`A`, `B`, `AB` or `-`) and what it says."""
        return {"who": "".join(sorted(who)) or "-", "text": text}

    def day(self, day: Day) -> str:
        """A whole day in one text, halves and times of the clock told where it has them."""
        if day.turns:
            return "\n".join(
                self._timed(self.initials[turn.who], span_text(turn.span)) for turn in day.turns
            )
        if not day.is_split:
            return self.names(day.morning)
        return "\n".join(
            self.sentences.filled("grid.half_day", day=self.names(who), half=self.half(half))
            for half, who in day.by_half()
            if who
        )

    def dated(self, day: Day) -> str:
        """The day as it stands beside a date: who works, where the rota above tells the times."""
        return self.names(day.people) if day.turns else self.day(day)

    def week_label(self, number: int) -> str:
        """The name of a week, counted from one."""
        return self.sentences.filled("grid.week", number=number)

    def half(self, half: Half) -> str:
        """The name of a half of the day."""
        return self.sentences[f"grid.{half.value}"]

    def when(self, stretch: Stretch, weeks: int) -> str:
        """A part of a cycle of so many weeks in a sentence: `Friday afternoon of week 2`."""
        day = weekday_names()[stretch.weekday]
        if stretch.half:
            day = self.sentences.filled("stretch.half", day=day, half=self.half(stretch.half))
        if weeks > 1:
            day = self.sentences.filled("stretch.in_week", day=day, number=stretch.week)
        if stretch.times is None:
            return day
        first, last = map(rota_time, stretch.times)
        return self.sentences.filled("stretch.times", day=day, first=first, last=last)

    def bar(self, share: Fraction) -> str:
        """A share of full time as a row of signs, one for each twentieth, to the nearest."""
        return self.sentences["grid.twentieth"] * half_up(_TWENTIETHS * share)

    def names(self, who: Who) -> str:
        """The initials of those who work, or the sign for nobody."""
        both = [self.initials[letter] for letter in PEOPLE if letter in who]
        if len(both) == 2:
            return self.sentences.filled("grid.together", first=both[0], second=both[1])
        return both[0] if both else self.sentences["grid.nobody"]

    def _half_cell(self, day: Day, half: Half) -> dict[str, str]:
        who = dict(day.by_half())[half]
        return self.cell(who, self.names(who))

    def _timed(self, who: str, times: str) -> str:
        return self.sentences.filled("grid.times", day=who, times=times)


def dated_week(week: DatedWeek, writer: GridWriter) -> dict[str, Any]:
    """A week on the calendar: its Monday, its name, and who works on each date."""
    return {
        "begins": week.begins,
        "label": writer.sentences.filled("grid.week_of", date=date_without_year(week.begins)),
        "days": [_dated_day(day, writer) for day in week.days],
    }


def _dated_day(day: DatedDay, writer: GridWriter) -> dict[str, Any]:
    return {"date": day.date} | writer.cell(day.day.people, writer.dated(day.day))


def told_of(weeks: Sequence[Mapping[str, Any]]) -> dict[str, bool]:
    """Whether a day of these dated weeks has nobody at work, and whether one has both."""
    found = {day["who"] for week in weeks for day in week["days"]}
    return {"not_begun": "-" in found, "both_on_a_day": "AB" in found}
