"""A document by its sections: each Heading 1 with what follows until the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jobshare_docs.docx_text.blocks import Block, Paragraph, flat
from jobshare_docs.docx_text.stories import body


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first level, its bookmark, and the texts under it.

    `texts` holds every paragraph with words, those in tables and text boxes and lower headings
    included, without markers; `heading` is empty for what stands before the first heading.
    """

    heading: str
    bookmark: str | None
    texts: list[str] = field(default_factory=list)


def sections(document: bytes, *, with_front: bool = False) -> list[Section]:
    """The sections of the body, in their order; with what stands before the first, if asked for.

    A heading in a table or a text box begins no section. Raises `DocxError` where the file is
    damaged or no Word document.
    """
    found = _divided(body(document))
    return found if with_front else found[1:]


def _divided(blocks: Iterable[Block]) -> list[Section]:
    found = [Section("", None)]
    for block in blocks:
        if isinstance(block, Paragraph) and _begins_section(block):
            found.append(Section(block.text.strip(), block.bookmark))
        else:
            found[-1].texts.extend(paragraph.text.strip() for paragraph in flat([block]))
    return found


def _begins_section(paragraph: Paragraph) -> bool:
    return paragraph.level == 1 and not paragraph.in_text_box and bool(paragraph.text.strip())
