"""A worker is killed at random moments: nothing that it acknowledged may be lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import vault_work
from vault_for_tests import Template

from familytrace.vault.vault import Vault

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

MOST = 8  # pieces of work until the kill, which comes in the middle of the next one


@dataclass
class Campaign:
    """Kill workers on one vault after the other and look at what is left."""

    template: Template
    place: Path
    server: subprocess.Popen[str]
    chance: random.Random
    way: str = "ours"
    losses: list[str] = field(default_factory=list)
    acked: int = 0
    kills: int = 0

    def run(self, kills: int) -> None:
        while self.kills < kills:
            place = self.place / f"{self.kills}"
            (place / "away").mkdir(parents=True)
            folder = self.template.copy(place)
            self._one_vault(folder, min(kills, self.kills + 25))

    def _one_vault(self, folder: Path, until: int) -> None:
        secrets, number, kept = [self.template.secret], 1, list[int]()
        while self.kills < until:
            secrets = [self._fresh(folder, secrets)]
            acked = self._kill_one(folder, secrets[0], number)
            self.acked += len(acked)
            number = max(acked, default=number - 1) + 1  # this one was on its way
            secrets += [vault_work.secret_of(one) for one in (*acked, number)]
            kept = [*kept, *acked][-25:]
            losses = vault_work.lost(folder, secrets, kept)
            self.losses += [f"kill {self.kills}: {loss}" for loss in losses]
            if losses:
                return
            number += 1

    def _fresh(self, folder: Path, secrets: list[bytes]) -> bytes:
        """Let one known secret open the vault, whatever the last worker got to."""
        vault = vault_work.opened(folder, secrets)
        assert vault is not None
        secret = vault.remember_on_this_computer()
        vault.abandon()
        return secret

    def _kill_one(self, folder: Path, secret: bytes, number: int) -> list[int]:
        said, asked = self.server.stdout, self.server.stdin
        assert said is not None
        assert asked is not None
        asked.write(f"{folder} {secret.hex()} {number} {self.way}\n")
        asked.flush()
        acked: list[int] = []
        worker, begun, wanted = 0, 0.0, self.chance.randrange(MOST)
        for line in iter(said.readline, ""):
            word, *rest = line.split()
            if word == "worker":
                worker, begun = int(rest[0]), time.perf_counter()
            elif word == "dead":
                assert int(rest[0]) == signal.SIGKILL, "the worker ended by itself"
                break
            else:
                acked.append(int(word))
            if worker and len(acked) == wanted:
                pieces = len(acked) + 3  # opening takes about as long as three pieces
                time.sleep(self.chance.random() * (0.01 + (time.perf_counter() - begun) / pieces))
                os.kill(worker, signal.SIGKILL)
                wanted = -1
        self.kills += 1
        return acked


@pytest.fixture
def campaign(template: Template, tmp_path: Path) -> Iterator[Campaign]:
    command = [sys.executable, vault_work.__file__]
    root = str(Path(vault_work.__file__).parents[2])
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    ) as server:
        yield Campaign(template, tmp_path, server, random.Random(20260301))
        server.terminate()


def test_nothing_acknowledged_is_lost_in_50_kills(campaign: Campaign) -> None:
    campaign.run(50)
    assert campaign.losses == []
    assert campaign.acked > 100


def test_a_worker_that_acknowledges_too_early_is_caught(campaign: Campaign) -> None:
    campaign.way = "early"
    while not campaign.losses and campaign.kills < 100:
        campaign.run(campaign.kills + 5)
    assert campaign.losses


def test_a_vault_is_there_whole_or_not_at_all_when_its_making_is_killed(
    campaign: Campaign,
) -> None:
    campaign.way = "create"
    number = 1
    for _kill in range(8):
        acked = campaign._kill_one(campaign.place, bytes(32), number)
        made = {int(path.stem) for path in campaign.place.glob("*.familytrace")}
        assert set(acked) <= made
        for one in made & {*acked, max(made, default=0)}:
            with Vault.open(campaign.place / f"{one}.familytrace", f"{one}") as vault:
                kept = vault.records("person_name", vault_work.CASE)
                assert kept == (vault_work.name_of(one),) or one not in acked
        number = max(made, default=0) + 1


@pytest.mark.campaign
def test_nothing_acknowledged_is_lost_in_1000_kills(campaign: Campaign) -> None:
    campaign.run(1000)
    assert campaign.losses == []
    assert campaign.acked > 2000
