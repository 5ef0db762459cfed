"""What the employer replies to a request, or says when an arrangement ends."""

from datetime import datetime
from functools import cache
from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.terms import Ending, Outcome, Reply
from jobshare_docs.documents.people import first_name_first, returning
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
    values["ending"].update(leaving=None, returning=[], may_return=[])
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
    """Who leaves, who returns to full-time at an agreed end, and whether that is a right.

    So it may be, as the policy has it, for those who came from full-time on a trial or for a time.
    """
    leaving = _leaving(terms.arrangement)
    names = [name for name in returning(terms.arrangement) if name != leaving]
    is_right = terms.policy.clauses.returns_at_the_end.holds
    return {"leaving": leaving, "returning": names, "may_return": names if is_right else []}


def _options(terms: Terms, block: Reply) -> list[_Values]:
    """The options that the reply names; in one that declines without naming any, all that fit."""
    rows = {row.key: row for row in terms.policy.options}
    all_there_are = tuple(key for key, row in rows.items() if terms.facts.isdisjoint(row.unless))
    named = block.options or (all_there_are if block.outcome is Outcome.DECLINED else ())
    return [{"key": key, "title": rows[key].title} for key in named if key in rows]
