"""Sentences of the proposal and the summary that follow what is known."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.docx_text import text

PROPOSALS = Path(__file__).parent.parent / "proposals"
NURSE, CLERK, ANALYST = "community-health-nurse", "part-time-clerk", "trial-records-analyst"
TODAY = date(2026, 11, 22)

Said = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path) -> Said:
    """The text of a document of an example, with a text laid over its answers."""

    def document(kind: str, over: str = "", example: str = NURSE) -> str:
        file = tmp_path / "over.yaml"
        file.write_text(over or "position: {}\n", encoding="utf-8")
        layers = [PROPOSALS / example / f"{name}.yaml" for name in ("answers", "organization")]
        if kind == "summary":
            layers.append(PROPOSALS / example / "terms.yaml")
        return text(render(load_answers(*layers, file), order(kind, TODAY))[f"{kind}.docx"])

    return document


def test_skills_are_sought_only_while_no_partner_is_found(said: Said) -> None:
    assert "Experience and skills:" in said("proposal")
    assert "Experience and skills sought:" in said("proposal", example=ANALYST)


def test_an_example_of_which_only_the_place_is_known(said: Said) -> None:
    rows = said("proposal", "precedents: {examples: [{where: A unit in Winkler}]}\n").splitlines()
    (row,) = [line for line in rows if line.startswith("A unit in Winkler")]
    assert [cell.strip() for cell in row.split("|")] == ["A unit in Winkler", "–", "–", "–"]


def test_the_proposal_says_when_week_1_begins(said: Said) -> None:
    assert "two weeks; week 1 begins on Monday, 4 January 2027." in said("proposal")
    assert "week 1 begins" not in said("proposal", "schedule: {weeks: [A A A B B]}\n")


@pytest.mark.parametrize(
    ("over", "example", "sentence"),
    [
        ("", NURSE, "The job share begins on 4 January 2027 and is permanent."),
        ("", CLERK, "The part-time work begins on 1 March 2027 and is permanent."),
        (
            "",
            ANALYST,
            "The job share begins when the partner starts and is a trial until 30 September 2027.",
        ),
        (
            "purpose: {basis: time-bound, ends: 2028-06-30}\n",
            NURSE,
            "The job share begins on 4 January 2027 and is for an agreed period, until 30 June"
            " 2028.",
        ),
        (
            "confirmation: {employees: {B: {effective: 2027-02-01}}}\n",
            NURSE,
            "The job share begins on 4 January 2027 for Dana Whitford and on 1 February 2027 for"
            " Priya Nair and is permanent.",
        ),
    ],
)
def test_the_summary_says_from_when_and_until_when(
    said: Said, over: str, example: str, sentence: str
) -> None:
    assert sentence in said("summary", over, example)


def test_the_summary_says_when_week_1_of_a_longer_cycle_begins(said: Said) -> None:
    assert "two weeks, and week 1 begins on Monday, 4 January 2027." in said("summary")
    assert "week 1 begins" not in said("summary", example=CLERK)
    assert "week 1 begins" not in said("summary", example=ANALYST)  # its first day is open


@pytest.mark.parametrize("kind", ["proposal", "summary"])
def test_what_only_two_have_is_not_printed_for_one(said: Said, kind: str) -> None:
    over = (
        "communications: {with_partner: A shared log.}\n"
        "partner: {complement: He knows the archive., candidates: [Idris Cole]}\n"
        "schedule: {overlap: Every second Monday.}\n"
    )
    printed = said(kind, over, CLERK)
    for leftover in ("A shared log", "With each other", "the archive.", "Idris", "second Monday"):
        assert leftover not in printed
    assert "sought" not in printed


@pytest.mark.parametrize(
    "over",
    [
        "space_and_equipment: {needs: none}\n",
        "space_and_equipment: {needs: One desk., other_arrangements: none}\n",
        "partner: {complement: none}\n",
        "implementation: {if_refused: none}\n",
    ],
)
def test_a_word_alone_is_a_sentence(said: Said, over: str) -> None:
    assert "\nNone.\n" in said("proposal", over)


def test_the_table_of_duties_has_no_column_that_nobody_filled_in(said: Said) -> None:
    def table(second: str) -> list[str]:
        tasks = f"[{{task: Clinics, done_by: both}}, {{task: Reports, done_by: A{second}}}]"
        lines = said("proposal", f"duties: {{tasks: {tasks}}}\n").splitlines()
        at = next(number for number, line in enumerate(lines) if line.startswith("Task "))
        return [" ".join(line.split()) for line in lines[at : at + 3]]

    assert table("") == ["Task | Who", "Clinics | Both partners", "Reports | Dana Whitford"]
    assert table(", how: By hand") == [
        *("Task | Who | How, or why", "Clinics | Both partners | –"),
        "Reports | Dana Whitford | By hand.",
    ]
