"""The JSON Schema of answers: what editors accept and refuse."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from answer_cases import Case, cases
from commands import run
from jsonschema import Draft7Validator, Draft202012Validator
from questions import questions
from test_values import READ, REFUSED, leaf
from yaml_as_editors_read_it import loaded

from jobshare_docs.answers.schema import answers_schema
from jobshare_docs.blocks.schema import SCALARS, SchemaOf
from jobshare_docs.documents.blanks import comments
from jobshare_docs.policy.loading import load_policy

PROJECT = Path(__file__).parent.parent
EXAMPLES = sorted((PROJECT / "proposals").glob("*/*.yaml"))
BLANK = sorted((PROJECT / "templates" / "blank").glob("*.yaml"))
POLICY = load_policy()
SCHEMA = answers_schema(POLICY, comments(POLICY))
VALIDATOR = Draft202012Validator(SCHEMA)

# What no schema can miss: unknown names, one kind of value in the place of another, other words
# than those of a choice. Each is told in the same words wherever it stands.
REFUSABLE = re.compile(
    r"there is no '[^']*' here|there is no block|a list is needed|a block is needed"
    r"|(?:text|yes or no|a date|a length of time|a week) is needed here, not a"
    r"|is neither yes nor no|' is not one of |one of these is needed here"
    r"|is not a(?:n amount of money| date| number| share| length of time)\b"
    r"|is no e-mail address|is not written as dates are here|: write 2027-01-04 or "
    r"|is less than nothing|has a comma before the decimals|there is no pattern"
)


def wrong(file: Path) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(loaded(file))]


@cache
def readable(file: Path) -> bool:
    try:
        loaded(file)
    except (yaml.YAMLError, UnicodeError):
        return False
    return True


def test_the_schema_is_one_in_either_draft_that_editors_know() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft7Validator.check_schema({**SCHEMA, "$schema": "http://json-schema.org/draft-07/schema#"})


def test_the_command_prints_it() -> None:
    printed = run("schema")
    assert printed.exit_code == 0
    assert json.loads(printed.stdout) == SCHEMA


@pytest.mark.parametrize(
    "file", EXAMPLES + BLANK, ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_an_example_and_a_blank_file_are_accepted(file: Path) -> None:
    assert wrong(file) == []


@pytest.mark.parametrize("case", cases("good"), ids=lambda case: case.name)
def test_good_answers_are_accepted(case: Case) -> None:
    assert [line for file in case.layers for line in wrong(file)] == []


def refusable() -> list[Case]:
    """The bad cases in which something is said that a schema can say too."""
    return [
        case
        for case in cases("bad")
        if any(map(REFUSABLE.search, case.expected)) and all(map(readable, case.layers))
    ]


def test_there_are_answers_to_refuse() -> None:
    assert len(refusable()) > 40


@pytest.mark.parametrize("case", refusable(), ids=lambda case: case.name)
def test_bad_answers_are_refused_where_a_schema_can(case: Case) -> None:
    assert [line for file in case.layers for line in wrong(file)] != []


def schema_at(name: str) -> dict[str, Any]:
    """The schema of a dotted name, without the ways in which it may be written shorter."""
    here: dict[str, Any] = SCHEMA
    for step in name.split("."):
        here = dict(_long(_long(here).get("items", here))["properties"][step])
    return here


def _long(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        found: dict[str, Any] = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
        return found
    return next((one for one in schema.get("anyOf", []) if "properties" in one), schema)


@pytest.mark.parametrize("question", list(questions()))
def test_every_question_is_described(question: str) -> None:
    assert _long(schema_at(question)).get("description")


def test_a_question_of_the_policy_is_put_in_its_words() -> None:
    said = schema_at("purpose.basis")
    assert said["description"] == "How long it is meant to last: permanent, trial or time-bound."
    assert said["enum"] == ["permanent", "trial", "time-bound", None]


def test_a_question_that_the_policy_leaves_open_is_described_as_in_the_blank_file() -> None:
    assert schema_at("schedule.rationale")["description"].startswith("Why these days.")
    assert schema_at("position.location")["description"] == "Text on one line."
    assert schema_at("posting.salary_range")["description"].startswith(
        'The salary of full-time work, in quotes: "$58,300 to $68,900"'
    )


def test_what_the_policy_names_is_completed() -> None:
    assert schema_at("schedule.pattern")["enum"] == [*POLICY.patterns, None]
    assert schema_at("reply.options")["items"]["enum"] == [
        *(row.key for row in POLICY.options),
        None,
    ]


@pytest.mark.parametrize(("kind", "text", "value"), READ)
def test_what_a_reader_reads_its_schema_accepts(kind: str, text: str, value: object) -> None:
    schema = SchemaOf(lambda key: None, {}).of(leaf(kind), "")
    assert Draft202012Validator(schema).is_valid(text)


def test_of_what_a_reader_refuses_its_schema_accepts_little() -> None:
    refused = [(kind, text) for kind, text, *_ in REFUSED if leaf(kind).pattern]
    schemas = {kind: SchemaOf(lambda key: None, {}).of(leaf(kind), "") for kind, _ in refused}
    accepted = [one for one in refused if Draft202012Validator(schemas[one[0]]).is_valid(one[1])]
    assert len(refused) > 30
    assert len(accepted) < len(refused) / 2


def test_an_editor_never_shows_a_regular_expression() -> None:
    def shown(schema: object) -> list[object]:
        if isinstance(schema, list):
            return [one for each in schema for one in shown(each)]
        if not isinstance(schema, dict):
            return []
        own = [schema] if isinstance(schema.get("pattern"), str) else []
        return own + shown(list(schema.values()))

    patterns = shown(SCHEMA)
    assert len(patterns) > 10
    assert all("patternErrorMessage" in one for one in patterns if isinstance(one, dict))


def test_a_text_may_look_like_any_scalar_to_yaml() -> None:
    assert schema_at("position.number")["type"] == list(SCALARS)


def test_a_date_alone_stands_for_the_first_day() -> None:
    assert VALIDATOR.is_valid({"confirmation": {"effective": "2027-01-04"}})
    assert VALIDATOR.is_valid({"confirmation": {"effective": {"when": "partner-starts"}}})
    assert not VALIDATOR.is_valid({"confirmation": {"effective": {"when": "later"}}})


@pytest.mark.parametrize(
    "week",
    [
        "A A AB B -",
        "a a a+b b off",
        {"am": "A A A B B", "pm": "A A B B B"},
        {"Mon": "A", "tuesday": "A", "Wed.": {"A": "8:30-13:00", "B": "12:00-16:45"}, "Fri": None},
        {"Mon": {"am": "A", "pm": "B"}},
    ],
)
def test_a_week_is_written_in_any_of_three_ways(week: object) -> None:
    assert VALIDATOR.is_valid({"schedule": {"weeks": [week]}})


@pytest.mark.parametrize(
    "week",
    [
        "A A C B B",
        "A A B B",
        "A A A B B B",
        "AABBB",
        ["A", "A"],
        {"am": "A A A B B"},
        {"Moon": "A"},
        {"Mon": {"C": "8:30"}},
        5,
    ],
)
def test_what_is_no_week_is_refused(week: object) -> None:
    assert not VALIDATOR.is_valid({"schedule": {"weeks": [week]}})
