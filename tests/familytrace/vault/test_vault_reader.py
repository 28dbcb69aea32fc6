"""A vault and its backup can be read without us, from the published page alone."""

import io
import json
import sys
import tarfile
from collections.abc import Callable
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from vault_for_tests import Template

from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName
from familytrace.vault.backup import back_up
from familytrace.vault.vault import Vault

READER = Path(__file__).parents[2] / "readers" / "vault_reader.py"


@pytest.fixture
def reader() -> ModuleType:
    spec = spec_from_file_location("vault_reader", READER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def full(vault: Vault) -> Vault:
    vault.save("c1", PersonName(id="n1", text="\u0626\u0627\u0644\u0649\u0645 Sinaq", main=True))
    vault.save("c1", PersonName(id="n2", text="erased"))
    vault.add_evidence("c1", Evidence(id="e1"), io.BytesIO(b"photo" * 100_000))
    vault.erase_record("c1", "person_name", "n2")
    return vault


def check(reader: ModuleType, folder: Path, code: str, told: Callable[[], str]) -> None:
    reader.main(folder, code)
    lines = [json.loads(line) for line in told().splitlines()]
    assert lines[0]["history"] >= 4
    names = [line["person_name"][1]["text"] for line in lines if "person_name" in line]
    assert names == ["\u0626\u0627\u0644\u0649\u0645 Sinaq"]
    assert {"file": ["e1", "original", 500_000]} in lines


def test_the_reader_shares_no_code_with_us() -> None:
    text = READER.read_text("utf-8")
    assert "import familytrace" not in text
    assert "from familytrace" not in text


def test_the_reader_is_short_enough_to_be_read_in_one_sitting() -> None:
    assert len(READER.read_text("utf-8").splitlines()) <= 100


def test_a_stranger_reads_the_vault_with_its_recovery_code(
    reader: ModuleType,
    full: Vault,
    folder: Path,
    template: Template,
    capsys: pytest.CaptureFixture[str],
) -> None:
    full.close()
    check(reader, folder, template.code, lambda: capsys.readouterr().out)


def test_a_changed_key_file_is_noticed(
    reader: ModuleType, full: Vault, folder: Path, template: Template
) -> None:
    full.close()
    for name in ("keys.json", "keys.backup.json"):
        keys = json.loads((folder / name).read_bytes())
        keys["generation"] += 1
        keys["sha256"] = sha256(reader.canonical(keys, "sha256")).hexdigest()
        (folder / name).write_bytes(reader.canonical(keys))
    with pytest.raises(AssertionError, match="changed"):
        reader.main(folder, template.code)


def test_a_stranger_reads_the_backup_after_an_ordinary_untar(
    reader: ModuleType,
    full: Vault,
    tmp_path: Path,
    template: Template,
    capsys: pytest.CaptureFixture[str],
) -> None:
    back_up(full, tmp_path / "x.ftbackup")
    out = tmp_path / "out"
    with tarfile.open(tmp_path / "x.ftbackup") as archive:
        if sys.version_info >= (3, 12):
            archive.extractall(out, filter="data")
        else:
            archive.extractall(out)
    (out / "keys.backup.json").write_bytes((out / "keys.json").read_bytes())
    check(reader, out, template.code, lambda: capsys.readouterr().out)
