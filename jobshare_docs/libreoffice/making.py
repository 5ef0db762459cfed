"""PDFs of documents that are not on disk yet."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from jobshare_docs import stamp
from jobshare_docs.libreoffice.artifacts import marked
from jobshare_docs.libreoffice.metadata import mended
from jobshare_docs.libreoffice.press import Press
from jobshare_docs.libreoffice.running import Conversion
from jobshare_docs.libreoffice.working_folder import working_folder
from jobshare_docs.pdf_seal import sealed
from jobshare_docs.problems import Problem


def pdfs(
    documents: Mapping[Path, bytes], office: Path, made: date, seconds: float | None = None
) -> tuple[dict[Path, bytes], list[Problem]]:
    """A sealed PDF of each document, by its path beside the document's, and what was not made.

    The documents are those of one folder, as they will be written there. What LibreOffice could not
    make is one problem, however many documents it takes in.
    """
    if not documents:
        return {}, []
    paths = [path.with_suffix(".pdf") for path in documents]
    pages = pdfs_of(list(documents.values()), paths[0].parent, Press(office, seconds), made)
    found = dict(zip(paths, pages, strict=True))
    failed = {path: why for path, why in found.items() if isinstance(why, str)}
    return {path: pdf for path, pdf in found.items() if isinstance(pdf, bytes)}, _problems(failed)


def pdfs_of(
    documents: Sequence[bytes], beside: Path, press: Press, made: date
) -> list[bytes | str]:
    """A sealed PDF of each document, or why there is none, in words that fit after a colon.

    What LibreOffice writes meanwhile lies in a folder inside `beside`, and is gone afterwards.
    """
    with working_folder(beside) as folder:
        (folder / "word").mkdir()
        files = [folder / "word" / f"{number}.docx" for number in range(len(documents))]
        for file, document in zip(files, documents, strict=True):
            file.write_bytes(document)
        conversions = press.conversions(files, folder)
        pairs = zip(documents, conversions, strict=True)
        return [_sealed(document, one, made) for document, one in pairs]


def _sealed(document: bytes, conversion: Conversion, made: date) -> bytes | str:
    if conversion.pdf is None:
        return conversion.reason.rstrip(".")
    said = stamp.read(document)
    pdf = marked(mended(conversion.pdf.read_bytes()))
    return sealed(pdf, made, said.inputs if said else "")


def _problems(failed: Mapping[Path, str]) -> list[Problem]:
    if not failed:
        return []
    names = ", ".join(pdf.name for pdf in failed)
    reason = next(iter(failed.values()))
    advice = "the Word documents are written; run this again, or make the PDF in Word"
    return [Problem(names, f"not made: {reason}; {advice}")]
