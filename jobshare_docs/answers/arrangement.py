"""One job-share arrangement: every block that an answers file may hold."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from jobshare_docs.answers.block import Section
from jobshare_docs.answers.people import Employee, Employees, Organization, Position
from jobshare_docs.answers.rota import Schedule
from jobshare_docs.answers.sections import (
    AdvantagesAndDisadvantages,
    Basis,
    Communications,
    Duties,
    Implementation,
    Partner,
    Precedents,
    Purpose,
    Request,
    SpaceAndEquipment,
    WorkingTogether,
)
from jobshare_docs.answers.terms import (
    Confirmation,
    EndingCause,
    Outcome,
    ReplacementReason,
    Reply,
    Sections,
)
from jobshare_docs.answers.worksheet import Posting, Worksheet
from jobshare_docs.blocks import Block

BLOCKS: Mapping[str, type[Block]] = {
    "position": Position,
    "employees": Employees,
    "organization": Organization,
    "purpose": Purpose,
    "duties": Duties,
    "schedule": Schedule,
    "communications": Communications,
    "space_and_equipment": SpaceAndEquipment,
    "advantages_and_disadvantages": AdvantagesAndDisadvantages,
    "partner": Partner,
    "precedents": Precedents,
    "implementation": Implementation,
    "working_together": WorkingTogether,
    "confirmation": Confirmation,
    "reply": Reply,
    "posting": Posting,
    "worksheet": Worksheet,
}


_KNOWN_FACTS = (
    *("part-time", "job-share", "partner", "no-partner", "long-cycle"),
    *("permanent", "trial", "time-bound", "ends"),
)
FACTS: frozenset[str] = frozenset((*_KNOWN_FACTS, *Outcome, *EndingCause, *ReplacementReason))
"""Every fact on which a requirement may depend."""


class Arrangement(Sections):
    """The blocks that were given and could be read; the others are None.

    `own` holds the sections that this employer's policy alone has.
    """

    employees: Employees | None = None
    organization: Organization | None = None
    confirmation: Confirmation | None = None
    reply: Reply | None = None
    posting: Posting | None = None
    worksheet: Worksheet | None = None
    own: Mapping[str, Section] = MappingProxyType({})

    def block(self, name: str) -> Block | None:
        """The block of that key, None where it is not given."""
        found: Block | None = self.own.get(name) if name in self.own else getattr(self, name, None)
        return found

    @property
    def people(self) -> dict[str, Employee]:
        """The employees by letter: one or two, none where the block is absent."""
        return self.employees.present if self.employees else {}

    @property
    def is_part_time(self) -> bool:
        """Whether one employee alone asks for part-time work."""
        return self.purpose is not None and self.purpose.request is Request.PART_TIME

    @property
    def incumbent(self) -> str | None:
        """The letter of the employee who holds the full-time position today."""
        return next((letter for letter, who in self.people.items() if who.incumbent), None)

    @property
    def basis(self) -> Basis | None:
        """How long the arrangement is meant to last."""
        return self.purpose.basis if self.purpose else None

    @property
    def agreed_purpose(self) -> Purpose:
        """The basis and the end as confirmed, where these differ from what was asked."""
        changes = self.confirmation.agreed if self.confirmation else None
        asked, agreed = self.purpose or Purpose(), (changes and changes.purpose) or Purpose()
        ends = None if agreed.basis is Basis.PERMANENT else asked.ends
        return Purpose(basis=agreed.basis or asked.basis, ends=agreed.ends or ends)

    @property
    def starts(self) -> date | None:
        """The first day: the confirmed one, else the one the employee prefers."""
        effective = self.confirmation.effective if self.confirmation else None
        preferred = self.implementation.preferred_date if self.implementation else None
        return (effective.date if effective else None) or preferred

    @property
    def given(self) -> frozenset[str]:
        """The keys of the blocks that are there."""
        return frozenset(name for name in (*BLOCKS, *self.own) if self.block(name) is not None)

    @property
    def facts(self) -> frozenset[str]:
        """The facts on which requirements depend, by the names that a policy's data uses."""
        part_time, partner = self.is_part_time, "B" in self.people
        basis = self.basis
        known = {
            "part-time": part_time,
            "job-share": not part_time,
            "partner": partner and not part_time,
            "no-partner": not partner and not part_time,
            "permanent": basis is Basis.PERMANENT,
            "trial": basis is Basis.TRIAL,
            "time-bound": basis is Basis.TIME_BOUND,
            "ends": basis in (Basis.TRIAL, Basis.TIME_BOUND),
            "long-cycle": False,
        }
        return frozenset(name for name, holds in known.items() if holds) | self._facts_of_employer

    @property
    def _facts_of_employer(self) -> frozenset[str]:
        """What is replied, why it ends or is confirmed anew, by the words of the answers."""
        outcome = self.reply.outcome if self.reply else None
        ending = self.reply.ending if self.reply and outcome is Outcome.ENDING else None
        cause = ending.cause if ending else None
        replaces = self.confirmation.replaces if self.confirmation else None
        reason = replaces.reason if replaces else None
        return frozenset(word.value for word in (outcome, cause, reason) if word)
