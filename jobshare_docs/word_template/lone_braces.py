"""The braces of a text that belong to no tag, and which of them belong together."""

import re

from jobshare_docs.word_template.joining import Prose
from jobshare_docs.word_template.tags import Tag, Underscore

# what stands for a tag while braces are looked for: no text of XML has it
_TAG = "\0"


def without_tags(prose: Prose) -> str:
    """The text with other characters where tags and raw blocks are, as long as before."""
    characters, position, in_raw = list(prose.text), 0, prose.in_raw
    for each in prose.found:
        if in_raw:
            _blank(characters, position, each.start)
        if isinstance(each, Tag):
            _blank(characters, each.start, each.end)
            position = each.end
            in_raw = each.word == "raw" if each.word in ("raw", "endraw") else in_raw
        elif isinstance(each, Underscore):
            _blank(characters, each.start - 1, each.start + 2)
    if in_raw:
        _blank(characters, position, len(characters))
    return "".join(characters)


def _blank(characters: list[str], start: int, end: int) -> None:
    characters[start:end] = _TAG * (end - start)


def paired(texts: list[str], odd: list[set[int]]) -> list[set[int]]:
    """Where braces stand that another one opens or closes, in each text of a part.

    Of those that are `odd` none belongs to one of another paragraph: each is a mistake of its own.
    """
    found: list[set[int]] = [set() for _ in texts]
    opened: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        for brace in re.finditer("[{}]", text):
            if brace.group() == "{":
                opened.append((number, brace.start()))
            elif opened:
                other, start = opened.pop()
                if other != number and start in odd[other] and brace.start() in odd[number]:
                    continue
                found[other].add(start)
                found[number].add(brace.start())
    return found
