"""YAML is text with a place; layers are laid in the tree."""

import pytest

from jobshare_docs.yaml_file import (
    Mapping,
    Place,
    Scalar,
    Sequence,
    find,
    is_given,
    lay,
    merged,
    place_of,
    read_bytes,
)


def tree_of(text: str, file: str = "a.yaml") -> Mapping:
    tree, problems = read_bytes(text.encode(), file)
    assert problems == []
    assert tree is not None
    return tree


def text_of(text: str, name: str) -> str:
    node = find(tree_of(text), name)
    assert isinstance(node, Scalar)
    return node.text


@pytest.mark.parametrize(
    "written", ["8:30", "No", "ON", "007", "1e3", "2027-01-04", "0x10", "1_000", ".inf", "Null"]
)
def test_a_plain_value_stays_the_text_that_was_written(written: str) -> None:
    node = find(tree_of(f"a: {written}"), "a")

    assert node == Scalar(written, False, Place("a.yaml", 1, 4))
    assert is_given(node)


@pytest.mark.parametrize("written", ["", "~", "null", '""', "''", "|\n", '"  "', "[]", "{}"])
def test_nothing_written_is_not_given(written: str) -> None:
    assert not is_given(find(tree_of(f"b: 1\na: {written}"), "a"))


def test_a_block_of_nothing_is_not_given() -> None:
    tree = tree_of("a:\n  b:\n  c: ~\nd: {e: x}")
    assert not is_given(find(tree, "a"))
    assert is_given(find(tree, "d"))
    assert not is_given(None)


def test_quotes_and_block_texts_are_known_as_quoted() -> None:
    tree = tree_of("a: '~'\nb: |\n  x\nc: plain")
    quoted = {name: getattr(entry.value, "quoted", None) for name, entry in tree.entries.items()}
    assert quoted == {"a": True, "b": True, "c": False}


FOLDED = [
    ("a: >\n  one\n  two\n", "one two\n"),
    ("a: >\n  Before:\n  - one\n    more\n  - two\n", "Before:\n- one\n  more\n- two\n"),
    ("a: >\n  1. one\n  2. two\n", "1. one\n2. two\n"),
    ("a: >-\n  one\n\n  two\n", "one\n\ntwo"),
    ("a: >\n  one\n  two\n\n# a comment\nb: c\n", "one two\n"),
    ("a: >  # why\n  one\n\n  two\n\n\nb: c\n", "one\n\ntwo\n"),
    ("a: |\n  one\n\n  - two\n", "one\n\n- two\n"),
    ("a: one\n  two\n", "one two"),
    ("a: one\n\n  two\n", "one\n\ntwo"),
    ("a: one:\n  - two\n  - three\nb: c\n".replace(":\n  -", "\n  -"), "one\n- two\n- three"),
    ("a: 'one\n\n  two'\n", "one\ntwo"),
    ("a: >2\n  one\n\n  two\n", "one\ntwo\n"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_a_list_or_blank_line_in_a_folded_text_keeps_its_lines(text: str, expected: str) -> None:
    assert text_of(text, "a") == expected


def test_one_dash_in_a_plain_text_may_be_an_item_out_of_line() -> None:
    tree, problems = read_bytes(b"a:\n  - one\n   - two\n", "a.yaml")

    assert tree is not None
    assert getattr(find(tree, "a[0]"), "text", "") == "one - two"
    assert [str(problem) for problem in problems] == [
        "a.yaml:3:4: warning: a[0]: this dash begins no new item, since its line goes on from the"
        " text above: put it below the dash it belongs beside, or the whole text in quotes"
    ]


NESTED = """\
duties:
  rationale: because
  tasks:
    - task: one
      done_by: A
    - task: two
empty:
"""


def test_a_dotted_name_finds_its_node() -> None:
    tree = tree_of(NESTED)

    found = find(tree, "duties.tasks[1].task")

    assert found == Scalar("two", False, Place("a.yaml", 6, 13))
    assert isinstance(find(tree, "duties.tasks"), Sequence)
    assert find(tree, "") is tree
    for name in ("duties.tasks[2]", "duties.tasks[0].how", "nothing", "duties.rationale.x", "a[0]"):
        assert find(tree, name) is None


PLACES = [
    ("duties.tasks[1].task", 6, 13),
    ("duties.tasks[1].how", 6, 7),
    ("duties.tasks[7].how", 3, 3),
    ("duties.supervision", 1, 1),
    ("duties.rationale", 2, 14),
    ("empty", 7, 7),
    ("nothing.at.all", 1, 1),
]


@pytest.mark.parametrize(("name", "line", "column"), PLACES)
def test_a_missing_value_has_the_place_of_the_block_that_should_hold_it(
    name: str, line: int, column: int
) -> None:
    assert place_of(tree_of(NESTED), name) == ("a.yaml", line, column)


def test_layers_merge_blocks_and_replace_lists_and_values() -> None:
    base = tree_of("a: {x: 1, y: 2}\nl: [1, 2]\nv: {w: 1}\nonly: base\n", "base.yaml")
    over = tree_of("# terms\na: {y: 3, z: 4}\nl: [9]\nv: text\nnew: 1\n", "over.yaml")

    laid = lay([base, over])

    assert [str(getattr(find(laid, name), "text", "")) for name in ("a.x", "a.y", "a.z")] == [
        *"134"
    ]
    assert place_of(laid, "a.x").file == "base.yaml"
    assert place_of(laid, "a.y") == ("over.yaml", 2, 8)
    assert place_of(laid, "a") == ("base.yaml", 1, 1)
    assert find(laid, "l") is find(over, "l")
    assert find(laid, "v") is find(over, "v")
    assert place_of(laid, "not.there") == ("base.yaml", 1, 1)
    assert list(laid.entries) == ["a", "l", "v", "only", "new"]


def test_a_name_without_a_value_leaves_the_layer_below_as_it_is() -> None:
    base = tree_of("a: {x: 1}\nl: [1]\nm: [1]\n")
    over = tree_of("a:\nl: ~\nm: []\nn:\n")

    laid = merged(base, over)

    assert find(laid, "a.x") == find(base, "a.x")
    assert find(laid, "l") is find(base, "l")
    assert find(laid, "m") is find(over, "m")
    assert not is_given(find(laid, "n"))


def test_no_layer_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no layer to lay"):
        lay([])


def test_an_alias_repeats_what_its_label_names() -> None:
    tree = tree_of("a: &who {name: Lee}\nb: *who\n")
    assert find(tree, "b") is find(tree, "a")
