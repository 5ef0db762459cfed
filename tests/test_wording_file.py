"""An employer's own wording is laid over the built-in one, and held to it."""

from pathlib import Path

import pytest

from jobshare_docs.documents.templates import Templates
from jobshare_docs.problems import ProblemsFound


def told(folder: Path, text: str) -> list[str]:
    (folder / "wording.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound) as raised:
        Templates(folder).sentences()
    return [
        str(problem).removeprefix(f"{folder / 'wording.yaml'}:")
        for problem in raised.value.problems
    ]


def test_what_it_says_takes_the_place_and_the_rest_stays(tmp_path: Path) -> None:
    (tmp_path / "wording.yaml").write_text("done_by: {both: The two of them}\n", encoding="utf-8")
    sentences = Templates(tmp_path).sentences()
    assert sentences["done_by.both"] == "The two of them"
    assert sentences["done_by.on-duty"] == Templates().sentences()["done_by.on-duty"]


def test_a_key_that_no_document_prints_is_told_with_the_nearest(tmp_path: Path) -> None:
    assert told(tmp_path, "done_by: {bth: The two}\n") == [
        "1:16: done_by.bth: no document prints 'done_by.bth'; nearest: 'done_by.both'"
    ]


def test_a_name_that_nothing_fills_in_is_told(tmp_path: Path) -> None:
    (message,) = told(tmp_path, "grid: {week: Week $numbr}\n")
    assert message == "1:14: grid.week: $number is filled in here; write $$ for a dollar sign"


def test_a_list_is_no_text(tmp_path: Path) -> None:
    assert told(tmp_path, "grid: {week: [a]}\n") == ["1:8: grid.week: a text is needed here"]
