"""A folder for what LibreOffice writes meanwhile, beside the documents and gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def working_folder(beside: Path) -> Iterator[Path]:
    """An empty folder, readable by its owner only, inside the folder `beside`.

    Afterwards it is removed with all that is in it, also after an interruption; so is each folder
    that had to be made for it and is still empty.
    """
    made = [folder for folder in (beside, *beside.parents) if not folder.exists()]
    try:
        beside.mkdir(parents=True, exist_ok=True)
        inside = Path(tempfile.mkdtemp(prefix=".~pdf-", dir=beside))
        try:
            yield inside.resolve()
        finally:
            shutil.rmtree(inside, ignore_errors=True)
    finally:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
