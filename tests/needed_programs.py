"""Programs that some tests need and not every machine has; README names them in the same words."""

import shutil

import pytest

from jobshare_docs.libreoffice import find
from jobshare_docs.problems import ProblemsFound


def _is_there() -> bool:
    try:
        return find().is_file()
    except ProblemsFound:
        return False


needs_libreoffice = pytest.mark.skipif(
    not _is_there(), reason="needs LibreOffice (see README: Tests that need more)"
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="needs poppler (see README: Tests that need more)"
)
needs_node = pytest.mark.skipif(
    shutil.which("npm") is None, reason="needs Node (see README: Tests that need more)"
)
