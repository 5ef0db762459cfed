"""What lies in the folder of a batch and is of none of its rows."""

from collections.abc import Iterable
from pathlib import Path

from jobshare_docs.saving import is_backup

_OURS = (".docx", ".pdf")


def left_over(folder: Path, files: Iterable[str]) -> list[str]:
    """Documents and PDFs beside these files, by name: of an earlier run, under another name.

    No backup is one, nor the PDF of a document that is there.
    """
    stems = {Path(name).stem for name in files}
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix in _OURS and path.stem not in stems and not is_backup(path)
    )
