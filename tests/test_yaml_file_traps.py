"""YAML's own traps are told in plain words, with the line as it should be."""

import pytest

from jobshare_docs.yaml_file import read_bytes

ON_ONE_LINE = [
    (
        "title: Manager: north",
        "1:8: title: a text with a colon and a space in it needs quotes;"
        ' write: title: "Manager: north"',
    ),
    (
        "title: Manager:",
        '1:8: title: a text with a colon and a space in it needs quotes; write: title: "Manager:"',
    ),
    (
        "how: *see below",
        '1:6: how: a text that begins with * needs quotes; write: how: "*see below"',
    ),
    (
        "how: *see",
        "1:6: how: YAML takes '*see' for something labelled '&see', and there is none;"
        ' write: how: "*see"',
    ),
    (
        "name: &Co partners",
        "1:7: name: YAML takes what begins with '&' for a label and drops it;"
        ' write: name: "&Co partners"',
    ),
    (
        "how: !Important words",
        "1:6: how: YAML does not read what begins with '!' as text;"
        ' write: how: "!Important words"',
    ),
    (
        "how: !!python/object:os.system ls",
        "1:6: how: YAML does not read what begins with '!' as"
        ' text; write: how: "!!python/object:os.system ls"',
    ),
    ("how: @home", '1:6: how: a text that begins with @ needs quotes; write: how: "@home"'),
    ("how: `code`", '1:6: how: a text that begins with ` needs quotes; write: how: "`code`"'),
    ("how: %60", '1:6: how: a text that begins with % needs quotes; write: how: "%60"'),
    (
        "title: [Acting] Manager",
        '1:8: title: a text that begins with [ needs quotes; write: title: "[Acting] Manager"',
    ),
    (
        "title: {North} Manager",
        '1:8: title: a text that begins with { needs quotes; write: title: "{North} Manager"',
    ),
    (
        'title: "Manager" north',
        "1:8: title: the quotes end before the text does; write: title: '\"Manager\" north'",
    ),
    ("how: 'It's fine'", '1:6: how: the quotes end before the text does; write: how: "It\'s fine"'),
    ('how: "Dana', '1:6: how: the quote that begins here does not end; write: how: "Dana"'),
    (
        'file: "C:\\xyz"',
        "1:7: file: a backslash in double quotes changes what follows it; write: file: 'C:\\xyz'",
    ),
    (
        "how: bin #7",
        "1:10: how: '#7' is lost, since YAML takes it for a comment;"
        ' write: how: "bin #7" (or put a space behind # if it is a comment)',
    ),
    (
        "how: #7",
        "1:6: how: '#7' is lost, since YAML takes it for a comment;"
        ' write: how: "#7" (or put a space behind # if it is a comment)',
    ),
    ("weeks: - A A AB B B", '1:8: weeks: YAML takes this for a list; write: weeks: "- A A AB B B"'),
    (
        "day: {am: - A A B B}",
        '1:11: day.am: a text in brackets that begins with a dash needs quotes; write: "- A A B B"',
    ),
    (
        "tasks: - intakes",
        "1:8: tasks: a list begins on the line below its name;"
        " write 'tasks:' and below it '  - intakes'",
    ),
    ("how: |all", '1:6: how: the text begins on the line below the |; write: how: "all"'),
    (
        "weeks: [A, B",
        "1:8: weeks: the [ that begins here is not closed: add ], or a comma between values",
    ),
    (
        "{title: Manager, Nursing, name: Lee}",
        "1:18: Nursing: 'Nursing' has no colon and no value;"
        ' in { } a comma ends a text; if it belongs to the one before, write "Manager, Nursing"',
    ),
    ("name:Lee", "1:1: a space is missing behind the colon; write: name: Lee"),
    (
        "<<: {a: b}",
        "1:1: <<: '<<' merges blocks in other tools and not here: write its lines out in this"
        " block",
    ),
    (": Lee", "1:1: there is no name before this colon: write it as 'name: value'"),
    ("[a]: Lee", "1:1: a list or block stands where a name is needed: write it as 'name: value'"),
    (
        'how: "a\\x0bb"',
        "1:6: how: an escape in this text makes U+000B, which no document can hold: delete it",
    ),
]

ON_SEVERAL_LINES = [
    (
        "{day: x, title: Manager: north}",
        "1:10: day: a text with a colon and a space in it needs quotes;"
        ' write: title: "Manager: north"',
    ),
    (
        "day: {start: 8:30, end:16:45}",
        "1:20: day.end:16:45: a space is missing behind the colon; write: end: 16:45",
    ),
    (
        "how: >\n- x",
        "2:1: how: the text of 'how' stands further in than its name: indent it by two",
    ),
    (
        "a:\n\u00a0\u00a0b: 1",
        "2:1: \u00a0\u00a0b: a hard space (U+00A0) stands before this line's words:"
        " use plain spaces",
    ),
    (
        "a:\n  b: 1\n\u00a0\u00a0c d\n  e: 2",
        "3:1: a: a hard space (U+00A0) stands before this line's words: use plain spaces",
    ),
    ("title:\u00a0Nurse", "1:1: a space is missing behind the colon; write: title: Nurse"),
    ("a:\n\tb: 1", "2:1: a: a tab is used to indent this line: use spaces, two for each level"),
    (
        "a:\n  b: 1\n\tc: 1",
        "3:1: a.b: a tab is used to indent this line: use spaces, two for each level",
    ),
    ("a:\n  name:Lee\n  b: 1", "2:3: a: a space is missing behind the colon; write: name: Lee"),
    ("a:\n- b\n-c", "3:1: a: a space is missing behind the dash; write: - c"),
    (
        "a:\n  b: 1\n  just words\n  c: 2",
        "3:3: a: this line has no 'name:': write one, or indent it"
        " further if it goes on from above",
    ),
    (
        "a:\n  title: Nurse\n    number: 5",
        "3:5: a: this line is indented further than 'title' above,"
        " which has its value already: indent both alike, or put a text of several lines in quotes",
    ),
    (
        "a:\n  b: 1\n c: 2",
        "3:2: a: this line begins at column 2: indent it to column 3, like 'b' above, or to"
        " column 1, like the block from line 1 on",
    ),
    (
        "a:\n  - x\n  b: 1",
        "3:3: a: names and dashes are mixed in the block that begins on line 2:"
        " indent the list below its name, or give this line a dash",
    ),
    ("a: |\n  x\n y", "3:2: a: the text above begins at column 3: indent this line like it"),
    ("  a: 1\nb: 2", "2:1: a: this line begins left of those above: begin all at column 1"),
    (
        "a: bin #7\n  more",
        "1:4: a: '#7' is lost, since YAML takes it for a comment; write: a: \"bin #7\"",
    ),
    ('a: "Dana\nb: "3"', '1:4: a: the quote that begins here does not end; write: a: "Dana"'),
    ("a: 1\nb: 2\na: 3", "3:1: a: 'a' is given twice, first on line 1: keep one of them"),
    ("s:\n  a: {b: 1}\n  a: 2", "3:3: s.a: 'a' is given twice, first on line 2: keep one of them"),
    (
        "weeks:\n  - - A A B B # so",
        '2:5: weeks[0]: YAML takes this week for a list in a list; write: - "- A A B B"',
    ),
    (
        "a: 1\n---\nb: 2",
        "2:1: a second document begins here (---): keep one in a file, or take the line away",
    ),
    ("%FOO\n---\na: 1", "1:1: a line that begins with % instructs YAML: take it away"),
    (
        "a: &a {b: *a}",
        "1:11: a.b: '*a' stands inside '&a', the very thing it repeats: write it out",
    ),
    ("- a\n- b", "1:1: a list stands here, where the name of a block belongs, such as 'position:'"),
    ("words", "1:1: a text stands here, where the name of a block belongs, such as 'position:'"),
]


@pytest.mark.parametrize(("text", "expected"), ON_ONE_LINE + ON_SEVERAL_LINES)
def test_a_trap_is_told_with_its_place_and_how_to_mend_it(text: str, expected: str) -> None:
    _, problems = read_bytes(f"{text}\n".encode(), "answers.yaml")

    assert [str(problem) for problem in problems][:1] == [f"answers.yaml:{expected}"]


def test_a_week_of_many_dashes_is_told_once() -> None:
    _, problems = read_bytes(b"weeks:\n  - - - - A B\n", "a.yaml")

    assert [str(problem) for problem in problems] == [
        'a.yaml:2:5: weeks[0]: YAML takes this week for a list in a list; write: - "- - - A B"'
    ]


def test_a_mended_line_is_read() -> None:
    for text, expected in ON_ONE_LINE:
        _, told, mended = expected.partition("write: ")
        mended = mended.partition(" (or put")[0]
        if told and ": " in mended:
            tree, problems = read_bytes(mended.encode(), "answers.yaml")
            assert tree is not None, text
            assert problems == [], text


HARMLESS = [
    "name: Lee # a comment",
    "name: Lee ## a comment",
    "name: Lee #",
    "#comment\nname: Lee",
    "name: Lee #---------",
    "name: Lee#7",
    "name: 'Lee #7'",
    "name: |\n  Lee #7",
    "name: >\n  Lee\n  #7",
    "when: 8:30",
    "weeks:\n  - A A AB B B\n  - A A B B -",
    "at: http://example.org/a:b",
    "name: a\tb",
    "%YAML 1.2\n---\nname: Lee",
    "---\nname: Lee\n...\n",
    "name: it's 50% off & more * [not] {a}",
    "a: &a {b: c}\nd: *a",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_a_trap_is_read(text: str) -> None:
    tree, problems = read_bytes(text.encode(), "answers.yaml")

    assert problems == []
    assert tree is not None


def test_every_broken_block_is_told_and_the_others_are_read() -> None:
    text = 'a: {x: *l}\nb: "x\nc: 3\nd: "4"\ne: @5\nf:\n\tg: 1\nh: &l 1\ni: bin #7\n'

    tree, problems = read_bytes(text.encode(), "answers.yaml")

    assert tree is not None
    assert list(tree.entries) == ["a", "c", "d", "h", "i"]
    assert [(problem.line, problem.field) for problem in problems] == [
        (2, "b"),
        (5, "e"),
        (7, "f"),
        (9, "i"),
    ]


def test_a_very_long_text_is_shown_in_part() -> None:
    _, problems = read_bytes(b"a: @" + b"x" * 100_000, "answers.yaml")

    assert len(str(problems[0])) < 1_200
    assert "a text that begins with @" in str(problems[0])
