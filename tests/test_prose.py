"""Markdown in answers: paragraphs, lists, emphasis, links; all else is text as it stands."""

import re
from itertools import groupby

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jobshare_docs.prose import Block, Prose, Run, blocks, plain


def test_prose_is_text() -> None:
    assert Prose("a") == "a"
    assert blocks(Prose("a b")) == (Block((Run("a b"),)),)
    assert blocks("  ") == ()


@pytest.mark.parametrize(
    "text",
    ["Text\n---\nmore", "# 7 of 9", "> said", "`code`", "a | b", "<b>R&D</b> &amp;", "![x](y)",
     "www.b.example", "Text\n===", "~~no~~", "{{ 7*7 }}", "1) and 2)", "7. is a number.7"],
)  # fmt: skip
def test_what_means_nothing_here_stays(text: str) -> None:
    assert "".join(run.text for block in blocks(text) for run in block.runs) in (
        text.replace("\n", " "), "and 2)", "is a number.7",
    )  # fmt: skip


@given(st.text(st.sampled_from("ab .,-+1)#>`|&~=:\t\n\n "), max_size=40))
def test_plain_paragraphs_are_read_as_markdown_reads_them(text: str) -> None:
    assume(not re.search(r"^\s*([-+]|\d+[.)])\s*$", text, re.MULTILINE))  # an item of nothing
    marked = blocks(f"{text}\n\n*.*")[:-1]
    assert [_words(block) for block in blocks(text)] == [_words(block) for block in marked]


MARKED = (
    *("- a", "- **b** c", "a **b c**, d", "- ", "\n", "\n\n", "**a**", "1. a", "  - b", "* c"),
    *("a\n- b", "- a\n- b", "- a\n\n- b", "a  ", "    a", "-\ta"),
)


@given(st.lists(st.sampled_from(MARKED) | st.text(st.sampled_from("ab *-_.,(\n"), max_size=4)))
def test_simple_lists_and_bold_words_are_read_as_markdown_reads_them(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    assume(not re.search(r"^\s*[-+*]\s*$", text, re.MULTILINE))  # an item of nothing
    library = _joined_runs(blocks(f"{text}\n\n*.*")[:-1])
    assert _joined_runs(blocks(text)) == library


def _joined_runs(found: tuple[Block, ...]) -> list[tuple[object, ...]]:
    """Each block with its words, those of one form in one piece."""
    return [
        (
            *block[1:],
            [
                (form, "".join(run.text for run in runs).strip())
                for form, runs in groupby(block.runs, key=lambda run: run[1:])
            ],
        )
        for block in found
    ]


def _words(block: Block) -> tuple[str, str]:
    return block.marker, " ".join("".join(run.text for run in block.runs).split())


def test_emphasis_and_links() -> None:
    (block,) = blocks("a **b _c_** [d](https://x.example/?a=1&b=2) [e](javascript:f)")
    assert block.runs == (
        Run("a "),
        Run("b ", bold=True),
        Run("c", bold=True, italic=True),
        Run(" "),
        Run("d", link="https://x.example/?a=1&b=2"),
        Run(" [e](javascript:f)"),
    )


def test_line_breaks_are_those_of_markdown() -> None:
    (block,) = blocks("one\ntwo  \nthree")
    assert "".join(run.text for run in block.runs) == "one two\nthree"


def test_lists_nest_and_each_is_one_of_its_own() -> None:
    found = blocks("- a\n  1. b\n\n     more\n  2. c\n- d\n\nText\n\n5. e")
    assert [(b.marker, b.level, b.list_number, b.number) for b in found] == [
        ("bullet", 0, 1, 1),
        ("number", 1, 2, 1),
        ("number", 1, 2, 0),
        ("number", 1, 2, 2),
        ("bullet", 0, 1, 2),
        ("", 0, 0, 0),
        ("number", 0, 3, 1),
    ]


def test_plain_text_for_the_terminal() -> None:
    text = "Hello **you**\n\n- a\n- b\n  1. c\n\nSee [us](https://x.example)."
    assert plain(text) == "Hello you\n\n- a\n- b\n  1. c\n\nSee us (https://x.example)."
    assert plain("[x@y.example](mailto:x@y.example)") == "x@y.example"


@pytest.mark.parametrize(
    "text", ["-", "- - -", "*", "* ", "a\n\n- - -\n\nb", "+\n\n*", "a\n\n*\n\n- b", "1.", "1. "]
)
def test_marks_with_nothing_after_them_are_text(text: str) -> None:
    assert plain(text).split() == text.split()


def test_an_empty_item_of_a_list_stays_one() -> None:
    found = [(b.number, "".join(run.text for run in b.runs)) for b in blocks("1. a\n2.\n3. c")]
    assert found == [(1, "a"), (2, ""), (3, "c")]


@pytest.mark.parametrize("depth", [9, 12, 40, 90, 400, 3000])
def test_lists_nested_however_deep_lose_nothing(depth: int) -> None:
    for text in (
        "- " * depth + "deepest",
        "\n".join(f"{'  ' * level}- level{level}" for level in range(min(depth, 400))),
        "1. " * depth + "deepest",
    ):
        said = " ".join(run.text for block in blocks(text) for run in block.runs).split()
        wanted = [word for word in text.split() if word[-1:].isalnum()]
        assert [word for word in said if word[-1:].isalnum()] == wanted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see [](https://a.example/x)", "https://a.example/x"),
        ("see [ ](https://a.example)", "https://a.example"),
        ("see [](mailto:hr@a.example)", "hr@a.example"),
        ("[](https://b.example)\n[](https://a.example)", "https://a.example"),
    ],
)
def test_a_link_without_words_shows_its_address(text: str, shown: str) -> None:
    (block,) = blocks(text)
    assert block.runs[-1].text == shown
    assert block.runs[-1].link == text.rpartition("(")[2][:-1]
    assert block.runs[-2].text[-1:] == " "
