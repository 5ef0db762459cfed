"""The commands as people call them: what they write, what they say, how they end."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run

from jobshare_docs.cli.main import program

pytestmark = pytest.mark.usefixtures("beside_the_nurse")
PROJECT = Path(__file__).parent.parent
EMPLOYER = ("organization.yaml", "terms.yaml")


def layers() -> list[str]:
    return ["nurse", *(f"nurse/{name}" for name in EMPLOYER)]


def change(file: str, old: str, new: str) -> None:
    path = Path(file)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def written(folder: str = "nurse/documents") -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*")) if Path(folder).exists() else []


def test_proposal_prints_the_one_path_that_it_wrote() -> None:
    result = run("proposal", "nurse")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{Path('nurse/documents/proposal.docx')}\n"
    assert written() == ["proposal.docx"]


def test_all_makes_every_document_that_the_answers_are_complete_for() -> None:
    result = run("all", *layers())
    assert (result.exit_code, result.stderr) == (0, "")
    assert written() == [
        "benefits-A.docx",
        "benefits-B.docx",
        "changeover.docx",
        "letter-offer-A.docx",
        "letter-offer-B.docx",
        "proposal.docx",
        "summary.docx",
    ]


def test_all_says_what_is_missing_for_the_others() -> None:
    result = run("all", "nurse")
    assert result.exit_code == 0
    statements = ["benefits-A.docx", "benefits-B.docx"]
    assert written() == [*statements, "changeover.docx", "proposal.docx", "summary.docx"]
    assert "reply" not in result.stderr and "posting" not in result.stderr
    assert "letter: not made, " in result.stderr
    assert "worksheet" not in result.stderr
    assert "confirmation: missing; what belongs here: " in result.stderr


def test_all_makes_the_private_worksheet_only_where_it_is_laid_over_the_answers() -> None:
    result = run("all", *layers(), "nurse/worksheet.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "worksheet.docx" in written()


def test_all_makes_the_reply_and_the_posting_where_they_are_asked_for() -> None:
    Path("posting.yaml").write_text("posting: {closing_date: 2027-02-12}\n", encoding="utf-8")
    result = run("all", *layers(), "nurse/reply.yaml", "posting.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert {"reply.docx", "posting.docx"} <= set(written())


def test_a_share_that_somebody_holds_is_advertised_with_a_warning() -> None:
    result = run("posting", *layers())
    assert result.exit_code == 0
    assert "warning: employees.B: Priya Nair holds the share that this advertises" in result.stderr
    assert written() == ["posting.docx"]


@pytest.mark.parametrize("kind", ["reply", "posting", "changeover"])
def test_each_is_made_by_its_own_command(kind: str) -> None:
    Path("vacant.yaml").write_text("posting: {vacant: B}\n", encoding="utf-8")
    result = run(kind, *layers(), "nurse/reply.yaml", "vacant.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert written() == [f"{kind}.docx"]


def test_a_statement_of_benefits_for_one_employee_alone() -> None:
    result = run("benefits", "--to", "B", *layers())
    assert (result.exit_code, result.stderr) == (0, "")
    assert written() == ["benefits-B.docx"]


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ([], ["letter-offer-A.docx", "letter-offer-B.docx"]),
        (["--form", "memo"], ["letter-memo-A.docx", "letter-memo-B.docx"]),
        (["--form", "agreement"], ["letter-agreement.docx"]),
        (["--to", "B"], ["letter-offer-B.docx"]),
        (["--form", "memo", "--to", "A"], ["letter-memo-A.docx"]),
    ],
)
def test_the_letter_takes_the_form_asked_for(options: list[str], files: list[str]) -> None:
    result = run("letter", *options, *layers())
    assert (result.exit_code, result.stderr) == (0, "")
    assert written() == files


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["letter", "--form", "ofer", "nurse"], "offer"),
        (["check", "--for", "propsal", "nurse"], "proposal"),
        (["batch", "nurse", "--kind", "leter", "--out", "out"], "letter"),
    ],
)
def test_a_misspelt_word_is_told_with_the_nearest(words: list[str], near: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert f"Did you mean '{near}'?" in " ".join(result.stderr.split())


def test_a_letter_to_nobody_is_a_mistake() -> None:
    shutil.copytree(PROJECT / "proposals" / "part-time-clerk", "clerk")
    files = ["clerk", *(f"clerk/{name}" for name in EMPLOYER)]
    result = run("letter", "--to", "B", *files)
    assert result.exit_code == 1
    assert result.stderr == "clerk/answers.yaml: there is no employee B to write to, only A\n"


def test_an_agreement_goes_to_nobody_alone() -> None:
    result = run("letter", "--form", "agreement", "--to", "A", *layers())
    assert result.exit_code == 1
    assert "one document for all parties" in result.stderr


def test_a_mistake_stops_the_document_and_names_its_place() -> None:
    change("nurse/answers.yaml", '"A A A B B"', '"A A C B B"')
    result = run("proposal", "nurse")
    assert result.exit_code == 1
    assert result.stdout == ""
    place = f"{Path('nurse/answers.yaml')}:75:12"
    assert result.stderr == (
        f"{place}: schedule.weeks[1]: 'C' is not one of A, B, AB, - (nobody)\n"
    )
    assert written() == []


def test_three_full_days_each_are_over_the_cap_and_both_repairs_are_offered() -> None:
    change("nurse/answers.yaml", '"B B B A A"', '"A A AB B B"')
    change("nurse/answers.yaml", '    - "A A A B B"\n', "")
    result = run("schedule", "nurse")
    assert result.exit_code == 1
    assert "1.20" in result.stdout
    assert "6:02" in result.stderr
    assert "each works half of Wednesday" in result.stderr


def test_the_schedule_tells_its_mistakes_in_the_order_of_the_file() -> None:
    change("nurse/answers.yaml", '"B B B A A"', '"A A AB B B"')
    change("nurse/answers.yaml", "first_week_begins: 2027-01-04", "first_week_begins: 2027-02-30")
    lines = [int(line.split(":")[1]) for line in run("schedule", "nurse").stderr.splitlines()]
    assert len(lines) == 2
    assert lines == sorted(lines)


def test_nothing_is_written_unless_everything_can_be() -> None:
    change("nurse/terms.yaml", "  reply_by: 2026-12-18", "  reply_by: 2026-02-30")
    result = run("all", *layers())
    assert result.exit_code == 1
    assert "confirmation.reply_by: " in result.stderr
    assert written() == []


def test_a_draft_has_a_box_for_each_missing_item() -> None:
    change("nurse/answers.yaml", "  supervision: The position supervises no staff.\n", "")
    assert run("proposal", "nurse").exit_code == 1
    result = run("proposal", "--draft", "nurse")
    assert result.exit_code == 0
    assert "duties.supervision: missing; what belongs here: " in result.stderr
    shown = run("text", "nurse/documents/proposal.docx").stdout
    assert "how the supervision of staff is shared" in shown
    assert "DRAFT" in shown
    checked = run("check", "nurse/documents/proposal.docx")
    assert checked.exit_code == 1
    assert "left from the draft" in checked.stderr


def test_a_draft_of_almost_nothing_is_made_all_the_same() -> None:
    Path("few.yaml").write_text("position:\n  title: Records Analyst\n", encoding="utf-8")
    result = run("proposal", "--draft", "few.yaml", "-o", "out")
    assert result.exit_code == 0
    shown = run("text", "out/proposal.docx").stdout
    for heading in ("Statement of purpose", "Time schedule", "Implementation"):
        assert heading in shown


def test_no_draft_is_promised_where_something_is_wrong_besides() -> None:
    change("nurse/answers.yaml", "  supervision: The position supervises no staff.\n", "")
    change("nurse/answers.yaml", "review_dates:", "review_date:")
    result = run("proposal", "--draft", "nurse")
    assert result.exit_code == 1
    first, *others = result.stderr.splitlines()
    assert first == "No draft was written, because something is wrong besides what is missing:"
    assert "box" not in result.stderr
    assert ["supervision: missing" in others[0], "'review_date'" in others[-1]] == [True, True]
    assert written() == []


def test_sections_that_a_draft_lacks_are_to_be_written() -> None:
    change("nurse/answers.yaml", "  supervision: The position supervises no staff.\n", "")
    run("proposal", "--draft", "nurse")
    told = run("check", "nurse/documents/proposal.docx").stderr
    assert f"  {'Division of duties':<32}to be written\n" in told
    assert f"  {'Communications':<32}complete\n" in told


def test_what_could_not_be_read_to_its_end_may_hide_more() -> None:
    Path("two.yaml").write_text(
        "position:\n  title: Clerk: Records\n  nmber: 1\npurpose:\n  basis: Trial: a year\n",
        encoding="utf-8",
    )
    told = run("check", "two.yaml").stderr
    assert told.count("more may follow") == 1
    assert "'position' and 'purpose' could not be read to their ends: more may follow" in told


def test_an_edited_document_is_never_overwritten() -> None:
    run("proposal", "nurse")
    document = Path("nurse/documents/proposal.docx")
    document.write_bytes(b"edited by hand")
    change("nurse/answers.yaml", "Dana Whitford", "Dana White")
    result = run("proposal", "nurse")
    assert result.exit_code == 1
    assert "--force" in result.stderr
    assert document.read_bytes() == b"edited by hand"
    forced = run("proposal", "--force", "nurse")
    assert forced.exit_code == 0
    assert document.with_name("proposal.bak.docx").read_bytes() == b"edited by hand"


def test_a_document_that_nobody_touched_is_made_anew() -> None:
    run("proposal", "nurse")
    before = Path("nurse/documents/proposal.docx").read_bytes()
    change("nurse/answers.yaml", "Dana Whitford", "Dana White")
    assert run("proposal", "nurse").exit_code == 0
    assert Path("nurse/documents/proposal.docx").read_bytes() != before


def test_equal_answers_give_equal_bytes() -> None:
    run("all", *layers(), "--today", "2026-11-22", "-o", "one")
    run("all", *layers(), "--today", "22 November 2026", "-o", "two")
    for name in written("one"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


def test_settings_come_from_the_environment_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBSHARE_DOCS_OUT", "elsewhere")
    assert run("summary", "nurse").exit_code == 0
    assert written("elsewhere") == ["summary.docx"]


def test_own_templates_replace_the_built_in_ones_by_name() -> None:
    Path("ours").mkdir()
    shutil.copy(PROJECT / "templates" / "summary.docx", "ours/proposal.docx")
    run("proposal", "nurse", "--templates", "ours")
    run("summary", "nurse")
    shown = run("text", "nurse/documents/proposal.docx").stdout
    assert shown == run("text", "nurse/documents/summary.docx").stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (None, "ours: warning: nothing in this folder is used: a template takes the place of the"),
        ("letter-offer.docx", "no template is called so; nearest: 'letter_offer.docx'"),
    ],
)
def test_a_folder_of_templates_in_which_none_is_used_is_told(name: str | None, told: str) -> None:
    Path("ours").mkdir()
    if name:
        shutil.copy(PROJECT / "templates" / "letter_offer.docx", Path("ours", name))
    result = run("summary", "nurse", "--templates", "ours")
    assert result.exit_code == 0
    assert told in result.stderr


TAKING_TEMPLATES = [
    ("proposal", "nurse"),
    ("fit", "nurse"),
    ("due", "nurse"),
    ("fields",),
    ("batch", "nurse", "--kind", "proposal", "--out", "made"),
]


@pytest.mark.parametrize("words", TAKING_TEMPLATES, ids=lambda words: words[0])
def test_every_command_that_takes_templates_looks_at_their_folder(words: tuple[str, ...]) -> None:
    missing = run(*words, "--templates", "ours")
    assert missing.exit_code == 1
    assert missing.stderr == "ours: there is no such folder of templates: correct its name\n"
    Path("ours").mkdir()
    assert "ours: warning: nothing in this" in run(*words, "--templates", "ours").stderr


@pytest.mark.parametrize("name", ["nothing.yaml", "nothing"])
def test_a_file_that_is_not_there_is_told(name: str) -> None:
    result = run("proposal", name)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{name}: there is no such file")


@pytest.mark.parametrize("command", ["check", "proposal", "schedule"])
def test_a_file_that_may_not_be_read_is_told_with_the_mistakes_of_others(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    change("nurse/answers.yaml", "2027-01-04\n  review_dates", "2027-01-32\n  review_dates")
    really = Path.open

    def may_not(path: Path, *args: str) -> object:
        if path.name == "terms.yaml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path, *args)

    monkeypatch.setattr(Path, "open", may_not)
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = run(command, "nurse", "nurse/terms.yaml")
    assert result.exit_code == 1
    assert "nurse/terms.yaml: the file may not be read: ask its owner" in result.stderr
    assert "there is no day 32" in result.stderr


def test_a_document_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def may_not(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    run("proposal", "nurse", "-o", "made")
    monkeypatch.setattr(Path, "read_bytes", may_not)
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = run("text", "made/proposal.docx")
    assert (result.exit_code, result.stderr) == (
        1,
        "made/proposal.docx: this may not be read or written: ask its owner, or close the program"
        " that holds it\n",
    )


@pytest.mark.skipif(os.name == "nt", reason="another bound on names")
def test_a_name_that_no_disk_holds_is_told() -> None:
    result = run("proposal", f"{'a' * 300}.yaml")
    assert result.exit_code == 1
    assert result.stderr.endswith(
        ".yaml: this name is too long for the disk: choose a shorter one\n"
    )


def test_a_folder_without_answers_is_told() -> None:
    Path("empty").mkdir()
    result = run("proposal", "empty")
    assert result.exit_code == 1
    assert result.stderr.startswith("empty: ")
    assert "answers.yaml" in result.stderr


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("answers.yaml.txt", "; Windows hides the last part of a name"),
        ("answers.yml", ""),
        ("answers.txt", "; Windows hides the last part of a name"),
    ],
)
def test_answers_under_another_name_are_found(name: str, hint: str) -> None:
    Path("nurse/answers.yaml").rename(f"nurse/{name}")
    result = run("check", "nurse")
    assert result.exit_code == 1
    assert result.stderr == (
        f"nurse: this folder has no answers.yaml, but '{name}': rename it to answers.yaml{hint}\n"
    )


def test_a_pdf_is_not_read() -> None:
    Path("proposal.pdf").write_bytes(b"%PDF-1.7")
    told = run("letter", "proposal.pdf", *layers()[1:]).stderr
    assert "this is a PDF, not a text file: name the Word file of the same proposal" in told


def test_a_misspelt_command_is_told_with_the_nearest() -> None:
    result = run("propsal", "nurse")
    assert result.exit_code == 2
    assert "Did you mean 'proposal'?" in result.stderr


def test_a_misspelt_date_is_a_wrong_call() -> None:
    result = run("proposal", "nurse", "--today", "04/01/2027")
    assert result.exit_code == 2
    assert "2027-01-04" in result.stderr
    assert "2027-04-01" in result.stderr


class TestNew:
    """`new` writes files to fill in, and never over anything."""

    def test_it_writes_answers_and_a_worksheet(self) -> None:
        result = run("new", "mine")
        assert result.exit_code == 0
        assert written("mine") == [".answers.schema.json", "answers.yaml", "worksheet.yaml"]
        assert "jobshare-docs check mine" in result.stderr

    def test_it_never_overwrites(self) -> None:
        run("new", "mine")
        Path("mine/answers.yaml").write_text("position: {title: Ours}\n", encoding="utf-8")
        result = run("new", "mine")
        assert result.exit_code == 1
        assert Path("mine/answers.yaml").read_text(encoding="utf-8") == (
            "position: {title: Ours}\n"
        )

    @pytest.mark.parametrize("kind", [[], ["--part-time"]])
    def test_the_example_makes_a_proposal_at_once(self, kind: list[str]) -> None:
        assert run("new", "mine", "--example", *kind).exit_code == 0
        result = run("proposal", "mine")
        assert (result.exit_code, result.stderr) == (0, "")

    @pytest.mark.parametrize("kind", [[], ["--part-time"]])
    def test_an_untouched_file_only_lacks_answers(self, kind: list[str]) -> None:
        run("new", "mine", *kind)
        lines = run("check", "mine", "--for", "proposal").stderr.splitlines()
        problems = [line for line in lines if line.startswith("mine")]
        assert problems
        assert all("missing" in line for line in problems)

    def test_the_employers_files_make_a_letter_of_the_example(self) -> None:
        run("new", "mine", "--example")
        assert run("new", "hr", "--hr", "--example").exit_code == 0
        names = ["organization.yaml", "posting.yaml", "reply.yaml", "terms.yaml"]
        assert written("hr") == [".answers.schema.json", *names]
        result = run("letter", "mine", "hr/organization.yaml", "hr/terms.yaml")
        assert (result.exit_code, result.stderr) == (0, "")


class TestCheck:
    """`check` tells every mistake, and for each kind whether the answers are complete."""

    def test_complete_answers(self) -> None:
        result = run("check", *layers())
        assert result.exit_code == 0
        sections, documents = result.stderr.split("\n\n")
        assert sections.startswith("Section\nPosition ")
        states = [line[34:] for line in sections.splitlines()[1:]]
        assert len(states) == 13
        assert set(states) == {"complete"}
        assert [line.split() for line in documents.splitlines()] == [
            ["Document"],
            ["proposal", "complete"],
            ["letter", "complete"],
            ["summary", "complete"],
            ["benefits", "complete"],
            ["changeover", "complete"],
        ]

    def test_each_section_tells_what_it_lacks(self) -> None:
        answers = Path("nurse/answers.yaml").read_text(encoding="utf-8")
        changed = answers.replace("  supervision:", "  # supervision:", 1)
        changed = changed.replace("review_dates:", "review_date:")
        Path("nurse/answers.yaml").write_text(changed, encoding="utf-8")
        result = run("check", "nurse")
        assert result.exit_code == 1
        table = result.stderr[result.stderr.index("Section\n") :]
        assert f"{'Division of duties':<34}1 missing\n" in table
        assert f"{'Implementation':<34}1 wrong\n" in table
        assert f"{'Communications':<34}complete\n" in table
        assert f"{'proposal':<34}1 missing, 1 wrong\n" in table
        assert f"{'benefits':<34}nothing missing, 1 wrong\n" in table
        assert all(len(line) <= 80 for line in table.splitlines())

    def test_the_worksheet_of_a_folder_is_checked_where_it_is_asked_for(self) -> None:
        result = run("check", "nurse", "--for", "worksheet")
        assert result.exit_code == 0
        assert "worksheet: missing" not in result.stderr

    def test_what_is_missing_for_one_kind(self) -> None:
        result = run("check", "nurse", "--for", "letter")
        assert result.exit_code == 1
        assert "organization: missing; what belongs here: " in result.stderr

    @pytest.mark.parametrize(
        "name",
        [
            *("proposal", "letter_offer", "letter_memo", "letter_agreement", "summary"),
            *("benefits", "worksheet", "reply", "posting", "changeover"),
        ],
    )
    def test_built_in_templates_are_right(self, name: str) -> None:
        result = run("check", str(PROJECT / "templates" / f"{name}.docx"))
        assert (result.exit_code, result.stdout) == (0, "")

    def test_every_template_in_a_folder_is_checked(self) -> None:
        folder = Path("ours")
        folder.mkdir()
        for name in ("summary.docx", "reply.docx", "~$reply.docx", "reply.marked.docx"):
            shutil.copy(
                PROJECT / "templates" / name.strip("~$").replace(".marked", ""), folder / name
            )
        result = run("check", "ours")
        assert result.exit_code == 0
        assert result.stderr == "".join(
            f"{folder / name}: complete\n" for name in ("reply.docx", "summary.docx")
        )

    def test_a_finished_document_is_complete(self) -> None:
        run("proposal", "nurse")
        result = run("check", "nurse/documents/proposal.docx")
        assert result.exit_code == 0
        assert result.stderr.endswith("proposal.docx: complete\n")


def test_patterns_lists_them_with_shares() -> None:
    shown = run("patterns").stdout
    assert "week-about  (50/50)" in shown
    assert "A A A A A" in shown


def test_fields_lists_names_with_their_example_values() -> None:
    lines = run("fields").stdout.splitlines()
    assert "  position.title  Community Health Nurse" in lines
    assert "  duties.tasks[].who  Both partners" in lines
    assert any(line.startswith("  long_date  ") for line in lines)


def test_text_of_what_is_no_document_is_refused() -> None:
    Path("note.docx").write_text("no document", encoding="utf-8")
    result = run("text", "note.docx")
    assert result.exit_code == 1
    assert result.stderr.startswith("note.docx: ")


def test_help_of_every_command_shows_an_example() -> None:
    for name in program.list_commands(None):  # type: ignore[arg-type]  # no context is needed
        result = run(name, "--help")
        assert result.exit_code == 0
        assert f"jobshare-docs {name}" in result.stdout


def process(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    settings = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    command = [sys.executable, "-m", "jobshare_docs", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=settings, encoding="utf-8")


def test_the_module_is_the_command() -> None:
    result = process("summary", "nurse")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    command = f"'{sys.executable}' -m jobshare_docs fields | head -1"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert result.stderr == ""


def test_colour_is_for_a_terminal_only() -> None:
    change("nurse/answers.yaml", '"A A A B B"', '"A A C B B"')
    assert "\x1b[" not in process("check", "nurse").stderr
