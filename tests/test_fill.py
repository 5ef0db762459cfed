"""`fill`: any Word template of HR's own, with the names of every other document."""

from pathlib import Path

import docx
import pytest
from commands import run

from jobshare_docs import stamp
from jobshare_docs.docx_text import text

pytestmark = pytest.mark.usefixtures("beside_the_nurse")
LAYERS = ("nurse", "nurse/organization.yaml", "nurse/terms.yaml")


def template(name: str, *paragraphs: str) -> str:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(name)
    return name


def filled(name: str) -> str:
    return text(Path("nurse/documents", name).read_bytes())


def test_a_template_is_filled_under_its_own_name_with_the_names_of_letters() -> None:
    own = template("Our_note.docx", "{{ position.title }}", "{{ confirmation.notice.by_employee }}")
    result = run("fill", own, *LAYERS)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{Path('nurse/documents/Our_note.docx')}\n"
    assert filled("Our_note.docx").startswith("Community Health Nurse\n")
    mark = stamp.read(Path("nurse/documents/Our_note.docx").read_bytes())
    assert mark is not None and mark.kind == "fill"


def test_answers_of_the_employee_alone_will_do() -> None:
    result = run(
        "fill", template("a.docx", "{{ position.title }} {{ confirmation.date }}"), "nurse"
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert filled("a.docx").strip() == "Community Health Nurse"


def test_one_for_each_where_it_speaks_of_the_employee_and_of_one_salary_alone() -> None:
    own = template("pay.docx", "{{ employee.name }}: {{ employee.pay.full_time_salary | dollars }}")
    assert run("fill", own, *LAYERS).exit_code == 0
    first, second = filled("pay-A.docx"), filled("pay-B.docx")
    assert first != second and first.count("$") == second.count("$") == 1
    Path("nurse/documents/pay-A.docx").unlink()
    assert run("fill", own, *LAYERS, "--to", "B").stdout.splitlines() == [
        str(Path("nurse/documents/pay-B.docx"))
    ]


def test_every_mistake_in_its_names_is_told_and_nothing_is_written() -> None:
    own = template("wrong.docx", "{{ positon.title }}", "{{ employees.A.nmae }}")
    result = run("fill", own, *LAYERS)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(": ", 2)[2] for line in result.stderr.splitlines()] == [
        "there is no 'positon'; nearest: 'position'",
        "there is no 'employees.A.nmae'; nearest: 'employees.A.name'",
    ]
    assert not Path("nurse/documents").exists()


def test_nobody_is_addressed_where_the_template_addresses_nobody() -> None:
    result = run("fill", template("all.docx", "{{ position.title }}"), *LAYERS, "--to", "A")
    assert result.exit_code == 1
    assert "this form is one document for all parties: leave out --to" in result.stderr


@pytest.mark.parametrize("more", [(), ("--force",)])
def test_the_template_itself_is_never_replaced(more: tuple[str, ...]) -> None:
    own = template("own.docx", "{{ position.title }}")
    before = Path(own).read_bytes()
    result = run("fill", own, *LAYERS, "--out", ".", *more)
    assert result.exit_code == 1
    assert result.stderr == (
        "own.docx: the document would take this template's place: name a folder with --out\n"
    )
    assert Path(own).read_bytes() == before


def test_the_private_worksheet_is_not_read() -> None:
    own = template("b.docx", "{% if worksheet %}private{% endif %}{{ position.title }}")
    assert run("fill", own, "nurse", "nurse/worksheet.yaml").exit_code == 0
    assert "private" not in filled("b.docx")
