"""Where the work is done: here, in processes of this machine, or on a Dask cluster."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar

from jobshare_docs.problems import Problem, ProblemsFound

_Result = TypeVar("_Result")
_NO_DASK = (
    "a Dask cluster needs dask.distributed: 'pip install distributed' (with pipx: 'pipx inject"
    " jobshare-docs distributed'), or use --jobs"
)
_NO_ANSWER = (
    "no Dask scheduler answers there ({reason}): start one with 'dask scheduler', or correct the"
    " address, such as tcp://10.0.0.5:8786"
)
_PATIENCE = "5s"
_ENDED = "a worker ended before its work was done: go on with --resume, for what was made is kept"


class Here(Executor):
    """Does everything at once, in this process."""

    def submit(
        self, function: Callable[..., _Result], /, *args: Any, **kwargs: Any
    ) -> "Future[_Result]":
        """The finished future."""
        future: Future[_Result] = Future()
        future.set_result(function(*args, **kwargs))
        return future


def result_of(future: "Future[_Result]") -> _Result:
    """What a task came to; raises ProblemsFound where whoever did it came to an end."""
    try:
        return future.result()
    except (BrokenExecutor, CancelledError) as error:
        raise _ended(error) from error
    except Exception as error:
        if type(error).__name__ == "KilledWorker":  # Dask's own, which need not be installed
            raise _ended(error) from error
        raise


class _Cluster(Executor):
    """The workers of a Dask scheduler; the first argument of the tasks is sent to each once."""

    def __init__(self, client: Any) -> None:
        # Not pure: what is computed is a batch's own, and no other's result is taken for it.
        self._workers: Executor = client.get_executor(pure=False, retries=3)
        self._client = client
        self._first: tuple[Any, Any] = (None, None)

    def submit(
        self, function: Callable[..., _Result], /, *args: Any, **kwargs: Any
    ) -> "Future[_Result]":
        """The future of a task on one of the workers."""
        first, *others = args
        if self._first[0] is not first:
            self._first = first, self._client.scatter(first, broadcast=True)
        return self._workers.submit(function, self._first[1], *others, **kwargs)


def _ended(error: BaseException) -> ProblemsFound:
    message = f"{_ENDED} ({type(error).__name__})"
    return ProblemsFound([Problem("batch", message)])


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """So many processes of this machine; one means this process itself.

    Leaving in the middle waits for no more than what each process has begun.
    """
    if count == 1:
        yield Here()
        return
    pool = ProcessPoolExecutor(count, initializer=_leave_interrupts_to_the_first)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_to_the_first() -> None:
    """Ctrl-C reaches every process of the terminal; the one that coordinates ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def dask_cluster(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler; raises ProblemsFound where none answers."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ProblemsFound([Problem("--scheduler", _NO_DASK)]) from error
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        raise ProblemsFound([Problem(address, _NO_ANSWER.format(reason=reason))]) from error
    try:
        yield _Cluster(client)
    finally:
        client.close(timeout=1)
