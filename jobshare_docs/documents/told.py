"""A value of the answers in words, as the table of differences tells it."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Any

from jobshare_docs.answers.rota import DatedException, ExtraHours, Who
from jobshare_docs.answers.sections import Advantage, Beneficiary, Disadvantage, Precedent
from jobshare_docs.blocks import Block, fields_of
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.wording import clock, in_hours, listed, long_date, rota_time, sentence


class Teller:
    """Tells values in Markdown, with the names of A and B in the place of their letters."""

    def __init__(self, names: Mapping[str, str], sentences: Sentences) -> None:
        self.sentences = sentences
        self._names = dict(names) | {Who.BOTH.value: sentences["who.AB"]}

    def said(self, value: Any) -> str:
        """The value in words; of a list, an item a line."""
        if value is None or value == ():
            return self.sentences["values.nothing"]
        if isinstance(value, tuple):
            if all(isinstance(item, date) for item in value):
                return listed(value)
            return "\n".join(f"- {self.said(item)}" for item in value)
        return self._row(value) if isinstance(value, Block) else self._figure(value)

    def _figure(self, value: Any) -> str:
        if isinstance(value, StrEnum | bool):
            return self._word(str(value).lower())
        if isinstance(value, date):
            return long_date(value)
        if isinstance(value, time):
            return rota_time(value)
        return clock(value) if isinstance(value, Fraction) else str(value)

    def _word(self, word: str) -> str:
        key = f"values.{word}"
        if key in self.sentences:
            return self.sentences[key]
        return word

    def _row(self, row: Block) -> str:
        if isinstance(row, ExtraHours):
            return self._extra(row)
        if isinstance(row, DatedException):
            return self._exception(row)
        if isinstance(row, Advantage):
            return self._advantage(row)
        if isinstance(row, Disadvantage):
            return self._parts("rows.remedy", _ended(row.disadvantage), row.remedy)
        if isinstance(row, Precedent):
            return self._precedent(row)
        given = (getattr(row, field.name) for field in fields_of(type(row)).values())
        return ", ".join(self.said(part) for part in given if part is not None)

    def _extra(self, row: ExtraHours) -> str:
        hours = in_hours(row.hours) if row.hours is not None else None
        often = self.sentences[f"rows.per.{row.per}"] if row.per else None
        each = " ".join(filter(None, (hours, often)))
        return self._parts("rows.headed", row.what, self._listed(self._who(row.who), each, row))

    def _exception(self, row: DatedException) -> str:
        first, last = row.from_, row.to
        dates = long_date(first) if first else None
        if first and last and last != first:
            dates = self.sentences.filled("rows.dates", first=dates, last=long_date(last))
        return self._parts(
            "rows.headed", dates, self._listed(self._who(row.who), row.reason or "", row)
        )

    def _advantage(self, row: Advantage) -> str:
        if row.to is Beneficiary.EMPLOYEES and row.advantage:
            return self.sentences.filled("rows.to_employees", advantage=row.advantage)
        return str(row.advantage or "")

    def _precedent(self, row: Precedent) -> str:
        met = self._parts("rows.concern", _ended(row.concern), row.addressed)
        said = self._parts("rows.after", _ended(row.arrangement), met)
        return self._parts("rows.headed", row.where, said)

    def _who(self, who: Who | None) -> str:
        return self._names[who.value] if who else ""

    def _listed(self, who: str, said: str, row: ExtraHours | DatedException) -> str:
        """Who works, what is said of it, and whether it is paid, as far as these are given."""
        paid = "" if row.paid is None else self.sentences[f"rows.paid.{str(row.paid).lower()}"]
        return ", ".join(filter(None, (who, said, paid)))

    def _parts(self, key: str, first: str | None, second: str | None) -> str:
        """Two texts as the wording joins them; one alone where the other is not given."""
        if not first or not second:
            return first or second or ""
        return self.sentences.filled(key, first=first, second=second)


def _ended(text: str | None) -> str | None:
    return sentence(text) if text else None
