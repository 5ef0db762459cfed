"""A .docx as plain text: for reading, comparing, checking and `git diff`."""

from jobshare_docs.docx_text.blocks import Paragraph
from jobshare_docs.docx_text.outline import Section, sections
from jobshare_docs.docx_text.package import DocxError
from jobshare_docs.docx_text.printed import text
from jobshare_docs.docx_text.stories import paragraphs

__all__ = ["DocxError", "Paragraph", "Section", "paragraphs", "sections", "text"]
