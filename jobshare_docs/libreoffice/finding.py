"""Where LibreOffice is on this machine."""

import math
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from jobshare_docs.problems import Problem, ProblemsFound

SETTING = "JOBSHARE_DOCS_SOFFICE"
LIMIT = "JOBSHARE_DOCS_SOFFICE_SECONDS"
_PATIENCE = 30.0  # seconds for a document, on a slow machine
_COMMANDS = ("soffice", "libreoffice")
_ON_A_MAC = "Applications/LibreOffice.app/Contents/MacOS/soffice"
_ON_WINDOWS = "LibreOffice/program/soffice.com"  # .com waits for the end, .exe need not
_HOW = {
    "linux": "on Debian or Ubuntu: 'sudo apt install libreoffice-writer', or without a desktop "
    "'libreoffice-writer-nogui'",
    "darwin": "'brew install --cask libreoffice', or from libreoffice.org",
    "win32": "'winget install TheDocumentFoundation.LibreOffice', or from libreoffice.org",
}
_NOWHERE = (
    "a PDF is made by LibreOffice, which is not on this computer: install it ({how}), or name its "
    f"program soffice in {SETTING}; without --pdf the Word documents are made all the same"
)
_NO_SECONDS = "'{text}' is no number of seconds: write 60, or remove it"
_WRONG = "there is no program '{path}': correct it, or remove it, and soffice is looked for"


def find() -> Path:
    """The program soffice: what JOBSHARE_DOCS_SOFFICE names, else where each system puts it.

    Raises `ProblemsFound` where there is none, with the package to install.
    """
    named = os.environ.get(SETTING)
    if named:
        return _named(named)
    found = next(_installed(), None)
    if found is None:
        how = _HOW.get(sys.platform, "package libreoffice-writer")
        raise ProblemsFound([Problem("--pdf", _NOWHERE.format(how=how))])
    return found


def patience() -> float:
    """Seconds that LibreOffice may take for a document: JOBSHARE_DOCS_SOFFICE_SECONDS, else 30.

    Raises `ProblemsFound` where that is no such number.
    """
    text = os.environ.get(LIMIT)
    if not text:
        return _PATIENCE
    with suppress(ValueError):
        seconds = float(text)
        if 0 < seconds < math.inf:
            return seconds
    raise ProblemsFound([Problem(LIMIT, _NO_SECONDS.format(text=text))])


def _named(path: str) -> Path:
    found = shutil.which(Path(path).expanduser())
    if found is None:
        raise ProblemsFound([Problem(SETTING, _WRONG.format(path=path))])
    return Path(found)


def _installed() -> Iterator[Path]:
    """Every LibreOffice there is: on the search path first, then in the usual folders."""
    yield from (Path(found) for name in _COMMANDS if (found := shutil.which(name)))
    yield from (place for place in _usual_places() if place.is_file())


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        yield from (Path("/") / _ON_A_MAC, Path.home() / _ON_A_MAC)
    for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
        if variable in os.environ:
            yield Path(os.environ[variable]) / _ON_WINDOWS
