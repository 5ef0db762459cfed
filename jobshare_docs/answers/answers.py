"""The answers as they were read: what was asked, what was agreed, and where each value stands."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.cycle import cycle_of, reckoned
from jobshare_docs.answers.terms import Outcome
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import Problem, Severity
from jobshare_docs.remembering import The
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.mistakes import ScheduleError
from jobshare_docs.schedule.reckoning import Reckoning
from jobshare_docs.yaml_file import Mapping, Sequence, find, is_given, place_of

# Where one of these could not be read, no hours can be reckoned from the rest.
_RECKONED_FROM = (
    *("schedule.weeks", "schedule.pattern", "schedule.swap", "schedule.hours_per_day"),
    *("schedule.extra", "position.full_time_hours_per_day", "position.full_time_days_per_week"),
)
_HANG_ON_REQUEST = frozenset({"job-share", "part-time", "partner", "no-partner"})


@dataclass(frozen=True)
class Terms:
    """One reading of the answers: as asked, or with what was agreed laid over it.

    `tree` holds the place of every value; `unread` names the values that could not be read.
    """

    arrangement: Arrangement
    tree: Mapping
    policy: Policy
    unread: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        return f"Terms({self.tree.place.file}: {', '.join(self.tree.entries)})"

    @cached_property
    def cycle(self) -> Cycle | None:
        """The cycle of the rota; None where none is given or a part of it could not be read."""
        if any(name.startswith(_RECKONED_FROM) for name in self.unread):
            return None
        if self.unread and not all(self.could_read(name) for name in _RECKONED_FROM):
            return None
        try:
            return cycle_of(self.arrangement, self.policy)
        except ScheduleError:
            return None

    @cached_property
    def reckoning(self) -> Reckoning | None:
        """What the cycle comes to under the policy's cap; None where it cannot be reckoned."""
        try:
            return self.reckoned()
        except ScheduleError:
            return None

    def reckoned(self) -> Reckoning | None:
        """The same, raising ScheduleError where the schedule makes no sense."""
        return reckoned(self.cycle, self.policy) if self.cycle else None

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts on which requirements depend."""
        long = self.cycle is not None and len(self.cycle.weeks) > 1
        known = self.arrangement.facts | ({"long-cycle"} if long else set())
        return known - self._unknown_facts()

    def _unknown_facts(self) -> frozenset[str]:
        """The facts that hang on a value that is there and could not be read."""
        if not self.could_read("purpose.request"):
            return _HANG_ON_REQUEST
        about_people = [name for name in self.unread if name.partition(".")[0] == "employees"]
        if all(name.startswith("employees.A") for name in about_people):
            return frozenset()
        return frozenset({"no-partner"})

    def could_read(self, key: str) -> bool:
        """Whether nothing is wrong with the value of a dotted key, nor with what holds it."""
        return not any(f"{key}.".startswith((f"{name}.", f"{name}[")) for name in self.unread)

    def items(self, key: str) -> list[str]:
        """The names of a list's items, in the file's numbering, that could be read."""
        node = find(self.tree, key)
        items = node.items if isinstance(node, Sequence) else ()
        names = ((f"{key}[{number}]", item) for number, item in enumerate(items))
        return [name for name, item in names if is_given(item) and name not in self.unread]

    def gives(self, key: str) -> bool:
        """Whether anything stands under a dotted key, readable or not."""
        block, _, rest = key.partition(".")
        entry = self.tree.entries.get(block)
        return entry is not None and _gives(The(entry.value), rest)

    def error(self, key: str, message: str) -> Problem:
        """What is wrong with the value of a dotted key, at its place."""
        return self._problem(key, message, Severity.ERROR)

    def warning(self, key: str, message: str) -> Problem:
        """What is doubtful about the value of a dotted key, at its place."""
        return self._problem(key, message, Severity.WARNING)

    def _problem(self, key: str, message: str, severity: Severity) -> Problem:
        place = place_of(self.tree, key)
        return Problem(place.file, message, place.line, place.column, key, severity)


@lru_cache(maxsize=4096)  # in a batch many have the very same block
def _gives(block: The, rest: str) -> bool:
    return is_given(find(block.it, rest))


Check = Callable[[Terms], list[Problem]]


class Answers(NamedTuple):
    """One arrangement from its files, with every problem of reading them in the order of place.

    `asked` and `agreed` are the terms before and after talks, and `offered` those of the employer's
    counter-offer: one and the same where none differ. `home` is the last of the files that
    names the employees, else the first.
    """

    files: tuple[str, ...]
    home: str
    policy: Policy
    asked: Terms
    agreed: Terms
    offered: Terms
    problems: tuple[Problem, ...]

    def __repr__(self) -> str:
        return f"Answers({', '.join(self.files)}: {len(self.problems)} problems of reading them)"

    @property
    def replied(self) -> Terms:
        """The terms that a reply speaks of.

        Those offered in a counter-offer, those agreed where the arrangement ends, else those asked.
        """
        reply = self.asked.arrangement.reply
        outcome = reply.outcome if reply else None
        by_outcome = {Outcome.COUNTER_OFFER: self.offered, Outcome.ENDING: self.agreed}
        return by_outcome.get(outcome, self.asked) if outcome else self.asked
