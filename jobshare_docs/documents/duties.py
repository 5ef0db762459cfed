"""The division of duties in words: who does each task, and who steps in."""

from collections.abc import Mapping
from typing import Any

from jobshare_docs.answers.arrangement import Arrangement
from jobshare_docs.answers.sections import Backup, DoneBy, Duties, Task
from jobshare_docs.documents.plain import plain
from jobshare_docs.documents.sentences import Sentences
from jobshare_docs.wording import capitalized


def duties(arrangement: Arrangement, sentences: Sentences) -> dict[str, Any]:
    """The block with `who` and `backup_who` in words for each task.

    `explained` tells whether a task has words on how it is done or why.
    """
    values = plain(Duties, arrangement.duties)
    tasks = (arrangement.duties.tasks if arrangement.duties else None) or ()
    names = partner_names(arrangement, sentences)
    said = ((_who(task, names, sentences), _backup(task, names, sentences)) for task in tasks)
    values["tasks"] = [
        row | {"who": who, "backup_who": backup}
        for row, (who, backup) in zip(values["tasks"], said, strict=True)
    ]
    values["explained"] = any(row["how"] or row["why"] for row in values["tasks"])
    return values


def partner_names(arrangement: Arrangement, sentences: Sentences) -> dict[str, str]:
    """The name for each letter; the words for a partner yet to be found where there is none."""
    found = {letter: who.name for letter, who in arrangement.people.items() if who.name}
    return dict.fromkeys(("A", "B"), sentences["partner_to_be_found"]) | found


def _who(task: Task, names: Mapping[str, str], sentences: Sentences) -> str | None:
    if task.done_by in (DoneBy.A, DoneBy.B):
        return names[task.done_by]
    if task.done_by is DoneBy.OTHER and task.by_whom:
        return capitalized(task.by_whom)
    return sentences[f"done_by.{task.done_by}"] if task.done_by else None


def _backup(task: Task, names: Mapping[str, str], sentences: Sentences) -> str | None:
    if task.backup in (Backup.A, Backup.B):
        return names[task.backup]
    return sentences[f"backup.{task.backup}"] if task.backup else None
