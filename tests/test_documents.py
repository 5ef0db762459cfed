"""Every document of every example, compared with its expected text, and what follows the facts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.docx_text import text

PROPOSALS = Path(__file__).parent.parent / "proposals"
EXAMPLES = ("community-health-nurse", "part-time-clerk", "trial-records-analyst")
LAYERS = ("answers.yaml", "organization.yaml", "terms.yaml")
TODAY = date(2026, 11, 22)


def made(
    example: str, kind: str, over: Path | None = None, form: str | None = None
) -> dict[str, bytes]:
    own = PROPOSALS / example / f"{kind}.yaml"
    layers = [PROPOSALS / example / name for name in LAYERS] + [own] * own.exists()
    answers = load_answers(*layers, *([over] if over else []))
    return render(answers, order(kind, TODAY, form=form))


# One employee alone shares nothing, and before a partner is found nobody takes over.
NEVER_MADE = {
    *(("part-time-clerk", "posting"), ("part-time-clerk", "changeover")),
    ("trial-records-analyst", "changeover"),
}


@pytest.mark.parametrize(
    ("example", "kind", "form"),
    [
        (example, kind.name, form)
        for example in EXAMPLES
        for kind in CATALOGUE.values()
        for form in kind.sheets
        if (example, kind.name) not in NEVER_MADE
    ],
)
def test_each_document_says_what_is_expected(
    expected: Callable[[str, bytes], None], example: str, kind: str, form: str
) -> None:
    documents = made(example, kind, form=form or None)
    assert documents
    for name, document in documents.items():
        expected(f"{example}/{Path(name).stem}", document)


class TestWhatFollowsTheFacts:
    """The clauses of a letter and the wording of a proposal, by who asks and on which basis."""

    @pytest.fixture
    def letter(self, tmp_path: Path) -> Callable[..., str]:
        def said(to: str, over: str = "", form: str = "offer", example: str = EXAMPLES[0]) -> str:
            layer = tmp_path / "over.yaml"
            layer.write_text(over or "position: {}\n", encoding="utf-8")
            documents = made(example, "letter", layer, form)
            return text(documents[f"letter-{form}-{to}.docx" if to else f"letter-{form}.docx"])

        return said

    def test_a_full_time_employee_gives_up_the_position_in_a_permanent_share(
        self, letter: Callable[..., str]
    ) -> None:
        assert "give up all rights to your former full-time position" in letter("A")

    def test_who_comes_from_part_time_gives_nothing_up(self, letter: Callable[..., str]) -> None:
        assert "give up" not in letter("B")
        assert "former full-time position" not in letter("B")

    def test_who_comes_from_full_time_without_being_the_incumbent_gives_it_up(
        self, letter: Callable[..., str]
    ) -> None:
        said = letter("B", "employees: {B: {comes_from: full-time}}")
        assert "give up all rights to your former full-time position" in said

    @pytest.mark.parametrize("basis", ["trial", "time-bound"])
    def test_for_a_time_the_right_to_return_is_kept(
        self, letter: Callable[..., str], basis: str
    ) -> None:
        said = letter(
            "A",
            f"purpose: {{basis: {basis}, ends: 2027-12-31}}\n"
            "confirmation:\n"
            "  return_to: Her former full-time position.\n"
            "  review: {if_unsuccessful: The arrangement ends.}\n",
        )
        assert "give up" not in said
        assert "right to return" in said
        assert "Her former full-time position." in said
        assert "31 December 2027" in said

    def test_the_letter_speaks_of_what_was_agreed_and_says_where_it_differs(
        self, letter: Callable[..., str]
    ) -> None:
        said = letter("A")
        assert "up to five days a year" in said
        assert "up to ten days a year" in said  # what was asked, in the table of differences

    def test_an_agreed_rota_is_reckoned_anew(self, letter: Callable[..., str]) -> None:
        said = letter(
            "A",
            "confirmation:\n"
            "  agreed: {schedule: {weeks: ['A A B B B'], first_week_begins: 2027-01-04,"
            " overlap: None.}}\n",
        )
        assert "14.5" in said
        assert "40%" in said
        assert "$31,360" in said

    @pytest.mark.parametrize(("form", "to"), [("offer", "A"), ("memo", "B"), ("agreement", "")])
    def test_who_signs_besides_signs_besides(
        self, letter: Callable[..., str], form: str, to: str
    ) -> None:
        over = "confirmation: {signatories: [{role: Union representative, name: Una Nion}]}"
        said = letter(to, over, form=form)
        for name in ("Ingrid Falk", "Una Nion", "Dana Whitford" if to != "B" else "Priya Nair"):
            assert f"\n{name}" in said
        assert "Union representative" in said

    def test_an_agreement_names_both_and_no_pay(self, letter: Callable[..., str]) -> None:
        said = letter("", form="agreement")
        assert "Dana Whitford" in said
        assert "Priya Nair" in said
        assert "$" not in said


class TestAProposal:
    """Its nine sections, always all nine and in order."""

    HEADINGS = (
        *("Statement of purpose", "Division of duties", "Time schedule", "Communications"),
        *("Space and equipment", "Advantages and disadvantages"),
    )

    @pytest.mark.parametrize(
        ("example", "seventh"),
        [
            (EXAMPLES[0], "The partner"),
            (EXAMPLES[1], "The remaining work"),
            (EXAMPLES[2], "The partner"),
        ],
    )
    def test_it_has_nine_sections_in_order(self, example: str, seventh: str) -> None:
        said = text(made(example, "proposal")["proposal.docx"])
        wanted = (*self.HEADINGS, seventh, "Examples elsewhere", "Implementation")
        places = [said.index(f"{number} {title}") for number, title in enumerate(wanted, 1)]
        assert places == sorted(places)

    def test_a_text_that_looks_like_a_tag_is_printed_as_it_stands(self, tmp_path: Path) -> None:
        over = tmp_path / "over.yaml"
        over.write_text(
            "purpose: {statement: 'R&D <x> {{ 7*7 }} {% if %}'}\n"
            "position: {title: 'R&D {{ 7*7 }}'}\n",
            encoding="utf-8",
        )
        said = text(made(EXAMPLES[0], "proposal", over)["proposal.docx"])
        assert "R&D <x> {{ 7*7 }} {% if %}" in said
        assert "R&D {{ 7*7 }}" in said

    def test_other_paid_work_is_never_printed(self, tmp_path: Path) -> None:
        over = tmp_path / "over.yaml"
        over.write_text("purpose: {other_paid_work: Zither lessons.}\n", encoding="utf-8")
        assert "Zither" not in text(made(EXAMPLES[0], "proposal", over)["proposal.docx"])


def test_whatever_was_agreed_of_a_task_is_told(tmp_path: Path) -> None:
    over = tmp_path / "over.yaml"
    over.write_text(
        "confirmation:\n  agreed:\n    duties:\n      tasks:\n"
        "        - {task: Prenatal Committee, how: By telephone., backup: partner, prompt: yes}\n",
        encoding="utf-8",
    )
    said = text(made(EXAMPLES[0], "letter", over)["letter-offer-A.docx"])
    (line,) = [line for line in said.splitlines() if line.startswith("Task: Prenatal Committee")]
    assert "| Back-up: Nobody" in line
    assert "By telephone. / Back-up: The partner / To be done the same day" in line
    assert "Sat on the committee" not in line


def test_an_agreement_tells_who_begins_on_a_day_of_their_own(tmp_path: Path) -> None:
    over = tmp_path / "over.yaml"
    over.write_text("confirmation: {employees: {B: {effective: 2027-03-01}}}\n", encoding="utf-8")
    said = text(made(EXAMPLES[0], "letter", over, "agreement")["letter-agreement.docx"])
    assert "Begins\t4 January 2027; for Priya Nair 1 March 2027" in said
