"""Every pattern of the policy comes to the shares that its row claims."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from rota import FULL_DAY

import jobshare_docs
from jobshare_docs.schedule.cycle import Cycle
from jobshare_docs.schedule.reckoning import reckon
from jobshare_docs.schedule.writing import parse_week

FILE = Path(jobshare_docs.__file__).parent / "policies" / "manitoba" / "patterns.yaml"
PATTERNS: dict[str, Any] = {
    row["name"]: row for row in yaml.safe_load(FILE.read_text(encoding="utf-8"))["patterns"]
}

GUIDELINE = {
    "week-about": (50, 50, [], []),
    "five-on-five-off-thursday": (50, 50, [], []),
    "three-two-alternating": (50, 50, [], []),
    "split-wednesday": (50, 50, [], []),
    "overlap-every-second-week": (50, 50, ["Wednesday of week 1"], ["Friday of week 2"]),
    "overlap-wednesday-morning": (50, 50, ["Wednesday morning"], ["Friday afternoon"]),
    "half-days": (50, 50, [], []),
    "three-days-each-short-days": (50, 50, ["Wednesday"], []),
    "two-three": (40, 60, [], []),
    "three-seven": (30, 70, [], []),
    "four-one": (20, 80, [], []),
}


def test_the_file_holds_the_patterns_of_the_guideline_and_no_other() -> None:
    assert list(PATTERNS) == list(GUIDELINE)


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_comes_to_its_shares_and_to_one_position(name: str) -> None:
    row = PATTERNS[name]
    cycle = Cycle(tuple(map(parse_week, row["weeks"])), FULL_DAY, 5, row.get("hours_per_day"))
    reckoning = reckon(cycle)
    percent_a, percent_b, overlaps, gaps = GUIDELINE[name]
    shares = [person.share for person in reckoning.people]
    assert shares == [Fraction(percent_a, 100), Fraction(percent_b, 100)]
    assert row["shares"] == f"{percent_a}/{percent_b}"
    assert reckoning.total_share == 1
    assert not reckoning.is_over_cap
    weeks = len(cycle.weeks)
    assert [each.when(weeks) for each in reckoning.overlaps] == overlaps
    assert [each.when(weeks) for each in reckoning.gaps] == gaps


@pytest.mark.parametrize("name", PATTERNS)
def test_a_row_says_where_it_comes_from_and_what_is_left_uncovered(name: str) -> None:
    row = PATTERNS[name]
    assert row["title"] and row["source"].startswith("Guidelines, Types of Arrangements")
    assert row["as_of"]
    for gap in GUIDELINE[name][3]:
        assert f"{gap} is uncovered" in row["notes"]
