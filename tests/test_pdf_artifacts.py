"""What is drawn on a page without a mark becomes an artifact, and nothing else changes."""

from io import BytesIO

import pikepdf
import pytest

from jobshare_docs.libreoffice.artifacts import marked, with_artifacts

TEXT = b"/P <</MCID 0>> BDC\nBT /F1 9 Tf (9 9 m \\) 9 9 l S) Tj ET\nEMC\n"
LINE = b"q 1 w\n70 20 m\n541 20 l S\nQ\n"
SHADE = b"70 20 471 17 re f*\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (LINE, b"q 1 w\n/Artifact BMC\n70 20 m\n541 20 l S\nEMC\nQ\n"),
        (SHADE, b"/Artifact BMC\n70 20 471 17 re f*\nEMC\n"),
        (TEXT + SHADE + TEXT, TEXT + b"/Artifact BMC\n70 20 471 17 re f*\nEMC\n" + TEXT),
        (SHADE + SHADE, 2 * b"/Artifact BMC\n70 20 471 17 re f*\nEMC\n"),
    ],
)
def test_lines_and_shades_become_artifacts(content: bytes, expected: bytes) -> None:
    assert " ".join(with_artifacts(content).decode().split()) == " ".join(expected.decode().split())


@pytest.mark.parametrize(
    "content",
    [
        TEXT,
        b"",
        b"/Artifact BMC\n" + LINE + b"EMC\n",
        b"/Figure <</MCID 1>> BDC\n/Span BMC\n" + SHADE + b"EMC\n" + LINE + b"EMC\n",
        b"q 0 0 612 792 re W* n\n" + TEXT + b"Q\n",  # it is not painted, it only cuts off
        b"[<0102> -12 <03>] TJ\n",
    ],
)
def test_what_is_marked_or_is_no_line_stays(content: bytes) -> None:
    assert with_artifacts(content) == content


def two_pages(first: bytes, second: bytes) -> bytes:
    pdf = pikepdf.new()
    for content in (first, second):
        pdf.add_blank_page()
        pdf.pages[-1].Contents = pdf.make_stream(content)
    file = BytesIO()
    pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file.getvalue()


def test_a_pdf_is_updated_where_a_page_changes() -> None:
    pdf = two_pages(TEXT, TEXT + LINE)
    update = marked(pdf)
    assert update.startswith(pdf)
    with pikepdf.open(BytesIO(update)) as found:
        assert not found.check_pdf_syntax()
        first, second = (page.Contents.read_bytes() for page in found.pages)
    assert first == TEXT
    assert second == with_artifacts(TEXT + LINE)


def test_a_page_that_cannot_be_read_stays() -> None:
    pdf = two_pages(TEXT, TEXT + LINE)
    assert marked(pdf.replace(b"stream\nx", b"stream\n?")).count(b"startxref") == 1


@pytest.mark.parametrize("pdf", [two_pages(TEXT, TEXT), b"%PDF-1.7\nno trailer\n%%EOF\n"])
def test_any_other_stays_as_it_is(pdf: bytes) -> None:
    assert marked(pdf) == pdf
