"""The employee's private worksheet: what the answers come to, with a verdict where there is one."""

from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.worksheet import (
    Career,
    JobAnalysis,
    MonthlyMoney,
    Weighing,
    Worksheet,
)
from jobshare_docs.documents.household import RECKONED, Verdict, money
from jobshare_docs.documents.letter import stated_salary
from jobshare_docs.documents.plain import Absent, plain
from jobshare_docs.documents.readiness import no_readiness, readiness
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.policy.policy import Policy
from jobshare_docs.policy.readiness_rows import FoundRow

_Values = dict[str, Any]
_NOTHING_FOUND: _Values = {"advantages": [], "disadvantages": [], "of_part_time": None}


def worksheet(terms: Terms, sentences: Sentences) -> _Values:
    """Every name under `worksheet`, for the one document that may hold any of it."""
    block, policy = terms.arrangement.worksheet, terms.policy
    if block is None:
        return no_worksheet()
    spending = _money(terms, block, sentences)
    ready = readiness(block.readiness, policy.readiness, sentences)
    if spending["outcome"] is Verdict.SHORT and block.readiness and block.readiness.can_afford:
        ready["verdicts"].append(sentences["worksheet.readiness.short_of_it"])
    job = _job(terms, block, sentences)
    return {
        "employee": _employee(terms, block),
        "money": spending,
        "career": plain(Career, block.career),
        "readiness": ready,
        "weighing": plain(Weighing, block.weighing) | _found_by_others(policy),
        "job": job,
        "verdicts": [spending["verdict"], *ready["verdicts"], job["verdict"]],
    }


def no_worksheet() -> _Values:
    """The same names with nothing behind them, for every other document."""
    return Absent(
        {
            "employee": Absent(dict.fromkeys(("letter", "name", "hours", "share"))),
            "money": Absent(plain(MonthlyMoney, None) | dict.fromkeys(RECKONED)),
            "career": plain(Career, None),
            "readiness": no_readiness(),
            "weighing": Absent(plain(Weighing, None) | _NOTHING_FOUND),
            "job": Absent(plain(JobAnalysis, None) | {"rules": [], "open": [], "verdict": None}),
            "verdicts": [],
        }
    )


def _money(terms: Terms, block: Worksheet, sentences: Sentences) -> _Values:
    letter = _letter(terms, block)
    part = terms.reckoning.person(letter) if terms.reckoning else None
    salary = stated_salary(terms.arrangement, letter)
    return money(block.money, salary, part.paid_share if part else None, sentences)


def _job(terms: Terms, block: Worksheet, sentences: Sentences) -> _Values:
    """The analysis of the job, the policy's rules, and whether both of its questions are answered.

    One employee alone has no partner to share the time with.
    """
    job = plain(JobAnalysis, block.job)
    asked = ("divide_work",) if terms.arrangement.is_part_time else ("divide_work", "share_time")
    still_open = [sentences[f"worksheet.job.topics.{name}"] for name in asked if not job[name]]
    verdict = sentences["worksheet.job.answered"]
    if still_open:
        verdict = sentences.filled("worksheet.job.open", topics="; ".join(still_open))
    rules = [_found(row) for row in terms.policy.readiness.shareable]
    return job | {"rules": rules, "open": still_open, "verdict": verdict}


def _found_by_others(policy: Policy) -> _Values:
    rows = policy.readiness
    return {
        "advantages": [_found(row) for row in rows.advantages],
        "disadvantages": [_found(row) for row in rows.disadvantages],
        "of_part_time": rows.found_of_part_time.says if rows.found_of_part_time else None,
    }


def _found(row: FoundRow) -> _Values:
    return {"says": row.says, "source": row.source, "as_of": row.as_of}


def _employee(terms: Terms, block: Worksheet) -> _Values:
    letter = _letter(terms, block)
    employee = terms.arrangement.people.get(letter)
    part = terms.reckoning.person(letter) if terms.reckoning else None
    return {
        "letter": letter,
        "name": employee.name if employee else None,
        "hours": part.hours if part else None,
        "share": part.share if part else None,
    }


def _letter(terms: Terms, block: Worksheet) -> str:
    """Whose worksheet it is: the one it names, else who holds the position, else A."""
    return block.for_ or terms.arrangement.incumbent or "A"
