"""Word finds nothing wrong with the documents, and LibreOffice neither."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from every_document import documents, draft, templates
from needed_programs import needs_libreoffice, needs_node
from validation import findings
from word_files import paragraph, word_file

from jobshare_docs.docx_text import text
from jobshare_docs.docx_text.blocks import Block, Table
from jobshare_docs.docx_text.stories import body
from jobshare_docs.libreoffice import find


@needs_node
class TestMicrosoftsValidator:
    """The two that know least; 'make validate' asks for every version of Office."""

    OFFICES = ("Office2007", "Office2010")  # what 2010 knows, all later ones know

    def test_it_finds_nothing_in_any_template_or_document(self, tmp_path: Path) -> None:
        made = {**templates(), **documents(), "draft": draft(tmp_path)}
        files = []
        for name, document in made.items():
            files.append(tmp_path / f"{name.replace('/', ' ')}.docx")
            files[-1].write_bytes(document)
        assert len(files) > 20
        assert [str(each) for each in findings(files, self.OFFICES)] == []

    def test_it_does_find_what_is_wrong(self, tmp_path: Path) -> None:
        path = tmp_path / "wrong.docx"
        path.write_bytes(word_file("<w:p><w:t>No run</w:t></w:p>"))
        for found in findings([path], self.OFFICES):
            assert found.place == "/word/document.xml/w:document[1]/w:body[1]/w:p[1]"
            assert "invalid child element" in found.message

    def test_the_title_of_a_table_is_for_those_that_know_it_and_is_looked_at(
        self, tmp_path: Path
    ) -> None:
        """Office 2010 brought titles of tables: a choice that it takes and 2007 leaves."""
        spaces = 'xmlns:mc="{}/markup-compatibility/2006" xmlns:w14="{}/office/word/2010/wordml"'
        declared = spaces.format(
            "http://schemas.openxmlformats.org", "http://schemas.microsoft.com"
        )
        bare = '<w:tblCaption w:val="Rota"/>'
        choice = (
            f'<mc:AlternateContent {declared}><mc:Choice Requires="w14">{bare}</mc:Choice>'
            "</mc:AlternateContent>"
        )
        wrong = choice.replace("tblCaption", "tblTitle")
        for name, title in (("bare", bare), ("choice", choice), ("wrong", wrong)):
            (tmp_path / f"{name}.docx").write_bytes(word_file(_table(title) + paragraph("End")))
        files = [tmp_path / f"{name}.docx" for name in ("bare", "choice", "wrong")]
        found = {(each.file.stem, each.office) for each in findings(files, self.OFFICES)}
        assert found == {("bare", "Office2007"), ("wrong", "Office2010")}


def _table(title: str) -> str:
    """A table of one cell, with what is written of its title."""
    look = '<w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/>'
    cell = f"<w:tc><w:tcPr/>{paragraph('A')}</w:tc>"
    grid = '<w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr>{look}{title}</w:tblPr>{grid}<w:tr>{cell}</w:tr></w:tbl>"


Shape = list[tuple[str, ...]]


def shape(blocks: list[Block]) -> Shape:
    """The headings by level, the lists by marker, the tables by their cells, and the words."""
    found: Shape = []
    for block in blocks:
        if isinstance(block, Table):
            rows = [[shape(cell) for cell in row] for row in block.rows]
            found.append(("table", str(rows)))
        elif block.text.strip():
            kind = f"heading {block.level}" if block.level else "text"
            found.append((kind, block.marker, " ".join(block.text.split())))
    return found


def saved_again(sources: list[Path], folder: Path) -> dict[str, bytes]:
    """Word files opened and saved by LibreOffice, by name; none that it could not open."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [str(find()), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, sources)], check=True, capture_output=True, timeout=180)
    return {source.name: (folder / source.name).read_bytes() for source in sources}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[bytes, bytes]]:
    folder = tmp_path_factory.mktemp("saved")
    made = documents()
    sources = {name: folder / f"{name.replace('/', ' ')}.docx" for name in made}
    for name, path in sources.items():
        path.write_bytes(made[name])
    again = saved_again(list(sources.values()), folder / "again")
    return {name: (made[name], again[path.name]) for name, path in sources.items()}


def test_a_heading_or_a_list_that_is_lost_would_be_seen() -> None:
    plain = shape(body(word_file(paragraph("Words"))))
    assert plain == [("text", "", "Words")]
    assert shape(body(word_file(paragraph("Words", "Titre1")))) != plain
    bullet = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="1">{bullet}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = word_file(paragraph("Words", "Punkte"), parts={"numbering": lists})
    assert shape(body(listed)) == [("text", "-", "Words")]
    assert (
        shape(body(word_file(f"<w:tbl><w:tr><w:tc>{paragraph('Words')}</w:tc></w:tr></w:tbl>")))
        != plain
    )


@needs_libreoffice
class TestLibreOffice:
    """It opens every document, and what it saves is the same document."""

    def test_a_round_trip_keeps_headings_lists_and_tables(
        self, saved: Mapping[str, tuple[bytes, bytes]]
    ) -> None:
        assert saved
        for name, (ours, theirs) in saved.items():
            assert shape(body(theirs)) == shape(body(ours)), name

    def test_a_round_trip_keeps_every_word_of_headers_and_footers_too(
        self, saved: Mapping[str, tuple[bytes, bytes]]
    ) -> None:
        for name, (ours, theirs) in saved.items():
            assert set(text(theirs).split()) >= set(text(ours).split()), name
