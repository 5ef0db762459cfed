"""The advertisement of the vacant share of a position, which names nobody who holds the other."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jobshare_docs.answers.answers import Terms
from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.sections import Backup, DoneBy, Task
from jobshare_docs.answers.terms import Effective
from jobshare_docs.answers.worksheet import Posting
from jobshare_docs.documents.plain import Absent, plain
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.problems import Problem
from jobshare_docs.prose import Prose
from jobshare_docs.schedule.reckoning import Reckoning

_Values = dict[str, Any]
_SHARED = (DoneBy.BOTH, DoneBy.ON_DUTY)


def posting(terms: Terms) -> _Values:
    """Every name under `posting`: the block, the share's figures, its duties and its skills."""
    arrangement = terms.arrangement
    here = vacant(arrangement)
    return plain(Posting, arrangement.posting) | {
        "vacant": here,
        "begins": plain(Effective, _begins(arrangement, here)),
        "share": _figures(terms.reckoning, here),
        "partner_share": _figures(terms.reckoning, _other(here)),
        "duties": list(_duties(arrangement, here)),
        "stands_in_for": list(_stands_in_for(arrangement, here)),
        "complement": _complement(arrangement, here),
    }


@cache
def no_posting() -> _Values:
    """The same names with nothing behind them, for every other document."""
    shares = {name: _figures(None, "") for name in ("share", "partner_share")}
    lists: _Values = {name: [] for name in ("duties", "stands_in_for")}
    apart = {"begins": plain(Effective, None), "complement": None}
    return Absent(plain(Posting, None) | shares | lists | apart)


def vacant(arrangement: Arrangement) -> str:
    """The letter of the vacant share: the one that is named, else of who leaves or left, else B."""
    block, reply = arrangement.posting, arrangement.reply
    ending = reply.ending if reply else None
    replaces = arrangement.confirmation.replaces if arrangement.confirmation else None
    new = replaces.new_partner if replaces else None
    named = block.vacant if block else None
    return named or (ending.leaves if ending else None) or new or "B"


def filled_share(terms: Terms) -> Iterator[Problem]:
    """A warning where somebody holds the share that is advertised, and nothing says it is left."""
    arrangement = terms.arrangement
    block, reply = arrangement.posting, arrangement.reply
    is_left = (block and block.vacant) or (reply and reply.ending and reply.ending.leaves)
    here = vacant(arrangement)
    if here in arrangement.people and not is_left:
        holder = arrangement.people[here].name or here
        yield terms.warning(
            f"employees.{here}",
            f"{holder} holds the share that this advertises: if {here} leaves, say so with"
            f" 'posting: {{vacant: {here}}}', and if A does, with 'vacant: A'",
        )


def nameless(arrangement: Arrangement, sentences: Sentences) -> dict[str, str]:
    """What the rota of an advertisement says in the place of names and initials."""
    here = vacant(arrangement)
    return {here: sentences["posting.vacant"], _other(here): sentences["posting.partner"]}


def _other(letter: str) -> str:
    return "A" if letter == "B" else "B"


def _begins(arrangement: Arrangement, here: str) -> Effective | None:
    """The first day that was confirmed; of a share that somebody leaves, it is long past."""
    confirmation = arrangement.confirmation
    return confirmation.effective if confirmation and here not in arrangement.people else None


def _figures(reckoning: Reckoning | None, letter: str) -> _Values:
    part = reckoning.person(letter) if reckoning else None
    return {
        "hours": part.hours if part else None,
        "share": part.share if part else None,
        "days": part.days if part else None,
    }


def _tasks(arrangement: Arrangement) -> tuple[Task, ...]:
    return (arrangement.duties.tasks if arrangement.duties else None) or ()


def _duties(arrangement: Arrangement, here: str) -> Iterator[_Values]:
    """The tasks of this share, its own and the shared ones, without what is said of persons."""
    for task in _tasks(arrangement):
        if task.done_by in (*_SHARED, here):
            on_duty = task.done_by is DoneBy.ON_DUTY
            yield {"task": task.task, "shared": task.done_by in _SHARED, "on_duty": on_duty}


def _stands_in_for(arrangement: Arrangement, here: str) -> Iterator[str | None]:
    """The tasks of the partner for which this share is the back-up."""
    for task in _tasks(arrangement):
        if task.done_by == _other(here) and task.backup in (Backup.PARTNER, here):
            yield task.task


def _complement(arrangement: Arrangement, here: str) -> Prose | None:
    """How the skills sought complement the partner's; of a person who is there it says too much."""
    partner = arrangement.partner
    if partner is None or not partner.complement or here in arrangement.people:
        return None
    return Prose(partner.complement)
