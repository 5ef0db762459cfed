"""What every test may ask for: the expected texts, and the flag that rewrites them."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from jobshare_docs.docx_text import text

TESTS = Path(__file__).parent
EXPECTED = TESTS / "expected"
NURSE = TESTS.parent / "proposals" / "community-health-nurse"
COMPARED = pytest.StashKey[set[Path]]()

Expected = Callable[[str, bytes], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="rewrite the texts in tests/expected/ from the documents as they are now",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[COMPARED] = set()
    # The world outside must not reach a test: no settings of the person who runs it, no colour.
    for name in [name for name in os.environ if name.startswith("JOBSHARE_DOCS_")]:
        del os.environ[name]
    os.environ["NO_COLOR"] = "1"
    # Compiled templates are kept for the length of one run, not in the home of who runs it.
    os.environ["JOBSHARE_DOCS_CACHE"] = tempfile.mkdtemp(prefix="jobshare-docs-tests-")


def pytest_unconfigure() -> None:
    shutil.rmtree(os.environ["JOBSHARE_DOCS_CACHE"], ignore_errors=True)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test runs in a folder of its own."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def beside_the_nurse(elsewhere: None) -> None:
    """A test runs in a folder of its own, with a copy of the example's answers in `nurse`."""
    shutil.copytree(NURSE, "nurse", ignore=shutil.ignore_patterns("documents"))


@pytest.fixture
def on_one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same day for every command."""
    monkeypatch.setenv("JOBSHARE_DOCS_TODAY", "2026-11-22")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    """Compares a document's text with `tests/expected/NAME.txt`, or rewrites that file."""

    def compare(name: str, document: bytes) -> None:
        path = EXPECTED / f"{name}.txt"
        request.config.stash[COMPARED].add(path)
        drawn = text(document)
        if request.config.getoption("--update-expected"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(drawn, encoding="utf-8", newline="\n")
        assert path.exists(), f"{path} is missing: run pytest --update-expected and read it"
        assert drawn == path.read_text(encoding="utf-8")

    return compare


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """An expected text that no test compared fails a run of the whole suite."""
    if exitstatus == pytest.ExitCode.OK and _unused(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    for path in _unused(config) if exitstatus == pytest.ExitCode.OK else []:
        terminalreporter.write_line(f"{path}: no test compares it; delete it", red=True)


def _unused(config: pytest.Config) -> list[Path]:
    """The expected texts that nothing compared, where every test was to run."""
    chosen = config.args_source is pytest.Config.ArgsSource.ARGS
    narrowing = ("keyword", "markexpr", "collectonly", "lf", "deselect", "ignore")
    if chosen or any(getattr(config.option, name, None) for name in narrowing):
        return []
    return sorted(set(EXPECTED.rglob("*.txt")) - config.stash[COMPARED])
