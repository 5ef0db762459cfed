"""What a block refuses is told in plain words at its place; the rest is kept."""

from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal

import pytest

from jobshare_docs.blocks import (
    Also,
    Block,
    First,
    Leaf,
    ShortFor,
    TextNeededError,
    Then,
    Whole,
    reader_of,
    validate,
)
from jobshare_docs.schedule.mistakes import Mistake, NotationError
from jobshare_docs.values import Count, ProseText, Text, YesNo
from jobshare_docs.yaml_file import read_bytes


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


def in_order(data: Any) -> None:
    if data.get("last", "9") < data.get("first", "0"):
        raise ValueError("the last is before the first: exchange them")


class Span(Block):
    first: Count | None = None
    last: Count | None = None


def week(data: Any) -> str:
    if not isinstance(data, str):
        raise TextNeededError("a week")
    return data.strip()


def below_ten(value: int) -> Fraction:
    if value >= 10:
        raise ValueError("ten is too many: write less")
    return Fraction(value, 10)


class Model(Block):
    title: Text | None = None
    basis: Basis | None = None
    basis_or_b: Annotated[Basis, Also(lambda text: "trial" if text == "t" else text)] | None = None
    tasks: tuple[Task, ...] | None = None
    weeks: tuple[Annotated[str, Whole(week, "A week.")], ...] | None = None
    halves: tuple[Halves, ...] | None = None
    colours: dict[str, Text] | None = None
    against: tuple[ProseText, ...] | None = None
    for_: Text | None = None
    flag: YesNo = False
    count: Count | None = None
    tenth: Annotated[Count, Then(below_ten)] | None = None
    span: Annotated[Span, First(in_order)] | None = None
    one: Task | None = None
    short: Annotated[Task, ShortFor("task")] | None = None


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
        "2:5: weeks[0]: a week is needed here, not a list;"
        ' a text in brackets needs quotes: "[what, ever]"',
    ),
    ("halves:\n  - {am: x}", "2:5: halves[0].pm: missing here: write 'pm:' and its value"),
    ("tenth: 12", "1:8: tenth: ten is too many: write less"),
    ("basis_or_b: u", "1:13: basis_or_b: 'u' is not one of permanent, trial"),
    (
        "short: [x]",
        "1:1: short: a block is needed here, lines of 'name: value' below it, such as 'task:'",
    ),
    (
        "colours: {a: b, c: [d]}",
        '1:17: colours.c: text is needed here, not a list; a text in brackets needs quotes: "[d]"',
    ),
    ("count: x", "1:8: count: 'x' is not a whole number: write it as 5"),
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
        "  - task: [g]\nspan: {first: 3, last: 5x}\n"
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
        title="Nurse", tasks=(Task(task="a"), Task(task="d"), Task()), span=Span(first=3)
    )


def test_a_list_keeps_its_numbers_when_an_item_is_left_out() -> None:
    _, told = validated(
        "tasks:\n  -\n  - x\n  - task: a\nspan: {first: 2, last: 1}\nweeks:\n  - x\n  -\n  - [y]\n"
    )
    assert [line.split(": ")[1] for line in told] == [
        "tasks[0]",
        "tasks[1]",
        "span",
        "weeks[1]",
        "weeks[2]",
    ]


def test_a_choice_is_read_in_capitals_or_not() -> None:
    model, told = validated("basis: Permanent\none: {backup: b}")
    assert told == []
    assert model == Model(basis=Basis.PERMANENT, one=Task(backup="B"))


def test_a_text_may_stand_for_a_block() -> None:
    model, told = validated("short: Filing\nbasis_or_b: t\ntenth: 3")
    assert told == []
    assert model == Model(short=Task(task="Filing"), basis_or_b=Basis.TRIAL, tenth=Fraction(3, 10))


def test_a_block_does_not_change_and_knows_what_it_was_given() -> None:
    task = Task(task="Filing")
    assert task.given == {"task"}
    with pytest.raises(AttributeError, match="a Task does not change"):
        task.task = "Typing"  # type: ignore[misc]  # it is frozen
    with pytest.raises(TypeError, match="Task has no field by"):
        Task(by="A")  # type: ignore[call-arg]  # there is no such field


def test_a_type_that_nothing_reads_is_an_error_of_the_program() -> None:
    with pytest.raises(TypeError, match="no reader reads"):
        reader_of(int)


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


def notation(text: str) -> str:
    raise NotationError([Mistake("'C' is nobody", 2), Mistake("'x' is no cell", 4)])


class Rota(Block):
    week: Annotated[str, Leaf(notation, "a week", "A week.")] | None = None


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
