"""Pairs of block tags: which tag opens, which closes, and what is never closed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jobshare_docs.names import nearest
from jobshare_docs.word_template.joining import PlacedTag
from jobshare_docs.word_template.tags import Kind

CLOSERS = {"if": "endif", "for": "endfor", "with": "endwith", "raw": "endraw"}
OPENERS = {closer: opener for opener, closer in CLOSERS.items()}
MIDDLES = {"elif": ("if",), "else": ("if", "for")}
ALONE = ("set",)
# Python reads no more blocks within blocks than a hundred, and no more loops than twenty
NESTED_AT_MOST, LOOPS_AT_MOST = 60, 15
KNOWN = (*CLOSERS, *OPENERS, *MIDDLES, *ALONE)
UNSUPPORTED = ("cellbg", "colspan", "hm", "vm")
NOT_ALLOWED = frozenset((
    "macro", "call", "filter", "include", "import", "from", "extends", "block",
    "autoescape", "do", "trans", "break", "continue", "debug",
))  # fmt: skip


@dataclass(eq=False)
class Block:
    """The tags of one choice or loop: the first opens, the last closes, any between divide."""

    tags: list[PlacedTag] = field(default_factory=list)

    @property
    def opening(self) -> PlacedTag:
        """The tag that opens the block."""
        return self.tags[0]

    @property
    def closing(self) -> PlacedTag:
        """The tag that closes the block."""
        return self.tags[-1]

    @property
    def word(self) -> str:
        """if, for, with, raw; or set, alone."""
        return self.opening.tag.word


@dataclass(frozen=True, slots=True)
class Mispaired:
    """A tag without its partner, and what is wrong with it."""

    placed: PlacedTag
    message: str


def paired(tags: Iterable[PlacedTag]) -> tuple[list[Block], list[Mispaired]]:
    """The blocks of a part, outermost and first ones first, and the tags that pair with none."""
    blocks: list[Block] = []
    wrong: list[Mispaired] = []
    open_blocks: list[Block] = []
    for placed in tags:
        if placed.tag.kind is Kind.BLOCK:
            wrong.extend(_take(placed, open_blocks, blocks))
    wrong.extend(
        Mispaired(b.opening, f"'{b.opening.tag.text}' is never closed") for b in open_blocks
    )
    return [block for block in blocks if block not in open_blocks], wrong


def _take(placed: PlacedTag, open_blocks: list[Block], blocks: list[Block]) -> Iterator[Mispaired]:
    word = placed.tag.word
    if word in ALONE or word in CLOSERS:
        block = Block([placed])
        blocks.append(block)
        if word in CLOSERS:
            open_blocks.append(block)
            yield from _too_many(open_blocks)
    elif word in MIDDLES:
        if open_blocks and open_blocks[-1].word in MIDDLES[word]:
            open_blocks[-1].tags.append(placed)
        else:
            yield Mispaired(placed, f"'{placed.tag.text}' stands in no '{{% if … %}}'")
    elif word in OPENERS:
        yield from _close(placed, open_blocks)
    else:
        yield Mispaired(placed, _why_unknown(placed))


def _too_many(open_blocks: list[Block]) -> Iterator[Mispaired]:
    """The innermost block, where it is the first that stands inside of too many others."""
    if len(open_blocks) > NESTED_AT_MOST + 1:
        return
    placed = open_blocks[-1].opening
    loops = [block for block in open_blocks if block.word == "for"]
    if len(open_blocks) == NESTED_AT_MOST + 1:
        yield Mispaired(placed, f"'{placed.tag.text}' stands inside of {NESTED_AT_MOST} others")
    elif loops and loops[-1] is open_blocks[-1] and len(loops) == LOOPS_AT_MOST + 1:
        yield Mispaired(placed, f"'{placed.tag.text}' stands inside of {LOOPS_AT_MOST} other loops")


def _close(placed: PlacedTag, open_blocks: list[Block]) -> Iterator[Mispaired]:
    opener = OPENERS[placed.tag.word]
    if not any(block.word == opener for block in open_blocks):
        yield Mispaired(
            placed, f"'{placed.tag.text}' closes nothing; take it out, or open it above"
        )
        return
    while open_blocks[-1].word != opener:
        left = open_blocks.pop()
        yield Mispaired(
            left.opening, f"'{left.opening.tag.text}' is never closed before '{placed.tag.text}'"
        )
    open_blocks.pop().tags.append(placed)


def _why_unknown(placed: PlacedTag) -> str:
    word, text = placed.tag.word, placed.tag.text
    if word in UNSUPPORTED:
        return f"the tag '{word}' of docxtpl is not supported; set it in Word's table instead"
    if word in NOT_ALLOWED:
        return f"'{text}' is not allowed in a template; use if, for, set, with or raw"
    near = nearest(word, KNOWN)
    return f"'{text}' is no tag that is known" + (f"; nearest: '{near}'" if near else "")
