"""What one part of the answers says against another, and for which documents it matters."""

from datetime import date
from pathlib import Path

import pytest
from answer_cases import FOLDER

from jobshare_docs.answers.answers import Answers
from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.checks.answers import check
from jobshare_docs.generate import order, render
from jobshare_docs.problems import ProblemsFound, errors

BASE = FOLDER / "base" / "job-share"


def answers(tmp_path: Path, text: str, *left_out: str) -> Answers:
    """The base without some blocks, and a text laid over it."""
    own = tmp_path / "own.yaml"
    own.write_text(text, encoding="utf-8")
    files = (BASE / f"{name}.yaml" for name in BLOCKS if name not in left_out)
    return load_answers(*(file for file in files if file.exists()), own)


def test_a_contradiction_matters_only_where_its_block_is_read(tmp_path: Path) -> None:
    found = answers(tmp_path, "precedents: {examples: [{where: Gimli}]}")
    (warning,) = check(found, "proposal")
    assert warning.field == "precedents.none"
    assert check(found, "letter") == check(found, "summary") == []


def test_a_contradiction_is_told_once_without_a_kind(tmp_path: Path) -> None:
    found = answers(tmp_path, 'schedule: {weeks: ["A A - B B"]}')
    assert [problem.field for problem in check(found)] == ["schedule.weeks"]


def test_a_warning_stops_no_document(tmp_path: Path) -> None:
    found = answers(tmp_path, "employees: {A: {share: 60%}}")
    assert len(check(found, "summary")) == 1
    assert errors(check(found, "summary")) == []
    assert list(render(found, order("summary", today=date(2026, 12, 7)))) == ["summary.docx"]


def test_an_error_stops_the_document_and_its_draft(tmp_path: Path) -> None:
    found = answers(tmp_path, "purpose: {declaration: no}")
    for is_draft in (False, True):
        with pytest.raises(ProblemsFound, match="the policy refuses requests made for") as caught:
            render(found, order("proposal", today=date(2026, 12, 7), draft=is_draft))
        (problem,) = caught.value.problems
        assert (problem.where, problem.line) == (str(tmp_path / "own.yaml"), 1)


def test_what_is_missing_stops_the_document_and_not_its_draft(tmp_path: Path) -> None:
    found = answers(tmp_path, "position: {location: Gimli}", "partner")
    with pytest.raises(ProblemsFound, match="partner: missing; what belongs here: "):
        render(found, order("proposal", today=date(2026, 12, 7)))
    drafted = order("proposal", today=date(2026, 12, 7), draft=True)
    assert list(render(found, drafted)) == ["proposal.docx"]


def test_what_is_missing_for_one_kind_is_not_for_another(tmp_path: Path) -> None:
    found = answers(tmp_path, "position: {location: Gimli}", "partner", "precedents")
    assert [problem.field for problem in check(found, "proposal")] == ["partner", "precedents"]
    assert check(found, "letter") == check(found, "summary") == []


def test_problems_come_in_the_order_of_the_files_and_lines(tmp_path: Path) -> None:
    text = "purpose: {ends: soon}\nduties: {tasks: [{task: X}]}\nposition: {number: 1, color: red}"
    places = [(one.line, one.column) for one in answers(tmp_path, text).problems]
    assert places == sorted(places)
    assert len(places) == 2
