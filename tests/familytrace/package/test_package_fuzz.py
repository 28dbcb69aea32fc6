"""Faults in all combinations, and at random, under a good seal: only declared errors come out."""

import itertools
import random
from collections.abc import Callable
from typing import Any

import forge
import pytest

from familytrace import errors
from familytrace.package import manifest, minisign, parse_task, read, tar
from familytrace.package.tar import Member

FAULTS: dict[str, Callable[[dict[str, Any]], None]] = {
    "no signature": lambda made: made.update(seed=None),
    "another key": lambda made: made.update(seed=forge.OTHER_SEED),
    "edited consent": lambda made: made.update(consent=b'{"until":"2099-12-31"}'),
    "another recipient": lambda made: made["changes"].update(recipient="ab" * 32),
    "too new": lambda made: made["changes"].update(version=2, min_version=2),
    "swapped picture": lambda made: made.update(picture=forge.picture("green")),
    "another member": lambda made: made.update(more=("reply.json", b"{}")),
    "a key twice": lambda made: made.update(tail=b',"sequence":7}'),
}


def _with_faults(names: tuple[str, ...]) -> bytes:
    made: dict[str, Any] = {"seed": forge.SEED, "changes": {}}
    for name in names:
        FAULTS[name](made)
    held = forge.members()
    text = forge.text_of(forge.values(held, **made["changes"]))
    if "tail" in made:
        text = text[:-1] + made["tail"]
    held[1] = ("consent.json", made.get("consent", held[1][1]))
    held[4] = ("attachments/0001.jpg", made.get("picture", held[4][1]))
    if "more" in made:
        held.insert(2, made["more"])
    return forge.tar(forge.whole(held, text, made["seed"]))


def test_no_combination_of_faults_is_accepted() -> None:
    accepted = []
    for count in range(1, len(FAULTS) + 1):
        for names in itertools.combinations(FAULTS, count):
            try:
                found = parse_task.checked(_with_faults(names))
            except errors.PackageError:
                continue
            accepted.append(names)
            assert manifest.decode_manifest(bytes(found[0].data)).recipient == "ab" * 32
    assert [("another recipient",)] == accepted  # refused after the workers: see test_read


def _mutated(chance: random.Random) -> bytes:
    """A well signed package with one thing gone wrong somewhere inside."""
    held = forge.members()
    choice = chance.randrange(4)
    if choice == 0:
        at = chance.randrange(len(held))
        held[at] = (held[at][0], _noisy(chance, held[at][1]))
        return forge.tar(forge.whole(held, forge.text_of(forge.values(held))))
    text = forge.text_of(forge.values(held))
    if choice == 1:
        text = _noisy(chance, text)
    plain = forge.tar(forge.whole(held, text))
    if choice == 2:
        start = 512 * chance.randrange(len(plain) // 512)
        return plain[:start] + _noisy(chance, plain[start : start + 512]) + plain[start + 512 :]
    return _noisy(chance, plain) if choice == 3 else plain


def _noisy(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(out) + 1)
        kind = chance.randrange(5)
        if kind == 0 and out:
            out[at % len(out)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            out[at:at] = chance.randbytes(chance.choice((1, 4, 512)))
        elif kind == 2:
            del out[at : at + chance.choice((1, 4, 512))]
        elif kind == 3:
            out[at : at + 1] = chance.choice((b"{", b"[", b'"', b"\\u0000", b"1e9", b"\xff", b"\0"))
        else:
            out[at:at] = out[max(0, at - 600) : at]
    return bytes(out)


def _fuzz(rounds: int, seed: int) -> int:
    """Give mutated packages to the parser; only declared errors may come out."""
    chance = random.Random(seed)
    refused = 0
    for _ in range(rounds):
        try:
            found = parse_task.checked(_mutated(chance))
        except errors.PackageError:
            refused += 1
            continue
        names = [one.name for one in found]
        assert len(names) == len(set(names))
        assert all(isinstance(one, Member) and tar.NAMES.fullmatch(one.name) for one in found)
        text = bytes(found[0].data)
        listed = manifest.decode_manifest(text)
        minisign.verify(text, bytes(found[1].data), minisign.key_of_line(listed.sender or ""))
    return refused


def test_hostile_insides_only_ever_give_declared_errors() -> None:
    assert _fuzz(1_500, seed=7) > 700


@pytest.mark.campaign
def test_many_hostile_insides_only_ever_give_declared_errors() -> None:
    for seed in range(100):
        _fuzz(10_000, seed=1_000 + seed)


def test_hostile_packages_through_the_workers_only_ever_give_declared_errors() -> None:
    chance = random.Random(3)
    for _ in range(12):
        try:
            read.open_package(forge.sealed(_mutated(chance)), forge.ME.secret, today=forge.DAY)
        except errors.PackageError:
            continue


@pytest.mark.campaign
def test_many_hostile_packages_through_the_workers_only_give_declared_errors() -> None:
    chance = random.Random(4)
    for _ in range(10_000):
        try:
            read.open_package(forge.sealed(_mutated(chance)), forge.ME.secret, today=forge.DAY)
        except errors.PackageError:
            continue
