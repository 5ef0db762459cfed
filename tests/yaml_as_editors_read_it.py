"""YAML as editors read it for JSON Schema: version 1.2, in which dates and yes are texts."""

import re
from pathlib import Path
from typing import Any, ClassVar

import yaml


class _Core(yaml.SafeLoader):
    """PyYAML's loader with the types of YAML 1.2 alone."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for _tag, _pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?",
}.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)


def loaded(file: Path) -> Any:
    """What an editor takes the file for; raises yaml.YAMLError or UnicodeError."""
    return yaml.load(file.read_bytes(), _Core)
