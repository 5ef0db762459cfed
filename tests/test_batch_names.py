"""What `batch` calls its files, and that no two have the same name."""

import pytest
from batches import FOX, LEE, batch, contents, report, table

from jobshare_docs.batch.naming import DEFAULT, file_name, is_unique, key, wrong_pattern
from jobshare_docs.yaml_file import read_bytes

pytestmark = pytest.mark.usefixtures("beside_the_nurse", "on_one_day")


class TestNames:
    """Names of files are safe everywhere, and no two rows share one."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Ann Lee", "7-Ann-Lee-proposal.docx"),
            ("../../etc/passwd", "7-..-..-etc-passwd-proposal.docx"),
            ('a<b>:"/\\|?*\x07b', "7-a-b-b-proposal.docx"),
            ("", "7-proposal.docx"),
            ("Zo\u0065\u0308", "7-Zoë-proposal.docx"),
        ],
    )
    def test_signs_that_a_file_system_refuses(self, name: str, expected: str) -> None:
        assert _named(DEFAULT, name) == expected

    @pytest.mark.parametrize("name", ["CON", "nul", "com1", "LPT9.txt", "aux.x.y"])
    def test_names_that_windows_keeps(self, name: str) -> None:
        assert _named("{employees.A.name}", name) == f"_{name}.docx"

    def test_long_names_are_cut_and_keep_what_tells_them_apart(self) -> None:
        name = _named(DEFAULT, "é" * 500)
        assert len(name.encode()) <= 255
        assert name.startswith("7-é")
        assert name.endswith("-proposal.docx")

    @pytest.mark.parametrize(
        ("pattern", "said"),
        [
            ("{employees.A.nmae}", "'{employees.A.nmae}': there is no 'nmae'"),
            ("{name}", "there is no 'name' among the blocks; perhaps 'employees.A.name', "),
            ("{room}", "among the blocks: write a name of the answers, such as {employees.A.name}"),
            ("{row", "a brace is opened or closed alone"),
            ("{}", "'{}': "),
        ],
    )
    def test_a_pattern_that_names_nothing_is_told(self, pattern: str, said: str) -> None:
        assert said in (wrong_pattern(pattern) or "")
        assert batch(table(LEE), "--name", pattern).stderr.startswith("--name: ")

    @pytest.mark.parametrize(
        ("pattern", "unique"),
        [
            ("{row}-{kind}", True),
            ("{row}{kind}", False),
            ("{kind}-{row}", False),
            ("{row}7", False),
        ],
    )
    def test_which_patterns_tell_rows_apart_by_themselves(self, pattern: str, unique: bool) -> None:
        assert is_unique(pattern) is unique

    def test_names_that_some_file_system_takes_for_one_are_one(self) -> None:
        assert key("Ann-LEE.docx") == key("ann-lee.docx")
        assert key("Zo\u0065\u0308") == key("ZOË")

    def test_the_second_row_of_one_name_is_refused(self) -> None:
        source = table(LEE, ("ann lee", *LEE[1:]), FOX)
        result = batch(source, "--name", "{employees.A.name}")
        assert result.exit_code == 1
        assert [line["status"] for line in report()] == ["made", "refused", "made"]
        assert "put {row} into --name" in report()[1]["mistakes"]
        assert sorted(contents("out")) == [
            *("Ann-Lee-A.docx", "Ann-Lee-B.docx", "Ed-X-Y-Fox-A.docx", "Ed-X-Y-Fox-B.docx"),
            "batch.csv",
        ]


def _named(pattern: str, name: str) -> str:
    tree, _ = read_bytes(b"employees: {A: {name: x}}", "x.yaml")
    assert tree is not None
    person = tree.entries["employees"].value.entries["A"].value  # type: ignore[union-attr]  # it is a block
    old = person.entries["name"]
    person.entries["name"] = old._replace(value=type(old.value)(name, True, old.key))
    return file_name(pattern, 7, "proposal.docx", tree)
