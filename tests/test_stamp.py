"""The stamp on a finished document, and how it shows that somebody edited the document since."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from lxml import etree
from needed_programs import needs_libreoffice
from word_files import archive, files_in, paragraph, saved_by_libreoffice, word_file

from jobshare_docs import stamp
from jobshare_docs.archive import ArchiveError
from jobshare_docs.stamp import Stamp, changed_sections, is_untouched, sealed

BODY = (
    paragraph("Proposal") + paragraph("Purpose", "Titre1") + paragraph("The team keeps two nurses.")
    + paragraph("Time &amp; schedule", "Titre1") + paragraph("Five days on.")
)  # fmt: skip
PROPOSAL = Stamp("proposal", "0.1.0", "manitoba 1", date(2026, 11, 16), inputs="abc")


@pytest.fixture
def plain() -> bytes:
    return word_file(BODY)


def edited(document: bytes, before: str, after: str) -> bytes:
    files = files_in(document)
    changed = files["word/document.xml"].replace(before.encode(), after.encode())
    assert changed != files["word/document.xml"]
    return archive({**files, "word/document.xml": changed})


def test_a_sealed_document_says_what_it_is(plain: bytes) -> None:
    found = stamp.read(sealed(plain, PROPOSAL))
    assert found is not None
    assert len(found.file) == 64
    assert found._replace(file="") == PROPOSAL


def test_every_other_part_stays_as_it_was(plain: bytes) -> None:
    before, after = files_in(plain), files_in(sealed(plain, PROPOSAL))
    announced = {"[Content_Types].xml", "_rels/.rels"}
    assert set(after) - set(before) == {"docProps/custom.xml"}
    assert {name for name in before if before[name] != after[name]} == announced
    assert b'PartName="/docProps/custom.xml"' in after["[Content_Types].xml"]
    assert b'Target="docProps/custom.xml"' in after["_rels/.rels"]


def test_a_second_stamp_takes_the_place_of_the_first(plain: bytes) -> None:
    letter = Stamp("letter", "0.2.0", "manitoba 1", date(2026, 12, 7))
    once, twice = sealed(plain, letter), sealed(sealed(plain, PROPOSAL, with_text=True), letter)
    assert files_in(once) == files_in(twice)


def test_equal_documents_get_equal_bytes(plain: bytes) -> None:
    assert sealed(plain, PROPOSAL, with_text=True) == sealed(plain, PROPOSAL, with_text=True)


def test_properties_of_others_are_kept(plain: bytes) -> None:
    files = files_in(sealed(plain, PROPOSAL))
    theirs = (
        b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="9" name="Client">'
        b"<vt:lpwstr>R&amp;D</vt:lpwstr></property></Properties>"
    )
    custom = files["docProps/custom.xml"].replace(b"</Properties>", theirs)
    again = sealed(archive({**files, "docProps/custom.xml": custom}), PROPOSAL)
    root = etree.fromstring(files_in(again)["docProps/custom.xml"])
    assert [element.get("name") for element in root][:2] == ["Client", "jobshare-docs kind"]
    assert [element.get("pid") for element in root] == [str(n) for n in range(2, 2 + len(root))]
    assert "".join(root[0].itertext()) == "R&D"
    assert is_untouched(again)


def test_a_document_is_untouched_until_a_part_of_it_changes(plain: bytes) -> None:
    document = sealed(plain, PROPOSAL)
    assert is_untouched(document)
    assert not is_untouched(edited(document, "two nurses", "one nurse"))
    assert not is_untouched(archive({**files_in(document), "word/media/x.png": b"x"}))


def test_a_document_without_a_stamp_is_not_ours(plain: bytes) -> None:
    assert stamp.read(plain) is None
    assert not is_untouched(plain)


@pytest.mark.parametrize("document", [b"", b"Dear Ms. Whitford", b"PK\x03\x04 damaged"])
def test_what_is_no_word_document_is_not_ours(document: bytes) -> None:
    assert stamp.read(document) is None
    assert not is_untouched(document)


@pytest.mark.parametrize(
    "custom",
    [
        "<Properties",
        "<Properties/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties"><property name="jobshare-docs kind">letter</property></Properties>',
    ],
)
def test_a_damaged_stamp_is_none(plain: bytes, custom: str) -> None:
    files = {**files_in(sealed(plain, PROPOSAL)), "docProps/custom.xml": custom.encode()}
    assert stamp.read(archive(files)) is None


def test_a_stamp_holds_any_text(plain: bytes) -> None:
    odd = PROPOSAL._replace(kind='<a> & "b"', policy="Zürich 1")
    found = stamp.read(sealed(plain, odd))
    assert found is not None
    assert (found.kind, found.policy) == (odd.kind, odd.policy)


def test_only_a_word_document_can_be_sealed() -> None:
    with pytest.raises(ArchiveError) as refused:
        sealed(archive({"a.txt": "words"}), PROPOSAL)
    assert str(refused.value) == (
        "this is no Word document: '[Content_Types].xml' is missing in it"
    )


def test_the_text_is_marked_by_section(plain: bytes) -> None:
    found = stamp.read(sealed(plain, PROPOSAL, with_text=True))
    assert found is not None
    assert [mark.heading for mark in found.text] == ["", "Purpose", "Time & schedule"]
    assert all(len(mark.digest) == 16 for mark in found.text)


def test_sections_that_changed_are_named(plain: bytes) -> None:
    document = sealed(plain, PROPOSAL, with_text=True)
    assert changed_sections(document) == []
    assert changed_sections(edited(document, "Five days", "Six days")) == ["Time & schedule"]
    assert changed_sections(edited(document, "Proposal", "My proposal")) == [""]
    assert changed_sections(edited(document, ">Purpose<", ">Aim<")) == ["Aim", "Purpose"]
    assert changed_sections(edited(document, "Five days on.", "Five  days  on. ")) == []


def test_a_section_that_was_taken_out_is_named(plain: bytes) -> None:
    document = sealed(plain, PROPOSAL, with_text=True)
    purpose = paragraph("Purpose", "Titre1") + paragraph("The team keeps two nurses.")
    assert changed_sections(edited(document, purpose, "")) == ["Purpose"]


def test_sections_that_were_moved_are_named(plain: bytes) -> None:
    document = sealed(plain, PROPOSAL, with_text=True)
    purpose = paragraph("Purpose", "Titre1") + paragraph("The team keeps two nurses.")
    schedule = paragraph("Time &amp; schedule", "Titre1") + paragraph("Five days on.")
    moved = edited(document, purpose + schedule, schedule + purpose)
    assert changed_sections(moved) == ["Time & schedule", "Purpose"]
    assert changed_sections(edited(document, schedule, schedule * 2)) == ["Time & schedule"]


def test_changes_cannot_be_told_without_marks(plain: bytes) -> None:
    with pytest.raises(ValueError, match=r"^the document does not say what its text was when "):
        changed_sections(sealed(plain, PROPOSAL))


def test_a_digest_tells_where_one_piece_ends() -> None:
    assert stamp.digest([b"ab", b"c"]) != stamp.digest([b"a", b"bc"])
    assert stamp.digest([b"ab"]) == stamp.digest([b"ab"])


def test_python_docx_opens_a_sealed_document(plain: bytes, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(sealed(plain, PROPOSAL))
    assert Document(str(path)).paragraphs[0].text == "Proposal"


def test_lxml_waits_until_a_stamp_is_set_or_read() -> None:
    program = "import sys, jobshare_docs.stamp; print('lxml' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.strip() == "False", ran.stderr


@needs_libreoffice
def test_a_save_in_libreoffice_keeps_the_stamp_and_is_seen(tmp_path: Path) -> None:
    more = "".join(paragraph(f"Section {number}", "Titre1") for number in range(9))
    document = sealed(word_file(BODY + more), PROPOSAL, with_text=True)
    source = tmp_path / "proposal.docx"
    source.write_bytes(document)
    saved = saved_by_libreoffice(source, tmp_path / "saved")
    assert stamp.read(saved) == stamp.read(document)
    assert not is_untouched(saved)
    assert changed_sections(saved) == []
