"""What looks like a tag and is none is told, since it would be printed; a lone brace is only text.

Braces apart, too few or too many stop the document where the name between them has a value.
"""

from pathlib import Path
from typing import Any

import pytest
from small_files import body, lines, p, r, rendered, table, written

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.word_template import WordTemplate

VALUES: dict[str, Any] = {"employee": {"name": "Ada"}, "today": "Monday", "xs": [{"n": 1}], "x": 1}


def told(folder: Path, content: str, **more: str) -> list[str]:
    """What stops the document, without the file's path."""
    path = written(folder, content, **more)
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path).render(VALUES)
    return [str(problem).removeprefix(f"{path}: ") for problem in raised.value.problems]


def printed(folder: Path, *texts: str) -> list[str]:
    return lines(body(rendered(written(folder, "".join(map(p, texts))), VALUES)))


@pytest.mark.parametrize(
    ("text", "quoted", "why"),
    [
        ("{ { employee.name }}", "{ { employee.name }}", "its braces apart"),
        ("{{ employee.name } }", "{{ employee.name } }", "its braces apart"),
        ("{ { employee.name } }", "{ { employee.name } }", "its braces apart"),
        ("{\u00a0{ employee.name }}", "{\u00a0{ employee.name }}", "its braces apart"),
        ("{employee.name}}", "{employee.name}}", "a brace too few"),
        ("{{employee.name}", "{{employee.name}", "a brace too few"),
        ("{ {employee.name}", "{ {employee.name}", "a brace too few"),
        ("{{{employee.name}}", "{{{employee.name}}", "a brace too many"),
        ("employee.name }}", "employee.name }}", "its first braces missing"),
        ("{ { employee.nmae }}", "{ { employee.nmae }}", "its braces apart"),
        ("{ { today|upper }}", "{ { today|upper }}", "its braces apart"),
    ],
)
def test_braces_apart_too_few_or_too_many_stop_the_document(
    tmp_path: Path, text: str, quoted: str, why: str
) -> None:
    (said,) = told(tmp_path, p(f"Dear {text}: it is {{{{ today }}}}"))
    meant = quoted.replace("\u00a0", " ").strip("{ }")
    assert f"'{quoted}' looks like a tag with {why}" in said
    assert said.endswith(f"write {{{{ {meant} }}}}")
    assert said.startswith('body, near "Dear ')


def test_a_brace_after_a_tag_stops_the_document(tmp_path: Path) -> None:
    (said,) = told(tmp_path, p("Dear {{employee.name}}}:"))
    assert "'{{employee.name}}}' has a brace too many, which is printed: write " in said
    (said,) = told(tmp_path, p("Dear {{{employee.name}}}:"))
    assert "a brace too many stands at each end; take these out" in said


def test_a_mistake_does_not_hide_another(tmp_path: Path) -> None:
    texts = ("{ {employee.name}", "{{employee.name}}}", "{ {today}", "{today}}")
    assert len(told(tmp_path, "".join(map(p, texts)))) == 3  # a bare name may be text
    said = told(tmp_path, p("({{ employee.name })") + p("a {{x}}}") + p("{ % endif %}"))
    assert ["brace too" in one for one in said] == [True, False]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{ % if x %}", "{% if x %}"),
        ("{ % if x % }", "{% if x %}"),
        ("{ # a note #}", "{# a note #}"),
        ("{ %p endif %}", "{%p endif %}"),
        ("{ % for one in xs %}", "{% for one in xs %}"),
        ("{% if x }", "{% if x %}"),
        ("{% if x % }", "{% if x %}"),
        ("{{% if x %}", "{% if x %}"),
        ("{% else %)", "{% else %}"),
    ],
)
def test_a_choice_or_loop_misspelt_stops_the_document(
    tmp_path: Path, text: str, meant: str
) -> None:
    (said,) = told(tmp_path, p(f"a {text} b"))
    assert f"'{text}' looks like a tag" in said
    assert said.endswith(f"write {meant}")


def test_a_loop_has_names_of_its_own(tmp_path: Path) -> None:
    (said,) = told(tmp_path, p("{% for one in xs %}{ { one.n }}{% endfor %}"))
    assert "'{ { one.n }}' looks like a tag with its braces apart" in said


def test_it_is_seen_though_word_cut_it_in_pieces_and_wherever_it_stands(tmp_path: Path) -> None:
    pieces = "".join(map(r, ("{", " { emplo", "yee.", "name }", "}")))
    box = f"<w:r><w:pict><w:txbxContent>{p('{x}}')}</w:txbxContent></w:pict></w:r>"
    note = f'<w:footnote w:id="1">{p("{ { today }}")}</w:footnote>'
    content = f"<w:p>{pieces}</w:p>{table(['{ % endif %}'])}<w:p>{r('a')}{box}</w:p>"
    said = told(tmp_path, content)
    assert len(said) == 1  # what needs no value to be known comes first
    said = told(
        tmp_path, content.replace("{ % endif %}", ""), header1=p("{today}}"), footnotes=note
    )
    assert [one.partition(":")[0].partition(",")[0] for one in said] == [
        "body", "body", "header", "footnote",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "{x}",
        "a { b } c",
        "{ employee.name }",
        r"\textbf{\frac{x}{today}}",
        r"\frac{ {today} }{2}",
        '{"name": {today}}',
        '{"a": {"b": {today}, "c": 1}}',
        "{ {nobody.knows} }",
        "{ { today } }",
        "{nobody}}",
        "(% of the salary)",
        "(% for all)",
        "{ % for all }",
        "the set { {1}, {2} }",
        "} {",
        "}}",
        "a }} b",
        ":-}",
    ],
)
def test_a_lone_brace_is_only_text(tmp_path: Path, text: str) -> None:
    assert printed(tmp_path, text, "{{ today }}") == [text, "Monday"]


def test_a_brace_around_a_tag_that_is_closed_elsewhere_is_only_text(tmp_path: Path) -> None:
    assert printed(tmp_path, '{"a": {', '"b": {{ today }}}', "}") == [
        '{"a": {',
        '"b": Monday}',
        "}",
    ]
    assert printed(tmp_path, "{ {{ today }} }") == ["{ Monday }"]


def test_raw_blocks_and_braces_with_an_underscore_print_what_they_hold(tmp_path: Path) -> None:
    raw = "{% raw %}{ { today }} {today}} { % if x %}{% endraw %}"
    assert printed(tmp_path, raw) == ["{ { today }} {today}} { % if x %}"]
    assert printed(tmp_path, "{% raw %}", "{ { today }}", "{% endraw %}") == ["{ { today }}"]
    assert printed(tmp_path, "{_{ today }_}") == ["{{ today }}"]


def test_what_was_kept_of_a_template_stops_the_document_as_well(tmp_path: Path) -> None:
    path = written(tmp_path, p("{ { today }}"))
    for _ in range(2):
        with pytest.raises(ProblemsFound, match="looks like a tag with its braces apart"):
            WordTemplate.load(path, keep_in=tmp_path / "kept").render(VALUES)
