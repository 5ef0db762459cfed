"""The wheel is whole: installed elsewhere, it works with nothing of this folder beside it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]


def ran(*command: str | Path, folder: Path) -> str:
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation")
    ran(*pip, "--quiet", "--wheel-dir", folder, PROJECT, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel, and our libraries by path."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    paths = sysconfig.get_paths("venv", {"base": str(folder), "platbase": str(folder)})
    libraries = Path(paths["purelib"], "libraries.pth")
    libraries.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", folder, "install", "--no-deps", "--quiet")
    ran(*pip, "--ignore-installed", wheel, folder=folder)
    return Path(paths["scripts"])


def test_it_carries_templates_policies_and_examples(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    for needed in (
        "jobshare_docs/templates/proposal.docx",
        "jobshare_docs/templates/letter_offer.docx",
        "jobshare_docs/templates/wording.yaml",
        "jobshare_docs/policies/manitoba/outline.yaml",
        "jobshare_docs/examples/community-health-nurse/answers.yaml",
    ):
        assert needed in names
    assert not [name for name in names if "/documents/" in name and name.endswith(".docx")]


def test_the_installed_package_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    program = "import jobshare_docs; print(jobshare_docs.__file__)"
    place = ran(installed / "python", "-c", program, folder=tmp_path)
    assert installed.parent in Path(place.strip()).parents


def test_the_command_makes_documents_in_another_folder(installed: Path, tmp_path: Path) -> None:
    command = installed / "jobshare-docs"
    ran(command, "new", "mine", "--example", folder=tmp_path)
    ran(command, "new", "mine", "--example", "--hr", folder=tmp_path)
    layers = ("mine", Path("mine", "organization.yaml"), Path("mine", "terms.yaml"))
    printed = ran(command, "all", *layers, "--today", "2026-12-07", folder=tmp_path)
    made = [tmp_path / line for line in printed.splitlines()]
    assert {path.name for path in made} >= {"proposal.docx", "letter-offer-A.docx", "summary.docx"}
    assert all(path.is_file() for path in made)


def test_the_command_runs_as_a_module(installed: Path, tmp_path: Path) -> None:
    printed = ran(installed / "python", "-m", "jobshare_docs", "--version", folder=tmp_path)
    assert printed.startswith("jobshare-docs")
