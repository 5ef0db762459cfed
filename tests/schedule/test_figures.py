"""Hours and shares are rounded once, half up, where they are printed."""

from fractions import Fraction

import pytest

from jobshare_docs.schedule.figures import (
    clock_text,
    hours_text,
    length_text,
    positions_text,
    share_text,
)


@pytest.mark.parametrize(
    ("write", "number", "text"),
    [
        (hours_text, "18.125", "18.125"),
        (hours_text, "36.250", "36.25"),
        (hours_text, "40", "40"),
        (hours_text, "0", "0"),
        (hours_text, "1/16", "0.063"),
        (hours_text, "2/3", "0.667"),
        (hours_text, "-14.5", "-14.5"),
        (hours_text, "9.9996", "10"),
        (clock_text, "7.25", "7:15"),
        (clock_text, "145/24", "6:03"),
        (clock_text, "5.9999", "6:00"),
        (clock_text, "-0.25", "-0:15"),
        (clock_text, "36.25", "36:15"),
        (length_text, "7.25", "7:15"),
        (length_text, "145/24", "6:02:30"),
        (length_text, "6.04172", "6:02:30"),
        (length_text, "10", "10:00"),
        (share_text, "1/2", "50%"),
        (share_text, "1/8", "12.5%"),
        (share_text, "1/3", "33.33%"),
        (share_text, "1", "100%"),
        (positions_text, "6/5", "1.20"),
        (positions_text, "1", "1.00"),
        (positions_text, "0.995", "1.00"),
        (positions_text, "0.005", "0.01"),
    ],
)
def test_a_figure_is_printed(write: object, number: str, text: str) -> None:
    assert callable(write)
    assert write(Fraction(number)) == text
