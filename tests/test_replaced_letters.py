"""A letter in the place of another: extended, made permanent, changed, with a new partner."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.checks.answers import check
from jobshare_docs.documents.catalogue import LETTER
from jobshare_docs.docx_text import text

PROPOSALS = Path(__file__).parent.parent / "proposals"
NURSE, CLERK = "community-health-nurse", "part-time-clerk"
TODAY = date(2026, 11, 22)

REPLACES = "replaces: {{date: 2026-01-12, reason: {}}}"
TRIAL = "purpose: {basis: trial, ends: 2027-07-30}\n"
OF_TRIAL = "return_to: Full-time., review: {if_unsuccessful: It ends.}"
EXTENDED = f"{TRIAL}confirmation: {{{REPLACES.format('extended')}, {OF_TRIAL}}}\n"
PERMANENT = (
    f"{TRIAL}confirmation: {{agreed: {{purpose: {{basis: permanent}}}},"
    f" {REPLACES.format('made-permanent')}}}\n"
)
CHANGED = f"confirmation: {{{REPLACES.format('changed')}}}\n"
NEW_PARTNER = f"confirmation: {{{REPLACES.format('new-partner')}}}\n"

GIVES_UP = "you give up all rights to your former full-time position"
ANEW = "I understand and accept anew that I give up all rights to my former full-time position"
FIRST = "I understand and accept that I give up all rights to my former full-time position"

Letter = Callable[..., str]
Told = Callable[..., list[str]]


@pytest.fixture
def files(tmp_path: Path) -> Callable[[str, str], list[Path]]:
    """The files of an example, and a text laid over them."""

    def laid(over: str, example: str) -> list[Path]:
        file = tmp_path / "over.yaml"
        file.write_text(over, encoding="utf-8")
        names = ("answers", "organization", "terms")
        return [*(PROPOSALS / example / f"{name}.yaml" for name in names), file]

    return laid


@pytest.fixture
def letter(files: Callable[[str, str], list[Path]]) -> Letter:
    """The text of the letter to an employee in a form, with a text laid over the example."""

    def said(over: str, to: str = "A", form: str = "offer", example: str = NURSE) -> str:
        answers = load_answers(*files(over, example))
        documents = render(answers, order("letter", TODAY, form=form))
        return text(documents[f"letter-{form}-{to}.docx" if to else f"letter-{form}.docx"])

    return said


@pytest.fixture
def told(files: Callable[[str, str], list[Path]]) -> Told:
    def found(over: str, example: str = NURSE) -> list[str]:
        problems = check(load_answers(*files(over, example)), LETTER)
        return [str(one).rpartition("/")[2] for one in problems if one.is_error]

    return found


class TestEachReason:
    def test_a_first_letter_takes_no_ones_place(self, letter: Letter) -> None:
        said = letter("position: {}\n")
        assert "Offer of a job share: Community Health Nurse" in said
        assert "is granted" in said and "takes the place" not in said

    def test_extended(self, letter: Letter) -> None:
        said = letter(EXTENDED)
        assert "Extension of the job share: Community Health Nurse" in said
        assert (
            "your job share in the position of Community Health Nurse is extended until 30 July"
            " 2027, on a trial basis. You share the position with Priya Nair."
        ) in said
        assert "This letter takes the place of the letter dated 12 January 2026." in said
        assert "You keep the right to return to full-time status" in said
        assert "is granted" not in said and GIVES_UP not in said

    def test_made_permanent_the_rights_are_given_up_and_signed_for(self, letter: Letter) -> None:
        said = letter(PERMANENT)
        assert "Permanent job share: Community Health Nurse" in said
        assert "becomes permanent." in said
        assert "No set end: the arrangement is permanent" in said
        assert GIVES_UP in said
        assert (
            "The right to return to full-time status at the end of the agreed period ends" in said
        )
        assert FIRST in said

    def test_changed_the_rights_are_given_up_as_before_and_signed_for_anew(
        self, letter: Letter
    ) -> None:
        said = letter(CHANGED)
        assert "Changed terms of the job share: Community Health Nurse" in said
        assert "This letter changes the terms of your job share" in said
        assert f"By accepting this job share on a permanent basis {GIVES_UP}" in said
        assert "So it was before; you sign for it anew, separately, below." in said
        assert ANEW in said

    @pytest.mark.parametrize("form", ["offer", "memo", "agreement"])
    def test_a_trial_that_is_changed_into_a_permanent_one_was_none_before(
        self, letter: Letter, form: str
    ) -> None:
        to = "" if form == "agreement" else "A"
        changed = letter(PERMANENT.replace("made-permanent", "changed"), to, form)
        assert changed == letter(PERMANENT, to, form)
        assert FIRST in changed and "So it was before" not in changed

    def test_a_new_partner_on_a_trial_that_becomes_permanent(self, letter: Letter) -> None:
        over = PERMANENT.replace("made-permanent", "new-partner")
        said = letter(over)
        assert "goes on with a new partner, Priya Nair, and becomes permanent." in said
        assert FIRST in said and "agreed period ends with it." in said
        agreement = letter(over, to="", form="agreement")
        assert "It names a new partner, makes the arrangement permanent and takes the" in agreement

    def test_an_agreement_with_a_new_partner_says_of_nobody_that_it_was_so_before(
        self, letter: Letter
    ) -> None:
        over = "employees: {B: {comes_from: full-time}}\n" + NEW_PARTNER
        said = letter(over, to="", form="agreement")
        assert "This concerns Dana Whitford and Priya Nair. It is signed for separately" in said
        assert FIRST in said and "before;" not in said

    def test_who_comes_from_part_time_signs_for_nothing(self, letter: Letter) -> None:
        for over in (PERMANENT, CHANGED):
            assert "give up" not in letter(over, to="B")

    def test_a_new_partner_is_named_to_the_one_who_stays(self, letter: Letter) -> None:
        said = letter(NEW_PARTNER)
        assert "New partner in the job share: Community Health Nurse" in said
        assert "goes on with a new partner, Priya Nair, on a permanent basis." in said
        assert "takes the place of the letter dated 12 January 2026" in said
        assert ANEW in said

    def test_a_new_partner_gets_a_first_letter(self, letter: Letter) -> None:
        said = letter(NEW_PARTNER, to="B")
        assert "Offer of a job share: Community Health Nurse" in said
        assert "I am pleased to offer you a share of the position" in said
        assert "takes the place" not in said

    def test_the_new_partner_may_be_a(self, letter: Letter) -> None:
        over = NEW_PARTNER.replace("new-partner}", "new-partner, new_partner: A}")
        assert "New partner in the job share" in letter(over, to="B")
        assert "takes the place" not in letter(over, to="A")


class TestOtherForms:
    @pytest.mark.parametrize(
        ("over", "subject", "sentence"),
        [
            (EXTENDED, "Extension of the job share", "Your job share in the position of Community"),
            (PERMANENT, "Permanent job share", "becomes permanent"),
            (CHANGED, "Changed terms of the job share", "This memo changes the terms of your job"),
            (NEW_PARTNER, "New partner in the job share", "goes on with a new partner"),
        ],
    )
    def test_a_memo_says_the_same(
        self, letter: Letter, over: str, subject: str, sentence: str
    ) -> None:
        said = letter(over, form="memo")
        assert f"Subject\t{subject}: Community Health Nurse" in said
        assert sentence in said
        assert "This memo takes the place of the memo or letter dated 12 January 2026." in said

    @pytest.mark.parametrize(
        ("over", "sentence"),
        [
            (EXTENDED, "It extends the arrangement"),
            (PERMANENT, "It makes the arrangement permanent"),
            (CHANGED, "It changes the terms of the arrangement"),
            (NEW_PARTNER, "It names a new partner"),
        ],
    )
    def test_an_agreement_says_the_same(self, letter: Letter, over: str, sentence: str) -> None:
        said = letter(over, to="", form="agreement")
        place = "and takes the place of the agreement or letter dated 12 January 2026."
        assert f"{sentence} {place}" in said

    def test_an_agreement_is_signed_for_again(self, letter: Letter) -> None:
        assert FIRST in letter(PERMANENT, to="", form="agreement")
        changed = letter(CHANGED, to="", form="agreement")
        assert "gives up all rights to the former full-time position" in changed
        assert "This concerns Dana Whitford. So it was before; it is signed for anew" in changed
        assert ANEW in changed

    def test_part_time_work_is_changed(self, letter: Letter) -> None:
        said = letter(CHANGED, example=CLERK)
        assert "Changed terms of the part-time work: Accounts Payable Clerk" in said
        assert "You share" not in said and "partner" not in said.partition("Duties")[0]


class TestReasonsThatTheTermsDoNotBearOut:
    def test_made_permanent_on_trial(self, told: Told) -> None:
        over = PERMANENT.replace("basis: permanent", "basis: trial")
        assert any(
            "confirmation.replaces.reason: the arrangement is made permanent, and its agreed basis"
            " is 'trial'" in problem
            for problem in told(over)
        )

    def test_a_permanent_arrangement_extended(self, told: Told) -> None:
        assert told(CHANGED.replace("changed", "extended")) == [
            "over.yaml:1:53: confirmation.replaces.reason: a permanent arrangement has no end to"
            " extend: write 'changed'"
        ]

    def test_a_new_partner_of_one_alone(self, told: Told) -> None:
        assert told(NEW_PARTNER, CLERK) == [
            "over.yaml:1:53: confirmation.replaces.reason: part-time work has no partner: write"
            " 'changed'"
        ]

    def test_an_end_that_was_asked_goes_where_permanent_is_agreed(self, told: Told) -> None:
        assert told(PERMANENT) == []
