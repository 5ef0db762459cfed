"""Every file of `answers/good` is complete, draws no message, and is reckoned as worked by hand."""

from datetime import date

import pytest
from answer_cases import Case, cases

from jobshare_docs.documents.catalogue import CATALOGUE
from jobshare_docs.generate import order, render
from jobshare_docs.schedule.figures import hours_text, positions_text, share_text

GOOD = cases("good")
SENT = ("proposal", "letter", "summary")


def test_there_are_good_answers() -> None:
    assert len(GOOD) > 20
    assert set(SENT) <= set(CATALOGUE)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_answers_draw_no_message_but_the_warnings_they_name(case: Case) -> None:
    for kind in case.kinds or (None, *SENT):
        assert case.messages(kind) == case.expected


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_hours_and_shares_are_those_worked_by_hand(case: Case) -> None:
    reckoning = case.load().asked.reckoning
    assert reckoning is not None
    told = [
        f"{person.letter} {hours_text(person.hours)} hours {share_text(person.share)}"
        for person in reckoning.people
    ]
    total = f"{hours_text(reckoning.total_hours)} hours {positions_text(reckoning.total_share)}"
    assert case.reckoned == (*told, f"total {total}")


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_answers_make_their_documents(case: Case) -> None:
    answers = case.load()
    for kind in case.kinds or SENT:
        documents = render(answers, order(kind, today=date(2026, 12, 7)))
        assert documents
        assert all(document.startswith(b"PK") for document in documents.values())


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_a_draft_can_be_made_of_good_answers(case: Case) -> None:
    drafted = order("proposal", today=date(2026, 12, 7), draft=True)
    assert list(render(case.load(), drafted)) == ["proposal.docx"]
