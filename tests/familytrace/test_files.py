import errno
import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from familytrace import files
from familytrace.errors import DiskFailedError, NoSpaceError, ReadOnlyError


def test_a_file_is_written_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    files.write_whole(path, b"one")
    files.write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    files.write_whole(path, b"old")
    with pytest.raises(ZeroDivisionError), files.replacing(path) as file:
        file.writelines(b"%d" % (1 // left) for left in (1, 0))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_are_synced_before_the_name_and_the_name_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync, move = os.fsync, files.rename

    def watched_sync(handle: int) -> None:
        seen.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        sync(handle)

    def watched_move(source: Path, target: Path) -> None:
        seen.append("name")
        move(source, target)

    monkeypatch.setattr(os, "fsync", watched_sync)
    monkeypatch.setattr(files, "rename", watched_move)
    files.write_whole(tmp_path / "x", b"data")
    assert seen == ["file", "name", "folder"]


def test_a_private_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    files.make_private_folder(folder)
    files.make_private_folder(folder)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)} == {0o700}


def test_leftovers_are_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".tmp-0123").write_bytes(b"x")
    (tmp_path / "kept").write_bytes(b"x")
    assert files.sweep(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoSpaceError),
        (errno.EDQUOT, NoSpaceError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EIO, DiskFailedError),
        (errno.ENOENT, OSError),
    ],
)
def test_the_systems_refusals_get_their_own_words(number: int, kind: type[Exception]) -> None:
    with pytest.raises(kind), files.speaking():
        raise OSError(number, "canary")


def test_windows_scanners_are_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class SharingError(OSError):
        winerror = 32

    tries: list[Path] = []
    replace = Path.replace

    def refuse_twice(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) < 3:
            raise SharingError
        return replace(self, target)

    monkeypatch.setattr(files, "_PAUSES", (0.0,) * 4)
    monkeypatch.setattr(Path, "replace", refuse_twice)
    files.write_whole(tmp_path / "x", b"data")
    assert len(tries) == 3
    assert (tmp_path / "x").read_bytes() == b"data"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    try:
        allowed = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        allowed = False
    if not allowed:
        pytest.skip("this system does not let tests mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_full_disk_keeps_the_old_file(small_disk: Path) -> None:
    path = small_disk / "keys.json"
    files.write_whole(path, b"old")
    with pytest.raises(NoSpaceError):
        files.write_whole(path, bytes(200_000))
    assert path.read_bytes() == b"old"
    assert list(small_disk.iterdir()) == [path]


def test_a_read_only_place_is_known_beforehand(small_disk: Path) -> None:
    assert files.may_write(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert not files.may_write(small_disk)
    with pytest.raises(ReadOnlyError):
        files.write_whole(small_disk / "x", b"data")
