"""A PDF that was changed since we made it is known as such."""

from datetime import date

import pytest

from jobshare_docs.pdf_seal import is_untouched, sealed

TODAY = date(2026, 11, 22)


def pdf(moment: str = "20270304050607", identity: str = "A" * 32) -> bytes:
    return (
        "%PDF-1.6\n1 0 obj\n"
        f"<</CreationDate(D:{moment}Z')>>\nendobj\n"
        "<xmp:CreateDate>2027-03-04T05:06:07Z</xmp:CreateDate>\n"
        f"trailer\n<</Size 2/ID [ <{identity}>\n<{identity}> ]\n/DocChecksum /{identity}\n>>\n"
        "startxref\n9\n%%EOF\n"
    ).encode()


def test_a_sealed_pdf_is_untouched() -> None:
    assert is_untouched(sealed(pdf(), TODAY))


def test_one_that_was_never_ours_is_not() -> None:
    assert not is_untouched(pdf())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"1 0 obj", b"2 0 obj"),  # a byte changed
        (b"%%EOF\n", b"%%EOF\n2 0 obj\nendobj\nstartxref\n99\n%%EOF\n"),  # a comment appended
        (b"%%EOF\n", b"%%EOF"),
        (b"%PDF-1.6", b"%PDF-1.7"),
    ],
)
def test_any_change_ends_it(old: bytes, new: bytes) -> None:
    ours = sealed(pdf(), TODAY)
    assert ours.count(old) == 1
    assert not is_untouched(ours.replace(old, new))


def test_the_date_is_the_documents_and_everything_stays_in_its_place() -> None:
    ours = sealed(pdf(), TODAY)
    assert b"/CreationDate(D:20261122000000Z')" in ours
    assert b"<xmp:CreateDate>2026-11-22T00:00:00Z</xmp:CreateDate>" in ours
    assert ours.index(b"trailer") == pdf().index(b"trailer")


def test_two_exports_of_the_same_pages_are_the_same_bytes() -> None:
    later = pdf("20280101000000", "0123456789ABCDEF" * 2)
    assert sealed(pdf(), TODAY) == sealed(later, TODAY)


def test_other_pages_have_another_identity() -> None:
    other = pdf().replace(b"1 0 obj", b"1 1 obj")
    names = [sealed(each, TODAY).partition(b"/ID [ <")[2][:32] for each in (pdf(), other)]
    assert names[0] != names[1]
    assert b"0" * 32 not in names


def test_half_a_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match="this is no whole PDF: its end is missing"):
        sealed(pdf().removesuffix(b"%%EOF\n"), TODAY)
