"""What was agreed, or could be, laid over what was asked."""

from collections.abc import Iterator

from jobshare_docs.names import nearest
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    find,
    is_given,
    merged,
    place_of,
)

# Two ways of saying what the rota is; with another rota, what was said of the first one goes too.
_ROTA = frozenset({"weeks", "pattern"})
_SAID_OF_IT = frozenset({"swap", "overlap", "uncovered"})
_PERMANENT, _OTHER = "permanent", "other"
# Who does a task, and a backup that is then none: one of those who do it, or of a task nobody does.
_NO_BACKUP = frozenset(
    {("a", "a"), ("b", "b")}
    | {(done_by, backup) for done_by in ("both", "on-duty") for backup in ("a", "b")}
    | {("dropped", backup) for backup in ("a", "b", "partner", "other", "none")}
)


def changed_tree(tree: Mapping, changes: Mapping, key: str) -> tuple[Mapping, list[Problem]]:
    """The answers with the changes of a dotted key laid over them; each value keeps its place.

    Blocks merge key by key and lists are replaced, but for tasks, which are matched by name; a name
    that is not there is a problem.
    """
    over, problems = _with_matched_tasks(tree, changes, key)
    base = _without_rivals(tree, over)
    return merged(base, over), problems


def _with_matched_tasks(tree: Mapping, changes: Mapping, key: str) -> tuple[Mapping, list[Problem]]:
    asked = find(tree, "duties.tasks")
    agreed = find(changes, "duties.tasks")
    duties = find(changes, "duties")
    if not (
        isinstance(agreed, Sequence) and isinstance(asked, Sequence) and isinstance(duties, Mapping)
    ):
        return changes, []
    known = {_name(task).casefold(): number for number, task in enumerate(asked.items)}
    tasks, problems = list(asked.items), []
    for index, task in enumerate(agreed.items):
        name = _name(task)
        number = known.get(name.casefold())
        if number is not None and isinstance(task, Mapping):
            old = tasks[number]
            tasks[number] = _changed_task(old, task) if isinstance(old, Mapping) else task
        elif not name or "" not in known:  # what has no name in the request may be the one meant
            field = f"{key}.duties.tasks[{index}].task"
            problems += _unmatched(task, field, name, list(map(_name, asked.items)))
    matched = _with(duties, "tasks", Sequence(tuple(tasks), agreed.place))
    return _with(changes, "duties", matched), problems


def _changed_task(old: Mapping, task: Mapping) -> Mapping:
    """The task as it is agreed, by the name that it has in the request.

    Who was to do it or step in goes where it is so no more.
    """
    gone = {key for key in _outdated(old, task) if not is_given(find(task, key))}
    kept = {key: one for key, one in old.entries.items() if key not in gone}
    changed = {key: one for key, one in task.entries.items() if key != "task"}
    return merged(Mapping(kept, old.place), Mapping(changed, task.place))


def _outdated(old: Mapping, task: Mapping) -> Iterator[str]:
    done_by = _word(task, "done_by")
    if (done_by, _word(old, "backup")) in _NO_BACKUP:
        yield "backup"
    if done_by not in ("", _OTHER):
        yield "by_whom"


def _word(task: Mapping, key: str) -> str:
    node = find(task, key)
    return node.text.strip().casefold() if isinstance(node, Scalar) else ""


def _name(task: Node) -> str:
    node = find(task, "task") if isinstance(task, Mapping) else None
    return node.text.strip() if isinstance(node, Scalar) else ""


def _unmatched(task: Node, field: str, name: str, known: list[str]) -> list[Problem]:
    """What is wrong with the name of a changed task; an item that says nothing is left alone."""
    if not is_given(task) or not isinstance(task, Mapping):
        return []
    near = nearest(name, known) if name else None
    message = f"there is no task '{name}' in the request; name a task of duties.tasks"
    if near:
        message = f"there is no task '{name}' in the request; nearest: '{near}'"
    elif not name:
        message = "missing; what belongs here: the name of the task, as the request has it"
    file, line, column = place_of(task, "task")
    return [Problem(file, message, line, column, field)]


def _without_rivals(tree: Mapping, over: Mapping) -> Mapping:
    """The request without what the changes say in another way, or make meaningless."""
    return _without(_without(tree, "schedule", _replaced(over)), "purpose", _ended(over))


def _replaced(over: Mapping) -> set[str]:
    changed = find(over, "schedule")
    entries = changed.entries if isinstance(changed, Mapping) else {}
    return set(_ROTA | _SAID_OF_IT).difference(entries) if _ROTA & entries.keys() else set()


def _ended(over: Mapping) -> set[str]:
    """A request for a time that becomes permanent loses its end."""
    basis = find(over, "purpose.basis")
    return (
        {"ends"}
        if isinstance(basis, Scalar) and basis.text.strip().casefold() == _PERMANENT
        else set()
    )


def _without(tree: Mapping, name: str, gone: set[str]) -> Mapping:
    block = find(tree, name)
    if not isinstance(block, Mapping) or not gone:
        return tree
    kept = {key: entry for key, entry in block.entries.items() if key not in gone}
    return _with(tree, name, Mapping(kept, block.place))


def _with(block: Mapping, key: str, node: Node) -> Mapping:
    entry = Entry(block.entries[key].key, node)
    return Mapping(block.entries | {key: entry}, block.place)
