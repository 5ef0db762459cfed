"""The values that every template is filled with, made from one arrangement."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.cycle import full_time_day
from jobshare_docs.answers.own_sections import blocks_of, own_sections
from jobshare_docs.answers.sections import FOR_TWO
from jobshare_docs.answers.starting import effective_of, first_weeks_of
from jobshare_docs.answers.terms import Sections
from jobshare_docs.documents import letter
from jobshare_docs.documents.benefits import benefits
from jobshare_docs.documents.catalogue import CHANGEOVER, POSTING, WORKSHEET, Kind, Reading
from jobshare_docs.documents.changeover import changeover, no_changeover
from jobshare_docs.documents.clauses import clauses
from jobshare_docs.documents.differences import (
    confirmed_differences,
    rota_difference,
    task_differences,
    written_differences,
)
from jobshare_docs.documents.draft import draft
from jobshare_docs.documents.duties import duties, partner_names
from jobshare_docs.documents.grid import GridWriter, dated_week, told_of
from jobshare_docs.documents.needs import terms_of
from jobshare_docs.documents.people import awaited, initials_of, people, returning
from jobshare_docs.documents.plain import Absent, plain
from jobshare_docs.documents.posting import nameless, no_posting, posting
from jobshare_docs.documents.reckoned import reckoned
from jobshare_docs.documents.reply import reply
from jobshare_docs.documents.request import statement_of_request
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.documents.told import Teller
from jobshare_docs.documents.worksheet import no_worksheet, worksheet
from jobshare_docs.policy.policy import Policy

# Blocks that templates read as they are; those that hold pay or private things are made over.
_AS_WRITTEN = (
    *("organization", "communications", "space_and_equipment", "partner", "precedents"),
    *("implementation", "working_together"),
)


@dataclass(frozen=True)
class ValuesOf:
    """Gathers the values of one arrangement for one kind of document."""

    answers: Answers
    kind: Kind
    sentences: Sentences
    today: date
    is_draft: bool = False

    def __call__(self, addressed: str | None = None) -> dict[str, Any]:
        """Every name a template may use, in a document to the employee of that letter, if any."""
        return self._common | self._of_letter(addressed)

    @cached_property
    def terms(self) -> Terms:
        """The terms that the kind speaks of."""
        return terms_of(self.answers, self.kind)

    @property
    def arrangement(self) -> Arrangement:
        """The arrangement in those terms."""
        return self.terms.arrangement

    @cached_property
    def people(self) -> dict[str, Any]:
        """A and B as templates name them."""
        return people(self.arrangement, self.terms.reckoning)

    @cached_property
    def writer(self) -> GridWriter:
        """Writes the days of the rota."""
        return GridWriter(self._initials(), self.sentences)

    def _initials(self) -> dict[str, str]:
        if self.kind is POSTING:
            return nameless(self.arrangement, self.sentences)
        return initials_of(self.arrangement)

    @cached_property
    def _common(self) -> dict[str, Any]:
        """What is the same whomever a document addresses."""
        return self._of_answers() | self._apart()

    def _of_answers(self) -> dict[str, Any]:
        terms = self.arrangement
        return {
            "today": self.today,
            "job_share": not terms.is_part_time,
            "part_time": terms.is_part_time,
            "position": _without(self._block("position"), "full_time_salary"),
            "employees": self.people,
            "purpose": _without(self._block("purpose"), "other_paid_work", "declaration"),
            "duties": duties(terms, self.sentences),
            "schedule": _without(self._block("schedule"), "weeks"),
            "advantages_and_disadvantages": self._advantages(),
            "statement_of_request": statement_of_request(terms, self.sentences),
            "policy": policy_values(self.answers.policy, self._full_time_day),
        } | {name: self._block(name) for name in (*_AS_WRITTEN, *self._own)}

    @property
    def _full_time_day(self) -> Fraction:
        return full_time_day(self.arrangement, self.answers.policy)

    @property
    def _asked(self) -> Arrangement:
        """The arrangement as it was asked for."""
        return self.answers.asked.arrangement

    @property
    def _own(self) -> tuple[str, ...]:
        """The sections that this policy alone has."""
        return tuple(row.key for row in own_sections(self.answers.policy))

    def _of_letter(self, here: str | None) -> dict[str, Any]:
        terms = self.arrangement
        gives_up = [who for who in self.people if letter.gives_up_full_time(self.terms, who)]
        return {
            "employee": letter.addressed(terms, here, self.people[here])
            if here
            else letter.nobody(self.people["A"]),
            "partner_employee": self._partner(here),
            "gives_up_full_time": here in gives_up,
            "replacing": letter.replacing(terms, here),
            "signs_anew": letter.signs_anew(terms, self._asked, here),
            "starting_apart": letter.starting_apart(terms),
            "awaited": awaited(terms),
            "returning": returning(terms),
            "giving_up": [self.people[who]["name"] for who in gives_up],
            "benefits": benefits(self.terms, here),
            "reckoned": self._reckoned_for(here),
            "differences": [*self._differences, *self._otherwise_settled(here)],
        }

    def _worksheet(self) -> dict[str, Any]:
        """The private worksheet; no other kind reads any of it."""
        if self.kind is not WORKSHEET:
            return no_worksheet()
        return worksheet(self.terms, self.sentences)

    def _apart(self) -> dict[str, Any]:
        return {
            "draft": self._draft(),
            "worksheet": self._worksheet(),
            "reply": reply(self.answers.asked, self.terms, self.sentences),
            "posting": posting(self.terms) if self.kind is POSTING else no_posting(),
            "changeover": self._changeover(),
            "confirmation": letter.confirmation(self.arrangement, self._asked),
        }

    def _changeover(self) -> dict[str, Any]:
        if self.kind is not CHANGEOVER:
            return no_changeover()
        names = partner_names(self.arrangement, self.sentences)
        return changeover(self.terms, names, self.writer, self.today)

    def _partner(self, addressed: str | None) -> dict[str, Any]:
        other: dict[str, Any] = self.people["A" if addressed == "B" else "B"]
        return other if addressed else Absent(other)

    def _block(self, name: str) -> dict[str, Any]:
        values = plain(blocks_of(self.answers.policy)[name], self.arrangement.block(name))
        for field in FOR_TWO if self.arrangement.is_part_time else ():
            block, _, key = field.partition(".")
            if block == name:
                values[key] = [] if isinstance(values[key], list) else None
        return values

    def _advantages(self) -> dict[str, Any]:
        values = self._block("advantages_and_disadvantages")
        rows = values["advantages"]
        values["advantages"] = [row["advantage"] for row in rows if row["to"] == "organization"]
        values["advantages_to_employees"] = [
            row["advantage"] for row in rows if row["to"] == "employees"
        ]
        return values

    @cached_property
    def _reckoned(self) -> dict[str, Any]:
        names = partner_names(self.arrangement, self.sentences)
        return reckoned(self.terms.reckoning, names, self.writer)

    def _reckoned_for(self, addressed: str | None) -> dict[str, Any]:
        """The same with the first weeks of the one addressed, or of all."""
        found = first_weeks_of(self.terms, addressed) if self._reckoned else ()
        weeks = [dated_week(week, self.writer) for week in found]
        return type(self._reckoned)(self._reckoned | {"first_weeks": weeks} | told_of(weeks))

    @cached_property
    def _differences(self) -> list[dict[str, Any]]:
        asked, now = self.answers.asked, self.terms
        return rota_difference(asked.reckoning, now.reckoning, self.writer) + task_differences(
            duties(self._asked, self.sentences),
            duties(now.arrangement, self.sentences),
            self.sentences,
        )

    def _otherwise_settled(self, here: str | None) -> list[dict[str, Any]]:
        """What is written to differ, and what is confirmed otherwise; of the two what is confirmed.

        A letter in the place of another is no answer to a request, and its dates are later.
        """
        asked, confirmed = self._asked, self.arrangement.confirmation
        names = partner_names(self.arrangement, self.sentences)
        teller = Teller(names, self.sentences)
        found = written_differences(asked, self._changes(), self._usual, teller)
        if self.kind.speaks_of is Reading.AGREED and confirmed and not confirmed.replaces:
            effective = effective_of(self.arrangement, here or "")
            found += confirmed_differences(asked, effective, confirmed.review, teller)
        return list({one["what"]: one for one in found}.values())

    @property
    def _usual(self) -> dict[str, Fraction | int]:
        """What the policy holds where the answers say nothing."""
        policy = self.answers.policy
        return {
            "position.full_time_hours_per_day": policy.full_time_hours_per_day,
            "position.full_time_days_per_week": int(policy.full_time_days_per_week),
        }

    def _changes(self) -> Sections | None:
        """What is written to differ from the request, in the terms that the kind speaks of."""
        confirmed, replied = self.arrangement.confirmation, self.arrangement.reply
        if self.terms is self.answers.asked:
            return None
        if self.terms is self.answers.agreed:
            return confirmed.agreed if confirmed else None
        return replied.terms if replied else None

    def _draft(self) -> dict[str, Any]:
        return draft(self.terms, self.kind if self.is_draft else None)


def _without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    for name in names:
        del values[name]
    return values


def policy_values(policy: Policy, full_time_day: Fraction) -> dict[str, Any]:
    """What a template may say of the policy, for a position of such a full-time day."""
    identity = policy.identity
    return {
        "name": identity.title,
        "employer": identity.employer,
        "definition": identity.definition,
        "refused_purposes": identity.refused_purposes,
        "source": identity.source,
        "full_time_hours_per_day": policy.full_time_hours_per_day,
        "cap": policy.cap,
        "clauses": clauses(policy.clauses, full_time_day),
        "options": [{"key": row.key, "title": row.title} for row in policy.options],
        "benefits": {
            "prorated": [{"name": row.name} for row in policy.benefits.prorated],
            "calendar_service": [{"name": row.name} for row in policy.benefits.calendar_service],
        },
    }
