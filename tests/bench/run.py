"""Print the figures of ``make bench``: each a ratio against a baseline of the same run.

Usage: ``run.py [PART...]`` with the parts start, vault, search, form, package.
"""

import importlib
import os
import platform
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import harness

PARTS = ("start", "vault", "search", "form", "package")


def main(wanted: list[str]) -> int:
    """Measure the wanted parts, or all; an unknown name is a usage error."""
    unknown = [name for name in wanted if name not in PARTS]
    if unknown:
        print(f"Unknown part: {', '.join(unknown)}. There are: {', '.join(PARTS)}.")
        return 2
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}")
    print(f"Medians of {harness.ROUNDS} alternating warm runs.")
    print(harness.HEAD)
    for name in wanted or PARTS:
        part = importlib.import_module(f"bench_{name}")
        with tempfile.TemporaryDirectory() as folder:
            harness.table(part.figures(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
