"""A .docx as a list of entries: what goes in comes out, and what is damaged says so."""

import io
import zipfile
from collections.abc import Callable

import pytest

from jobshare_docs.archive import ArchiveError, Entry, deflated, entries, inflated, joined


def made_by_zipfile(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_what_is_joined_is_read_again_by_us_and_by_zipfile() -> None:
    parts = [deflated("a.xml", b"<a/>"), deflated("folder/ü.xml", b"x" * 5000)]
    document = joined(parts)
    assert entries(document) == parts
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.xml", "folder/ü.xml"]
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_equal_entries_give_equal_bytes_and_stored_ones_stay_stored() -> None:
    stored = Entry("logo.png", 907060870, 5, zipfile.ZIP_STORED, b"hello")
    assert joined([stored]) == joined([stored])
    assert inflated(entries(joined([stored]))[0]) == b"hello"


def test_an_archive_of_zipfile_is_read() -> None:
    (entry,) = entries(made_by_zipfile(a="content"))
    assert (entry.name, inflated(entry)) == ("a", b"content")


def bomb() -> bytes:
    return made_by_zipfile(a="\0" * 3_000_000)


def many() -> bytes:
    return joined(deflated(str(number), b"") for number in range(2_001))


def twice() -> bytes:
    return joined([deflated("a", b"1"), deflated("a", b"2")])


def lying_about_size() -> bytes:
    entry = deflated("a", b"content")
    return joined([Entry("a", entry.crc, 3, entry.method, entry.data)])


def lying_about_content() -> bytes:
    entry = deflated("a", b"content")
    return joined([Entry("a", entry.crc ^ 1, entry.size, entry.method, entry.data)])


def no_deflate_data() -> bytes:
    return joined([Entry("a", 0, 7, zipfile.ZIP_DEFLATED, b"\xff\xff\xff")])


def cut_short() -> bytes:
    return made_by_zipfile(a="content")[:-30]


def encrypted() -> bytes:
    document = bytearray(made_by_zipfile(a="content"))
    document[document.index(b"PK\x01\x02") + 8] |= 1
    return bytes(document)


def moved_header() -> bytes:
    document = made_by_zipfile(a="content")
    return document.replace(b"PK\x03\x04", b"PX\x03\x04")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"", "the file is empty; save it again in Word as a .docx"),
        (lambda: b"Dear Dana", "this is not a Word document; save it in Word as a .docx"),
        (lambda: b"\xd0\xcf\x11\xe0", "this is an old .doc or a password-protected file; "),
        (lambda: b"{\\rtf1", "this is an RTF file; save it in Word as a .docx"),
        (lambda: b"%PDF-1.7", "this is a PDF; give the Word file it was made from"),
        (cut_short, "the file is damaged: its list of contents cannot be read; open it in Word"),
        (bomb, "the file is too large to be a letter: 'a' unpacks to over 200 times its size"),
        (many, "it holds 2,001 files, more than 2,000; use another file"),
        (twice, "the file is damaged: it holds two files of one name; "),
        (lying_about_size, "the file is damaged: 'a' in it is not whole; "),
        (lying_about_content, "the file is damaged: 'a' in it is not whole; "),
        (no_deflate_data, "the file is damaged: 'a' in it is not whole; "),
        (encrypted, "the file is encrypted; save it in Word without a password"),
        (moved_header, "the file is damaged: "),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(
    make: Callable[[], bytes], message: str
) -> None:
    with pytest.raises(ArchiveError) as raised:
        for entry in entries(make()):
            inflated(entry)
    assert message in str(raised.value)
