"""Every word that a document prints comes from its template or from the wording, in one language.

What Python's code says itself is said to the person at the keyboard: in messages, and in what
commands print. A second language is then a folder of templates and a policy that names its locale.
"""

import ast
import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from every_document import PROJECT, TODAY

from jobshare_docs import load_answers, order, render
from jobshare_docs.docx_text import text
from jobshare_docs.locale_text import written_in
from jobshare_docs.policy.loading import BUILT_IN, load_policy
from jobshare_docs.wording import FILTERS, weekday_names

PACKAGE = PROJECT / "jobshare_docs"
# The modules whose values templates print; what others say goes to the terminal.
PRINTING = [*sorted((PACKAGE / "documents").glob("*.py")), PACKAGE / "generate.py"]
# What a person is told: problems, errors, and what the commands say a kind makes.
TELLING = {"Problem", "problem", "error", "warning", "_refused", "ValueError", "TypeError"}
TOLD = {"makes"}
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
LEAST_WORDS = 3


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """The texts of three words and more that are no message to a person, with their lines."""
    tree = ast.parse(source)
    told = {id(node) for each in ast.walk(tree) for node in _told(each)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in told:
            said = _text(node)
            if " " in said and len(WORD.findall(said)) >= LEAST_WORDS and said[0] != "#":
                yield node.lineno, said


def _text(node: ast.AST) -> str:
    """A text; the parts of a formatted one joined, what is filled in left out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _told(node: ast.AST) -> Iterator[ast.AST]:
    """Everything within a node that is read by people at the keyboard, or by programmers."""
    if isinstance(node, ast.Raise | ast.Assert):
        yield from ast.walk(node)
    if (
        isinstance(node, ast.FunctionDef)
        and node.returns
        and "Problem" in ast.unparse(node.returns)
    ):
        yield from ast.walk(node)  # what finds problems words them, too
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value  # a docstring
    if isinstance(node, ast.JoinedStr):
        yield from node.values  # looked at as a whole
    if isinstance(node, ast.keyword) and node.arg in TOLD:
        yield from ast.walk(node.value)
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in TELLING or name == "_needs":  # of which the text is a list of names
            yield from (each for part in node.args for each in ast.walk(part))
            yield from (each for part in node.keywords for each in ast.walk(part.value))


def test_there_are_modules_to_look_at() -> None:
    assert len(PRINTING) > 20


@pytest.mark.parametrize("module", PRINTING, ids=lambda path: path.name)
def test_no_sentence_is_printed_from_code(module: Path) -> None:
    found = [f"{module.name}:{line}: {said}" for line, said in sentences(module.read_text("utf-8"))]
    assert not found, "put it into templates/wording.yaml"


@pytest.mark.parametrize(
    "source",
    [
        'label = "Week of the year"',
        'label = f"Week {number} of the {year} cycle"',
        'values = {"who": "both partners together"}',
        'say(name="the first partner")',
        'def label(number: int) -> str: return f"Week {number} of the cycle"',
    ],
)
def test_a_sentence_in_code_is_found(source: str) -> None:
    assert list(sentences(source))


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring of several words."""',
        'raise ValueError("this is no date: write one")',
        'problem = Problem(place, f"there is no {name}: write one")',
        'Kind(makes="the summary on one page")',
        'def wrong(key: str) -> Problem: return told(key, "this is no date: write one")',
        'key = "duties.tasks"',
        'sheet = "letter_offer"',
        'line = f"# a comment in a file of YAML: {name}"',
    ],
)
def test_what_a_document_does_not_print_is_left(source: str) -> None:
    assert not list(sentences(source))


DAY = date(2027, 1, 4)


class TestAnotherLocale:
    @pytest.mark.parametrize(
        ("name", "value", "printed"),
        [
            ("long_date", DAY, "4 janvier 2027"),
            ("weekday_date", DAY, "lundi, 4 janvier 2027"),
            ("day_and_month", DAY, "4 janv."),
            ("time_of_day", time(12), "12 h 00"),
            ("dollars", 39200, "39\u00a0200\u00a0$"),
            ("dollars", Decimal("39200.5"), "39\u00a0200,50\u00a0$"),
            ("percent", Fraction(5, 8), "62,5\u00a0%"),
            ("hours", Fraction(145, 8), "18,125"),
            ("in_hours", Fraction(1), "1 heure"),
            ("in_hours", Fraction(29, 4), "7,25 heures"),
            ("listed", ["Ana", "Ben", DAY], "Ana, Ben et 4 janvier 2027"),
            ("words", 2, "2"),
            ("ordinal", 2, "2"),
        ],
    )
    def test_writes_in_its_own_way(self, name: str, value: object, printed: str) -> None:
        before = FILTERS[name](value)
        with written_in("fr_CA"):
            assert FILTERS[name](value) == printed
        assert FILTERS[name](value) == before != printed

    def test_has_weekdays_of_its_own(self) -> None:
        with written_in("fr_CA"):
            assert weekday_names()[0] == "lundi"
            assert weekday_names(short=True)[4] == "ven."
        assert weekday_names()[0] == "Monday"

    def test_is_the_policys_in_every_document(self, tmp_path: Path) -> None:
        folder = shutil.copytree(BUILT_IN, tmp_path / "policy")
        rules = folder / "policy.yaml"
        rules.write_text(rules.read_text("utf-8").replace("en_CA", "fr_CA"), encoding="utf-8")
        printed = texts(folder)
        assert "7 décembre 2026" in printed["letter"]
        assert "39\u00a0200\u00a0$" in printed["letter"]
        assert "18,125" in printed["summary"]
        assert "50\u00a0%" in printed["summary"]
        assert "lundi, 4 janvier" in printed["changeover"]
        for said in printed.values():
            assert "| lundi" in said and "Monday" not in said
        for english in ("January", "December", "$39,200", "18.125"):
            assert not [name for name, said in printed.items() if english in said]

    def test_leaves_the_next_document_as_it_is(self, tmp_path: Path) -> None:
        assert "7 December 2026" in texts(BUILT_IN)["letter"]


def texts(policy: Path) -> Mapping[str, str]:
    """What documents of the example say under a policy."""
    folder = PROJECT / "proposals" / "community-health-nurse"
    layers = (folder, folder / "organization.yaml", folder / "terms.yaml")
    answers = load_answers(*layers, policy=load_policy(policy))
    return {
        kind: text(next(iter(render(answers, order(kind, TODAY)).values())))
        for kind in ("letter", "summary", "proposal", "changeover")
    }
