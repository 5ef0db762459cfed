"""Every mistake has a place, says what is wrong in plain words, and what to do; all at once."""

from pathlib import Path
from typing import Any

import pytest
from small_files import WORD, p, r, table, written

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.word_template import WordTemplate


def told(
    folder: Path, content: str, values: dict[str, Any] | None = None, **more: str
) -> list[str]:
    """What is said of a template, without its path."""
    path = written(folder, content, **more)
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path, {"shout": lambda text: text.upper()}).render(values or {})
    problems = [str(problem) for problem in raised.value.problems]
    assert all(problem.startswith(f"{path}: ") for problem in problems)
    return [problem.removeprefix(f"{path}: ") for problem in problems]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (p("{% if trial %}"), "body: '{% if trial %}' is never closed"),
        (p("a {{ x b"), "body, near \"a {{ x b\": '{{ x b' is never closed"),
        (p("{% endfor %}"), "body: '{% endfor %}' closes nothing; take it out, or open it above"),
        (p("{% else %}"), "body: '{% else %}' stands in no '{% if … %}'"),
        (p("{% cellbg x %}"), "the tag 'cellbg' of docxtpl is not supported"),
        (p("{% vm %}"), "the tag 'vm' of docxtpl is not supported"),
        (p("{% hm %}"), "the tag 'hm' of docxtpl is not supported"),
        (p("{% colspan 2 %}"), "the tag 'colspan' of docxtpl is not supported"),
        (p("{% endfr %}"), "body: '{% endfr %}' is no tag that is known; nearest: 'endfor'"),
        (p("{% macro a() %}"), "body: '{% macro a() %}' is not allowed in a template"),
        (p("{{ x|shuot }}"), "there is no filter 'shuot'; nearest: 'shout'"),
        (p("{{ a b }}"), "'{{ a b }}' cannot be read: 'b' is not expected there"),
        (p("{{ }}"), "'{{ }}' cannot be read: "),
        (p("{% set x %}"), "'{% set x %}' needs a value: {% set name = value %}"),
        (
            p("{%p if x %} and more") + p("{%p endif %}"),
            "'{%p if x %}' takes its whole paragraph away, which also holds 'and more'; "
            "give the tag a paragraph of its own, or take 'p' out",
        ),
        (
            table(["{%tr if x %}", "more"], ["{%tr endif %}", ""]),
            "'{%tr if x %}' takes its whole table row away, which also holds 'more'",
        ),
        (
            p("{% if x %}") + table([p("{% endif %}")]),
            "'{% if x %}' and '{% endif %}' stand in different kinds of places",
        ),
        (
            f"<w:p>{r('{% if x %}')}<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            f"{r('{% endif %}')}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
            "'{% if x %}' cuts a field of Word's in two",
        ),
    ],
)
def test_a_mistake_in_a_template(tmp_path: Path, content: str, message: str) -> None:
    (said, *_) = told(tmp_path, content)
    assert message in said


def test_the_place_is_the_part_the_heading_and_the_words(tmp_path: Path) -> None:
    content = p("Hours", "Heading1") + p("works {{ schedule.hour.A }} hours")
    assert told(tmp_path, content, {"schedule": {"hours": {}}}) == [
        'body, under "Hours", near "works {{ schedule.hour.A }} hours": '
        "there is no 'schedule.hour'; nearest: 'schedule.hours'"
    ]


@pytest.mark.parametrize(
    ("part", "label"), [("header1", "header"), ("footer1", "footer"), ("footnotes", "footnote")]
)
def test_the_part_is_told(tmp_path: Path, part: str, label: str) -> None:
    wrong = {part: p("{% if trial %}") + p("at {{ x.y }}")}
    if part == "footnotes":
        wrong = {part: f'<w:footnote w:id="1">{wrong[part]}</w:footnote>'}
    assert told(tmp_path, p("a"), **wrong) == [f"{label}: '{{% if trial %}}' is never closed"]
    wrong = {part: wrong[part].replace("{% if trial %}", "a")}
    (said,) = told(tmp_path, p("a"), {"x": {"z": 1}}, **wrong)
    assert said.startswith(f"{label}, near \"at {{{{ x.y }}}}\": there is no 'x.y'")


@pytest.mark.parametrize("tag", ["{{ xs|map('upper') }}", "{{ x.upper }}", "{{ picture }}"])
def test_what_only_python_can_name_is_not_printed(tmp_path: Path, tag: str) -> None:
    (said,) = told(tmp_path, p(tag), {"xs": ["a"], "x": "a", "picture": object()})
    assert "this is neither a text nor a number, a date or a list" in said


def test_a_long_paragraph_is_quoted_around_the_tag(tmp_path: Path) -> None:
    (said,) = told(tmp_path, p("word " * 40 + "{{ x }} " + "word " * 40))
    assert said.startswith('body, near "… word') and said.endswith("word …\": there is no 'x'")


def test_all_mistakes_come_at_once_in_the_order_of_the_document(tmp_path: Path) -> None:
    content = p("{{ a b }}") + p("{% if x %}") + p("{{ c|nix }}") + p("{{ d")
    said = told(tmp_path, content, header1=p("{% endif %}"))
    assert [each.split(": ")[-1] for each in said] == [
        "'b' is not expected there; quotes or an operator may be missing",
        "'{% if x %}' is never closed",
        "there is no filter 'nix'",
        "'{{ d' is never closed",
        "'{% endif %}' closes nothing; take it out, or open it above",
    ]


def test_all_mistakes_of_a_render_come_at_once(tmp_path: Path) -> None:
    content = p("{{ titel }}") + p("{% for x in xs %}") + p("{{ x.taks }}") + p("{% endfor %}")
    content += p("{{ n|shout }}") + p("{{ nil.x }}") + p("{% for y in n %}{% endfor %}")
    content += p("{{ 'a' + 1 }}") + p("{{ bad }}")
    values = {"title": 1, "xs": [{"task": 1}] * 3, "n": 5, "nil": None, "bad": "a\x07b"}
    assert told(tmp_path, content, values) == [
        "body, near \"{{ titel }}\": there is no 'titel'; nearest: 'title'",
        "body, near \"{{ x.taks }}\": there is no 'x.taks'; nearest: 'x.task'",
        "body, near \"{{ n|shout }}\": the filter 'shout' cannot take '5', a number: "
        "'int' object has no attribute 'upper'",
        "body, near \"{{ nil.x }}\": 'nil' is empty, so there is no 'nil.x'",
        "body, near \"{% for y in n %}{% endfor %}\": '{% for y in n %}' cannot be worked out: "
        "this is no list",
        "body: '{{ 'a' + 1 }}' cannot be worked out: can only concatenate str (not \"int\") to str",
    ]


def test_a_character_that_xml_forbids_never_reaches_a_file(tmp_path: Path) -> None:
    (said,) = told(tmp_path, p("{{ x }}"), {"x": "a\x07b"})
    assert said == (
        'body, near "{{ x }}": the value holds the character U+0007, which no Word file can hold; '
        "take it out of the answers"
    )


def test_a_name_that_is_not_there_may_be_asked_for(tmp_path: Path) -> None:
    content = p("{{ x|default('a') }}{% if x is defined %}b{% endif %}")
    assert WordTemplate.load(written(tmp_path, content)).render({})


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x.__class__ }}", "{{ x['__class__'] }}", "{{ ''.__class__.mro() }}", "{{ _x }}",
        "{{ 2 ** 99 }}", "{{ 'a' * 999999999 }}", "{{ [1] * 999999999 }}", "{{ '%999d' % 1 }}",
        "{{ range(999999999) }}", "{{ 'a'.center(999999999) }}", "{{ 'a'|center(999) }}",
        "{{ x|attr('upper') }}", "{{ '{0.__class__}'.format(x) }}", "{{ x|safe }}",
        "{{ 'a'.replace('', 'b' * 9999).replace('', 'c' * 9999) }}",
        "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
        "{{ [x]|map(attribute='__class__')|list }}", "{{ lipsum() }}", "{{ self }}",
        "{% include 'x' %}", "{% for a in x recursive %}{% endfor %}", "{{ 1|round(999999) }}",
        "{% set a = 'aaaaaaaa' * 1000 %}{% set b = a ~ a ~ a ~ a ~ a ~ a ~ a ~ a %}"
        "{% set c = b ~ b ~ b ~ b ~ b ~ b ~ b ~ b ~ b %}"
        "{% set d = c ~ c ~ c ~ c ~ c ~ c ~ c ~ c ~ c %}",
        "{% set a = [1] * 9999 %}{% set b = [a] * 9999 %}{% set c = [b] * 9999 %}{{ c }}",
        "{% set a = [1] * 9999 %}{% set b = [a] * 9999 %}{% set c = [b] * 9999 %}{{ c|upper }}",
        "{{ " + "9" * 5000 + " }}", "{{ " + "(" * 3000 + ")" * 3000 + " }}",
    ],
)  # fmt: skip
def test_a_template_cannot_reach_pythons_insides_or_ask_for_much(tmp_path: Path, tag: str) -> None:
    said = told(tmp_path, p(tag), {"x": "text"})
    assert any("allowed" in each or "there is no" in each for each in said), said


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("folder", None, "this is a folder; name the .docx file in it"),
        ("missing", None, "there is no such file; check the name"),
        ("empty", b"", "the file is empty; save it again in Word as a .docx"),
        ("text", b"Dear", "this is not a Word document; save it in Word as a .docx"),
    ],
)
def test_what_is_no_template(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path)
    assert str(raised.value) == f"{path}: {message}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("document.main+xml", "template.main+xml", "this is a Word template (.dotx)"),
        ("document.main+xml", "document.macroEnabled.main+xml", "it holds macros"),
        (WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main", "not as 'Strict Open XML'"),
        ("document.main+xml", "other+xml", "this is not a Word document"),
        ("<w:body>", "<w:body><w:p>", "'word/document.xml' in it is damaged"),
        ("<w:document", "<!DOCTYPE d [<!ENTITY e 'x'>]><w:document", "has a document type"),
    ],
)
def test_another_kind_of_package(tmp_path: Path, old: str, new: str, message: str) -> None:
    from jobshare_docs import archive

    path = written(tmp_path, p("a"))
    changed = [
        archive.deflated(e.name, archive.inflated(e).decode().replace(old, new).encode())
        for e in archive.entries(path.read_bytes())
    ]
    path.write_bytes(archive.joined(changed))
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path)
    (problem,) = raised.value.problems
    assert problem.where == str(path) and message in problem.message


def test_a_picture_fetched_from_elsewhere_is_a_warning(tmp_path: Path) -> None:
    link = (
        '<Relationship Id="i" TargetMode="External" Target="https://spy.example/a.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
    )
    path = written(tmp_path, p("a"), links=link)
    (warning,) = WordTemplate.load(path).warnings
    assert str(warning).startswith(f"{path}: warning: Word will fetch 'https://spy.example/a.png'")


def test_items_and_keys_that_are_not_there(tmp_path: Path) -> None:
    said = told(tmp_path, p("{{ a.b[1].c }}{{ a['x'] }}"), {"a": {"b": [1], "xs": 2}})
    assert [each.split(": ", 1)[1] for each in said] == [
        "there is no 'a.b[1]'",
        "there is no 'a.x'; nearest: 'a.xs'",
    ]


def test_the_place_is_right_in_a_file_that_is_written_over_many_lines(tmp_path: Path) -> None:
    spread = (p("{{ x }}") + p("a\nb {{ x }}") + p("{{ nix }}")).replace("><", ">\n  <")
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">\n\n'
        "<dc:title>a\nb</dc:title><dc:subject>{{ nought }}</dc:subject></cp:coreProperties>"
    )
    assert told(tmp_path, spread, {"x": 1}, core=core) == [
        "body, near \"{{ nix }}\": there is no 'nix'",
        "document properties: there is no 'nought'",
    ]
