"""The types of the fields of answers and policies, each read from the text that was written."""

from jobshare_docs.values.colours import Colour
from jobshare_docs.values.dates import ClockTime, Day, Moment
from jobshare_docs.values.figures import Count, Length, Money, Number, Share
from jobshare_docs.values.words import Email, LinesText, ProseText, Text, YesNo

__all__ = [
    "ClockTime",
    "Colour",
    "Count",
    "Day",
    "Email",
    "Length",
    "LinesText",
    "Moment",
    "Money",
    "Number",
    "ProseText",
    "Share",
    "Text",
    "YesNo",
]
