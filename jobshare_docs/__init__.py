"""Word documents of a job-share arrangement from one answers file."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jobshare_docs.checks.answers import check
    from jobshare_docs.checks.employer import load_answers
    from jobshare_docs.generate import order, render
    from jobshare_docs.problems import ProblemsFound

__all__ = ["ProblemsFound", "check", "load_answers", "order", "render"]

_HOMES = {
    "order": "generate",
    "ProblemsFound": "problems",
    "check": "checks.answers",
    "load_answers": "checks.employer",
    "render": "generate",
}


def __getattr__(name: str) -> Any:
    """The five public names, each imported where it is first asked for."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'jobshare_docs' has no attribute '{name}'")
    return getattr(import_module(f"jobshare_docs.{_HOMES[name]}"), name)
