"""Whatever is typed at any question ends in documents or in messages, never in a traceback."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from answer_cases import FOLDER
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from questions import questions

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.checks.answers import check
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.generate import order, render
from jobshare_docs.problems import Problem, ProblemsFound, errors

BASES = [
    [folder / f"{name}.yaml" for name in BLOCKS if (folder / f"{name}.yaml").exists()]
    for folder in (FOLDER / "base" / "job-share", FOLDER / "base" / "part-time")
]
QUESTIONS = sorted(questions())

# What people type where something else is asked for, and what they leave behind.
TYPED = (
    *("yes", "no", "y", "maybe", "0", "-1", "1", "7.25", "7:15", "7,25", "60", "60%", "1.5"),
    *("110%", "24:00", "25:00", "9am", "9-5", "fit", "A", "B", "AB", "a", "C", "-", "~", "{}"),
    *("[]", "''", '""', "[A, B]", "{A: B}", "{A:B}", "{Mon: A}", "[{}]", "[[A]]", "[[[]]]"),
    *("{a: {b: {c: d}}}", "2027-01-04", "2027-02-30", "04/01/2027", "0000-00-00", "9999-99-99"),
    *("1e999", "\u0663", "half-days", "week-about", "permanent", "job-share", "part-time"),
    *("both", "on-duty", "other", "dropped", "partner-starts", "Mo\u00a0Tu", "\u2013"),
    *("\u201cA\u201d", "99999999999999", "0.0000000001"),
)
SENTENCES = (
    "A A A B B",
    '"A A A B B"',
    '["A A AB B B"]',
    '["- - - - -"]',
    '["A A A A A A A", "B B B B B"]',
    '[{am: "A A A A A", pm: "B B B B B"}]',
    '[{Mon: {A: "20:00-8:00"}, Tue: {A: "4:00-12:00"}}]',
    "{start: 8:30}",
    "{start: 22:00, end: 6:00, break: 0}",
    "[{what: Talk, who: both, hours: 40, per: week}]",
    "[{from: 2027-01-04, who: A}]",
    "[{from: 1900-01-01, to: 2199-12-31, who: both}]",
    "See above: all of it",
    "{{ 7*7 }} and {% if x %}",
    "|\n  A text\n  of two lines",
    "[{task: Filing, done_by: A, prompt: yes}]",
)


def as_yaml(question: str, value: str) -> str:
    """The question with its answer behind it, each part of its name on a line of its own."""
    keys = question.split(".")
    lines = [f"{'  ' * depth}{key}:" for depth, key in enumerate(keys)]
    indented = value.replace("\n", "\n" + "  " * len(keys))
    return "\n".join(lines) + f" {indented}\n"


def said_of(files: list[Path]) -> list[Problem]:
    """Everything that is said of the answers, for each kind of document and in general."""
    try:
        answers = load_answers(*files)
    except ProblemsFound as error:
        return list(error.problems)
    return [found for kind in (None, *CATALOGUE) for found in check(answers, kind)]


def is_told_well(problem: Problem) -> bool:
    """Whether a message has a place and holds nothing of the program's inside."""
    inside = ("Mapping(", "Scalar(", "Sequence(", "Place(", "object at", "NoneType", "Fraction(")
    return (
        bool(problem.line)
        and bool(problem.message)
        and not any(word in f"{problem.message} {problem.field}" for word in inside)
    )


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file into which each answer is typed."""
    return tmp_path_factory.mktemp("any") / "typed.yaml"


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    base=st.sampled_from(BASES),
    question=st.sampled_from(QUESTIONS),
    value=st.sampled_from((*TYPED, *SENTENCES)),
)
def test_whatever_is_typed_is_told_at_its_place(
    typed: Path, base: list[Path], question: str, value: str
) -> None:
    typed.write_text(as_yaml(question, value), encoding="utf-8")
    assert all(is_told_well(problem) for problem in said_of([*base, typed]))


@pytest.mark.parametrize("value", SENTENCES)
def test_every_rota_question_stands_any_sentence(typed: Path, value: str) -> None:
    for question in (name for name in QUESTIONS if name.startswith("schedule.")):
        typed.write_text(as_yaml(question, value), encoding="utf-8")
        assert all(is_told_well(problem) for problem in said_of([*BASES[0], typed]))


def whole(base: list[Path]) -> dict[str, Any]:
    """The base as one block of texts."""
    texts = "\n".join(file.read_text(encoding="utf-8") for file in base)
    return dict(yaml.load(texts, Loader=yaml.BaseLoader))


def names_in(value: object, name: str = "") -> Iterator[str]:
    """The dotted names of every value in a block of blocks."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{name}{key}"
            yield from names_in(inner, f"{name}{key}.")


def without(value: dict[str, Any], left_out: Iterable[str], name: str = "") -> dict[str, Any]:
    """The block without the values of those names."""
    return {
        key: without(inner, left_out, f"{name}{key}.") if isinstance(inner, dict) else inner
        for key, inner in value.items()
        if f"{name}{key}" not in left_out
    }


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), base=st.sampled_from(BASES))
def test_whatever_is_left_out_a_draft_can_be_made(
    typed: Path, data: st.DataObject, base: list[Path]
) -> None:
    answers = whole(base)
    left_out = data.draw(st.sets(st.sampled_from(sorted(names_in(answers)))))
    typed.write_text(
        yaml.safe_dump(without(answers, left_out) or {"position": {"title": "Clerk"}}),
        encoding="utf-8",
    )
    loaded = load_answers(typed)
    if errors(check(loaded, "proposal", missing_is_wrong=False)):
        return
    drafted = order("proposal", today=date(2026, 12, 7), draft=True)
    assert list(render(loaded, drafted)) == ["proposal.docx"]
