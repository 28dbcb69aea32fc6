"""The published JSON Schema of a case document, derived from the record classes."""

import dataclasses
import enum
import types
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

from familytrace.model.case import Case
from familytrace.model.choices import CHOICES
from familytrace.model.consent import Consent
from familytrace.model.document import FORMAT, VERSION
from familytrace.model.partial_date import PartialDate
from familytrace.model.recipient import Recipient

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}


def case_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a case document.

    Keys and codes that are not listed are allowed: a reader keeps them aside and
    does not hand them on.
    """
    definitions: dict[str, Any] = {}
    properties = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "case": _type(Case, definitions),
        "consents": {"type": "array", "items": _type(Consent, definitions)},
        "recipients": {"type": "array", "items": _type(Recipient, definitions)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "FamilyTrace case document, version 1",
        "type": "object",
        "required": ["format", "version", "case"],
        "properties": properties,
        "$defs": dict(sorted(definitions.items())),
    }


def _type(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _type(next(arg for arg in args if arg is not type(None)), definitions)
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _type(args[0], definitions)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object"}
    if dataclasses.is_dataclass(kind):
        return _record(kind, definitions)
    if issubclass(kind, enum.Enum):
        return {"type": "string", "enum": [member.value for member in kind]}
    if issubclass(kind, datetime):
        return {"type": "string", "format": "date-time"}
    if issubclass(kind, date):
        return {"type": "string", "format": "date"}
    return dict(_PLAIN[kind])


def _record(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        properties = {
            f.name: _attribute(f, hints[f.name], definitions)
            for f in dataclasses.fields(kind)
            if f.name != "extra"
        }
        if kind is PartialDate:
            properties["edtf"]["description"] = "EDTF (ISO 8601-2) level 0 or 1"
        definitions[name] = {
            "type": "object",
            "description": (kind.__doc__ or "").strip().partition("\n")[0],
            "properties": properties,
        }
    return {"$ref": f"#/$defs/{name}"}


def _attribute(f: Any, hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    said = _type(hint, definitions)
    fact = f.metadata.get("fact")
    if fact is None:
        return said
    said = {**said, "title": fact.label}
    if fact.choices:
        codes = list(CHOICES[fact.choices])
        where = said["items"] if said.get("type") == "array" else said
        where["examples"] = codes
    return said
