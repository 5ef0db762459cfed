"""Texts over several lines: where folding would lose a list or a paragraph, the lines are kept."""

import re

from yaml.events import ScalarEvent

from jobshare_docs.yaml_file.marks import end_of, start_of
from jobshare_docs.yaml_file.traps import BULLETS

_LIST_ITEM = re.compile(rf"\s*(?:(?:[-*+]|\d{{1,3}}[.)])\s+|[{BULLETS}]\s*)\S")


def text_of(event: ScalarEvent, lines: list[str]) -> str:
    """The text of a folded (`>`) or plain scalar, with its lines kept where they mean something.

    YAML would make one line of a list, and one line end of the blank line between two paragraphs.
    """
    if event.style == ">":
        return _folded(event, lines)
    return _plain(event, lines)


def lone_dash(event: ScalarEvent, lines: list[str]) -> int | None:
    """The line, from zero, of the one dash that begins a line in a plain text, if there is one."""
    if event.style:
        return None
    following = range(start_of(event).line + 1, end_of(event).line + 1)
    dashes = [line for line in following if lines[line].lstrip().startswith("- ")]
    return dashes[0] if len(dashes) == 1 else None


def _folded(event: ScalarEvent, lines: list[str]) -> str:
    header = lines[start_of(event).line][start_of(event).column :].partition(" #")[0]
    if any(character.isdigit() for character in header):
        return event.value
    raw = "\n".join(_dedented(_body(event, lines))).strip("\n")
    if not _means_its_lines(raw.split("\n"), 1):
        return event.value
    return raw + ("" if "-" in header else "\n")


def _body(event: ScalarEvent, lines: list[str]) -> list[str]:
    """The lines below the header as far as the scalar reaches, without comments that follow it."""
    body = lines[start_of(event).line + 1 : end_of(event).line + 1]
    first = next((line for line in body if line.strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    taken: list[str] = []
    for line in body:
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        taken.append(line)
    return taken if indent else []


def _plain(event: ScalarEvent, lines: list[str]) -> str:
    start, end = start_of(event), end_of(event)
    following = lines[start.line + 1 : end.line + 1]
    following[-1] = following[-1][: end.column]
    raw = [lines[start.line][start.column :].rstrip(), *_dedented(following)]
    # A dash at the start of one line may be a dash in a sentence; two are a list.
    return "\n".join(raw) if _means_its_lines(raw, 2) else event.value


def _dedented(lines: list[str]) -> list[str]:
    """The lines without the indent that all of them have in common; blank ones are empty."""
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[indent:] if line.strip() else "" for line in lines]


def _means_its_lines(raw: list[str], fewest_items: int) -> bool:
    if any(not line.strip() for line in raw[1:-1]):
        return True
    return sum(1 for line in raw if _LIST_ITEM.match(line)) >= fewest_items
