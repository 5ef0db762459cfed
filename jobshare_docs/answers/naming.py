"""Employees who are named where the answers know them by their letters."""

from dataclasses import replace

from jobshare_docs.answers.answers import Terms
from jobshare_docs.problems import Problem
from jobshare_docs.yaml_file import Scalar, find

_OF_PEOPLE = (".done_by", ".backup", ".who")


def by_letter(problem: Problem, terms: Terms) -> Problem:
    """The problem, with the letter of the employee whose name stands in the place of one."""
    if not problem.is_error or not problem.field.endswith(_OF_PEOPLE):
        return problem
    node = find(terms.tree, problem.field)
    said = node.text.strip().casefold() if isinstance(node, Scalar) else ""
    for letter, who in terms.arrangement.people.items():
        name = (who.name or "").casefold()
        if said and said in (name, *name.split()):
            return replace(problem, message=f"{problem.message}; {who.name} is {letter}")
    return problem
