"""The position, the people who ask to share it, and their employer."""

from enum import StrEnum
from typing import Annotated

from jobshare_docs.answers.block import within_a_day
from jobshare_docs.blocks import Block, Then
from jobshare_docs.values import (
    Colour,
    Count,
    Email,
    Length,
    LinesText,
    Money,
    ProseText,
    Share,
    Text,
    YesNo,
)


class ComesFrom(StrEnum):
    """The status an employee leaves; it decides what is said about returning."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    NEW_HIRE = "new-hire"


class Paper(StrEnum):
    """The sizes of paper that documents are laid out for."""

    LETTER = "Letter"
    A4 = "A4"


class Official(Block):
    """A person who acts for the employer."""

    name: Text | None = None
    title: Text | None = None
    email: Email | None = None
    phone: Text | None = None


def _within_a_week(days: int) -> int:
    if not 1 <= days <= 7:
        raise ValueError("a week has from one to seven working days: write how many, such as 5")
    return days


class Position(Block):
    """The full-time position, as its description has it; hours and money are those of full time."""

    title: Text | None = None
    classification: Text | None = None
    number: Text | None = None
    department: Text | None = None
    location: Text | None = None
    summary: ProseText | None = None
    supervisor: Official | None = None
    full_time_salary: Money | None = None
    full_time_hours_per_day: Annotated[Length, Then(within_a_day)] | None = None
    full_time_days_per_week: Annotated[Count, Then(_within_a_week)] | None = None


class Employee(Block):
    """One of the people who ask; `share`, if given, is the share of full time that is paid."""

    name: Text | None = None
    incumbent: YesNo | None = None
    number: Text | None = None
    email: Email | None = None
    phone: Text | None = None
    address: LinesText | None = None
    comes_from: ComesFrom | None = None
    former_position: Text | None = None
    share: Share | None = None
    full_time_salary: Money | None = None


class Employees(Block):
    """The partners by the letter that the rota gives them; B is absent where there is none yet."""

    A: Employee | None = None
    B: Employee | None = None

    @property
    def present(self) -> dict[str, Employee]:
        """Those who are there, by letter."""
        return {letter: who for letter, who in (("A", self.A), ("B", self.B)) if who is not None}


class Colours(Block):
    """The colours of documents: of headings, of lines, and behind those who work in the rota."""

    headings: Colour | None = None
    lines: Colour | None = None
    A: Colour | None = None
    B: Colour | None = None
    both: Colour | None = None


class Organization(Block):
    """The employer, as it stands on its letters; `logo` is a file beside the one that names it."""

    name: Text | None = None
    department: Text | None = None
    address: LinesText | None = None
    hr_contact: Official | None = None
    second_contact: Text | None = None
    logo: Text | None = None
    colours: Colours | None = None
    typeface: Text | None = None
    paper: Paper | None = None
