"""familytrace vault: each failure has its own two sentences and changes nothing."""

import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

CODE = re.compile(r"(?:\d{6}[- ]){7}\d{6}")


def _state(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _two_sentences(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) == 2 and all(line.endswith(".") for line in lines)


def test_a_vault_is_made_and_found_sound(run: Any, vault: list[object]) -> None:
    checked = run("vault", "check", *vault)
    assert 0 == checked.returncode, checked.stderr
    assert "sound" in checked.stdout


def test_creating_gives_a_recovery_code_of_48_digits(run: Any, words: Path, tmp_path: Path) -> None:
    made = run("vault", "create", "--vault", tmp_path / "v", "--passphrase-file", words)
    assert CODE.search(made.stdout)


def test_an_empty_folder_gets_a_vault_whose_name_tells_nothing(
    run: Any, words: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    run("vault", "create", "--vault", home, "--passphrase-file", words)
    (made,) = home.iterdir()
    assert re.fullmatch(r"records-\w{4}\.familytrace", made.name)
    assert 0 == run("vault", "check", "--vault", home, "--passphrase-file", words).returncode


def test_wrong_words_change_nothing(run: Any, vault: list[object], tmp_path: Path) -> None:
    before = _state(Path(str(vault[1])))
    wrong = run("case", "list", "--vault", vault[1], "--passphrase-file", "-", given="other words")
    assert (3, True) == (wrong.returncode, _two_sentences(wrong.stderr))
    assert before == _state(Path(str(vault[1])))


def test_words_can_come_through_standard_input(run: Any, vault: list[object]) -> None:
    given = "amber river window garden seven lantern\n"
    listed = run("case", "list", "--vault", vault[1], "--passphrase-file", "-", given=given)
    assert 0 == listed.returncode, listed.stderr


def test_nobody_to_ask_is_a_usage_error(run: Any, vault: list[object]) -> None:
    assert 2 == run("case", "list", "--vault", vault[1]).returncode


def test_new_words_open_and_old_ones_no_longer(
    run: Any, vault: list[object], words: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.txt"
    new.write_text("seven other words stand here now\n", encoding="utf-8")
    changed = run("vault", "passphrase", *vault, "--new-passphrase-file", new)
    assert 0 == changed.returncode, changed.stderr
    assert 3 == run("case", "list", *vault).returncode
    assert 0 == run("case", "list", "--vault", vault[1], "--passphrase-file", new).returncode


def test_the_recovery_code_opens_and_sets_new_words(run: Any, words: Path, tmp_path: Path) -> None:
    folder = tmp_path / "v"
    made = run("vault", "create", "--vault", folder, "--passphrase-file", words)
    found = CODE.search(made.stdout)
    assert found
    new = tmp_path / "new.txt"
    new.write_text("a new beginning with six words\n", encoding="utf-8")
    changed = run(
        "vault", "passphrase", "--vault", folder, "--recovery-file", "-",
        "--new-passphrase-file", new, given=found.group(),
    )  # fmt: skip
    assert 0 == changed.returncode, changed.stderr
    assert 0 == run("case", "list", "--vault", folder, "--passphrase-file", new).returncode


def test_a_backup_is_restored_with_everything_in_it(
    run: Any, vault: list[object], words: Path, tmp_path: Path
) -> None:
    case = Path(__file__).parents[2] / "data" / "cases" / "T01.json"
    run("case", "import", case, *vault)
    saved = run("vault", "backup", *vault, "--to", tmp_path / "copy.ftbackup")
    assert 0 == saved.returncode, saved.stderr
    target = tmp_path / "again.familytrace"
    again = ["--vault", target, "--passphrase-file", words]
    restored = run("vault", "restore", tmp_path / "copy.ftbackup", *again)
    assert 0 == restored.returncode, restored.stderr
    assert run("case", "list", *vault).stdout == run("case", "list", *again).stdout != ""


def test_a_damaged_backup_restores_nothing(
    run: Any, vault: list[object], words: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.ftbackup"
    run("vault", "backup", *vault, "--to", copy)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    target = tmp_path / "again.familytrace"
    failed = run("vault", "restore", copy, "--vault", target, "--passphrase-file", words)
    assert (3, False, True) == (
        failed.returncode,
        target.exists(),
        _two_sentences(failed.stderr),
    )


def test_missing_damaged_and_empty_vaults_are_told_apart(
    run: Any, vault: list[object], tmp_path: Path
) -> None:
    folder = Path(str(vault[1]))
    said = set()
    for number, harm in enumerate((_no_keys, _one_flip, _empty, _no_folder)):
        copy = tmp_path / f"copy{number}.familytrace"
        shutil.copytree(folder, copy)
        harm(copy)
        failed = run("case", "list", "--vault", copy, *vault[2:])
        assert (3, True) == (failed.returncode, _two_sentences(failed.stderr)), failed.stderr
        said.add(failed.stderr)
    assert 4 == len(said)


def _no_keys(folder: Path) -> None:
    (folder / "keys.json").unlink()
    (folder / "keys.backup.json").unlink()


def _one_flip(folder: Path) -> None:
    data = bytearray((folder / "cases.db").read_bytes())
    data[100] ^= 1
    (folder / "cases.db").write_bytes(data)


def _empty(folder: Path) -> None:
    (folder / "cases.db").write_bytes(b"")


def _no_folder(folder: Path) -> None:
    shutil.rmtree(folder)
