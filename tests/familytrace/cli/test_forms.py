"""familytrace forms: list, show, and a check that explains every fault."""

from pathlib import Path
from typing import Any

GOOD = Path(__file__).parents[3] / "familytrace" / "forms" / "profiles" / "wgeid.toml"


def test_the_bundled_forms_are_listed(run: Any) -> None:
    listed = run("forms", "list").stdout
    assert "wgeid" in listed
    assert "our-case-form" in listed


def test_a_form_that_was_not_compared_says_so(run: Any) -> None:
    shown = run("forms", "show", "wgeid").stdout
    assert "Check it" in shown
    assert "Chinese government" in shown


def test_a_form_of_ones_own_can_be_checked(run: Any, tmp_path: Path) -> None:
    assert 0 == run("forms", "check", GOOD).returncode
    bad = tmp_path / "my.toml"
    bad.write_text(GOOD.read_text("utf-8").replace("person.sex", "claims.source_name"), "utf-8")
    failed = run("forms", "check", bad)
    assert 6 == failed.returncode
    assert "claims.source_name" in failed.stderr


def test_an_unknown_form_is_a_form_error(run: Any) -> None:
    assert 6 == run("forms", "show", "nothing").returncode
