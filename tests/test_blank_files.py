"""The files that `new` writes: every question in them, and nothing wrong but what is missing."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from questions import questions

from jobshare_docs.answers.loading import load_answers
from jobshare_docs.checks.answers import check
from jobshare_docs.documents.blanks import blank
from jobshare_docs.policy.loading import load_policy
from jobshare_docs.yaml_file import Mapping, Node, Scalar, Sequence, read, read_bytes

PROJECT = Path(__file__).parent.parent
BLANK = PROJECT / "templates" / "blank"
EXAMPLES = PROJECT / "proposals"
FILES = sorted(path.name for path in BLANK.iterdir())

# Questions that no blank file asks, and why.
LEFT_OUT = {
    "position.full_time_salary": "pay is the employer's to state, in terms.yaml",
    "employees.A.full_time_salary": "the same",
    "employees.B.full_time_salary": "the same",
    "confirmation.effective.date": "a date is written behind effective: itself",
    "confirmation.effective.when": "shown in the comment on effective:",
    "confirmation.effective.not_after": "the same",
    "advantages_and_disadvantages.advantages.advantage": "a text behind the dash is enough",
    "advantages_and_disadvantages.advantages.to": "shown in the comment on advantages:",
}
LEFT_OUT_BELOW = {
    "confirmation.agreed": "it may hold every question of the request, and shows an example",
    "confirmation.employees.A.effective": "a date is written behind effective: itself",
    "confirmation.employees.B.effective": "the same",
    "reply.terms": "the same",
}
ASKED_ONCE = re.compile(r"(?!precedents)\w+\.none")


def asked(node: Node, name: str) -> Iterator[str]:
    """Every dotted name in a tree, list items without their number."""
    if name:
        yield name
    if isinstance(node, Sequence):
        for item in node.items:
            yield from asked(item, name)
    elif isinstance(node, Mapping):
        for key, entry in node.entries.items():
            yield from asked(entry.value, f"{name}.{key}".removeprefix("."))


def written(file: str) -> str:
    """The text of a blank file as `new` writes it."""
    name = file.replace("-part-time", "")
    return blank(name, part_time=name != file, policy=load_policy())


def tree_of(source: Path | str) -> Mapping:
    """The tree of a file, or of a text."""
    tree, problems = read_bytes(source.encode(), "") if isinstance(source, str) else read(source)
    assert problems == []
    assert tree is not None
    return tree


def is_left_out(question: str) -> bool:
    return (
        question in LEFT_OUT
        or any(f"{question}.".startswith(f"{name}.") for name in LEFT_OUT_BELOW)
        or bool(ASKED_ONCE.fullmatch(question))
    )


def test_there_is_a_blank_of_every_file() -> None:
    assert FILES == [
        "answers-part-time.yaml",
        "answers.yaml",
        "organization.yaml",
        "posting.yaml",
        "reply.yaml",
        "terms.yaml",
        "worksheet.yaml",
    ]


def test_every_question_is_asked_or_left_out_for_a_reason() -> None:
    names = {name for file in FILES for name in asked(tree_of(written(file)), "")}
    known = set(questions())
    assert len(known) > 200
    assert {name for name in known - names if not is_left_out(name)} == set()
    assert names & set(LEFT_OUT) == set()


def test_no_reason_is_given_for_a_question_that_is_no_more() -> None:
    known = set(questions())
    assert set(LEFT_OUT) <= known
    assert set(LEFT_OUT_BELOW) <= known


@pytest.mark.parametrize("name", FILES)
def test_an_untouched_file_has_nothing_wrong_with_it(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(written(name), encoding="utf-8")
    answers = load_answers(tmp_path / name)
    assert answers.problems == ()
    problems = check(answers)
    assert all(problem.message.startswith("missing; ") for problem in problems)


@pytest.mark.parametrize("name", ["answers.yaml", "answers-part-time.yaml"])
def test_an_untouched_request_lacks_every_section(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(written(name), encoding="utf-8")
    missing = {problem.field.partition(".")[0] for problem in check(load_answers(tmp_path / name))}
    assert {"position", "employees", "purpose", "duties", "schedule", "precedents"} <= missing


@pytest.mark.parametrize("name", FILES)
def test_every_line_fits_a_narrow_window(name: str) -> None:
    lines = written(name).splitlines()
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("name", FILES)
def test_every_group_of_questions_has_a_comment(name: str) -> None:
    text = written(name)
    for paragraph in re.split(r"\n\s*\n", text):
        assert "#" in paragraph or re.fullmatch(r"\s*\S+:(\n.*:)*\s*", paragraph), paragraph


def filled(text: str, form: Node, example: Node, item: int) -> str:
    """The blank text with the example's values typed behind its colons and dashes.

    Where the example has a list, only its first (0) or last (-1) item is typed.
    """
    lines = text.split("\n")
    for line, value in _typed(form, example, item):
        lines[line - 1] += f" {value}"
    return "\n".join(lines)


def _typed(form: Node, example: Node, item: int) -> Iterator[tuple[int, str]]:
    """Each line and what is typed at its end."""
    if isinstance(example, Scalar):
        if isinstance(form, Scalar) and not form.text:
            yield form.place.line, json.dumps(example.text, ensure_ascii=False)
    elif isinstance(example, Sequence):
        if isinstance(form, Sequence):
            yield from _typed(form.items[0], example.items[item], item)
    elif isinstance(form, Mapping):
        for key, entry in example.entries.items():
            if key in form.entries:
                yield from _typed(form.entries[key].value, entry.value, item)


@pytest.mark.parametrize(
    ("file", "example", "item"),
    [
        ("answers.yaml", "community-health-nurse", 0),
        ("answers-part-time.yaml", "part-time-clerk", -1),
    ],
)
def test_filled_in_with_the_example_they_make_every_document(
    file: str, example: str, item: int, tmp_path: Path
) -> None:
    names = {"answers.yaml": file, "organization.yaml": "", "terms.yaml": ""}
    for name, own in names.items():
        source = written(own or name)
        answers = tree_of(EXAMPLES / example / name)
        text = filled(source, tree_of(source), answers, item)
        (tmp_path / name).write_text(text, encoding="utf-8")
    answers = load_answers(*(tmp_path / name for name in names))
    assert answers.problems == ()
    found = [str(one) for kind in ("letter", "summary") for one in check(answers, kind)]
    assert found == []
