"""Footnotes and endnotes in choices and loops: as often as they are referred to, numbered anew."""

from pathlib import Path

import pytest
from lxml import etree
from small_files import LINKS, W, body, lines, p, r, rendered, table, written

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.prose import Prose
from jobshare_docs.word_template import WordTemplate

KINDS = ("footnote", "endnote")
SEPARATORS = (
    '<w:{0} w:id="-1" w:type="separator"><w:p/></w:{0}>'
    '<w:{0} w:id="0" w:type="continuationSeparator"><w:p/></w:{0}>'
)


def referring(text: str, number: int, kind: str = "footnote") -> str:
    """A paragraph with a reference to a note."""
    return f'<w:p>{r(text)}<w:r><w:{kind}Reference w:id="{number}"/></w:r></w:p>'


def note(number: int, text: str, kind: str = "footnote", more: str = "") -> str:
    content = f"<w:p><w:r><w:{kind}Ref/></w:r>{r(text)}{more}</w:p>"
    return f'<w:{kind} w:id="{number}">{content}</w:{kind}>'


def template(folder: Path, content: str, *notes: str, kind: str = "footnote") -> Path:
    return written(folder, content, **{f"{kind}s": SEPARATORS.format(kind) + "".join(notes)})


def noted(document: dict[str, etree._Element], kind: str = "footnote") -> list[tuple[str, str]]:
    """The numbers in the text, in order, each with the text of its note; the notes are no more."""
    notes = {
        str(each.get(f"{W}id")): "".join(lines(each))
        for each in document[f"word/{kind}s.xml"]
        if each.get(f"{W}type") is None
    }
    numbers = [str(e.get(f"{W}id")) for e in body(document).iter(f"{W}{kind}Reference")]
    assert sorted(notes) == sorted(numbers)
    return [(number, notes[number]) for number in numbers]


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_in_a_loop_is_there_once_for_each_round(tmp_path: Path, kind: str) -> None:
    content = p("{% for x in xs %}") + referring("{{ x }}", 1, kind) + p("{% endfor %}")
    path = template(tmp_path, content, note(1, "of {{ x }}", kind), kind=kind)
    for xs in (["a", "b", "R&D"], []):
        found = rendered(path, {"xs": xs})
        assert noted(found, kind) == [(str(i), f"of {x}") for i, x in enumerate(xs, 1)]
        ids = [each.get(f"{W}id") for each in found[f"word/{kind}s.xml"]]
        assert ids == ["-1", "0", *(str(i) for i, _ in enumerate(xs, 1))]


def test_the_notes_around_it_keep_their_place_among_them(tmp_path: Path) -> None:
    content = referring("first", 1) + p("{% for x in xs %}") + referring("each", 2)
    content += p("{% endfor %}") + referring("last", 3)
    path = template(tmp_path, content, note(1, "one"), note(2, "{{ x }}"), note(3, "{{ end }}"))
    found = noted(rendered(path, {"xs": ["ab"] * 2, "end": "three"}))
    assert found == [("1", "one"), ("2", "ab"), ("3", "ab"), ("4", "three")]


def test_a_note_in_a_choice_that_is_not_taken_is_not_filled_either(tmp_path: Path) -> None:
    content = p("{% if x %}") + referring("a", 1) + p("{% endif %}") + referring("b", 2)
    path = template(tmp_path, content, note(1, "until {{ x.end }}"), note(2, "two"))
    assert noted(rendered(path, {"x": None})) == [("1", "two")]
    assert noted(rendered(path, {"x": {"end": "May"}})) == [("1", "until May"), ("2", "two")]


def test_notes_that_every_document_has_stay_byte_for_byte(tmp_path: Path) -> None:
    path = template(tmp_path, referring("{{ x }}", 7), note(7, "seven"))
    before = {e.name: e for e in WordTemplate.load(path)._ready.package.entries.values()}
    after = {e.name: e for e in WordTemplate.load(path).parts({"x": 1})}
    assert after["word/footnotes.xml"] == before["word/footnotes.xml"]


def test_a_loop_over_rows_and_one_within_a_note(tmp_path: Path) -> None:
    row = [f"<w:p>{r('{% for x in xs %}{{ x.name }}')}</w:p>", referring("{% endfor %}", 1)]
    tags = "{% for each in x.parts %}{{ each }};{% endfor %}{% if x.last %}end{% endif %}"
    path = template(tmp_path, table(row) + p("z"), note(1, tags))
    xs = [{"name": "a", "parts": [1, 2], "last": False}, {"name": "b", "parts": [], "last": True}]
    assert noted(rendered(path, {"xs": xs})) == [("1", "1;2;"), ("2", "end")]


def test_prose_and_links_in_such_a_note_belong_to_its_part(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + referring("{{ x }}", 1) + p("{% endfor %}")
    whole = f'<w:footnote w:id="1">{p("{{ x }}")}</w:footnote>'
    path = template(tmp_path, content, whole)
    found = rendered(path, {"xs": [Prose("a\n\n[b](https://b.example)")]})
    assert lines(found["word/footnotes.xml"])[2:] == ["a", "b"]
    (link,) = found["word/footnotes.xml"].iter(f"{W}hyperlink")
    known = {e.get("Id"): e.get("Target") for e in found["word/_rels/footnotes.xml.rels"]}
    assert known[link.get(f"{{{LINKS}}}id")] == "https://b.example"


def test_bookmarks_in_a_note_of_a_loop_go(tmp_path: Path) -> None:
    marked = '<w:bookmarkStart w:id="5" w:name="m"/><w:bookmarkEnd w:id="5"/>'
    content = p("{% for x in xs %}") + referring("{{ x }}", 1) + p("{% endfor %}")
    found = rendered(template(tmp_path, content, note(1, "n", more=marked)), {"xs": [1, 2]})
    assert noted(found) == [("1", "n"), ("2", "n")]
    assert not list(found["word/footnotes.xml"].iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))


def test_a_mistake_in_such_a_note_is_told_with_its_place(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + referring("{{ x.a }}", 1) + p("{% endfor %}")
    path = template(tmp_path, content, note(1, "see {{ x.bb }}"))
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path).render({"xs": [{"a": 1, "b": 2}]})
    assert str(raised.value) == (
        f"{path}: footnote, near \"see {{{{ x.bb }}}}\": there is no 'x.bb'; nearest: 'x.b'"
    )


def test_a_block_from_one_note_to_another_is_a_mistake(tmp_path: Path) -> None:
    content = referring("a", 1) + referring("b", 2)
    path = template(tmp_path, content, note(1, "a {% if x %}b"), note(2, "c{% endif %} d"))
    with pytest.raises(ProblemsFound) as raised:
        WordTemplate.load(path)
    assert "'{% if x %}' and '{% endif %}' stand in different notes" in str(raised.value)


def test_a_reference_to_no_note_stays_as_it_is(tmp_path: Path) -> None:
    content = p("{% if x %}") + referring("a", 9) + p("{% endif %}")
    assert lines(body(rendered(template(tmp_path, content), {"x": True}))) == ["a"]


def test_the_fields_of_a_note_are_told(tmp_path: Path) -> None:
    content = p("{% for x in xs %}") + referring("{{ x.a }}", 1) + p("{% endfor %}")
    path = template(tmp_path, content, note(1, "see {{ x.b }} {{ y }}"))
    names = [field.name for field in WordTemplate.load(path).fields]
    assert names == ["xs", "xs[].a", "xs[].b", "y"]
