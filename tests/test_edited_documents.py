"""What `check` says of a proposal that somebody edited in Word."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from commands import run
from docx.document import Document

NURSE = Path(__file__).parent.parent / "proposals" / "community-health-nurse"


@pytest.fixture(autouse=True)
def proposal(beside_the_nurse: None) -> None:
    """Every test has a proposal made of the example."""
    assert run("proposal", "nurse", "-o", ".").exit_code == 0


def edit(change: Callable[[Document], None]) -> None:
    document = docx.Document("proposal.docx")
    change(document)
    document.save("proposal.docx")


def heading(document: Document, title: str) -> int:
    texts = [one.text for one in document.paragraphs]
    return texts.index(title)


def shown(*arguments: str) -> dict[str, str]:
    """What became of each section, by its title."""
    lines = run("check", *arguments, "proposal.docx").stderr.splitlines()
    return {line[2:34].strip(): line[34:].strip() for line in lines if line.startswith("  ")}


def reword(document: Document) -> None:
    for paragraph in document.paragraphs:
        if "One desk, one car" in paragraph.text:
            paragraph.text = paragraph.text.replace("One desk", "Two desks")


def test_an_untouched_proposal_has_nine_sections_and_no_differences() -> None:
    states = shown()
    assert len(states) == 9
    assert set(states.values()) == {"complete"}
    result = run("check", "--diff", "proposal.docx")
    assert result.stdout == "proposal.docx: its text is what its answers give\n"


def test_a_mere_save_differs_in_nothing() -> None:
    edit(lambda document: None)
    assert set(shown().values()) == {"complete"}
    assert "is what its answers give" in run("check", "--diff", "proposal.docx").stdout


def test_an_edited_section_is_named_and_its_text_shown() -> None:
    edit(reword)
    assert shown()["Space and equipment"] == "complete, text edited"
    result = run("check", "--diff", "proposal.docx")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "proposal.docx: Space and equipment"
    assert lines[1].startswith("- One desk, one car and one set of keys")
    assert lines[2].startswith("+ Two desks, one car and one set of keys")
    assert len(lines) == 3


def test_a_renamed_heading_is_told_with_its_new_name() -> None:
    def rename(document: Document) -> None:
        paragraph = document.paragraphs[heading(document, "Communications")]
        paragraph.runs[0].text = "Talking"

    edit(rename)
    assert shown()["Communications"] == "renamed to 'Talking', text edited"
    result = run("check", "--diff", "proposal.docx")
    assert result.exit_code == 1
    assert "- Communications\n+ Talking\n" in result.stdout


def test_an_emptied_section_is_told() -> None:
    def empty(document: Document) -> None:
        start = heading(document, "Space and equipment") + 1
        end = heading(document, "Advantages and disadvantages")
        for paragraph in document.paragraphs[start:end]:
            paragraph._element.getparent().remove(paragraph._element)

    edit(empty)
    assert shown()["Space and equipment"] == "empty, text edited"
    assert "- One desk" in run("check", "--diff", "proposal.docx").stdout


def test_a_removed_section_is_missing_and_what_it_said_is_shown() -> None:
    def remove(document: Document) -> None:
        start = heading(document, "Space and equipment")
        end = heading(document, "Advantages and disadvantages")
        for paragraph in document.paragraphs[start:end]:
            paragraph._element.getparent().remove(paragraph._element)

    edit(remove)
    states = shown()
    assert states["Space and equipment"] == "missing"
    result = run("check", "--diff", "proposal.docx")
    assert "the section 'Space and equipment' is missing" in result.stderr
    assert "- One desk" in result.stdout


def test_without_answers_the_edited_section_is_named_all_the_same() -> None:
    run("proposal", "nurse", "--no-embed", "--force", "-o", ".")
    edit(reword)
    assert shown()["Space and equipment"] == "complete, text edited"
    result = run("check", "--diff", "proposal.docx")
    assert result.exit_code == 1
    assert "this document carries no answers" in result.stderr


def test_another_template_is_told_apart_from_an_edit() -> None:
    Path("other").mkdir()
    source = NURSE.parent.parent / "templates" / "proposal.docx"
    document = docx.Document(str(source))
    reword_heading = document.paragraphs[0]
    reword_heading.add_run(" (ours)")
    document.save("other/proposal.docx")
    assert (
        "made with another version, template or policy"
        not in run("check", "--diff", "proposal.docx").stdout
    )
    result = run("check", "--diff", "--templates", "other", "proposal.docx")
    assert "made with another version, template or policy" in result.stdout
