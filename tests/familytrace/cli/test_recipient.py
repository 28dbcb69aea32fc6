"""familytrace recipient and key: cards, digits, keys locked away."""

from pathlib import Path
from typing import Any

from familytrace.package.age_file import public_of


def test_a_group_without_a_key_makes_no_card(run: Any, vault: list[object], tmp_path: Path) -> None:
    made = run("recipient", "make-card", "--name", "Sinaq", "--to", tmp_path / "c", *vault)
    assert (3, False) == (made.returncode, (tmp_path / "c").exists())


def test_a_file_that_is_no_card_is_refused(run: Any, vault: list[object], tmp_path: Path) -> None:
    bad = tmp_path / "c"
    bad.write_text("name = 'Sinaq'\n", "utf-8")
    assert 5 == run("recipient", "add", bad, *vault).returncode


def test_a_recipient_to_print_for_needs_only_a_name(run: Any, vault: list[object]) -> None:
    assert 0 == run("recipient", "add", "--name", "Sinaq Office", *vault).returncode
    listed = run("recipient", "list", *vault).stdout
    assert "not verified" in listed


def test_a_key_is_locked_away_only_after_a_yes(
    run: Any, vault: list[object], tmp_path: Path
) -> None:
    public = run("key", "create", *vault).stdout.strip()
    target = tmp_path / "key.txt"
    assert 2 == run("key", "backup", public, "--to", target, *vault).returncode
    assert 0 == run("key", "backup", public, "--to", target, "--yes-plain", *vault).returncode
    assert public == public_of(target.read_text("utf-8").splitlines()[-1])
    assert public in run("key", "list", *vault).stdout


def test_the_help_of_a_card_names_its_ending_and_what_is_refused(run: Any) -> None:
    told = " ".join(run("recipient", "make-card", "--help").stdout.split())
    assert ".ftcard" in told
    assert "a kind of case you do not take" in told
