"""A .docx template, compiled once and rendered many times; it knows nothing of job shares.

How a template is compiled, in the order of the modules: `package` reads and checks the file,
`tidying` takes out marks and accepts tracked changes, `flat_text` sees a paragraph as one text,
`tags` finds the tags in it and `joining` puts a node for each into the tree (`attributes` and
`addresses` do so where there are no runs, with `stand_ins`; `unfilled` tells of the rest, and
`near_tags`, with `lone_braces`, of what looks like a tag and is none). `blocks`
pairs them, `lone` lets those that stand alone take their paragraph or row away, `lifting` (with
`splitting` and `prefixes`) brings each pair to one level, `segments`, `ranges`, `restarts`,
`notes`, `section_breaks` and `laws` keep what Word insists on. `writing` and `source` write all
parts as one source for Jinja, which `guarding` makes safe to run in the `sandbox` within its
`limits`.

How it is rendered: `ready` is what a render needs of it, and may be kept from one program to the
next; `template` runs it, `printing` (`shapes`, `prose_printing`) prints each value, `rendering`
holds what one render gathers, `house` (`numbering`) what the template has for it, `marks` looks at
what `laws` marked, `moving` puts notes in their part; `word_lists` and `links` add what values ask
for. None of these imports what compiling needs. Where a render fails, `diagnosis` runs it again to
find all mistakes, and `explaining` words them; `checking` does so for mistakes that show before any
value is there, `places` says where, `marking` sets comments there, `names` lists the fields,
`loose_names` those of a template whose tags do not fit together.
"""

from typing import TYPE_CHECKING, Any

from jobshare_docs.word_template.template import WordTemplate

if TYPE_CHECKING:
    from jobshare_docs.word_template.names import Field

__all__ = ["Field", "WordTemplate"]


def __getattr__(name: str) -> Any:
    """`Field`, imported where it is asked for: a render needs no names."""
    if name == "Field":
        from jobshare_docs.word_template.names import Field

        return Field
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
