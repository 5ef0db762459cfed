"""Microsoft's validator finds nothing in what is made of any template but what that has."""

import re
from collections.abc import Sequence
from pathlib import Path

from any_templates import blocks, bodies, values
from hypothesis import HealthCheck, Phase, given, settings
from needed_programs import needs_node
from small_files import document, p, written
from validation import Finding, findings

from jobshare_docs.word_template import WordTemplate

OFFICE = "Office2010"  # the strictest: what it knows, all later ones know
EXAMPLES = 60
NOTE = '<w:footnote w:id="1">{}</w:footnote>'


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
        parts = {"header1": note + p("end"), "footnotes": NOTE.format(note + p("end"))}
        template.write_bytes(document(content + p("end"), **parts))
        result = folder / f"made{len(files)}.docx"
        result.write_bytes(WordTemplate.load(template).render(given_values))
        files.extend((template, result))

    make()
    return files


def said(found: Sequence[Finding], file: Path) -> set[str]:
    """What is said of a file, whatever the place of it."""
    return {re.sub(r"\d+", "0", each.message) for each in found if each.file == file}


@needs_node
def test_no_document_has_a_mistake_that_its_template_has_not(tmp_path: Path) -> None:
    files = made(tmp_path)
    assert len(files) >= EXAMPLES
    found = findings(files, [OFFICE])
    for template, result in zip(files[::2], files[1::2], strict=True):
        assert said(found, result) <= said(found, template), result


@needs_node
def test_a_mistake_would_be_found(tmp_path: Path) -> None:
    wrong = written(tmp_path, "<w:p><w:t>No run</w:t></w:p>")
    assert said(findings([wrong], [OFFICE]), wrong)
