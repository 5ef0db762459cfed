"""The names that a template uses, told as the values are named that they stand for."""

from pathlib import Path

import pytest
from small_files import p, written

from jobshare_docs.word_template import WordTemplate


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ("{{ a.b }}{{ a['c'].d }}{{ a.b }}", ["a.b", "a.c.d"]),
        ("{% for x in rows if x.ok %}{{ x.y }}{{ loop.index }}{% endfor %}",
         ["rows", "rows[].ok", "rows[].y"]),
        ("{% for x in a.rows|sort %}{% for y in x.more|list %}{{ y.z }}{% endfor %}{% endfor %}",
         ["a.rows", "a.rows[].more", "a.rows[].more[].z"]),
        ("{% set m = e.f|sort %}{% for i in m %}{{ i.g }}{% endfor %}", ["e.f", "e.f[].g"]),
        ("{% with y = x.z, v = 1 %}{{ y.a }}{{ v }}{% endwith %}{{ y }}", ["x.z", "x.z.a", "y"]),
        ("{% if a == b.c and d in e %}{{ f|default(g) }}{% endif %}",
         ["a", "b.c", "d", "e", "f", "g"]),
        ("{% set n = namespace(s=0) %}{% set n.s = n.s + a %}{{ n.s }}{{ range(3) }}", ["a"]),
    ],
)  # fmt: skip
def test_the_fields_of_a_template(tmp_path: Path, tags: str, names: list[str]) -> None:
    template = WordTemplate.load(written(tmp_path, p(tags)))
    assert [field.name for field in template.fields] == names
