"""Where two documents say different things, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from jobshare_docs.docx_text.outline import Section, sections


@dataclass(frozen=True, slots=True)
class Difference:
    """Paragraphs under one heading, '' for what stands before the first: gone, and in their place.

    Either may be empty.
    """

    heading: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


def differences(before: bytes, after: bytes) -> list[Difference]:
    """What `after` says otherwise than `before`, in its order; what is gone altogether at the end.

    A section is known by its heading; where that was changed, by its bookmark. Raises `DocxError`.
    """
    old = sections(before, with_front=True)
    found: list[Difference] = []
    for new in sections(after, with_front=True):
        counterpart = _counterpart(new, old)
        if counterpart:
            old.remove(counterpart)
        found += _between(counterpart or Section("", None), new)
    return found + [each for gone in old for each in _between(gone, Section("", None))]


def _counterpart(section: Section, others: list[Section]) -> Section | None:
    by_heading = (one for one in others if one.heading == section.heading)
    by_bookmark = (one for one in others if one.bookmark and one.bookmark == section.bookmark)
    return next(by_heading, None) or next(by_bookmark, None)


def _between(old: Section, new: Section) -> Iterator[Difference]:
    heading = new.heading or old.heading
    if old.heading != new.heading:
        yield Difference(heading, *(_texts([one.heading]) for one in (old, new)))
    matcher = SequenceMatcher(None, old.texts, new.texts, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what != "equal":
            yield Difference(heading, _texts(old.texts[first:last]), _texts(new.texts[start:end]))


def _texts(texts: list[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
