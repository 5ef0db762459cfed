"""What Babel writes in the usual locale, but at once.

Babel takes longer to read a locale than a letter takes to make, and nearly all letters are written
in the usual one. A test holds every text here to Babel's.
"""

from datetime import date, time
from functools import lru_cache

from jobshare_docs.schedule.week import SHORT_WEEKDAYS, WEEKDAYS

LOCALE = "en_CA"
"""The locale in which one writes where no other is named."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@lru_cache(maxsize=1024)  # a batch writes the same few dates in every letter
def _date_text(day: date, pattern: str) -> str:
    month = MONTHS[day.month - 1]
    fields = {"d": str(day.day), "MMMM": month, "MMM": month[:3], "y": str(day.year)}
    fields["EEEE,"] = f"{WEEKDAYS[day.weekday()]},"
    return " ".join(fields[each] for each in pattern.split(" "))


class Usual:
    """The usual locale."""

    locale = LOCALE

    def date_text(self, day: date, pattern: str) -> str:
        """`4 January 2027`; the pattern is one of day, month, year and weekday."""
        return _date_text(day, pattern)

    def time_text(self, moment: time) -> str:
        """`8:30 a.m.`."""
        half = "p.m." if moment.hour >= 12 else "a.m."
        return f"{(moment.hour - 1) % 12 + 1}:{moment.minute:02} {half}"

    def weekday_names(self, *, short: bool) -> tuple[str, ...]:
        """`Monday`, or `Mon`."""
        return SHORT_WEEKDAYS if short else WEEKDAYS

    def money_text(self, cents: int) -> str:
        """`$39,200`, `$39,200.50`."""
        whole, rest = divmod(abs(cents), 100)
        sign, decimals = "-" if cents < 0 else "", f".{rest:02}" if rest else ""
        return f"{sign}${whole:,}{decimals}"

    def list_text(self, items: tuple[str, ...]) -> str:
        """`a, b and c`."""
        *most, last = items or ("",)
        return f"{', '.join(most)} and {last}" if most else last

    def number_text(self, number: str) -> str:
        """`18.125`."""
        return number

    def percent_text(self, number: str) -> str:
        """`62.5%`."""
        return f"{number}%"

    def hours_text(self, number: str) -> str:
        """`1 hour`, `18.125 hours`."""
        return f"{number} hour" if number == "1" else f"{number} hours"

    def ordinal_text(self, place: int) -> str:
        """`1st`, `12th`."""
        teen = place // 10 % 10 == 1
        return f"{place}{'th' if teen else _ENDINGS.get(place % 10, 'th')}"


USUAL = Usual()
