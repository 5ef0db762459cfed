"""Whatever a template asks for, it ends soon, with a document or with a clear mistake."""

import time
from pathlib import Path

import pytest
from small_files import document, p, r

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.word_template import WordTemplate

SECONDS = 20  # of processor time; most take a hundredth, and the machine may be a slow one
GROW = "{% set n = namespace(s=[1], t=[1]) %}{% for a in range(90) %}{% set n.s = NEW %}"
GROW += "{% set n.t = NEW %}{% endfor %}".replace("n.s", "n.t")


def outcome(folder: Path, content: bytes) -> str:
    path = folder / "any.docx"
    path.write_bytes(content)
    begun = time.process_time()
    try:
        WordTemplate.load(path).render({"x": "text", "xs": list(range(1000)), "d": {"a": 1}})
        said = "made"
    except ProblemsFound as found:
        assert found.problems
        said = str(found)
    assert time.process_time() - begun < SECONDS
    return said


@pytest.mark.parametrize(
    "new",
    [
        *("[n.s, n.s]", "(n.s, n.s)", "{'a': n.s, 'b': n.s}"),
        *("(n.s * 2)|batch(2)|list", "(n.s + n.s)|batch(2)|list"),
    ],
)
@pytest.mark.parametrize(
    "use",
    [
        *("{{ n.s == n.t }}", "{{ n.s in [n.t] }}", "{{ [n.s]|unique|list }}"),
        *("{{ {n.s: 1}|length }}", "{{ [n.s, n.t]|sort|length }}"),
    ],
)
def test_lists_that_hold_others_twice(tmp_path: Path, new: str, use: str) -> None:
    said = outcome(tmp_path, document(p(GROW.replace("NEW", new) + use)))
    assert "allowed" in said or "cannot be worked out" in said or "cannot take" in said, said


@pytest.mark.parametrize(
    "tags",
    [
        "{% for a in xs %}{% for b in xs %}{% if xs|sort %}{% endif %}{% endfor %}{% endfor %}",
        "{% set b = range(9999)|list %}{% for a in range(99999) %}{% if b == xs + b %}{% endif %}"
        "{% endfor %}",
        "{% set s = ('ab' * 5000).replace('a', 'c' * 180) %}{% for a in range(99999) %}"
        "{% if s.upper() or s|upper %}{% endif %}{% endfor %}",
        "{% set n = namespace(s=[1]) %}"
        "{% for a in range(90000) %}{% set n.s = [n.s] %}{% endfor %}",
    ],
)
def test_much_work_in_many_rounds(tmp_path: Path, tags: str) -> None:
    said = outcome(tmp_path, document(p(tags)))
    assert "not allowed" in said or "too many lists in one another" in said, said


LONG = (50, 1_000, 100_000)


@pytest.mark.parametrize("many", LONG)
@pytest.mark.parametrize(
    "tag",
    ["x{}: .a", "1{}:+1", "x{}:|upper", "{}1: not ", "x{}:()", "x{}: ~ x", "1{}: < 2",
     "1{}: and 2", "{}1: -", "{}2:1 if x else "],
)  # fmt: skip
def test_a_long_tag(tmp_path: Path, tag: str, many: int) -> None:
    around, _, piece = tag.partition(":")
    said = outcome(tmp_path, document(p(f"{{{{ {around.format(piece * many)} }}}}")))
    assert said == "made" or "Word can" not in said, said


@pytest.mark.parametrize("many", [15, 59, 200, 2_000])
@pytest.mark.parametrize(
    ("opener", "closer"),
    [("{% if x %}", "{% endif %}"), ("{% for a in [1] %}", "{% endfor %}")],
)
@pytest.mark.parametrize("inline", [True, False])
def test_many_blocks_in_one_another(
    tmp_path: Path, opener: str, closer: str, many: int, inline: bool
) -> None:
    if inline:
        content = p(opener * many + "a" + closer * many)
    else:
        content = p(opener) * many + p("a") + p(closer) * many
    said = outcome(tmp_path, document(content))
    fits = many <= (15 if "for" in opener else 60)
    assert said == "made" if fits else "' stands inside of " in said, said[:200]


@pytest.mark.parametrize("many", [100, 240, 5_000])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:p><w:hyperlink>", "</w:hyperlink></w:p>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ],
)
def test_xml_nested_however_deep(tmp_path: Path, before: str, after: str, many: int) -> None:
    inner = r("{% if x %}a{% endif %}{{ x }}") if "hyperlink" in before else p("{{ x }}")
    if "hyperlink" in before:
        content = f"<w:p>{'<w:hyperlink>' * many}{inner}{'</w:hyperlink>' * many}</w:p>"
    else:
        content = before * many + inner + after * many
    assert outcome(tmp_path, document(content))
