"""What `new` writes: files to fill in by hand."""

import json
import re
import shutil
from pathlib import Path

import pytest
from commands import run
from jsonschema import Draft202012Validator
from yaml_as_editors_read_it import loaded

from jobshare_docs.answers.arrangement import BLOCKS
from jobshare_docs.answers.form import Form, Items
from jobshare_docs.answers.form_filling import filled
from jobshare_docs.answers.loading import load_answers
from jobshare_docs.answers.questions import readers_of
from jobshare_docs.checks.answers import check
from jobshare_docs.checks.employer import policy_in

pytestmark = pytest.mark.usefixtures("elsewhere")

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
BLANK = sorted((PROJECT / "templates" / "blank").iterdir())
OTHER = TESTS / "policies" / "harbour-credit-union"


class TestEditors:
    """Each file names the schema that lies beside it."""

    @pytest.mark.parametrize("options", [[], ["--part-time"], ["--example"], ["--hr"]])
    def test_the_schema_lies_where_the_first_line_says(self, options: list[str]) -> None:
        assert run("new", "mine", *options).exit_code == 0
        files = sorted(Path("mine").glob("*.yaml"))
        assert files
        for file in files:
            first, _, _ = file.read_text(encoding="utf-8").partition("\n")
            comment, _, path = first.partition("$schema=")
            assert comment == "# yaml-language-server: "
            schema = json.loads((file.parent / path).read_text(encoding="utf-8"))
            assert list(Draft202012Validator(schema).iter_errors(loaded(file))) == []

    def test_a_schema_that_is_there_stays(self) -> None:
        run("new", "mine")
        Path("mine/.answers.schema.json").write_text("{}", encoding="utf-8")
        assert run("new", "mine", "--hr").exit_code == 0
        assert Path("mine/.answers.schema.json").read_text(encoding="utf-8") == "{}"


class TestEmployer:
    """The files of human resources: what is there stays, what is not there is written."""

    def test_each_document_of_theirs_has_a_file(self) -> None:
        result = run("new", "hr", "--hr")
        names = ["organization.yaml", "terms.yaml", "reply.yaml", "posting.yaml"]
        assert result.stdout.splitlines()[:4] == [str(Path("hr", name)) for name in names]
        assert "jobshare-docs letter hr " in result.stderr

    def test_what_is_missing_is_written_and_what_stays_is_said(self) -> None:
        run("new", "hr", "--hr")
        Path("hr/organization.yaml").write_text("organization: {name: Ours}\n", encoding="utf-8")
        Path("hr/terms.yaml").unlink()
        result = run("new", "hr", "--hr")
        assert (result.exit_code, result.stdout) == (0, f"{Path('hr/terms.yaml')}\n")
        for name in ("organization.yaml", "reply.yaml", "posting.yaml"):
            assert f"{Path('hr', name)}: there already, and stays as it is\n" in result.stderr
        assert Path("hr/organization.yaml").read_text(encoding="utf-8") == (
            "organization: {name: Ours}\n"
        )

    def test_where_all_are_there_nothing_is_to_be_done(self) -> None:
        run("new", "hr", "--hr")
        result = run("new", "hr", "--hr")
        assert result.exit_code == 1
        assert f"{Path('hr/organization.yaml')}: this file is there already" in result.stderr

    def test_beside_the_answers_the_next_step_names_their_folder(self) -> None:
        run("new", "mine", "--example")
        result = run("new", "mine", "--hr", "--example")
        assert result.exit_code == 0
        last = result.stderr.splitlines()[-1].split()
        assert last[:3] == ["jobshare-docs", "letter", "mine"]
        made = run(*last[1:])
        assert (made.exit_code, made.stderr) == (0, "")


class TestOtherEmployer:
    """A policy's own section is asked for too."""

    def written(self, name: str, *options: str) -> str:
        run("new", "mine", "--policy", str(OTHER), *options)
        return Path("mine", name).read_text(encoding="utf-8")

    def test_its_questions_stand_where_the_policy_puts_them(self) -> None:
        assert (
            "\n\n# ---- 5. Training ----\n"
            "# What both partners learn, and when.\n"
            "\n"
            "training:\n"
            "  # How both of you keep your licences.\n"
            "  statement:\n"
            "\n"
            "  # The courses that each of you takes.\n"
            "  courses:\n"
            "    -\n"
            "\n"
            "  # What it costs, if anything.\n"
            "  budget:\n"
            "\n\n# ---- 6. The other half ----\n"
        ) in self.written("answers.yaml")

    def test_its_sections_have_their_headings_and_order(self) -> None:
        found = re.findall(r"(?m)^# ---- (\d+\. .*) ----$", self.written("answers.yaml"))
        titles = [row.title for row in policy_in(OTHER).sections]
        assert found == [f"{number}. {title}" for number, title in enumerate(titles, 1)]

    def test_the_built_in_policy_changes_nothing_of_them(self) -> None:
        run("new", "mine")
        text = Path("mine/answers.yaml").read_text(encoding="utf-8").partition("\n")[2]
        built_in = (PROJECT / "templates" / "blank" / "answers.yaml").read_text(encoding="utf-8")
        headings = [line for line in built_in.splitlines() if line.startswith("# ----")]
        assert [line for line in text.splitlines() if line.startswith("# ----")] == headings

    def test_it_declares_what_the_policy_refuses(self) -> None:
        text = " ".join(self.written("answers.yaml").replace("#", " ").split())
        assert "the request is not made for a post at another financial institution." in text
        assert "private business" not in text

    def test_its_first_pattern_is_the_example_of_one(self) -> None:
        assert "such as shared-wednesday." in self.written("answers.yaml")

    def test_its_options_are_named_in_the_blank_reply(self) -> None:
        text = self.written("reply.yaml", "--hr")
        assert "four-long-days; left empty, all that fit." in text
        assert "flextime" not in text

    def test_the_worksheet_asks_its_questions_alone(self) -> None:
        text = self.written("worksheet.yaml")
        assert (
            "  readiness:\n"
            "    # Do you like to work in a team?\n"
            "    work_in_a_team:\n"
            "    # Have you reckoned your household's money?\n"
            "    can_afford:\n"
            "\n"
        ) in text
        assert "satisfied_with_job" not in text

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"\xff\xfe\x00", "the UTF-16 of this file is broken here: save the file as UTF-8"),
            (b"position: {title: [\n", "put quotes around the text, or look above"),
        ],
    )
    def test_a_blank_file_that_nobody_can_fill_in_is_told(
        self, tmp_path: Path, content: bytes, told: str
    ) -> None:
        own = Path(shutil.copytree(OTHER, tmp_path / "policy"))
        (own / "templates" / "blank").mkdir()
        (own / "templates" / "blank" / "answers.yaml").write_bytes(content)
        result = run("new", "mine", "--policy", str(own))
        assert result.exit_code == 1
        assert told in result.stderr
        assert not Path("mine").exists()

    def test_a_blank_file_that_was_copied_is_filled_in_as_well(self, tmp_path: Path) -> None:
        own = Path(shutil.copytree(OTHER, tmp_path / "policy"))
        blank = PROJECT / "templates" / "blank"
        shutil.copytree(blank, own / "templates" / "blank")
        run("new", "mine", "--policy", str(own))
        assert "$" not in Path("mine/worksheet.yaml").read_text(encoding="utf-8")[60:]

    def test_an_untouched_file_only_lacks_answers(self) -> None:
        run("new", "mine", "--policy", str(OTHER))
        problems = check(load_answers("mine", policy=policy_in(OTHER)))
        assert problems
        assert all(problem.message.startswith("missing; ") for problem in problems)

    def test_blank_files_of_its_own_are_taken_as_they_are(self, tmp_path: Path) -> None:
        own = Path(shutil.copytree(OTHER, tmp_path / "policy"))
        (own / "templates" / "blank").mkdir()
        (own / "templates" / "blank" / "answers.yaml").write_text("position:\n", encoding="utf-8")
        run("new", "mine", "--policy", str(own))
        assert Path("mine/answers.yaml").read_text(encoding="utf-8").endswith("json\nposition:\n")


class TestForms:
    """A blank file is a form: its questions, and the answers typed into it."""

    @pytest.mark.parametrize("file", BLANK, ids=lambda file: file.name)
    def test_every_question_is_one_that_answers_know(self, file: Path) -> None:
        known = {key for key, _ in readers_of(BLOCKS)}
        form = Form(file.read_text(encoding="utf-8"), file.name)
        keys = [
            question.key
            for part in form.parts
            for question in (part.questions if isinstance(part, Items) else [part])
        ]
        assert len(keys) > 5
        assert set(keys) <= known

    @pytest.mark.parametrize("file", BLANK, ids=lambda file: file.name)
    def test_without_answers_it_stays_as_it_is(self, file: Path) -> None:
        form = Form(file.read_text(encoding="utf-8"), file.name)
        assert filled(form, {}) == form.text

    @pytest.mark.parametrize(
        "text", ["Nurse: 3", "- dash", "yes", "#7", "'quoted", "[list", "null", "Zoë's", "{{ x }}x"]
    )
    def test_a_text_is_read_as_it_was_given(self, text: str) -> None:
        form = Form("position:\n  # The title.\n  title:\n", "answers.yaml")
        Path("answers.yaml").write_text(filled(form, {"position.title": text}), encoding="utf-8")
        position = load_answers("answers.yaml").asked.arrangement.position
        assert position is not None
        assert position.title == text

    def test_items_have_lines_of_their_own_and_comments_once(self) -> None:
        form = Form("duties:\n  tasks:\n    # What.\n    - task:\n      # How.\n      how:\n", "a")
        given = {"duties.tasks[0].task": "One", "duties.tasks[0].how": "So"}
        given |= {"duties.tasks[1].task": "Two"}
        assert filled(form, given) == (
            "duties:\n  tasks:\n    # What.\n    - task: One\n      # How.\n      how: So\n"
            "    - task: Two\n      how:\n"
        )
