"""What `new --ask` asks in the terminal, and writes of the answers given there."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from commands import run
from prompt_toolkit import PromptSession
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from jobshare_docs.answers.form import Form
from jobshare_docs.answers.form_filling import filled, given_in
from jobshare_docs.cli.asking import asked
from jobshare_docs.policy.loading import load_policy

pytestmark = pytest.mark.usefixtures("elsewhere")

PROJECT = Path(__file__).parent.parent
BLANK = sorted((PROJECT / "templates" / "blank").iterdir())
ENTER, CTRL_C = "\r", "\x03"
NEW_LINE = ("\x1b", ENTER)


SMALL = """\
# ---- The position ----
# So that everybody speaks of the same.

position:
  # The title of the position.
  title:
  supervisor:
    name:
    email:

# ---- Purpose ----
purpose:
  request: job-share
  basis:
duties:
  tasks:
    # The task.
    - task:
      done_by:
schedule:
  # A line a week.
  weeks:
    -
  pattern:
"""


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


class TestAsking:
    """Each question is asked in its turn, and each answer checked at once."""

    def answered(
        self, keys: PipeInput, *typed: str, form: str = SMALL, **given: str
    ) -> dict[str, str]:
        """What is kept at the end of what is typed; `given` was answered before."""
        kept = [{key.replace("__", "."): answer for key, answer in given.items()}]
        keys.send_text("".join(typed))
        session: PromptSession[str] = PromptSession(input=keys, output=DummyOutput())

        def keep(now: dict[str, str]) -> None:
            kept.append(dict(now))

        self.is_ended = (
            asked(Form(form, "answers.yaml"), load_policy(), kept[0], keep, session) is None
        )
        return kept[-1]

    def test_from_the_first_to_the_last(self, keys: PipeInput) -> None:
        lines = ["Records Clerk", "Ingrid Falk", "i.falk@records.example", "", "trial"]
        lines += ["Filing", "A", "Intakes", "on-duty", "", "A A A B B", "A A B B B", ""]
        given = self.answered(keys, *(line + ENTER for line in lines))
        assert given == {
            "position.title": "Records Clerk",
            "position.supervisor.name": "Ingrid Falk",
            "position.supervisor.email": "i.falk@records.example",
            "purpose.request": "job-share",
            "purpose.basis": "trial",
            "duties.tasks[0].task": "Filing",
            "duties.tasks[0].done_by": "A",
            "duties.tasks[1].task": "Intakes",
            "duties.tasks[1].done_by": "on-duty",
            "schedule.weeks[0]": "A A A B B",
            "schedule.weeks[1]": "A A B B B",
        }
        assert not self.is_ended

    def test_ctrl_c_ends_it_after_what_was_kept(self, keys: PipeInput) -> None:
        assert self.answered(keys, "Clerk", ENTER, CTRL_C) == {"position.title": "Clerk"}
        assert self.is_ended

    def test_it_goes_on_after_the_last_answer(
        self, keys: PipeInput, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = {"position__title": "Clerk", "purpose__request": "job-share"}
        given = self.answered(keys, "Ingrid Falk", ENTER, CTRL_C, **before)
        assert given["position.supervisor.name"] == "Ingrid Falk"
        assert "The title of the position." not in capsys.readouterr().out

    def test_it_goes_on_in_the_middle_of_an_item(self, keys: PipeInput) -> None:
        before = {"duties__tasks[0].task": "Filing", "duties__tasks[0].done_by": "A"}
        before |= {"duties__tasks[1].task": "Intakes", "purpose__request": "job-share"}
        given = self.answered(keys, "both", ENTER, "Mail", ENTER, CTRL_C, **before)
        assert given["duties.tasks[1].done_by"] == "both"
        assert given["duties.tasks[2].task"] == "Mail"

    def test_nobody_without_a_name_is_asked_about(self, keys: PipeInput) -> None:
        given = self.answered(keys, "Clerk", ENTER, ENTER, ENTER, "permanent", ENTER, CTRL_C)
        assert given["purpose.basis"] == "permanent"

    def test_what_hangs_on_another_answer_is_asked_where_it_matters(self, keys: PipeInput) -> None:
        form = "purpose:\n  basis:\n  ends:\n  statement:\n"
        given = self.answered(keys, "permanent", ENTER, "Because.", ENTER, form=form)
        assert given == {"purpose.basis": "permanent", "purpose.statement": "Because."}
        given = self.answered(keys, "trial", ENTER, "2027-06-30", ENTER, CTRL_C, form=form)
        assert given == {"purpose.basis": "trial", "purpose.ends": "2027-06-30"}

    def test_a_pattern_is_asked_for_where_no_weeks_are_given(self, keys: PipeInput) -> None:
        given = self.answered(keys, CTRL_C)
        assert given == {}
        others = ["", "", "", "", "", "", "week-about"]
        given = self.answered(keys, *(line + ENTER for line in others))
        assert given == {"purpose.request": "job-share", "schedule.pattern": "week-about"}

    def test_a_wrong_answer_has_to_be_put_right(self, keys: PipeInput) -> None:
        backspace = "\x7f" * len("tryal")
        wrong = ("tryal", ENTER, backspace, "trial", ENTER)
        given = self.answered(keys, ENTER, ENTER, ENTER, *wrong, CTRL_C)
        assert given["purpose.basis"] == "trial"

    def test_a_pattern_that_there_is_not_has_to_be_put_right(self, keys: PipeInput) -> None:
        wrong = ("week-abut", ENTER, "\x7f" * len("week-abut"), "week-about", ENTER)
        given = self.answered(keys, ENTER * 6, *wrong)
        assert given["schedule.pattern"] == "week-about"

    def test_an_answer_that_another_one_denies_has_to_be_put_right(self, keys: PipeInput) -> None:
        form = "schedule:\n  pattern:\n  first_week_begins:\n"
        sunday = ("2027-01-03", ENTER, "\x7f", "4", ENTER)
        given = self.answered(keys, "week-about", ENTER, *sunday, form=form)
        assert given["schedule.first_week_begins"] == "2027-01-04"

    def test_two_do_not_hold_one_position(self, keys: PipeInput) -> None:
        form = "employees:\n  A:\n    name:\n    incumbent:\n  B:\n    name:\n    incumbent:\n"
        typed = ("Ann Lee", ENTER, "yes", ENTER, "Bo Day", ENTER, "yes", ENTER)
        given = self.answered(keys, *typed, "\x7f" * 3, "no", ENTER, form=form)
        assert given["employees.B.incumbent"] == "no"

    def test_a_text_may_have_lines(self, keys: PipeInput) -> None:
        form = "purpose:\n  statement:\n"
        typed = ("We share well.", *NEW_LINE * 2, "- one", *NEW_LINE, "- two", ENTER)
        given = self.answered(keys, *typed, form=form)
        assert given == {"purpose.statement": "We share well.\n\n- one\n- two"}
        assert filled(Form(form, "a"), given) == (
            "purpose:\n  statement: |-\n    We share well.\n\n    - one\n    - two\n"
        )

    def test_what_is_one_line_stays_one(self, keys: PipeInput) -> None:
        given = self.answered(keys, "Clerk", *NEW_LINE, "of records", ENTER, CTRL_C)
        assert "\n" not in given["position.title"]

    def test_comments_and_headings_are_said(
        self, keys: PipeInput, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.answered(keys, ENTER, CTRL_C)
        said = capsys.readouterr().out
        assert (
            "The position\n  So that everybody speaks of the same.\n  The title of the position.\n"
            in said
        )


class TestGoingOn:
    """What was answered is read back from a file that nobody else has written in."""

    TEXTS = ("Nurse: 3", "- dash", "#7", "One\n\n- two\n- three", "{am: A A A B B, pm: B}", "x\ny")

    @pytest.mark.parametrize("text", TEXTS)
    def test_every_answer_comes_back(self, text: str) -> None:
        form = Form(SMALL, "answers.yaml")
        given = {
            "position.title": text,
            "purpose.request": "job-share",
            "duties.tasks[0].task": text,
            "duties.tasks[1].task": "Second",
            "duties.tasks[1].done_by": "A",
            "schedule.weeks[0]": text,
            "schedule.weeks[1]": "A A B B B",
        }
        assert given_in(form, filled(form, given)) == given

    @pytest.mark.parametrize("file", BLANK, ids=lambda file: file.name)
    def test_a_blank_file_has_its_defaults_alone(self, file: Path) -> None:
        form = Form(file.read_text(encoding="utf-8"), file.name)
        assert set(given_in(form, form.text) or {}) <= {"purpose.request", "worksheet.for"}

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("  title:", "  title: 'Clerk'"),
            ("# The title", "# My title"),
            ("  basis:\n", "  basis:\n  ends: 2027-01-01\n"),
            ("position:", "position: ["),
        ],
    )
    def test_a_file_that_was_changed_is_none(self, old: str, new: str) -> None:
        form = Form(SMALL, "answers.yaml")
        assert given_in(form, SMALL.replace(old, new, 1)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is Unix's")
class TestTerminal:
    """The command in a terminal."""

    def started(self, *options: str) -> "pexpect.spawn[str]":
        words = ["-m", "jobshare_docs", "new", "mine", *options]
        return pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=30)

    def ended(self, terminal: "pexpect.spawn[str]") -> int | None:
        terminal.send(CTRL_C)
        terminal.expect("what you gave so far is kept. The same command goes on from there.")
        terminal.expect(pexpect.EOF)
        terminal.close()
        return terminal.exitstatus

    def lines(self, name: str = "answers.yaml") -> list[str]:
        return Path("mine", name).read_text(encoding="utf-8").splitlines()

    def test_it_asks_and_writes(self) -> None:
        terminal = self.started("--ask")
        terminal.expect("title:")
        terminal.send("Records Clerk" + ENTER)
        terminal.expect("classification:")
        assert self.ended(terminal) == 0
        assert "  title: Records Clerk" in self.lines()
        assert "  # What the position is for, in a sentence or two. Such as: Advises the" in (
            self.lines()
        )
        assert Path("mine/worksheet.yaml").exists()

    def test_the_same_command_goes_on(self) -> None:
        terminal = self.started("--ask")
        terminal.expect("title:")
        terminal.send("Records Clerk" + ENTER)
        for label in ("classification:", "number:", "department:", "location:"):
            terminal.expect(label)
            terminal.send(ENTER)
        terminal.expect("summary:")
        terminal.send("Keeps the records.\x1b\rAnd finds them." + ENTER)
        terminal.expect("full time hours per day:")
        assert self.ended(terminal) == 0
        again = self.started("--ask")
        again.expect("going on after: summary")
        again.expect("full time hours per day:")
        again.send("8" + ENTER)
        again.expect("full time days per week:")
        assert self.ended(again) == 0
        written = "\n".join(self.lines())
        assert "  title: Records Clerk\n" in written
        assert "  summary: |-\n    Keeps the records.\n    And finds them.\n" in written
        assert "  full_time_hours_per_day: 8\n" in written

    def test_every_answer_is_kept_before_the_next_question(self) -> None:
        terminal = self.started("--ask")
        terminal.expect("title:")
        terminal.send("Records Clerk" + ENTER)
        terminal.expect("classification:")
        terminal.kill(signal.SIGKILL)
        terminal.wait()
        assert "  title: Records Clerk" in self.lines()
        assert sorted(path.name for path in Path("mine").iterdir()) == [
            *(".answers.schema.json", "answers.yaml", "worksheet.yaml")
        ]

    def test_a_wrong_word_is_told_at_once_and_ctrl_c_ends_all(self) -> None:
        terminal = self.started("--ask", "--hr")
        for label in ("name:", "department:", "address:"):
            terminal.expect(label)
            terminal.send(ENTER)
        assert self.ended(terminal) == 0
        Path("mine/organization.yaml").write_text("organization: {name: A}\n", encoding="utf-8")
        terminal = self.started("--ask", "--hr")
        terminal.expect("form:")
        terminal.send("letter" + ENTER)
        terminal.expect("'letter' is not one of memo, offer, agreement")
        assert self.ended(terminal) == 0
        assert self.lines("organization.yaml") == ["organization: {name: A}"]

    def test_a_file_that_somebody_wrote_in_is_left_to_them(self) -> None:
        run("new", "mine")
        text = Path("mine/answers.yaml").read_text(encoding="utf-8")
        changed = text.replace("  title:", "  title: 'Clerk'", 1)
        Path("mine/answers.yaml").write_text(changed, encoding="utf-8")
        terminal = self.started("--ask")
        terminal.expect("is not as the questions left it: go on in it with a text editor")
        terminal.expect(pexpect.EOF)
        terminal.close()
        assert terminal.exitstatus == 1
        assert Path("mine/answers.yaml").read_text(encoding="utf-8") == changed

    def test_a_blank_one_that_is_there_is_asked_for(self) -> None:
        run("new", "mine", "--part-time")
        terminal = self.started("--ask")
        terminal.expect("title:")
        terminal.send("Clerk" + ENTER)
        terminal.expect("classification:")
        assert self.ended(terminal) == 0
        assert "  request: part-time" in self.lines()


def test_without_a_terminal_nothing_is_asked() -> None:
    result = run("new", "mine", "--ask")
    assert result.exit_code == 2
    assert "--ask needs a terminal" in result.stderr
    assert not Path("mine").exists()


def test_an_example_has_no_questions() -> None:
    result = run("new", "mine", "--ask", "--example")
    assert result.exit_code == 2
    assert "--example is filled in already" in result.stderr
