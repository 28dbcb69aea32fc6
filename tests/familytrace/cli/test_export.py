"""familytrace export and receive: the whole way between two vaults by commands."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parents[2] / "data" / "cases"
GROUP = "Sinaq Rights Group (fictional)"


@pytest.fixture
def group(run: Any, made_vault: Path, words: Path, tmp_path: Path) -> list[object]:
    folder = tmp_path / "group.familytrace"
    shutil.copytree(made_vault, folder)
    way: list[object] = ["--vault", folder, "--passphrase-file", words]
    assert 0 == run("key", "create", *way).returncode
    return way


@pytest.fixture
def code(run: Any, vault: list[object], group: list[object], tmp_path: Path) -> str:
    """Bring T02 in, and its recipient's card, compared by voice."""
    made = run("recipient", "make-card", "--name", GROUP, "--to", tmp_path / "group.ftcard", *group)
    digits = re.search(r"(?:\d{5} ){7}\d{5}", made.stdout)
    assert digits
    came = run("case", "import", CASES / "T02.json", "--confirm-consents", *vault)
    added = run("recipient", "add", tmp_path / "group.ftcard", *vault)
    assert "Not verified" in added.stderr
    verified = run("recipient", "verify", GROUP, "--digits", digits.group(), *vault)
    assert 0 == verified.returncode, verified.stderr
    return str(came.stdout.strip())


def _export(run: Any, code: str, vault: list[object], *more: object) -> Any:
    return run(
        "export", code, "--profile", "our-case-form", "--recipient", GROUP,
        "--purpose", "help", *more, *vault,
    )  # fmt: skip


def test_a_package_goes_from_one_vault_into_another(
    run: Any, code: str, vault: list[object], group: list[object], tmp_path: Path
) -> None:
    sent = _export(run, code, vault, "--to", tmp_path / "x.ftcase")
    assert 0 == sent.returncode, sent.stderr
    received = run("receive", tmp_path / "x.ftcase", *group)
    assert 0 == received.returncode, received.stderr
    assert "unknown key" in received.stdout
    assert "Agreed for: Advice" in received.stdout
    assert "FT-" in run("case", "list", *group).stdout


def test_a_form_to_read_needs_a_yes(run: Any, vault: list[object], tmp_path: Path) -> None:
    case = run("case", "import", CASES / "T02.json", "--confirm-consents", *vault).stdout.strip()
    target = tmp_path / "form.pdf"
    asked = _export(run, case, vault, "--to", target, "--format", "pdf")
    assert (2, False) == (asked.returncode, target.exists())
    done = _export(run, case, vault, "--to", target, "--format", "pdf", "--yes-plain")
    assert 0 == done.returncode, done.stderr
    assert target.read_bytes().startswith(b"%PDF-")
    assert "Never leaves" in done.stderr


def test_a_package_to_a_key_nobody_compared_is_refused(
    run: Any, vault: list[object], tmp_path: Path
) -> None:
    case = run("case", "import", CASES / "T02.json", "--confirm-consents", *vault).stdout.strip()
    refused = _export(run, case, vault, "--to", tmp_path / "x.ftcase")
    assert 4 == refused.returncode


def test_a_package_sealed_with_words_needs_no_key(
    run: Any, vault: list[object], tmp_path: Path
) -> None:
    case = run("case", "import", CASES / "T02.json", "--confirm-consents", *vault).stdout.strip()
    told = tmp_path / "told.txt"
    told.write_text("six words told by voice today\n", encoding="utf-8")
    target = tmp_path / "x.ftcase"
    done = _export(run, case, vault, "--to", target, "--package-words-file", told)
    assert 0 == done.returncode, done.stderr
    assert target.read_bytes().startswith(b"age-encryption.org/v1\n-> scrypt")


@pytest.mark.parametrize(
    ("words_", "code_"),
    [
        (["--profile", "nothing"], 6),
        (["--profile", "wgeid"], 4),
        (["--language", "xx"], 6),
        (["--recipient", "Nobody"], 3),
    ],
)
def test_each_kind_of_error_has_its_code(
    words_: list[str], code_: int, run: Any, vault: list[object], tmp_path: Path
) -> None:
    case = run("case", "import", CASES / "T02.json", "--confirm-consents", *vault).stdout.strip()
    options = {
        "--profile": "our-case-form",
        "--recipient": GROUP,
        "--purpose": "help",
        "--to": str(tmp_path / "x"),
        "--format": "sheet",
        **dict([words_]),
    }
    line = [part for pair in options.items() for part in pair]
    failed = run("export", case, *line, "--yes-plain", *vault)
    assert code_ == failed.returncode, failed.stderr
    assert 2 == len(failed.stderr.strip().splitlines())
    assert not (tmp_path / "x").exists()


def test_a_file_that_cannot_be_read_is_not_called_a_bad_package(
    run: Any, group: list[object], tmp_path: Path
) -> None:
    missing = run("receive", tmp_path / "missing.ftcase", *group)
    assert (2, True) == (missing.returncode, "the file cannot be read" in missing.stderr)
    assert "not a FamilyTrace package" not in missing.stderr
    assert 2 == run("receive", tmp_path, *group).returncode
