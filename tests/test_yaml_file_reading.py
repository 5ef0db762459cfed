"""Any file is read, or it is said in one line why not and what to do."""

import time
from pathlib import Path

import pytest
import yaml

from jobshare_docs.yaml_file import Mapping, Scalar, find, parsing, read, read_bytes

EXAMPLE = "position:\n  title: Nurse\nemployees:\n  A: {name: Élise}\n"
MIB = 1024 * 1024


def told(content: bytes) -> list[str]:
    return [str(problem) for problem in read_bytes(content, "a.yaml")[1]]


def test_a_file_is_read_under_the_name_its_user_gave(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\nb:\n  - @\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    tree, problems = read("a.yaml")

    assert tree is not None
    assert tree.entries["a"].key == ("a.yaml", 1, 1)
    assert str(problems[0]).startswith("a.yaml:3:5: b: a text that begins with @ needs quotes")


def test_a_missing_file_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("a: 1")
    path = tmp_path / "answer.yaml"

    tree, problems = read(path)

    assert tree is None
    nearest = tmp_path / "answers.yaml"
    assert [str(each) for each in problems] == [
        f"{path}: there is no such file; nearest: '{nearest}'"
    ]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "no" / "answers.yaml"

    _, problems = read(path)

    assert [str(each) for each in problems] == [
        f"{path}: there is no such file: look at the name of the folder"
    ]


def test_a_folder_is_told(tmp_path: Path) -> None:
    tree, problems = read(tmp_path)

    assert tree is None
    assert [str(each) for each in problems] == [
        f"{tmp_path}: this is a folder: name a file in it, such as answers.yaml"
    ]


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch) -> None:
    # Made by hand, since an administrator may read every file.
    def refused(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    path = tmp_path / "a.yaml"

    _, problems = read(path)

    expected = "the file may not be read: ask its owner, or close the program that holds it"
    assert [str(problem) for problem in problems] == [f"{path}: {expected}"]


def test_a_name_that_no_file_can_have_is_told() -> None:
    _, problems = read("a\0.yaml")

    assert "the file cannot be read (embedded null byte)" in problems[0].message


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"# only a comment\n", b"---\n", b"{}", b"~", b"\xef\xbb\xbf"]
)
def test_an_empty_file_is_a_mistake_with_a_next_step(content: bytes) -> None:
    expected = "a.yaml:1:1: the file is empty: write the answers as lines of 'name: value'"
    assert told(content) == [expected]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_utf_8_and_16_are_read_with_any_line_ends(encoding: str, line_end: str) -> None:
    text = EXAMPLE.replace("\n", line_end)

    tree, problems = read_bytes(text.encode(encoding), "a.yaml")

    assert problems == []
    assert tree == read_bytes(EXAMPLE.encode(), "a.yaml")[0]


@pytest.mark.parametrize(
    ("mark", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_utf_16_is_read_in_both_orders(mark: bytes, codec: str) -> None:
    tree, problems = read_bytes(mark + EXAMPLE.encode(codec), "a.yaml")

    assert problems == []
    assert tree == read_bytes(EXAMPLE.encode(), "a.yaml")[0]


UNREADABLE = [
    (
        "a: 1\r\nname: Élise".encode("cp1252"),
        "a.yaml:2:7: the byte C9 is not UTF-8 (perhaps a 'É' of Windows-1252):"
        " save the file as UTF-8",
    ),
    (
        b"\xef\xbb\xbfa: \xff",
        "a.yaml:1:4: the byte FF is not UTF-8 (perhaps a 'ÿ' of Windows-1252):"
        " save the file as UTF-8",
    ),
    (b"a: \x81", "a.yaml:1:4: the byte 81 is not UTF-8: save the file as UTF-8"),
    (
        "a: 1".encode("utf-16-le"),
        "a.yaml:1:1: the file looks like UTF-16 without the mark that says so:"
        " save the file as UTF-8",
    ),
    (
        "a: 1".encode("utf-32"),
        "a.yaml:1:1: the file is written in UTF-32: save the file as UTF-8",
    ),
    (
        b"\xff\xfea\0\n\0\x00\xd8",
        "a.yaml:2:1: the UTF-16 of this file is broken here: save the file as UTF-8",
    ),
    (
        b"a: some words\nb: \0",
        "a.yaml:2:4: there is a zero byte here: this is no text file, or it is damaged;"
        " name a YAML file",
    ),
    (
        b"PK\x03\x04....",
        "a.yaml:1:1: this is a Word, Excel or zip file, not a text file: name a YAML file",
    ),
    (
        b"%PDF-1.7",
        "a.yaml:1:1: this is a PDF, not a text file: name the Word file of the same proposal"
        " (.docx), which can be read, or a YAML file",
    ),
]


@pytest.mark.parametrize(("content", "expected"), UNREADABLE)
def test_what_is_no_utf_8_text_is_told_with_the_place(content: bytes, expected: str) -> None:
    assert told(content) == [expected]


INVISIBLE = [
    ("\x0b", "an invisible character (U+000B) stands here, which no document can hold: delete it"),
    (
        "\ufeff",
        "an invisible character (U+FEFF) stands here, which no document can hold: delete it",
    ),
    (
        "\ufffe",
        "an invisible character (U+FFFE) stands here, which no document can hold: delete it",
    ),
    ("\u2028", "an invisible line separator (U+2028) stands here: put a space in its place"),
    ("\x85", "an invisible line separator (U+0085) stands here: put a space in its place"),
]


@pytest.mark.parametrize(("character", "expected"), INVISIBLE)
def test_what_no_document_can_hold_is_told_with_its_line(character: str, expected: str) -> None:
    text = f"a: 1\nb: one{character}two\nc: @\n"

    assert told(text.encode()) == [
        f"a.yaml:2:7: {expected}",
        'a.yaml:3:4: c: a text that begins with @ needs quotes; write: c: "@"',
    ]


def test_a_lone_surrogate_is_told() -> None:
    assert "the byte ED is not UTF-8" in told(b"a: \xed\xa0\x80")[0]


def test_more_than_one_mebibyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(1024 * MIB)

    tree, problems = read(path)

    assert tree is None
    assert str(problems[0]) == f"{path}: the file is larger than 1 MiB: answers are a few pages"


@pytest.mark.parametrize("sign", ["", ">\n  "])
def test_bullets_of_a_word_processor_keep_their_lines(sign: str) -> None:
    tree, problems = read_bytes(f"a: {sign}•\tone\n  •\ttwo\n  • three\n".encode(), "a.yaml")
    assert problems == []
    assert tree is not None
    text = find(tree, "a")
    assert isinstance(text, Scalar)
    assert text.text.strip() == "•\tone\n•\ttwo\n• three"


def nested(levels: int) -> bytes:
    return b"a: " + b"[" * (levels - 1) + b"]" * (levels - 1)


def test_thirty_levels_are_read_and_no_more() -> None:
    assert told(nested(30)) == []
    message = "the file is nested more than 30 levels deep: take some brackets or indents away"
    assert told(nested(31))[0].endswith(message)


def test_levels_are_counted_through_aliases() -> None:
    half = b"a: &a " + b"[" * 15 + b"x" + b"]" * 15 + b"\nb: "
    assert told(half + b"[" * 14 + b"*a" + b"]" * 14) == []
    assert "more than 30 levels deep" in told(half + b"[" * 15 + b"*a" + b"]" * 15)[0]


def test_ten_thousand_values_are_read_and_no_more() -> None:
    assert told(b"a:\n" + b"- x\n" * 9_998) == []
    message = "the file holds more than 10,000 values: take apart what is repeated"
    assert told(b"a:\n" + b"- x\n" * 9_999)[0].endswith(message)


HOSTILE = {
    "brackets": b"[" * 100_000,
    "braces": b"{" * 100_000,
    "dashes": b"- " * (MIB // 2),
    "questions": b"? " * (MIB // 2),
    "aliases": b"a: &a x\n" + b"b: *a\n" * 170_000,
    "laughs": b"a: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (98 + i, 98 + i, b",".join([b"*%c" % (97 + i)] * 9)) for i in range(20)
    ),
    "itself": b"a: &a [*a, *a, *a]",
    "one line": b"a: " + b"x " * (MIB // 2 - 9),
    "number signs": b" #x" * (MIB // 3),
    "quotes": b'a: "' + b"x" * (MIB - 10),
    "colons": b"a: " * (MIB // 3),
    "broken blocks": b"a: @\n" * (MIB // 5),
    "many blocks": b"".join(b"a%d: @x\n" % i for i in range(90_000)),
    "tabs": b"a:\n" + b"\t" * (MIB - 10),
    "anchors": b"&a " * (MIB // 3),
    "percents": b"%a\n" * (MIB // 3),
    "indents": b"".join(b" " * i + b"a:\n" for i in range(1_400)),
    "left behind": b"a: >\n" + b"  x\n" * (MIB // 4 - 9) + b" y\n",
    "twice": b"a:\n" + b"  b: 1\n" * 9_000,
    "control": b"\x01" * MIB,
}


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_early(name: str, parser: str, monkeypatch) -> None:
    if parser == "python":
        monkeypatch.setattr(parsing, "_LOADER", yaml.SafeLoader)
    start = time.perf_counter()

    read_bytes(HOSTILE[name], "a.yaml")

    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("parser", ["libyaml", "python"])
def test_both_parsers_make_the_same_tree(parser: str, monkeypatch) -> None:
    if parser == "python":
        monkeypatch.setattr(parsing, "_LOADER", yaml.SafeLoader)

    tree, problems = read_bytes(EXAMPLE.encode() + b"x: >\n  - a\n\n  b\n", "a.yaml")

    assert problems == []
    assert isinstance(tree, Mapping)
    assert [entry.key[1:] for entry in tree.entries.values()] == [(1, 1), (3, 1), (5, 1)]
    assert getattr(tree.entries["x"].value, "text", None) == "- a\n\nb\n"
