"""Files are written all or none, and what somebody edited is never lost."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from word_files import paragraph, word_file

from jobshare_docs.problems import ProblemsFound
from jobshare_docs.saving import create_new, save
from jobshare_docs.stamp import Stamp, sealed

ELSEWHERE_THAN_WINDOWS = pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows has no devices among its files, limits on a file's size, interrupts sent to "
    "one process, or links that everybody may make",
)


def letter(words: str) -> bytes:
    return sealed(word_file(paragraph(words)), Stamp("letter", "0.1.0", "p", date(2026, 12, 7)))


def edited(words: str) -> bytes:
    return word_file(paragraph(words))


def names_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def refused(files: dict[Path, bytes], force: bool = False) -> list[str]:
    with pytest.raises(ProblemsFound) as stopped:
        save(files, force)
    return [str(problem) for problem in stopped.value.problems]


class TestSaving:
    def test_writes_into_a_folder_that_it_makes(self, tmp_path: Path) -> None:
        paths = [tmp_path / "documents" / "lee" / f"letter-{who}.docx" for who in "BA"]
        assert save({path: letter(path.name) for path in paths}) == paths
        assert [path.read_bytes() for path in paths] == [letter(path.name) for path in paths]
        assert names_in(paths[0].parent) == ["letter-A.docx", "letter-B.docx"]

    def test_gives_files_the_mode_that_is_usual_there(self, tmp_path: Path) -> None:
        usual, path = tmp_path / "usual", tmp_path / "letter.docx"
        usual.write_bytes(b"")
        save({path: letter("one")})
        assert path.stat().st_mode == usual.stat().st_mode

    def test_replaces_what_nobody_touched(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.docx"
        save({path: letter("one")})
        save({path: letter("two")})
        assert path.read_bytes() == letter("two")
        assert names_in(tmp_path) == ["letter.docx"]

    def test_leaves_a_file_alone_that_is_the_same(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.docx"
        path.write_bytes(edited("the same"))
        os.utime(path, (1, 1))
        assert save({path: edited("the same")}) == [path]
        assert path.stat().st_mtime == 1

    @ELSEWHERE_THAN_WINDOWS
    def test_follows_a_link(self, tmp_path: Path) -> None:
        real, link = tmp_path / "real.docx", tmp_path / "letter.docx"
        real.write_bytes(letter("one"))
        link.symlink_to(real)
        save({link: letter("two")})
        assert link.is_symlink()
        assert real.read_bytes() == letter("two")

    @ELSEWHERE_THAN_WINDOWS
    def test_tells_links_that_lead_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "one").symlink_to("two")
        (tmp_path / "two").symlink_to("one")
        with pytest.raises(ProblemsFound) as caught:
            save({tmp_path / "one" / "letter.docx": letter("one")})
        (problem,) = caught.value.problems
        assert problem.message == "its links lead in a circle; choose another folder"


class TestAnEditedFile:
    def test_stops_everything(self, tmp_path: Path) -> None:
        first, mine = tmp_path / "a.docx", tmp_path / "b.docx"
        save({first: letter("old")})
        mine.write_bytes(edited("mine"))
        assert refused({first: letter("new"), mine: letter("b"), tmp_path / "c": b"c"}) == [
            f"{mine}: this file was edited since it was made, or is not one of ours, and stays as "
            "it is; choose another folder with --out, or use --force, which keeps the old one as "
            "b.bak.docx"
        ]
        assert first.read_bytes() == letter("old")
        assert mine.read_bytes() == edited("mine")
        assert names_in(tmp_path) == ["a.docx", "b.docx"]

    def test_is_kept_under_another_name_when_forced(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.docx"
        for number, words in enumerate(("first", "second", "third"), 1):
            path.write_bytes(edited(words))
            os.utime(path, (number, number))
            save({path: letter(words)}, force=True)
        kept = {name: (tmp_path / name).read_bytes() for name in names_in(tmp_path)}
        assert kept == {
            "letter.bak.docx": edited("first"),
            "letter.bak2.docx": edited("second"),
            "letter.bak3.docx": edited("third"),
            "letter.docx": letter("third"),
        }
        assert (tmp_path / "letter.bak2.docx").stat().st_mtime == 2

    def test_of_another_kind_is_kept_too(self, tmp_path: Path) -> None:
        path = tmp_path / "notes"
        path.write_text("mine")
        save({path: letter("one")}, force=True)
        assert (tmp_path / "notes.bak").read_text() == "mine"

    def test_is_not_kept_twice_where_nobody_touched_it(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.docx"
        save({path: letter("one")})
        save({path: letter("two")}, force=True)
        assert names_in(tmp_path) == ["letter.docx"]


class TestWhatCannotBeWritten:
    def test_a_folder_where_the_file_is_to_go(self, tmp_path: Path) -> None:
        path = tmp_path / "letter.docx"
        path.mkdir()
        assert refused({path: letter("one")}) == [
            f"{path}: a folder or device, no file, stands there; move it or choose another folder"
        ]

    def test_a_file_where_the_folder_is_to_be(self, tmp_path: Path) -> None:
        (tmp_path / "documents").write_text("mine")
        for path in (tmp_path / "documents" / "a.docx", tmp_path / "documents" / "x" / "a.docx"):
            assert refused({path: letter("one")}) == [
                f"{path}: a file stands where a folder is needed; choose another folder"
            ]

    def test_a_name_that_is_too_long(self, tmp_path: Path) -> None:
        path = tmp_path / ("x" * 300)
        assert refused({path: letter("one")}) == [
            f"{path}: the name is too long for this disk; choose a shorter one"
        ]

    def test_every_one_is_told(self, tmp_path: Path) -> None:
        paths = [tmp_path / "a.docx", tmp_path / "b.docx"]
        for path in paths:
            path.mkdir()
        assert len(refused({path: letter("one") for path in paths})) == 2

    @ELSEWHERE_THAN_WINDOWS
    def test_a_device(self) -> None:
        problem = refused({Path("/dev/null"): letter("one")}, force=True)[0]
        assert problem.startswith("/dev/null: a folder or device, no file, stands there; ")

    @ELSEWHERE_THAN_WINDOWS
    def test_a_disk_where_nothing_may_be_made(self) -> None:
        problem = refused({Path("/proc/jobshare/letter.docx"): letter("one")})[0]
        assert problem.startswith("/proc/jobshare/letter.docx: ")

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
    )
    def test_a_folder_that_is_read_only(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        path = tmp_path / "letter.docx"
        assert refused({path: letter("one")}) == [
            f"{path}: this may not be written; choose another folder"
        ]


SAVE_THREE = """
import os, resource, sys
from pathlib import Path
from jobshare_docs.problems import ProblemsFound
from jobshare_docs.saving import save
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
folder = Path(sys.argv[1])
sizes = {"a.docx": 10, "b.docx": 5000, "c.docx": 10}
try:
    save({folder / name: os.urandom(size) for name, size in sizes.items()}, force=True)
except ProblemsFound as found:
    print(found)
"""


@ELSEWHERE_THAN_WINDOWS
class TestADiskThatFillsUp:
    def run(self, folder: Path) -> str:
        ran = subprocess.run(
            [sys.executable, "-c", SAVE_THREE, str(folder)], capture_output=True, text=True
        )
        assert ran.stderr == ""
        return ran.stdout

    def test_leaves_the_old_files_whole(self, tmp_path: Path) -> None:
        for name in ("a.docx", "b.docx"):
            (tmp_path / name).write_text("old")
        path = tmp_path / "b.docx"
        assert self.run(tmp_path) == (
            f"{path}: the disk is full; make room and run the command again\n"
        )
        assert {found.name: found.read_text() for found in tmp_path.iterdir()} == {
            "a.docx": "old",
            "b.docx": "old",
        }

    def test_leaves_no_new_folder(self, tmp_path: Path) -> None:
        assert "the disk is full" in self.run(tmp_path / "new" / "documents")
        assert names_in(tmp_path) == []


SAVE_SLOWLY = """
import sys
from pathlib import Path
from jobshare_docs import saving
put = saving._put_in_place
def slowly(target, beside, steps):
    put(target, beside, steps)
    if target.path.name == "b.docx":
        print("now", flush=True)
        while True: pass
saving._put_in_place = slowly
folder = Path(sys.argv[1])
saving.save({folder / name: b"new" for name in ("a.docx", "b.docx", "c.docx")}, force=True)
"""


@ELSEWHERE_THAN_WINDOWS
def test_an_interruption_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("old")
    with subprocess.Popen(
        [sys.executable, "-c", SAVE_SLOWLY, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert said.endswith("KeyboardInterrupt\n")
    assert {found.name: found.read_text() for found in tmp_path.iterdir()} == {"a.docx": "old"}


class TestNewFiles:
    def test_are_written_as_utf_8(self, tmp_path: Path) -> None:
        files = {tmp_path / "lee" / "answers.yaml": "Zoë\n", tmp_path / "lee" / "logo.png": b"\x89"}
        assert create_new(files) == list(files)
        assert [path.read_bytes() for path in files] == ["Zoë\n".encode(), b"\x89"]
        assert names_in(tmp_path / "lee") == ["answers.yaml", "logo.png"]

    def test_never_take_the_place_of_another(self, tmp_path: Path) -> None:
        path = tmp_path / "answers.yaml"
        path.write_text("mine")
        with pytest.raises(ProblemsFound) as stopped:
            create_new({tmp_path / "worksheet.yaml": "new", path: "new"})
        assert str(stopped.value) == (
            f"{path}: this file is there already and stays as it is; "
            "move it away or choose another folder"
        )
        assert {found.name: found.read_text() for found in tmp_path.iterdir()} == {
            "answers.yaml": "mine"
        }

    @ELSEWHERE_THAN_WINDOWS
    def test_never_follow_a_link_to_nowhere(self, tmp_path: Path) -> None:
        link = tmp_path / "answers.yaml"
        link.symlink_to(tmp_path / "elsewhere.yaml")
        with pytest.raises(ProblemsFound, match="is there already"):
            create_new({link: "new"})
        assert names_in(tmp_path) == ["answers.yaml"]
