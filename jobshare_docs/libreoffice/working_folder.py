"""A folder for what LibreOffice writes meanwhile, beside the documents and gone afterwards."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_NAME = ".~pdf-"
_FORGOTTEN = 24 * 60 * 60  # seconds: older than any run that is still under way


@contextmanager
def working_folder(beside: Path) -> Iterator[Path]:
    """An empty folder, readable by its owner only, inside the folder `beside`.

    Afterwards it is removed with all that is in it, also after an interruption; so is each folder
    that had to be made for it and is still empty. One that an earlier run could not remove, since
    the power went off, is removed a day later.
    """
    made = [folder for folder in (beside, *beside.parents) if not folder.exists()]
    try:
        beside.mkdir(parents=True, exist_ok=True)
        _sweep(beside)
        inside = Path(tempfile.mkdtemp(prefix=_NAME, dir=beside))
        try:
            yield inside.resolve()
        finally:
            shutil.rmtree(inside, ignore_errors=True)
    finally:
        for folder in made:
            with suppress(OSError):
                folder.rmdir()


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{_NAME}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _FORGOTTEN:
                shutil.rmtree(left)
