"""Section 3: the cycle as it is written, and how far it can bend."""

import re
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

from jobshare_docs.answers.block import BOTH_AS_IN_A_ROTA, Section, within_a_day
from jobshare_docs.answers.written_weeks import list_of_weeks, week_of
from jobshare_docs.blocks import Block, First, Leaf, Whole
from jobshare_docs.schedule.clock import LENGTH, parse_length
from jobshare_docs.schedule.cycle import FIT, Per
from jobshare_docs.schedule.mistakes import NotationError
from jobshare_docs.schedule.week import Week
from jobshare_docs.values import ClockTime, Day, Length, ProseText, Text, YesNo
from jobshare_docs.yaml_file.traps import is_rota

_PATTERN_NAME = r"[a-z0-9]+(-[a-z0-9]+)+"
_IN_WORDS = (
    r"\d{1,3} ?[Mm]in(?:s|ute|utes)?\.?|(?:1|2|[Aa]n|[Oo]ne|[Tt]wo) [Hh]ours?"
    r"|[Hh]alf an hour|[Hh]alf-hour"
)


class Who(StrEnum):
    """Who works hours outside the rota."""

    A = "A"
    B = "B"
    BOTH = "both"

    @property
    def letters(self) -> frozenset[str]:
        """The letters of those who work."""
        return frozenset("AB") if self is Who.BOTH else frozenset(self.value)


def _hours_per_day(text: str) -> Fraction | Literal["fit"]:
    if text.strip().lower() == FIT:
        return FIT
    try:
        return within_a_day(parse_length(text))
    except NotationError as error:
        raise ValueError(f"{error}, or fit") from error


def _break(text: str) -> Fraction:
    """A length that may have its unit, as a break has it in speech."""
    if re.fullmatch(_IN_WORDS, text.strip()):
        from jobshare_docs.schedule.likely import likely_length  # most are figures

        return parse_length(likely_length(text.strip()) or text)
    return parse_length(text)


def not_a_rota(value: Any) -> None:
    """Look that a schedule is no text; raises ValueError with where its rota or pattern belongs."""
    if isinstance(value, str) and (told := rota_told(value)):
        raise ValueError(told)


def rota_told(text: str) -> str | None:
    """Where a text that stands for a schedule belongs: below it, as its weeks or its pattern."""
    text = text.strip()
    if text and is_rota(text):
        return f"the weeks have their own line below 'schedule:'; write: weeks: [\"{text}\"]"
    if re.fullmatch(_PATTERN_NAME, text):
        return f"a pattern has its own line below 'schedule:'; write: pattern: {text}"
    return None


def _week_schema() -> dict[str, Any]:
    from jobshare_docs.answers.week_schema import week_schema  # for editors alone

    return week_schema()


WeekValue = Annotated[
    Week,
    Whole(
        week_of,
        "A week: a line of days, a pair of lines am and pm, or days by weekday.",
        _week_schema,
    ),
]
HoursPerDay = Annotated[
    Fraction | Literal["fit"],
    Leaf(
        _hours_per_day,
        "a length of time",
        "The length of a worked day in hours, 7.25 or 7:15; or fit.",
        pattern=f"{LENGTH}|[fF][iI][tT]",
    ),
]
Workers = Annotated[Who, BOTH_AS_IN_A_ROTA]


Break = Annotated[
    Fraction,
    Leaf(
        _break,
        "a length of time",
        "A length of time: 0.5, 0:30, 30 minutes or half an hour.",
        pattern=f"{LENGTH}|{_IN_WORDS}",
    ),
]


class WorkedDayTimes(Block):
    """The clock times of a worked day, and its unpaid break."""

    start: ClockTime | None = None
    end: ClockTime | None = None
    break_: Break | None = None


class Cover(Block):
    """How far each partner covers the other's absence."""

    vacation: ProseText | None = None
    sick_leave: ProseText | None = None
    long_leave: ProseText | None = None


class ExtraHours(Block):
    """Hours outside the rota that count in the totals."""

    what: Text | None = None
    who: Workers | None = None
    hours: Length | None = None
    per: Per | None = None
    paid: YesNo | None = None


class DatedException(Block):
    """Dates on which somebody works in place of the rota."""

    from_: Day | None = None
    to: Day | None = None
    who: Workers | None = None
    paid: YesNo | None = None
    reason: ProseText | None = None


class Schedule(Section):
    """Section 3: the weeks of the cycle or a pattern's name, and what is agreed around them."""

    weeks: Annotated[tuple[WeekValue, ...], First(list_of_weeks)] | None = None
    pattern: Text | None = None
    swap: YesNo | None = None
    hours_per_day: HoursPerDay | None = None
    day: WorkedDayTimes | None = None
    times: ProseText | None = None
    first_week_begins: Day | None = None
    rationale: ProseText | None = None
    overlap: ProseText | None = None
    alternatives: tuple[ProseText, ...] | None = None
    switching: ProseText | None = None
    cover: Cover | None = None
    extra: tuple[ExtraHours, ...] | None = None
    exceptions: tuple[DatedException, ...] | None = None
    uncovered: ProseText | None = None
