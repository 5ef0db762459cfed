"""The questions of a form asked one after another in the terminal, each answer checked at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.validation import ValidationError, Validator

from jobshare_docs.answers.form import Form, Items, Question
from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.answers.questions import mistake_in, readers_of, words_of
from jobshare_docs.blocks.readers import Reader
from jobshare_docs.policy.policy import Policy

_HOW = (
    "Enter goes on: it keeps what stands there, and leaves open what you do not know yet. Tab shows"
    " the words to choose from. Ctrl-C ends it and keeps what you gave so far."
)
_PATTERN = "schedule.pattern"
_NAME = "name"


def asked(
    form: Form, policy: Policy, session: "PromptSession[str] | None" = None
) -> dict[str, str]:
    """What is answered to the questions of a form, by dotted key, until the end or Ctrl-C.

    `session` is where the questions are asked: the terminal, unless another is given.
    """
    asking = _Asking(form, policy, session or PromptSession())
    click.echo(_HOW)
    try:
        asking.ask()
    except (KeyboardInterrupt, EOFError):
        click.echo("\nEnded here: what you gave so far is kept.")
    return asking.given


@dataclass
class _Asking:
    """A form on its way through the terminal, and what was given so far."""

    form: Form
    policy: Policy
    session: "PromptSession[str]"
    given: dict[str, str] = field(default_factory=dict)
    heading: str = ""

    def __post_init__(self) -> None:
        self.readers: Mapping[str, Reader] = dict(readers_of(blocks_of(self.policy)))
        self.instead = {
            need.alternative: need.key for need in self.policy.requirements if need.alternative
        }

    def ask(self) -> None:
        """Ask every question in the order of the file."""
        for part in self.form.parts:
            self._say_heading(part.first if isinstance(part, Items) else part.line)
            if isinstance(part, Items):
                self._ask_items(part)
            elif part.repeats:
                self._ask_again(part)
            elif not self._is_needless(part):
                self._ask_one(part, part.key)

    def _ask_items(self, items: Items) -> None:
        """One item after another, until the first question of one is left empty."""
        first, *others = items.questions
        for number in _numbers():
            if not self._ask_one(first, _numbered(first.key, number), is_first=not number):
                return
            for question in others:
                self._ask_one(question, _numbered(question.key, number), is_first=not number)

    def _ask_again(self, question: Question) -> None:
        """One text after another, until one is left empty."""
        for number in _numbers():
            key = _numbered(question.key, number)
            if not self._ask_one(question, key, is_first=not number):
                return

    def _ask_one(self, question: Question, key: str, is_first: bool = True) -> str:
        if is_first:
            for line in question.comment:
                click.secho(f"  {line}", dim=True)
        answer = self.session.prompt(
            f"{_label(key)}: ",
            default=question.default,
            validator=_Check(self.readers[question.key]),
            validate_while_typing=False,
            completer=WordCompleter(self._words(question)),
        ).strip()
        if answer or question.default:
            self.given[key] = answer
        return answer

    def _is_needless(self, question: Question) -> bool:
        """What the policy takes as well as another answer, and what describes nobody.

        Where the name of a person was asked and left empty, the rest is not asked.
        """
        block, _, item = question.key.rpartition(".")
        other = self.instead.get(question.key, "")
        if other and any(key.startswith(other) for key in self.given):
            return True
        name = f"{block}.{_NAME}"
        is_of_a_person = "." in block and item != _NAME and self._was_asked(name)
        return is_of_a_person and name not in self.given

    def _was_asked(self, key: str) -> bool:
        return any(part.key == key for part in self.form.parts)

    def _words(self, question: Question) -> list[str]:
        if question.key == _PATTERN:
            return list(self.policy.patterns)
        return list(words_of(self.readers[question.key]))

    def _say_heading(self, line: int) -> None:
        heading = self.form.heading(line)
        if heading != self.heading:
            self.heading = heading
            click.secho(f"\n{heading}", bold=True)


class _Check(Validator):
    """Holds an answer to what reads it; nothing at all is always right."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def validate(self, document: Document) -> None:
        """Raise ValidationError in words for the person who types."""
        text = document.text.strip()
        wrong = mistake_in(text, self.reader) if text else None
        if wrong:
            raise ValidationError(len(document.text), wrong)


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def _numbered(key: str, number: int) -> str:
    return key.replace("[]", f"[{number}]")


def _label(key: str) -> str:
    """What is asked, as short as it can be: `duties, tasks 2, done by`."""
    steps = key.replace("_", " ").split(".")[1:] or [key]
    return ", ".join(_counted(step) for step in steps)


def _counted(step: str) -> str:
    name, _, number = step.rstrip("]").partition("[")
    return f"{name} {int(number) + 1}" if number else name
