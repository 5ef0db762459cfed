"""The calendar file: read back by another library, each day says what the rota says."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from commands import run
from dateutil.rrule import rrulestr

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")
NAMES = {"A": "Dana Whitford", "B": "Priya Nair"}
FIRST = date(2027, 1, 4)


def made(*lines: str) -> list[Any]:
    """The events of the example's calendar, with these lines in the place of its rota."""
    path = Path("changes.yaml")
    path.write_text("\n".join(lines or ("position: {location: Selkirk}",)), encoding="utf-8")
    result = run("schedule", "nurse", "changes.yaml", "--ics", "-o", "made.ics", "--force")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "made.ics"), result.stderr
    calendar = icalendar.Calendar.from_ical(Path("made.ics").read_bytes())
    return list(calendar.walk("VEVENT"))


def worked(events: list[Any], last: date) -> dict[date, set[str]]:
    """Who works on each day until the last, by letter, with what stands behind in brackets."""
    found: dict[date, set[str]] = {}
    for event in events:
        summary = str(event["SUMMARY"])
        letter = next((who for who, name in NAMES.items() if summary.startswith(name)), None)
        part = summary.partition(" (")[2].partition(")")[0]
        for start in _starts(event, last) if letter else ():
            found.setdefault(start.date(), set()).add(f"{letter}{part and f' {part}'}")
    return found


def _starts(event: Any, last: date) -> list[datetime]:
    start = event.decoded("DTSTART")
    moment = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)
    if "RRULE" not in event:
        return [moment]
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=moment)
    left_out = event.get("EXDATE")
    gone = {str(each.dt)[:10] for each in left_out.dts} if left_out else set()
    starts = rule.between(moment, datetime(last.year, last.month, last.day, 23), inc=True)
    return [each for each in starts if str(each)[:10] not in gone]


def days(first: date, *lines: str) -> dict[date, set[str]]:
    """The days of weeks written as lines of letters."""
    cells = [(7 * week + day, cell) for week, line in enumerate(lines)
             for day, cell in enumerate(line.split())]  # fmt: skip
    return {first + timedelta(days=later): set(cell) for later, cell in cells if cell != "-"}


def test_each_day_of_two_years_says_what_the_rota_says() -> None:
    found = worked(made(), FIRST + timedelta(weeks=104) - timedelta(days=1))
    expected: dict[date, set[str]] = {}
    for pair in range(52):
        expected |= days(FIRST + timedelta(weeks=2 * pair), "B B B A A", "A A A B B")
    assert found == expected


def test_times_are_those_of_the_worked_day_wherever_the_reader_is() -> None:
    event = made()[0]
    assert event.decoded("DTSTART") == datetime(2027, 1, 4, 8, 30)
    assert event.decoded("DTEND") == datetime(2027, 1, 4, 16, 45)
    assert event.decoded("DTSTART").tzinfo is None


def test_reviews_are_days_of_their_own() -> None:
    reviews = [event for event in made() if str(event["SUMMARY"]).startswith("Review")]
    assert [event.decoded("DTSTART") for event in reviews] == [date(2027, 4, 5), date(2027, 7, 5)]


def test_a_departure_takes_the_place_of_the_rota() -> None:
    events = made(
        "schedule:",
        "  exceptions:",
        "    - {from: 2027-01-07, to: 2027-01-12, who: B, paid: yes, reason: Course}",
    )
    found = worked(events, FIRST + timedelta(days=18))
    assert found == days(FIRST, "B B B B B", "B B A B B", "B B B A A")


def test_halves_and_overlaps_are_told() -> None:
    events = made(
        "schedule:",
        "  weeks: [{am: A A AB B B, pm: A A B B -}]",
        "  hours_per_day: 7:15",
        "  uncovered: Friday afternoons.",
    )
    found = worked(events, FIRST + timedelta(days=4))
    assert found == {
        FIRST: {"A"},
        FIRST + timedelta(1): {"A"},
        FIRST + timedelta(2): {"A morning", "B"},
        FIRST + timedelta(3): {"B"},
        FIRST + timedelta(4): {"B morning"},
    }


def test_a_night_after_its_break_stands_on_the_next_day() -> None:
    events = made(
        "schedule:",
        "  weeks:",
        '    - {Sun: {A: "22:00-2:00, 2:45-6:00"}, Mon: B, Tue: B, Wed: A, Thu: A, Fri: "-"}',
        "  uncovered: Friday.",
        "  hours_per_day: 6:00",
        "  day: {start: 8:00, end: 15:00, break: 1:00}",
    )
    second = next(each for each in events if each.decoded("DTSTART").hour == 2)
    assert second.decoded("DTSTART") == datetime(2027, 1, 11, 2, 45)
    assert second["RRULE"]["BYDAY"] == ["MO"]


def test_it_ends_with_a_trial() -> None:
    events = made("purpose: {basis: trial, ends: 2027-02-05}")
    found = worked(events, date(2027, 12, 31))
    assert max(found) == date(2027, 2, 5)
    ends = [event for event in events if str(event["SUMMARY"]).startswith("Last day")]
    assert [event.decoded("DTSTART") for event in ends] == [date(2027, 2, 5)]


def test_the_same_answers_make_the_same_file() -> None:
    made()
    first = Path("made.ics").read_bytes()
    assert run("schedule", "nurse", "changes.yaml", "--ics", "-o", "made.ics").exit_code == 0
    assert Path("made.ics").read_bytes() == first


def test_every_event_has_a_name_of_its_own() -> None:
    names = [str(event["UID"]) for event in made()]
    assert len(set(names)) == len(names)


def test_it_lies_with_the_documents_where_nothing_else_is_said() -> None:
    result = run("schedule", "nurse", "--ics")
    assert result.exit_code == 0
    assert Path("nurse/documents/schedule.ics").exists()


def test_that_of_a_proposal_lies_beside_it() -> None:
    assert run("proposal", "nurse").exit_code == 0
    result = run("schedule", "nurse/documents/proposal.docx", "--ics")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[-1] == str(Path("nurse/documents/schedule.ics"))


def test_each_begins_on_the_own_first_day() -> None:
    events = made(
        "confirmation:",
        "  effective: {date: 2027-01-04}",
        "  employees: {B: {effective: {date: 2027-01-11}}}",
        "schedule:",
        "  exceptions:",
        "    - {from: 2027-01-06, to: 2027-01-06, who: AB, paid: yes, reason: Handing over}",
        "    - {from: 2027-01-14, to: 2027-01-14, who: A, paid: yes, reason: Course}",
    )
    found = worked(events, FIRST + timedelta(days=18))
    assert found == {FIRST + timedelta(2): {"A"}} | days(
        FIRST, "- - - A A", "A A A A B", "B B B A A"
    )


def test_a_first_day_that_nobody_knows_is_told() -> None:
    Path("when.yaml").write_text(
        "confirmation: {effective: {when: partner-starts}}\n", encoding="utf-8"
    )
    result = run("schedule", "nurse", "when.yaml", "--ics")
    assert result.exit_code == 1
    assert "confirmation.effective: the calendar needs the first day" in result.stderr
    assert not Path("nurse/documents").exists()


def test_a_calendar_that_is_not_ours_to_replace_stays() -> None:
    Path("made.ics").write_text("another", encoding="utf-8")
    result = run("schedule", "nurse", "-o", "made.ics")
    assert result.exit_code == 1
    assert "made.ics: this file was edited since" in result.stderr
    assert Path("made.ics").read_text(encoding="utf-8") == "another"


def test_without_a_first_week_nobody_knows_the_days() -> None:
    path = Path("nurse/answers.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  first_week_begins: 2027-01-04", "  #"), encoding="utf-8")
    result = run("schedule", "nurse", "--ics")
    assert result.exit_code == 1
    assert "schedule.first_week_begins: missing; the calendar needs the Monday" in result.stderr
