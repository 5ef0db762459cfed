"""The files that people fill in: every question with a comment that says what belongs there."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from string import Template

from jobshare_docs.answers.form import Form, Items
from jobshare_docs.answers.own_sections import own_sections
from jobshare_docs.documents.templates import built_in_folder
from jobshare_docs.names import listed
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import Item, OutlineRow
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.wording import sentence
from jobshare_docs.yaml_file import read
from jobshare_docs.yaml_file.decoding import decoded

ANSWERS = "answers.yaml"
SCHEMA = ".answers.schema.json"
"""The name under which the schema lies beside the files that refer to it."""

_FOLDER = "blank"
_OTHERS = ("organization.yaml", "terms.yaml", "reply.yaml", "posting.yaml", "worksheet.yaml")
_WIDTH = 78
_PART = re.compile(r"(?m)^(?=# ---- )")
_HEADING = re.compile(r"# ---- .*")
_BLOCK = re.compile(r"(?m)^(\w+):")
_COMMENT = re.compile(r"( *)# (.*\S)\s*")
_QUESTIONS = "$questions"
_FACT = re.compile(r"\$(?:refused_purposes|options|pattern)\b")


def blank(name: str, part_time: bool, policy: Policy) -> str:
    """The blank file of that name; the answers have the sections of this policy, in its order.

    A policy may have blank files of its own, in `templates/blank`, whose sections stay as they are;
    raises ProblemsFound with the mistakes of one.
    """
    own = policy.folder / "templates" / _FOLDER
    for folder in (own, built_in_folder() / _FOLDER):
        for file in _names(name, part_time):
            if (folder / file).is_file():
                text = _text(folder / file)
                if folder != own and name == ANSWERS:
                    text = _outlined(text, part_time, policy)
                return "\n".join(_with_facts(text.split("\n"), policy))
    raise FileNotFoundError(name)


def _text(file: Path) -> str:
    """What a blank file says; raises ProblemsFound where nobody could fill it in."""
    text, problems = decoded(file.read_bytes(), str(file))
    if text is not None and not problems:
        _, problems = read(file)
    if text is None or problems:
        raise ProblemsFound(problems)
    return text


def for_editors(text: str) -> str:
    """The file with a first line by which editors find the schema that lies beside it.

    The YAML extension of VS Code reads it: a path from the file's own folder, and no network.
    """
    return f"# yaml-language-server: $schema={SCHEMA}\n{text}"


def comments(policy: Policy) -> dict[str, str]:
    """What the blank files say of each question, by dotted key."""
    said: dict[str, str] = {}
    for name in (ANSWERS, *_OTHERS):
        for part in Form(blank(name, False, policy), name).parts:
            for question in part.questions if isinstance(part, Items) else (part,):
                key = question.key.removesuffix("[]")
                said.setdefault(key, " ".join(question.comment))
    return {key: text for key, text in said.items() if text}


def _names(name: str, part_time: bool) -> tuple[str, ...]:
    of_part_time = f"{Path(name).stem}-part-time.yaml"
    return (of_part_time, name) if part_time else (name,)


def _outlined(text: str, part_time: bool, policy: Policy) -> str:
    """The parts of the file with the policy's sections among them: its headings, in its order."""
    first, *parts = (part.rstrip("\n") for part in _PART.split(text))
    written = {_block_of(part): part for part in parts}
    written |= {row.key: "\n".join(_own_section(row)) for row in own_sections(policy)}
    asked = [row.key for row in policy.sections]
    keys = [key for key in written if key not in asked]
    before = len(list(_until_section(map(_block_of, parts), asked)))
    sections = [
        _HEADING.sub(_heading(number, row, part_time), written[row.key], count=1)
        for number, row in enumerate(policy.sections, 1)
    ]
    front, back = keys[:before], keys[before:]
    ordered = [*(written[key] for key in front), *sections, *(written[key] for key in back)]
    return "\n\n\n".join((first, *ordered)) + "\n"


def _until_section(keys: Iterable[str], sections: Iterable[str]) -> Iterator[str]:
    for key in keys:
        if key in sections:
            return
        yield key


def _block_of(part: str) -> str:
    found = _BLOCK.search(part)
    return found[1] if found else ""


def _heading(number: int, row: OutlineRow, part_time: bool) -> str:
    title = (row.title_part_time if part_time else None) or row.title
    return f"# ---- {number}. {title} ----".replace("\\", r"\\")


def _own_section(row: OutlineRow) -> Iterator[str]:
    yield f"# ---- {row.key} ----"
    yield from _comment(row.asks, "")
    yield ""
    yield f"{row.key}:"
    for number, item in enumerate(row.items):
        yield from ("",) * bool(number)
        yield from _comment(sentence(item.asks), "  ")
        yield from _question(item)


def _question(item: Item) -> tuple[str, ...]:
    return (f"  {item.key}:", "    -") if item.list_ else (f"  {item.key}:",)


def _with_facts(lines: Iterable[str], policy: Policy) -> Iterator[str]:
    """The lines with what the policy says in the comments that name it."""
    for indent, group in groupby(lines, _indent):
        comment = list(group)
        said = " ".join(line.strip("# ") for line in comment) if indent is not None else ""
        if indent is not None and said == _QUESTIONS:
            yield from _readiness(policy, indent)
        elif indent is not None and _FACT.search(said):
            yield from _comment(Template(said).safe_substitute(_facts(policy)), indent)
        else:
            yield from comment


def _indent(line: str) -> str | None:
    """The spaces before a comment; None of any other line."""
    found = _COMMENT.fullmatch(line)
    return found[1] if found else None


def _facts(policy: Policy) -> dict[str, str]:
    keys = [row.key for row in policy.options]
    return {
        "refused_purposes": policy.identity.refused_purposes.strip(),
        "options": listed(keys, "or"),
        "pattern": next(iter(policy.patterns), "week-about"),
    }


def _readiness(policy: Policy, indent: str) -> Iterator[str]:
    for row in policy.readiness.questions:
        yield from _comment(row.question, indent)
        yield f"{indent}{row.key}:"


def _comment(text: str, indent: str) -> list[str]:
    sign = f"{indent}# "
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=sign,
        subsequent_indent=sign,
        break_on_hyphens=False,
    )
