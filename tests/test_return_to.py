"""What is said of a return to full-time work, and to whom."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.checks.answers import check
from jobshare_docs.docx_text import text

NURSE = Path(__file__).parent.parent / "proposals" / "community-health-nurse"
TODAY = date(2026, 11, 22)
TRIAL = (
    "purpose: {basis: trial, ends: 2027-07-30}\n"
    "confirmation: {return_to: The former position., review: {if_unsuccessful: It ends.}}\n"
)
UNSAID = "    comes_from: part-time          # full-time | part-time | new-hire\n"

Layers = Callable[..., list[Path]]
Letter = Callable[..., str]


@pytest.fixture
def layers(tmp_path: Path) -> Layers:
    """The example and a text laid over it; B comes from somewhere, from nowhere if left out."""

    def files(over: str, comes_from: str = "part-time") -> list[Path]:
        written = (NURSE / "answers.yaml").read_text(encoding="utf-8")
        assert UNSAID in written
        line = f"    comes_from: {comes_from}\n" if comes_from else ""
        answers, laid_over = tmp_path / "answers.yaml", tmp_path / "over.yaml"
        answers.write_text(written.replace(UNSAID, line), encoding="utf-8")
        laid_over.write_text(over, encoding="utf-8")
        return [answers, *(NURSE / f"{name}.yaml" for name in ("organization", "terms")), laid_over]

    return files


@pytest.fixture
def letter(layers: Layers) -> Letter:
    """The text of a letter, with a text laid over the example."""

    def said(to: str, comes_from: str = "part-time", form: str = "offer") -> str:
        answers = load_answers(*layers(TRIAL, comes_from))
        documents = render(answers, order("letter", TODAY, form=form))
        return text(documents[f"letter-{form}-{to}.docx" if to else f"letter-{form}.docx"])

    return said


@pytest.mark.parametrize("form", ["offer", "memo"])
def test_it_is_promised_to_one_who_comes_from_full_time_alone(letter: Letter, form: str) -> None:
    promise = "What you return to: The former position."
    assert promise in letter("A", form=form)
    assert promise in letter("B", "full-time", form)
    for elsewhere in ("part-time", "new-hire", ""):
        assert "return to" not in letter("B", elsewhere, form)


def test_an_agreement_names_whom_it_concerns(letter: Letter) -> None:
    said = letter("", form="agreement")
    assert "What Dana Whitford returns to: The former position." in said
    said = letter("", "full-time", form="agreement")
    assert "What Dana Whitford and Priya Nair return to: The former position." in said


def test_the_notice_of_the_end_names_whom_it_concerns(layers: Layers) -> None:
    ends = (
        "reply: {outcome: ending, date: 2027-05-31, signed_by: {name: Ingrid Falk}, ending: {cause:"
        " end-of-trial, last_day: 2027-07-30, remaining_employee: Another position.}}\n"
    )
    documents = render(load_answers(*layers(TRIAL + ends)), order("reply", TODAY))
    assert "Agreed for the end\tDana Whitford: The former position." in text(
        documents["reply.docx"]
    )


@pytest.mark.parametrize(
    ("over", "left_out"),
    [
        (TRIAL, "what one who comes from full-time returns to"),
        (
            "position: {}\n",
            "that one who comes from full-time gives up all rights to the former position",
        ),
    ],
)
def test_what_is_left_out_unless_it_is_said_where_one_comes_from(
    layers: Layers, over: str, left_out: str
) -> None:
    (problem,) = check(load_answers(*layers(over, "")), "letter")
    assert problem.field == "employees.B.comes_from"
    assert not problem.is_error
    assert problem.message == (
        f"missing, so the letter leaves out {left_out}: write full-time, part-time or new-hire"
    )


class TestWhatNoLetterPrints:
    """Terms that stand there in vain are told, so that nobody believes them agreed."""

    def told(self, files: list[Path]) -> list[str]:
        found = check(load_answers(*files), "letter")
        return sorted(
            f"{one.field.removeprefix('confirmation.')}: {one.message}"
            for one in found
            if "no letter prints" in one.message
        )

    def test_the_examples_have_none(self) -> None:
        for example in sorted(NURSE.parent.iterdir()):
            names = ("answers", "organization", "terms")
            assert self.told([example / f"{name}.yaml" for name in names]) == []

    def test_of_a_permanent_job_share(self, layers: Layers) -> None:
        over = (
            "confirmation: {return_to: The desk., return_to_full_time: By applying.,"
            " if_no_partner: {search_until: 2027-03-01, then: It ends.}}\n"
        )
        assert self.told(layers(over)) == [
            "if_no_partner: no letter prints this: there is a partner, so take it away",
            "return_to: no letter prints this: a permanent arrangement has no end to return at",
            "return_to_full_time: no letter prints this: it is for part-time work; what a job share"
            " says is the policy's",
        ]

    def test_of_a_trial_to_which_nobody_comes_from_full_time(self, layers: Layers) -> None:
        over = TRIAL + "employees: {A: {incumbent: no, comes_from: new-hire}}\n"
        assert self.told(layers(over)) == [
            "return_to: no letter prints this: nobody in it comes from full-time"
        ]
        assert self.told(layers(TRIAL)) == []

    def test_of_permanent_part_time_work(self, tmp_path: Path) -> None:
        clerk = NURSE.parent / "part-time-clerk"
        over = tmp_path / "over.yaml"
        over.write_text(
            "confirmation: {return_to: The desk., handover_paid: Yes., partner_leaves: {then: No.}}"
        )
        files = [clerk / f"{name}.yaml" for name in ("answers", "organization", "terms")]
        assert self.told([*files, over]) == [
            "handover_paid: no letter prints this: it is for a job share, so take it away",
            "partner_leaves: no letter prints this: it is for a job share, so take it away",
            "return_to: no letter prints this: a permanent arrangement has no end to return at;"
            " write return_to_full_time",
        ]
        over.write_text(
            "purpose: {basis: trial, ends: 2027-08-31}\n"
            "confirmation: {return_to: The desk., review: {if_unsuccessful: It ends.}}"
        )
        assert self.told([*files, over]) == [
            "return_to_full_time: no letter prints this: it is for a permanent arrangement; write"
            " return_to"
        ]
