"""A .docx template, compiled once and rendered many times; it knows nothing of job shares."""

from jobshare_docs.word_template.names import Field
from jobshare_docs.word_template.template import WordTemplate

__all__ = ["Field", "WordTemplate"]
