"""From answers to finished documents, as bytes."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jobshare_docs.answers.answers import Answers
from jobshare_docs.archive import entries
from jobshare_docs.checks.answers import check
from jobshare_docs.documents.catalogue import Kind, Sheet, kind_named
from jobshare_docs.documents.inputs import digest_of_inputs
from jobshare_docs.documents.readable import readable
from jobshare_docs.documents.templates import Templates
from jobshare_docs.documents.values import ValuesOf
from jobshare_docs.embedded_answers import with_answers
from jobshare_docs.problems import Problem, ProblemsFound, errors
from jobshare_docs.stamp import Stamp, sealed_parts
from jobshare_docs.version import VERSION
from jobshare_docs.yaml_file.reading import MOST_BYTES
from jobshare_docs.yaml_file.writing import written


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made: a kind, in which form, for whom, and whether as a draft.

    `form` is one of the kind's sheets, None for the one that the answers name or the usual one;
    `to` is the letter of the only employee addressed, None for each. `embed` lets the document
    carry its answers, where its kind does; `level` is how hard it is deflated, zlib's 1 to 9.
    """

    kind: Kind
    today: date
    form: str | None = None
    to: str | None = None
    is_draft: bool = False
    templates: Templates = field(default_factory=Templates)
    embed: bool = True
    level: int = 6

    @property
    def manner(self) -> tuple[str, ...]:
        """What makes a document different although its answers are the same."""
        return ("draft" if self.is_draft else "", "" if self.embed else "without answers")


def order(kind: str, today: date, **details: Any) -> Order:
    """The order of a kind by its name, `proposal`, `letter` or `summary`; details as in `Order`.

    Raises ValueError where there is no such kind.
    """
    return Order(kind_named(kind), today, **details)


def render(answers: Answers, order: Order) -> dict[str, bytes]:
    """The documents by file name, each stamped; raises ProblemsFound where anything is wrong.

    An error in the answers stops every document; a draft is made all the same of what is there, if
    nothing but missing values stands against it.
    """
    found = errors(check(answers, order.kind, missing_is_wrong=not order.is_draft))
    if found:
        raise ProblemsFound(found)
    sheet = _sheet(answers, order)
    return {
        sheet.file_name(letter): _document(answers, order, sheet, letter)
        for letter in _addressed(answers, order, sheet)
    }


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
            raise _refused(answers, "this form is one document for all parties: address nobody")
        return [None]
    if order.to is not None and order.to not in people:
        there = " and ".join(people)
        raise _refused(answers, f"there is no employee {order.to} to write to, only {there}")
    return [letter for letter in people if order.to in (None, letter)]


def _refused(answers: Answers, message: str) -> ProblemsFound:
    return ProblemsFound([Problem(answers.home, message)])


def _document(answers: Answers, order: Order, sheet: Sheet, letter: str | None) -> bytes:
    values = ValuesOf(
        answers=answers,
        kind=order.kind,
        sentences=order.templates.sentences(),
        today=order.today,
        addressed=letter,
        is_draft=order.is_draft,
    )
    document = order.templates.template(sheet).render(values(), order.level)
    carried = written(readable(values.terms.tree, order.kind, letter))
    parts = with_answers(entries(document), carried if _embeds(order, carried) else None)
    stamp = _stamp(answers, order, sheet, letter, carried)
    return sealed_parts(parts, stamp, with_text=order.kind.has_sections)


def _embeds(order: Order, carried: str) -> bool:
    """Whether the document carries its answers; more than can be read again are left out."""
    return order.embed and bool(order.kind.embeds) and len(carried.encode()) <= MOST_BYTES


def _stamp(answers: Answers, order: Order, sheet: Sheet, letter: str | None, carried: str) -> Stamp:
    policy = f"{answers.policy.identity.name} {answers.policy.identity.version}"
    templates = order.templates
    said = (order.kind.name, letter or "", order.today.isoformat(), policy, *order.manner)
    files = (templates.file_of(sheet), templates.wording())
    inputs = digest_of_inputs(said, carried, files)
    return Stamp(order.kind.name, VERSION, policy, order.today, inputs)
