"""What a model refuses is told in plain words at its place; the rest is kept."""

from enum import StrEnum
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from jobshare_docs.schedule.mistakes import Mistake, NotationError
from jobshare_docs.values import ProseText, Text, YesNo
from jobshare_docs.yaml_file import kind_of, read_bytes, validate


class Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Basis(StrEnum):
    PERMANENT = "permanent"
    TRIAL = "trial"


class Task(Block):
    task: Text | None = None
    backup: Literal["A", "B", "partner"] | None = None
    prompt: YesNo | None = None


class Halves(Block):
    am: Text
    pm: Text


class Span(Block):
    first: int | None = None
    last: int | None = None

    @model_validator(mode="after")
    def in_order(self) -> "Span":
        if self.first and self.last and self.last < self.first:
            raise ValueError("the last is before the first: exchange them")
        return self


def notation(value: object) -> object:
    raise NotationError([Mistake("'C' is nobody", 2), Mistake("'x' is no cell", 4)])


Week = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Halves, Tag("block")], Discriminator(kind_of)
]


class Model(Block):
    title: Text | None = None
    basis: Basis | None = None
    tasks: tuple[Task, ...] | None = None
    weeks: tuple[Week, ...] | None = None
    either: tuple[Text | Halves, ...] | None = None
    colours: dict[str, Text] | None = None
    against: tuple[ProseText, ...] | None = None
    for_: Text | None = Field(None, alias="for")
    flag: YesNo = False
    count: int | None = None
    span: Span | None = None
    one: Task | None = None


def validated(text: str, field: str = "") -> tuple[Model | None, list[str]]:
    tree, problems = read_bytes(text.encode(), "a.yaml")
    assert problems == []
    assert tree is not None
    model, problems = validate(Model, tree, field)
    return model, [str(problem).removeprefix("a.yaml:") for problem in problems]


TOLD = [
    ("taks: 3", "1:1: taks: there is no 'taks' here; nearest: 'tasks'"),
    ("taks:", "1:1: taks: there is no 'taks' here; nearest: 'tasks'"),
    ("one: {x: 1}", "1:7: one.x: there is no 'x' here; there are: task, backup and prompt"),
    (
        "tasks:\n  - bakcup: A",
        "2:5: tasks[0].bakcup: there is no 'bakcup' here; nearest: 'backup'",
    ),
    ("for_: x", "1:1: for_: there is no 'for_' here; nearest: 'for'"),
    (
        "title:\n  - x",
        "1:1: title: text is needed here, not a list: put | behind the name, and the lines below it"
        " are kept as they are",
    ),
    (
        "title: [Acting]",
        '1:1: title: text is needed here, not a list; a text in brackets needs quotes: "[Acting]"',
    ),
    (
        "title: {a: b}",
        "1:1: title: text is needed here, not a block; a text with a colon and a space in it needs"
        ' quotes: "a: b"',
    ),
    (
        "against:\n  - Note: it costs",
        "2:5: against[0]: text is needed here, not a block; a text with a colon and a space in it"
        ' needs quotes: "Note: it costs"',
    ),
    ("basis: Trail", "1:8: basis: 'Trail' is not one of permanent, trial; nearest: 'trial'"),
    ("basis: nothing like it", "1:8: basis: 'nothing like it' is not one of permanent, trial"),
    ("basis: [trial]", "1:1: basis: one of these is needed here: permanent or trial"),
    ("one: {backup: C}", "1:15: one.backup: 'C' is not one of A, B, partner"),
    ("flag: maybe", "1:7: flag: 'maybe' is neither yes nor no: write yes or no"),
    (
        "flag: [yes]",
        '1:1: flag: yes or no is needed here, not a list; a text in brackets needs quotes: "[yes]"',
    ),
    ("tasks: x", "1:8: tasks: a list is needed here, with a dash before each item"),
    (
        "tasks: {task: x}",
        "1:1: tasks: a list is needed here, with a dash before each item, not a block",
    ),
    (
        "tasks:\n  -\n  - task: x",
        "2:4: tasks[0]: nothing stands behind this dash: write it or take it away",
    ),
    (
        "one: x",
        "1:6: one: a block is needed here, lines of 'name: value' below it, such as 'task:'",
    ),
    (
        "weeks:\n  - [A, A, AB, B, B]",
        '2:5: weeks[0]: YAML takes this week for a list; write it in quotes: "A A AB B B"',
    ),
    (
        "weeks:\n  - [what, ever]",
        "2:5: weeks[0]: text or a block is needed here, not a list;"
        ' a text in brackets needs quotes: "[what, ever]"',
    ),
    ("weeks:\n  - {am: x}", "2:5: weeks[0].pm: missing here: write 'pm:' and its value"),
    ("either:\n  - {am: x}", "2:5: either[0].pm: missing here: write 'pm:' and its value"),
    (
        "either:\n  - [A, B]",
        '2:5: either[0]: YAML takes this week for a list; write it in quotes: "A B"',
    ),
    (
        "colours: {a: b, c: [d]}",
        '1:17: colours.c: text is needed here, not a list; a text in brackets needs quotes: "[d]"',
    ),
    ("count: x", "1:8: count: a whole number is needed here"),
    ("span: {first: 3, last: 2}", "1:1: span: the last is before the first: exchange them"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_mistake_is_told_in_plain_words(text: str, expected: str) -> None:
    model, told = validated(text)

    assert told == [expected]
    assert model is not None


def test_the_field_begins_with_the_name_of_the_block() -> None:
    _, told = validated("tasks:\n  - prompt: x", "duties")
    assert told == ["2:13: duties.tasks[0].prompt: 'x' is neither yes nor no: write yes or no"]


def test_what_is_right_is_kept_and_all_mistakes_are_told_at_once() -> None:
    model, told = validated(
        "title: Nurse\nbasis: x\ntasks:\n  - task: a\n    prompt: b\n  - c\n  - task: d\n    e: f\n"
        "  - task: [g]\nspan: {first: 3, last: x}\n"
    )

    assert [line.partition(": ")[0] for line in told] == [
        "2:8",
        "5:13",
        "6:5",
        "8:5",
        "9:5",
        "10:24",
    ]
    assert model == Model(
        title="Nurse",
        tasks=(Task(task="a"), Task(task="d"), Task()),
        span=Span(first=3),
    )


def test_a_list_keeps_its_numbers_when_an_item_is_left_out() -> None:
    _, told = validated(
        "tasks:\n  -\n  - x\n  - task: a\nspan: {first: 2, last: 1}\n"
        "weeks:\n  - x\n  -\n  - {am: [y], pm: z}\n"
    )
    assert [line.split(": ")[1] for line in told] == [
        "tasks[0]",
        "weeks[1]",
        "tasks[1]",
        "weeks[2].am",
        "span",
    ]


def test_a_name_without_a_value_is_as_good_as_absent() -> None:
    model, told = validated("title:\nflag: ~\ntasks:\n  - task:\n    backup: null\nagainst: []")
    assert told == []
    assert model == Model(tasks=(), against=())


def test_an_alias_in_a_field_is_the_name_to_write() -> None:
    model, _ = validated("for: A")
    assert model is not None
    assert model.for_ == "A"


def test_a_block_that_lacks_what_it_cannot_do_without_is_no_model() -> None:
    tree, _ = read_bytes(b"am: x", "a.yaml")
    assert tree is not None

    model, problems = validate(Halves, tree, "week")

    assert model is None
    expected = "a.yaml:1:1: week.pm: missing here: write 'pm:' and its value"
    assert [str(problem) for problem in problems] == [expected]


class Rota(Block):
    week: Annotated[Text, Field()] | None = None

    @model_validator(mode="before")
    @classmethod
    def refuse(cls, value: object) -> object:
        raise NotationError(
            [Mistake("'C' is nobody", 2, ("week",)), Mistake("'x' is no cell", 4, ("week",))]
        )


@pytest.mark.parametrize(("written", "first"), [("A C x", 7), ('"A C x"', 7)])
def test_each_mistake_of_a_notation_has_the_place_of_its_very_sign(
    written: str, first: int
) -> None:
    tree, _ = read_bytes(f"week: {written}".encode(), "a.yaml")
    assert tree is not None
    quote = written.startswith('"')

    _, problems = validate(Rota, tree, "s")

    assert [str(problem) for problem in problems] == [
        f"a.yaml:1:{first + 2 + quote}: s.week: 'C' is nobody",
        f"a.yaml:1:{first + 4 + quote}: s.week: 'x' is no cell",
    ]
