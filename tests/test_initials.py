"""The initials that stand for a person in the rota."""

import pytest

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.people import Employee, Employees
from jobshare_docs.documents.people import initials_of


def initials(*names: str) -> list[str]:
    employees = [Employee(name=name) for name in names]
    people = Employees(**dict(zip("AB", employees, strict=False)))
    short = initials_of(Arrangement(employees=people))
    return [short[letter] for letter in "AB"[: len(names)]]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dana Whitford", "DW"),
        ("Béatrice N'Guyen-O'Neill", "BN"),
        ("Marie-Claire Dubois-Roy", "MD"),
        ("Mary Ann Thiessen", "MT"),
        ("Anna van der Berg", "AB"),
        ("Anna Van der Berg", "AV"),
        ("Marie Le Blanc", "ML"),
        ("Luc St. Pierre", "LS"),
        ("Gerard 't Hooft", "GH"),
        ("Van Nguyen", "VN"),
        ("Marie-Claire", "MC"),
        ("Kim", "KI"),
    ],
)
def test_are_of_the_first_name_and_of_the_first_part_of_the_family_name(
    name: str, short: str
) -> None:
    assert initials(name) == [short]


def test_are_told_apart() -> None:
    assert initials("Dana Whitford", "Dora Wiebe-Penner") == ["DaW", "DoW"]
    assert initials("Dana Whitford", "Dana Wiebe") == ["A", "B"]
