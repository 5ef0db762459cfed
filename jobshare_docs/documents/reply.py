"""What the employer replies to a request, or says when an arrangement ends."""

from datetime import datetime
from functools import cache
from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.people import ComesFrom
from jobshare_docs.answers.sections import Basis
from jobshare_docs.answers.terms import Ending, Outcome, Reply
from jobshare_docs.documents.people import first_name_first
from jobshare_docs.documents.plain import Absent, plain
from jobshare_docs.documents.request import statement_of_request
from jobshare_docs.documents.sentences import Sentences

_Values = dict[str, Any]


def reply(asked: Terms, replied: Terms, sentences: Sentences) -> _Values:
    """Every name under `reply`: the block, to whom it goes, what was asked, options by title."""
    arrangement = replied.arrangement
    block = arrangement.reply
    if block is None:
        return no_reply()
    values = _written(block)
    values["ending"].update(_ending(replied))
    return values | {
        "asked": statement_of_request(asked.arrangement, sentences, "asked"),
        "addressees": _addressees(arrangement),
        "options": _options(replied, block),
    }


@cache
def no_reply() -> _Values:
    """The same names with nothing behind them."""
    values = _written(None)
    values["ending"].update(leaving=None, may_return=[])
    return Absent(values | {"asked": None, "addressees": [], "options": []})


def _written(block: Reply | None) -> _Values:
    """The block as it is written, but for its terms, which are laid over the request."""
    values = plain(Reply, block)
    del values["terms"]
    del values["meeting"]["when"]
    values["meeting"].update(_moment(block.meeting.when if block and block.meeting else None))
    return values


def _moment(when: datetime | None) -> _Values:
    """A date and a time, each of which a template writes in its own way."""
    return {"date": when.date() if when else None, "time": when.time() if when else None}


def _addressees(arrangement: Arrangement) -> list[str]:
    """Who asked; where one partner leaves, the other."""
    leaving = _leaving(arrangement)
    return [name for name in first_name_first(arrangement) if name != leaving]


def _leaving(arrangement: Arrangement) -> str | None:
    reply = arrangement.reply
    ending = reply.ending if reply and reply.outcome is Outcome.ENDING else None
    who = arrangement.people.get((ending or Ending()).leaves or "")
    return who.name if who else None


def _ending(terms: Terms) -> _Values:
    return {"leaving": _leaving(terms.arrangement), "may_return": _may_return(terms)}


def _may_return(terms: Terms) -> list[str]:
    """Who has the right to return to full-time status when an agreed period ends.

    So it may be, as the policy has it, for those who came from full-time on a trial or for a time.
    """
    arrangement = terms.arrangement
    if arrangement.basis not in (Basis.TRIAL, Basis.TIME_BOUND):
        return []
    if not terms.policy.clauses.returns_at_the_end.holds:
        return []
    leaving = _leaving(arrangement)
    from_full_time = (
        who.name
        for who in arrangement.people.values()
        if who.incumbent or who.comes_from is ComesFrom.FULL_TIME
    )
    return [name for name in from_full_time if name and name != leaving]


def _options(terms: Terms, block: Reply) -> list[_Values]:
    """The options that the reply names; in one that declines without naming any, all that fit."""
    rows = {row.key: row for row in terms.policy.options}
    all_there_are = tuple(key for key, row in rows.items() if terms.facts.isdisjoint(row.unless))
    named = block.options or (all_there_are if block.outcome is Outcome.DECLINED else ())
    return [{"key": key, "title": rows[key].title} for key in named if key in rows]
