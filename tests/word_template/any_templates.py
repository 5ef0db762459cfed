"""Any template: choices and loops nested in every way, over paragraphs, rows, cells and words."""

import re
from collections import Counter

from hypothesis import strategies as st
from small_files import p, r, table

from jobshare_docs.prose import Prose

WORDS = ("a", "R&D <x>", " edge ", "“q”")
OPENERS = ("{% if yes %}", "{% if no %}", "{% for x in many %}", "{% for x in few %}")
CLOSERS = {"if": "{% endif %}", "for": "{% endfor %}"}

GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{GRAPHIC}/wordprocessingDrawing">'
    '<wp:extent cx="9" cy="9"/><wp:docPr id="1" name="logo" descr="{{ word }}"/>'
    f'<a:graphic xmlns:a="{GRAPHIC}/main"><a:graphicData uri="{GRAPHIC}/picture">'
    f'<pic:pic xmlns:pic="{GRAPHIC}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="a"/>'
    "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip/><a:stretch/></pic:blipFill>"
    '<pic:spPr><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
PIECES = ("{}", "{}", '<w:hyperlink w:anchor="m">{}</w:hyperlink>')
INLINE = ("{}", "{}", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>")
# a text box says everything twice, for programs that do not know the newer form of it
BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
    'markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"><mc:Choice Requires="wps"><w:drawing><wp:inline '
    f'xmlns:wp="{GRAPHIC}/wordprocessingDrawing"><wp:extent cx="9" cy="9"/>'
    f'<wp:docPr id="1" name="box"/><a:graphic xmlns:a="{GRAPHIC}/main"><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"/></wps:spPr><wps:txbx>'
    "<w:txbxContent>{0}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape "
    'xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt"><v:textbox>'
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>"
)
CONTROL = '<w:sdt><w:sdtPr><w:id w:val="{}"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
NOTE = '<w:footnote w:id="{}">{}</w:footnote>'
# what must be unique in a part; the end of a range has the number of its beginning
IDS = re.compile(
    "(?P<kind><w:bookmark|<wp:docPr |<w:id |<w:footnoteReference )(?P<end>End)?(?:Start)?[^>]*>"
)
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr>{}</w:p>"

words = st.sampled_from(WORDS)
printed = st.sampled_from(("{{ word }}", "{{ prose }}", "{{ lines }}", "{{p prose }}"))


def closing(opener: str) -> str:
    return CLOSERS[opener.split()[1]]


def inline() -> st.SearchStrategy[str]:
    simple = words | st.sampled_from(("{{ word }}", "{{ prose }}", "{{ lines }}"))
    return st.recursive(
        simple,
        lambda inner: st.tuples(st.sampled_from(OPENERS), inner, inner).map(
            lambda made: f"{made[0]}{made[1]}{made[2]}{closing(made[0])}"
        ),
        max_leaves=4,
    )


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """A paragraph whose text is cut into runs anywhere, or that one value fills."""
    if draw(st.booleans()):
        return p(draw(printed), draw(st.sampled_from(("", "Counted"))))
    text = draw(inline())
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    marks = '<w:bookmarkStart w:id="1" w:name="m"/>', '<w:bookmarkEnd w:id="1"/>'

    def formed(piece: str) -> str:
        return r(piece, draw(st.sampled_from(("", "<w:b/>"))))

    made = "".join(draw(st.sampled_from(PIECES)).format(formed(piece)) for piece in pieces)
    made = draw(st.sampled_from(INLINE)).format(made)
    made += draw(st.sampled_from(("", PICTURE, REFERENCE)))
    return f"<w:p>{made}</w:p>" if draw(st.booleans()) else f"<w:p>{marks[0]}{made}{marks[1]}</w:p>"


@st.composite
def tables(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A table with a row repeated, by tags in rows of their own or from first cell to last."""
    opener = draw(st.sampled_from(OPENERS))
    cells = draw(st.lists(inner, min_size=2, max_size=3))
    cells = [each + p("") for each in cells]
    rows = [cells] if draw(st.booleans()) else []
    if draw(st.booleans()):
        blank = [""] * (len(cells) - 1)
        rows += [[opener, *blank], cells, [closing(opener), *blank]]
    else:
        rows.append([p(opener) + cells[0], *cells[1:-1], cells[-1] + p(closing(opener))])
    return table(*rows)


def blocks() -> st.SearchStrategy[str]:
    return st.recursive(
        paragraphs(),
        lambda inner: (
            st.tuples(inner, inner).map("".join)
            | st.tuples(st.sampled_from(OPENERS), inner).map(
                lambda made: p(made[0]) + made[1] + p(closing(made[0]))
            )
            | st.tuples(st.sampled_from(OPENERS), words, inner, words).map(
                lambda made: p(made[1] + made[0]) + made[2] + p(closing(made[0]) + made[3])
            )
            | tables(inner)
            | st.tuples(st.integers(1, 99), inner).map(lambda made: CONTROL.format(*made))
            | inner.map(boxed)
        ),
        max_leaves=6,
    )


def boxed(made: str) -> str:
    """The same in a text box, where it has none: Word knows no box in a box, and no notes there."""
    return made if "txbxContent" in made else BOX.format(without_references(made))


def bodies() -> st.SearchStrategy[str]:
    """Blocks, among which a section may end inside a choice."""
    return blocks() | st.tuples(blocks(), st.sampled_from(OPENERS), blocks(), blocks()).map(
        lambda made: (
            made[0]
            + p(made[1])
            + made[2]
            + SECTION.format(r("{{ word }}"))
            + p(closing(made[1]))
            + made[3]
        )
    )


def numbered(content: str) -> str:
    """The same with ids that are unique, as those of a template that Word saved are."""
    last: Counter[str] = Counter()

    def unique(found: re.Match[str]) -> str:
        last[found["kind"]] += not found["end"]
        number = last[found["kind"]]
        written = re.sub('(id|val)="[^"]*"', rf'\1="{number}"', found[0], count=1)
        return written.replace('"m"', f'"m{number}"')

    return IDS.sub(unique, content)


def without_references(content: str) -> str:
    """The same for a part in which Word has no notes."""
    return content.replace(REFERENCE, "")


def with_notes(content: str, note: str) -> dict[str, str]:
    """A body and its footnotes, all of them alike."""
    notes = (f"{without_references(note)}{p('end')}" for _ in range(content.count(REFERENCE)))
    listed = "".join(NOTE.format(number, each) for number, each in enumerate(notes, 1))
    return {"body": numbered(content), "footnotes": numbered(listed)}


values = st.fixed_dictionaries(
    {
        "word": words,
        "lines": st.just("one\ntwo\tthree"),
        "prose": st.sampled_from(
            (Prose("plain"), Prose("a **b**\n\n1. x\n   - y\n\n[l](https://x.example)"), Prose(""))
        ),
        "yes": st.just(True),
        "no": st.just(False),
        "many": st.lists(st.integers(0, 9), min_size=1, max_size=3),
        "few": st.just([]),
    }
)
