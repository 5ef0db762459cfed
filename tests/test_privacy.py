"""Nobody's pay in another's letter, in the agreement, the summary or anything embedded."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.documents.catalogue import CATALOGUE

EXAMPLE = Path(__file__).parent.parent / "proposals" / "community-health-nurse"
FILES = ("answers.yaml", "organization.yaml", "terms.yaml", "worksheet.yaml", "reply.yaml")
TODAY = date(2026, 11, 22)

PRIVATE = """
employees:
  A: {phone: 204-555-0117, full_time_salary: 31337}
  B: {phone: 204-555-0118, full_time_salary: 41337}
position: {full_time_salary: 51337}
purpose: {other_paid_work: Teaches zither on Saturdays.}
confirmation:
  employees:
    A: {full_time_salary: 78401, full_time_vacation_days: 23, conditions: [Alpha condition.]}
    B: {full_time_salary: 74153, full_time_vacation_days: 17, conditions: [Beta condition.]}
"""

# Full-time and prorated at one half, as they are printed; days of vacation in full and prorated.
PAY_OF = {
    "A": ("78401", "78,401", "39200.5", "39,200.50"),
    "B": ("74153", "74,153", "37076.5", "37,076.50"),
}
VACATION_OF = {"A": "11.5 days", "B": "8.5 days"}  # 23 and 17, at one half
NAME_OF = {"A": "Whitford", "B": "Nair"}
CONDITION_OF = {"A": "Alpha condition", "B": "Beta condition"}
NOBODYS = (
    "31337",
    "31,337",
    "41337",
    "41,337",
    "51337",
    "51,337",
    "zither",
    "555-0117",
    "555-0118",
)
WORKSHEET = ("$3,600", "$2,350", "Team manager, or nurse practitioner", "Smaller pension")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every document that can be made of the example, as the text of all its parts."""
    private = tmp_path_factory.mktemp("private") / "private.yaml"
    private.write_text(PRIVATE, encoding="utf-8")
    answers = load_answers(*(EXAMPLE / name for name in FILES), private)
    return {
        name: unzipped(document)
        for kind in CATALOGUE.values()
        for form in kind.sheets
        for name, document in render(answers, order(kind.name, TODAY, form=form or None)).items()
    }


def unzipped(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()
        )


def test_every_kind_and_form_was_looked_at(documents: dict[str, str]) -> None:
    assert set(documents) >= {
        *("proposal.docx", "summary.docx", "letter-agreement.docx"),
        *("letter-offer-A.docx", "letter-offer-B.docx"),
        *("letter-memo-A.docx", "letter-memo-B.docx"),
        *("benefits-A.docx", "benefits-B.docx", "worksheet.docx"),
    }


@pytest.mark.parametrize("form", ["offer", "memo"])
@pytest.mark.parametrize(("letter", "other"), [("A", "B"), ("B", "A")])
def test_a_letter_holds_the_pay_and_conditions_of_one_employee(
    documents: dict[str, str], form: str, letter: str, other: str
) -> None:
    text = documents[f"letter-{form}-{letter}.docx"]
    assert f"${PAY_OF[letter][1]}" in text
    assert f"${PAY_OF[letter][3]}" in text
    assert CONDITION_OF[letter] in text
    for secret in (*PAY_OF[other], CONDITION_OF[other]):
        assert secret not in text, secret


@pytest.mark.parametrize(("letter", "other"), [("A", "B"), ("B", "A")])
def test_a_statement_holds_the_pay_of_one_employee(
    documents: dict[str, str], letter: str, other: str
) -> None:
    text = documents[f"benefits-{letter}.docx"]
    assert f"${PAY_OF[letter][1]}" in text
    assert f"${PAY_OF[letter][3]}" in text
    assert VACATION_OF[letter] in text
    for secret in (*PAY_OF[other], VACATION_OF[other], CONDITION_OF[other], NAME_OF[other]):
        assert secret not in text, secret


@pytest.mark.parametrize(
    "name",
    [
        *("proposal.docx", "summary.docx", "letter-agreement.docx", "worksheet.docx"),
        *("reply.docx", "posting.docx", "changeover.docx"),
    ],
)
def test_what_others_read_holds_nobodys_pay(documents: dict[str, str], name: str) -> None:
    for secret in (*PAY_OF["A"], *PAY_OF["B"], *CONDITION_OF.values()):
        assert secret not in documents[name], secret


def test_what_is_private_is_in_no_document(documents: dict[str, str]) -> None:
    for name, text in documents.items():
        for secret in NOBODYS:
            assert secret not in text, f"{secret} in {name}"


@pytest.mark.parametrize("secret", WORKSHEET)
def test_the_worksheet_is_in_no_other_document(documents: dict[str, str], secret: str) -> None:
    assert [name for name, text in documents.items() if secret in text] == ["worksheet.docx"]


def test_no_kind_embeds_the_worksheet_or_the_terms() -> None:
    private = {"worksheet", "confirmation"}
    assert not [kind.name for kind in CATALOGUE.values() if private.intersection(kind.embeds)]


def test_a_digest_of_inputs_hangs_on_nothing_that_the_reader_may_not_know(tmp_path: Path) -> None:
    """Whoever knows all but one figure could try figures until the digest fits."""
    private = tmp_path / "private.yaml"
    made = []
    for text in (PRIVATE, PRIVATE.replace("74153", "74154").replace("41337", "41338")):
        private.write_text(text.replace("0118", str(len(text))), encoding="utf-8")
        answers = load_answers(*(EXAMPLE / name for name in FILES), private)
        made.append(
            {
                name: document
                for kind, form in (("proposal", None), ("letter", "agreement"), ("letter", "memo"))
                for name, document in render(answers, order(kind, TODAY, form=form)).items()
            }
        )
    for name in ("proposal.docx", "letter-agreement.docx", "letter-memo-A.docx"):
        assert made[0][name] == made[1][name], name
    assert made[0]["letter-memo-B.docx"] != made[1]["letter-memo-B.docx"]


def test_only_the_proposal_carries_answers(documents: dict[str, str]) -> None:
    holders = [name for name, text in documents.items() if "urn:jobshare-docs:answers" in text]
    assert holders == ["proposal.docx"]


def test_the_statement_of_the_request_is_in_the_proposal_alone(documents: dict[str, str]) -> None:
    holders = [name for name, text in documents.items() if "after parental leave" in text]
    assert holders == ["proposal.docx"]


@pytest.mark.parametrize(
    "name", ["Whitford", "Priya Nair", "d.whitford", "20417", "Relief nurse", "Ingrid Falk"]
)
def test_the_advertisement_names_nobody_in_any_of_its_parts(
    documents: dict[str, str], name: str
) -> None:
    assert name not in documents["posting.docx"]


CHANGED = """
confirmation:
  agreed: &changed
    position: {full_time_salary: 99123, supervisor: {name: Olga Brandt, phone: 204-555-0199}}
    purpose: {other_paid_work: Plays the zither., statement: For reasons of my own.}
reply:
  outcome: counter-offer
  date: 2026-11-30
  signed_by: {name: Ingrid Falk}
  reasons: [It suits the unit better.]
  answer_by: 2026-12-11
  terms: *changed
"""


@pytest.mark.parametrize("kind", ["letter-offer", "letter-memo", "letter-agreement", "reply-"])
def test_what_differs_from_the_request_tells_nothing_private(tmp_path: Path, kind: str) -> None:
    changed = tmp_path / "changed.yaml"
    changed.write_text(CHANGED, encoding="utf-8")
    answers = load_answers(*(EXAMPLE / name for name in FILES[:3]), changed)
    name, _, form = kind.partition("-")
    documents = render(answers, order(name, TODAY, form=form or None))
    for document in documents.values():
        text = unzipped(document)
        assert "Olga Brandt" in text
        for secret in ("99123", "99,123", "zither", "reasons of my own", "555-0199"):
            assert secret not in text, f"{secret} in {kind}"
