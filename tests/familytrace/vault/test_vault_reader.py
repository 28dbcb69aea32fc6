"""A vault and its backup can be read without us, from the published page alone."""

import io
import json
import sys
import tarfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from vault_for_tests import PASSPHRASE, Template

from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName
from familytrace.vault import recovery
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


def check(reader: ModuleType, folder: Path, way: str, secret: bytes) -> None:
    keys = reader.key_file(folder)
    conn = reader.connect(folder, reader.unlock(keys, way, secret))
    assert reader.verify(conn, keys["anchor"]) >= 4
    bodies = [json.loads(row[0]) for row in conn.execute("SELECT body FROM person_name")]
    assert [body["text"] for body in bodies] == ["\u0626\u0627\u0644\u0649\u0645 Sinaq"]
    assert list(reader.media(folder, conn)) == [("e1", "original", b"photo" * 100_000)]
    conn.close()


def test_the_reader_shares_no_code_with_us() -> None:
    text = READER.read_text("utf-8")
    assert "import familytrace" not in text
    assert "from familytrace" not in text


def test_a_stranger_reads_the_vault(
    reader: ModuleType, full: Vault, folder: Path, template: Template
) -> None:
    full.close()
    check(reader, folder, "passphrase", PASSPHRASE.encode())
    check(reader, folder, "recovery", recovery.from_code(template.code))


def test_a_stranger_reads_the_backup_after_an_ordinary_untar(
    reader: ModuleType, full: Vault, tmp_path: Path
) -> None:
    back_up(full, tmp_path / "x.ftbackup")
    out = tmp_path / "out"
    with tarfile.open(tmp_path / "x.ftbackup") as archive:
        if sys.version_info >= (3, 12):
            archive.extractall(out, filter="data")
        else:
            archive.extractall(out)
    (out / "keys.backup.json").write_bytes((out / "keys.json").read_bytes())
    check(reader, out, "passphrase", PASSPHRASE.encode())
