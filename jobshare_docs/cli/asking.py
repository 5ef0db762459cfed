"""The questions of a form asked one after another in the terminal, each answer checked at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import count, dropwhile

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.validation import ValidationError, Validator

from jobshare_docs.answers.contradictions import contradiction
from jobshare_docs.answers.form import Form, Items, Question
from jobshare_docs.answers.form_filling import filled
from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.answers.questions import has_lines, mistake_in, readers_of, words_of
from jobshare_docs.blocks.readers import Reader
from jobshare_docs.names import nearest
from jobshare_docs.policy.policy import Policy

HOW = (
    "Enter goes on: it keeps what stands there, and leaves open what you do not know yet. Tab shows"
    " the words to choose from. In a text, Alt-Enter (or Esc, then Enter) begins a new line."
    " Every answer is kept at once; Ctrl-C ends the questions."
)
_PATTERN = "schedule.pattern"
_NAME = "name"
_KEYS = "Enter: go on    {other}Ctrl-C: end and keep"
# Questions that only some answers to another one raise.
_ONLY_AFTER = {
    "purpose.ends": ("purpose.basis", ("trial", "time-bound")),
    "duties.tasks[].by_whom": ("duties.tasks[].done_by", ("other",)),
}

Given = dict[str, str]
_Asked = tuple[Question, str]
"""A question and the dotted key of its answer, which names the item."""


def asked(
    form: Form,
    policy: Policy,
    given: Mapping[str, str],
    keep: Callable[[Given], None],
    session: "PromptSession[str] | None" = None,
) -> Given | None:
    """What is answered to the questions of a form, by dotted key; None where Ctrl-C ends it.

    It goes on after the last of the answers that are `given` already. Each one goes to `keep` as
    soon as it is there. `session` is where the questions are asked: the terminal, unless another is
    given.
    """
    asking = _Asking(form, policy, session or PromptSession(), keep, dict(given))
    try:
        asking.ask()
    except (KeyboardInterrupt, EOFError):
        return None
    return asking.given


@dataclass
class _Asking:
    """A form on its way through the terminal, and what was given so far."""

    form: Form
    policy: Policy
    session: "PromptSession[str]"
    keep: Callable[[Given], None]
    given: Given = field(default_factory=dict)
    heading: str = ""

    def __post_init__(self) -> None:
        self.readers: Mapping[str, Reader] = dict(readers_of(blocks_of(self.policy)))
        self.instead = {
            need.alternative: need.key for need in self.policy.requirements if need.alternative
        }

    def ask(self) -> None:
        """Ask every question in the order of the file, from the first that is still to come."""
        answered = [key for question, key in self._questions() if self._is_answered(question, key)]
        still = self._questions()
        if answered:
            click.echo(
                f"\nYou have answers already, and are going on after: {_label(answered[-1])}"
            )
            still = dropwhile(lambda each: each[1] != answered[-1], still)
            next(still)
        for question, key in still:
            self._ask_one(question, key)

    def _questions(self) -> Iterator[_Asked]:
        """The questions, of which later ones hang on what is answered to those before."""
        for part in self.form.parts:
            if isinstance(part, Items):
                yield from self._of_items(part.questions)
            elif part.repeats:
                yield from self._of_items((part,))
            elif not self._is_needless(part.key):
                yield part, part.key

    def _of_items(self, questions: tuple[Question, ...]) -> Iterator[_Asked]:
        """One item after another, until the first question of one is left empty."""
        first, *others = questions
        for number in count():
            yield first, _numbered(first.key, number)
            if _numbered(first.key, number) not in self.given:
                return
            for question in others:
                if not self._is_needless(question.key, number):
                    yield question, _numbered(question.key, number)

    def _ask_one(self, question: Question, key: str) -> None:
        self._say_heading(question.line)
        if key == _numbered(question.key, 0):
            for line in question.comment:
                click.secho(f"  {line}", dim=True)
        answer = self._answer(question, key)
        if answer or question.default:
            self.given[key] = answer
            self.keep(self.given)

    def _answer(self, question: Question, key: str) -> str:
        reader, words = self.readers[question.key], self._words(question)
        in_lines = has_lines(reader)
        other = (
            "Alt-Enter: new line    "
            if in_lines
            else "Tab: what to choose from    "
            if words
            else ""
        )
        return self.session.prompt(
            f"{_label(key)}: ",
            default=self.given.get(key, question.default),
            validator=_Check(partial(self._mistake, question, key)),
            validate_while_typing=False,
            completer=WordCompleter(words, sentence=True, ignore_case=True),
            key_bindings=_NEW_LINE if in_lines else _NONE,
            bottom_toolbar=_KEYS.format(other=other),
            prompt_continuation=_below,
        ).strip()

    def _mistake(self, question: Question, key: str, text: str) -> str | None:
        """What is wrong with an answer alone, or with it beside those that are given."""
        names = self.policy.patterns if question.key == _PATTERN else ()
        if names and text not in names:
            near = nearest(text, names)
            return f"there is none called '{text}'; " + (
                f"nearest: '{near}'" if near else "Tab shows their names"
            )
        wrong = mistake_in(text, self.readers[question.key])
        return wrong or contradiction(filled(self.form, self.given | {key: text}), key, self.policy)

    def _is_answered(self, question: Question, key: str) -> bool:
        return self.given.get(key, question.default) != question.default

    def _is_needless(self, key: str, number: int = 0) -> bool:
        """What the policy takes as well as another answer, and what describes nobody.

        Where the name of a person was asked and left empty, the rest is not asked; nor is what
        hangs on another answer, where that is given and is not one of those.
        """
        block, _, item = key.rpartition(".")
        other = self.instead.get(key, "")
        if other and any(one.startswith(other) for one in self.given):
            return True
        before, words = _ONLY_AFTER.get(key, ("", ()))
        if words and self.given.get(_numbered(before, number), words[0]).casefold() not in words:
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
            for why in self.form.why(line):
                click.secho(f"  {why}", italic=True)


class _Check(Validator):
    """Holds an answer to what is asked; nothing at all is always right."""

    def __init__(self, mistake: Callable[[str], str | None]) -> None:
        self.mistake = mistake

    def validate(self, document: Document) -> None:
        """Raise ValidationError in words for the person who types."""
        text = document.text.strip()
        wrong = self.mistake(text) if text else None
        if wrong:
            raise ValidationError(len(document.text), wrong)


def _below(width: int, line: int, wrapped: int) -> str:
    """What stands before a further line of an answer."""
    return " " * width


def _with_new_line() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("escape", "enter")
    def begin_a_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys


_NEW_LINE, _NONE = _with_new_line(), KeyBindings()


def _numbered(key: str, number: int) -> str:
    return key.replace("[]", f"[{number}]")


def _label(key: str) -> str:
    """What is asked, as short as it can be: `duties, tasks 2, done by`."""
    steps = key.replace("_", " ").split(".")[1:] or [key]
    return ", ".join(_counted(step) for step in steps)


def _counted(step: str) -> str:
    name, _, number = step.rstrip("]").partition("[")
    return f"{name} {int(number) + 1}" if number else name
