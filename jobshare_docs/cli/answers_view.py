"""What `check` says of answers besides the problems: how each section and each document stands."""

from collections.abc import Iterable, Iterator

import click

from jobshare_docs.answers.answers import Answers
from jobshare_docs.checks.answers import check, missing_in
from jobshare_docs.cli.painting import state
from jobshare_docs.documents.catalogue import Kind
from jobshare_docs.documents.needs import kinds_at_hand, kinds_to_speak_of
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.rows import OutlineRow
from jobshare_docs.problems import Problem, errors

_WIDTH = 34
_COMPLETE = "complete"


def state_lines(answers: Answers, kind: Kind | None, problems: Iterable[Problem]) -> Iterator[str]:
    """A table of the sections at hand, then one of the documents that may be made of them."""
    yield _line("Section", "")
    yield from _sections(answers, kind, list(problems))
    yield ""
    yield _line("Document", "")
    yield from _documents(answers)


def _sections(answers: Answers, kind: Kind | None, problems: list[Problem]) -> Iterator[str]:
    kinds = [kind] if kind else kinds_at_hand(answers.asked)
    missing = {problem for one in kinds for problem in missing_in(answers, one)}
    required = {block for one in kinds for block in one.required}
    for row in _rows(answers.policy):
        own = [problem for problem in problems if problem.field.partition(".")[0] == row.key]
        if own or row.key in required or answers.asked.gives(row.key):
            yield _line(_title(row, answers), _stands(own, missing))


def _rows(policy: Policy) -> list[OutlineRow]:
    """The blocks in the order of the outline, what the terms ask besides last; each once."""
    rows: dict[str, OutlineRow] = {}
    for row in (*policy.front, *policy.sections, *policy.terms):
        rows.setdefault(row.key, row)
    return list(rows.values())


def _title(row: OutlineRow, answers: Answers) -> str:
    """The heading of a section; the name of a block that has none."""
    part_time = answers.asked.arrangement.is_part_time and row.title_part_time
    return part_time or row.title or row.key.replace("_", " ").capitalize()


def _stands(own: list[Problem], missing: set[Problem]) -> str:
    """How a section stands, by what was found in it."""
    lacking = [problem for problem in own if problem in missing]
    wrong = [problem for problem in errors(own) if problem not in missing]
    warnings = [problem for problem in own if not problem.is_error]
    counts = ((lacking, "missing"), (wrong, "wrong"), (warnings, "warning"))
    said = [f"{len(found)} {_noun(word, len(found))}" for found, word in counts if found]
    if len(said) == 1 and warnings:
        return f"{_COMPLETE}, {said[0]}"
    return ", ".join(said) or _COMPLETE


def _noun(word: str, count: int) -> str:
    return f"{word}s" if word == "warning" and count > 1 else word


def _documents(answers: Answers) -> Iterator[str]:
    for kind in kinds_to_speak_of(answers.asked):
        count = len(missing_in(answers, kind))
        wrong = len(errors(check(answers, kind, missing_is_wrong=False)))
        lacking = f"{count or 'nothing'} missing"
        said = f"{lacking}, {wrong} wrong" if wrong else lacking
        yield _line(kind.name, said if count or wrong else _COMPLETE)


def _line(name: str, said: str) -> str:
    shown = name if len(name) < _WIDTH else f"{name[: _WIDTH - 2]}\u2026"
    return f"{shown:<{_WIDTH}}{state(said)}" if said else click.style(shown, bold=True)
