"""Whether the income from a share is enough to live on, a month at a time."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from jobshare_docs.answers.worksheet import MonthlyMoney
from jobshare_docs.documents.plain import plain
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.wording import dollars

RECKONED = ("total", "to_cut", "gross", "outcome", "verdict")
_MONTHS = 12


class Verdict(StrEnum):
    """What the figures come to."""

    FITS = "fits"
    SHORT = "short"
    SHORT_AND_WILLING = "short-and-willing"


def money(
    block: MonthlyMoney | None,
    full_time_salary: Decimal | None,
    share: Fraction | None,
    sentences: Sentences,
) -> dict[str, Any]:
    """The figures a month: what comes in, what is to cut, and what that means in one sentence.

    To cut is what is needed beyond the total, and never less than nothing (Guidelines, Can You
    Afford It Financially). Without take-home pay there is no verdict, and the share of the salary
    is before deductions.
    """
    given = block or MonthlyMoney()
    total = _total(given)
    to_cut = _to_cut(given.spend_needed, total)
    outcome = _outcome(to_cut, bool(given.willing_to_spend_less))
    gross = _gross(full_time_salary, share) if given.take_home is None else None
    figures = {"total": total, "to_cut": to_cut, "gross": gross, "outcome": outcome}
    return plain(MonthlyMoney, given) | figures | {"verdict": _said(given, figures, sentences)}


def _total(given: MonthlyMoney) -> Decimal | None:
    return None if given.take_home is None else given.take_home + (given.other_income or 0)


def _to_cut(needed: Decimal | None, total: Decimal | None) -> Decimal | None:
    return None if needed is None or total is None else max(Decimal(0), needed - total)


def _outcome(to_cut: Decimal | None, is_willing: bool) -> Verdict | None:
    if to_cut is None:
        return None
    if not to_cut:
        return Verdict.FITS
    return Verdict.SHORT_AND_WILLING if is_willing else Verdict.SHORT


def _gross(salary: Decimal | None, share: Fraction | None) -> Fraction | None:
    return None if salary is None or share is None else Fraction(salary) * share / _MONTHS


def _said(given: MonthlyMoney, figures: dict[str, Any], sentences: Sentences) -> str:
    """The verdict in one sentence, or why there is none."""
    key = figures["outcome"] or ("gross" if figures["gross"] is not None else "open")
    amounts = {name: figures[name] for name in ("total", "to_cut", "gross")}
    amounts["needed"] = given.spend_needed
    said = {name: dollars(amount) for name, amount in amounts.items() if amount is not None}
    return sentences.filled(f"worksheet.money.{key}", **said)
