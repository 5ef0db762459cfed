"""A template is checked before any document is made from it: tags, names, headings, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from jobshare_docs.checks.templates import check_template
from jobshare_docs.policy.loading import load_policy

PROPOSAL = Path(__file__).parent.parent / "templates" / "proposal.docx"


def headings(document: WordDocument) -> dict[str, Paragraph]:
    return {
        paragraph.text: paragraph
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name == "Heading 1"
    }


def checked(
    folder: Path, edit: Callable[[WordDocument], None], name: str = "proposal"
) -> list[str]:
    document = Document(str(PROPOSAL))
    edit(document)
    path = folder / f"{name}.docx"
    document.save(str(path))
    problems = check_template(path, load_policy())
    return [str(problem).removeprefix(f"{path}: ") for problem in problems]


def test_the_built_in_proposal_is_right(tmp_path: Path) -> None:
    assert checked(tmp_path, lambda document: None) == []


def test_a_heading_that_is_gone_is_told(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        element = headings(document)["Communications"]._element
        element.getparent().remove(element)

    assert checked(tmp_path, edit) == [
        "body: there is no heading 'Communications' in the style Heading 1: add it, with what"
        " belongs under it"
    ]


def test_a_heading_in_another_style_is_no_heading(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        headings(document)["Implementation"].style = document.styles["Normal"]

    (problem,) = checked(tmp_path, edit)
    assert "there is no heading 'Implementation' in the style Heading 1" in problem


def test_a_section_out_of_order_is_told(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        found = headings(document)
        found["Statement of purpose"]._element.addprevious(found["Examples elsewhere"]._element)

    problems = checked(tmp_path, edit)
    assert problems
    assert all("stands out of order" in problem for problem in problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "works {{ reckoned.hour.A }} hours",
            "there is no 'reckoned.hour'; nearest: 'reckoned.hours'",
        ),
        ("{{ positon.title }}", "there is no 'positon'; nearest: 'position'"),
        (
            "{% for task in duties.tasks %}{{ task.name }}{% endfor %}",
            "there is no 'duties.tasks[].name'",
        ),
        ("{{ employees.A.salary }}", "there is no 'employees.A.salary'"),
        ("{{ purpose.other_paid_work }}", "there is no 'purpose.other_paid_work'"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_its_place(
    tmp_path: Path, text: str, told: str
) -> None:
    (problem,) = checked(tmp_path, lambda document: document.add_paragraph(text) and None)
    assert problem.startswith('body, under "')
    assert told in problem


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        document.add_paragraph("{{ positon.title }}")
        document.add_paragraph("{{ employee.nmae }}")
        headings(document)["Communications"].text = "Talking"

    problems = checked(tmp_path, edit)
    assert len(problems) == 3


def test_a_tag_that_is_never_closed_is_told(tmp_path: Path) -> None:
    problems = checked(tmp_path, lambda document: document.add_paragraph("{% if draft %}") and None)
    assert ["'{% if draft %}' is never closed" in problem for problem in problems] == [True]


def test_a_template_of_another_kind_needs_no_nine_headings(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        for heading in headings(document).values():
            heading._element.getparent().remove(heading._element)

    assert checked(tmp_path, edit, "our_own_letter") == []
