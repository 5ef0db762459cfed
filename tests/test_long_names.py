"""Names of any length leave the lines to sign on, and the terms beside them, in their places."""

from itertools import pairwise
from pathlib import Path

import pytest
from every_document import PROJECT, TODAY

from jobshare_docs import load_answers, order, render
from jobshare_docs.docx_text import text

LONG = "Maria-Alexandrina Konstantinopoulou-Featherstonehaugh"
NURSE = PROJECT / "proposals" / "community-health-nurse"
LAYERS = (NURSE, *(NURSE / f"{name}.yaml" for name in ("organization", "terms", "reply")))
KINDS = ("proposal", "letter", "reply", "changeover")
FORMS = {"letter": ("memo", "offer", "agreement")}


def lines(kind: str, name: str, tmp_path: Path) -> list[str]:
    """The lines of all documents of a kind, with this name for the first employee."""
    (tmp_path / "over.yaml").write_text(f"employees: {{A: {{name: {name}}}}}\n", "utf-8")
    answers = load_answers(*LAYERS, tmp_path / "over.yaml")
    made = (render(answers, order(kind, TODAY, form=form)) for form in FORMS.get(kind, ("",)))
    return [
        line for documents in made for each in documents.values() for line in text(each).split("\n")
    ]


def to_sign(found: list[str]) -> list[str]:
    return [line for line in found if "Signature " in line]


@pytest.mark.parametrize("kind", KINDS)
def test_a_usual_name_stands_in_the_line_to_sign_on(kind: str, tmp_path: Path) -> None:
    found = to_sign(lines(kind, "Dana Whitford", tmp_path))
    assert found
    assert all(line.split("\t")[0].strip() for line in found)
    assert any("Dana Whitford" in line for line in found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_one_stands_above_it(kind: str, tmp_path: Path) -> None:
    found = lines(kind, LONG, tmp_path)
    assert any(line.rstrip().endswith(LONG) for line in found)
    assert not any(LONG in line for line in to_sign(found))
    assert any(line.startswith("\tSignature ") for line in to_sign(found))


def test_the_hours_of_a_person_with_a_long_name_stand_below_it(tmp_path: Path) -> None:
    found = lines("letter", LONG, tmp_path)
    below = [after for line, after in pairwise(found) if line == LONG]
    assert any(line.startswith("18.125 hours a week on average") for line in below)
