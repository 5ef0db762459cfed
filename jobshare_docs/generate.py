"""From answers to finished documents, as bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from jobshare_docs.answers.answers import Answers
from jobshare_docs.checks.answers import check
from jobshare_docs.documents.catalogue import Kind, Sheet, kind_named
from jobshare_docs.documents.inputs import digest_of_inputs, mark_of_policy
from jobshare_docs.documents.letterhead import letterhead_of, mark_of_logo
from jobshare_docs.documents.outline import under
from jobshare_docs.documents.readable import readable
from jobshare_docs.documents.templates import Templates, built_in_folder
from jobshare_docs.documents.values import ValuesOf
from jobshare_docs.embedded_answers import with_answers
from jobshare_docs.letterhead.letterhead import Letterhead
from jobshare_docs.locale_text import written_in
from jobshare_docs.policy.loading import BUILT_IN
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.stamp import Stamp, sealed_parts
from jobshare_docs.version import VERSION
from jobshare_docs.yaml_file import Mapping
from jobshare_docs.yaml_file.reading import MOST_BYTES
from jobshare_docs.yaml_file.writing import essence, written


class Order(NamedTuple):
    """What is to be made: a kind, in which form, for whom, and whether as a draft.

    `form` is one of the kind's sheets, None for the one that the answers name or the usual one;
    `to` is the letter of the only employee addressed, None for each. `draft` makes it although
    something is missing, with a box that says what belongs there. `embed` lets the document
    carry its answers, where its kind does; `level` is how hard it is deflated, zlib's 1 to 9.
    """

    kind: Kind
    today: date
    form: str | None = None
    to: str | None = None
    draft: bool = False
    templates: Templates = Templates()
    embed: bool = True
    level: int = 6

    @property
    def manner(self) -> tuple[str, ...]:
        """What makes a document different although its answers are the same."""
        return ("draft" if self.draft else "", "" if self.embed else "without answers")

    def under(self, policy: Policy) -> "Order":
        """The same, with the sections and the templates that a policy has of its own."""
        return self._replace(kind=under(self.kind, policy), templates=self.templates.under(policy))


def order(
    kind: str,
    today: date,
    *,
    form: str | None = None,
    to: str | None = None,
    draft: bool = False,
    **details: Any,
) -> Order:
    """The order of a kind by its name, `proposal`, `letter` or `summary`; details as in `Order`.

    Raises ValueError where there is no such kind, form or employee, and TypeError where `today` is
    no date.
    """
    named = kind_named(kind)
    if not isinstance(today, date) or isinstance(today, datetime):
        raise TypeError(f"today is {today!r}, and has to be a date: date(2027, 1, 4)")
    if form is not None:
        named.sheet(form)
    if to not in (None, "A", "B"):
        raise ValueError(f"there is no employee {to!r}: 'to' is 'A' or 'B', or None for each")
    return Order(named, today, form, to, draft, **details)


def render(answers: Answers, order: Order) -> dict[str, bytes]:
    """The documents by file name, each stamped; raises ProblemsFound where anything is wrong.

    An error in the answers stops every document; a draft is made all the same of what is there, if
    nothing but missing values stands against it.
    """
    found = errors(check(answers, order.kind, missing_is_wrong=not order.draft))
    if found:
        raise ProblemsFound(found)
    return {planned.file_name: planned.made() for planned in plan(answers, order)}


def plan(answers: Answers, order: Order) -> "list[Planned]":
    """The documents that an order asks for of answers that were checked, before any is made.

    Raises ProblemsFound where it is addressed to nobody there, or where the template lacks a
    heading of another employer's outline.
    """
    order = order.under(answers.policy)
    sheet = _sheet(answers, order)
    if order.kind.has_sections and answers.policy.folder != BUILT_IN:
        _hold_to_outline(order.templates.file_of(sheet), answers.policy)
    letters = _addressed(answers, order, sheet)
    values = ValuesOf(answers, order.kind, order.templates.sentences(), order.today, order.draft)
    return [Planned(answers, order, sheet, letter, values) for letter in letters]


def _hold_to_outline(template: Path, policy: Policy) -> None:
    """No section is left out because the template in use was made for another policy."""
    from jobshare_docs.checks.templates import missing_headings  # most have the built-in policy

    problems = list(missing_headings(template, policy))
    if problems:
        raise ProblemsFound([*problems, *_copy_to_change(template, policy)])


def _copy_to_change(template: Path, policy: Policy) -> Iterator[Problem]:
    """Where to change a template that is everybody's, and would be lost with the next version."""
    if template.parent == built_in_folder():
        own = policy.folder / "templates" / template.name
        message = f"this is the built-in template: copy it to {own} and change the copy"
        yield Problem(str(template), message)


def _sheet(answers: Answers, order: Order) -> Sheet:
    """The template of the order: the form asked for, else the one that the answers name."""
    confirmation = answers.agreed.arrangement.confirmation
    named = confirmation.form.value if confirmation and confirmation.form else None
    return order.kind.sheet(order.form or (named if named in order.kind.sheets else None))


def _addressed(answers: Answers, order: Order, sheet: Sheet) -> list[str | None]:
    """The letters of those to whom one document each goes; None for a document of all."""
    people = list(answers.agreed.arrangement.people)
    if not sheet.to_each:
        if order.to is not None:
            raise _refused(answers, "this form is one document for all parties: leave out --to")
        return [None]
    if order.to is not None and order.to not in people:
        there = " and ".join(people)
        raise _refused(answers, f"there is no employee {order.to} to write to, only {there}")
    return [letter for letter in people if order.to in (None, letter)]


def _refused(answers: Answers, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(answers.home, message)])


@dataclass(frozen=True)
class Planned:
    """One document that can be made: of which template, and for whom."""

    answers: Answers
    order: Order
    sheet: Sheet
    letter: str | None
    values: ValuesOf

    @property
    def file_name(self) -> str:
        """What the document is called where nothing else is said."""
        return self.sheet.file_name(self.letter)

    def made(self) -> bytes:
        """The document; raises ProblemsFound where the template fails on these answers."""
        order = self.order
        template = order.templates.template(self.sheet, self._letterhead)
        with written_in(self.answers.policy.identity.locale):
            document = template.parts(self.values(self.letter), order.level)
        parts = with_answers(document, self._carried())
        return sealed_parts(parts, self.stamp, with_text=order.kind.has_sections)

    @cached_property
    def stamp(self) -> Stamp:
        """What the document will say of itself, but for its fingerprints."""
        order, identity = self.order, self.answers.policy.identity
        policy = f"{identity.name} {identity.version}"
        about = (order.kind.name, self.letter or "", order.today.isoformat(), policy)
        templates = order.templates
        own = templates.letterhead_for(self.sheet)
        files = (templates.file_of(self.sheet), *templates.wording(), *([own] if own else ()))
        rules = mark_of_policy(self.answers.policy)
        said = (*about, rules, *order.manner, *mark_of_logo(self._letterhead))
        inputs = digest_of_inputs(said, essence(self._known), files)
        return Stamp(order.kind.name, VERSION, policy, order.today, inputs)

    @cached_property
    def _letterhead(self) -> Letterhead:
        return letterhead_of(self.values.terms, self.order.kind)

    @cached_property
    def _known(self) -> Mapping:
        """The answers that its reader may know."""
        return readable(self.values.terms.tree, self.order.kind, self.letter)

    def _carried(self) -> str | None:
        """The answers that it carries, as YAML; more than can be read again are left out."""
        if not (self.order.embed and self.order.kind.embeds):
            return None
        text = written(self._known)
        return text if len(text.encode()) <= MOST_BYTES else None
