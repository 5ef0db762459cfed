"""The way to a request, step by step: whether each holds, and what to know of it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from jobshare_docs.answers.answers import Answers, Terms
from jobshare_docs.checks.answers import check, missing_in
from jobshare_docs.documents.catalogue import PROPOSAL
from jobshare_docs.documents.household import Verdict
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.documents.worksheet import worksheet
from jobshare_docs.problems import Problem, in_order
from jobshare_docs.schedule.figures import hours_text, positions_text, share_text
from jobshare_docs.schedule.reckoning import Reckoning
from jobshare_docs.wording import listed

_POLICY = ("purpose.declaration", "purpose.other_paid_work")
_SCHEDULE = ("schedule", "position.full_time")
_DUTIES = ("duties.tasks",)


class Holds(StrEnum):
    """Whether a step holds: `partly` where there is something to talk about."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    OPEN = "open"


class Step(NamedTuple):
    """One question of the guideline: its key in the wording, its answer, what to know of it."""

    question: str
    holds: Holds
    says: tuple[str, ...]


def fit(answers: Answers, sentences: Sentences) -> list[Step]:
    """The six steps in the order of the guideline, for what is asked.

    The private worksheet answers the first three; without one they are open.
    """
    terms = answers.asked
    private = worksheet(terms, sentences)
    found = check(answers, PROPOSAL, missing_is_wrong=False)
    return [
        _afford(private, sentences),
        _ready(private, terms.arrangement.is_part_time, sentences),
        _job(private, _about(found, _DUTIES), sentences),
        _schedule(terms, _about(found, _SCHEDULE), sentences),
        _policy(terms, _about(found, _POLICY), sentences),
        _send(answers, found, sentences),
    ]


def _about(found: Iterable[Problem], fields: tuple[str, ...]) -> list[Problem]:
    return [problem for problem in found if problem.field.startswith(fields)]


def _told(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(map(str, problems))


def _worst(problems: list[Problem], otherwise: Holds) -> Holds:
    if any(problem.is_error for problem in problems):
        return Holds.NO
    return Holds.PARTLY if problems and otherwise is Holds.YES else otherwise


def _afford(private: dict[str, Any], sentences: Sentences) -> Step:
    if not private:
        return Step("afford", Holds.OPEN, (sentences["fit.no_worksheet"],))
    by_outcome = {
        Verdict.FITS: Holds.YES,
        Verdict.SHORT_AND_WILLING: Holds.PARTLY,
        Verdict.SHORT: Holds.NO,
    }
    money = private["money"]
    return Step("afford", by_outcome.get(money["outcome"], Holds.OPEN), (money["verdict"],))


def _ready(private: dict[str, Any], part_time: bool, sentences: Sentences) -> Step:
    """Where the source advises part-time work, one who asks for a share is not ready for it."""
    if not private:
        return Step("ready", Holds.OPEN, (sentences["fit.no_worksheet"],))
    ready = private["readiness"]
    holds = Holds.PARTLY if ready["noes"] else Holds.YES
    if ready["split_job"]:
        holds = Holds.YES if part_time else Holds.NO
    elif ready["open"]:
        holds = Holds.OPEN
    return Step("ready", holds, tuple(ready["verdicts"]))


def _job(private: dict[str, Any], problems: list[Problem], sentences: Sentences) -> Step:
    job = private["job"]
    said = job["verdict"] if private else sentences["fit.no_worksheet"]
    holds = Holds.YES if private and not job["open"] else Holds.OPEN
    return Step("job", _worst(problems, holds), (said, *_told(problems)))


def _schedule(terms: Terms, problems: list[Problem], sentences: Sentences) -> Step:
    reckoning = terms.reckoning
    if reckoning is None:
        said = _told(problems) or (sentences["fit.no_rota"],)
        return Step("schedule", _worst(problems, Holds.OPEN), said)
    said = (_total(terms, reckoning, sentences), *_told(problems))
    return Step("schedule", _worst(problems, Holds.YES), said)


def _total(terms: Terms, reckoning: Reckoning, sentences: Sentences) -> str:
    people = terms.arrangement.people
    each = [
        sentences.filled(
            "fit.hours",
            name=(people[one.letter].name if one.letter in people else None)
            or sentences[f"who.{one.letter}"],
            hours=hours_text(one.hours),
            share=share_text(one.share),
        )
        for one in reckoning.people
    ]
    return sentences.filled(
        "fit.total",
        people=listed(each),
        total=positions_text(reckoning.total_share),
        cap=positions_text(reckoning.cap),
    )


def _policy(terms: Terms, problems: list[Problem], sentences: Sentences) -> Step:
    purpose = terms.arrangement.purpose
    declared = purpose is not None and purpose.declaration
    holds = _worst(problems, Holds.YES if declared else Holds.OPEN)
    refused = sentences.filled("fit.refused", what=terms.policy.identity.refused_purposes.strip())
    said = (refused, sentences["fit.declared"]) if declared else (refused,)
    return Step("policy", holds, (" ".join(said), *_told(problems)))


def _send(answers: Answers, found: list[Problem], sentences: Sentences) -> Step:
    lacking = missing_in(answers, PROPOSAL)
    told_above = _about(found, (*_POLICY, *_SCHEDULE, *_DUTIES))
    others = [problem for problem in found if problem not in told_above]
    problems = in_order(dict.fromkeys([*lacking, *others]), answers.files)
    holds = _worst(problems, Holds.YES)
    return Step("send", holds, _told(problems) or (sentences["fit.complete"],))
