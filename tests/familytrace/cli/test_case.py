"""familytrace case: list, show, import, export-json, attach, schema."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

CASES = Path(__file__).parents[2] / "data" / "cases"
DEMO = Path(__file__).parents[3] / "familytrace" / "cli" / "demo_data"


@pytest.fixture
def code(run: Any, vault: list[object]) -> str:
    came = run("case", "import", CASES / "T02.json", "--confirm-consents", *vault)
    assert 0 == came.returncode, came.stderr
    return str(came.stdout.strip())


def test_a_case_is_listed_by_code_name_and_status(run: Any, vault: list[object], code: str) -> None:
    listed = run("case", "list", *vault).stdout
    assert code in listed


def test_any_spelling_that_was_written_finds_it(run: Any, vault: list[object], code: str) -> None:
    told = json.loads(run("case", "list", "mehmut", "--json", *vault).stdout)
    assert code == told["code"]


def test_the_exported_json_fits_the_published_schema_and_comes_in_again(
    run: Any, vault: list[object], code: str, tmp_path: Path
) -> None:
    target = tmp_path / "whole.json"
    refused = run("case", "export-json", code, "--to", target, *vault)
    assert (2, False) == (refused.returncode, target.exists())
    run("case", "export-json", code, "--to", target, "--yes-plain", *vault)
    schema = json.loads(run("case", "schema").stdout)
    jsonschema.validate(json.loads(target.read_text("utf-8")), schema)
    assert 0 == run("case", "import", target, *vault).returncode


def test_showing_goes_to_the_screen_with_a_warning(
    run: Any, vault: list[object], code: str
) -> None:
    shown = run("case", "show", code, *vault)
    assert "familytrace-case" == json.loads(shown.stdout)["format"]
    assert "owner" in shown.stderr


def test_unconfirmed_agreements_are_said(run: Any, vault: list[object]) -> None:
    came = run("case", "import", CASES / "T02.json", *vault)
    assert "confirm" in came.stderr


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"a":1,"a":2}', "[" * 5000, "\ud83d", "1e999"])
def test_a_file_that_is_no_case_is_a_form_error(
    text: str, run: Any, vault: list[object], tmp_path: Path
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    failed = run("case", "import", path, *vault)
    assert 6 == failed.returncode, failed.stderr
    assert "Traceback" not in failed.stderr


def test_a_picture_is_attached(run: Any, vault: list[object], code: str) -> None:
    kept = run("case", "attach", code, DEMO / "portrait.jpg", "--kind", "photo", *vault)
    assert "image/jpeg" in kept.stdout


def test_a_case_that_is_not_there_is_a_vault_error(run: Any, vault: list[object]) -> None:
    assert 3 == run("case", "show", "FT-NONE", *vault).returncode
