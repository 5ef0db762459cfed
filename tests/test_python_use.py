"""The five names of the package in Python: as the README shows them, and what they refuse."""

import re
import shutil
import textwrap
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from jobshare_docs import ProblemsFound, check, load_answers, order, render
from jobshare_docs.policy.loading import BUILT_IN, load_policy

PROJECT = Path(__file__).parent.parent
NURSE = PROJECT / "proposals" / "community-health-nurse"
TODAY = date(2026, 12, 7)


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example's files and a policy lie in the working folder, as the README has them."""
    for file in NURSE.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    shutil.copytree(BUILT_IN, tmp_path / "my-policy")
    monkeypatch.chdir(tmp_path)
    yield


def shown() -> str:
    """The code of the README's section on Python."""
    section = (PROJECT / "README.md").read_text(encoding="utf-8").partition("## In Python\n")[2]
    lines = re.findall(r"^(?:    .*)?\n", section.partition("\n## ")[0], re.MULTILINE)
    return textwrap.dedent("".join(lines))


def test_what_the_readme_shows_runs_as_it_stands() -> None:
    names: dict[str, Any] = {}
    exec(compile(shown(), "README.md", "exec"), names)
    assert names["problems"] == []
    assert list(names["documents"]) == ["letter-offer-A.docx", "letter-offer-B.docx"]
    assert list(names["draft"]) == ["proposal.docx"]
    assert names["theirs"].policy.folder == Path("my-policy")


def test_a_draft_is_made_of_what_is_there() -> None:
    Path("answers.yaml").write_text("employees: {A: {name: Ann Lee}}\n", encoding="utf-8")
    answers = load_answers("answers.yaml")
    with pytest.raises(ProblemsFound, match="missing"):
        render(answers, order("proposal", TODAY))
    assert list(render(answers, order("proposal", TODAY, draft=True))) == ["proposal.docx"]


def test_a_policy_is_one_that_was_loaded_or_its_folder() -> None:
    by_folder = load_answers("answers.yaml", policy="my-policy")
    assert by_folder.policy is load_answers("answers.yaml", policy=Path("my-policy")).policy
    assert by_folder.policy is load_policy(Path("my-policy"))
    assert load_answers("answers.yaml", policy=load_policy()).policy is load_policy()


def test_a_policy_that_speaks_of_what_there_is_not_is_refused() -> None:
    options = Path("my-policy/options.yaml")
    words = options.read_text(encoding="utf-8").replace("unless: [trial]", "unless: [trials]")
    options.write_text(words, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="there is no fact 'trials'; nearest: 'trial'"):
        load_answers("answers.yaml", policy="my-policy")


def test_a_folder_that_holds_no_policy_is_told() -> None:
    with pytest.raises(ProblemsFound, match=r"^nowhere(.policy\.yaml)?: there is no such "):
        load_answers("answers.yaml", policy="nowhere")


@pytest.mark.parametrize(
    ("kind", "details", "message"),
    [
        ("leter", {}, "there is no kind of document 'leter'; nearest: letter"),
        ("letter", {"form": "offr"}, "a letter has no form 'offr'; nearest: offer"),
        ("letter", {"form": "x"}, "a letter has no form 'x'; nearest: offer, memo, agreement"),
        ("summary", {"form": "memo"}, "a summary has no form 'memo'; nearest: none"),
        ("letter", {"to": "C"}, "there is no employee 'C': 'to' is 'A' or 'B', or None for each"),
    ],
)
def test_a_wrong_word_has_the_nearest(kind: str, details: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        order(kind, TODAY, **details)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("today", ["2026-12-07", datetime(2026, 12, 7), None])
def test_another_type_than_a_date_is_refused_in_plain_words(today: Any) -> None:
    with pytest.raises(TypeError, match=r"has to be a date: date\(2027, 1, 4\)$"):
        order("letter", today=today)


def test_what_is_printed_of_them_is_short() -> None:
    answers = load_answers("answers.yaml", "terms.yaml")
    assert repr(answers) == "Answers(answers.yaml, terms.yaml: 0 problems of reading them)"
    assert repr(answers.asked).startswith("Terms(answers.yaml: position, employees, ")
    assert repr(load_policy(Path("my-policy"))).endswith(": my-policy)")
    assert max(map(len, map(repr, (answers, answers.asked, answers.policy)))) < 300


def test_problems_have_their_place() -> None:
    Path("answers.yaml").write_text("employees: {A: {name: Ann Lee}}\n", encoding="utf-8")
    found = check(load_answers("answers.yaml"), "proposal")
    assert {problem.where for problem in found} == {"answers.yaml"}
