"""Whatever a file holds, it ends in a tree or in problems; text that YAML writes is read back."""

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as some

from jobshare_docs.problems import Problem, errors
from jobshare_docs.yaml_file import Mapping, Node, Scalar, Sequence, find, is_given, lay, read_bytes

# What breaks YAML is made of these; random bytes alone seldom get past the first line.
_SIGNS = "ab:-#?,[]{}&*!|>'\"%@`\\~<=0 \t\n\r\u2028\ufeffé\0"
_RUNS = (": ", "- ", "\n  ", "\n    ", " #", "a: ", "---\n", "...\n", "&x ", "*x", "!!", "<<: ")
PIECES = some.sampled_from([*_SIGNS, *_RUNS, "|\n ", ">\n ", '"\\u0001"'])
SOUP = some.lists(PIECES, max_size=60).map("".join)
TEXT = some.text(
    some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
)
WORDS = some.text(some.sampled_from("ab -#:.,'\"*&[]{}é~"), max_size=30)
KEYS = some.text(some.sampled_from("abcxyz_- #:'é"), min_size=1, max_size=12)
# No list in a list: the answers have none, and one of letters is told as a rota without quotes.
ITEMS = TEXT | WORDS | some.dictionaries(KEYS, TEXT | WORDS, max_size=3)
VALUES = ITEMS | some.lists(ITEMS, max_size=4)
VALUES |= some.dictionaries(KEYS, VALUES, max_size=3)


def assert_read(content: bytes) -> None:
    tree, problems = read_bytes(content, "a.yaml")
    assert tree is not None or problems
    assert tree is None or isinstance(tree, Mapping)
    ends = [b"\n", b"\r", *("\u2028".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))]
    lines = sum(map(content.count, ends)) + 2
    for problem in problems:
        assert isinstance(problem, Problem)
        assert problem.message
        assert problem.where == "a.yaml"
        assert problem.line is None or 1 <= problem.line <= lines
        assert problem.column is None or problem.column >= 1
    if tree is not None:
        assert lay([tree, tree]) == tree
        is_given(tree)


@given(some.binary(max_size=200))
@settings(max_examples=300)
def test_any_bytes_end_in_a_tree_or_problems(content: bytes) -> None:
    assert_read(content)


@given(SOUP)
@settings(max_examples=600)
@example("a: [b, c: *x")
@example("a: >\n")
@example("? \n")
@example("a: 'x\n---\n")
@example("a: #a---\n---\n:")
def test_any_soup_of_signs_ends_in_a_tree_or_problems(text: str) -> None:
    assert_read(text.encode())


@given(SOUP, some.sampled_from(["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]))
@example("\u2028\u2028a", "utf-16")
def test_any_encoding_ends_in_a_tree_or_problems(text: str, encoding: str) -> None:
    assert_read(text.encode(encoding, "replace"))


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


@given(some.dictionaries(KEYS, VALUES, min_size=1, max_size=5), some.booleans())
@settings(max_examples=300)
def test_what_yaml_writes_is_read_back_as_the_same_text(value: object, flow: bool) -> None:
    written = yaml.safe_dump(value, default_flow_style=flow)

    tree, problems = read_bytes(written.encode(), "a.yaml")

    assert errors(problems) == []
    assert tree is not None
    assert plain(tree) == value


@given(some.lists(some.text(some.sampled_from("abc 12.-*>#"), max_size=12), min_size=1, max_size=8))
def test_a_folded_text_loses_no_word(lines: list[str]) -> None:
    body = "\n".join(f"  {line}" for line in ["start", *lines])

    tree, problems = read_bytes(f"a: >\n{body}\nb: c\n".encode(), "a.yaml")

    assert problems == []
    assert tree is not None
    folded = find(tree, "a")
    assert isinstance(folded, Scalar)
    assert folded.text.split() == body.split()
