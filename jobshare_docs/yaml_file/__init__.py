"""YAML files as trees of located text: read, laid one on another, validated block by block."""

from jobshare_docs.yaml_file.layers import lay, merged
from jobshare_docs.yaml_file.naming import dotted_name, find, place_of, steps
from jobshare_docs.yaml_file.reading import read, read_bytes
from jobshare_docs.yaml_file.tree import Entry, Mapping, Node, Place, Scalar, Sequence, is_given
from jobshare_docs.yaml_file.validation import TextNeededError, kind_of, validate

__all__ = [
    "Entry",
    "Mapping",
    "Node",
    "Place",
    "Scalar",
    "Sequence",
    "TextNeededError",
    "dotted_name",
    "find",
    "is_given",
    "kind_of",
    "lay",
    "merged",
    "place_of",
    "read",
    "read_bytes",
    "steps",
    "validate",
]
