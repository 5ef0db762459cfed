"""The ten-line script that people write with docxtpl, for the same letter."""

import json
import sys

from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment

template, values, target = sys.argv[1:]
environment = Environment(autoescape=True, undefined=ChainableUndefined)
for name in (
    *("long_date", "short_date", "day_and_month", "weekday_date", "time_of_day", "rota_time"),
    *("dollars", "percent", "hours", "in_hours", "clock", "listed", "ordinal", "words"),
    *("counted", "capitalized", "sentence"),
):
    environment.filters[name] = lambda value, *rest: str(value)
letter = DocxTemplate(template)
with open(values, encoding="utf-8") as file:  # noqa: PTH123  # as such scripts do
    letter.render(json.load(file), environment)
letter.save(target)
