"""PDFs of finished documents, made by the LibreOffice that is on the machine."""

from jobshare_docs.libreoffice.finding import find
from jobshare_docs.libreoffice.making import pdfs, pdfs_of
from jobshare_docs.libreoffice.press import Press
from jobshare_docs.libreoffice.running import Conversion, convert
from jobshare_docs.libreoffice.working_folder import working_folder

__all__ = ["Conversion", "Press", "convert", "find", "pdfs", "pdfs_of", "working_folder"]
