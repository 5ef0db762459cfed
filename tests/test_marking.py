"""`check --mark`: a copy of a template in which Word shows a comment at each mistake."""

import shutil
from pathlib import Path

import docx
import pytest
from commands import run
from docx.document import Document
from docx.oxml.ns import qn

TEMPLATES = Path(__file__).parent.parent / "templates"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template with a mistake in a sentence, in a table and in the footer, and no warning."""
    document = docx.Document()
    sentence = document.add_paragraph("Dear ")
    for piece in ("{{ employ", "ees.A.nam", "es }}"):
        sentence.add_run(piece)
    sentence.add_run(", welcome.")
    document.add_table(1, 1).cell(0, 0).text = "{{ position.titel }}"
    document.sections[0].footer.paragraphs[0].text = "{{ policy.nmae }}"
    document.add_paragraph("{{ employees.A.name }}")
    document.save(str(tmp_path / "mine.docx"))
    return tmp_path / "mine.docx"


def marked_words(document: Document) -> dict[str, str]:
    """The words between the ends of each comment's range, by what the comment says."""
    found = {}
    for comment in document.comments:
        words, inside = "", False
        for element in document.element.iter():
            if element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart")
            if inside and element.tag == qn("w:t"):
                words += element.text or ""
        found[comment.text] = words
    return found


def test_each_mistake_has_a_comment_at_its_tag(template: Path) -> None:
    result = run("check", str(template), "--mark")
    assert result.exit_code == 1
    assert result.stdout == f"{template.with_name('mine.marked.docx')}\n"
    document = docx.Document(str(template.with_name("mine.marked.docx")))
    assert marked_words(document) == {
        "there is no 'employees.A.names'; nearest: 'employees.A.name'": "{{ employees.A.names }}",
        "there is no 'position.titel'; nearest: 'position.title'": "{{ position.titel }}",
        "footer, near \"{{ policy.nmae }}\": there is no 'policy.nmae'; nearest: 'policy.name'": (
            "Dear "
        ),
    }


def test_mistakes_of_syntax_and_headings_are_marked_too(tmp_path: Path) -> None:
    document = docx.Document(str(TEMPLATES / "proposal.docx"))
    document.add_paragraph("{{ a b }}")
    heading = next(p for p in document.paragraphs if p.style and p.style.name == "Heading 1")
    heading.style = "Normal"
    path = tmp_path / "proposal.docx"
    document.save(str(path))
    run("check", str(path), "--mark")
    marked = marked_words(docx.Document(str(tmp_path / "proposal.marked.docx")))
    assert len(marked) == 2
    syntax, missing = marked
    assert (syntax.split(":")[0], marked[syntax]) == ("'{{ a b }}' cannot be read", "{{ a b }}")
    assert missing.startswith("body: there is no heading ")


def test_the_copy_is_a_template_to_be_checked_again_and_replaced_until_somebody_edits_it(
    template: Path,
) -> None:
    for _ in range(2):
        assert "mine.marked.docx" in run("check", str(template), "--mark").stdout
    copy = template.with_name("mine.marked.docx")
    assert "there is no 'position.titel'" in run("check", str(copy)).stderr
    edited = docx.Document(str(copy))
    edited.add_paragraph("Mine")
    edited.save(str(copy))
    result = run("check", str(template), "--mark")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "this file was edited since it was made" in result.stderr


def test_the_copy_goes_where_it_is_asked_for_and_a_right_template_gets_none(
    template: Path, tmp_path: Path
) -> None:
    right = shutil.copy(TEMPLATES / "letter_memo.docx", tmp_path)
    result = run("check", str(template), str(right), "--mark", "-o", str(tmp_path / "new"))
    assert result.stdout == f"{tmp_path / 'new' / 'mine.marked.docx'}\n"
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.marked.docx"]


def test_what_is_no_template_is_not_marked(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no")
    document = docx.Document()
    document.add_paragraph("Dear you")
    document.save(str(tmp_path / "b.docx"))
    result = run("check", str(tmp_path / "a.docx"), str(tmp_path / "b.docx"), "--mark")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a.docx: this is not a Word document" in result.stderr
    assert "b.docx: not marked; --mark is for templates" in result.stderr


def test_what_looks_like_a_tag_is_marked(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Dear {{ employee.name }}")
    sentence = document.add_paragraph("You, ")
    for piece in ("{", " { employee.", "name }", "}", ", agree."):
        sentence.add_run(piece)
    document.add_paragraph("and { today }")
    document.save(str(tmp_path / "mine.docx"))
    run("check", str(tmp_path / "mine.docx"), "--mark")
    marked = marked_words(docx.Document(str(tmp_path / "mine.marked.docx")))
    assert list(marked.values()) == ["{ { employee.name }}", "and { today }"]
    assert all("looks like a tag" in said for said in marked)


def test_a_file_without_a_whole_tag_is_told_of_what_looks_like_one_and_marked(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    document.add_paragraph("Dear {{employee.name}:")
    document.add_paragraph("{ position.title }")
    document.sections[0].footer.paragraphs[0].text = "{ { policy.name }}"
    document.save(str(tmp_path / "mine.docx"))
    for name in ("mine.docx", "mine.marked.docx"):
        result = run("check", str(tmp_path / name), "--mark")
        assert result.exit_code == 1
        assert "'{{employee.name}' looks like a tag with a brace too few" in result.stderr
        assert "warning: '{ position.title }' looks like a tag" in result.stderr
        assert "footer" in result.stderr
        assert "mine.marked" in result.stdout
