import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from familytrace.errors import FileTooBigError, MediaDamagedError, NotFoundError
from familytrace.model.evidence import Evidence
from familytrace.vault import media
from familytrace.vault.media import PIECE
from familytrace.vault.vault import Vault

PAPER = Evidence(id="e1", kind="photo", file_name="scan.jpg")


def stored(vault: Vault) -> list[Path]:
    return sorted((vault.folder / "media").iterdir())


def read(vault: Vault, role: str = "original") -> bytes:
    return b"".join(vault.read_evidence("c1", "e1", role))


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5])
def test_a_file_comes_back_to_the_byte(vault: Vault, size: int) -> None:
    data = os.urandom(size)
    record = vault.add_evidence("c1", PAPER, io.BytesIO(data))
    assert (record.size, record.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert vault.load("c1").evidence == (record,)
    assert read(vault) == data
    assert vault.check().is_sound


def test_nothing_of_a_file_is_readable_on_the_disk(vault: Vault) -> None:
    vault.add_evidence("c1", PAPER, io.BytesIO(b"canary " * 1000))
    (path,) = stored(vault)
    assert b"canary" not in path.read_bytes()
    assert "scan" not in path.name
    assert path.stat().st_mode & 0o777 == 0o600


def test_every_kind_of_damage_is_found(vault: Vault) -> None:
    vault.add_evidence("c1", PAPER, io.BytesIO(os.urandom(2 * PIECE + 100)))
    vault.add_copy("c1", "e1", "cleaned", io.BytesIO(os.urandom(2 * PIECE + 100)))
    path = media.path_of(vault.store, media.find(vault.store, "c1", "e1").id)
    other = media.path_of(vault.store, media.find(vault.store, "c1", "e1", "cleaned").id)
    good, step, head = path.read_bytes(), PIECE + 17, 32
    damages = [
        b"",
        good[:20],
        good[: head + step],
        good[: head + 2 * step],
        good[:-1],
        good + b"x",
        good[: head + step] + good[head + 2 * step :],
        good[:head] + good[head + step : head + 2 * step] + good[head : head + step],
        other.read_bytes(),
        *(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :] for at in (0, 10, 40, len(good) - 1)),
    ]
    for damaged in damages:
        path.write_bytes(damaged)
        with pytest.raises(MediaDamagedError):
            read(vault)
        assert vault.check().damaged == (("c1", "e1"),)
    path.unlink()
    with pytest.raises(MediaDamagedError):
        read(vault)
    path.write_bytes(good)
    assert vault.check().is_sound


def test_a_file_that_is_too_big_leaves_nothing(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "LARGEST", 2 * PIECE)
    vault.add_evidence("c1", PAPER, io.BytesIO(bytes(2 * PIECE)))
    with pytest.raises(FileTooBigError):
        vault.add_evidence("c1", Evidence(id="e2"), io.BytesIO(bytes(2 * PIECE + 1)))
    assert len(stored(vault)) == 1
    assert len(vault.load("c1").evidence) == 1


class StoppedError(Exception):
    """The person pressed stop."""


def test_a_stopped_addition_leaves_nothing(vault: Vault) -> None:
    def stop(done: int, _whole: int) -> None:
        if done >= 2 * PIECE:
            raise StoppedError

    with pytest.raises(StoppedError):
        vault.add_evidence("c1", PAPER, io.BytesIO(bytes(4 * PIECE)), stop)
    assert stored(vault) == []
    assert vault.cases() == ()


def test_a_second_form_takes_the_place_of_the_one_before(vault: Vault) -> None:
    vault.add_evidence("c1", PAPER, io.BytesIO(b"original"))
    assert not vault.has_copy("c1", "e1", "thumbnail")
    vault.add_copy("c1", "e1", "thumbnail", io.BytesIO(b"small"))
    vault.add_copy("c1", "e1", "thumbnail", io.BytesIO(b"smaller"))
    assert read(vault, "thumbnail") == b"smaller"
    assert read(vault) == b"original"
    assert len(stored(vault)) == 2


def test_what_was_never_added_is_not_found(vault: Vault) -> None:
    with pytest.raises(NotFoundError):
        vault.read_evidence("c1", "e9")


def test_a_deleted_file_comes_back_with_undo(vault: Vault) -> None:
    vault.add_evidence("c1", PAPER, io.BytesIO(b"original"))
    vault.delete("c1", "evidence", "e1")
    vault.undo("c1")
    assert vault.load("c1").evidence[0].id == "e1"
    assert read(vault) == b"original"


def test_orphans_of_an_interrupted_addition_are_swept_at_the_next_opening(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    vault.add_evidence("c1", PAPER, io.BytesIO(b"original"))
    media.seal(vault.store, io.BytesIO(b"never finished"))
    (folder / "media" / ".tmp-0011").write_bytes(b"half")
    vault.abandon()
    with reopen(folder) as again:
        assert len(stored(again)) == 1
        assert read(again) == b"original"


def test_an_older_database_does_not_make_newer_files_orphans(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    vault.save("c1", PAPER)
    vault.close()
    older = (folder / "cases.db").read_bytes()
    with reopen(folder) as later:
        later.add_evidence("c1", PAPER, io.BytesIO(b"later"))
    newer = (folder / "cases.db").read_bytes()
    (folder / "cases.db").write_bytes(older)
    reopen(folder).abandon()
    (folder / "cases.db").write_bytes(newer)
    with reopen(folder) as again:
        assert read(again) == b"later"


def test_a_key_is_never_in_the_history(vault: Vault) -> None:
    vault.add_evidence("c1", PAPER, io.BytesIO(b"original"))
    key = media.find(vault.store, "c1", "e1").key
    kept = vault.store.ask("SELECT payload FROM history")
    assert all(key.hex() not in row[0] for row in kept)
