"""The answers as JSON Schema, for editors that complete and check while one types."""

from jobshare_docs.answers.own_sections import blocks_of
from jobshare_docs.blocks.schema import Schema, SchemaOf
from jobshare_docs.policy.policy import Policy
from jobshare_docs.wording import sentence

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NONE = "One sentence that says there is nothing to say in this section, in place of all the rest."


def answers_schema(policy: Policy) -> Schema:
    """The JSON Schema of an answers file under a policy.

    It refuses what no file may hold, such as unknown names; what an answer must be in detail, the
    readers tell.
    """
    blocks = blocks_of(policy)
    writer = SchemaOf(_Asked(policy), {block: name for name, block in blocks.items()})
    return {
        "$schema": _DRAFT,
        "title": "Answers of jobshare-docs",
        "description": f"A job-share or part-time arrangement under: {policy.identity.title}.",
        "type": ["object", "null"],
        "properties": {name: {"$ref": f"#/$defs/{name}"} for name in blocks},
        "additionalProperties": False,
        "$defs": {name: writer.block(block, name) for name, block in blocks.items()},
    }


class _Asked:
    """The policy's sentences on what belongs under a dotted key."""

    def __init__(self, policy: Policy) -> None:
        # A key may be asked for in several cases, each with its own words.
        texts: dict[str, dict[str, None]] = {}
        for row in (*policy.front, *policy.sections, *policy.terms):
            for item in row.items:
                texts.setdefault(f"{row.key}.{item.key}", {})[item.asks] = None
        self._texts = {key: sentence("; ".join(said)) for key, said in texts.items()}
        self._blocks = {key: row.asks for key, row in policy.blocks.items()}

    def __call__(self, key: str) -> str | None:
        block, _, item = key.partition(".")
        if item == "none":
            return _NONE
        return self._texts.get(key) if item else self._blocks.get(block)
