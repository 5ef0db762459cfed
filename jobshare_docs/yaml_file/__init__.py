"""YAML files as trees of located text: read, and laid one on another."""

from jobshare_docs.yaml_file.layers import lay, merged
from jobshare_docs.yaml_file.naming import dotted_name, find, place_of, steps
from jobshare_docs.yaml_file.reading import read, read_bytes
from jobshare_docs.yaml_file.tree import Entry, Mapping, Node, Place, Scalar, Sequence, is_given

__all__ = [
    "Entry",
    "Mapping",
    "Node",
    "Place",
    "Scalar",
    "Sequence",
    "dotted_name",
    "find",
    "is_given",
    "lay",
    "merged",
    "place_of",
    "read",
    "read_bytes",
    "steps",
]
