"""What stands around a value in the XML, so that it can break out of it: a run, a paragraph."""

from enum import Enum, auto
from typing import NamedTuple

NUMBER_HERE = "\U000ffffd"
"""What stands in a paragraph's form for the number of its list, until that is known."""


class Use(Enum):
    """Where a value is printed."""

    TEXT = auto()
    PARAGRAPH = auto()
    FIELD_CODE = auto()
    ATTRIBUTE = auto()
    ADDRESS = auto()
    PROPERTY = auto()


class Shape(NamedTuple):
    """The XML around a value of `part`.

    `run_form` is the w:rPr of its run. Where the value fills a paragraph alone: the paragraph's
    start tag, the content of its w:pPr without the section break, which is `section`, and what
    stands before and after the run; `may_go` where nothing to print takes the paragraph away,
    `in_new_list` where the form has `NUMBER_HERE` for the number of a list that starts again. In a
    loop `once` tells this paragraph from others: `before` and `after` are for its first round only.
    """

    use: Use
    part: str
    run_form: str = ""
    opening: str = ""
    form: str = ""
    section: str = ""
    before: str = ""
    after: str = ""
    may_go: bool = False
    in_new_list: bool = False
    once: str = ""

    def around_plain_text(self) -> tuple[str, str] | None:
        """What stands before and after a plain text, if escaping it is all there is to it."""
        if self.use is Use.TEXT:
            return "", ""
        if self.use is not Use.PARAGRAPH or self.may_go or self.in_new_list or self.once:
            return None
        head, _, tail = self.paragraph(self.run("\0")).partition("\0")
        return head, tail

    def bare(self) -> "Shape":
        """The same with nothing before and after the run."""
        return self._replace(before="", after="")

    def in_list(self, number: int) -> "Shape":
        """The same with the number of its list."""
        return self._replace(form=self.form.replace(NUMBER_HERE, str(number)))

    def paragraph(self, content: str) -> str:
        """The paragraph with this content in its run's place."""
        return self.one_of_several(self.form, content, first=True, last=True)

    def one_of_several(self, form: str, content: str, first: bool, last: bool) -> str:
        """One of the paragraphs that come in this one's place; the last keeps a section break."""
        inner = form + self.section if last else form
        written = f"<w:pPr>{inner}</w:pPr>" if inner else ""
        before, after = self.before if first else "", self.after if last else ""
        return f"{self.opening}{written}{before}{content}{after}</w:p>"

    def run(self, text: str) -> str:
        """A run of the value's own form; `text` is escaped XML."""
        return f'<w:r>{self.run_form}<w:t xml:space="preserve">{text}</w:t></w:r>'
