"""The kinds of documents: from which template, of which blocks, and what each may carry inside."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from jobshare_docs.names import nearest

SECTIONS = (
    "purpose",
    "duties",
    "schedule",
    "communications",
    "space_and_equipment",
    "advantages_and_disadvantages",
    "partner",
    "precedents",
    "implementation",
)


class Reading(StrEnum):
    """Which of the terms a kind of document speaks of.

    A reply speaks of what is offered in a counter-offer, of what was agreed where an arrangement
    ends, else of what was asked.
    """

    ASKED = "asked"
    AGREED = "agreed"
    REPLIED = "replied"


class Need(StrEnum):
    """Whether a kind of document requires a block, or prints it if it is given."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Sheet(NamedTuple):
    """One Word template of a kind; `to_each` makes one document for each employee.

    `file` is where the template lies, if that is no folder of templates.
    """

    template: str
    to_each: bool = False
    file: Path | None = None

    def file_name(self, letter: str | None) -> str:
        """The name of the finished document, with the letter of the employee addressed."""
        name = self.file.stem if self.file else self.template.replace("_", "-")
        return f"{name}-{letter}.docx" if letter else f"{name}.docx"


class Kind(NamedTuple):
    """One kind of document.

    `needs` says which blocks it reads; a block that is not there is neither read nor required.
    `only` narrows what a required block must hold to some of its keys. `sheets` holds the templates
    by form, the first being the usual one. `speaks_of` says which terms are read. `has_sections`
    says that the sections of the outline are its headings. `embeds` names the blocks that a reader
    of the document may know. `kept_apart` says that it is private, and that nobody is told it is
    missing: it is made where a block is there that it is for. It can be made only where every fact
    in `only_where` holds; unless it is asked for by name, it is made only where a block or fact in
    `wanted_where` is there.
    """

    name: str
    makes: str
    needs: Mapping[str, Need]
    sheets: Mapping[str, Sheet]
    at_hand: frozenset[str]
    only: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    speaks_of: Reading = Reading.ASKED
    has_sections: bool = False
    embeds: tuple[str, ...] = ()
    kept_apart: bool = False
    only_where: frozenset[str] = frozenset()
    wanted_where: frozenset[str] | None = None

    @property
    def required(self) -> tuple[str, ...]:
        """The blocks that must be given."""
        return tuple(block for block, need in self.needs.items() if need is Need.REQUIRED)

    def requires(self, key: str) -> bool:
        """Whether a requirement of that dotted key concerns this kind."""
        block, _, item = key.partition(".")
        if self.needs.get(block) is not Need.REQUIRED:
            return False
        return block not in self.only or item in self.only[block]

    def sheet(self, form: str | None) -> Sheet:
        """The template of a form; the usual one where none is named.

        Raises ValueError with the nearest form where it has none of that name.
        """
        if form and form not in self.sheets:
            near = nearest(form, self.sheets) or ", ".join(filter(None, self.sheets)) or "none"
            raise ValueError(f"a {self.name} has no form '{form}'; nearest: {near}")
        return self.sheets[form] if form else next(iter(self.sheets.values()))


def _needs(required: str, optional: str = "") -> Mapping[str, Need]:
    needs = dict.fromkeys(required.split(), Need.REQUIRED)
    return MappingProxyType(needs | dict.fromkeys(optional.split(), Need.OPTIONAL))


PROPOSAL = Kind(
    name="proposal",
    makes="the proposal of nine sections that an employee hands to the supervisor",
    needs=_needs(" ".join(("position", "employees", *SECTIONS)), optional="organization"),
    sheets={"": Sheet("proposal")},
    at_hand=frozenset(SECTIONS),
    has_sections=True,
    embeds=("position", "employees", "organization", *SECTIONS),
)

LETTER = Kind(
    name="letter",
    makes="the written confirmation of the agreed terms: a letter of offer, a memo or an agreement",
    needs=_needs(
        "position employees organization purpose duties schedule confirmation",
        optional="communications",
    ),
    only={"purpose": ("request", "basis", "ends")},
    sheets={
        "offer": Sheet("letter_offer", to_each=True),
        "memo": Sheet("letter_memo", to_each=True),
        "agreement": Sheet("letter_agreement"),
    },
    at_hand=frozenset({"confirmation"}),
    speaks_of=Reading.AGREED,
)

SUMMARY = Kind(
    name="summary",
    makes="the arrangement on one page, for the team",
    needs=_needs(
        "position employees duties schedule communications",
        optional="organization purpose working_together confirmation",
    ),
    sheets={"": Sheet("summary")},
    at_hand=frozenset(),
    speaks_of=Reading.AGREED,
)

BENEFITS = Kind(
    name="benefits",
    makes="what the arrangement does to each employee's own pay and benefits",
    needs=_needs("position employees schedule", optional="organization purpose confirmation"),
    only={"schedule": ("weeks",)},
    sheets={"": Sheet("benefits", to_each=True)},
    at_hand=frozenset(),
    speaks_of=Reading.AGREED,
)

WORKSHEET = Kind(
    name="worksheet",
    makes="the employee's own reckoning, which nobody else is to read",
    needs=_needs("worksheet", optional="position employees purpose schedule"),
    sheets={"": Sheet("worksheet")},
    at_hand=frozenset({"worksheet"}),
    kept_apart=True,
)

REPLY = Kind(
    name="reply",
    makes="the employer's reply: received, a counter-offer, declined, or how it ends",
    needs=_needs(
        "position employees organization reply",
        optional="purpose duties schedule confirmation",
    ),
    sheets={"": Sheet("reply")},
    at_hand=frozenset({"reply"}),
    speaks_of=Reading.REPLIED,
    wanted_where=frozenset({"reply"}),
)

POSTING = Kind(
    name="posting",
    makes="the advertisement of the vacant share of a position",
    needs=_needs(
        "position employees organization duties schedule partner",
        optional="purpose posting confirmation reply",
    ),
    only={
        "duties": ("tasks", "tasks[].task", "tasks[].done_by"),
        "schedule": ("weeks",),
        "partner": ("experience_and_skills",),
    },
    sheets={"": Sheet("posting")},
    at_hand=frozenset({"posting"}),
    speaks_of=Reading.AGREED,
    only_where=frozenset({"job-share"}),
    wanted_where=frozenset({"posting", "no-partner"}),
)

CHANGEOVER = Kind(
    name="changeover",
    makes="a blank log for handing over, for the partners' own cycle and tasks",
    needs=_needs(
        "position employees duties schedule communications",
        optional="organization purpose implementation working_together confirmation",
    ),
    only={
        "duties": ("tasks", "tasks[].task", "tasks[].done_by"),
        "schedule": ("weeks",),
        "communications": ("with_partner", "handover"),
    },
    sheets={"": Sheet("changeover")},
    at_hand=frozenset(),
    speaks_of=Reading.AGREED,
    only_where=frozenset({"partner"}),
)

CATALOGUE: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            *(PROPOSAL, LETTER, SUMMARY, BENEFITS, WORKSHEET),
            *(REPLY, POSTING, CHANGEOVER),
        )
    }
)


def kind_named(kind: Kind | str) -> Kind:
    """The kind of that name, or the kind itself; raises ValueError with the nearest name."""
    if isinstance(kind, Kind):
        return kind
    if kind not in CATALOGUE:
        near = nearest(kind, CATALOGUE) or ", ".join(CATALOGUE)
        raise ValueError(f"there is no kind of document '{kind}'; nearest: {near}")
    return CATALOGUE[kind]
