import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCRIPT = """
import sys, pathlib
sys.path.append(sys.argv[1])
from familytrace.worker import landlock
inside, outside = map(pathlib.Path, sys.argv[2:4])
if not landlock.keep_to([str(inside), "/nowhere at all"]):
    print("none")
    sys.exit()
def attempt(act):
    try:
        act()
    except OSError:
        return "refused"
    return "done"
print(attempt((inside / "a").read_text), attempt(lambda: (inside / "a").write_text("x")),
      attempt((outside / "a").read_text), attempt(lambda: (outside / "b").write_text("x")),
      attempt((inside / ".." / "outside" / "a").read_text), attempt((inside / "link").read_text))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_a_process_is_kept_to_reading_its_folders(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "a").write_text("words")
    (inside / "link").symlink_to(outside / "a")
    done = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT, str(ROOT), str(inside), str(outside)],
        capture_output=True,
        text=True,
        check=True,
    )
    said = done.stdout.split()
    if said == ["none"]:
        pytest.skip("this kernel has no Landlock")
    assert ["done", *["refused"] * 5] == said
