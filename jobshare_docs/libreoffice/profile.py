"""A profile of LibreOffice for one run: how it makes a PDF, and what it leaves alone."""

from collections.abc import Iterator
from pathlib import Path

_PDF = "/org.openoffice.Office.Common/Filter/PDF/Export"
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"

# Settings rather than options of the command line, which only LibreOffice 7.4 and newer would read.
_SETTINGS: tuple[tuple[str, str, bool | int], ...] = (
    (_PDF, "UseTaggedPDF", True),
    (_PDF, "PDFUACompliance", True),  # ISO 14289: title, language, tags, embedded fonts
    (_PDF, "ExportBookmarks", True),  # the headings
    (_PDF, "DisplayPDFDocumentTitle", True),
    (_PDF, "ExportFormFields", False),
    (_PDF, "SelectPdfVersion", 0),  # the usual one; PDF/A would be 1 to 3
    # Nothing is run, nothing is fetched, nothing is sent.
    (_SECURITY, "DisableMacrosExecution", True),
    (_SECURITY, "BlockUntrustedRefererLinks", True),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", 0),  # never
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", False),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", False),
    ("/org.openoffice.Office.Common/Misc", "CollectUsageInformation", False),
)
_NAMESPACES = (
    'xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def make_profile(folder: Path) -> None:
    """Write a profile with our settings into a folder that is not there yet."""
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_NAMESPACES}>\n'
        f"{''.join(_items())}</oor:items>\n",
        encoding="utf-8",
    )


def _items() -> Iterator[str]:
    for path, name, value in _SETTINGS:
        said = str(value).lower()
        yield (
            f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
            f"<value>{said}</value></prop></item>\n"
        )
