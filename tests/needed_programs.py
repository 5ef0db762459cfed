"""Programs that some tests need and not every machine has; README names them in the same words."""

import shutil

import pytest

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="needs LibreOffice (see README: Tests that need more)"
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="needs poppler (see README: Tests that need more)"
)
needs_node = pytest.mark.skipif(
    shutil.which("npm") is None, reason="needs Node (see README: Tests that need more)"
)
