"""Tags in texts that are no runs, such as an attribute: a character stands for each meanwhile.

The tree can hold that character, and it is written in the place of the tag's code.
"""

from collections.abc import Callable

from jobshare_docs.word_template.blocks import paired
from jobshare_docs.word_template.joining import PlacedTag, new_node
from jobshare_docs.word_template.places import Place
from jobshare_docs.word_template.tags import Tag, found_in

Mistake = Callable[[Place, str, str], None]
# the first of the characters for private use that no font and no text has
FIRST = 0xF0000


class StandIns:
    """The tags of a part that a character stands for; what is wrong with them is noted."""

    def __init__(self, mistake: Mistake) -> None:
        self.tags: list[PlacedTag] = []
        self._mistake = mistake

    def without_tags(self, text: str, place: Place) -> str:
        """A text with a character for every tag; blocks must open and close within it."""
        placed: list[PlacedTag] = []
        for tag in reversed(list(found_in(text))):
            if isinstance(tag, Tag):
                placed.insert(0, PlacedTag(tag, new_node(), place))
                stand_in = chr(FIRST + len(self.tags))
                self.tags.append(placed[0])
                text = text[: tag.start] + stand_in + text[tag.end :]
            elif hasattr(tag, "text"):
                self._mistake(place, tag.text, f"'{tag.text}' is never closed")
        for wrong in paired(placed)[1]:
            self._mistake(place, wrong.placed.tag.text, wrong.message)
        return text

    def with_code(self, written: str, code: Callable[[PlacedTag], str]) -> str:
        """A written text with the code of each tag in its place, in the order of the text."""
        if written.isascii():
            return written
        return "".join(
            code(self.tags[number])
            if 0 <= (number := ord(character) - FIRST) < len(self.tags)
            else character
            for character in written
        )
