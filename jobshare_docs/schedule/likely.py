"""What was most likely meant by a time or a length that is not written as it should be."""

import re

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[.hH,;]\s*(\d\d)?)?|(\d{1,2})(\d\d)", re.ASCII)
_HALF_OF_DAY = re.compile(r"(.*?)\s*([ap])\.?\s?m\.?", re.ASCII | re.IGNORECASE)
_NOON = 12
_NIGHT = 15  # a shift that begins then or later may end in the morning
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "0:00"}
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|mins?|minutes?)\.?", re.ASCII | re.IGNORECASE)
_HOURS = r"(?:\s*(?:h|hrs?|hours?)\.?)?"
_DECIMAL = re.compile(rf"(\d{{1,5}}(?:[.,]\d{{1,9}})?){_HOURS}", re.ASCII | re.IGNORECASE)
_MIXED = re.compile(rf"(\d{{1,5}})\s*(1/4|1/2|3/4|[¼½¾]){_HOURS}", re.ASCII | re.IGNORECASE)
_QUARTERS = {"1/4": "25", "¼": "25", "1/2": "5", "½": "5", "3/4": "75", "¾": "75"}
_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS = {"an": "1"} | {word: str(number) for number, word in enumerate(_WORDS, 1)}
_AND_HALF = r"\s+and\s+a\s+half"
_IN_WORDS = re.compile(
    rf"(?:(?P<number>{'|'.join(_NUMBERS)})(?P<half_more>{_AND_HALF})?"
    rf"(?P<hours>\s+hours?(?P<and_half>{_AND_HALF})?)?"
    r"|(?P<half>(?:half\s+an|a\s+half|half)\s+hour|half-hour)"
    r"|(?P<quarters>a\s+quarter|three\s+quarters)\s+of\s+an\s+hour)\.?",
    re.IGNORECASE,
)
_WHOLE_HOURS = re.compile(r"(\d{1,2})\s*(?:h|hrs?|hours?)\.?", re.ASCII | re.IGNORECASE)


def likely_clock(text: str, begins: str = "") -> str | None:
    """The time that `9`, `8.30`, `8h30`, `0830`, `4.45 pm` or `noon` stands for, else None.

    The end of a day that begins at 9 is 17:00 where it is `5`.
    """
    if named := _HALF_OF_DAY.fullmatch(text):
        clock = likely_clock(named[1])
        twelve = clock and 1 <= int(clock.partition(":")[0]) <= 12
        return f"{clock} {named[2].lower()}m" if twelve else clock
    found = _CLOCK.fullmatch(text.replace(":", "."))
    if not found:
        return _NAMED.get(text.lower())
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    start = begins and likely_clock(begins)
    if start and hour <= int(start.partition(":")[0]) < _NIGHT:
        hour += _NOON
    return f"{hour}:{minute:02}" if hour < 2 * _NOON and minute < 60 else None


def likely_length(text: str) -> str | None:
    """The length that `60 minutes`, `7,25`, `1 hour`, `two` or `7 1/4` stands for, else None."""
    if found := _IN_WORDS.fullmatch(text):
        return _in_words(found)
    if found := _WHOLE_HOURS.fullmatch(text):
        return f"{found[1]}:00"
    if found := _MINUTES.fullmatch(text):
        return f"{int(found[1]) // 60}:{int(found[1]) % 60:02}"
    if found := _MIXED.fullmatch(text):
        return f"{found[1]}.{_QUARTERS[found[2]]}"
    if found := _DECIMAL.fullmatch(text):
        return found[1].replace(",", ".")
    return None


def _in_words(found: re.Match[str]) -> str:
    if found["half"]:
        return "0:30"
    if found["quarters"]:
        return "0:15" if found["quarters"].lower().startswith("a") else "0:45"
    number = _NUMBERS[found["number"].lower()]
    if found["half_more"] or found["and_half"]:
        return f"{number}:30"
    return f"{number}:00" if found["hours"] else number
