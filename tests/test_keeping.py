"""What was made is kept for the next run, and made anew as soon as it could be another."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from jobshare_docs.keeping import folder_for_keeping, kept
from jobshare_docs.yaml_file.reading import MOST_BYTES

Make = Callable[..., int]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes the next number, or finds the one that is kept."""
    numbers, modules = count(1), tmp_path / "modules"
    modules.mkdir()

    def made(*made_of: bytes | Path, name: str = "it", folder: Path | None = None) -> int:
        place = folder or tmp_path / "kept"
        return kept(place, name, made_of, [modules], lambda: next(numbers))

    return made


def test_it_is_made_once(make: Make) -> None:
    assert [make(b"same"), make(b"same")] == [1, 1]


def test_it_is_made_of_what_it_is_made_of(make: Make) -> None:
    assert [make(b"one"), make(b"other"), make(b"o", b"ther")] == [1, 2, 3]


def test_two_names_do_not_meet(make: Make) -> None:
    assert [make(b"", name="a"), make(b"", name="b"), make(b"", name="a")] == [1, 2, 1]


def test_a_file_that_changed_makes_it_anew(make: Make, tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_text("a: 1", encoding="utf-8")
    assert [make(file), make(file)] == [1, 1]
    file.write_text("a: 2", encoding="utf-8")
    assert make(file) == 2


def test_a_file_counts_as_far_as_one_may_be_long(make: Make, tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(b"#" * MOST_BYTES + b"1")
    assert [make(file), make(file)] == [1, 1]
    file.write_bytes(b"#" * MOST_BYTES + b"2")
    assert make(file) == 2


def test_a_module_that_changed_makes_it_anew(make: Make, tmp_path: Path) -> None:
    make(b"")
    (tmp_path / "modules" / "maker.py").write_text("", encoding="utf-8")
    assert make(b"") == 2


def test_a_file_that_cannot_be_read_is_for_the_maker_to_tell(make: Make, tmp_path: Path) -> None:
    assert [make(tmp_path / "none.yaml"), make(tmp_path / "none.yaml")] == [1, 2]


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\0" * 200])
def test_what_is_damaged_is_made_anew(make: Make, tmp_path: Path, damage: bytes) -> None:
    make(b"")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:32] + damage)
    assert [make(b""), make(b"")] == [2, 2]


def test_a_folder_that_cannot_be_made_keeps_nothing(make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert [make(b"", folder=tmp_path / "file" / "kept") for _ in range(2)] == [1, 2]


@pytest.mark.skipif(os.name == "nt", reason="on Windows the folder lies in the user's own")
def test_a_folder_that_others_may_write_to_is_not_used(make: Make, tmp_path: Path) -> None:
    everyones = tmp_path / "everyones"
    everyones.mkdir()
    everyones.chmod(0o777)
    assert [make(b"", folder=everyones), make(b"", folder=everyones)] == [1, 2]
    assert not any(everyones.iterdir())


def test_nothing_is_kept_where_the_setting_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBSHARE_DOCS_CACHE", "")
    assert folder_for_keeping() is None


def test_the_setting_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JOBSHARE_DOCS_CACHE", str(tmp_path))
    assert folder_for_keeping() == tmp_path


def test_else_it_lies_among_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("JOBSHARE_DOCS_CACHE", raising=False)
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", str(tmp_path))
    assert folder_for_keeping() == tmp_path / "jobshare-docs"
