"""The files that people fill in: every question with a comment that says what belongs there."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from jobshare_docs.answers.own_sections import own_sections
from jobshare_docs.documents.templates import built_in_folder
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import Item, OutlineRow
from jobshare_docs.wording import sentence

ANSWERS = "answers.yaml"
SCHEMA = ".answers.schema.json"
"""The name under which the schema lies beside the files that refer to it."""

_FOLDER = "blank"
_WIDTH = 78


def blank(name: str, part_time: bool, policy: Policy) -> str:
    """The blank file of that name; the answers also ask what this policy alone asks.

    A policy may have blank files of its own, in `templates/blank`, which are taken as they are.
    """
    own = policy.folder / "templates" / _FOLDER
    for folder in (own, built_in_folder() / _FOLDER):
        for file in _names(name, part_time):
            if (folder / file).is_file():
                text = (folder / file).read_text(encoding="utf-8")
                return text if folder == own or name != ANSWERS else text + _sections(policy)
    raise FileNotFoundError(name)


def for_editors(text: str) -> str:
    """The file with a first line by which editors find the schema that lies beside it.

    The YAML extension of VS Code reads it: a path from the file's own folder, and no network.
    """
    return f"# yaml-language-server: $schema={SCHEMA}\n{text}"


def _names(name: str, part_time: bool) -> tuple[str, ...]:
    of_part_time = f"{Path(name).stem}-part-time.yaml"
    return (of_part_time, name) if part_time else (name,)


def _sections(policy: Policy) -> str:
    rows = own_sections(policy)
    return "".join(f"{line}\n" for row in rows for line in ("", "", *_section(row)))


def _section(row: OutlineRow) -> Iterator[str]:
    yield f"# ---- {row.title or row.key} ----"
    yield from _comment(row.asks, "")
    yield ""
    yield f"{row.key}:"
    for number, item in enumerate(row.items):
        yield from ("",) * bool(number)
        yield from _comment(sentence(item.asks), "  ")
        yield from _question(item)


def _question(item: Item) -> tuple[str, ...]:
    return (f"  {item.key}:", "    -") if item.list_ else (f"  {item.key}:",)


def _comment(text: str, indent: str) -> list[str]:
    sign = f"{indent}# "
    return textwrap.wrap(text, _WIDTH, initial_indent=sign, subsequent_indent=sign)
