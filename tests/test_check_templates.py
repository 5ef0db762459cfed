"""A template is checked before any document is made from it: tags, names, headings, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run
from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from jobshare_docs.checks.templates import check_template
from jobshare_docs.policy.loading import load_policy

PROPOSAL = Path(__file__).parent.parent / "templates" / "proposal.docx"
EXAMPLE = PROPOSAL.parents[1] / "proposals" / "community-health-nurse"
MASTER = PROPOSAL.with_name("house-style.docx")  # nothing is filled in there
TEMPLATES = sorted(set(PROPOSAL.parent.glob("[!~]*.docx")) - {MASTER})


def headings(document: WordDocument) -> dict[str, Paragraph]:
    return {
        paragraph.text: paragraph
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name == "Heading 1"
    }


def checked(
    folder: Path, edit: Callable[[WordDocument], object], name: str = "proposal"
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
        (
            "{{ employee.full_time_salary }}",
            "there is no 'employee.full_time_salary'; nearest: 'employee.pay.full_time_salary'",
        ),
        ("{{ employee.nmae }}", "there is no 'employee.nmae'; nearest: 'employee.name'"),
        ("{{ employees.A.salary }}", "there is no 'employees.A.salary'"),
        ("{{ purpose.other_paid_work }}", "there is no 'purpose.other_paid_work'"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_its_place(
    tmp_path: Path, text: str, told: str
) -> None:
    (problem,) = checked(tmp_path, lambda document: document.add_paragraph(text))
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
    problems = checked(tmp_path, lambda document: document.add_paragraph("{% if draft %}"))
    assert ["'{% if draft %}' is never closed" in problem for problem in problems] == [True]


@pytest.mark.parametrize(
    ("text", "quoted", "meant"),
    [
        ("Dear { { employee.name }}:", "{ { employee.name }}", "{{ employee.name }}"),
        ("Dear {{employee.name}}}:", "{{employee.name}}}", "{{employee.name}}"),
        ("Dear {employee.name}}:", "{employee.name}}", "{{ employee.name }}"),
        ("{ % if draft %}", "{ % if draft %}", "{% if draft %}"),
        ("Dear {{employee.name}:", "{{employee.name}", "{{ employee.name }}"),
        ("Dear {{ employee.name } }:", "{{ employee.name } }", "{{ employee.name }}"),
    ],
)
def test_what_would_be_a_tag_but_for_a_brace_is_told(
    tmp_path: Path, text: str, quoted: str, meant: str
) -> None:
    (problem,) = checked(tmp_path, lambda document: document.add_paragraph(text) and None)
    assert problem.startswith('body, under "')
    assert f"'{quoted}' looks like a tag" in problem or f"'{quoted}' has a brace too" in problem
    assert problem.endswith(f"write {meant}")


@pytest.mark.parametrize(
    "text",
    [
        "Dear { employee.name }:",
        "{nobody.knows}}",
        "(% if draft %)",
        "{ % if draft }",
        "{draft}",
        "{% set x = 1 %}}",
    ],
)
def test_what_may_be_meant_as_it_stands_is_told_as_a_warning(tmp_path: Path, text: str) -> None:
    (problem,) = checked(tmp_path, lambda document: document.add_paragraph(text) and None)
    assert ": warning: '" in problem
    assert "looks like a tag" in problem or "a brace too many" in problem


@pytest.mark.parametrize("text", ["{x}", "{ a }", r"\frac{a}{b}", '{"a": {"b": 1}}', "} {"])
def test_braces_of_the_text_are_not_told(tmp_path: Path, text: str) -> None:
    assert checked(tmp_path, lambda document: document.add_paragraph(text) and None) == []


def test_what_looks_like_a_tag_is_told_beside_other_mistakes(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        document.add_paragraph("{% if draft %}")
        document.add_paragraph("{ { position.title }}")

    problems = checked(tmp_path, edit)
    assert len(problems) == 2
    assert "'{ { position.title }}' looks like a tag" in problems[1]


def test_a_name_that_is_not_there_is_told_beside_a_tag_that_is_never_closed(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        document.add_paragraph("{% if draft %}")
        document.add_paragraph(
            "{% for one in duties.tasks %}{{ one.task }}{{ one.nmae }}{% endfor %}"
        )
        document.add_paragraph("{{ positon.title }}")

    problems = checked(tmp_path, edit)
    assert len(problems) == 3
    assert "'{% if draft %}' is never closed" in problems[0]
    assert "there is no 'duties.tasks[].nmae'" in problems[1]
    assert "there is no 'positon'; nearest: 'position'" in problems[2]


@pytest.mark.parametrize("name", ["proposal", "letter_offer", "our_own_letter"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ today | short_date | dollars }}", "the filter 'dollars' cannot take"),
        ("{% if part_time %}{{ position.title | long_date }}{% endif %}", "'long_date' cannot"),
        ("{{ position.title + 1 }}", "'{{ position.title + 1 }}' cannot be worked out"),
    ],
)
def test_what_fails_when_it_is_filled_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    (problem,) = checked(tmp_path, lambda document: document.add_paragraph(text), name)
    assert problem.startswith('body, under "')
    assert told in problem


@pytest.mark.parametrize(
    "text",
    [
        "{{ purpose.ends - today }}",
        "{{ confirmation.replaces.date | long_date }}",
        "{{ employee.pay.full_time_salary | dollars }}",
        "{% for row in reckoned.grid %}{{ row.label }}{% endfor %}",
    ],
)
def test_what_other_answers_have_is_no_mistake(tmp_path: Path, text: str) -> None:
    own = checked(tmp_path, lambda document: document.add_paragraph(text), "our_own_letter")
    assert own == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.stem)
def test_nothing_fails_in_a_built_in_template(template: Path) -> None:
    assert check_template(template, load_policy()) == []


def test_nothing_fails_in_another_employers_template() -> None:
    policy = load_policy(Path(__file__).parent / "policies" / "harbour-credit-union")
    assert check_template(policy.folder / "templates" / "proposal.docx", policy) == []


def test_a_template_of_another_kind_needs_no_nine_headings(tmp_path: Path) -> None:
    def edit(document: WordDocument) -> None:
        for heading in headings(document).values():
            heading._element.getparent().remove(heading._element)

    assert checked(tmp_path, edit, "our_own_letter") == []


def test_what_would_be_a_tag_but_for_a_brace_stops_a_letter(tmp_path: Path) -> None:
    document = Document(str(PROPOSAL.with_name("letter_memo.docx")))
    document.add_paragraph("Dear { { employee.name }}: {x} and { employee.name } stay.")
    document.sections[0].footer.paragraphs[0].add_run("{policy.name}}")
    (tmp_path / "own").mkdir()
    document.save(str(tmp_path / "own" / "letter_memo.docx"))
    files = [str(EXAMPLE / f"{name}.yaml") for name in ("answers", "organization", "terms")]
    options = ["--form", "memo", "--templates", str(tmp_path / "own"), "-o", str(tmp_path / "made")]
    result = run("letter", *files, *options)
    assert result.exit_code == 1
    assert "'{ { employee.name }}' looks like a tag with its braces apart" in result.stderr
    assert "'{policy.name}}' looks like a tag with a brace too few" in result.stderr
    assert not list(tmp_path.glob("made/*.docx"))
