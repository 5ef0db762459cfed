"""Microsoft's validator finds nothing in what is made of any template but what that has."""

from pathlib import Path

import pytest
from any_templates import blocks, bodies, numbered, values, with_notes, without_references
from hypothesis import HealthCheck, Phase, given, settings
from needed_programs import needs_node
from small_files import document, p, written
from validation import findings

from jobshare_docs.word_template import WordTemplate

OFFICE = "Office2010"  # the strictest: what it knows, all later ones know
EXAMPLES = 60
PARAGRAPH = '<w:p><w:bookmarkStart w:id="{0}" w:name="m"/><w:bookmarkEnd w:id="{0}"/></w:p>'


def made(folder: Path) -> list[Path]:
    """Templates and beside each what was made of it, many of them."""
    files: list[Path] = []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        phases=[Phase.generate],
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(content=bodies(), note=blocks(), given_values=values)
    def make(content: str, note: str, given_values: dict[str, object]) -> None:
        template = folder / f"template{len(files)}.docx"
        header = numbered(without_references(note) + p("end"))
        parts = with_notes(content + p("end"), note)
        template.write_bytes(document(**parts, header1=header))
        result = folder / f"made{len(files)}.docx"
        result.write_bytes(WordTemplate.load(template).render(given_values))
        files.extend((template, result))

    make()
    return files


@needs_node
def test_nothing_is_found_in_any_template_nor_in_what_is_made_of_it(tmp_path: Path) -> None:
    files = made(tmp_path)
    assert len(files) >= EXAMPLES
    assert [str(each) for each in findings(files, [OFFICE])] == []


@needs_node
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("<w:p><w:t>No run</w:t></w:p>", "List of possible elements expected"),
        (PARAGRAPH.format(1) * 2, "should have unique value"),
        ('<w:p><w:r><w:footnoteReference w:id="9"/></w:r></w:p>', "footnoteReference"),
    ],
)
def test_a_mistake_would_be_found(tmp_path: Path, wrong: str, said: str) -> None:
    file = written(tmp_path, wrong, footnotes="")
    assert said in "".join(map(str, findings([file], [OFFICE])))
