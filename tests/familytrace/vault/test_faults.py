"""The system refuses one call after the other: nothing acknowledged may be lost."""

import subprocess
import sys
from pathlib import Path

import powercut
import pytest
import vault_work
from vault_for_tests import Template

pytestmark = [
    pytest.mark.tracer,
    pytest.mark.skipif(
        not powercut.can_record(),
        reason="strace is missing or this system does not let it refuse",
    ),
]

COUNT = 7  # one of each kind of work
FAULTS = ("pwrite64:ENOSPC", "pwrite64:EIO", "fsync:EIO", "ftruncate:EIO", "rename:EACCES")


def refuse(template: Template, place: Path, fault: str, when: str) -> tuple[bool, list[str]]:
    """Work while one call is refused; return whether it was, and what was lost."""
    call, error = fault.split(":")
    (place / "away").mkdir(parents=True)
    folder, trace = template.copy(place), place / "trace"
    command = ["strace", "-f", "-o", str(trace), "-e", f"trace={call}"]
    command += ["-e", f"inject={call}:error={error}:when={when}"]
    worker = [sys.executable, vault_work.__file__, str(folder), template.secret.hex()]
    ran = subprocess.run(
        [*command, *worker, str(COUNT), "faults"],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(Path(vault_work.__file__).parents[2])},
    )
    words = ran.stdout.split()
    acked = [int(word) for word in words if word != "refused"]
    secrets = [template.secret, *(vault_work.secret_of(one) for one in range(COUNT + 1))]
    losses = vault_work.lost(folder, secrets, acked)
    stranger = [line for line in ran.stderr.splitlines()[-1:] if "familytrace.errors" not in line]
    return "(INJECTED)" in trace.read_text(), losses + stranger


@pytest.mark.parametrize(
    ("fault", "when"),
    [
        ("pwrite64:ENOSPC", "1"),
        ("pwrite64:ENOSPC", "20"),
        ("pwrite64:ENOSPC", "5+7"),
        ("pwrite64:EIO", "33"),
        ("fsync:EIO", "3"),
        ("fsync:EIO", "5+7"),
        ("rename:EACCES", "1"),
        ("rename:ENOSPC", "2+2"),
    ],
)
def test_a_refused_call_loses_nothing(
    template: Template, tmp_path: Path, fault: str, when: str
) -> None:
    fired, losses = refuse(template, tmp_path, fault, when)
    assert losses == []
    assert fired


@pytest.mark.campaign
def test_no_refused_call_loses_anything_in_a_long_run(template: Template, tmp_path: Path) -> None:
    found = []
    for fault in FAULTS:
        for when in range(1, 121):
            fired, losses = refuse(template, tmp_path / f"{fault}-{when}", fault, str(when))
            found += losses
            if not fired:
                break
    assert found == []
