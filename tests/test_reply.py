"""The employer's reply: received, a counter-offer, declined, and the notice that it ends."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobshare_docs import load_answers, order, render
from jobshare_docs.checks.answers import check, missing_in
from jobshare_docs.documents.catalogue import REPLY
from jobshare_docs.docx_text import text
from jobshare_docs.problems import ProblemsFound

PROPOSALS = Path(__file__).parent.parent / "proposals"
NURSE, CLERK, ANALYST = "community-health-nurse", "part-time-clerk", "trial-records-analyst"
TODAY = date(2026, 11, 22)
TRIAL = "confirmation: {agreed: {purpose: {basis: trial, ends: 2027-07-02}}, return_to: Her own.}\n"

Said = Callable[..., str]
Told = Callable[..., list[str]]


@pytest.fixture
def layers(tmp_path: Path) -> Callable[[str, str], list[Path]]:
    """The files of an example with its reply, and a text laid over them."""

    def laid(example: str, over: str) -> list[Path]:
        file = tmp_path / "over.yaml"
        file.write_text(over or "position: {}\n", encoding="utf-8")
        names = ("answers", "organization", "terms", "reply")
        return [*(PROPOSALS / example / f"{name}.yaml" for name in names), file]

    return laid


@pytest.fixture
def reply(layers: Callable[[str, str], list[Path]]) -> Said:
    """The text of the reply to an example, with a text laid over it."""

    def said(over: str = "", example: str = NURSE) -> str:
        documents = render(load_answers(*layers(example, over)), order("reply", TODAY))
        assert list(documents) == ["reply.docx"]
        return text(documents["reply.docx"])

    return said


@pytest.fixture
def told(layers: Callable[[str, str], list[Path]]) -> Told:
    """What is wrong with a reply, each with its file's name, place and field."""

    def found(over: str, example: str = NURSE) -> list[str]:
        problems = check(load_answers(*layers(example, over)), REPLY)
        return [str(problem).rpartition("/")[2] for problem in problems]

    return found


class TestReceived:
    @pytest.fixture
    def received(self, reply: Said) -> str:
        return reply("reply: {outcome: received}\n")

    def test_it_says_what_was_asked_and_when_it_came(self, received: str) -> None:
        assert (
            "You asked to share the position of Community Health Nurse, which Dana Whitford holds,"
            " on a permanent basis, from 4 January 2027. It was received on 16 November 2026."
        ) in received

    def test_it_says_who_meets_whom_when_and_where(self, received: str) -> None:
        assert "When\tWednesday, 2 December 2026, 10:00" in received
        assert "Where\tRoom 204" in received
        assert "With\tIngrid Falk and Paul Kirby" in received
        assert "You will have a decision by 18 December 2026." in received

    def test_it_decides_nothing(self, received: str) -> None:
        assert "it decides nothing" in received
        for word in ("cannot be granted", "The reasons", "What could be agreed", "I would agree"):
            assert word not in received

    def test_what_it_needs_is_asked_for(self, told: Told) -> None:
        over = "reply: {outcome: received, decide_by: 2026-11-02}\n"
        assert told(over) == [
            "over.yaml:1:39: reply.decide_by: this is before the date of the reply, 2026-11-30:"
            " change one of the two"
        ]


class TestCounterOffer:
    def test_its_terms_are_laid_over_the_request_and_reckoned(self, reply: Said) -> None:
        said = reply()
        assert "Basis\tA trial, until 2 July 2027" in said
        assert "18.125 hours a week on average, which is 50% of full time" in said
        assert "both partners are at work on Wednesday of week 1" in said
        assert "Wednesday of week 2 is covered by the full-time nurse." in said

    def test_it_shows_where_it_differs_from_the_request(self, reply: Said) -> None:
        said = reply()
        assert "Point" in said and "Asked" in said and "Offered" in said
        assert "Permanent" in said and "A trial" in said
        assert "on a permanent basis, from 4 January 2027" in said

    def test_times_and_tasks_that_differ_are_told_in_words(self, reply: Said) -> None:
        said = reply("""
reply:
  terms:
    schedule: {day: {start: 9:00, end: 17:15, break: 1:00}}
    duties: {tasks: [{task: Prenatal Committee, done_by: B}]}
""")
        assert "9:00" in said and "17:15" in said
        assert "Task: Prenatal Committee" in said
        assert "Working day\t9:00" in said

    def test_it_does_not_read_what_was_agreed(self, reply: Said) -> None:
        assert "up to five days a year" not in reply()

    def test_it_asks_for_an_answer_of_both(self, reply: Said) -> None:
        said = reply()
        assert "Please answer by 11 December 2026." in said
        assert "I would agree to the terms offered in this letter." in said
        assert "\n\nDana Whitford" in said.rpartition("If you agree")[2]

    def test_who_holds_the_position_keeps_the_right_to_return(self, reply: Said) -> None:
        assert "keeps the right to return to full-time status at the end" in reply()
        assert "agreed period. This concerns Dana Whitford." in reply()

    def test_its_rota_is_held_to_the_cap_at_its_place_in_the_reply(self, told: Told) -> None:
        over = 'reply: {terms: {schedule: {weeks: ["A A AB B B", "A A B B B"]}}}\n'
        (problem,) = told(over)
        assert problem.startswith(
            "over.yaml:1:28: schedule.weeks: the total is 1.10 of a full-time"
        )

    def test_its_gaps_need_a_word(self, tmp_path: Path) -> None:
        file = tmp_path / "reply.yaml"
        example = (PROPOSALS / NURSE / "reply.yaml").read_text(encoding="utf-8")
        without = example.partition(", uncovered")
        file.write_text(f"{without[0]}}}\n" + without[2].partition("\n")[2], encoding="utf-8")
        answers = load_answers(PROPOSALS / NURSE / "answers.yaml", file)
        (problem,) = [one for one in check(answers, "reply") if one.field == "schedule.weeks"]
        assert problem.where == str(file) and problem.line == 12
        assert "nobody works on Wednesday of week 2" in problem.message

    def test_a_task_that_the_request_does_not_have_is_told(self, told: Told) -> None:
        over = "reply: {terms: {duties: {tasks: [{task: Prenatal Comittee, done_by: B}]}}}\n"
        assert told(over) == [
            "over.yaml:1:41: reply.terms.duties.tasks[0].task: there is no task 'Prenatal Comittee'"
            " in the request; nearest: 'Prenatal Committee'"
        ]


class TestDeclined:
    def test_it_gives_the_reasons_and_the_options_by_their_titles(self, reply: Said) -> None:
        said = reply("reply: {outcome: declined}\n")
        assert "The request cannot be granted." in said
        assert "- Intakes need a nurse who was on duty the day before." in said
        assert "- applying together with a partner for a regular position" in said
        assert "- working at home or telecommuting" not in said
        assert "What could be agreed" not in said

    def test_without_options_of_its_own_it_gives_all_of_the_policy(self, reply: Said) -> None:
        said = reply("reply: {outcome: declined, options: []}\n")
        assert "- working at home or telecommuting" in said
        assert "- a compressed or modified work week" in said

    def test_a_trial_that_is_declined_is_not_offered_instead(self, reply: Said) -> None:
        instead = "- a trial of the arrangement"
        assert instead in reply("reply: {outcome: declined, options: []}\n")
        trial = "purpose: {basis: trial, ends: 2027-07-30}\n"
        said = reply(trial + "reply: {outcome: declined, options: []}\n")
        assert instead not in said and "- working at home or telecommuting" in said

    def test_it_names_whom_to_ask(self, reply: Said) -> None:
        said = reply("reply: {outcome: declined}\n")
        assert "Human resources\tPaul Kirby, Human Resource Consultant, hr@interlake" in said
        assert "Also\tHuman Resources Programs Branch" in said

    def test_an_option_that_the_policy_has_not_is_told_with_the_nearest(self, told: Told) -> None:
        assert told("reply: {outcome: declined, options: [flexitime, knitting]}\n") == [
            "over.yaml:1:38: reply.options[0]: the policy has no option 'flexitime'; nearest:"
            " 'flextime'",
            "over.yaml:1:49: reply.options[1]: the policy has no option 'knitting'; known are"
            " trial, advertised-part-time, joint-application, stated-preference, another-branch,"
            " flextime, telework, leave-of-absence, compressed-week",
        ]


class TestEnding:
    LEFT = "reply: {outcome: ending, date: 2027-05-31, ending: {leaves: B}}\n"

    def test_a_partner_left_and_the_other_is_told(self, reply: Said) -> None:
        said = reply(self.LEFT)
        assert "Dear Dana Whitford:" in said
        assert "Its last day is 30 June 2027." in said
        assert "Priya Nair leaves the job share." in said
        assert "the remaining partner becomes full-time or must take another position" in said
        assert "What you may do\tFull-time or another position" in said
        assert "return to full-time status" not in said  # that was given up for good

    def test_who_of_the_two_leaves_is_asked_for(self, reply: Said) -> None:
        message = r"reply\.ending\.leaves: missing; what belongs here: who leaves: A or B"
        with pytest.raises(ProblemsFound, match=message):
            reply("reply: {outcome: ending, date: 2027-05-31}\n")

    def test_operational_reasons(self, reply: Said) -> None:
        said = reply("reply: {outcome: ending, ending: {cause: operational-reasons}}\n")
        assert "Management ends it for bona fide operational reasons." in said
        assert "- Intakes need a nurse" in said
        assert "leaves the job share" not in said

    def test_the_end_of_a_trial_speaks_of_the_agreed_basis(self, reply: Said) -> None:
        said = reply(TRIAL + "reply: {outcome: ending, ending: {cause: end-of-trial}}\n")
        assert "The trial comes to its end, and the arrangement is not continued." in said
        assert "keeps the right to return to full-time status at the end" in said
        assert "agreed period. This concerns Dana Whitford." in said
        assert "Priya Nair has" not in said
        assert "Agreed for the end\tDana Whitford: Her own." in said

    def test_part_time_work_ends_too(self, reply: Said) -> None:
        said = reply("", ANALYST)
        assert "You keep the right to return to full-time status" in said
        over = """
reply:
  outcome: ending
  ending: {cause: operational-reasons, last_day: 2027-06-30, remaining_employee: Full-time.}
"""
        assert "The part-time arrangement in the position of Accounts Payable" in reply(over, CLERK)

    def test_a_permanent_arrangement_has_no_trial_to_end(self, told: Told) -> None:
        assert told("reply: {outcome: ending, ending: {cause: end-of-trial}}\n") == [
            "over.yaml:1:42: reply.ending.cause: the arrangement is permanent and has no trial:"
            " name another"
        ]

    def test_part_time_work_has_no_partner_who_leaves(self, told: Told) -> None:
        over = """
reply:
  outcome: ending
  ending: {cause: partner-left, leaves: B, last_day: 2027-06-30, remaining_employee: Full-time.}
"""
        assert told(over, CLERK) == [
            "over.yaml:4:19: reply.ending.cause: part-time work has no partner who could leave:"
            " name another",
            "over.yaml:4:41: reply.ending.leaves: there is no employee B in the request",
        ]


@pytest.mark.parametrize(
    ("outcome", "asked_for"),
    [
        ("received", "request_received meeting.when meeting.where meeting.with decide_by"),
        ("counter-offer", "reasons terms answer_by"),
        ("declined", "reasons"),
        ("ending", "ending.cause ending.last_day ending.remaining_employee"),
    ],
)
def test_each_outcome_asks_for_what_it_needs(tmp_path: Path, outcome: str, asked_for: str) -> None:
    file = tmp_path / "reply.yaml"
    file.write_text(
        f"reply: {{outcome: {outcome}, date: 2026-11-30, signed_by: {{name: I. Falk}}}}\n"
    )
    names = ("answers.yaml", "organization.yaml")
    answers = load_answers(*(PROPOSALS / NURSE / name for name in names), file)
    fields = [problem.field for problem in missing_in(answers, REPLY)]
    assert fields == [f"reply.{name}" for name in asked_for.split()]
    with pytest.raises(ProblemsFound, match=r"reply\.yaml:1:1: reply\..*: missing; what belongs"):
        render(answers, order("reply", TODAY))


def test_a_reply_holds_no_pay_and_no_reason_for_asking(reply: Said) -> None:
    for over in ("", TestEnding.LEFT, "reply: {outcome: received}\n"):
        said = reply(over)
        for secret in ("78,400", "74,150", "39,200", "parental leave", "555-0117"):
            assert secret not in said
