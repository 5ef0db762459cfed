"""Every file of `answers/bad` is told exactly the mistakes that its first lines name."""

import pytest
from answer_cases import Case, cases

BAD = cases("bad")


def test_there_are_bad_answers() -> None:
    assert len(BAD) > 100


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_each_mistake_is_told_with_its_place_and_no_other(case: Case) -> None:
    assert case.expected
    for kind in case.kinds or (None,):
        assert case.messages(kind) == case.expected
