"""The employer's policy: what Manitoba's says, and how a broken folder is told."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from commands import run

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.cycle import cycle_of
from jobshare_docs.answers.rota import Schedule
from jobshare_docs.checks.employer import policy_in
from jobshare_docs.checks.policy import check_policy
from jobshare_docs.documents.catalogue import SECTIONS
from jobshare_docs.policy.loading import BUILT_IN, load_policy
from jobshare_docs.policy.policy import Policy
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.schedule.reckoning import Reckoning, reckon

MANITOBA = load_policy()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of Manitoba's policy, to be broken."""
    return Path(shutil.copytree(BUILT_IN, tmp_path / "policy"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> list[str]:
    """What is wrong with a policy folder, each file by its name alone."""
    with pytest.raises(ProblemsFound) as caught:
        load_policy(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


class TestManitoba:
    """The built-in policy."""

    def test_a_full_time_week_has_five_days_of_seven_and_a_quarter_hours(self) -> None:
        assert MANITOBA.full_time_hours_per_day == Fraction("7.25")
        assert MANITOBA.full_time_days_per_week == 5
        assert MANITOBA.cap == 1

    def test_a_proposal_has_the_nine_sections_in_the_order_of_the_guideline(self) -> None:
        assert tuple(row.key for row in MANITOBA.sections) == SECTIONS

    def test_every_row_says_where_it_comes_from(self) -> None:
        rows = (*MANITOBA.sections, *MANITOBA.front, *MANITOBA.terms, *MANITOBA.options)
        assert all(row.source and row.as_of for row in (*rows, *MANITOBA.patterns.values()))

    @pytest.mark.parametrize("name", list(MANITOBA.patterns))
    def test_the_shares_of_a_pattern_are_those_that_it_states(self, name: str) -> None:
        reckoning = reckon_pattern(MANITOBA, name)
        shares = "/".join(str(round(person.share * 100)) for person in reckoning.people)
        assert shares == MANITOBA.patterns[name].shares
        assert not reckoning.is_over_cap


def reckon_pattern(policy: Policy, name: str) -> Reckoning:
    cycle = cycle_of(Arrangement(schedule=Schedule(pattern=name)), policy)
    assert cycle is not None
    return reckon(cycle, policy.cap)


class TestBrokenFolder:
    """Every mistake in a policy has its file and line."""

    def test_an_unknown_key(self, folder: Path) -> None:
        change(folder / "limits.yaml", "    unit: hours", "    units: hours")
        assert told(folder) == [
            "limits.yaml:5:5: limits[0].units: there is no 'units' here; nearest: 'unit'",
            "limits.yaml:3:5: limits[0].unit: missing here: write 'unit:' and its value",
        ]

    def test_a_figure_that_is_none(self, folder: Path) -> None:
        change(folder / "limits.yaml", 'value: "5"', "value: five")
        message = "'five' is not a number: write it as 5"
        assert f"limits.yaml:9:12: limits[1].value: {message}" in told(folder)

    def test_a_limit_that_is_not_there(self, folder: Path) -> None:
        change(folder / "limits.yaml", "key: total_share", "key: total_shares")
        message = "no row has the key 'total_share'; add one with its value"
        assert told(folder) == [f"limits.yaml:1:1: limits: {message}"]

    def test_a_pattern_with_an_unknown_letter(self, folder: Path) -> None:
        change(folder / "patterns.yaml", '"A A A A A"', '"A A C A A"')
        problems = told(folder)
        assert len(problems) == 1
        assert problems[0].startswith("patterns.yaml:")
        assert problems[0].endswith("patterns[0].weeks[0]: 'C' is not one of A, B, AB, - (nobody)")

    def test_a_pattern_with_a_list_in_its_week(self, folder: Path) -> None:
        change(folder / "patterns.yaml", '["A A A A A", "B B B B B"]', "[{Mon: [A, B]}]")
        (problem,) = told(folder)
        assert problem.endswith(
            "patterns[0].weeks[0].Mon: a list stands here: write it as one text in quotes"
        )

    def test_a_pattern_with_days_of_no_length(self, folder: Path) -> None:
        change(folder / "patterns.yaml", "hours_per_day: fit", "hours_per_day: fits")
        (problem,) = told(folder)
        assert problem.endswith("'fits' is not a length of time: write 7.25 or 7:15")

    def test_a_file_that_is_not_there(self, folder: Path) -> None:
        (folder / "terms.yaml").unlink()
        (folder / "patterns.yaml").unlink()
        with pytest.raises(ProblemsFound) as caught:
            load_policy(folder)
        (problem,) = caught.value.problems
        assert str(problem) == (
            f"{folder}: this policy lacks terms.yaml and patterns.yaml: copy what is missing from"
            f" {BUILT_IN}"
        )

    def test_a_file_that_has_nearly_its_name(self, folder: Path) -> None:
        (folder / "terms.yaml").rename(folder / "term.yaml")
        with pytest.raises(ProblemsFound) as caught:
            load_policy(folder)
        (problem,) = caught.value.problems
        assert problem.message == "this policy lacks terms.yaml: rename term.yaml to terms.yaml"

    def test_a_folder_that_is_no_policy(self, tmp_path: Path) -> None:
        with pytest.raises(ProblemsFound) as caught:
            load_policy(tmp_path)
        (problem,) = caught.value.problems
        assert problem.message == (
            "this is no policy: one is a folder with policy.yaml, outline.yaml, terms.yaml,"
            " limits.yaml, options.yaml, benefits.yaml, clauses.yaml, patterns.yaml and"
            " readiness.yaml"
        )

    def test_mistakes_in_several_files_come_at_once(self, folder: Path) -> None:
        change(folder / "policy.yaml", "name: manitoba", "nme: manitoba")
        change(folder / "options.yaml", "as_of: 2026-11-22", "as_of: 22/11/2026")
        files = {problem.partition(":")[0] for problem in told(folder)}
        assert files == {"policy.yaml", "options.yaml"}

    def test_a_clause_with_an_unknown_name(self, folder: Path) -> None:
        change(folder / "clauses.yaml", "day of $full_time_day", "day of $full_day")
        (problem,) = told(folder)
        assert problem.startswith("clauses.yaml:")
        assert problem.endswith(
            "only $full_time_day is filled in here; write $$ for the sign itself"
        )

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ProblemsFound) as caught:
            load_policy(tmp_path / "nowhere")
        (problem,) = caught.value.problems
        assert problem.message == "there is no such folder of a policy: correct its name"


def doubted(folder: Path) -> list[str]:
    """What a policy says that nothing could come of, each file by its name alone."""
    with pytest.raises(ProblemsFound) as caught:
        policy_in(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


class TestVainPolicy:
    """A policy whose files can be read speaks only of what there is; each slip has its line."""

    def test_the_built_in_one_does(self) -> None:
        assert list(check_policy(MANITOBA)) == []

    @pytest.mark.parametrize("locale", ["en_XX", "en-CA", "English"])
    def test_a_locale_in_which_nobody_writes(self, folder: Path, locale: str) -> None:
        change(folder / "policy.yaml", "locale: en_CA", f"locale: {locale}")
        assert doubted(folder) == [
            f"policy.yaml:6:9: locale: there is no locale '{locale}': write a language and a"
            " country, such as en_CA or fr_CA"
        ]

    def test_a_section_of_no_block(self, folder: Path) -> None:
        change(folder / "outline.yaml", "- key: precedents", "- key: precedent")
        assert doubted(folder)[0] == (
            "outline.yaml:135:10: sections[7].key: there is no block 'precedent'; nearest:"
            " 'precedents'; a section of your own says 'own: yes'"
        )

    def test_a_section_without_a_heading(self, folder: Path) -> None:
        change(folder / "outline.yaml", "    title: Communications\n", "")
        (problem,) = doubted(folder)
        assert problem.startswith("outline.yaml:74:5: sections[3]: a section needs its heading")

    def test_an_item_that_the_answers_do_not_have(self, folder: Path) -> None:
        change(folder / "outline.yaml", "- key: supervision", "- key: supervisor")
        (problem,) = doubted(folder)
        assert problem.startswith("outline.yaml:43:14: sections[1].items[4].key: there is no item")
        assert problem.endswith("'supervisor'; nearest: 'supervision'")

    def test_a_term_that_the_answers_do_not_have(self, folder: Path) -> None:
        change(folder / "terms.yaml", "key: leave_clash", "key: leave_crash")
        (problem,) = doubted(folder)
        assert problem.endswith("there is no item 'leave_crash'; nearest: 'leave_clash'")

    def test_a_fact_that_never_holds(self, folder: Path) -> None:
        change(folder / "outline.yaml", "when: [ends]", "when: [end]")
        (problem,) = doubted(folder)
        assert problem.endswith("items[2].when[0]: there is no fact 'end'; nearest: 'ends'")

    def test_an_option_that_hangs_on_a_fact_that_never_holds(self, folder: Path) -> None:
        change(folder / "options.yaml", "unless: [trial]", "unless: [trail]")
        (problem,) = doubted(folder)
        assert problem.endswith("options[0].unless[0]: there is no fact 'trail'; nearest: 'trial'")

    def test_a_kind_of_document_that_there_is_not(self, folder: Path) -> None:
        change(folder / "outline.yaml", "for: [changeover]", "for: [change-over]")
        (problem,) = doubted(folder)
        assert problem.endswith("there is no kind of document 'change-over'; nearest: 'changeover'")

    def test_a_block_that_a_document_needs_and_nobody_asks_for(self, folder: Path) -> None:
        change(folder / "outline.yaml", "  - key: organization", "  - key: posting")
        change(folder / "outline.yaml", "      - key: name\n", "      - key: apply_to\n")
        (first, *_) = doubted(folder)
        assert first.endswith("no row has the key 'organization', which a letter needs: add one")

    def test_two_rows_of_one_name(self, folder: Path) -> None:
        change(folder / "patterns.yaml", "name: three-two-alternating", "name: week-about")
        (problem,) = doubted(folder)
        assert problem.endswith("patterns[2]: there is a row 'week-about' before: keep one of them")

    def test_an_entitlement_that_no_terms_give(self, folder: Path) -> None:
        change(folder / "benefits.yaml", "full_time_vacation_days", "vacation_days")
        (problem,) = doubted(folder)
        assert problem.startswith("benefits.yaml:31:18: prorated[1].entitlement: there is no item")

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            (
                '"7.25"',
                '"0"',
                "limits.yaml:4:12: limits[0].value: a day of 0 hours: write the hours",
            ),
            ('"7.25"', '"30"', "limits.yaml:4:12: limits[0].value: a day of 30 hours: write the"),
            ('"5"', '"9"', "limits.yaml:9:12: limits[1].value: a week of 9 working days: write a"),
            (
                '"5"',
                '"4.5"',
                "limits.yaml:9:12: limits[1].value: a week of 4.5 working days: write",
            ),
            (
                '"1.00"',
                '"0"',
                "limits.yaml:14:12: limits[2].value: nothing at all: write the share",
            ),
        ],
    )
    def test_a_figure_that_none_can_be(self, folder: Path, old: str, new: str, told: str) -> None:
        change(folder / "limits.yaml", f"value: {old}", f"value: {new}")
        (problem,) = doubted(folder)
        assert problem.startswith(told)

    def test_a_limit_that_nothing_is_held_to(self, folder: Path) -> None:
        limits = folder / "limits.yaml"
        row = "  - {key: bonus, value: 3, unit: days, source: s, as_of: 2026-01-01}\n"
        limits.write_text(limits.read_text(encoding="utf-8") + row, encoding="utf-8")
        (problem,) = doubted(folder)
        assert problem.startswith("limits.yaml:18:11: limits[3].key: there is no limit 'bonus'")

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("shares: 50/50", "shares: 60/40", ["shares: its weeks come to 50/50: change one of"]),
            (
                '["A A A A A", "B B B B B"]',
                '["AB AB AB AB AB"]',
                [
                    "weeks: the total is 2.00 of a full-time position, over the cap of 1.00",
                    "shares: its weeks come to 100/100: change one of the two",
                ],
            ),
            ('["A A A A A", "B B B B B"]', "[]", ["weeks: a pattern needs its weeks: write each"]),
        ],
    )
    def test_a_pattern_that_is_not_what_it_says(
        self, folder: Path, old: str, new: str, told: list[str]
    ) -> None:
        change(folder / "patterns.yaml", old, new)
        found = [problem.partition("patterns[0].")[2] for problem in doubted(folder)]
        assert len(found) == len(told)
        assert all(one.startswith(said) for one, said in zip(found, told, strict=True))

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            (
                "{name: court leave,",
                "{name: court leave, in_hours: yes,",
                "prorated[4].in_hours: nothing is reckoned here without 'full_time' or",
            ),
            (
                "    entitlement: full_time_compassionate_days\n",
                "",
                "prorated[2].example: nothing is reckoned here without",
            ),
            (
                "name: court leave",
                "name: paternity leave",
                "prorated[4]: 'paternity leave' stands there before: keep one of the two",
            ),
        ],
    )
    def test_a_benefit_in_vain(self, folder: Path, old: str, new: str, told: str) -> None:
        change(folder / "benefits.yaml", old, new)
        (problem,) = doubted(folder)
        assert problem.partition(": ")[2].startswith(told)

    def test_an_item_asked_for_twice(self, folder: Path) -> None:
        twice = "{key: expenses, asks: again}\n      - {key: expenses, asks: which"
        change(folder / "terms.yaml", "{key: expenses, asks: which", twice)
        (problem,) = doubted(folder)
        assert problem.endswith("'expenses' is asked for before: keep one of the two")

    def test_a_fact_that_holds_and_is_not_said(self, folder: Path) -> None:
        change(folder / "clauses.yaml", "  signed: I give up", "  notes: I give up")
        change(folder / "clauses.yaml", "  lapses: The right", "  notes: The right")
        change(folder / "clauses.yaml", "  notes: Of a trial and of an arrangement", "  # Of ")
        said = "this holds, so the letter says it: write"
        assert doubted(folder) == [
            f"clauses.yaml:4:1: gives_up_full_time: {said} 'signed:' and the sentence",
            f"clauses.yaml:19:1: returns_at_the_end: {said} 'lapses:' and the sentence",
        ]

    def test_a_fact_that_does_not_hold_needs_no_words(self, folder: Path) -> None:
        clauses = folder / "clauses.yaml"
        before, _, after = clauses.read_text(encoding="utf-8").partition("gives_up_full_time:\n")
        rest = after[after.index("  source:") :]
        fact = "gives_up_full_time:\n  holds: no\n"
        clauses.write_text(before + fact + rest, encoding="utf-8")
        assert not policy_in(folder).clauses.gives_up_full_time.holds

    def test_a_question_that_the_worksheet_does_not_have(self, folder: Path) -> None:
        change(folder / "readiness.yaml", "key: can_afford,", "key: can_pay,")
        first, second = doubted(folder)
        assert "there is no item of worksheet.readiness 'can_pay'" in first
        assert "rule.yes_to[2]: there is no question 'can_afford'" in second

    def test_a_section_of_ones_own_with_a_name_that_templates_have(self, folder: Path) -> None:
        own = (
            "  - {key: reckoned, own: yes, title: More, asks: More., items: [{key: none, asks: it}]"
        )
        row = f"{own}, source: Ours, as_of: 2026-11-22}}\n"
        change(
            folder / "outline.yaml", "\n# The blocks that stand", f"\n{row}# The blocks that stand"
        )
        taken = "is the name of something else already: choose another"
        assert [problem.partition(": ")[2] for problem in doubted(folder)] == [
            f"sections[9].key: 'reckoned' {taken}",
            f"sections[9].items[0].key: 'none' {taken}",
        ]

    def test_what_is_wrong_and_what_is_vain_come_at_once(self, folder: Path) -> None:
        change(folder / "options.yaml", "key: flextime", "kee: flextime")
        change(folder / "readiness.yaml", "yes_to: [satisfied_with_job", "yes_to: [satisfied")
        change(folder / "limits.yaml", 'value: "7.25"', 'value: "0"')
        (folder / "clauses.yaml").unlink()
        said = doubted(folder)
        assert [one.partition(":")[0].rpartition("/")[2] for one in said] == [
            *("policy", "options.yaml", "options.yaml", "limits.yaml", "readiness.yaml")
        ]
        assert said[0].endswith("copy what is missing from " + str(BUILT_IN))

    def test_nothing_is_told_of_what_hangs_on_a_broken_file(self, folder: Path) -> None:
        change(folder / "terms.yaml", "- key: confirmation", "- kee: confirmation")
        change(folder / "limits.yaml", 'value: "1.00"', "value: one")
        assert {one.partition(":")[0] for one in doubted(folder)} == {"terms.yaml", "limits.yaml"}

    def test_a_command_tells_it(self, folder: Path) -> None:
        change(folder / "outline.yaml", "when: [ends]", "when: [end]")
        result = run("patterns", "--policy", str(folder))
        assert result.exit_code == 1
        assert "there is no fact 'end'" in result.stderr


def test_a_policy_that_was_changed_meanwhile_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copytree(BUILT_IN, tmp_path / name / "rules")
    words = (tmp_path / "two/rules/policy.yaml").read_text(encoding="utf-8")
    changed = words.replace("name: manitoba", "name: elsewhere")
    (tmp_path / "two/rules/policy.yaml").write_text(changed, encoding="utf-8")
    names = []
    for folder in ("one", "two"):
        monkeypatch.chdir(tmp_path / folder)
        names.append(load_policy(Path("rules")).identity.name)
    assert names == ["manitoba", "elsewhere"]
    (tmp_path / "two/rules/policy.yaml").write_text(words, encoding="utf-8")
    assert load_policy(Path("rules")).identity.name == "manitoba"
