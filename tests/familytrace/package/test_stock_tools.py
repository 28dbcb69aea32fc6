"""Strangers' programs read what we write, and we read what they write."""

import hashlib
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import forge
import pytest

from familytrace.package import age_file, age_words, minisign, read, tar, write

TOOLS = ("age", "age-keygen", "minisign", "tar")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="needs the programs age, minisign and tar"
)

READER = Path(__file__).parents[2] / "readers" / "package_reader.py"


def tool(folder: Path, *words: str, text: bytes = b"") -> bytes:
    done = subprocess.run(words, cwd=folder, input=text, capture_output=True, check=False)
    assert 0 == done.returncode, done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "key.txt").write_text(forge.ME.secret + "\n")
    (tmp_path / "case.ftcase").write_bytes(forge.honest())
    return tmp_path


def test_stock_age_tar_and_minisign_open_a_package(folder: Path) -> None:
    tool(folder, "age", "-d", "-i", "key.txt", "-o", "case.tar", "case.ftcase")
    listed = tool(folder, "tar", "tvf", "case.tar").decode()
    assert "2000-01-01" in listed
    assert 10 == len(listed.splitlines())
    tool(folder, "tar", "xf", "case.tar")
    said = tool(folder, "minisign", "-Vm", "manifest.json", "-P", forge.LINE)
    assert b"Signature and comment signature verified" in said
    manifest = json.loads((folder / "manifest.json").read_bytes())
    assert forge.LINE == manifest["sender"]
    for entry in manifest["members"]:
        data = (folder / entry["name"]).read_bytes()
        assert entry["size"] == len(data)
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()


def test_stock_minisign_refuses_an_edited_manifest(folder: Path) -> None:
    tool(folder, "age", "-d", "-i", "key.txt", "-o", "case.tar", "case.ftcase")
    tool(folder, "tar", "xf", "case.tar")
    (folder / "manifest.json").write_bytes((folder / "manifest.json").read_bytes() + b" ")
    done = subprocess.run(
        ["minisign", "-Vm", "manifest.json", "-P", forge.LINE],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert 0 != done.returncode


def test_we_verify_what_stock_minisign_signs(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"a text")
    tool(tmp_path, "minisign", "-G", "-W", "-f", "-p", "a.pub", "-s", "a.key")
    tool(tmp_path, "minisign", "-S", "-H", "-s", "a.key", "-m", "text", "-t", "hello")
    line = (tmp_path / "a.pub").read_text().splitlines()[1]
    signature = (tmp_path / "text.minisig").read_bytes()
    number = minisign.key_number(line)
    assert "hello" == minisign.verify(b"a text", signature, minisign.key_of_line(line), number)


def test_we_open_what_stock_age_seals(folder: Path) -> None:
    inside = forge.inside()
    (folder / "plain.tar").write_bytes(inside)
    sealed = tool(folder, "age", "-r", forge.ME.public, "plain.tar")
    assert inside == age_file.unseal(sealed, forge.ME.secret)
    assert "unknown" == read.open_package(sealed, forge.ME.secret, today=forge.DAY).sender


def test_stock_age_makes_keys_that_we_take(tmp_path: Path) -> None:
    tool(tmp_path, "age-keygen", "-o", "made.txt")
    secret = (tmp_path / "made.txt").read_text().splitlines()[2]
    public = tool(tmp_path, "age-keygen", "-y", "made.txt").decode().strip()
    assert public == age_file.public_of(secret)


def test_stock_age_opens_a_file_sealed_with_words(tmp_path: Path) -> None:
    for size in (0, 1, 65_536, 65_537, 200_000):
        data = bytes(size)
        (tmp_path / "words.age").write_bytes(
            age_words.seal_with_words(data, "six  quiet words", cost=10)
        )
        assert data == _age_with_words(tmp_path, "six quiet words")


def _age_with_words(folder: Path, words: str) -> bytes:
    """Stock age asks for words on a terminal only, so it gets one."""
    asking = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]))"
    command = ["age", "-d", "-o", "plain", "words.age"]
    tool(folder, sys.executable, "-c", asking, *command, text=words.encode() + b"\n")
    plain = folder / "plain"
    data = plain.read_bytes() if plain.exists() else b""  # age makes no empty file
    plain.unlink(missing_ok=True)
    return data


def test_a_stranger_with_a_hundred_lines_reads_all_of_a_package(folder: Path) -> None:
    assert len(READER.read_text().splitlines()) <= 100
    assert "familytrace" not in READER.read_text().replace("familytrace-package", "")
    said = tool(folder, sys.executable, "-I", str(READER), "key.txt", "case.ftcase")
    found = json.loads(said)
    assert ["manifest.json", "manifest.json.minisig", "case.json"] == found["members"][:3]
    assert {"person": {"name": "Adil Sinaq"}} == json.loads(found["texts"]["case.json"])
    assert "missing person" in found["texts"]["READ-ME.txt"]
    assert f"minisign -Vm manifest.json -P {forge.LINE}" == found["to_verify"]


def test_the_stranger_notices_a_package_for_somebody_else(folder: Path) -> None:
    (folder / "other.ftcase").write_bytes(forge.sealed(forge.inside(recipient="ab" * 32)))
    done = subprocess.run(
        [sys.executable, "-I", str(READER), "key.txt", "other.ftcase"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert b"made for somebody else" in done.stderr


def test_a_package_without_a_seal_is_a_plain_tar(tmp_path: Path) -> None:
    built = write.build_package(forge.contents(), forge.envelope(created=date(2026, 1, 2)))
    (tmp_path / "case.tar").write_bytes(built.tar)
    assert b"READ-ME.txt" in tool(tmp_path, "tar", "tf", "case.tar")
    assert built.tar == tar.write_tar(
        [tar.Member(one.name, bytes(one.data)) for one in tar.read_tar(built.tar)]
    )
