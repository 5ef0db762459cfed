"""Everyone can read the PDFs: tagged, titled, in the order of the text, with bookmarks."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import accessible_pdf as rules
import pikepdf
import pytest
from accessible_pdf import RULES, Printed, Rule
from every_document import EXAMPLES, TODAY, documents, draft
from needed_programs import needs_libreoffice, needs_poppler
from pikepdf import Array, Dictionary, Name, String

from jobshare_docs.libreoffice import find, pdfs

pytestmark = [needs_libreoffice, needs_poppler]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Printed]:
    """Every document of every example and a draft, all printed by one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("printed")
    made = {**documents(), "draft": draft(folder)}
    files = {folder / f"{name.replace('/', ' ')}.docx": name for name in made}
    found, problems = pdfs({path: made[name] for path, name in files.items()}, find(), TODAY)
    assert not problems
    for path, pdf in found.items():
        path.write_bytes(pdf)
    return {name: Printed(path.with_suffix(".pdf"), made[name]) for path, name in files.items()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_in_every_document_of_every_example(rule: Rule, printed: Mapping[str, Printed]) -> None:
    looked_at = {name: list(rule(each)) for name, each in printed.items()}
    assert len(looked_at) > 10
    assert not {name: said for name, said in looked_at.items() if said}


LONGEST = {"proposal": 4, "letter": 3, "summary": 1, "benefits": 2, "worksheet": 2}
"""How many pages a person reads, by kind."""


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("name", LONGEST)
def test_an_example_has_no_more_pages_than_people_read(
    name: str, example: str, printed: Mapping[str, Printed]
) -> None:
    lengths = {}
    for document, each in printed.items():
        if document.startswith(f"{example}/{name}"):
            with each.open() as pdf:
                lengths[document] = len(pdf.pages)
    assert lengths
    assert max(lengths.values()) <= LONGEST[name], lengths


Damage = Callable[[pikepdf.Pdf], None]


def without_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def without_the_mark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def with_untagged_words(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"BT (aside) Tj ET")


def with_an_unmarked_line(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"9 9 m 99 9 l S")


def with_the_file_name_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def with_another_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "Microsoft Word - Document1"


def in_another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("de-DE")


def without_a_claim(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def without_its_fonts(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.FontDescriptor = Dictionary()


def with_fonts_of_signs(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        del font.ToUnicode


def with_a_bookmark_less(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as bookmarks:
        del bookmarks.root[-1]


def with_a_leap(pdf: pikepdf.Pdf) -> None:
    first = next(e for e in rules._under(pdf.Root.StructTreeRoot) if e.S == Name.H1)
    first.S = Name.H3


def with_no_heading(pdf: pikepdf.Pdf) -> None:
    for element in rules._under(pdf.Root.StructTreeRoot):
        if str(element.S).startswith("/H"):
            element.S = Name.P


def with_plain_tables(pdf: pikepdf.Pdf) -> None:
    for element in rules._under(pdf.Root.StructTreeRoot):
        if element.S == Name.TH:
            element.S = Name.TD


def with_a_bare_picture(pdf: pikepdf.Pdf) -> None:
    first = next(iter(rules._under(pdf.Root.StructTreeRoot)))
    first.K.append(Dictionary(Type=Name.StructElem, S=Name.Figure))


def with_an_untagged_link(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def in_another_order(pdf: pikepdf.Pdf) -> None:
    whole = next(iter(rules._under(pdf.Root.StructTreeRoot)))
    whole.K = Array([*list(whole.K)[1:], whole.K[0]])


DAMAGED: list[tuple[Damage, Rule, str]] = [
    (without_tags, rules.it_is_tagged, "it has no structure"),
    (without_the_mark, rules.it_is_tagged, "it does not say that it is"),
    (with_untagged_words, rules.everything_there_is_tagged_or_an_artifact, "page 1: Tj"),
    (with_an_unmarked_line, rules.everything_there_is_tagged_or_an_artifact, "page 1: S"),
    (
        with_the_file_name_shown,
        rules.its_title_is_shown_and_is_the_documents,
        "the window shows the file's name",
    ),
    (
        with_another_title,
        rules.its_title_is_shown_and_is_the_documents,
        "the title is 'Microsoft Word - Document1'",
    ),
    (in_another_language, rules.its_language_is_the_documents, "it is 'de-DE', not 'en-CA'"),
    (without_a_claim, rules.it_says_that_it_is_for_all, "PDF/UA is not claimed"),
    (without_its_fonts, rules.its_fonts_are_in_it, "+"),
    (with_fonts_of_signs, rules.its_fonts_are_in_it, "cannot be read aloud"),
    (with_a_bookmark_less, rules.its_bookmarks_are_the_headings, "instead of"),
    (with_a_leap, rules.its_headings_do_not_leap, "level 3 after 0"),
    (with_no_heading, rules.its_headings_do_not_leap, "there is none"),
    (
        with_plain_tables,
        rules.its_tables_have_headings_and_its_pictures_a_text,
        "a table has no heading",
    ),
    (
        with_a_bare_picture,
        rules.its_tables_have_headings_and_its_pictures_a_text,
        "a picture has no text in its place",
    ),
    (with_an_untagged_link, rules.its_links_say_where_they_lead, "page 1: a link that is not"),
    (in_another_order, rules.it_is_read_in_the_order_of_the_text, "instead of"),
]


@pytest.mark.parametrize(
    ("damage", "rule", "message"), DAMAGED, ids=[damage.__name__ for damage, *_ in DAMAGED]
)
def test_a_pdf_that_breaks_it_is_found(
    damage: Damage, rule: Rule, message: str, printed: Mapping[str, Printed], tmp_path: Path
) -> None:
    whole = printed["community-health-nurse/summary"]
    assert not list(rule(whole))
    copy = tmp_path / "damaged.pdf"
    shutil.copy(whole.path, copy)
    with pikepdf.open(copy, allow_overwriting_input=True) as pdf:
        damage(pdf)
        pdf.save(copy)
    said = list(rule(Printed(copy, whole.document)))
    assert said
    assert message in said[0]


def test_each_rule_is_seen_to_fail() -> None:
    assert {rule for _, rule, _ in DAMAGED} == set(RULES)


def test_a_link_is_there_to_be_looked_at(printed: Mapping[str, Printed]) -> None:
    with printed["draft"].open() as pdf:
        assert [link.A.URI for link in links(pdf)] == ["https://policy.example/job-sharing"]


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", [])
