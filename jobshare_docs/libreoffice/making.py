"""PDFs of documents that are not on disk yet."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jobshare_docs.libreoffice.metadata import mended
from jobshare_docs.libreoffice.running import Conversion, convert
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
    with working_folder(next(iter(documents)).parent) as folder:
        laid = {folder / "word" / path.name: path for path in documents}
        (folder / "word").mkdir()
        for copy, path in laid.items():
            copy.write_bytes(documents[path])
        conversions = convert(list(laid), folder, office, seconds)
        found = {
            laid[each.file].with_suffix(".pdf"): sealed(mended(each.pdf.read_bytes()), made)
            for each in conversions
            if each.pdf is not None
        }
    return found, _problems([each for each in conversions if each.pdf is None])


def _problems(failed: list[Conversion]) -> list[Problem]:
    if not failed:
        return []
    names = ", ".join(each.file.with_suffix(".pdf").name for each in failed)
    advice = "the Word documents are written; run this again, or make the PDF in Word"
    return [Problem(names, f"not made: {failed[0].reason.rstrip('.')}; {advice}")]
