import json
from pathlib import Path
from typing import Any

import pytest
from cases import FOLDER, NAMES

from familytrace.model.choices import CHOICES
from familytrace.model.facts import facts_of
from familytrace.model.records import CASE_NOUNS
from familytrace.model.schema import case_schema

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema" / "case-1.schema.json"
SCHEMA: dict[str, Any] = case_schema()


def _faults(data: object, schema: dict[str, Any], at: str = "document") -> list[str]:
    """Check the few words of JSON Schema that ours is made of."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "const" in schema:
        return [] if data == schema["const"] else [at]
    kinds = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}
    kind = kinds[schema["type"]]
    if not isinstance(data, kind) or (kind is int and isinstance(data, bool)):
        return [at]
    if "enum" in schema and data not in schema["enum"]:
        return [at]
    faults = []
    if isinstance(data, list):
        for number, item in enumerate(data):
            faults += _faults(item, schema["items"], f"{at}[{number}]")
    if isinstance(data, dict):
        faults += [f"{at}.{name}" for name in schema.get("required", ()) if name not in data]
        for key, item in data.items():
            if key in schema.get("properties", {}):
                faults += _faults(item, schema["properties"][key], f"{at}.{key}")
    return faults


def test_the_published_schema_is_the_one_of_the_program() -> None:
    assert SCHEMA == json.loads(PUBLISHED.read_text(encoding="utf-8")), (
        "write `familytrace case schema` to docs/schema/case-1.schema.json"
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_fictional_case_fits_the_schema(name: str) -> None:
    data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert [] == _faults(data, SCHEMA)


@pytest.mark.parametrize(
    ("at", "changed"),
    [
        ("document.version", {"version": 2}),
        ("document.format", {"format": "something-else"}),
        ("document.case.names", {"case": {"names": "Tahir"}}),
        ("document.case.names[0].main", {"case": {"names": [{"main": "yes"}]}}),
        ("document.case.claims[0].years", {"case": {"claims": [{"years": True}]}}),
        ("document.consents[0].answer", {"consents": [{"answer": "perhaps"}]}),
    ],
)
def test_a_document_that_does_not_fit_is_noticed(at: str, changed: dict[str, Any]) -> None:
    data = {"format": "familytrace-case", "version": 1, "case": {}, **changed}
    assert [at] == _faults(data, SCHEMA)


def test_every_fact_stands_in_the_schema_under_its_label() -> None:
    for noun in CASE_NOUNS:
        properties = SCHEMA["$defs"][noun.record.__name__]["properties"]
        assert "extra" not in properties
        for name, fact in facts_of(noun.record).items():
            assert fact.label == properties[name]["title"]
            if fact.choices:
                held = properties[name].get("items", properties[name])
                assert list(CHOICES[fact.choices]) == held["examples"]


def test_codes_are_examples_and_not_a_closed_list() -> None:
    occupation = SCHEMA["$defs"]["Person"]["properties"]["occupation"]
    assert "enum" not in occupation
    assert "examples" in occupation
